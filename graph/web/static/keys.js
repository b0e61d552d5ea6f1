"use strict";
// A key does what clicking the button with that key does; where something is typed, keys are words.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.target.closest("input, textarea, select")) return;
  const chosen = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!chosen) return;
  event.preventDefault();
  chosen.click();
});

// What is marked in the text is taken into the open form that adds a link.
document.addEventListener("selectionchange", () => {
  const field = document.querySelector("details[open] textarea[name=quote]");
  const marked = document.getSelection();
  const text = document.querySelector(".text");
  if (!field || !text || marked.isCollapsed) return;
  const inside = text.contains(marked.anchorNode) && text.contains(marked.focusNode);
  if (inside) field.value = marked.toString().slice(0, field.maxLength);
});
