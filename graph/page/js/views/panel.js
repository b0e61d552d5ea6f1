// The side panel: all that is known of the chosen document, each relation with the words that say it.

import { groups } from "../families.js";
import { data, documents, incoming, outgoing, textNamed, touching } from "../collection.js";
import {
  turnedList, element, evidenceOf, holding, isolated, make, mostCarriedOut, opening, pressing,
} from "../draw/elements.js";
import { levelSample, relationSample, relationStyle } from "../draw/styles.js";
import { chainSteps, expand, usable } from "../selection.js";
import { change, state } from "../state.js";
import { debtParts } from "./debts_of.js";
import {
  levelName, partWords, placeName, relationWords, say, shortened, shownDate, shownNumber,
} from "../words.js";

const FIELDS = ["issuer", "date", "term", "place"];
const DETAILS = ["selector", "iri"];
const MOST_IN_GROUP = 20;

export function showPanel() {
  const panel = element("panel");
  const parts = state.chosen === null ? [
    make("p", say("choose"), { className: "hint" }),
    // Where they stand in the middle already they are not said twice.
    ...(state.view === "boxes" ? [] : mostCarriedOut()),
  ] : documentParts(documents[state.chosen]);
  panel.replaceChildren(...parts);
}

function documentParts(one) {
  const pill = make("span", levelName(one.level), { className: "pill" });
  pill.prepend(levelSample(one.level));
  const marks = [one.held ? say("held") : say("not held")];
  if (one.mentions) marks.push(say("mentions", { count: shownNumber(one.mentions) }));
  const [[, blank] = []] = one.more.filter(([name]) => name === "blank_number");
  if (blank) marks.push(`${say("field blank_number").toLowerCase()}: ${blank}`);
  else if (!one.resolved) marks.push(say("unresolved"));
  if (one.unconfirmed) marks.push(say("unconfirmed"));
  const parts = [pill, isolated("h2", one.label)];
  if (one.title && !one.label.includes(one.title)) parts.push(isolated("p", one.title, { className: "title" }));
  parts.push(make("p", marks.join(" · "), { className: "mark" }), actions(one), fieldList(one));
  for (const [field, values] of one.contradictions) parts.push(contradiction(field, values));
  if (state.chain) parts.push(chainPart());
  const grouped = [
    ...groups(incoming(one.id).filter(usable), true).map((group) => [...group, true]),
    ...groups(outgoing(one.id).filter(usable), false).map((group) => [...group, false]),
  ];
  if (!grouped.length) parts.push(make("p", say("alone"), { className: "hint" }));
  for (const [heading, found, back] of grouped) parts.push(...relationGroup(heading, found, back));
  const hidden = touching(one.id).filter((relation) => !usable(relation)).length;
  if (hidden) parts.push(make("p", say("hidden here", { count: shownNumber(hidden) }), { className: "hint" }));
  parts.push(...debtParts(one), howToAdd(one));
  return parts;
}

// What to write where a relation is missing: lines of a file of decisions, to be filled in.
function howToAdd(one) {
  const name = one.path.startsWith("doc/") ? one.path.slice("doc/".length) : one.iri;
  const header = "who,when,decision,subject,relation,object,text,why,quote";
  return holding("details", [
    make("summary", say("missing link")),
    make("p", say("how to add", { header }), { className: "hint" }),
    make("pre", `,,add,${name},,,,,\n,,add,,,${name},,,`),
  ], { id: "missing-link" });
}

function actions(one) {
  const chain = pressing(say("chain"), () => {
    change({ chain: !state.chain, step: null, ...(state.chain ? {} : { around: one.id, opened: [] }) });
  }, { id: "chain", "aria-pressed": String(state.chain) });
  const around = pressing(say("around"), () => change({ around: one.id, opened: [] }), {
    id: "around", "aria-pressed": String(state.around === one.id),
  });
  const opened = pressing(say("expand"), () => expand(one.id), {
    id: "expand", "aria-pressed": String(state.opened.includes(one.id)),
  });
  return holding("div", [chain, around, opened], { className: "actions" });
}

function fieldList(one) {
  const shown = { ...one, date: shownDate(one.date), place: one.place ? placeName(one) : "" };
  const fields = make("dl");
  const add = (list, names) => {
    for (const name of names) {
      if (!shown[name]) continue;
      list.append(make("dt", say(`field ${name}`)), isolated("dd", shown[name]));
    }
    return list;
  };
  add(fields, FIELDS);
  for (const [name, words] of one.more) {
    fields.append(make("dt", say(`field ${name}`)), isolated("dd", words));
  }
  if (one.texts.length) {
    fields.append(make("dt", say("texts")), ...one.texts.map(textName));
  }
  const details = holding("details", [make("summary", say("details")), add(make("dl"), DETAILS)]);
  return holding("div", [fields, details]);
}

// The name of a text with the way to read it, or that this file does not hold it.
function textName(text) {
  const named = isolated("dd", text);
  named.append(" ", textNamed(text)
    ? pressing(say("read text"), () => change({ view: "text", text, place: null }), { className: "read" })
    : make("span", `(${say("text left out")})`, { className: "where" }));
  return named;
}

function contradiction(field, values) {
  const items = values.map(([value, texts]) => {
    const sources = texts.map((text) => data.texts[text]);
    const shown = field === "date" ? shownDate(value) : value;
    const item = isolated("li", shown);
    item.append(isolated("div", shortened(sources.join(", "), 200), { className: "where" }));
    return item;
  });
  return holding("section", [
    make("h3", `⚠ ${say("conflict", { field: say(`field ${field}`) })}`),
    holding("ul", items),
  ], { className: "conflict" });
}

function relationGroup(heading, found, back) {
  const title = make("h3", heading);
  title.prepend(relationSample(found[0].relation), " ");
  title.append(` (${shownNumber(found.length)})`);
  title.style.color = relationStyle(found[0].relation).colour;
  const list = turnedList(found, MOST_IN_GROUP, (one) => {
    const item = holding("li", [opening(back ? one.subject : one.object)]);
    if (one.years) item.append(` (${say("years", { years: one.years })})`);
    if (one.part) item.append(isolated("span", partWords(one)));
    item.append(evidenceOf(one));
    return item;
  });
  return [title, list];
}

// The chain from the sources down to the last plans, step by step.
function chainPart() {
  const steps = chainSteps();
  const section = make("section", undefined, { className: "chain" });
  section.append(make("h3", say("chain of", { count: steps.length })));
  if (!steps.length) {
    section.append(make("p", say("no chain"), { className: "hint" }));
    return section;
  }
  const at = state.step === null ? steps.length - 1 : Math.min(state.step, steps.length - 1);
  const turn = (to) => change({ step: Math.max(0, Math.min(to, steps.length - 1)) });
  section.append(holding("div", [
    pressing(`← ${say("earlier step")}`, () => turn(at - 1), { id: "earlier", disabled: at === 0 }),
    make("span", say("step", { step: at + 1, steps: steps.length }), { role: "status" }),
    pressing(`${say("later step")} →`, () => turn(at + 1), {
      id: "later", disabled: at === steps.length - 1,
    }),
  ], { className: "actions" }));
  const list = make("ol");
  steps.slice(0, at + 1).forEach((found, rank) => {
    for (const one of found.slice(0, MOST_IN_GROUP)) {
      const item = holding("li", [
        opening(one.subject), make("span", ` ${relationWords(one)} `), opening(one.object),
        ...(one.part ? [isolated("span", partWords(one))] : []),
      ], { className: rank === at ? "lit" : "" });
      item.append(evidenceOf(one));
      list.append(item);
    }
  });
  section.append(list);
  return section;
}
