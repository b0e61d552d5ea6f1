// Colours with a second sign each: levels differ by the corners of their boxes, relations by the
// heads of their arrows (two with one head have one colour, too, and are told by their words), what
// is inferred and what is not held by dashes. All words keep a contrast of 4.5 to 1 or more against
// what is behind them.

export const FONT = 13;
export const FACE = "system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif";
export const INK = "#1d2733";
export const UNPLACED = "";

const LEVEL_STYLES = {
  central: { border: "#9a3412", fill: "#fff1e0", band: "#fffaf3", corner: 0 },
  province: { border: "#0b5394", fill: "#e2effb", band: "#f6fafe", corner: 5 },
  district: { border: "#0f6b63", fill: "#dcf3ef", band: "#f4fbf9", corner: 11 },
  commune: { border: "#6d28d9", fill: "#eee7fc", band: "#faf7fe", corner: 18 },
  [UNPLACED]: { border: "#4b5763", fill: "#eef1f4", band: "#f8f9fa", corner: 5 },
};
export const levelStyle = (level) => LEVEL_STYLES[level] || LEVEL_STYLES[UNPLACED];

// `head` is a head that vis-network draws; `mark` is the same in a legend and in SVG.
const RELATION_STYLES = {
  implements: { colour: "#0b5394", head: "arrow", mark: "M0 0 10 5 0 10 3 5Z" },
  continues: { colour: "#0e6b85", head: "vee", mark: "M0 0 10 5 0 10 6 5Z" },
  details: { colour: "#3f6212", head: "triangle", mark: "M0 0 10 5 0 10Z" },
  guides: { colour: "#166534", head: "curve", mark: "M2 0A5 5 0 0 1 2 10L4 9A4 4 0 0 0 4 1Z" },
  summarizes: { colour: "#9d174d", head: "circle", mark: "M5 0A5 5 0 1 1 5 10A5 5 0 1 1 5 0Z" },
  based_on: { colour: "#4b5763", head: "box", mark: "M0 0H10V10H0Z" },
  promulgates: { colour: "#92400e", head: "diamond", mark: "M0 5 5 0 10 5 5 10Z" },
  approves: { colour: "#92400e", head: "diamond", mark: "M0 5 5 0 10 5 5 10Z" },
  amends: { colour: "#854d0e", head: "bar", mark: "M4 0H7V10H4Z" },
  repeals: { colour: "#b91c1c", head: "inv_curve", mark: "M8 0A5 5 0 0 0 8 10L6 9A4 4 0 0 1 6 1Z" },
  replaces: { colour: "#b91c1c", head: "inv_triangle", mark: "M10 0 0 5 10 10Z" },
  carries_out: { colour: "#0b5394", head: "arrow", mark: "M0 0 10 5 0 10 3 5Z" },
};
const OTHER_STYLE = { colour: "#4b5763", head: "crow", mark: "M10 0 0 5 10 10 6 5Z" };
export const relationStyle = (relation) => RELATION_STYLES[relation] || OTHER_STYLE;

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
