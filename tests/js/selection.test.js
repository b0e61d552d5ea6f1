import assert from "node:assert/strict";
import { test } from "node:test";

import { data } from "../../graph/page/js/collection.js";
import {
  chainSteps, facetValues, litRelations, relationsInReach, selection,
} from "../../graph/page/js/selection.js";
import { follow } from "../../graph/page/js/state.js";
import { numbers } from "./opened.js";

const ALL = ["2-KH/TU", "1-NQ/TW", "3-KH/HU", "4-BC/TU", "5-CT/TW"];
const without = (...left) => ALL.filter((number) => !left.includes(number));
const at = (number) => `doc%2F${number.toLowerCase().replace("/", "%2F")}`;

const SHOWN = [
  ["all, those with most relations first", "", ALL],
  ["no level that is hidden", '#no-level=["province"]', without("2-KH/TU", "4-BC/TU")],
  ["no place that is hidden", '#no-place=["lai-chau"]', without("2-KH/TU", "4-BC/TU")],
  ["no type that is hidden", '#no-type=["Chỉ thị"]', without("5-CT/TW")],
  ["from a year on, where a year is known", "#from=2021", ["3-KH/HU", "4-BC/TU"]],
  ["up to a year", "#to=2020", ["2-KH/TU", "1-NQ/TW"]],
  ["texts that are held", "#text=held", without("5-CT/TW")],
  ["what is only mentioned", "#text=cited", ["5-CT/TW"]],
  ["chains from the one in the middle, then its other relations", `#a=${at("3-KH/HU")}`,
    ["3-KH/HU", "2-KH/TU", "1-NQ/TW"]],
  ["what is opened, too", `#a=${at("3-KH/HU")}&x=${at("4-BC/TU")}`,
    ["3-KH/HU", "4-BC/TU", "1-NQ/TW", "2-KH/TU"]],
  ["the middle, whatever is hidden", `#a=${at("3-KH/HU")}&no-level=["district"]`,
    ["3-KH/HU", "2-KH/TU", "1-NQ/TW"]],
];

for (const [reason, link, wanted] of SHOWN) {
  test(`what is shown: ${reason}`, () => {
    follow(link);
    assert.deepEqual(numbers(selection().order), wanted);
  });
}

const RELATIONS = [
  ["citations are hidden at the start", "", ["implements", "repeals", "implements", "summarizes"]],
  ["inferred ones where they are wanted", "#inferred=1",
    ["implements", "repeals", "implements", "carries_out", "summarizes"]],
  ["only those between documents that are shown", '#no-type=["Nghị quyết"]',
    ["repeals", "implements"]],
];

for (const [reason, link, wanted] of RELATIONS) {
  test(`which relations are shown: ${reason}`, () => {
    follow(link);
    assert.deepEqual(selection().relations.map(({ relation }) => relation), wanted);
  });
}

test("no more is drawn than can be told apart", (context) => {
  const most = data.most_drawn;
  context.after(() => { data.most_drawn = most; });
  data.most_drawn = 2;
  follow("#to=2026");
  assert.deepEqual(numbers(selection().order), ["2-KH/TU", "1-NQ/TW"]);
});

test("a chain runs from its source down to the last plan, as far as its step", () => {
  follow(`#d=${at("2-KH/TU")}&chain=all`);
  const steps = chainSteps().map((step) => numbers(step.map(({ subject }) => subject)));
  assert.deepEqual(steps, [["2-KH/TU"], ["3-KH/HU"]]);
  assert.equal(litRelations().size, 2);
  follow(`#d=${at("2-KH/TU")}&chain=0`);
  assert.equal(litRelations().size, 1);
});

test("values of a filter are counted, hidden ones without documents, too", () => {
  follow(`#a=${at("3-KH/HU")}&no-type=["Chỉ thị"]`);
  assert.deepEqual([...facetValues("type")], [["Kế hoạch", 2], ["Nghị quyết", 1], ["Chỉ thị", 0]]);
  assert.deepEqual(relationsInReach().map(({ relation }) => relation),
    ["implements", "implements", "carries_out"]);
  assert.deepEqual([...facetValues("relation")], [["implements", 2], ["cites", 0]]);
});
