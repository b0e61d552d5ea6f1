// What is owed, as elements: what became of it by a sign and words, by when, in which words.

import { documentAt } from "../collection.js";
import { statusCounts, nameAt, owedAbout, owedHead } from "../debts.js";
import { state } from "../state.js";
import { say, shownDate, shownNumber, words } from "../words.js";
import { evidenceOf, holding, isolated, make, opening } from "./elements.js";

const MOST_AT_A_DAY = 12;

export const statusName = (status) => words().owed[status] ?? status;
export const inLanguage = (pair) => pair[state.language === "en" ? 1 : 0];

// A status is told by a sign and by words; its colour only says it again.
export function became(status) {
  return make("span", `${owedHead.signs[status] ?? ""} ${statusName(status)}`, {
    className: `became ${status}`,
  });
}

export function dueWords({ due, printed }) {
  if (!due && !printed) return "";
  return say("owed due", { due: due ? shownDate(due) : printed });
}

// The document that a path means: a button where the file holds it, else its name.
export function documentNamed(path) {
  const id = documentAt(path);
  return id === undefined ? isolated("span", nameAt(path)) : opening(id);
}

// What became of a debt: the status, the last day, who took it over, why it is not known, what
// meets it, and what a person said.
export function outcomeOf(debt) {
  const parts = [became(debt.status)];
  const line = (text) => { if (text) parts.push(isolated("div", text, { className: "where" })); };
  line(dueWords(debt));
  line(debt.passedTo && say("owed passed", { body: debt.passedTo }));
  line(debt.doubt && (words().doubts[debt.doubt] ?? debt.doubt));
  if (debt.perhaps) parts.push(holding("div", [documentNamed(debt.perhaps)]));
  line(inLanguage(debt.decided));
  if (debt.met) parts.push(holding("div", [documentNamed(debt.met)]));
  return parts;
}

// Where something is ordered: the document or the list, and the words.
export function orderOf(debt) {
  const by = debt.setBy === null ? isolated("span", inLanguage(debt.listed))
    : documentNamed(debt.setBy);
  return [by, debt.end ? evidenceOf(debt) : isolated("blockquote", debt.quote)];
}

export const deedOf = ({ product, deed }) => `${product}: ${statusName(deed)}`;

// How many debts have each status, in words.
export function countsOf(rows) {
  const parts = [...statusCounts(rows)].map(([status, count]) => (
    holding("span", [became(status), ` ${shownNumber(count)}`], { className: "count" })));
  return holding("p", parts, { className: "counts" });
}

// The last days of what is owed about a document, as events of its timeline.
export function dueOf(id) {
  const days = new Map();
  for (const debt of owedAbout(id)) {
    if (debt.due) days.set(debt.due, [...(days.get(debt.due) ?? []), debt]);
  }
  return [...days].map(([date, owing]) => ({ one: { date }, kind: "due", rank: 10, owing }));
}

export function dueItem(date, owing) {
  const shown = owing.slice(0, MOST_AT_A_DAY).map((debt) => holding("li", [
    became(debt.status), " ", isolated("span", `${debt.body} – ${deedOf(debt)}`),
  ]));
  if (owing.length > MOST_AT_A_DAY) {
    const count = shownNumber(owing.length - MOST_AT_A_DAY);
    shown.push(make("li", say("more", { count }), { className: "where" }));
  }
  return holding("li", [
    make("time", shownDate(date)),
    holding("div", [
      make("span", say("owed last day", { count: shownNumber(owing.length) })), countsOf(owing),
      holding("ul", shown, { className: "documents" }),
    ]),
  ], { className: "event due" });
}
