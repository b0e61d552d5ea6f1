// The view Địa bàn: places by directives; a cell names the plan, or says that none was found here.

const MOST_DIRECTIVES = 10;
const MOST_PLACES = 150;
const MOST_IN_CELL = 3;
const MOST_IN_HEAD = 50;

function showCoverage() {
  const view = element("cover");
  const directives = coveredDirectives();
  if (!directives.length) {
    view.replaceChildren(make("p", say("no directive"), { className: "hint" }));
    return;
  }
  const plans = directives.map((id) => plansByPlace(id));
  const places = data.places.filter(([path]) => path && !state.hidden.place.includes(path))
    .map(([path, name]) => ({ path, name, filled: plans.filter((found) => found.has(path)).length }))
    .sort((a, b) => collator.compare(a.path, b.path));
  const shown = places.length <= MOST_PLACES ? places
    : [...places].sort((a, b) => b.filled - a.filled).slice(0, MOST_PLACES)
      .sort((a, b) => collator.compare(a.path, b.path));
  const heads = directives.map((id) => holding("th", [opening(id, MOST_IN_HEAD)], { scope: "col" }));
  const body = shown.map((place) => holding("tr", [
    placeHead(place),
    ...plans.map((found) => coverageCell(found.get(place.path))),
  ]));
  const foot = plans.map((found) => {
    const count = places.filter(({ path }) => found.has(path)).length;
    const of = { count: shownNumber(count), all: shownNumber(places.length) };
    return make("td", say("places covered", of));
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
    ], { id: "coverage-table" }),
  );
}

// The directives asked about: the chosen document where anything carries it out, then those of the
// selection that most documents carry out.
function coveredDirectives() {
  const { ids } = selection();
  const most = data.most_carried_out.map(([id]) => id).filter((id) => ids.has(id));
  const chosen = state.chosen !== null && incoming(state.chosen).some(({ relation }) => (
    CARRIES_OUT.has(relation)));
  return [...new Set([...(chosen ? [state.chosen] : []), ...most])].slice(0, MOST_DIRECTIVES);
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

function placeHead({ path, name }) {
  const depth = path.split(".").length - 1;
  const head = isolated("th", name, { scope: "row", className: `depth${Math.min(depth, 2)}` });
  return head;
}

function coverageCell(plans) {
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
