// What is seen as a picture: the drawing from its layout, the other views from their elements.

const MOST_PIXELS = 16_000;
const SCALE = 2;

function picture() {
  return state.view === "map" ? pictureOfMap() : pictureOfView(element(state.view));
}

function sheet(left, top, width, height, children) {
  return drawn("svg", {
    xmlns: SVG, viewBox: `${left} ${top} ${width} ${height}`, width, height, "font-family": FACE,
  }, [drawn("rect", { x: left, y: top, width, height, fill: "#ffffff" }), ...children]);
}

const lettering = (text, attributes) => {
  const made = drawn("text", attributes);
  made.textContent = printable(text);
  return made;
};

// XML has no place for these characters, and a file that holds one is no file of its kind.
const printable = (text) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "�");

function pictureOfMap() {
  const { bands, boxes } = map.layout;
  const [first, last] = [bands[0], bands[bands.length - 1]];
  const parts = bands.flatMap(({ level, left, right, top, bottom }) => [
    drawn("rect", { x: left, y: top, width: right - left, height: bottom - top, fill: levelStyle(level).band }),
    lettering(levelName(level), {
      x: left + 12, y: top + 20, "font-size": 15, "font-weight": 600, fill: levelStyle(level).border,
    }),
  ]);
  const { relations: between, order } = selection();
  const busy = degrees(between);
  const lit = litRelations();
  const near = (one) => (state.chain ? lit.has(one.id)
    : one.subject === state.chosen || one.object === state.chosen);
  for (const one of between) {
    parts.push(...strokePicture(one, state.chosen === null || near(one),
      state.chosen === null ? between.length <= LABELLED_EDGES : near(one), busy));
  }
  for (const id of order) parts.push(boxPicture(documents[id], boxes.get(id)));
  return sheet(first.left, first.top, first.right - first.left, last.bottom - first.top, parts);
}

function boxPicture(one, { x, y, width, height, lines }) {
  const { border, fill: background, corner } = levelStyle(one.level);
  return drawn("g", {}, [
    drawn("rect", {
      x: x - width / 2, y: y - height / 2, width, height, rx: corner,
      fill: one.id === state.chosen ? "#fff3c4" : one.held ? background : "#ffffff",
      stroke: border, "stroke-width": one.id === state.chosen ? 3.5 : 1.5,
      "stroke-dasharray": one.held ? "none" : DASHES.join(" "),
    }),
    ...lines.map((line, at) => lettering(line, {
      x, y: y + (at - (lines.length - 1) / 2) * (FONT + 2) + FONT * 0.35,
      "font-size": FONT, "text-anchor": "middle", fill: INK,
    })),
  ]);
}

function strokePicture(relation, strong, labelled, busy) {
  const { colour, mark } = relationStyle(relation.relation);
  const [from, to] = [relation.subject, relation.object].map((id) => map.layout.boxes.get(id));
  const lane = map.layout.lanes.get(relation.id) || [];
  const down = Math.sign(to.y - from.y);
  const bend = down ? 0 : 46 + 18 * twinRank(relation);
  const start = { x: from.x, y: from.y + (down || -1) * (from.height / 2) };
  const end = { x: to.x, y: to.y - (down || 1) * (to.height / 2 + 8) };
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
  if (labelled) {
    const [one, other] = busy.get(relation.subject) <= busy.get(relation.object)
      ? [start, lane[0] || end] : [lane[lane.length - 1] || start, end];
    const middle = { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 - bend * 0.75 };
    parts.push(lettering(relationWords(relation), {
      x: middle.x, y: middle.y + 14 * twinRank(relation), "font-size": 11, "text-anchor": "middle",
      fill: colour, stroke: "#ffffff", "stroke-width": 4, "paint-order": "stroke",
    }));
  }
  return parts;
}

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
    } else if (one.getClientRects().length) {
      parts.push(...groundPicture(getComputedStyle(one), at(one.getBoundingClientRect())));
    }
  }
  const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    parts.push(...wordPictures(node, at));
  }
  const width = Math.max(view.scrollWidth, view.clientWidth);
  return sheet(0, 0, width, Math.max(view.scrollHeight, 40), parts);
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
  if (style.backgroundColor !== "rgba(0, 0, 0, 0)") {
    parts.push(drawn("rect", { ...rect, fill: style.backgroundColor }));
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
    parts.push(drawn("line", { x1, y1, x2, y2, stroke, "stroke-width": thick }));
  }
  return parts;
}

function wordPictures(node, at) {
  const parts = [];
  const range = document.createRange();
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const rects = range.getClientRects();
    if (!rects.length) continue;
    const style = getComputedStyle(node.parentElement);
    const size = Number.parseFloat(style.fontSize);
    const { x, y, height } = at(rects[0]);
    if (!height) continue;
    const written = style.textTransform === "uppercase" ? word.toUpperCase() : word;
    parts.push(lettering(written, {
      x, y: y + height / 2 + size * 0.35, "font-size": size, "font-weight": style.fontWeight,
      "font-style": style.fontStyle, fill: style.color,
    }));
  }
  return parts;
}

const svgText = () => new XMLSerializer().serializeToString(picture());

async function pngBlob() {
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
