// Relations of one family stand together, in one order everywhere.

import { relationWords } from "./words.js";

const FAMILIES = [
  ["carries_out", "implements", "continues", "details", "guides"],
  ["summarizes"],
  ["based_on"],
  ["amends", "repeals", "replaces", "corrects", "consolidates", "suspends", "extends"],
  ["promulgates", "approves", "monitors", "disseminates"],
  ["cites"],
];
const FAMILY_ORDER = new Map(FAMILIES.flat().map((relation, at) => [relation, at]));
export const CHANGES = new Set(FAMILIES[3]);

export const familyRank = (relation) => FAMILY_ORDER.get(relation) ?? FAMILY_ORDER.size;

// Returns relations by how they are read out from the chosen document, in the order of families.
export function groups(found, back) {
  const grouped = new Map();
  for (const one of found) {
    const heading = relationWords({ ...one, years: 0 }, back);
    if (!grouped.has(heading)) grouped.set(heading, []);
    grouped.get(heading).push(one);
  }
  const rank = ([, [one]]) => familyRank(one.relation);
  return [...grouped].sort((a, b) => rank(a) - rank(b));
}
