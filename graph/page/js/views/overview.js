// What a collection holds, where no document is chosen: counts, and the directives to begin with.

import { data, documents, relations } from "../collection.js";
import { holding, isolated, make, opening } from "../draw/elements.js";
import { levelSample } from "../draw/styles.js";
import { levelName, say, shortened, shownDate, shownNumber } from "../words.js";

const MOST_BEGUN_WITH = 20;

export function overviewParts() {
  const figures = [
    [documents.filter(({ held, resolved }) => held || resolved).length, "count documents"],
    [documents.filter(({ held }) => held).length, "count held"],
    [relations.filter(({ inferred }) => !inferred).length, "count links"],
    [documents.filter(({ resolved }) => !resolved).length, "count unresolved"],
  ].map(([count, key]) => holding("li", [make("b", shownNumber(count)), ` ${say(key)}`]));
  return holding("div", [
    make("h2", say("start heading")),
    holding("ul", figures, { className: "figures" }),
    ...directiveTable(),
    make("h3", say("by level")),
    holding("ul", levelCounts(), { className: "documents" }),
    make("p", say("choose"), { className: "hint" }),
  ], { id: "overview" });
}

function directiveTable() {
  const most = data.most_carried_out.slice(0, MOST_BEGUN_WITH);
  if (!most.length) return [];
  const rows = most.map(([id, count, places]) => {
    const { date, title, label } = documents[id];
    const told = [shownDate(date), label.includes(title) ? "" : shortened(title, 140)];
    return holding("tr", [
      holding("td", [opening(id), isolated("div", told.filter(Boolean).join(" · "), { className: "where" })]),
      make("td", shownNumber(places), { className: "number" }),
      make("td", shownNumber(count), { className: "number" }),
    ]);
  });
  const heads = ["document", "places", "plans"].map((key) => make("th", say(`column ${key}`), { scope: "col" }));
  return [
    make("h3", say("most")),
    holding("table", [holding("thead", [holding("tr", heads)]), holding("tbody", rows)]),
  ];
}

function levelCounts() {
  const counts = new Map();
  for (const { level } of documents) counts.set(level, (counts.get(level) || 0) + 1);
  const order = [...data.levels].filter((level) => counts.has(level));
  return order.map((level) => holding("li", [
    levelSample(level), ` ${levelName(level)} (${shownNumber(counts.get(level))})`,
  ]));
}
