// The view Việc phải làm: each directive, by the bodies that owe something, with what became of it.

import { documentAt } from "../collection.js";
import { statusCounts, debts, owedHead, owedOf, tasks, tasksOf } from "../debts.js";
import {
  countsOf, deedOf, documentNamed, dueWords, inLanguage, orderOf, outcomeOf, statusName,
} from "../draw/debts.js";
import { element, evidenceOf, holding, isolated, make, pressing } from "../draw/elements.js";
import { change, state } from "../state.js";
import { say, shownDate, shownNumber } from "../words.js";

const MOST_DEBTS = 100;

export function showOwed() {
  const view = element("owed");
  const chosen = state.chosen === null ? [] : owedOf(state.chosen);
  const given = state.chosen === null ? [] : tasksOf(state.chosen);
  // A document that orders nothing and about which nothing is owed narrows nothing.
  const narrowed = chosen.length > 0 || given.length > 0;
  const reached = narrowed ? chosen : debts;
  const parts = [];
  if (!debts.length && !tasks.length) {
    view.replaceChildren(make("p", say("owed none"), { className: "hint" }));
    return;
  }
  if (!narrowed) parts.push(make("p", inLanguage(owedHead.figures), { className: "figures" }));
  else parts.push(pressing(say("all owed"), () => change({ chosen: null, view: "owed" })));
  parts.push(narrowing(reached));
  const shown = reached.filter(isShown);
  parts.push(make("p", say("owed shown", {
    shown: shownNumber(shown.length), all: shownNumber(reached.length),
    day: shownDate(owedHead.as_of),
  }), { role: "status", className: "hint" }));
  if (owedHead.left_out) {
    parts.push(make("p", say("owed left out", { count: shownNumber(owedHead.left_out) }), {
      className: "hint",
    }));
  }
  for (const [path, rows] of byDirective(shown)) parts.push(directivePart(path, rows));
  const work = state.became === null ? (narrowed ? given : tasks) : [];
  if (work.length) parts.push(workPart(work.filter(({ due }) => isBy(due))));
  view.replaceChildren(...parts);
}

const isBy = (due) => state.due === null || (due !== "" && due <= state.due);
const isShown = ({ status, due }) => (
  (state.became === null || status === state.became) && isBy(due));

function narrowing(rows) {
  const select = make("select", undefined, { id: "owed-status" });
  select.append(make("option", say("all"), { value: "" }));
  const counts = statusCounts(rows);
  for (const status of Object.keys(owedHead.signs)) {
    const count = counts.get(status) ?? 0;
    if (!count && status !== state.became) continue;
    const text = `${owedHead.signs[status]} ${statusName(status)} (${shownNumber(count)})`;
    select.append(make("option", text, { value: status, selected: status === state.became }));
  }
  select.addEventListener("change", () => change({ became: select.value || null }));
  const day = make("input", undefined, { type: "date", id: "owed-day", value: state.due ?? "" });
  day.addEventListener("change", () => change({ due: day.value || null }));
  return holding("form", [
    holding("label", [make("span", say("owed status")), " ", select]),
    holding("label", [make("span", say("owed by day")), " ", day]),
  ], { className: "narrow" });
}

function byDirective(rows) {
  const found = new Map();
  for (const row of rows) {
    if (!found.has(row.directive)) found.set(row.directive, []);
    found.get(row.directive).push(row);
  }
  return [...found].sort(([one], [other]) => first(other) - first(one));
}

// The chosen document stands first.
const first = (path) => Number(path !== null && documentAt(path) === state.chosen);

function directivePart(path, rows) {
  const heads = ["owed who", "owed what", "owed became", "owed order"];
  const table = tableOf(heads, rows, (debt) => [
    [isolated("strong", debt.body), isolated("div", debt.where, { className: "where" })],
    [isolated("span", deedOf(debt)), ...debt.about.slice(1).map((each) => (
      holding("div", [documentNamed(each)])))],
    outcomeOf(debt),
    orderOf(debt),
  ]);
  return holding("section", [
    holding("h3", [path === null ? say("owed listed") : documentNamed(path)]), countsOf(rows), table,
  ]);
}

function workPart(work) {
  const heads = ["tasks who", "tasks what", "tasks outcome", "owed order"];
  const table = tableOf(heads, work, (task) => [
    [isolated("strong", task.body), ...(task.joining ? [isolated(
      "div", `${say("tasks joining")}: ${task.joining}`, { className: "where" })] : [])],
    [isolated("span", task.task)],
    [isolated("div", task.outcome), isolated("div", dueWords(task), { className: "where" })],
    [documentNamed(task.setBy), evidenceOf(task)],
  ]);
  return holding("section", [
    make("h3", `${say("tasks")} (${shownNumber(work.length)})`),
    make("p", say("tasks hint"), { className: "hint" }), table,
  ]);
}

// A table whose cells are called as its columns where the screen is narrow.
function tableOf(heads, rows, cellsOf) {
  const body = make("tbody");
  const show = (row) => body.append(holding("tr", cellsOf(row).map((parts, at) => (
    holding("td", parts, { "data-head": say(heads[at]) })))));
  rows.slice(0, MOST_DEBTS).forEach(show);
  const table = holding("table", [
    holding("thead", [holding("tr", heads.map((head) => make("th", say(head), { scope: "col" })))]),
    body,
  ], { className: "debts" });
  if (rows.length <= MOST_DEBTS) return table;
  const more = pressing(say("more", { count: shownNumber(rows.length - MOST_DEBTS) }), () => {
    more.remove();
    rows.slice(MOST_DEBTS).forEach(show);
  }, { className: "more" });
  return holding("div", [table, more]);
}
