// What the file holds: documents and relations, decoded once, and the questions asked of them.

const data = JSON.parse(document.getElementById("data").textContent);

const documents = data.documents.map((row, id) => {
  const [path, number, suffix, apart, type, term, date, title, issuer, level, place, flags, mentions,
    texts, contradictions] = row;
  const selector = suffix === null ? data.base + path : number + suffix;
  return {
    id, path, number, selector, apart, term, date, title, mentions, contradictions,
    iri: data.base + path,
    type: data.types[type],
    issuer: data.issuers[issuer],
    level: data.levels[level],
    place: data.places[place][0],
    placeName: data.places[place][2],
    held: (flags & 1) !== 0,
    resolved: (flags & 2) !== 0,
    unconfirmed: (flags & 4) !== 0,
    year: date ? Number(date.slice(0, 4)) : null,
    texts: texts.map((text) => data.texts[text]),
  };
});
for (const one of documents) one.label = nameOf(one);

const relations = data.relations.map((row, id) => {
  const [subject, object, kind, years, rule, confidence, quote, text, start, end, marks, evidence,
    others, premises, decisions, part, page, unconfirmed] = row;
  const [relation, review] = data.kinds[kind];
  return {
    id, subject, object, relation, review, years, confidence, quote, start, end, marks, evidence,
    premises, decisions, part, page,
    unconfirmed: unconfirmed !== 0,
    rule: data.rules[rule],
    text: data.texts[text],
    others: others.map(([where, from, to, onPage]) => (
      { text: data.texts[where], start: from, end: to, page: onPage })),
    inferred: premises.length > 0 && !decisions.length,
  };
});
const CARRIES_OUT = new Set(data.carries_out);
const byPath = new Map(documents.map((one) => [one.path, one.id]));

// The neighbourhood index was built when the file was written: relations of a document in runs.
const outgoing = (id) => data.outgoing.slice(data.out_at[id], data.out_at[id + 1])
  .map((place) => relations[place]);
const incoming = (id) => data.incoming.slice(data.in_at[id], data.in_at[id + 1])
  .map((place) => relations[place]);
const touching = (id) => [...outgoing(id), ...incoming(id)];
const otherEnd = (relation, id) => (relation.subject === id ? relation.object : relation.subject);

function nameOf({ number, apart, type }) {
  const named = apart ? `${number} (${apart})` : number;
  if (named.toLowerCase().startsWith(type.toLowerCase())) return named;
  return `${type} ${named}`;
}

const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐÐð]/g, "d")
  .toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

let haystacks = null;
let names = null;

// Takes a moment for a large collection, so it is done before anybody types.
function prepareSearch() {
  names ||= documents.map(({ label }) => ` ${folded(label)} `);
  haystacks ||= documents.map((one) => folded([
    one.label, one.number, one.selector, one.title, one.issuer, one.date, one.placeName, one.place,
  ].join(" ")));
}

// Returns the ids of the documents that hold every word of `typed`, those first whose names hold most
// of them.
function search(typed) {
  const wanted = folded(typed).split(" ").filter(Boolean);
  if (!wanted.length) return [];
  prepareSearch();
  const found = [];
  haystacks.forEach((haystack, id) => {
    if (!wanted.every((word) => haystack.includes(word))) return;
    const whole = wanted.filter((word) => names[id].includes(` ${word} `)).length;
    found.push({ id, whole, at: haystack.indexOf(wanted[0]), weight: data.weights[id] });
  });
  found.sort((a, b) => b.whole - a.whole || a.at - b.at || b.weight - a.weight || a.id - b.id);
  return found.map(({ id }) => id);
}

// Returns what a document carries out (`up`) and what carries it out, in layers from the nearest;
// each layer holds the relations that lead to it.
function layers(id, up, usable) {
  const seen = new Set([id]);
  const found = [];
  let edge = [id];
  while (edge.length) {
    const next = new Set();
    const steps = [];
    for (const one of edge) {
      for (const relation of up ? outgoing(one) : incoming(one)) {
        if (!CARRIES_OUT.has(relation.relation) || !usable(relation)) continue;
        const other = otherEnd(relation, one);
        if (other === one) continue;
        if (!seen.has(other)) next.add(other);
        if (!seen.has(other) || next.has(other)) steps.push(relation);
      }
    }
    for (const one of next) seen.add(one);
    if (steps.length) found.push({ steps, reached: [...next] });
    edge = [...next];
  }
  return found;
}

// Returns every document that carries this one out, itself or through others.
const carriers = (id, usable) => layers(id, false, usable).flatMap(({ reached }) => reached);
