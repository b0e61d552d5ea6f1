// The view Bảng: the relations of the selection with their quotes, and its documents, in tables
// that can be sorted.

import { data, documents } from "../collection.js";
import {
  element, evidenceOf, holding, isolated, make, opening, pressing,
} from "../draw/elements.js";
import { selection } from "../selection.js";
import { state } from "../state.js";
import {
  collator, levelName, partWords, placeName, relationWords, say, shownDate, shownNumber,
} from "../words.js";

const sorting = { relations: null, documents: null };

const RELATION_COLUMNS = [
  ["subject", (one) => documents[one.subject].label, (one) => opening(one.subject)],
  ["relation", (one) => relationWords(one), (one) => isolated("span", relationWords(one)
    + partWords(one) + (one.inferred ? ` ${say("inferred mark")}` : ""))],
  ["object", (one) => documents[one.object].label, (one) => opening(one.object)],
  ["date", (one) => documents[one.subject].date,
    (one) => make("span", shownDate(documents[one.subject].date))],
  ["place", (one) => placeName(documents[one.subject]),
    (one) => isolated("span", placeName(documents[one.subject]))],
  ["quote", (one) => one.quote, evidenceOf],
];
const DOCUMENT_COLUMNS = [
  ["document", (one) => one.label, (one) => opening(one.id)],
  ["title", (one) => one.title, (one) => isolated("span", one.title)],
  ["date", (one) => one.date, (one) => make("span", shownDate(one.date))],
  ["issuer", (one) => one.issuer, (one) => isolated("span", one.issuer)],
  ["level", (one) => String(data.levels.indexOf(one.level)),
    (one) => make("span", levelName(one.level))],
  ["place", placeName, (one) => isolated("span", placeName(one))],
  ["text held", (one) => (one.held ? "0" : "1"),
    (one) => make("span", one.held ? say("held") : say("not held"))],
];

export function showTables() {
  const { order, relations: between } = selection();
  const touched = state.chosen === null ? between
    : [...between].sort((a, b) => touches(b) - touches(a));
  element("table").replaceChildren(
    sortable("relations", RELATION_COLUMNS, touched),
    sortable("documents", DOCUMENT_COLUMNS, order.map((id) => documents[id])),
  );
}

const touches = (one) => Number(one.subject === state.chosen || one.object === state.chosen);

function sortable(name, columns, rows) {
  const sorted = sorting[name];
  const shown = [...rows];
  if (sorted) {
    const value = columns[sorted.column][1];
    shown.sort((a, b) => sorted.sign * collator.compare(value(a), value(b)));
  }
  const heads = columns.map(([key], column) => {
    const way = sorted && sorted.column === column ? sorted.sign : 0;
    const arrow = { 0: "↕", 1: "↑", [-1]: "↓" }[way];
    const button = pressing(`${say(`column ${key}`)} `, () => {
      sorting[name] = { column, sign: way === 1 ? -1 : 1 };
      showTables();
      element("table").querySelectorAll(`#${name}-table th button`)[column].focus();
    });
    button.append(make("span", arrow, { className: "arrow", "aria-hidden": "true" }));
    const sort = { 0: "none", 1: "ascending", [-1]: "descending" }[way];
    return holding("th", [button], { scope: "col", "aria-sort": sort });
  });
  const body = shown.map((row) => holding("tr", columns.map(([, , cell], column) => (
    holding(column ? "td" : "th", [cell(row)], {
      ...(column ? {} : { scope: "row" }), "data-head": say(`column ${columns[column][0]}`),
    })))));
  return holding("table", [
    make("caption", say(`${name} table`, { count: shownNumber(rows.length) })),
    holding("thead", [holding("tr", heads)]),
    holding("tbody", body),
  ], { id: `${name}-table` });
}
