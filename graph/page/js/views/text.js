// The view of a text as it was read: what it cites and what states a relation marked, and the
// relations that it states, each with the way to its words. Offsets were turned into pieces when
// the file was written.

import { documentAt, documents, relations, textNamed } from "../collection.js";
import { element, holding, isolated, make, opening, pressing } from "../draw/elements.js";
import { choose } from "../selection.js";
import { change, state } from "../state.js";
import { relationWords, say } from "../words.js";

export function showText() {
  const view = element("text");
  const name = state.text ?? (state.chosen === null ? null : documents[state.chosen].texts[0] ?? null);
  if (name === null) {
    view.replaceChildren(make("p", say("choose text"), { className: "hint" }));
    return;
  }
  const found = textNamed(name);
  const heading = isolated("h2", name);
  if (!found) {
    view.replaceChildren(heading, make("p", say("text left out"), { className: "hint" }));
    return;
  }
  const legend = holding("p", [
    make("span", say("mark cite"), { className: "cite" }), " ",
    make("span", say("mark evidence"), { className: "evidence" }),
  ], { className: "legend" });
  view.replaceChildren(heading, legend, holding("div", [
    written(found), statedIn(name),
  ], { className: "reading" }));
}

// Brings the words that were asked for into sight.
export function toPlace() {
  const place = state.view === "text" && state.place ? element(state.place) : null;
  if (!place || !place.closest(".text")) return;
  place.classList.add("asked");
  place.scrollIntoView({ block: "center" });
}

function written({ pieces, paths }) {
  const text = make("div", undefined, { className: "text", lang: "vi", dir: "auto" });
  const around = [text];
  const last = () => around[around.length - 1];
  for (const piece of pieces) {
    if (typeof piece === "string") {
      last().append(piece);
      continue;
    }
    const [words_, cites, evidence, page, opens, closes] = piece;
    if (page) last().append(make("span", say("page number", { page }), { className: "page" }));
    for (const id of opens) {
      const place = make("span", undefined, { id });
      last().append(place);
      around.push(place);
    }
    last().append(marked(words_, cites < 0 ? undefined : documentAt(paths[cites]), evidence));
    around.length -= closes;
  }
  return text;
}

function marked(words_, id, evidence) {
  const className = [id === undefined ? "" : "cite", evidence ? "evidence" : ""].join(" ").trim();
  if (id === undefined) return make("span", words_, { className });
  // Words within a line: a button would not break across lines.
  const link = make("span", words_, {
    className, role: "link", tabIndex: 0, title: documents[id].label,
  });
  link.addEventListener("click", () => choose(id, { move: true }));
  link.addEventListener("keydown", (event) => {
    if (event.key === "Enter") choose(id, { move: true });
  });
  return link;
}

function statedIn(name) {
  const stated = relations.filter(({ text, end, relation, premises }) => (
    text === name && end && relation !== "cites" && !premises.length));
  stated.sort((a, b) => a.start - b.start || a.end - b.end);
  const items = stated.map((one) => holding("li", [
    opening(one.subject), make("span", ` ${relationWords(one)} `), opening(one.object), " ",
    pressing(say("to words"), () => change({ place: `w${one.start}-${one.end}` }), {
      className: "where",
    }),
  ]));
  return holding("aside", [
    make("h3", say("links of text", { count: stated.length })),
    holding("ol", items, { className: "links" }),
  ]);
}
