// Where the documents of a drawing stand: a band for each level, in it a row for each step of a
// chain, in the row each document above or below those that it is related to.

import { byDate, data, documents } from "../collection.js";
import { shortened } from "../words.js";
import { FONT, UNPLACED } from "./styles.js";

const LINE_CHARACTERS = 26;
const GAP = 26;
const ROW = 96;
const BAND_GAP = 34;
const BAND_HEAD = 30;
const LEAST_ROW_WIDTH = 1000;
const ASPECT = 1.2;
export const LABELLED_EDGES = 80;
const GATHERING = 0.98;
const SWEEPS = 12;

// The words in a box: the type on a line of its own, the rest broken where it is too long.
function linesOf(one) {
  const kind = one.type && one.label.startsWith(`${one.type} `) ? one.type : "";
  const lines = kind && kind.length + 3 < LINE_CHARACTERS ? [kind] : [];
  let line = "";
  for (const part of one.label.slice(lines.length ? kind.length + 1 : 0).split(" ")) {
    if (line && line.length + part.length >= LINE_CHARACTERS) {
      lines.push(line);
      line = part;
    } else {
      line = line ? `${line} ${part}` : part;
    }
  }
  lines.push(line);
  const kept = lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]}…`] : lines;
  return kept.map((text) => shortened(text, 40));
}

// Returns `{boxes, lanes, bands}` for documents `ids` and the relations among them, with words as wide
// as `textWidth` says. `boxes` maps an id to its middle, width and lines; a relation that passes rows
// has a lane of points between them.
export function layOut(ids, between, textWidth) {
  const boxes = new Map(ids.map((id) => {
    const lines = linesOf(documents[id]);
    const width = Math.max(...lines.map(textWidth)) + 26;
    return [id, { lines, width, height: lines.length * (FONT + 2) + 18 }];
  }));
  // What is merely cited stands anywhere; all other relations point upwards where they can.
  const shaping = between.filter((one) => one.relation !== "cites" && one.subject !== one.object);
  const total = [...boxes.values()].reduce((sum, { width }) => sum + width + GAP, 0);
  const rowWidth = Math.max(LEAST_ROW_WIDTH, Math.sqrt(ASPECT * ROW * total));
  const widthOf = (row) => row.reduce((sum, box) => sum + box.width + GAP, -GAP);

  const bands = rowsByLevel(ids, between, shaping, boxes, rowWidth, widthOf);
  let y = 0;
  for (const band of bands) {
    band.top = y;
    y += BAND_HEAD;
    for (const row of band.rows) {
      let x = -widthOf(row) / 2;
      for (const box of row) {
        box.x = x + box.width / 2;
        box.y = y + ROW / 2;
        x += box.width + GAP;
      }
      y += ROW;
    }
    band.bottom = y;
    y += BAND_GAP;
  }
  const lanes = straighten(bands.flatMap(({ rows }) => rows), shaping, boxes);
  const placed = [...boxes.values()];
  const left = Math.min(...placed.map((box) => box.x - box.width / 2)) - 40;
  const right = Math.max(...placed.map((box) => box.x + box.width / 2)) + 40;
  return { boxes, lanes, bands: bands.map((band) => ({ ...band, left, right })) };
}

function rowsByLevel(ids, between, shaping, boxes, rowWidth, widthOf) {
  const linked = new Set(between.flatMap(({ subject, object }) => (
    subject === object ? [] : [subject, object])));
  const bands = [];
  for (const level of [...data.levels, UNPLACED].filter((name, at, all) => all.indexOf(name) === at)) {
    const members = ids.filter((id) => documents[id].level === level).sort(byDate);
    if (!members.length) continue;
    const depth = depths(members, shaping);
    const steps = [];
    for (const id of members.filter((one) => linked.has(one))) (steps[depth.get(id)] ||= []).push(id);
    const rows = [...steps.filter(Boolean), members.filter((one) => !linked.has(one))]
      .flatMap((step) => wrapped(step.map((id) => boxes.get(id)), rowWidth, widthOf));
    bands.push({ level, rows });
  }
  return bands;
}

function wrapped(step, rowWidth, widthOf) {
  if (!step.length) return [];
  const count = Math.ceil(widthOf(step) / rowWidth);
  const rows = Array.from({ length: count }, () => []);
  step.forEach((box, rank) => rows[Math.floor((rank * count) / step.length)].push(box));
  return rows.filter((row) => row.length);
}

// How many steps a document stands below those of its own level that it points to.
function depths(members, shaping) {
  const above = new Map(members.map((id) => [id, []]));
  for (const { subject, object } of shaping) {
    if (above.has(subject) && above.has(object)) above.get(subject).push(object);
  }
  const known = new Map();
  const walk = (id, path) => {
    if (known.has(id)) return known.get(id);
    if (path.has(id)) return 0;
    path.add(id);
    const depth = Math.max(-1, ...above.get(id).map((other) => walk(other, path))) + 1;
    path.delete(id);
    known.set(id, depth);
    return depth;
  };
  for (const id of members) walk(id, new Set());
  return known;
}

// Moves the boxes of each row towards what they are related to. A relation that passes rows gets a
// lane through each, so that it runs between their boxes. Returns the lanes by relation.
function straighten(rows, shaping, boxes) {
  const rowOf = new Map(rows.flatMap((row, rank) => row.map((box) => [box, rank])));
  const pulls = new Map([...rowOf.keys()].map((box) => [box, []]));
  const lanes = new Map();
  const pull = (one, other) => {
    pulls.get(one).push(other);
    pulls.get(other).push(one);
  };
  for (const relation of shaping) {
    const [from, to] = [boxes.get(relation.subject), boxes.get(relation.object)];
    const [first, last] = [rowOf.get(from), rowOf.get(to)];
    const step = Math.sign(last - first);
    const lane = [];
    let end = from;
    if (shaping.length <= LABELLED_EDGES) {
      for (let row = first + step; step && row !== last; row += step) {
        const part = (row - first) / (last - first);
        const point = { width: 0, x: from.x + (to.x - from.x) * part, y: rows[row][0].y };
        rows[row].push(point);
        pulls.set(point, []);
        pull(end, point);
        lane.push(point);
        end = point;
      }
    }
    pull(end, to);
    lanes.set(relation.id, lane);
  }
  const wanted = (box) => {
    const others = pulls.get(box);
    if (!others.length) return box.x;
    return (GATHERING * others.reduce((sum, other) => sum + other.x, 0)) / others.length;
  };
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const row of sweep % 2 ? [...rows].reverse() : rows) spread(row, wanted);
  }
  return lanes;
}

// Boxes stand where they are wanted, moved apart where they would touch, and centred as a whole.
function spread(row, wanted) {
  const goals = new Map(row.map((box) => [box, wanted(box)]));
  row.sort((a, b) => goals.get(a) - goals.get(b));
  const xs = row.map((box) => goals.get(box));
  for (let at = 1; at < row.length; at += 1) {
    const least = (row[at - 1].width + row[at].width) / 2 + GAP;
    xs[at] = Math.max(xs[at], xs[at - 1] + least);
  }
  const shift = row.reduce((sum, box, at) => sum + goals.get(box) - xs[at], 0) / row.length;
  row.forEach((box, at) => { box.x = xs[at] + shift; });
}
