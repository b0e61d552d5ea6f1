// What the user sees, as one value that a link can hold: view, document, filters, language.

import { data, documentAt, documents, isLarge, nameDocuments } from "./collection.js";

export const VIEWS = ["boxes", "map", "table", "time", "cover", "owed", "text"];
export const FACETS = ["level", "place", "type", "relation"];
export const HELD = ["all", "held", "cited"];
export const startState = () => ({
  view: data.centre === null && !isLarge() ? "map" : "boxes",
  chosen: data.centre,
  around: data.centre,
  opened: [],
  hidden: {
    level: [], place: [], type: [], relation: data.relations_shown_first ? ["cites"] : [],
  },
  from: null,
  to: null,
  held: "all",
  inferred: false,
  chain: false,
  step: null,
  text: null,
  place: null,
  became: null,
  due: null,
  language: data.language,
});
export let state = null;

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// Returns the link of a state: what is as at the start is left out.
export function linkOf(wanted) {
  const start = startState();
  const parts = new URLSearchParams();
  const path = (id) => (id === null ? "" : documents[id].path);
  if (wanted.view !== start.view) parts.set("v", wanted.view);
  if (wanted.chosen !== start.chosen) parts.set("d", path(wanted.chosen));
  if (wanted.around !== start.around) parts.set("a", path(wanted.around));
  for (const id of wanted.opened) parts.append("x", path(id));
  for (const facet of FACETS) {
    if (same(wanted.hidden[facet], start.hidden[facet])) continue;
    parts.set(`no-${facet}`, JSON.stringify(wanted.hidden[facet]));
  }
  if (wanted.from !== null) parts.set("from", wanted.from);
  if (wanted.to !== null) parts.set("to", wanted.to);
  if (wanted.held !== "all") parts.set("text", wanted.held);
  if (wanted.inferred) parts.set("inferred", "1");
  if (wanted.chain) parts.set("chain", wanted.step === null ? "all" : wanted.step);
  if (wanted.text !== null) parts.set("t", wanted.text);
  if (wanted.place !== null) parts.set("w", wanted.place);
  if (wanted.became !== null) parts.set("became", wanted.became);
  if (wanted.due !== null) parts.set("due", wanted.due);
  if (wanted.language !== start.language) parts.set("l", wanted.language);
  return `#${parts}`;
}

// Returns the state that a link means; whatever it does not know is as at the start.
export function stateOf(link) {
  const parts = new URLSearchParams(link.replace(/^#/, ""));
  const start = startState();
  const found = startState();
  const known = (name, otherwise) => {
    if (!parts.has(name)) return otherwise;
    return parts.get(name) === "" ? null : documentAt(parts.get(name)) ?? otherwise;
  };
  const year = (name) => (/^\d{4}$/.test(parts.get(name) || "") ? Number(parts.get(name)) : null);
  if (VIEWS.includes(parts.get("v"))) found.view = parts.get("v");
  found.chosen = known("d", start.chosen);
  found.around = known("a", start.around);
  found.opened = parts.getAll("x").map((path) => documentAt(path)).filter((id) => id >= 0);
  for (const facet of FACETS) {
    const hidden = parsed(parts.get(`no-${facet}`));
    if (Array.isArray(hidden)) found.hidden[facet] = hidden.filter(knownValue(facet)).sort();
  }
  found.from = year("from");
  found.to = year("to");
  if (HELD.includes(parts.get("text"))) found.held = parts.get("text");
  found.inferred = parts.get("inferred") === "1";
  found.chain = parts.has("chain") && found.chosen !== null;
  const step = Number.parseInt(parts.get("chain"), 10);
  if (found.chain && step >= 0) found.step = step;
  if (data.texts.includes(parts.get("t"))) found.text = parts.get("t");
  if (/^w\d+-\d+$/.test(parts.get("w") || "")) found.place = parts.get("w");
  if (Object.hasOwn(data.words[data.language].owed, parts.get("became"))) found.became = parts.get("became");
  if (/^\d{4}-\d{2}-\d{2}$/.test(parts.get("due") || "")) found.due = parts.get("due");
  if (Object.hasOwn(data.words, parts.get("l"))) found.language = parts.get("l");
  return found;
}

function knownValue(facet) {
  const values = {
    level: data.levels,
    place: data.places.map(([path]) => path),
    type: data.types,
    relation: data.kinds.map(([relation]) => relation),
  };
  const known = new Set(values[facet]);
  return (value) => known.has(value);
}

function parsed(json) {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

let show = () => {};

// Names what shows the state after each change; it is told which document to bring into sight.
export function showWith(showing) {
  show = showing;
}

// Changes the state, shows it, and makes its link a step of the browser's history.
export function change(changes, move = null) {
  take({ ...state, ...changes });
  const link = linkOf(state);
  if (link !== (window.location.hash || "#")) window.location.hash = link;
  show(move);
}

// Takes the state that a link means, without showing it.
export function follow(link) {
  take(stateOf(link));
}

function take(wanted) {
  const spoken = state ? state.language : data.language;
  state = wanted;
  if (state.language !== spoken) nameDocuments(state.language);
}

// Whether a link means another state than the present one.
export const leadsElsewhere = (link) => linkOf(state) !== (link || "#");
