import assert from "node:assert/strict";
import { test } from "node:test";

import { leadsElsewhere, linkOf, startState, stateOf } from "../../graph/page/js/state.js";
import { idOf } from "./opened.js";

const LINKS = [
  ["nothing", "", {}],
  ["a view", "#v=table", { view: "table" }],
  ["a document and what is around it", "#d=doc%2F2-kh%2Ftu&a=doc%2F2-kh%2Ftu",
    { chosen: idOf("2-KH/TU"), around: idOf("2-KH/TU") }],
  ["opened documents", "#x=doc%2F3-kh%2Fhu", { opened: [idOf("3-KH/HU")] }],
  ["years", "#from=2020&to=2021", { from: 2020, to: 2021 }],
  ["texts that are held", "#text=held", { held: "held" }],
  ["what is inferred", "#inferred=1", { inferred: true }],
  ["a step of a chain", "#d=doc%2F1-nq%2Ftw&chain=1",
    { chosen: idOf("1-NQ/TW"), chain: true, step: 1 }],
  ["what became of debts", "#became=overdue", { became: "overdue" }],
  ["a last day", "#due=2024-10-31", { due: "2024-10-31" }],
  ["a language", "#l=en", { language: "en" }],
  ["hidden levels", "#no-level=%5B%22central%22%5D",
    { hidden: { ...startState().hidden, level: ["central"] } }],
];

for (const [reason, link, changes] of LINKS) {
  test(`a link holds ${reason}`, () => {
    const wanted = { ...startState(), ...changes };
    assert.deepEqual(stateOf(link), wanted);
    assert.equal(linkOf(wanted), link || "#");
  });
}

const UNKNOWN = [
  ["a view", "#v=globe"],
  ["a document", "#d=doc%2Fnone"],
  ["an opened document", "#x=doc%2Fnone"],
  ["a year", "#from=99"],
  ["JSON that is cut off", "#no-level=%5B%22cen"],
  ["a language", "#l=constructor"],
  ["a chain of no document", "#chain=1"],
  ["texts", "#text=lost"],
  ["a status", "#became=constructor"],
  ["a day", "#due=today"],
];

for (const [reason, link] of UNKNOWN) {
  test(`what a link says of ${reason} that is not known is as at the start`, () => {
    assert.deepEqual(stateOf(link), startState());
  });
}

test("a level that is not known is not hidden", () => {
  assert.deepEqual(stateOf('#no-level=["moon","central"]').hidden.level, ["central"]);
});

test("a link leads elsewhere where its state differs", () => {
  assert.equal(leadsElsewhere(""), false);
  assert.equal(leadsElsewhere("#v=table"), true);
});
