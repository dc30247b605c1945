// What is typed or chosen is asked for at once and in place. Without scripts the buttons do it.
"use strict";
(() => {
  const PAUSE = 250; // between the last letter and the question, in milliseconds
  const LIVE = {
    "hx-target": "#main",
    "hx-select": "#main",
    "hx-select-oob": "#top,#foot",
    "hx-swap": "around",
    "hx-ext": "around",
    "hx-sync": "this:replace",
  };
  const status = document.getElementById("status");
  let waiting = 0;
  let asking = null; // the field whose question is under way
  let typed = null; // the field whose first letters have an entry in the browser's history: the next ones replace it

  const isTyped = (field) => field.type === "search";
  const isLive = (field) => field.form && "submits" in field.form.dataset;

  function tell(words, seen) {
    status.textContent = words;
    status.classList.toggle("seen", seen);
  }

  function enliven() {
    for (const form of document.querySelectorAll("form[data-submits]")) {
      form.setAttribute("hx-get", form.getAttribute("action"));
      for (const [name, value] of Object.entries(LIVE)) form.setAttribute(name, value);
      if (!form.hasAttribute("hx-replace-url")) form.setAttribute("hx-push-url", "true");
    }
  }

  function ask(field) {
    const replaces = field === typed;
    field.form.removeAttribute(replaces ? "hx-push-url" : "hx-replace-url");
    field.form.setAttribute(replaces ? "hx-replace-url" : "hx-push-url", "true");
    asking = field;
    if (field.form.checkValidity()) field.form.requestSubmit();
  }

  function soon(field, question) {
    clearTimeout(waiting);
    waiting = setTimeout(() => question(field), PAUSE);
  }

  function depth(node, end) {
    let levels = 0;
    for (let each = node; each !== end; each = each.parentNode) levels += 1;
    return levels;
  }

  // Everything but the field one is in is replaced, so that neither the place nor a word half typed is lost.
  function around(kept, twin, end) {
    for (let old = kept, now = twin; old !== end; old = old.parentNode, now = now.parentNode) {
      old.className = now.className;
      if (now.dataset.found) old.dataset.found = now.dataset.found;
      while (old.previousSibling) old.previousSibling.remove();
      while (old.nextSibling) old.nextSibling.remove();
      while (now.previousSibling) old.parentNode.insertBefore(now.parentNode.firstChild, old);
      while (now.nextSibling) old.parentNode.append(now.nextSibling);
    }
  }

  function swap(style, target, fragment) {
    const main = fragment.firstElementChild;
    if (style !== "around" || !main) return false;
    const field = document.activeElement;
    const twin = field.id && target.contains(field) && main.querySelector(`#${CSS.escape(field.id)}`);
    if (twin && depth(field, target) === depth(twin, main)) around(field, twin, target);
    else target.replaceChildren(...main.childNodes);
    enliven();
    return [...target.children];
  }

  document.addEventListener("input", (event) => {
    if (!event.isComposing && isTyped(event.target) && isLive(event.target)) soon(event.target, ask);
  });
  document.addEventListener("compositionend", (event) => {
    if (isTyped(event.target) && isLive(event.target)) soon(event.target, ask);
  });
  document.addEventListener("change", (event) => {
    if (isLive(event.target) && !isTyped(event.target)) ask(event.target);
  });
  // Enter asks at once; the question that waits for a pause would take the place again from whoever went on.
  document.addEventListener("submit", () => clearTimeout(waiting));
  document.addEventListener("focusout", () => {
    typed = null;
  });

  document.addEventListener("htmx:pushedIntoHistory", () => {
    typed = asking && isTyped(asking) && asking === document.activeElement ? asking : null;
  });
  document.addEventListener("htmx:configRequest", ({ detail }) => {
    for (const [name, value] of [...detail.formData]) if (value === "") detail.formData.delete(name);
  });
  document.addEventListener("htmx:beforeRequest", ({ detail }) => {
    if (detail.target.id === "main") tell(status.dataset.busy, true);
  });
  // A question that led elsewhere (to the sign-in page) or was refused is asked again as a page.
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    const [wanted, got] = [detail.pathInfo.finalRequestPath, detail.xhr.responseURL];
    const elsewhere = new URL(got).pathname !== new URL(wanted, window.location).pathname;
    if (elsewhere) detail.shouldSwap = false;
    if (detail.target.id === "main" && (elsewhere || detail.isError)) window.location.assign(wanted);
  });
  document.addEventListener("htmx:sendError", () => tell(status.dataset.lost, true));
  document.addEventListener("htmx:afterSettle", ({ target }) => {
    if (target.id !== "main") return;
    const found = target.querySelector("[data-found]");
    tell(found ? found.dataset.found : target.querySelector("h1").textContent, false);
  });

  enliven();
  if (window.htmx) window.htmx.defineExtension("around", { handleSwap: swap });
})();
