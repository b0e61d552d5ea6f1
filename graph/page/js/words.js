// What the page says, in the language of the state.

const words = () => data.words[state.language];
const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const say = (key, values = {}) => fill(words().sentences[key], values);

const levelName = (level) => words().levels[level] || say("unplaced");
const placeName = (one) => one.placeName || say("nowhere");

// How a relation is read out, from its subject or backwards from its object.
// An end that reaches a part of the document alone has words of its own.
function relationWords({ relation, review, years, part }, back = false) {
  const known = words().relations;
  const names = (part && known[`${relation} part`])
    || known[review ? `${relation} ${review}` : relation];
  return names[back ? 1 : 0] + yearsWords({ years });
}
// Which part it is, behind other words; words that say no more than "một phần" are said already.
const partWords = ({ part }) => (part && part.toLowerCase() !== "một phần" ? ` (${part})` : "");
const yearsWords = ({ years }) => (years ? ` (${say("years", { years })})` : "");

const shownDate = (date) => (
  state.language === "vi" ? date.split("-").reverse().join("/") : date);
const shownNumber = (number) => number.toLocaleString(state.language === "vi" ? "vi-VN" : "en-GB");

const ruleName = (rule) => words().rules[rule] || rule;

function shortened(text, most) {
  const letters = Array.from(text);
  return letters.length > most ? `${letters.slice(0, most - 1).join("").trimEnd()}…` : text;
}

const DAY = 86_400_000;

// Returns how many days lie between two dates, null where one is not known to the day.
function daysBetween(from, to) {
  if (from.length !== 10 || to.length !== 10) return null;
  const days = (Date.parse(to) - Date.parse(from)) / DAY;
  return Number.isFinite(days) ? Math.round(days) : null;
}

function lagWords(from, to) {
  const days = daysBetween(from, to);
  if (days === null) return "";
  return say(days < 0 ? "days before" : "days after", { days: shownNumber(Math.abs(days)) });
}
