// The view Sơ đồ: the selection in bands by level, drawn by vis-network.

import { documents, otherEnd, touching } from "../collection.js";
import { choose, expand, selection, usable } from "../selection.js";
import { state } from "../state.js";
import { levelName } from "../words.js";
import { labelPlaces, litUp } from "./edge_labels.js";
import { element, isolated } from "./elements.js";
import { layOut } from "./layout.js";
import { textWidth } from "./lettering.js";
import { DASHES, FACE, FONT, levelStyle, relationStyle, token } from "./styles.js";

export const map = { network: null, layout: null, drawnFor: null, nodes: null, edges: null };
const LEAST_SCALE = 0.55;
const MOST_SCALE = 1.25;

export function showMap() {
  const { order, relations: between, key } = selection();
  if (!map.network) startMap();
  if (map.drawnFor !== key || map.language !== state.language) {
    map.layout = layOut(order, between, textWidth);
    map.nodes = new vis.DataSet([...order.map(nodeOf), ...bends()]);
    map.strokes = new Map(between.map((one) => [one.id, strokesOf(one)]));
    map.edges = new vis.DataSet([...map.strokes.values()].flat());
    map.network.setData({ nodes: map.nodes, edges: map.edges });
    fit(LEAST_SCALE);
    map.drawnFor = key;
    map.language = state.language;
    showStops(order);
    element("graph").dataset.boxes = JSON.stringify(order.map((id) => {
      const { left, top, right, bottom } = boxOf(id);
      return [left, top, right, bottom].map(Math.round);
    }));
  }
  light();
}

// Shows the whole drawing, or the part around the chosen document where it would be smaller than
// `least`: what cannot be read is no help.
export function fit(least = 0) {
  const { bands } = map.layout;
  if (!bands.length) return;
  const { clientWidth, clientHeight } = element("graph");
  const [{ left, right, top }, { bottom }] = [bands[0], bands[bands.length - 1]];
  const whole = Math.min(clientWidth / (right - left), clientHeight / (bottom - top));
  const scale = Math.min(Math.max(whole, least), MOST_SCALE);
  const [width, height] = [clientWidth / scale, clientHeight / scale];
  const chosen = map.layout.boxes.get(state.chosen) || map.layout.boxes.get(selection().order[0]);
  const within = (wanted, first, last, size) => (last - first <= size ? (first + last) / 2
    : Math.min(Math.max(wanted, first + size / 2), last - size / 2));
  const position = {
    x: within(chosen.x, left, right, width), y: within(chosen.y, top, bottom, height),
  };
  map.network.moveTo({ position, scale });
  element("graph").dataset.shown = JSON.stringify({ scale });
}

function startMap() {
  map.network = new vis.Network(element("graph"), { nodes: [], edges: [] }, {
    physics: false,
    layout: { improvedLayout: false },
    interaction: {
      dragNodes: true, hover: false, multiselect: false, selectConnectedEdges: false,
      keyboard: false,
    },
  });
  map.network.on("beforeDrawing", paintBands);
  map.network.on("selectNode", ({ nodes }) => {
    if (typeof nodes[0] === "number") choose(nodes[0]);
  });
  map.network.on("deselectNode", ({ nodes }) => { if (!nodes.length) choose(null); });
  map.network.on("doubleClick", ({ nodes }) => {
    if (typeof nodes[0] === "number") expand(nodes[0]);
  });
  map.network.on("afterDrawing", moveRing);
}

function nodeOf(id) {
  const one = documents[id];
  const { border, fill: background, corner } = levelStyle(one.level);
  const box = map.layout.boxes.get(id);
  return {
    id,
    label: box.lines.join("\n"),
    x: box.x,
    y: box.y,
    shape: "box",
    margin: 8,
    borderWidth: 1.5,
    borderWidthSelected: 3.5,
    widthConstraint: { minimum: box.width - 18 },
    shapeProperties: { borderDashes: one.held ? false : DASHES, borderRadius: corner },
    color: {
      border,
      background: one.held ? background : token("paper"),
      highlight: { border, background: token("evidence") },
    },
    font: { size: FONT, face: FACE, color: token("ink") },
    scaling: { label: { drawThreshold: 3 } },
  };
}

const bends = () => [...map.layout.lanes].flatMap(([relation, lane]) => lane.map(({ x, y }, at) => ({
  id: `${relation}:${at}`, x, y, shape: "dot", size: 0, borderWidth: 0, chosen: false,
})));

// A relation is one stroke for each part of its lane; relations between the same two are bent apart.
function strokesOf(relation) {
  const { colour, head } = relationStyle(relation.relation);
  const lane = (map.layout.lanes.get(relation.id) || []).map((_, at) => `${relation.id}:${at}`);
  const stops = [relation.subject, ...lane, relation.object];
  const [from, to] = [relation.subject, relation.object].map((id) => map.layout.boxes.get(id));
  const twin = twinRank(relation);
  const bent = from.y === to.y || (twin && stops.length === 2);
  return stops.slice(1).map((stop, part) => ({
    id: `${relation.id}.${part}`,
    from: stops[part],
    to: stop,
    arrows: { to: { enabled: part === stops.length - 2, scaleFactor: 0.6, type: head } },
    dashes: relation.inferred ? DASHES : false,
    color: { color: colour, highlight: colour, hover: colour, opacity: 0.9 },
    width: 1.4,
    selectionWidth: 0,
    smooth: bent
      ? { enabled: true, type: "curvedCW", roundness: 0.18 + 0.16 * twin }
      : { enabled: true, type: "cubicBezier", forceDirection: "vertical", roundness: 0.4 },
    font: { size: 11, face: FACE, color: colour, strokeWidth: 4, strokeColor: token("paper") },
  }));
}

export function twinRank({ id, subject, object }) {
  const ids = selection().ids;
  return touching(subject)
    .filter((one) => otherEnd(one, subject) === object && usable(one) && ids.has(object))
    .map((one) => one.id).sort((a, b) => a - b).indexOf(id);
}

// Shows which document is chosen, what it touches, and which chain is lit.
function light() {
  const { order, relations: between } = selection();
  const dim = state.chosen !== null;
  const lit = litUp(between);
  const near = new Set(state.chosen === null ? [] : [state.chosen]);
  for (const one of lit) near.add(one.subject).add(one.object);
  map.nodes.update(order.map((id) => ({ id, opacity: !dim || near.has(id) ? 1 : 0.35 })));
  const labels = labelPlaces(between, map.layout);
  map.edges.update(between.flatMap((relation) => {
    const strong = dim && lit.has(relation);
    const label = labels.get(relation.id);
    const { colour } = relationStyle(relation.relation);
    return map.strokes.get(relation.id).map(({ id }, part) => ({
      id,
      label: label && part === label.part ? label.text : " ",
      font: { vadjust: label ? label.down : 0 },
      width: strong ? 2.8 : 1.4,
      color: { color: colour, highlight: colour, opacity: !dim || strong ? 0.9 : 0.15 },
    }));
  }));
  if (state.chosen !== null && selection().ids.has(state.chosen)) {
    map.network.selectNodes([state.chosen], false);
  } else {
    map.network.unselectAll();
  }
}

// What vis-network calls the bounding box of a document is larger by the rounding of its corners.
function boxOf(id) {
  const { left, top, right, bottom } = map.network.getBoundingBox(id);
  const { corner } = levelStyle(documents[id].level);
  return {
    left: left + corner, top: top + corner, right: right - corner, bottom: bottom - corner,
  };
}

export function moveTo(id) {
  if (!map.network || state.view !== "map" || !selection().ids.has(id)) return;
  map.network.focus(id, { scale: Math.max(map.network.getScale(), 0.8), animation: false });
}

function paintBands(context) {
  if (!map.layout) return;
  context.font = `600 15px ${FACE}`;
  context.textBaseline = "top";
  context.textAlign = "left";
  const edgeOfView = map.network.DOMtoCanvas({ x: 12, y: 0 }).x;
  for (const band of map.layout.bands) {
    const { band: colour, border } = levelStyle(band.level);
    context.fillStyle = colour;
    context.fillRect(band.left, band.top, band.right - band.left, band.bottom - band.top);
    context.fillStyle = border;
    context.fillText(levelName(band.level), Math.max(band.left + 12, edgeOfView), band.top + 9);
  }
}

// A canvas has nothing that Tab could reach: each document has a button that is seen only while it
// has the focus, as a ring around the box.
function showStops(order) {
  const rows = [...order].sort((a, b) => {
    const [one, other] = [map.layout.boxes.get(a), map.layout.boxes.get(b)];
    return one.y - other.y || one.x - other.x;
  });
  element("stops").replaceChildren(...rows.map((id) => {
    const stop = isolated("button", documents[id].label, { type: "button", className: "stop" });
    stop.dataset.id = id;
    stop.addEventListener("click", () => choose(id));
    stop.addEventListener("focus", () => {
      const { x, y } = map.network.canvasToDOM(map.network.getPosition(id));
      const { clientWidth, clientHeight } = element("graph");
      if (x < 0 || y < 0 || x > clientWidth || y > clientHeight) moveTo(id);
      moveRing();
    });
    stop.addEventListener("blur", moveRing);
    return stop;
  }));
}

function moveRing() {
  const ring = element("ring");
  const focused = document.activeElement;
  ring.hidden = !focused || !focused.classList.contains("stop");
  if (ring.hidden) return;
  const { left, top, right, bottom } = boxOf(Number(focused.dataset.id));
  const [from, to] = [{ x: left, y: top }, { x: right, y: bottom }].map((corner) => (
    map.network.canvasToDOM(corner)));
  Object.assign(ring.style, {
    left: `${from.x - 4}px`, top: `${from.y - 4}px`,
    width: `${to.x - from.x + 8}px`, height: `${to.y - from.y + 8}px`,
  });
}

// The document that lies nearest to another in the direction of an arrow key.
export function neighbourTowards(id, key) {
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  const from = map.layout.boxes.get(id);
  let best = null;
  for (const [other, box] of map.layout.boxes) {
    const [x, y] = [box.x - from.x, box.y - from.y];
    const along = x * dx + y * dy;
    if (other === id || along <= 1) continue;
    const cost = along + 3 * Math.abs(x * dy + y * dx);
    if (!best || cost < best.cost) best = { other, cost };
  }
  return best ? best.other : id;
}

export const zoom = (factor) => map.network.moveTo({ scale: map.network.getScale() * factor });
