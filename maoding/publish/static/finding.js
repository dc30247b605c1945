// While one types in the search of all pages, the best of what was found stands below it; Enter leads to all of it.
"use strict";
(() => {
  const PAUSE = 200; // between the last letter and the question, in milliseconds
  const status = document.getElementById("status");
  let waiting = 0;

  const field = () => document.getElementById("find");
  const list = () => document.getElementById("suggested");
  const links = () => [...list().querySelectorAll("a")];
  const within = (element) => element && element.closest && element.closest("form.search");

  function show(shown) {
    if (list()) list().hidden = !shown;
  }

  function ask() {
    const find = field();
    if (!find.value.trim()) {
      show(false);
      return;
    }
    const values = Object.fromEntries(new FormData(find.form));
    window.htmx.ajax("GET", find.form.getAttribute("action"), { source: find, values, target: list(), swap: "innerHTML" });
  }

  function soon(event) {
    if (event.target.id !== "find" || event.isComposing || !window.htmx) return;
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  }

  // Up and down move between the field and what stands below it.
  function move(step) {
    const all = [field(), ...links()];
    const at = all.indexOf(document.activeElement);
    all[Math.min(Math.max(at + step, 0), all.length - 1)].focus();
  }

  document.addEventListener("input", soon);
  document.addEventListener("compositionend", soon);
  document.addEventListener("htmx:afterSettle", ({ target }) => {
    if (target.id !== "suggested") return;
    show(within(document.activeElement) && target.firstElementChild);
    status.textContent = target.firstElementChild?.dataset.found ?? "";
  });
  document.addEventListener("focusout", (event) => {
    if (within(event.target) && !within(event.relatedTarget)) show(false);
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.id === "find" && links().length && event.target.value.trim()) show(true);
  });
  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (within(event.target) && !list().hidden && step) {
      event.preventDefault();
      move(step);
    }
    if (within(event.target) && !list().hidden && event.key === "Escape") {
      event.preventDefault();
      field().focus();
      show(false);
    }
    const writes = event.target.closest("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey;
    if (event.key === "/" && !writes && field()) {
      event.preventDefault();
      field().focus();
      field().select();
    }
  });
})();
