// The view Lược đồ: the document in the middle; what it rests on, carries out and changes on the
// left; what carries it out, reviews and changes it on the right.

import { byDate, documents, incoming, otherEnd, outgoing } from "../collection.js";
import { groups } from "../families.js";
import { passesAll, usable } from "../selection.js";
import { state } from "../state.js";
import { overviewParts } from "../views/overview.js";
import { levelName, partWords, say, shortened, shownDate, shownNumber } from "../words.js";
import { turnedList, element, holding, isolated, make, opening } from "./elements.js";
import { relationSample, relationStyle } from "./styles.js";

const MOST_IN_BOX = 15;

export function showBoxes() {
  const view = element("boxes");
  if (state.chosen === null) {
    view.replaceChildren(overviewParts());
    return;
  }
  const seen = (one) => usable(one) && passesAll(otherEnd(one, state.chosen));
  const columns = [
    column(say("left"), groups(outgoing(state.chosen).filter(seen), false), "left"),
    holding("section", [make("h2", say("middle")), middleBox(documents[state.chosen])], {
      className: "column middle",
    }),
    column(say("right"), groups(incoming(state.chosen).filter(seen), true), "right"),
  ];
  view.replaceChildren(holding("div", columns, { className: "columns" }));
}

function column(heading, grouped, side) {
  const parts = grouped.map(([words_, found]) => relationBox(words_, found, side));
  if (!parts.length) parts.push(make("p", say("nothing here"), { className: "hint" }));
  return holding("section", [make("h2", heading), ...parts], { className: `column ${side}` });
}

function relationBox(heading, found, side) {
  const others = [...found].sort((a, b) => byDate(side === "left" ? a.object : a.subject,
    side === "left" ? b.object : b.subject));
  const title = make("h3", heading);
  title.prepend(relationSample(found[0].relation), " ");
  title.append(" ", make("span", `(${shownNumber(found.length)})`, { className: "number" }));
  const list = turnedList(others, MOST_IN_BOX, (one) => {
    const other = documents[side === "left" ? one.object : one.subject];
    const item = holding("li", [opening(other.id)]);
    if (one.part) item.append(isolated("span", partWords(one)));
    if (one.inferred) item.append(" ", make("em", say("inferred mark")));
    const where = [shownDate(other.date), other.issuer].filter(Boolean).join(" · ");
    if (where) item.append(isolated("div", where, { className: "where" }));
    if (other.title && !other.label.includes(other.title)) {
      item.append(isolated("div", shortened(other.title, 110), { className: "where" }));
    }
    return item;
  });
  const box = holding("article", [title, list], { className: "box" });
  box.style.borderTopColor = relationStyle(found[0].relation).colour;
  return box;
}

function middleBox(one) {
  const box = holding("article", [isolated("h3", one.label)], { className: "box chosen" });
  if (one.title && !one.label.includes(one.title)) box.append(isolated("p", one.title));
  const where = [shownDate(one.date), one.issuer, levelName(one.level)].filter(Boolean).join(" · ");
  box.append(isolated("p", where, { className: "where" }));
  box.append(make("p", one.held ? say("held") : say("not held"), { className: "where" }));
  return box;
}
