// Marks the form of the entry whose words one has come to read.
"use strict";
(() => {
  function mark() {
    for (const form of document.querySelectorAll(".form.here")) form.classList.remove("here");
    const entry = decodeURIComponent(window.location.hash.slice(1));
    for (const form of document.querySelectorAll(".form")) form.classList.toggle("here", form.dataset.entries.split(" ").includes(entry));
  }

  window.addEventListener("hashchange", mark);
  mark();
})();
