// What the user works with: search, filters, views, language, keys.

import { data, documents, folded, isLarge, placeAt, relations, search } from "./collection.js";
import { element, holding, isolated, make, narrow, opening, pressing } from "./draw/elements.js";
import { fit, neighbourTowards, zoom } from "./draw/map.js";
import { UNPLACED, levelSample, relationSample } from "./draw/styles.js";
import { familyRank } from "./families.js";
import { facetValues, isHeld, passes, relationsInReach, selection } from "./selection.js";
import { FACETS, HELD, VIEWS, change, state } from "./state.js";
import { collator, levelName, say, shortened, shownNumber, words } from "./words.js";

const RESULTS = 12;
const MOST_VALUES = 12;
const allValues = new Set();

export function showResults() {
  const box = element("search");
  const results = element("results");
  const found = search(box.value);
  results.replaceChildren(...found.slice(0, RESULTS).map((id) => {
    const button = opening(id);
    if (documents[id].title) {
      button.append(isolated("small", shortened(documents[id].title, 90)));
    }
    button.addEventListener("click", () => { if (narrow.matches) results.replaceChildren(); });
    return holding("li", [button]);
  }));
  if (!folded(box.value)) return;
  const counts = { shown: Math.min(found.length, RESULTS), found: shownNumber(found.length) };
  const note = found.length ? say("hits", counts) : say("nothing");
  results.append(make("li", note, { className: "hint", role: "status" }));
}

export function showFilters() {
  for (const facet of FACETS) showFacet(facet);
  const held = element("held");
  held.replaceChildren(make("legend", say("facet held")), ...HELD.map((value) => {
    const input = make("input", undefined, {
      type: "radio", name: "held", value, checked: state.held === value,
    });
    input.addEventListener("change", () => change({ held: value }));
    const count = selection().candidates.filter((id) => isHeld(documents[id], value)).length;
    return holding("label", [
      input, make("span", say(`held ${value}`)),
      make("span", shownNumber(count), { className: "number" }),
    ]);
  }));
  const inferred = make("input", undefined, { type: "checkbox", checked: state.inferred });
  inferred.addEventListener("change", () => change({ inferred: inferred.checked }));
  const count = relationsInReach().filter((one) => one.inferred).length;
  element("inferred").replaceChildren(holding("label", [
    inferred, relationSample("carries_out"), make("span", say("inferred")),
    make("span", shownNumber(count), { className: "number" }),
  ]));
  showYears();
}

function showFacet(facet) {
  const counts = facetValues(facet);
  const order = facetOrder(facet, counts);
  const hidden = new Set(state.hidden[facet]);
  const long = order.length > MOST_VALUES && !allValues.has(facet);
  const shown = long ? order.filter((value, at) => at < MOST_VALUES || hidden.has(value)) : order;
  const parts = shown.map((value) => {
    const box = make("input", undefined, { type: "checkbox", checked: !hidden.has(value) });
    box.dataset.value = value;
    box.addEventListener("change", () => {
      if (box.checked) hidden.delete(value);
      else hidden.add(value);
      change({ hidden: { ...state.hidden, [facet]: [...hidden].sort() } });
    });
    const label = holding("label", [box]);
    if (facet === "level") label.append(levelSample(value));
    if (facet === "relation") label.append(relationSample(value));
    label.append(isolated("span", facetName(facet, value)));
    label.append(make("span", shownNumber(counts.get(value)), { className: "number" }));
    return label;
  });
  const all = holding("span", [
    pressing(say("all"), () => change({ hidden: { ...state.hidden, [facet]: [] } })),
    " · ",
    pressing(say("none"), () => {
      change({ hidden: { ...state.hidden, [facet]: [...order].sort() } });
    }),
  ], { className: "all" });
  if (long) {
    parts.push(pressing(say("more", { count: shownNumber(order.length - shown.length) }), () => {
      allValues.add(facet);
      showFacet(facet);
    }, { className: "more" }));
  }
  element(`${facet}s`).replaceChildren(make("legend", say(`facet ${facet}`)), all, ...parts);
}

function facetOrder(facet, counts) {
  const values = [...counts.keys()];
  if (facet === "level") return [...data.levels, UNPLACED].filter((value, at, list) => (
    counts.has(value) && list.indexOf(value) === at));
  if (facet === "relation") return values.sort((a, b) => familyRank(a) - familyRank(b));
  return values.sort((a, b) => counts.get(b) - counts.get(a) || collator.compare(a, b));
}

function facetName(facet, value) {
  if (facet === "level") return levelName(value);
  if (facet === "relation") return words().relations[value][0];
  if (facet === "place") return placeAt(value) || say("nowhere");
  return value || say("no type");
}

function showYears() {
  const years = documents.map(({ year }) => year).filter((year) => year !== null);
  const box = element("years");
  if (!years.length) {
    box.replaceChildren();
    return;
  }
  const [least, most] = [Math.min(...years), Math.max(...years)];
  const field = (name, placeholder) => {
    const input = make("input", undefined, {
      type: "number", min: least, max: most, placeholder, value: state[name] ?? "", id: `year-${name}`,
    });
    input.addEventListener("change", () => {
      change({ [name]: /^\d{4}$/.test(input.value) ? Number(input.value) : null });
    });
    return holding("label", [make("span", say(`year ${name}`)), input]);
  };
  const count = selection().candidates.filter((id) => passes.years(documents[id])).length;
  box.replaceChildren(
    holding("legend", [
      make("span", say("facet years")), make("span", shownNumber(count), { className: "number" }),
    ]), field("from", least), field("to", most),
  );
}

// The page is called as what it shows.
export function showTitle() {
  const label = state.chosen === null ? "" : documents[state.chosen].label;
  element("subject").replaceChildren(...(label ? [": ", make("bdi", label)] : []));
  document.title = label ? `${say("heading")}: ${label}` : say("heading");
}

export function showBar() {
  for (const view of VIEWS) {
    const tab = element(`view-${view}`);
    tab.textContent = say(`view ${view}`);
    tab.setAttribute("aria-pressed", String(state.view === view));
    element(view).hidden = state.view !== view;
  }
  for (const language of Object.keys(data.words)) {
    element(`language-${language}`).setAttribute("aria-pressed", String(state.language === language));
  }
  const { order, relations: between } = selection();
  const counts = {
    nodes: shownNumber(order.length), all: shownNumber(documents.length),
    edges: shownNumber(between.length), relations: shownNumber(relations.length),
  };
  const overview = state.view === "boxes" && state.chosen === null;
  const parts = overview ? [] : [say("drawn", counts)];
  if (!overview && order.length === data.most_drawn && selection().candidates.length > data.most_drawn) {
    parts.push(say("cut", { most: data.most_drawn }));
  }
  if (data.left_out) parts.push(say("left out", { count: shownNumber(data.left_out) }));
  element("count").textContent = parts.join(" · ");
  const whole = element("whole-collection");
  whole.textContent = say("whole collection");
  whole.hidden = state.around === null && !state.opened.length;
}

// Texts of the page that do not depend on documents: put into the elements that ask for them.
export function showWords() {
  document.documentElement.lang = state.language;
  for (const one of document.querySelectorAll("[data-say]")) one.textContent = say(one.dataset.say);
  for (const one of document.querySelectorAll("[data-label]")) {
    one.setAttribute("aria-label", say(one.dataset.label));
    one.title = say(one.dataset.label);
  }
  element("search").placeholder = `${say("search")}  ( / )`;
}

function clearOne() {
  if (element("search").value) {
    element("search").value = "";
    showResults();
  } else if (state.chain) {
    change({ chain: false, step: null });
  } else if (state.chosen !== null) {
    change({ chosen: null });
  }
}

const typing = (target) => target.matches("input, select, textarea");

function pressKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const { target, key } = event;
  if (key === "/" && !typing(target)) {
    event.preventDefault();
    element("search").focus();
  } else if (key === "Escape") {
    clearOne();
  } else if (key.startsWith("Arrow") && element("nav").contains(target)) {
    walkResults(event);
  } else if (key.startsWith("Arrow") && state.view === "map" && element("map").contains(target)) {
    walkMap(event);
  }
}

function walkResults(event) {
  const buttons = [...element("results").querySelectorAll("button")];
  const at = buttons.indexOf(event.target);
  const onBox = event.target === element("search");
  if (!["ArrowDown", "ArrowUp"].includes(event.key) || (at < 0 && !onBox) || !buttons.length) return;
  event.preventDefault();
  const to = at + (event.key === "ArrowDown" ? 1 : -1);
  (to < 0 ? element("search") : buttons[Math.min(to, buttons.length - 1)]).focus();
}

function walkMap(event) {
  const focused = event.target.classList.contains("stop") ? Number(event.target.dataset.id) : null;
  const from = focused ?? state.chosen ?? selection().order[0];
  if (from === undefined || !selection().ids.has(from)) return;
  event.preventDefault();
  const to = neighbourTowards(from, event.key);
  element("stops").querySelector(`[data-id="${to}"]`).focus();
}

export function startControls() {
  document.addEventListener("keydown", pressKey);
  element("search").addEventListener("input", showResults);
  element("search").addEventListener("keydown", (event) => {
    const first = element("results").querySelector("button");
    if (event.key === "Enter" && first) first.click();
  });
  for (const view of VIEWS) {
    element(`view-${view}`).addEventListener("click", () => change({ view, text: null, place: null }));
  }
  for (const language of Object.keys(data.words)) {
    element(`language-${language}`).addEventListener("click", () => change({ language }));
  }
  element("whole-collection").addEventListener("click", () => change({
    around: null, opened: [], ...(isLarge() ? { chosen: null, view: "boxes" } : {}),
  }));
  element("closer").addEventListener("click", () => zoom(1.3));
  element("farther").addEventListener("click", () => zoom(1 / 1.3));
  element("whole").addEventListener("click", () => fit());
  if (narrow.matches) element("filters").open = false;
}
