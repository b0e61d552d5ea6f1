"use strict";
// The page: lays the documents out in bands by level, and shows what is known of the chosen one.
// Texts of documents go into the page through textContent and onto the canvas, never as HTML.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { nodes, edges, words } = data;
  const UNPLACED = "";
  const FONT = 13;
  const FACE = "system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif";
  const LINE_CHARACTERS = 26;
  const GAP = 26;
  const ROW = 96;
  const BAND_GAP = 34;
  const BAND_HEAD = 30;
  const LEAST_ROW_WIDTH = 1000;
  const ASPECT = 1.2;
  const LABELLED_EDGES = 80;
  const RESULTS = 12;
  const GATHERING = 0.98;

  const LEVEL_COLOURS = {
    central: { border: "#b45309", fill: "#fff1e0", band: "#fffaf3" },
    province: { border: "#0b5394", fill: "#e2effb", band: "#f6fafe" },
    district: { border: "#0f766e", fill: "#dcf3ef", band: "#f4fbf9" },
    commune: { border: "#6d28d9", fill: "#eee7fc", band: "#faf7fe" },
    [UNPLACED]: { border: "#5b6773", fill: "#eef1f4", band: "#f8f9fa" },
  };
  const RELATION_COLOURS = {
    implements: "#0b5394", continues: "#0891b2", details: "#4d7c0f", guides: "#15803d",
    summarizes: "#9d174d", based_on: "#7a828c", promulgates: "#b45309", approves: "#c2410c",
    amends: "#a16207", repeals: "#b91c1c", replaces: "#dc2626", cites: "#9aa3ad",
  };
  const OTHER_RELATION = "#5b6773";
  const colourOf = (relation) => RELATION_COLOURS[relation] || OTHER_RELATION;

  const bands = [...Object.keys(data.levels), UNPLACED].filter((level) =>
    nodes.some((node) => node.level === level));
  const hidden = { levels: new Set(), relations: new Set(["cites"]) };
  const narrow = window.matchMedia("(max-width: 48rem)");
  let chosen = null;

  // Words

  const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐÐð]/g, "d")
    .toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const shortened = (text, most) => {
    const letters = Array.from(text);
    return letters.length > most ? `${letters.slice(0, most - 1).join("").trimEnd()}…` : text;
  };
  const levelName = (level) => data.levels[level] || words.unplaced;

  const make = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element[name] = value;
    return element;
  };
  const isolated = (tag, text, attributes) => {
    const element = make(tag, undefined, attributes);
    element.append(make("bdi", text));
    return element;
  };
  const opening = (place, attributes) => {
    const button = isolated("button", nodes[place].label, { type: "button", ...attributes });
    button.addEventListener("click", () => choose(place, { move: true, focus: true }));
    return button;
  };

  // Layout: a row for each step of a chain inside its band, each node above or below its neighbours

  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${FONT}px ${FACE}`;

  function linesOf(node) {
    const kind = node.type && node.label.startsWith(`${node.type} `) ? node.type : "";
    const lines = kind && kind.length + 3 < LINE_CHARACTERS ? [kind] : [];
    let line = "";
    for (const part of node.label.slice(lines.length ? kind.length + 1 : 0).split(" ")) {
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

  const boxes = nodes.map((node) => {
    const lines = linesOf(node);
    return { lines, width: Math.max(...lines.map((text) => pen.measureText(text).width)) + 26 };
  });
  const links = nodes.map(() => []);
  for (const edge of edges) {
    if (edge.subject === edge.object) continue;
    links[edge.subject].push(edge.object);
    links[edge.object].push(edge.subject);
  }
  // What is merely cited stands anywhere; all other relations point upwards where they can.
  const shaping = edges.filter((edge) => edge.relation !== "cites" && edge.subject !== edge.object);

  // Wide enough for the whole to be about as high as it is wide, whatever the number of documents.
  const rowWidth = Math.max(LEAST_ROW_WIDTH, Math.sqrt(
    ASPECT * ROW * boxes.reduce((sum, box) => sum + box.width + GAP, 0),
  ));

  function depths(members) {
    const inside = new Set(members);
    const above = new Map(members.map((place) => [place, []]));
    for (const edge of shaping) {
      if (inside.has(edge.subject) && inside.has(edge.object)) {
        above.get(edge.subject).push(edge.object);
      }
    }
    const known = new Map();
    const walk = (place, path) => {
      if (known.has(place)) return known.get(place);
      if (path.has(place)) return 0;
      path.add(place);
      const depth = Math.max(-1, ...above.get(place).map((other) => walk(other, path))) + 1;
      path.delete(place);
      known.set(place, depth);
      return depth;
    };
    members.forEach((place) => walk(place, new Set()));
    return known;
  }

  function rowsOf(level) {
    const members = nodes.map((_, place) => place).filter((place) => nodes[place].level === level);
    const depth = depths(members);
    const layers = [];
    for (const place of members.filter((member) => links[member].length)) {
      (layers[depth.get(place)] ||= []).push(place);
    }
    const alone = members.filter((member) => !links[member].length);
    return [...layers.filter(Boolean), alone].flatMap((layer) => {
      const count = Math.ceil(widthOf(layer) / rowWidth);
      const rows = [];
      for (let row = 0; row < count; row += 1) rows.push([]);
      layer.forEach((place, rank) => rows[Math.floor((rank * count) / layer.length)].push(place));
      return rows;
    }).filter((row) => row.length);
  }

  const widthOf = (row) => row.reduce((sum, place) => sum + boxes[place].width + GAP, -GAP);

  function spread(row, wanted) {
    // Nodes stand where they are wanted, moved apart where they would touch, and centred as a whole.
    const order = [...row].sort((a, b) => wanted(a) - wanted(b) || a - b);
    const xs = order.map(wanted);
    for (let i = 1; i < order.length; i += 1) {
      const least = (boxes[order[i - 1]].width + boxes[order[i]].width) / 2 + GAP;
      xs[i] = Math.max(xs[i], xs[i - 1] + least);
    }
    const shift = order.reduce((sum, place, i) => sum + wanted(place) - xs[i], 0) / order.length;
    order.forEach((place, i) => { boxes[place].x = xs[i] + shift; });
    row.splice(0, row.length, ...order);
  }

  // A relation that passes rows gets a lane through each, so that it runs between their documents.
  const lanes = edges.map(() => []);

  function openLanes(rows) {
    const rowOf = new Map(rows.flatMap((row, rank) => row.map((place) => [place, rank])));
    const pulls = nodes.map(() => []);
    const pull = (one, other) => {
      pulls[one].push(other);
      pulls[other].push(one);
    };
    for (const edge of shaping) {
      const [from, to] = [rowOf.get(edge.subject), rowOf.get(edge.object)];
      const step = Math.sign(to - from);
      let last = edge.subject;
      if (shaping.length <= LABELLED_EDGES) {
        for (let row = from + step; step && row !== to; row += step) {
          const part = (row - from) / (to - from);
          const { x } = boxes[edge.subject];
          const lane = boxes.push({
            lines: [], width: 0, x: x + (boxes[edge.object].x - x) * part, y: boxes[rows[row][0]].y,
          }) - 1;
          rows[row].push(lane);
          pulls.push([]);
          pull(last, lane);
          lanes[edges.indexOf(edge)].push(lane);
          last = lane;
        }
      }
      pull(last, edge.object);
    }
    return pulls;
  }

  function layOut() {
    const drawn = bands.map((level) => ({ level, rows: rowsOf(level) }));
    let y = 0;
    for (const band of drawn) {
      band.top = y;
      y += BAND_HEAD;
      for (const row of band.rows) {
        let x = -widthOf(row) / 2;
        for (const place of row) {
          boxes[place].x = x + boxes[place].width / 2;
          boxes[place].y = y + ROW / 2;
          x += boxes[place].width + GAP;
        }
        y += ROW;
      }
      band.bottom = y;
      y += BAND_GAP;
    }
    const rows = drawn.flatMap((band) => band.rows);
    const pulls = openLanes(rows);
    const middle = (place) => (pulls[place].length
      ? (GATHERING * pulls[place].reduce((sum, other) => sum + boxes[other].x, 0))
        / pulls[place].length
      : boxes[place].x);
    for (let sweep = 0; sweep < 12; sweep += 1) {
      for (const row of sweep % 2 ? [...rows].reverse() : rows) spread(row, middle);
    }
    const left = Math.min(...boxes.map((box) => box.x - box.width / 2)) - 40;
    const right = Math.max(...boxes.map((box) => box.x + box.width / 2)) + 40;
    return drawn.map((band) => ({ ...band, left, right }));
  }

  const frames = layOut();

  // Drawing

  const container = document.getElementById("graph");
  const documentBoxes = nodes.map((node, id) => {
    const colours = LEVEL_COLOURS[node.level] || LEVEL_COLOURS[UNPLACED];
    return {
      id,
      label: boxes[id].lines.join("\n"),
      x: boxes[id].x,
      y: boxes[id].y,
      shape: "box",
      margin: 8,
      borderWidth: 1.5,
      borderWidthSelected: 3,
      widthConstraint: { minimum: boxes[id].width - 18 },
      shapeProperties: { borderDashes: node.held ? false : [4, 3], borderRadius: 4 },
      color: {
        border: colours.border,
        background: node.held ? colours.fill : "#ffffff",
        highlight: { border: colours.border, background: "#fff3c4" },
      },
      font: { size: FONT, face: FACE, color: "#1d2733" },
    };
  });
  const bends = lanes.flat().map((id) => ({
    id, x: boxes[id].x, y: boxes[id].y, shape: "dot", size: 0, borderWidth: 0, chosen: false,
  }));
  const drawnNodes = new vis.DataSet([...documentBoxes, ...bends]);

  const edgeColour = (edge, opacity) => {
    const colour = colourOf(edge.relation);
    return { color: colour, highlight: colour, hover: colour, opacity };
  };
  const twins = new Map();
  const strokes = edges.map((edge, rank) => {
    const pair = [edge.subject, edge.object].sort((a, b) => a - b).join(" ");
    const twin = twins.get(pair) || 0;
    twins.set(pair, twin + 1);
    const level = boxes[edge.subject].y === boxes[edge.object].y;
    const stops = [edge.subject, ...lanes[rank], edge.object];
    return stops.slice(1).map((to, part) => ({
      id: `${rank}.${part}`,
      from: stops[part],
      to,
      arrows: { to: { enabled: part === stops.length - 2, scaleFactor: 0.6 } },
      color: edgeColour(edge, 0.9),
      width: 1.4,
      selectionWidth: 0,
      smooth: level || (twin && stops.length === 2)
        ? { enabled: true, type: "curvedCW", roundness: 0.18 + 0.14 * twin }
        : { enabled: true, type: "cubicBezier", forceDirection: "vertical", roundness: 0.4 },
      font: { size: 11, face: FACE, color: colourOf(edge.relation), strokeWidth: 4, strokeColor: "#ffffff" },
    }));
  });
  const drawnEdges = new vis.DataSet(strokes.flat());

  const network = new vis.Network(container, { nodes: drawnNodes, edges: drawnEdges }, {
    physics: false,
    layout: { improvedLayout: false },
    interaction: { dragNodes: true, hover: false, multiselect: false, selectConnectedEdges: false },
  });

  network.on("beforeDrawing", (context) => {
    context.font = `600 15px ${FACE}`;
    context.textBaseline = "top";
    context.textAlign = "left";
    const edgeOfView = network.DOMtoCanvas({ x: 12, y: 0 }).x;
    for (const frame of frames) {
      const colours = LEVEL_COLOURS[frame.level];
      context.fillStyle = colours.band;
      context.fillRect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
      context.fillStyle = colours.border;
      const left = Math.max(frame.left + 12, edgeOfView);
      context.fillText(levelName(frame.level), left, frame.top + 9);
    }
  });
  network.on("selectNode", (event) => {
    if (event.nodes[0] < nodes.length) choose(event.nodes[0], {});
  });
  network.on("deselectNode", (event) => { if (!event.nodes.length) choose(null, {}); });

  const visibleNode = (place) => !hidden.levels.has(nodes[place].level);
  const visibleEdge = (edge) => !hidden.relations.has(edge.relation)
    && visibleNode(edge.subject) && visibleNode(edge.object);

  function refresh() {
    const seen = edges.filter(visibleEdge);
    const near = new Set(chosen === null ? [] : [chosen, ...links[chosen]]);
    drawnNodes.update(nodes.map((_, id) => ({
      id,
      hidden: !visibleNode(id),
      opacity: chosen === null || near.has(id) ? 1 : 0.35,
    })));
    drawnEdges.update(edges.flatMap((edge, rank) => {
      const touches = edge.subject === chosen || edge.object === chosen;
      const labelled = chosen === null ? seen.length <= LABELLED_EDGES : touches;
      const middle = Math.floor(strokes[rank].length / 2);
      return strokes[rank].map(({ id }, part) => ({
        id,
        hidden: !visibleEdge(edge),
        label: labelled && part === middle ? edge.words : " ",
        width: touches ? 2.4 : 1.4,
        color: edgeColour(edge, chosen === null || touches ? 0.9 : 0.15),
      }));
    }));
    const counts = {
      nodes: nodes.filter((_, place) => visibleNode(place)).length,
      edges: seen.length,
      total: data.total,
    };
    const parts = [fill(words.drawn, counts)];
    if (nodes.length < data.total) {
      parts.push(fill(words.cut, { nodes: nodes.length, total: data.total }));
    }
    document.getElementById("count").textContent = parts.join(" · ");
  }

  // The panel

  const panel = document.getElementById("panel");

  function relationGroups(place) {
    const groups = new Map();
    for (const edge of edges) {
      const ways = [
        [edge.subject === place, edge.words, edge.object],
        [edge.object === place, edge.back, edge.subject],
      ];
      for (const [fits, heading, other] of ways) {
        if (!fits) continue;
        if (!groups.has(heading)) groups.set(heading, { colour: colourOf(edge.relation), items: [] });
        groups.get(heading).items.push({ edge, other });
      }
    }
    return groups;
  }

  function showDocument(place) {
    const node = nodes[place];
    const marks = [node.held ? words.held : words["not held"]];
    if (node.mentions) marks.push(fill(words.mentions, { count: node.mentions }));
    if (!node.resolved) marks.push(words.unresolved);
    const pill = make("span", levelName(node.level), { className: "pill" });
    pill.style.color = (LEVEL_COLOURS[node.level] || LEVEL_COLOURS[UNPLACED]).border;
    const fields = make("dl");
    for (const name of ["issuer", "date", "term", "place", "selector"]) {
      if (!node[name]) continue;
      fields.append(make("dt", words[name]), isolated("dd", node[name]));
    }
    panel.replaceChildren(pill, isolated("h2", node.label));
    if (node.title) panel.append(isolated("p", node.title));
    panel.append(make("p", marks.join(" · "), { className: "mark" }), fields);
    const groups = relationGroups(place);
    if (!groups.size) panel.append(make("p", words.alone, { className: "hint" }));
    for (const [heading, { colour, items }] of groups) {
      const title = make("h3", `${heading} (${items.length})`);
      title.style.color = colour;
      panel.append(title);
      for (const { edge, other } of items) panel.append(opening(other), quoteOf(edge));
    }
  }

  function quoteOf(edge) {
    const quote = isolated("blockquote", edge.quote);
    const percent = Math.round(edge.confidence * 100);
    const parts = [fill(words["place in text"], { ...edge, percent })];
    if (edge.evidence > 1) parts.push(fill(words.elsewhere, { count: edge.evidence - 1 }));
    quote.append(isolated("span", parts.join(" · "), { className: "source" }));
    return quote;
  }

  function showStart() {
    panel.replaceChildren(make("p", words.choose, { className: "hint" }));
    const times = nodes.map((_, place) => new Set(edges
      .filter((edge) => edge.object === place && data.relations[edge.relation].carries_out)
      .map((edge) => edge.subject)).size);
    const most = nodes.map((_, place) => place).filter((place) => times[place])
      .sort((a, b) => times[b] - times[a] || a - b).slice(0, 8);
    if (!most.length) return;
    const list = make("ul", undefined, { className: "documents" });
    for (const place of most) {
      const item = make("li");
      item.append(opening(place), make("span", ` (${times[place]})`));
      list.append(item);
    }
    panel.append(make("h3", words.most), list);
  }

  function choose(place, { move = false, focus = false }) {
    chosen = place;
    if (place === null) {
      network.unselectAll();
      showStart();
    } else {
      if (!visibleNode(place)) showLevel(nodes[place].level);
      network.selectNodes([place]);
      showDocument(place);
      if (move) {
        network.focus(place, { scale: Math.max(network.getScale(), 0.8), animation: false });
      }
    }
    panel.scrollTop = 0;
    if (focus) panel.focus({ preventScroll: true });
    refresh();
  }

  // Search and filters

  const haystacks = nodes.map((node) => folded([
    node.label, node.number, node.selector, node.title, node.issuer, node.date, node.place,
  ].join(" ")));
  const search = document.getElementById("search");
  const results = document.getElementById("results");

  function find() {
    const wanted = folded(search.value).split(" ").filter(Boolean);
    results.replaceChildren();
    if (!wanted.length) return;
    const found = nodes.map((_, place) => place)
      .filter((place) => wanted.every((part) => haystacks[place].includes(part)))
      .sort((a, b) => haystacks[a].indexOf(wanted[0]) - haystacks[b].indexOf(wanted[0]) || a - b);
    for (const place of found.slice(0, RESULTS)) {
      const button = opening(place);
      if (nodes[place].title) button.append(isolated("small", shortened(nodes[place].title, 90)));
      if (narrow.matches) button.addEventListener("click", () => results.replaceChildren());
      const item = make("li");
      item.append(button);
      results.append(item);
    }
    const shown = Math.min(found.length, RESULTS);
    const note = found.length ? fill(words.hits, { shown, found: found.length }) : words.nothing;
    results.append(make("li", note, { className: "hint" }));
  }

  search.addEventListener("input", find);
  search.addEventListener("keydown", (event) => {
    const first = results.querySelector("button");
    if (event.key === "Enter" && first) first.click();
    if (event.key === "ArrowDown" && first) {
      event.preventDefault();
      first.focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== search) {
      event.preventDefault();
      search.focus();
    }
    if (event.key === "Escape") choose(null, {});
  });

  const boxesOfLevels = new Map();

  function filter(parent, key, name, { kind, colour, count, set }) {
    const label = make("label");
    const box = make("input", undefined, { type: "checkbox", checked: !set.has(key) });
    const sample = make("span", undefined, { className: kind });
    sample.style.borderColor = colour;
    label.append(box, sample, make("span", name), make("span", count, { className: "number" }));
    box.addEventListener("change", () => {
      if (box.checked) set.delete(key);
      else set.add(key);
      refresh();
    });
    document.getElementById(parent).append(label);
    return box;
  }

  function showLevel(level) {
    hidden.levels.delete(level);
    boxesOfLevels.get(level).checked = true;
  }

  for (const level of bands) {
    const count = nodes.filter((node) => node.level === level).length;
    boxesOfLevels.set(level, filter("levels", level, levelName(level), {
      kind: "swatch", colour: LEVEL_COLOURS[level].border, count, set: hidden.levels,
    }));
  }
  if (Object.keys(data.relations).every((name) => hidden.relations.has(name))) {
    hidden.relations.clear();
  }
  for (const [name, relation] of Object.entries(data.relations)) {
    const count = edges.filter((edge) => edge.relation === name).length;
    filter("relations", name, relation.forth, {
      kind: "stroke", colour: colourOf(name), count, set: hidden.relations,
    });
  }
  if (narrow.matches) document.getElementById("filters").open = false;

  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor });
  document.getElementById("closer").addEventListener("click", () => zoom(1.3));
  document.getElementById("farther").addEventListener("click", () => zoom(1 / 1.3));
  document.getElementById("whole").addEventListener("click", () => network.fit());

  choose(data.centre, {});
  network.fit();
  container.dataset.boxes = JSON.stringify(nodes.map((_, place) => {
    const { left, top, right, bottom } = network.getBoundingBox(place);
    return [left, top, right, bottom].map(Math.round);
  }));
  document.documentElement.dataset.ready = "true";
})();
