// Which documents and relations are shown: the same in every view, a function of the state.

import { data, documents, isLarge, layers, otherEnd, outgoing, relations, touching } from "./collection.js";
import { change, state } from "./state.js";

export const usable = (relation) => (state.inferred || !relation.inferred)
  && !state.hidden.relation.includes(relation.relation);

export const isHeld = (one, wanted) => wanted === "all" || one.held === (wanted === "held");

export const passes = {
  level: (one) => !state.hidden.level.includes(one.level),
  place: (one) => !state.hidden.place.includes(one.place),
  type: (one) => !state.hidden.type.includes(one.type),
  years: (one) => (state.from === null && state.to === null) || (one.year !== null
    && (state.from === null || one.year >= state.from)
    && (state.to === null || one.year <= state.to)),
  held: (one) => isHeld(one, state.held),
};
export const passesAll = (id) => Object.values(passes).every((passing) => passing(documents[id]));

// Returns ids in the order in which they are worth showing: what is near, else what has most
// relations. The order of `data.by_weight` was found when the file was written.
function candidates() {
  if (state.around === null) return withOpened(data.by_weight);
  const found = new Set([state.around]);
  for (const up of [true, false]) {
    for (const { reached } of layers(state.around, up, usable)) {
      for (const id of reached) found.add(id);
    }
  }
  const near = touching(state.around).filter(usable).map((one) => otherEnd(one, state.around));
  near.sort((a, b) => data.weights[b] - data.weights[a] || a - b);
  for (const id of near) found.add(id);
  return withOpened([...found]);
}

function withOpened(ids) {
  if (!state.opened.length) return ids;
  const first = new Set(state.around === null ? [] : [state.around]);
  for (const id of state.opened) {
    first.add(id);
    for (const relation of touching(id).filter(usable)) first.add(otherEnd(relation, id));
  }
  return [...new Set([...first, ...ids])];
}

let selected = { key: null };

// Returns `{ids, order, relations, candidates}`; computed anew where the state has changed.
export function selection() {
  const { around, opened, hidden, from, to, held, inferred } = state;
  const key = JSON.stringify([around, opened, hidden, from, to, held, inferred]);
  if (selected.key === key) return selected;
  const all = candidates();
  const order = [];
  for (const id of all) {
    if (order.length === data.most_drawn) break;
    if (id === around || passesAll(id)) order.push(id);
  }
  const ids = new Set(order);
  const between = [];
  for (const id of order) {
    for (const relation of outgoing(id)) {
      if (usable(relation) && ids.has(relation.object)) between.push(relation);
    }
  }
  selected = { key, ids, order, relations: between, candidates: all };
  return selected;
}

// Returns the chain of the chosen document as steps from its sources down to its last plans.
export function chainSteps() {
  if (state.chosen === null) return [];
  const up = layers(state.chosen, true, usable).map(({ steps }) => steps).reverse();
  const down = layers(state.chosen, false, usable).map(({ steps }) => steps);
  return [...up, ...down];
}

// Returns the relations of the chain that are lit: all, or those down to the step of the state.
export function litRelations() {
  if (!state.chain) return new Set();
  const steps = chainSteps();
  const shown = state.step === null ? steps : steps.slice(0, state.step + 1);
  return new Set(shown.flat().map(({ id }) => id));
}

// The relations that a filter of relations decides on: those among the documents to choose from, and
// those that would bring others in.
export function relationsInReach() {
  if (state.around === null) return relations;
  const near = new Set(selection().candidates);
  const open = new Set([state.around, ...state.opened]);
  return relations.filter(({ subject, object }) => open.has(subject) || open.has(object)
    || (near.has(subject) && near.has(object)));
}

export function facetValues(facet) {
  const counts = new Map();
  if (facet === "relation") {
    for (const { relation, inferred } of relationsInReach()) {
      if (!inferred) counts.set(relation, (counts.get(relation) || 0) + 1);
    }
  } else {
    for (const id of selection().candidates) {
      const value = documents[id][facet];
      counts.set(value, (counts.get(value) || 0) + 1);
    }
  }
  for (const value of state.hidden[facet]) {
    if (!counts.has(value)) counts.set(value, 0);
  }
  return counts;
}

// Chooses a document; where it is not among those shown, they become those around it.
// With `move` the drawing brings it into sight.
export function choose(id, { move = false } = {}) {
  const drawn = selection().ids.has(id) && !(state.around === null && isLarge());
  const around = id === null || drawn ? state.around : id;
  const opened = around === state.around ? state.opened : [];
  change({ chosen: id, around, opened, chain: false, step: null }, move ? id : null);
}

// Shows what a document touches besides what is shown, or no longer.
export function expand(id) {
  const opened = state.opened.includes(id)
    ? state.opened.filter((other) => other !== id) : [...state.opened, id];
  change({ opened });
}
