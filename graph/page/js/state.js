// What the user sees, as one value that a link can hold: view, document, filters, language.

const VIEWS = ["boxes", "map", "table", "time", "cover"];
const FACETS = ["level", "place", "type", "relation"];
const HELD = ["all", "held", "cited"];
const START = {
  view: data.centre === null ? "map" : "boxes",
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
  language: data.language,
};
let state = structuredClone(START);

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// Returns the link of a state: what is as at the start is left out.
function linkOf(wanted) {
  const parts = new URLSearchParams();
  const path = (id) => (id === null ? "" : documents[id].path);
  if (wanted.view !== START.view) parts.set("v", wanted.view);
  if (wanted.chosen !== START.chosen) parts.set("d", path(wanted.chosen));
  if (wanted.around !== START.around) parts.set("a", path(wanted.around));
  for (const id of wanted.opened) parts.append("x", path(id));
  for (const facet of FACETS) {
    if (same(wanted.hidden[facet], START.hidden[facet])) continue;
    parts.set(`no-${facet}`, JSON.stringify(wanted.hidden[facet]));
  }
  if (wanted.from !== null) parts.set("from", wanted.from);
  if (wanted.to !== null) parts.set("to", wanted.to);
  if (wanted.held !== "all") parts.set("text", wanted.held);
  if (wanted.inferred) parts.set("inferred", "1");
  if (wanted.chain) parts.set("chain", wanted.step === null ? "all" : wanted.step);
  if (wanted.language !== START.language) parts.set("l", wanted.language);
  return `#${parts}`;
}

// Returns the state that a link means; whatever it does not know is as at the start.
function stateOf(link) {
  const parts = new URLSearchParams(link.replace(/^#/, ""));
  const found = structuredClone(START);
  const known = (name, start) => {
    if (!parts.has(name)) return start;
    return parts.get(name) === "" ? null : byPath.get(parts.get(name)) ?? start;
  };
  const year = (name) => (/^\d{4}$/.test(parts.get(name) || "") ? Number(parts.get(name)) : null);
  if (VIEWS.includes(parts.get("v"))) found.view = parts.get("v");
  found.chosen = known("d", START.chosen);
  found.around = known("a", START.around);
  found.opened = parts.getAll("x").map((path) => byPath.get(path)).filter((id) => id >= 0);
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

// Changes the state, shows it, and makes its link a step of the browser's history.
function change(changes) {
  state = { ...state, ...changes };
  const link = linkOf(state);
  if (link !== (window.location.hash || "#")) window.location.hash = link;
  render();
}

// Chooses a document; where it is not among those shown, they become those around it.
// With `move` the drawing brings it into sight.
function choose(id, { move = false } = {}) {
  const around = id === null || selection().ids.has(id) ? state.around : id;
  const opened = around === state.around ? state.opened : [];
  change({ chosen: id, around, opened, chain: false, step: null });
  if (move) moveTo(id);
}

// Shows what a document touches besides what is shown, or no longer.
function expand(id) {
  const opened = state.opened.includes(id)
    ? state.opened.filter((other) => other !== id) : [...state.opened, id];
  change({ opened });
}

window.addEventListener("hashchange", () => {
  if (linkOf(state) === (window.location.hash || "#")) return;
  state = stateOf(window.location.hash);
  render();
});
