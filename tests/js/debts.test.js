import assert from "node:assert/strict";
import { test } from "node:test";

import {
  debts, metBy, nameAt, openDebts, orderedBy, owedAbout, owedOf, statusCounts, tasksOf,
} from "../../graph/page/js/debts.js";
import { idOf } from "./opened.js";

const PLACE = ["Yêu cầu", "a.txt", 3, 10, 0, "order", 0.9];
const row = (id, status, { about = [], setBy = null, due = "", met = null } = {}) => [
  id, status, `Huyện ủy ${id}`, "", "Kế hoạch", "issue", about, setBy, due, "", PLACE, met, "", "",
  null, ["", ""], ["", ""],
];

openDebts({
  as_of: "2025-01-01", figures: ["một", "one"], left_out: 0, signs: { met: "✓", overdue: "!" },
  names: { "doc/away": "Kế hoạch 9" },
  rows: [
    row("a", "overdue", { about: ["doc/1-nq/tw"], setBy: "doc/2-kh/tu", due: "2024-10-31" }),
    row("b", "met", { about: ["doc/away"], setBy: "doc/1-nq/tw", met: "doc/3-kh/hu" }),
    row("c", "met", { about: ["doc/1-nq/tw"] }),
  ],
  tasks: [["Sở", "Nối mạng", "Mạng", "", "doc/1-nq/tw", "", "2025", PLACE]],
});

const ids = (rows) => rows.map(({ id }) => id);
const DIRECTIVE = idOf("1-NQ/TW");

test("a document orders, meets, and has something owed about it", () => {
  assert.deepEqual(ids(orderedBy(DIRECTIVE)), ["b"]);
  assert.deepEqual(ids(owedAbout(DIRECTIVE)), ["a", "c"]);
  assert.deepEqual(ids(owedOf(DIRECTIVE)), ["a", "b", "c"]);
  assert.deepEqual(ids(metBy(idOf("3-KH/HU"))), ["b"]);
  assert.deepEqual(metBy(idOf("5-CT/TW")), []);
  assert.deepEqual(tasksOf(DIRECTIVE).map(({ task }) => task), ["Nối mạng"]);
});

test("what a debt is for is what it is about, else what orders it, else a list", () => {
  assert.deepEqual(debts.map(({ directive }) => directive), ["doc/1-nq/tw", "doc/away", "doc/1-nq/tw"]);
  assert.equal(nameAt("doc/away"), "Kế hoạch 9");
  assert.equal(nameAt("doc/none"), "doc/none");
});

test("debts are counted by what became of them, in their order", () => {
  assert.deepEqual([...statusCounts(debts)], [["overdue", 1], ["met", 2]]);
});
