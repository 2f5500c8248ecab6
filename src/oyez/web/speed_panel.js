// The two views of the speed, the bar's button and the panel: both only ever show the one value.

import { FASTEST, SLOWEST, STEP, gainText, spokenText, timesText, wpmText } from "oyez/speed.js";

/** @typedef {import("oyez/bar.js").Parts} Parts */
/** @typedef {import("oyez/speed.js").Speed} Speed */

/**
 * @param {Parts} parts
 * @param {Speed} speed
 * @param {() => number} seconds the narration's natural length
 */
export function bindSpeed(parts, speed, seconds) {
  const { slider, panel, speedButton } = parts;
  slider.min = String(SLOWEST);
  slider.max = String(FASTEST);
  slider.step = String(STEP);

  const draw = () => {
    const [times, wpm] = [timesText(speed.times), wpmText(speed.wpm)];
    for (const [part, text] of /** @type {[HTMLElement, string][]} */ ([
      [parts.times, times],
      [parts.panelTimes, times],
      [parts.wpm, wpm],
      [parts.panelWpm, wpm],
      [parts.gain, gainText(speed.times, seconds())],
    ])) {
      part.textContent = text;
    }
    if (Math.abs(Number(slider.value) - speed.times) > STEP / 2) slider.value = String(speed.times);
    slider.setAttribute("aria-valuetext", spokenText(speed));
    slider.style.setProperty("--at", String((speed.times - SLOWEST) / (FASTEST - SLOWEST)));
    speedButton.setAttribute("aria-label", `Speed ${times}, ${wpm}`);
  };
  /** @param {boolean} open */
  const show = (open) => {
    panel.hidden = !open;
    speedButton.setAttribute("aria-expanded", String(open));
    if (open) slider.focus();
  };

  slider.addEventListener("input", () => (speed.times = Number(slider.value)));
  speedButton.addEventListener("click", () => show(panel.hidden !== false));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    show(false);
    speedButton.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    const inside = event.target instanceof Node && (panel.contains(event.target) || speedButton.contains(event.target));
    if (!panel.hidden && !inside) show(false);
  });
  speed.addEventListener("change", draw);
  draw();
}
