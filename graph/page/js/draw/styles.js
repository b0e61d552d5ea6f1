// The signs of relations and levels, out of the stylesheet that page, site and application share.
// Colours have a second sign each: levels differ by the corners of their boxes, relations by the
// heads of their arrows (two with one head have one colour, too, and are told by their words), what
// is inferred and what is not held by dashes. All words keep a contrast of 4.5 to 1 or more against
// what is behind them.

export const FONT = 13;
export const FACE = "system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif";
export const UNPLACED = "";

const read = new Map();

// Returns what the stylesheet has for a name.
export function token(name) {
  if (!read.has(name)) {
    read.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
  }
  return read.get(name);
}

const LEVELS = new Set(["central", "province", "district", "commune"]);

export function levelStyle(level) {
  const name = LEVELS.has(level) ? level : "unplaced";
  return {
    border: token(name), fill: token(`${name}-paper`), band: token(`${name}-band`),
    corner: parseFloat(token(`${name}-corner`)),
  };
}

// The heads that vis-network draws.
const HEADS = {
  implements: "arrow", continues: "vee", details: "triangle", guides: "curve",
  summarizes: "circle", based_on: "box", promulgates: "diamond", approves: "diamond",
  amends: "bar", repeals: "inv_curve", replaces: "inv_triangle", carries_out: "arrow",
};

// `head` is a head that vis-network draws; `mark` is the same in a legend and in SVG.
export function relationStyle(relation) {
  const name = relation in HEADS ? relation : "other";
  const [, mark] = token(`${name}-mark`).match(/^path\(["'](.*)["']\)$/);
  return { colour: token(name), head: HEADS[relation] || "crow", mark };
}

export const DASHES = [5, 4];

export const SVG = "http://www.w3.org/2000/svg";

export function drawn(tag, attributes, children = []) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// The sample of a relation in the legend: its line and the head of its arrow.
export function relationSample(relation) {
  const { colour, mark } = relationStyle(relation);
  const dash = relation === "carries_out" ? DASHES.join(" ") : "none";
  return drawn("svg", { width: 30, height: 10, "aria-hidden": "true", class: "sample" }, [
    drawn("path", { d: "M0 5H21", stroke: colour, "stroke-width": 2, "stroke-dasharray": dash }),
    drawn("path", { d: mark, transform: "translate(20 0)", fill: colour }),
  ]);
}

export function levelSample(level) {
  const { border, fill, corner } = levelStyle(level);
  return drawn("svg", { width: 22, height: 14, "aria-hidden": "true", class: "sample" }, [
    drawn("rect", {
      x: 1, y: 1, width: 20, height: 12, rx: Math.min(corner, 6), fill, stroke: border,
      "stroke-width": 2,
    }),
  ]);
}
