// Relations as a table for spreadsheets, a row each.

import { documents } from "./collection.js";

const CSV_COLUMNS = [
  ["subject", (one) => documents[one.subject].label],
  ["subject_title", (one) => documents[one.subject].title],
  ["subject_date", (one) => documents[one.subject].date],
  ["subject_issuer", (one) => documents[one.subject].issuer],
  ["subject_level", (one) => documents[one.subject].level],
  ["subject_place", (one) => documents[one.subject].place],
  ["relation", (one) => (one.review ? `${one.relation} ${one.review}` : one.relation)],
  ["years", (one) => one.years || ""],
  ["part", (one) => one.part],
  ["object", (one) => documents[one.object].label],
  ["object_date", (one) => documents[one.object].date],
  ["quote", (one) => one.quote],
  ["text", (one) => one.text],
  ["page", (one) => one.page || ""],
  ["unconfirmed", (one) => one.unconfirmed],
  ["start", (one) => (one.inferred ? "" : one.start)],
  ["end", (one) => (one.inferred ? "" : one.end)],
  ["rule", (one) => one.rule],
  ["confidence", (one) => one.confidence],
  ["inferred", (one) => one.inferred],
  ["subject_iri", (one) => documents[one.subject].iri],
  ["object_iri", (one) => documents[one.object].iri],
];

// A spreadsheet runs what begins like a formula, in letters of full width, too: an apostrophe makes
// it a text. Words that begin so are rare, and IRIs and offsets say where they stand unchanged.
function cell(value) {
  const text = String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvText(between) {
  const rows = [CSV_COLUMNS.map(([name]) => name)];
  for (const one of between) rows.push(CSV_COLUMNS.map(([, value]) => value(one)));
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
