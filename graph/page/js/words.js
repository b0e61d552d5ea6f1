// What the page says, in the language of the state.

import { data } from "./collection.js";
import { state } from "./state.js";

export const words = () => data.words[state.language];
const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
export const say = (key, values = {}) => fill(words().sentences[key], values);

export const levelName = (level) => words().levels[level] || say("unplaced");
export const placeName = (one) => one.placeName || say("nowhere");

// How a relation is read out, from its subject or backwards from its object.
// An end that reaches a part of the document alone has words of its own.
export function relationWords({ relation, review, years, part }, back = false) {
  const known = words().relations;
  const names = (part && known[`${relation} part`])
    || known[review ? `${relation} ${review}` : relation];
  return names[back ? 1 : 0] + yearsWords({ years });
}
// Which part it is, behind other words; words that say no more than "một phần" are said already.
export const partWords = ({ part }) => (part && part.toLowerCase() !== "một phần" ? ` (${part})` : "");
export const yearsWords = ({ years }) => (years ? ` (${say("years", { years })})` : "");

export const shownDate = (date) => (
  state.language === "vi" ? date.split("-").reverse().join("/") : date);
export const shownNumber = (number) => number.toLocaleString(state.language === "vi" ? "vi-VN" : "en-GB");

// The order of names, numbers in them by their value.
export const collator = new Intl.Collator("vi", { numeric: true });

export const ruleName = (rule) => words().rules[rule] || rule;

export function shortened(text, most) {
  const letters = Array.from(text);
  return letters.length > most ? `${letters.slice(0, most - 1).join("").trimEnd()}…` : text;
}

const DAY = 86_400_000;

// Returns how many days lie between two dates, null where one is not known to the day.
export function daysBetween(from, to) {
  if (from.length !== 10 || to.length !== 10) return null;
  const days = (Date.parse(to) - Date.parse(from)) / DAY;
  return Number.isFinite(days) ? Math.round(days) : null;
}

export function lagWords(from, to) {
  const days = daysBetween(from, to);
  if (days === null) return "";
  return say(days < 0 ? "days before" : "days after", { days: shownNumber(Math.abs(days)) });
}
