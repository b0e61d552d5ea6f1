// Puts the state on the screen.

const SHOWING = {
  boxes: showBoxes, map: showMap, table: showTables, time: showTimeline, cover: showCoverage,
};
let shown = {};

function render() {
  const before = shown;
  shown = { chosen: state.chosen, view: state.view, language: state.language };
  if (before.language !== state.language) {
    showWords();
    showResults();
  }
  showBar();
  showFilters();
  showPanel();
  SHOWING[state.view]();
  if (before.chosen !== state.chosen) element("panel").scrollTop = 0;
  if (before.view !== state.view || before.chosen !== state.chosen) element(state.view).scrollTop = 0;
}

startControls();
startDownloads();
state = stateOf(window.location.hash);
render();
document.documentElement.dataset.ready = "true";
setTimeout(prepareSearch);
