// The view Địa bàn: places by directives; a cell names the plan, or says that none was found here.
// A directive of a place is asked of what lies in it: elsewhere nobody has to carry it out.

import { carriers, carriesOut, data, documents, incoming } from "../collection.js";
import { element, holding, isolated, make, opening } from "../draw/elements.js";
import { passesAll, selection, usable } from "../selection.js";
import { state } from "../state.js";
import { collator, say, shownNumber } from "../words.js";

const MOST_DIRECTIVES = 10;
const MOST_WEIGHED = 40;
const MANY_DIRECTIVES = 5;
const MOST_PLACES = 150;
const MOST_IN_CELL = 3;
const MOST_IN_HEAD = 50;

export function showCoverage() {
  const view = element("cover");
  const columns = coveredDirectives();
  if (!columns.length) {
    view.replaceChildren(make("p", say("no directive"), { className: "hint" }));
    return;
  }
  const places = data.places.filter(([path]) => path && !state.hidden.place.includes(path))
    .map(([path, name, whole]) => ({ path, name, whole, filled: columns.filter(({ plans }) => plans.has(path)).length }))
    .filter(({ path, filled }) => filled || columns.some(({ id }) => asks(id, path)))
    .sort((a, b) => collator.compare(a.path, b.path));
  const shown = places.length <= MOST_PLACES ? places
    : [...places].sort((a, b) => b.filled - a.filled).slice(0, MOST_PLACES)
      .sort((a, b) => collator.compare(a.path, b.path));
  const heads = columns.map(({ id }) => holding("th", [opening(id, MOST_IN_HEAD)], { scope: "col" }));
  const rows = new Set(shown.map(({ path }) => path));
  const body = shown.map((place) => holding("tr", [
    placeHead(place, rows),
    ...columns.map(({ id, plans }) => coverageCell(plans.get(place.path), asks(id, place.path))),
  ]));
  const foot = columns.map(({ id, plans }) => {
    const asked = places.filter(({ path }) => asks(id, path));
    const count = asked.filter(({ path }) => plans.has(path)).length;
    return make("td", say("places covered", {
      count: shownNumber(count), all: shownNumber(asked.length),
    }));
  });
  view.replaceChildren(
    make("p", say("coverage key"), { className: "hint" }),
    holding("table", [
      make("caption", say("coverage", {
        shown: shownNumber(shown.length), all: shownNumber(places.length),
      })),
      holding("thead", [holding("tr", [make("th", say("column place"), { scope: "col" }), ...heads])]),
      holding("tbody", body),
      holding("tfoot", [holding("tr", [make("th", say("total"), { scope: "row" }), ...foot])]),
    ], { id: "coverage-table", className: columns.length > MANY_DIRECTIVES ? "wide" : "" }),
  );
}

// The directives asked about, each with its plans by place: the chosen document where anything
// carries it out, then those of the selection that are carried out in most places.
function coveredDirectives() {
  const { ids } = selection();
  // Those of most places are weighed first, whether they are drawn or not where nothing is chosen.
  const most = data.most_carried_out.map(([id]) => id)
    .filter((id) => state.around === null || ids.has(id));
  const chosen = state.chosen !== null && incoming(state.chosen).some(({ relation }) => (
    carriesOut.has(relation)));
  const columns = [...new Set([...(chosen ? [state.chosen] : []), ...most])].slice(0, MOST_WEIGHED)
    .map((id) => ({ id, plans: plansByPlace(id) }));
  const first = ({ id }) => Number(chosen && id === state.chosen);
  return columns.sort((a, b) => first(b) - first(a) || b.plans.size - a.plans.size)
    .slice(0, MOST_DIRECTIVES);
}

// Whether a directive is one for this place: for its own and those in it, or for the whole country.
function asks(id, path) {
  const { place } = documents[id];
  return !place || path === place || path.startsWith(`${place}.`);
}

// Returns what carries a directive out by the path of its place, those that lie in a place included.
function plansByPlace(id) {
  const found = new Map();
  for (const plan of carriers(id, usable)) {
    if (!passesAll(plan)) continue;
    const { place } = documents[plan];
    if (!place) continue;
    if (!found.has(place)) found.set(place, []);
    found.get(place).push(plan);
  }
  return found;
}

// A place stands below the one that it lies in, or is called with it where that has no row.
function placeHead({ path, name, whole }, rows) {
  const above = path.split(".").slice(0, -1);
  const below = above.length && rows.has(above.join("."));
  return isolated("th", below ? name : whole, {
    scope: "row", className: `depth${below ? Math.min(above.length, 2) : 0}`,
  });
}

function coverageCell(plans, asked) {
  if (!plans && !asked) {
    return holding("td", [make("span", say("outside"), { className: "unseen" })], {
      className: "outside", title: say("outside"),
    });
  }
  if (!plans) {
    const empty = make("td", "–", { className: "empty", title: say("none found") });
    empty.append(make("span", ` ${say("none found")}`, { className: "unseen" }));
    return empty;
  }
  const items = plans.slice(0, MOST_IN_CELL).map((id) => opening(id, MOST_IN_HEAD));
  const cell = holding("td", items, { className: "filled" });
  if (plans.length > MOST_IN_CELL) {
    cell.append(make("span", say("more", { count: plans.length - MOST_IN_CELL })));
  }
  return cell;
}
