// What is seen as a picture: the drawing from its layout, the other views from their elements.

import { documents } from "../collection.js";
import { selection } from "../selection.js";
import { state } from "../state.js";
import { levelName, say, words } from "../words.js";
import { labelPlaces, litUp } from "./edge_labels.js";
import { element, make } from "./elements.js";
import { LABEL_FONT, labelWidth } from "./lettering.js";
import { map, twinRank } from "./map.js";
import {
  DASHES, FACE, FONT, SVG, drawn, levelStyle, relationSample, relationStyle, token,
} from "./styles.js";

const MOST_PIXELS = 16_000;
const SCALE = 2;

export function picture() {
  return state.view === "map" ? pictureOfMap() : pictureOfView(element(state.view));
}

function sheet(left, top, width, height, children) {
  return drawn("svg", {
    xmlns: SVG, viewBox: `${left} ${top} ${width} ${height}`, width, height, "font-family": FACE,
  }, [drawn("rect", { x: left, y: top, width, height, fill: token("paper") }), ...children]);
}

const lettering = (text, attributes) => {
  const made = drawn("text", attributes);
  made.textContent = printable(text);
  return made;
};

// XML has no place for these characters, and a file that holds one is no file of its kind.
export const printable = (text) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "�");

function pictureOfMap() {
  const { bands, boxes } = map.layout;
  if (!bands.length) {
    return sheet(0, 0, 400, 60, [lettering(say("nothing"), { x: 12, y: 34, "font-size": FONT, fill: token("ink") })]);
  }
  const [first, last] = [bands[0], bands[bands.length - 1]];
  const parts = bands.flatMap(({ level, left, right, top, bottom }) => [
    drawn("rect", { x: left, y: top, width: right - left, height: bottom - top, fill: levelStyle(level).band }),
    lettering(levelName(level), {
      x: left + 12, y: top + 20, "font-size": 15, "font-weight": 600, fill: levelStyle(level).border,
    }),
  ]);
  const { relations: between, order } = selection();
  const lit = litUp(between);
  const labels = labelPlaces(between, map.layout);
  for (const one of between) {
    parts.push(...strokePicture(one, state.chosen === null || lit.has(one), labels.get(one.id)));
  }
  for (const id of order) parts.push(boxPicture(documents[id], boxes.get(id)));
  const width = first.right - first.left;
  const key = keyPicture(between, { x: first.left, y: last.bottom + 24, width });
  return sheet(first.left, first.top, width, key.bottom - first.top, [...parts, ...key.parts]);
}

// What lines mean, in rows below the drawing.
function keyPicture(between, { x, y, width }) {
  const words_ = new Map(between.map((one) => [
    one.relation, words().relations[one.relation][0],
  ]));
  const parts = [];
  const place = { x: 12, y: 0 };
  const add = (text, sample, style) => {
    const size = labelWidth(text) + (sample ? 40 : 0) + 18;
    if (place.x > 12 && place.x + size > width) Object.assign(place, { x: 12, y: place.y + 20 });
    if (sample) parts.push(samplePicture(sample, { x: x + place.x, y: y + place.y - 9 }));
    parts.push(lettering(text, {
      x: x + place.x + (sample ? 36 : 0), y: y + place.y, "font-size": LABEL_FONT, ...style,
    }));
    place.x += size;
  };
  for (const [relation, text] of words_) {
    add(text, relationSample(relation), { fill: relationStyle(relation).colour });
  }
  add(say("dashed"), null, { fill: token("ink") });
  return { parts, bottom: y + place.y + 14 };
}

function boxPicture(one, { x, y, width, height, lines }) {
  const { border, fill: background, corner } = levelStyle(one.level);
  return drawn("g", {}, [
    drawn("rect", {
      x: x - width / 2, y: y - height / 2, width, height, rx: corner,
      fill: one.id === state.chosen ? token("evidence") : one.held ? background : token("paper"),
      stroke: border, "stroke-width": one.id === state.chosen ? 3.5 : 1.5,
      "stroke-dasharray": one.held ? "none" : DASHES.join(" "),
    }),
    ...lines.map((line, at) => lettering(line, {
      x, y: y + (at - (lines.length - 1) / 2) * (FONT + 2) + FONT * 0.35,
      "font-size": FONT, "text-anchor": "middle", fill: token("ink"),
    })),
  ]);
}

function strokePicture(relation, strong, label) {
  const { colour, mark } = relationStyle(relation.relation);
  const [from, to] = [relation.subject, relation.object].map((id) => map.layout.boxes.get(id));
  const lane = map.layout.lanes.get(relation.id) || [];
  const down = Math.sign(to.y - from.y);
  const bend = down ? 0 : 46 + 18 * twinRank(relation);
  // Lines leave and reach a box on the side where they come from, not all in its middle.
  const beside = (box, stop) => {
    const most = Math.max(0, box.width / 2 - 14);
    return box.x + Math.max(-most, Math.min(most, (stop.x - box.x) * 0.35));
  };
  const start = { x: beside(from, lane[0] || to), y: from.y + (down || -1) * (from.height / 2) };
  const end = {
    x: beside(to, lane[lane.length - 1] || from), y: to.y - (down || 1) * (to.height / 2 + 8),
  };
  let path = `M${start.x} ${start.y}`;
  let last = start;
  for (const stop of [...lane, end]) {
    const half = (stop.y - last.y) / 2;
    path += bend ? `C${last.x} ${last.y - bend} ${stop.x} ${stop.y - bend} ${stop.x} ${stop.y}`
      : `C${last.x} ${last.y + half} ${stop.x} ${stop.y - half} ${stop.x} ${stop.y}`;
    last = stop;
  }
  const turn = { 1: 90, [-1]: -90, 0: 90 }[down];
  const parts = [
    drawn("path", {
      d: path, fill: "none", stroke: colour, "stroke-width": 1.4, "stroke-opacity": strong ? 0.9 : 0.15,
      "stroke-dasharray": relation.inferred ? DASHES.join(" ") : "none",
    }),
    drawn("path", {
      d: mark, fill: colour, "fill-opacity": strong ? 0.9 : 0.15,
      transform: `translate(${end.x} ${end.y}) rotate(${turn}) translate(-2 -5)`,
    }),
  ];
  if (label) {
    parts.push(lettering(label.text, {
      x: label.x, y: label.y + label.down - bend * 0.75 + LABEL_FONT * 0.35, "font-size": LABEL_FONT,
      "text-anchor": "middle", fill: colour, stroke: token("paper"), "stroke-width": 4,
      "paint-order": "stroke",
    }));
  }
  return parts;
}

// What has a place on the page, but is not seen: words for a screen reader, what is folded away.
const unseen = (one) => one.closest(".unseen")
  || (one.closest("details:not([open])") && !one.closest("summary"));

// A view made of elements: each visible box with its ground and its edges, each word where it stands.
function pictureOfView(view) {
  const frame = view.getBoundingClientRect();
  const [left, top] = [frame.left - view.scrollLeft, frame.top - view.scrollTop];
  const at = (rect) => ({
    x: rect.left - left, y: rect.top - top, width: rect.width, height: rect.height,
  });
  const parts = [];
  for (const one of view.querySelectorAll("*")) {
    if (one.closest("svg")) {
      if (one.matches("svg")) parts.push(samplePicture(one, at(one.getBoundingClientRect())));
    } else if (one.getClientRects().length && !unseen(one)) {
      parts.push(...groundPicture(getComputedStyle(one), at(one.getBoundingClientRect())));
    }
  }
  const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!unseen(node.parentElement)) parts.push(...wordPictures(node, at));
  }
  const width = Math.max(view.scrollWidth, view.clientWidth);
  const ends = [...view.children].map((one) => at(one.getBoundingClientRect()))
    .map(({ y, height }) => y + height);
  return sheet(0, 0, width, Math.max(40, ...ends) + 16, parts);
}

function samplePicture(svg, { x, y }) {
  const copy = svg.cloneNode(true);
  copy.setAttribute("x", x);
  copy.setAttribute("y", y);
  copy.removeAttribute("class");
  return copy;
}

function groundPicture(style, rect) {
  const parts = [];
  const hatched = style.backgroundImage !== "none";
  if (hatched || style.backgroundColor !== "rgba(0, 0, 0, 0)") {
    parts.push(drawn("rect", { ...rect, fill: hatched ? token("hatch") : style.backgroundColor }));
  }
  const { x, y, width, height } = rect;
  const sides = {
    Top: [x, y, x + width, y], Bottom: [x, y + height, x + width, y + height],
    Left: [x, y, x, y + height], Right: [x + width, y, x + width, y + height],
  };
  for (const [side, [x1, y1, x2, y2]] of Object.entries(sides)) {
    const thick = Number.parseFloat(style[`border${side}Width`]);
    if (!thick || style[`border${side}Style`] === "none") continue;
    const stroke = style[`border${side}Color`];
    const dashed = style[`border${side}Style`] === "dashed";
    parts.push(drawn("line", {
      x1, y1, x2, y2, stroke, "stroke-width": thick,
      "stroke-dasharray": dashed ? DASHES.join(" ") : "none",
    }));
    // A double border has a gap in its middle.
    if (style[`border${side}Style`] === "double") {
      parts.push(drawn("line", { x1, y1, x2, y2, stroke: token("paper"), "stroke-width": thick / 3 }));
    }
  }
  return parts;
}

function wordPictures(node, at) {
  const parts = [];
  const range = document.createRange();
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    const style = getComputedStyle(node.parentElement);
    const size = Number.parseFloat(style.fontSize);
    for (const { text, rect } of linePieces(range, node, index, word)) {
      const { x, y, height } = at(rect);
      const written = style.textTransform === "uppercase" ? text.toUpperCase() : text;
      if (height) {
        parts.push(lettering(written, {
          x, y: y + height / 2 + size * 0.35, "font-size": size, "font-weight": style.fontWeight,
          "font-style": style.fontStyle, fill: style.color,
        }));
      }
    }
  }
  return parts;
}

// Returns a word, in pieces where it is broken at the end of a line, each with its place.
function linePieces(range, node, index, word) {
  const placeOf = (from, to) => {
    range.setStart(node, index + from);
    range.setEnd(node, index + to);
    return range.getClientRects();
  };
  const whole = placeOf(0, word.length);
  if (!whole.length) return [];
  if (whole.length === 1) return [{ text: word, rect: whole[0] }];
  const pieces = [];
  let at = 0;
  for (const letter of word) {
    const [rect] = placeOf(at, at + letter.length);
    const last = pieces[pieces.length - 1];
    if (!rect) {
      if (last) last.text += letter;
    } else if (last && Math.abs(last.rect.top - rect.top) < rect.height / 2) {
      last.text += letter;
    } else {
      pieces.push({ text: letter, rect });
    }
    at += letter.length;
  }
  return pieces;
}

export const svgText = () => new XMLSerializer().serializeToString(picture());

export async function pngBlob() {
  const svg = picture();
  const [width, height] = ["width", "height"].map((name) => Number(svg.getAttribute(name)));
  const scale = Math.min(SCALE, MOST_PIXELS / Math.max(width, height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const canvas = make("canvas", undefined, {
    width: Math.ceil(width * scale), height: Math.ceil(height * scale),
  });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
}
