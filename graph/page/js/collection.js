// What the file holds: documents and relations, decoded once, and the questions asked of them.

const LONGEST_NAME = 80;

export let data = null;
export let documents = [];
export let relations = [];
export let carriesOut = new Set();
let byPath = new Map();
let placesByPath = new Map();
let readable = new Map();

// Takes the data of a page. The other modules ask for it when they need it, not when they are loaded.
export function openCollection(json) {
  data = json;
  documents = data.documents.map(documentOf);
  relations = data.relations.map(relationOf);
  carriesOut = new Set(data.carries_out);
  byPath = new Map(documents.map((one) => [one.path, one.id]));
  placesByPath = new Map(data.places.map(([path, , whole]) => [path, whole]));
  nameDocuments(data.language);
}

// Calls documents as they are called in a language: what tells namesakes apart has words in each.
export function nameDocuments(language) {
  const place = Object.keys(data.words).indexOf(language);
  for (const one of documents) one.label = nameOf(one, one.apart[place] ?? one.apart[0]);
  haystacks = null;
  names = null;
}

// Takes the texts that a page has room for.
export function openTexts(rows) {
  readable = new Map(rows.map(([name, pieces, paths]) => [name, { pieces, paths }]));
}

// Returns a text in pieces, undefined where this file does not hold it.
export const textNamed = (name) => readable.get(name);

// Whether there is too much to draw whole before anything is chosen.
export const isLarge = () => documents.length > data.most_at_start;
export const documentAt = (path) => byPath.get(path);
export const placeAt = (path) => placesByPath.get(path);

function documentOf(row, id) {
  const [path, number, suffix, apart, ...rest] = row;
  const cells = rest.splice(0, data.fields.length);
  const [flags, mentions, texts, contradictions, more] = rest;
  const told = Object.fromEntries(data.fields.map(([name, table], at) => (
    [name, table ? data[table][cells[at]] : cells[at]])));
  const { date, place: [place, , placeName] } = told;
  return {
    ...told, id, path, number, apart, mentions, contradictions, more, place, placeName,
    selector: suffix === null ? data.base + path : number + suffix,
    iri: data.base + path,
    held: (flags & 1) !== 0,
    resolved: (flags & 2) !== 0,
    unconfirmed: (flags & 4) !== 0,
    year: date ? Number(date.slice(0, 4)) : null,
    texts: texts.map((text) => data.texts[text]),
  };
}

function relationOf(row, id) {
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
}

// The neighbourhood index was built when the file was written: relations of a document in runs.
export const outgoing = (id) => data.outgoing.slice(data.out_at[id], data.out_at[id + 1])
  .map((place) => relations[place]);
export const incoming = (id) => data.incoming.slice(data.in_at[id], data.in_at[id + 1])
  .map((place) => relations[place]);
export const touching = (id) => [...outgoing(id), ...incoming(id)];
export const otherEnd = (relation, id) => (relation.subject === id ? relation.object : relation.subject);

// A law is called by its name; its number alone says little.
function nameOf({ number, type, title }, apart) {
  const lawful = data.called_by_title.includes(folded(type)) && title.length < LONGEST_NAME;
  if (lawful && folded(title).startsWith(folded(type)) && !number.includes(title)) {
    return `${title} ${number}`;
  }
  const named = apart ? `${number} (${apart})` : number;
  if (named.toLowerCase().startsWith(type.toLowerCase())) return named;
  return `${type} ${named}`;
}

export const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐÐð]/g, "d")
  .toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

let haystacks = null;
let names = null;

// Takes a moment for a large collection, so it is done before anybody types.
export function prepareSearch() {
  names ||= documents.map(({ label }) => ` ${folded(label)} `);
  haystacks ||= documents.map((one) => folded([
    one.label, one.number, one.selector, one.title, one.issuer, one.date, one.placeName, one.place,
  ].join(" ")));
}

// Returns the ids of the documents that hold every word of `typed`, those first whose names hold most
// of them.
export function search(typed) {
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

// The order of dates; what has none comes last.
export const byDate = (a, b) => (documents[a].date || "9").localeCompare(documents[b].date || "9") || a - b;

// Returns what a document carries out (`up`) and what carries it out, in layers from the nearest;
// each layer holds the relations that lead to it.
export function layers(id, up, usable) {
  const seen = new Set([id]);
  const found = [];
  let edge = [id];
  while (edge.length) {
    const next = new Set();
    const steps = [];
    for (const one of edge) {
      for (const relation of up ? outgoing(one) : incoming(one)) {
        if (!carriesOut.has(relation.relation) || !usable(relation)) continue;
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
export const carriers = (id, usable) => layers(id, false, usable).flatMap(({ reached }) => reached);
