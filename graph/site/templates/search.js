"use strict";
// Hides the documents whose words do not hold all that is typed. Without it the list is whole.
(() => {
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐÐð]/g, "d")
    .toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const items = [...document.querySelectorAll("li[data-words]")];
  const found = document.getElementById("found");
  document.getElementById("finder").hidden = false;
  document.getElementById("search").addEventListener("input", (event) => {
    const wanted = folded(event.target.value).split(" ").filter(Boolean);
    let count = 0;
    for (const item of items) {
      item.hidden = !wanted.every((word) => item.dataset.words.includes(word));
      count += item.hidden ? 0 : 1;
    }
    for (const section of document.querySelectorAll("main section")) {
      section.hidden = !section.querySelector("li:not([hidden])");
    }
    found.textContent = wanted.length ? found.dataset.words.replace("{count}", count) : "";
  });
})();
