// What is seen as a file: a picture, a table, a graph. Nothing is sent anywhere.

import { documents, folded } from "../collection.js";
import { csvText } from "../csv.js";
import { element, make } from "../draw/elements.js";
import { pngBlob, printable, svgText } from "../draw/pictures.js";
import { selection } from "../selection.js";
import { state } from "../state.js";

const NODE_KEYS = {
  label: "string", number: "string", type: "string", date: "string", title: "string",
  issuer: "string", level: "string", place: "string", held: "boolean",
};
const EDGE_KEYS = {
  relation: "string", review: "string", part: "string", quote: "string", text: "string", page: "int",
  unconfirmed: "boolean", start: "int", end: "int",
  rule: "string", confidence: "double", inferred: "boolean",
};
const GRAPHML = "http://graphml.graphdrawing.org/xmlns";

function graphmlText() {
  const xml = document.implementation.createDocument(GRAPHML, "graphml");
  const add = (parent, tag, attributes, text) => {
    const made = xml.createElementNS(GRAPHML, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (text !== undefined) made.textContent = printable(String(text));
    parent.append(made);
    return made;
  };
  const root = xml.documentElement;
  for (const [kind, keys] of [["node", NODE_KEYS], ["edge", EDGE_KEYS]]) {
    for (const [name, type] of Object.entries(keys)) {
      add(root, "key", { id: `${kind}-${name}`, for: kind, "attr.name": name, "attr.type": type });
    }
  }
  const graph = add(root, "graph", { edgedefault: "directed" });
  const fields = (parent, kind, keys, one) => {
    for (const name of Object.keys(keys)) add(parent, "data", { key: `${kind}-${name}` }, one[name]);
  };
  for (const id of selection().order) {
    fields(add(graph, "node", { id: documents[id].iri }), "node", NODE_KEYS, documents[id]);
  }
  for (const one of selection().relations) {
    const ends = { source: documents[one.subject].iri, target: documents[one.object].iri };
    fields(add(graph, "edge", { id: `e${one.id}`, ...ends }), "edge", EDGE_KEYS, one);
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(xml)}`;
}

function save(blob, suffix) {
  const name = state.chosen === null ? "luocdo" : folded(documents[state.chosen].label)
    .replace(/[^a-z0-9]+/g, "-").slice(0, 60);
  const link = make("a", undefined, {
    href: URL.createObjectURL(blob), download: `${name || "luocdo"}.${suffix}`,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const DOWNLOADS = {
  png: async () => save(await pngBlob(), "png"),
  svg: () => save(new Blob([svgText()], { type: "image/svg+xml" }), "svg"),
  csv: () => save(new Blob([csvText(selection().relations)], { type: "text/csv" }), "csv"),
  graphml: () => save(new Blob([graphmlText()], { type: "application/xml" }), "graphml"),
  print: () => window.print(),
};

export function startDownloads() {
  for (const [name, run] of Object.entries(DOWNLOADS)) {
    element(`save-${name}`).addEventListener("click", run);
  }
}
