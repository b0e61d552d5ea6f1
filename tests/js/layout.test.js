import assert from "node:assert/strict";
import { test } from "node:test";

import { documents, relations } from "../../graph/page/js/collection.js";
import { layOut } from "../../graph/page/js/draw/layout.js";
import { idOf } from "./opened.js";

const IDS = documents.map(({ id }) => id);
const sevenEach = (text) => 7 * text.length;
const laidOut = () => layOut(IDS, relations, sevenEach);

test("a band for each level that is there, from the centre down", () => {
  const { bands } = laidOut();
  assert.deepEqual(bands.map(({ level }) => level), ["central", "province", "district", ""]);
  bands.slice(1).forEach((band, at) => assert.ok(band.top > bands[at].bottom));
});

test("each box lies in its band, and covers no other", () => {
  const { bands, boxes } = laidOut();
  const placed = [...boxes].map(([id, { x, y, width, height }]) => ({
    id, left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2,
  }));
  for (const one of placed) {
    const band = bands.find(({ level }) => level === documents[one.id].level);
    assert.ok(band.left < one.left && one.right < band.right);
    assert.ok(band.top < one.top && one.bottom < band.bottom);
    for (const other of placed) {
      assert.ok(one.id === other.id || one.right < other.left || other.right < one.left
        || one.bottom < other.top || other.bottom < one.top);
    }
  }
});

test("the type has a line of its own, and a box is as wide as its words", () => {
  const { lines, width } = laidOut().boxes.get(idOf("2-KH/TU"));
  assert.deepEqual(lines, ["Kế hoạch", "2-KH/TU"]);
  assert.equal(width, sevenEach("Kế hoạch") + 26);
});

test("a relation that passes a row has a lane through it", () => {
  const passing = relations.find(({ relation }) => relation === "carries_out");
  const { lanes, boxes } = laidOut();
  assert.equal(lanes.get(passing.id).length, 1);
  assert.equal(lanes.get(passing.id)[0].y, boxes.get(idOf("2-KH/TU")).y);
});

test("the same documents are laid out alike", () => {
  assert.deepEqual(laidOut(), laidOut());
});

test("documents that name each other in a ring have places", () => {
  const [one, other] = [idOf("2-KH/TU"), idOf("4-BC/TU")];
  const ring = [[one, other], [other, one]].map(([subject, object], id) => (
    { id, subject, object, relation: "amends" }));
  const { boxes } = layOut([one, other], ring, sevenEach);
  assert.ok([...boxes.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)));
});
