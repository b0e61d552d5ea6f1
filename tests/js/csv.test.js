import assert from "node:assert/strict";
import { test } from "node:test";

import { relations } from "../../graph/page/js/collection.js";
import { csvText } from "../../graph/page/js/csv.js";
import { relationOf } from "./opened.js";

const FORMULAS = ["=1+1", "+84 912", "-2+3", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A"];

for (const text of FORMULAS) {
  test(`no spreadsheet takes ${JSON.stringify(text)} for a formula`, () => {
    assert.ok(csvText([{ ...relationOf("cites"), quote: text }]).includes(`'${text}`));
  });
}

test("numbers stay numbers", () => {
  assert.ok(csvText([{ ...relationOf("cites"), start: -1 }]).includes(",-1,"));
});

test("a file has a mark for spreadsheets, a heading and a row for each relation", () => {
  const text = csvText(relations);
  assert.ok(text.startsWith("\ufeffsubject,subject_title,"));
  assert.equal(text.replace(/"(?:[^"]|"")*"/g, "").split("\r\n").length, relations.length + 2);
  assert.ok(text.includes(`"'=1+1, ""nguyên văn""\r\nhai dòng"`));
});

test("what is inferred stands nowhere in a text", () => {
  const [, row] = csvText([relationOf("carries_out")]).split("\r\n");
  assert.ok(row.includes(",,,chain,0.9,true,"));
});
