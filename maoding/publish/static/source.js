// Marks the form of the entry whose words one has come to read, unfolding it; paper shows everything unfolded.
"use strict";
(() => {
  const folded = () => document.querySelectorAll("details.rest:not([open])");
  let opened = [];

  function mark() {
    const entry = decodeURIComponent(window.location.hash.slice(1));
    for (const form of document.querySelectorAll(".form")) {
      const here = form.dataset.entries.split(" ").includes(entry);
      form.classList.toggle("here", here);
      const rest = here && form.closest("details.rest");
      if (rest && !rest.open) {
        rest.open = true;
        document.getElementById(entry)?.scrollIntoView();
      }
    }
  }

  window.addEventListener("beforeprint", () => {
    opened = [...folded()];
    for (const rest of opened) rest.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const rest of opened) rest.open = false;
  });
  window.addEventListener("hashchange", mark);
  mark();
})();
