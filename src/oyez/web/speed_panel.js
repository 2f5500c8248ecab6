// The two views of the speed, the bar's button and the panel: both only ever show the one value.

import { make } from "./make.js";
import { bindPanel, makePanel } from "./panels.js";
import { CLEAR, FASTEST, SLOWEST, STEP, gainText, possible, spokenText, timeText, timesText, wpmText } from "./speed.js";
import { number, say } from "./wording.js";

/** @typedef {import("./playback.js").Playback} Playback */
/** @typedef {import("./wording.js").Key} Key */

// Words as said per minute: what newsreaders do slowly, what the page all this began with called average, and what
// practised listeners follow. The multiplier for each is this voice's on this article.
/** @type {[key: Key, wpm: number][]} */
const MARKS = [["speed.slow", 150], ["speed.average", 250], ["speed.fast", 400]];
const RATE = 250; // words a minute, of the chip
const TWICE = 2;
const FIT = 5; // minutes, of the chip
const OUT = 16; // px that a mark's name may stand out beyond the slider: half the knob, and its own padding

/**
 * @param {HTMLElement} host
 * @param {import("./bar.js").Parts} parts
 * @param {Playback} playback
 */
export function bindSpeed(host, parts, playback) {
  const { speed } = playback;
  const times = make("span");
  const wpm = make("span");
  const slider = make("input", { type: "range", min: SLOWEST, max: FASTEST, step: STEP, "aria-label": say("speed") });
  const marks = MARKS.map(([key, rate]) => make("button", { type: "button", onclick: () => chooseRate(rate) }, say(key)));
  const names = make("div", { class: "marks" }, ...marks);
  const chip = (/** @type {string} */ text, /** @type {() => void} */ onclick) => make("button", { type: "button", class: "chip", onclick }, text);
  const toFit = () => (playback.words?.seconds ?? NaN) / (FIT * 60);
  const rate = make("input", { type: "number", inputmode: "numeric", min: 1, step: 1, onchange: () => chooseRate(Number(rate.value)) });
  const pin = make("button", { type: "button", class: "chip pin", onclick: () => (speed.pinned = !speed.pinned) }, say("speed.pin"));
  const dense = make("p", { class: "dense", "aria-live": "polite" });
  let room = 0; // px, as told: to ask for it would lay the whole page out anew
  const gain = make("p", { class: "gain", "aria-live": "polite" });
  const silent = make("p", { class: "silent" });
  const panel = makePanel("speed", say("speed"));
  panel.append(
    make("p", { class: "large" }, times, " ", wpm),
    slider,
    names,
    make("div", { class: "chips" }, chip(wpmText(RATE), () => chooseRate(RATE)), chip(timesText(TWICE), () => choose(TWICE)), chip(say("speed.fit", { minutes: FIT }), () => choose(toFit()))),
    make("div", { class: "rate" }, make("label", {}, say("speed.rate"), rate), pin),
    dense,
    gain,
    silent,
  );
  host.prepend(panel);
  bindPanel(parts.speed, panel, { focus: () => slider });

  /** @param {number} wanted */
  function choose(wanted) {
    if (possible(wanted)) speed.times = wanted;
    else refuse(wanted);
  }

  /** @param {number} wpm */
  function chooseRate(wpm) {
    const wanted = speed.timesFor(wpm);
    if (possible(wanted)) speed.rate = wpm;
    else refuse(wanted);
  }

  /** @param {number} wanted */
  function refuse(wanted) {
    showRate();
    if (wanted) gain.textContent = say("speed.unfit", { times: timesText(wanted) });
  }

  function showRate() {
    rate.value = speed.naturalWpm ? String(Math.round(speed.wpm)) : "";
  }

  function draw() {
    const [timesNow, wpmNow] = [timesText(speed.times), wpmText(speed.wpm)];
    parts.times.textContent = times.textContent = timesNow;
    parts.wpm.textContent = wpm.textContent = wpmNow;
    parts.speed.setAttribute("aria-label", say("speed.button", { times: timesNow, wpm: wpmNow }));
    if (Math.abs(Number(slider.value) - speed.times) > STEP / 2) slider.value = String(speed.times);
    slider.setAttribute("aria-valuetext", spokenText(speed));
    slider.style.setProperty("--at", String(along(speed.times)));
    const seconds = playback.words?.seconds ?? 0;
    gain.textContent = gainText(speed.times, seconds);
    const reading = playback.data?.seconds_to_read;
    silent.textContent = reading ? say("speed.silent", { time: timeText(reading) }) : "";
    if (document.activeElement !== rate || speed.rate !== Number(rate.value)) showRate();
    rate.disabled = !speed.naturalWpm;
    pin.hidden = speed.pinned === null || speed.rate === null;
    pin.setAttribute("aria-pressed", String(Boolean(speed.pinned)));
    const syllables = number(speed.syllables, { maximumFractionDigits: 1 });
    dense.textContent = speed.syllables > CLEAR ? say("speed.dense", { rate: syllables, limit: CLEAR }) : "";
    marks.forEach((mark, index) => (mark.disabled = !possible(speed.timesFor(MARKS[index][1]))));
    place();
  }

  /** Each sign where its speed is on the slider, the names under them side by side. */
  function place() {
    if (!room) return; // nobody sees them
    const places = MARKS.map(([, rate], index) => room * Math.min(Math.max(along(speed.timesFor(rate) || 1 + index), 0), 1));
    const centres = sideBySide(places, marks.map((mark) => mark.offsetWidth), -OUT, room + OUT);
    marks.forEach(({ style }, index) => {
      style.setProperty("--name", `${centres[index].toFixed(1)}px`);
      style.setProperty("--sign", `${(places[index] - centres[index]).toFixed(1)}px`);
    });
  }

  slider.addEventListener("input", () => (speed.times = Number(slider.value)));
  speed.addEventListener("change", draw);
  playback.addEventListener("made", draw);
  const observer = new ResizeObserver(([{ contentRect }]) => {
    room = contentRect.width;
    place();
  });
  observer.observe(names); // also when the panel opens and closes
  draw();
}

/**
 * The centres of boxes that stand side by side in order, each as near to its place as the others let it.
 * @param {number[]} places in order
 * @param {number[]} widths
 * @param {number} first where the room begins
 * @param {number} last where it ends
 */
export function sideBySide(places, widths, first, last) {
  const centres = [...places];
  const apart = (/** @type {number} */ index) => (widths[index] + widths[index + 1]) / 2;
  let least = first + widths[0] / 2;
  for (let index = 0; index < centres.length; index += 1) {
    centres[index] = Math.max(centres[index], least);
    least = centres[index] + apart(index);
  }
  let most = last - widths[widths.length - 1] / 2;
  for (let index = centres.length - 1; index >= 0; index -= 1) {
    centres[index] = Math.min(centres[index], most);
    most = centres[index] - apart(index - 1);
  }
  return centres;
}

/** Where a multiplier lies on the slider, 0 to 1. @param {number} times */
function along(times) {
  return (times - SLOWEST) / (FASTEST - SLOWEST);
}
