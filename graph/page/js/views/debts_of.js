// What the chosen document orders, what others order about it, and what it meets, for its panel.

import { metBy, orderedBy, owedAbout, tasksOf } from "../debts.js";
import { deedOf, documentNamed, dueWords, orderOf, outcomeOf } from "../draw/debts.js";
import { turnedList, evidenceOf, holding, isolated, make } from "../draw/elements.js";
import { say, shownNumber } from "../words.js";

const MOST_DEBTS_IN_GROUP = 20;

export function debtParts({ id }) {
  const orders = orderedBy(id);
  const others = owedAbout(id).filter((debt) => !orders.includes(debt));
  return [
    ...debtGroup("owed orders", orders, owingItem),
    ...debtGroup("owed about it", others, owingItem),
    ...debtGroup("owed meets", metBy(id), metItem),
    ...debtGroup("tasks", tasksOf(id), taskItem),
  ];
}

function debtGroup(heading, found, show) {
  if (!found.length) return [];
  return [
    make("h3", `${say(heading)} (${shownNumber(found.length)})`),
    turnedList(found, MOST_DEBTS_IN_GROUP, (one) => holding("li", show(one), { className: "debt" })),
  ];
}

const owingItem = (debt) => [
  isolated("strong", debt.body), isolated("div", deedOf(debt)), ...outcomeOf(debt), ...orderOf(debt),
];

const metItem = (debt) => [
  isolated("strong", debt.body), isolated("div", deedOf(debt)),
  ...(debt.directive === null ? [] : [holding("div", [documentNamed(debt.directive)])]),
  ...outcomeOf({ ...debt, met: null }), ...orderOf(debt),
];

const taskItem = (one) => [
  isolated("strong", one.body), isolated("div", one.task), isolated("div", one.outcome),
  isolated("div", dueWords(one), { className: "where" }), evidenceOf(one),
];
