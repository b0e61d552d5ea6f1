// The view Dòng thời gian: a directive, and what came of it, in the order of time.

import { documents, incoming, layers } from "../collection.js";
import { dueItem, dueOf } from "../draw/debts.js";
import { element, holding, isolated, make, mostCarriedOut, opening } from "../draw/elements.js";
import { CHANGES } from "../families.js";
import { passesAll, usable } from "../selection.js";
import { state } from "../state.js";
import {
  lagWords, partWords, placeName, relationWords, say, shortened, shownDate, shownNumber,
  yearsWords,
} from "../words.js";

export function showTimeline() {
  const view = element("time");
  if (state.chosen === null) {
    view.replaceChildren(make("p", say("choose directive"), { className: "hint" }), ...mostCarriedOut());
    return;
  }
  const directive = documents[state.chosen];
  const events = eventsOf(directive).filter(({ one }) => one === directive || passesAll(one.id));
  const dated = [...events, ...dueOf(directive.id)].filter(({ one }) => one.date)
    .sort((a, b) => a.one.date.localeCompare(b.one.date) || a.rank - b.rank);
  const undated = events.filter(({ one }) => !one.date);
  const parts = [
    holding("h2", [make("bdi", directive.label)]),
    make("p", say("timeline counts", counted(events)), { className: "hint" }),
    holding("ol", dated.map((event) => eventItem(event, directive)), { className: "timeline" }),
  ];
  if (undated.length) {
    parts.push(make("h3", say("undated")));
    parts.push(holding("ul", undated.map((event) => eventItem(event, directive)), {
      className: "documents",
    }));
  }
  view.replaceChildren(...parts);
}

// Returns the issue of the directive, its plans with the step they stand at, its reviews and changes.
function eventsOf(directive) {
  const found = [{ one: directive, kind: "issued", rank: 0, words: say("issued") }];
  layers(directive.id, false, usable).forEach(({ steps, reached }, depth) => {
    for (const id of reached) {
      const step = steps.find(({ subject }) => subject === id);
      const words_ = depth ? `${relationWords(step)} ${documents[step.object].label}`
        : relationWords(step);
      found.push({ one: documents[id], kind: "plan", rank: depth + 1, words: words_, step });
    }
  });
  const planned = new Set(found.map(({ one }) => one.id));
  for (const step of incoming(directive.id).filter(usable)) {
    const review = step.relation === "summarizes";
    if (!review && !CHANGES.has(step.relation)) continue;
    if (!review && planned.has(step.subject)) continue;
    const one = documents[step.subject];
    const words_ = review ? say(`review ${step.review || "any"}`) + yearsWords(step)
      : relationWords(step) + partWords(step);
    found.push({ one, kind: review ? "review" : "change", rank: 9, words: words_, step });
  }
  return found;
}

const counted = (events) => ({
  plans: shownNumber(events.filter(({ kind }) => kind === "plan").length),
  reviews: shownNumber(events.filter(({ kind }) => kind === "review").length),
  changes: shownNumber(events.filter(({ kind }) => kind === "change").length),
});

function eventItem({ one, kind, words: words_, step, owing }, directive) {
  if (owing) return dueItem(one.date, owing);
  const item = make("li", undefined, { className: `event ${kind}` });
  const lag = kind === "issued" ? "" : lagWords(directive.date, one.date);
  item.append(make("time", shownDate(one.date) || "–"));
  item.append(holding("div", [
    opening(one.id),
    isolated("span", [words_, lag, placeName(one)].filter(Boolean).join(" · "), { className: "where" }),
  ]));
  if (step && !step.inferred) {
    item.lastChild.append(isolated("span", `“${shortened(step.quote, 160)}”`, { className: "where" }));
  }
  return item;
}
