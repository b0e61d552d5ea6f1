// Puts the state on the screen.

import { openCollection, openTexts, prepareSearch } from "./collection.js";
import {
  showBar, showFilters, showResults, showTitle, showWords, startControls,
} from "./controls.js";
import { showBoxes } from "./draw/boxes.js";
import { openDebts } from "./debts.js";
import { element } from "./draw/elements.js";
import { moveTo, showMap } from "./draw/map.js";
import { startPaper } from "./draw/paper.js";
import { follow, leadsElsewhere, showWith, state } from "./state.js";
import { showCoverage } from "./views/coverage.js";
import { startDownloads } from "./views/downloads.js";
import { showOwed } from "./views/owed.js";
import { showPanel } from "./views/panel.js";
import { showTables } from "./views/tables.js";
import { showText, toPlace } from "./views/text.js";
import { showTimeline } from "./views/timeline.js";

const SHOWING = {
  boxes: showBoxes, map: showMap, table: showTables, time: showTimeline, cover: showCoverage,
  owed: showOwed, text: showText,
};
let shown = {};

function render(move = null) {
  const before = shown;
  shown = { chosen: state.chosen, view: state.view, language: state.language };
  if (before.language !== state.language) {
    showWords();
    showResults();
  }
  showTitle();
  showBar();
  showFilters();
  showPanel();
  SHOWING[state.view]();
  if (before.chosen !== state.chosen) element("panel").scrollTop = 0;
  if (before.view !== state.view || before.chosen !== state.chosen) element(state.view).scrollTop = 0;
  if (move !== null) moveTo(move);
  toPlace();
}

openCollection(JSON.parse(element("data").textContent));
openTexts(JSON.parse(element("texts").textContent));
openDebts(JSON.parse(element("debts").textContent));
startControls();
startDownloads();
startPaper();
follow(window.location.hash);
showWith(render);
window.addEventListener("hashchange", () => {
  if (!leadsElsewhere(window.location.hash)) return;
  follow(window.location.hash);
  render();
});
render();
document.documentElement.dataset.ready = "true";
setTimeout(prepareSearch);
