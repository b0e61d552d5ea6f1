// The drawing on paper. A canvas is printed as coarse as it is on the screen, so a picture takes its
// place: on one sheet, or on as many as its words need to be read. A4 lies across where that takes
// fewer sheets, or as many with larger words.

import { state } from "../state.js";
import { element } from "./elements.js";
import { picture } from "./pictures.js";
import { FONT } from "./styles.js";

const PAPERS = [
  { width: 680, height: 900 },
  { width: 1000, height: 580 },
];
const LEAST_PRINTED = 8.2 / FONT;
const OVERLAP = 60;

export function startPaper() {
  window.addEventListener("beforeprint", () => {
    if (state.view !== "map") return;
    const [upright, across] = PAPERS.map((paper) => sheets(picture(), paper));
    const wide = across.parts.length < upright.parts.length
      || (across.parts.length === upright.parts.length && across.scale > upright.scale);
    element("paper").replaceChildren(...(wide ? across : upright).parts);
    element("paper").classList.toggle("wide", wide);
  });
  window.addEventListener("afterprint", () => {
    element("paper").replaceChildren();
    element("paper").classList.remove("wide");
  });
}

// Returns `{parts, scale}`: the picture in parts, each for one sheet. What lies at the edge of one is on the next, too.
function sheets(whole, paper) {
  const [left, top, width, height] = whole.getAttribute("viewBox").split(" ").map(Number);
  const [columns, rows] = [[width, paper.width], [height, paper.height]].map(([size, room]) => {
    const reach = room / LEAST_PRINTED;
    return size <= reach ? 1 : Math.ceil((size - OVERLAP) / (reach - OVERLAP));
  });
  const part = {
    width: (width + OVERLAP * (columns - 1)) / columns,
    height: (height + OVERLAP * (rows - 1)) / rows,
  };
  const scale = Math.min(paper.width / part.width, paper.height / part.height, 1);
  const parts = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const sheet_ = whole.cloneNode(true);
      const x = left + column * (part.width - OVERLAP);
      const y = top + row * (part.height - OVERLAP);
      sheet_.setAttribute("viewBox", `${x} ${y} ${part.width} ${part.height}`);
      sheet_.setAttribute("width", part.width * scale);
      sheet_.setAttribute("height", part.height * scale);
      parts.push(sheet_);
    }
  }
  return { parts, scale };
}
