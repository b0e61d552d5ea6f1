// The view Lược đồ: the document in the middle; what it rests on, carries out and changes on the
// left; what carries it out, reviews and changes it on the right.

const FAMILIES = [
  ["carries_out", "implements", "continues", "details", "guides"],
  ["summarizes"],
  ["based_on"],
  ["amends", "repeals", "replaces", "corrects", "consolidates", "suspends", "extends"],
  ["promulgates", "approves", "monitors", "disseminates"],
  ["cites"],
];
const FAMILY_ORDER = new Map(FAMILIES.flat().map((relation, at) => [relation, at]));
const MOST_IN_BOX = 15;

function showBoxes() {
  const view = element("boxes");
  if (state.chosen === null) {
    view.replaceChildren(make("p", say("choose"), { className: "hint" }), ...mostCarriedOut());
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

// Returns relations by how they are read out from the chosen document, in the order of families.
function groups(found, back) {
  const grouped = new Map();
  for (const one of found) {
    const heading = relationWords({ ...one, years: 0 }, back);
    if (!grouped.has(heading)) grouped.set(heading, []);
    grouped.get(heading).push(one);
  }
  const rank = ([, [one]]) => FAMILY_ORDER.get(one.relation) ?? FAMILY_ORDER.size;
  return [...grouped].sort((a, b) => rank(a) - rank(b));
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
  const list = cutList(others, MOST_IN_BOX, (one) => {
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

const MOST_LISTED = 8;

function mostCarriedOut() {
  const most = data.most_carried_out.slice(0, MOST_LISTED);
  if (!most.length) return [];
  const items = most.map(([id, count]) => holding("li", [
    opening(id), make("span", ` (${shownNumber(count)})`),
  ]));
  return [make("h3", say("most")), holding("ul", items, { className: "documents" })];
}
