// What is owed, as the page holds it: decoded once, and the questions asked of it.

import { documentAt } from "./collection.js";

export let debts = [];
export let tasks = [];
export let owedHead = { as_of: "", figures: ["", ""], left_out: 0, signs: {} };
let namesAway = {};

// Takes what is owed as it stands in the file; documents are known by then.
export function openDebts(json) {
  owedHead = {
    as_of: json.as_of, figures: json.figures, left_out: json.left_out, signs: json.signs,
  };
  namesAway = json.names;
  debts = json.rows.map(debtOf);
  tasks = json.tasks.map(taskOf);
}

function debtOf(row) {
  const [id, status, body, where, product, deed, about, setBy, due, printed, place, met, passedTo,
    doubt, perhaps, decided, listed] = row;
  return {
    id, status, body, where, product, deed, about, setBy, due, printed, met, passedTo, doubt,
    perhaps, decided, listed, ...orderWords(place),
    directive: about[0] ?? setBy,
  };
}

function taskOf(row) {
  const [body, task, outcome, joining, setBy, due, printed, place] = row;
  return { body, task, outcome, joining, setBy, due, printed, ...orderWords(place) };
}

// The words that order something, in the form of those that state a relation.
function orderWords([quote, text, start, end, page, rule = "task-row", confidence = 1]) {
  return {
    quote, text, start, end, page, rule, confidence,
    marks: [], others: [], premises: [], decisions: [], evidence: 1, unconfirmed: false,
  };
}

// What a document is called that the file does not hold.
export const nameAt = (path) => namesAway[path] ?? path;

const idOf = (path) => (path === null ? undefined : documentAt(path));
export const orderedBy = (id) => debts.filter(({ setBy }) => idOf(setBy) === id);
export const metBy = (id) => debts.filter(({ met }) => idOf(met) === id);
export const owedAbout = (id) => debts.filter(({ about }) => about.some((path) => idOf(path) === id));
export const tasksOf = (id) => tasks.filter(({ setBy }) => idOf(setBy) === id);

// The debts that a document orders, or that are about it.
export const owedOf = (id) => debts.filter(({ about, setBy }) => (
  [setBy, ...about].some((path) => idOf(path) === id)));

// How many debts have each status, in the order in which they stand.
export function statusCounts(rows) {
  const counts = new Map();
  for (const { status } of rows) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}
