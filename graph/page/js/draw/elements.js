// Elements of the page. Texts of documents become text nodes, never HTML.

import { data, documents, relations, textNamed } from "../collection.js";
import { choose } from "../selection.js";
import { change } from "../state.js";
import { relationWords, ruleName, say, shortened, shownDate, shownNumber } from "../words.js";

export const element = (id) => document.getElementById(id);

export function make(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) {
    if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  }
  return made;
}

// A text of a document keeps its direction of writing to itself.
export function isolated(tag, text, attributes) {
  const made = make(tag, undefined, attributes);
  made.append(make("bdi", text));
  return made;
}

export function holding(tag, children, attributes) {
  const made = make(tag, undefined, attributes);
  made.append(...children);
  return made;
}

export const narrow = window.matchMedia("(max-width: 48rem)");
const MOST_LETTERS = 140;

// A button that chooses a document.
export function opening(id, most = MOST_LETTERS) {
  const button = isolated("button", shortened(documents[id].label, most), { type: "button" });
  button.addEventListener("click", () => {
    choose(id, { move: true });
    if (narrow.matches) element("panel").scrollIntoView();
  });
  return button;
}

export function pressing(text, action, attributes = {}) {
  const button = make("button", text, { type: "button", ...attributes });
  button.addEventListener("click", action);
  return button;
}

// A list that shows so many of its items at a time, and is turned to see the others.
export function turnedList(items, most, show) {
  const list = make("ul", undefined, { className: "documents" });
  const told = make("span", undefined, { role: "status" });
  const earlier = pressing(`← ${say("earlier")}`, () => turn(at - most), { className: "earlier" });
  const later = pressing(`${say("later")} →`, () => turn(at + most), { className: "later" });
  let at = 0;
  function fill() {
    list.replaceChildren(...items.slice(at, at + most).map(show));
    const [from, to, count] = [at + 1, Math.min(at + most, items.length), items.length].map(shownNumber);
    told.textContent = say("turned", { from, to, count });
    earlier.disabled = at === 0;
    later.disabled = at + most >= items.length;
  }
  function turn(to) {
    at = to;
    fill();
    // Who turns by keys stays at the list when its end is reached.
    if (earlier.disabled) later.focus();
    else if (later.disabled) earlier.focus();
  }
  fill();
  if (items.length <= most) return list;
  return holding("div", [list, holding("div", [earlier, told, later], { className: "turn" })]);
}

const MOST_LISTED = 8;

// What a reader may begin with: the directives that are carried out most.
export function mostCarriedOut() {
  const most = data.most_carried_out.slice(0, MOST_LISTED);
  if (!most.length) return [];
  const items = most.map(([id, count]) => holding("li", [
    opening(id), make("span", ` (${shownNumber(count)})`),
  ]));
  return [make("h3", say("most")), holding("ul", items, { className: "documents" })];
}

// The words that state a relation, with those that name the other document marked, and where they
// stand. Offsets count code points, as the store does.
export function evidenceOf(relation) {
  const ground = groundOf(relation);
  for (const [who, when, why, file, line, added] of relation.decisions) {
    const key = added ? "added" : "decided";
    const words_ = say(key, { who, when: shownDate(when), why, file, line });
    ground.append(isolated("p", `✓ ${words_}`, { className: "source" }));
  }
  return ground;
}

function groundOf(relation) {
  if (relation.premises.length) return inferenceOf(relation);
  if (relation.end) return quotationOf(relation);
  // No words of a text: a person says so, and why.
  return make("div", ruleName(relation.rule), { className: "inference" });
}

function quotationOf(relation) {
  const letters = Array.from(relation.quote);
  const words_ = make("bdi");
  let at = 0;
  for (let place = 0; place < relation.marks.length; place += 2) {
    const [start, end] = relation.marks.slice(place, place + 2);
    if (start < at) continue;
    words_.append(letters.slice(at, start).join(""));
    words_.append(make("mark", letters.slice(start, end).join("")));
    at = end;
  }
  words_.append(letters.slice(at).join(""));
  const quote = holding("blockquote", [words_]);
  const percent = Math.round(relation.confidence * 100);
  const rule = ruleName(relation.rule);
  const place = say("place in text", { ...relation, where: pageOf(relation), percent, rule });
  const text = [relation.text, pageOf(relation).replace(/, $/, "")].filter(Boolean).join(", ");
  quote.append(holding("details", [
    holding("summary", [isolated("span", text)]), isolated("span", place),
  ], { className: "source" }));
  if (textNamed(relation.text)) {
    quote.append(pressing(say("to words"), () => change({
      view: "text", text: relation.text, place: `w${relation.start}-${relation.end}`,
    }), { className: "to-words" }));
  }
  if (relation.unconfirmed) {
    quote.append(isolated("span", say("unconfirmed"), { className: "source" }));
  }
  if (relation.others.length) {
    const places = relation.others.map((other) => (
      isolated("li", say("offsets", { ...other, where: pageOf(other) }))));
    const rest = relation.evidence - 1 - places.length;
    if (rest > 0) places.push(make("li", say("elsewhere", { count: shownNumber(rest) })));
    quote.append(holding("details", [
      make("summary", say("elsewhere", { count: shownNumber(relation.evidence - 1) })),
      holding("ul", places),
    ], { className: "source" }));
  }
  return quote;
}

const pageOf = ({ page }) => (page ? `${say("page", { page })} ` : "");

function inferenceOf(relation) {
  const percent = Math.round(relation.confidence * 100);
  const rule = ruleName(relation.rule);
  const box = make("div", say("inferred from", { percent, rule }), { className: "inference" });
  const steps = relation.premises.map((premise) => {
    const { subject, object } = relations[premise];
    return isolated("li", [
      documents[subject].label, relationWords(relations[premise]), documents[object].label,
    ].join(" "));
  });
  box.append(holding("ul", steps));
  return box;
}
