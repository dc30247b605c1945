// Rows open in place and keys move between them. Without scripts links do it.
"use strict";
(() => {
  const openers = () => [...document.querySelectorAll("a.opener")];

  function opened(opener) {
    const next = opener.closest("tr").nextElementSibling;
    return next && next.classList.contains("opened") ? next : null;
  }

  function show(opener, shown) {
    opener.setAttribute("aria-expanded", String(shown));
    opener.closest("tr").classList.toggle("open", shown);
    opened(opener).hidden = !shown;
  }

  function open(opener) {
    const line = opener.closest("tr");
    const below = document.createElement("tr");
    below.className = "opened";
    below.id = `reason-${line.id}`;
    const cell = below.insertCell();
    cell.colSpan = line.closest("table").tHead.rows[0].cells.length;
    line.after(below);
    opener.setAttribute("aria-controls", below.id);
    show(opener, true);
    window.htmx.ajax("GET", opener.getAttribute("href"), { target: cell, swap: "innerHTML" }).then(() => {
      if (!cell.firstElementChild) window.location.assign(opener.href);
    });
  }

  function toggle(opener) {
    if (opened(opener)) show(opener, opener.getAttribute("aria-expanded") !== "true");
    else open(opener);
  }

  function isPlain(event) {
    return event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  }

  document.addEventListener("click", (event) => {
    if (!window.htmx || !isPlain(event)) return;
    const opener = event.target.closest("a.opener");
    if (opener) {
      event.preventDefault();
      toggle(opener);
      return;
    }
    const inRow = event.target.closest("tr.line")?.querySelector("a.opener");
    const chosen = String(window.getSelection());
    if (inRow && !chosen && !event.target.closest("a, button, input, select")) toggle(inRow);
  });

  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { j: 1, k: -1 }[event.key];
    const all = openers();
    if (step && all.length) {
      const at = all.indexOf(document.activeElement);
      const to = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1);
      all[to].focus();
    }
  });

  function announce() {
    for (const opener of openers()) {
      if (!opener.hasAttribute("aria-expanded")) opener.setAttribute("aria-expanded", "false");
      opener.setAttribute("role", "button");
    }
  }

  document.addEventListener("htmx:afterSettle", announce);
  announce();
})();
