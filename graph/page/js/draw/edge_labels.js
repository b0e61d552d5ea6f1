// Which relations of the drawing are lit, which are named, and where their names stand.

import { litRelations } from "../selection.js";
import { state } from "../state.js";
import { relationWords } from "../words.js";
import { LABELLED_EDGES } from "./layout.js";
import { LABEL_FONT, labelWidth } from "./lettering.js";

const LABEL_SHIFTS = [0, 1, -1, 2, -2, 3, -3].map((step) => step * (LABEL_FONT + 3));

// The relations of the lit chain, else those of the chosen document.
export function litUp(between) {
  const lit = litRelations();
  return new Set(between.filter((one) => (state.chain
    ? lit.has(one.id) : one.subject === state.chosen || one.object === state.chosen)));
}

// How many relations meet at each document: a label stands near the end where fewer do.
function degrees(between) {
  const found = new Map();
  for (const { subject, object } of between) {
    for (const id of [subject, object]) found.set(id, (found.get(id) || 0) + 1);
  }
  return found;
}

// Returns for each relation that is named `{text, part, down, x, y}`: the part of its lane at whose
// middle the label stands, and how far below it, so that no label covers another or a box. Where
// there is no room for one the colour and the head of the line have to do.
export function labelPlaces(between, layout) {
  const named = state.chosen === null ? between : [...litUp(between)];
  const found = new Map();
  if (state.chosen === null && named.length > LABELLED_EDGES) return found;
  const busy = degrees(between);
  const taken = [...layout.boxes.values()].map(({ x, y, width, height }) => ({
    left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2,
  }));
  const covered = (one) => taken.some((other) => one.left < other.right && other.left < one.right
    && one.top < other.bottom && other.top < one.bottom);
  for (const relation of named) {
    const [from, to] = [relation.subject, relation.object].map((id) => layout.boxes.get(id));
    const stops = [from, ...(layout.lanes.get(relation.id) || []), to];
    const part = busy.get(relation.subject) <= busy.get(relation.object) ? 0 : stops.length - 2;
    const [one, other] = stops.slice(part, part + 2);
    const middle = { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
    const text = relationWords(relation);
    const half = labelWidth(text) / 2;
    const around = (down) => ({
      left: middle.x - half, right: middle.x + half,
      top: middle.y + down - LABEL_FONT / 2, bottom: middle.y + down + LABEL_FONT / 2,
    });
    const down = LABEL_SHIFTS.find((shift) => !covered(around(shift)));
    if (down === undefined) continue;
    taken.push(around(down));
    found.set(relation.id, { text, part, down, ...middle });
  }
  return found;
}
