// Focus view: the sentence that is heard, alone and as large as the window allows, its word lit. Also for reading with
// the sound off, at the chosen speed.

import { button } from "./bar.js";
import { icon } from "./icons.js";
import { toSentence } from "./jumps.js";
import { make } from "./make.js";
import { timeText, timesText, wpmText } from "./speed.js";
import { say } from "./wording.js";

/** @typedef {import("./words.js").Sentence} Sentence */

const LARGEST = 0.14; // of the window's shorter side: a short sentence need not fill it
const LEAST = 1.25; // times the article's letters: what does not fit then scrolls
const SMALLEST = 14; // px, of a word so long that it fills the width
const NARROW = 544; // px: a phone, where the rate has no room beside the multiplier
const STEPS = 9; // of the search for the largest size that fits: to 1/512 of the range

/** @param {import("./page.js").Reading} reading */
export function bindFocusView(reading) {
  const { article, text, player, playback } = reading;
  const { audio, speed } = playback;
  const parts = /** @type {import("./bar.js").Parts} */ (player.parts);
  const opener = button("focus", "F");
  const place = make("span");
  const time = make("span");
  const times = make("span");
  const back = control("focus.back", "back");
  const play = make("button", { type: "button", class: "play", onclick: () => playback.toggle() }, icon("play"));
  const forward = control("focus.forward", "forward");
  const mute = make("button", { type: "button", class: "mute", onclick: () => (audio.muted = !audio.muted) }, icon("sound"), icon("muted"));
  const shut = make("button", { type: "button", class: "close", "aria-label": say("close"), onclick: () => dialog.close() }, icon("close"));
  const sentence = make("p", { lang: article.lang || null, dir: article.dir || "auto" });
  const stage = make("div", { class: "stage", tabindex: 0, role: "group", "aria-label": say("focus.sentence") }, sentence);
  const dialog = make(
    "dialog",
    { class: "focus-view", "aria-label": say("focus") },
    make("header", {}, make("div", {}, place, time, times), shut),
    stage,
    make("footer", { dir: article.dir || null }, mute, back, play, forward),
  );
  // Sound that is off is seen, and can be switched on, in the bar too.
  const off = make("button", { type: "button", class: "muted", hidden: true, "aria-label": say("mute.off"), title: `${say("mute.off")} (M)`, onclick: () => (audio.muted = false) }, icon("muted"));
  parts.tools.append(off, opener);
  player.append(dialog);
  const lit = "highlights" in CSS ? new Highlight() : null;
  if (lit) CSS.highlights.set("oyez-focus-word", lit);
  /** @type {Sentence|null} */
  let shown = null;
  /** @type {import("./words.js").Word|null} */
  let word = null;

  /** @param {import("./wording.js").Key} key @param {"back"|"forward"} which */
  function control(key, which) {
    const drawn = icon("step");
    return make("button", { type: "button", class: which, "aria-label": say(key), onclick: () => step(which === "back" ? -1 : 1) }, drawn);
  }

  function open() {
    shown = null;
    dialog.showModal();
    draw();
    play.focus();
  }

  /** To the sentence before or after. @param {1|-1} direction */
  function step(direction) {
    const { sentences } = playback.words ?? { sentences: [] };
    const next = sentences[(playback.sentence?.index ?? 0) + direction];
    if (next) toSentence(reading, next);
  }

  function draw() {
    if (!dialog.open || !playback.words) return;
    const now = playback.sentence;
    const total = playback.words.seconds;
    change(place, say("focus.place", { sentence: (now?.index ?? 0) + 1, sentences: playback.words.sentences.length }));
    change(time, say("position.text", { here: timeText(playback.now / speed.times), whole: timeText(total / speed.times) }));
    change(times, innerWidth < NARROW ? timesText(speed.times) : `${timesText(speed.times)} · ${wpmText(speed.wpm)}`);
    play.setAttribute("aria-label", say(playback.playing ? "pause" : "play"));
    if (now && now !== shown) show(now);
    light();
  }

  /** @param {Sentence} next */
  function show(next) {
    shown = next;
    word = null;
    lit?.clear();
    const range = next.shown && text.range(next.block, next.shown.start, next.shown.end);
    sentence.textContent = range ? range.toString() : next.said;
    stage.scrollTop = 0;
    fit();
  }

  /** The largest letters with which all of it can be seen; in no case does a word break. */
  function fit() {
    const readable = parseFloat(getComputedStyle(article).fontSize) * LEAST;
    let [small, large] = [SMALLEST, Math.max(Math.min(innerWidth, innerHeight) * LARGEST, readable)];
    for (let step = 0; step < STEPS; step += 1) {
      const size = step ? (small + large) / 2 : large;
      sentence.style.setProperty("font-size", `${size}px`);
      const whole = size <= readable || sentence.offsetHeight <= stage.clientHeight;
      if (whole && sentence.scrollWidth <= sentence.clientWidth) small = size;
      else large = size;
      if (small === large) break;
    }
    sentence.style.setProperty("font-size", `${small}px`);
    reveal();
  }

  function light() {
    const now = playback.words?.at(playback.now) ?? null;
    const node = sentence.firstChild;
    if (now === word || !lit) return;
    word = now;
    lit.clear();
    const start = shown?.shown?.start;
    if (!now || now.sentence !== shown || !now.sentence.made || start === undefined || !(node instanceof Text)) return;
    if (now.end <= now.start) return;
    const range = new Range();
    range.setStart(node, Math.min(now.start - start, node.length));
    range.setEnd(node, Math.min(now.end - start, node.length));
    lit.add(range);
    reveal();
  }

  /** Where not all of the sentence fits, scroll to its word. */
  function reveal() {
    const [range] = lit ?? [];
    if (!(range instanceof Range) || stage.scrollHeight <= stage.clientHeight) return;
    const [box, around] = [range.getBoundingClientRect(), stage.getBoundingClientRect()];
    if (box.top >= around.top && box.bottom <= around.bottom) return;
    const line = parseFloat(getComputedStyle(sentence).lineHeight) || box.height;
    const above = Math.floor(around.height / 4 / line) * line + (line - box.height) / 2; // whole lines before it
    stage.scrollTop += box.top - around.top - above;
  }

  function drawMuted() {
    const { muted } = audio;
    mute.setAttribute("aria-label", say("mute"));
    mute.setAttribute("aria-pressed", String(muted));
    off.hidden = !muted;
  }

  dialog.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const ahead = article.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") step(event.key === ahead ? 1 : -1);
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("close", () => {
    lit?.clear();
    reading.follow.resume();
  });
  opener.addEventListener("click", () => (dialog.open ? dialog.close() : open()));
  for (const name of ["moved", "state", "made"]) playback.addEventListener(name, draw);
  playback.addEventListener("narration", () => {
    shown = null;
    draw();
  });
  speed.addEventListener("change", draw);
  audio.addEventListener("volumechange", drawMuted);
  new ResizeObserver(() => dialog.open && fit()).observe(stage);
  drawMuted();
}

/** @param {Element} element @param {string} text */
function change(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
