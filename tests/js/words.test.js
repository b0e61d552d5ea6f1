import assert from "node:assert/strict";
import { test } from "node:test";

import { documents, folded, search } from "../../graph/page/js/collection.js";
import { follow } from "../../graph/page/js/state.js";
import {
  daysBetween, lagWords, partWords, relationWords, shortened, shownDate, shownNumber,
} from "../../graph/page/js/words.js";
import { numbers, relationOf } from "./opened.js";

const inLanguage = (language, ask) => {
  follow(`#l=${language}`);
  return ask();
};

const SAID = [
  ["a relation, forwards", () => relationWords(relationOf("implements")), "thực hiện", "implements"],
  ["backwards", () => relationWords(relationOf("implements"), true),
    "được thực hiện bởi", "is implemented by"],
  ["a review with its years", () => relationWords(relationOf("summarizes")),
    "sơ kết (5 năm)", "interim review of (5 years)"],
  ["an end of a part", () => relationWords(relationOf("repeals")),
    "bãi bỏ một phần", "repeals in part"],
  ["the part", () => partWords(relationOf("repeals")), " (khoản 2)", " (khoản 2)"],
  ["no part that says no more", () => partWords({ part: "Một phần" }), "", ""],
  ["a day", () => shownDate("2021-04-09"), "09/04/2021", "2021-04-09"],
  ["a year", () => shownDate("2021"), "2021", "2021"],
  ["a number", () => shownNumber(12_345), "12.345", "12,345"],
  ["days after", () => lagWords("2020-01-31", "2020-03-01"), "sau 30 ngày", "30 days later"],
  ["no days where one is not known", () => lagWords("2020", "2020-03-01"), "", ""],
];

for (const [reason, ask, vietnamese, english] of SAID) {
  test(`both languages: ${reason}`, () => {
    assert.equal(inLanguage("vi", ask), vietnamese);
    assert.equal(inLanguage("en", ask), english);
  });
}

test("days are counted over the end of February and the change of clocks", () => {
  assert.equal(daysBetween("2020-02-28", "2020-03-01"), 2);
  assert.equal(daysBetween("2021-10-30", "2021-11-01"), 2);
  assert.equal(daysBetween("2021-13-45", "2021-11-01"), null);
});

test("words are cut between letters, never inside one", () => {
  assert.equal(shortened("Kết luận", 8), "Kết luận");
  assert.equal(shortened("Kết luận 𝟙𝟚𝟛", 11), "Kết luận 𝟙…");
});

test("a search needs no marks, and finds whole words first", () => {
  assert.equal(folded("Đề án  số 06/ĐA-TTg"), "de an so 06 da ttg");
  assert.deepEqual(numbers(search("ke hoach")), ["2-KH/TU", "3-KH/HU"]);
  assert.deepEqual(numbers(search("tam duong")), ["3-KH/HU"]);
  assert.deepEqual(search(" "), []);
});

test("a document is called by its type and number", () => {
  assert.equal(documents[0].label, "Nghị quyết 1-NQ/TW");
});
