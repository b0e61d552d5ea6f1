// How wide words are in the drawing.

import { FACE, FONT } from "./styles.js";

export const LABEL_FONT = 11;

let pen = null;

export function textWidth(text) {
  if (!pen) {
    pen = document.createElement("canvas").getContext("2d");
    pen.font = `${FONT}px ${FACE}`;
  }
  return pen.measureText(text).width;
}

export const labelWidth = (text) => (textWidth(text) * LABEL_FONT) / FONT;
