// Watches the speed while somebody else moves the slider: call once to begin, again (`end`) to hear what was seen.
({ end, views }) => {
  const player = document.querySelector("oyez-player");
  const { audio } = player;
  const slider = document.querySelector(views.slider);
  /** Multiplier and words per minute, as a view of the speed shows them. */
  const figures = (view) => document.querySelector(view).textContent.match(/[\d.,]+x|\d+ WPM/g).join(" ");
  if (end) {
    clearInterval(window.dragging.sampling);
    return window.dragging;
  }
  const seen = { inputs: [], rates: [], clock: [], apart: 0, sampling: 0 };
  slider.addEventListener("input", () => {
    seen.inputs.push([performance.now(), Number(slider.value)]);
    requestAnimationFrame(() => {
      if (figures(views.button) !== figures(views.panel)) seen.apart += 1;
    });
  });
  audio.addEventListener("ratechange", () => seen.rates.push([performance.now(), audio.playbackRate]));
  seen.sampling = setInterval(() => seen.clock.push([performance.now(), audio.currentTime]), 5);
  window.dragging = seen;
};
