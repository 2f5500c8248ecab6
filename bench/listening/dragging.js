// Watches the speed while somebody else moves the slider: call once to begin, again (`end`) to hear what was seen.
({ end }) => {
  const player = document.querySelector("oyez-player");
  const { audio } = player;
  const slider = player.querySelector("[data-part='slider']");
  const text = (part) => player.querySelector(`[data-part='${part}']`).textContent;
  if (end) {
    clearInterval(window.dragging.sampling);
    return window.dragging;
  }
  const seen = { inputs: [], rates: [], clock: [], apart: 0, sampling: 0 };
  slider.addEventListener("input", () => {
    seen.inputs.push([performance.now(), Number(slider.value)]);
    requestAnimationFrame(() => {
      if (text("times") !== text("panelTimes") || text("wpm") !== text("panelWpm")) seen.apart += 1;
    });
  });
  audio.addEventListener("ratechange", () => seen.rates.push([performance.now(), audio.playbackRate]));
  seen.sampling = setInterval(() => seen.clock.push([performance.now(), audio.currentTime]), 5);
  window.dragging = seen;
};
