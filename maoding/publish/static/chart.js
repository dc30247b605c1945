// Draws the charts that stand ready as data. The library is fetched when the first one is there to be drawn.
"use strict";
(() => {
  const library = document.currentScript.dataset.echarts;
  let loading = null;

  function echarts() {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = library;
      script.onload = () => resolve(window.echarts);
      script.onerror = reject;
      document.head.append(script);
    });
    return loading;
  }

  async function draw(within) {
    const places = [...within.querySelectorAll(".curve[data-option]:not([data-drawn])")];
    if (!places.length) return;
    const library = await echarts();
    for (const place of places) {
      place.dataset.drawn = "";
      const chart = library.init(place, null, { renderer: "canvas" });
      chart.setOption(JSON.parse(place.dataset.option));
      new ResizeObserver(() => chart.resize()).observe(place);
    }
  }

  document.addEventListener("htmx:afterSettle", (event) => draw(event.target));
  draw(document);
})();
