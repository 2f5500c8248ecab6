// <oyez-player>: the bar over one playback. What is heard is for the page to load; embed.js makes one that loads itself.

import { buildBar } from "./bar.js";
import { Playback } from "./playback.js";
import { timeText } from "./speed.js";
import { bindSpeed } from "./speed_panel.js";
import { say } from "./wording.js";

export const SKIP_SECONDS = 10; // as heard

export class OyezPlayer extends HTMLElement {
  playback = new Playback();
  /** @type {import("./bar.js").Parts|null} */
  parts = null;

  connectedCallback() {
    if (this.parts) return;
    const { playback } = this;
    const parts = buildBar(this);
    this.parts = parts;
    bindSpeed(this, parts, playback);
    parts.play.addEventListener("click", () => playback.toggle());
    parts.back.addEventListener("click", () => playback.skip(-SKIP_SECONDS));
    parts.forward.addEventListener("click", () => playback.skip(SKIP_SECONDS));
    parts.repeat.addEventListener("click", () => playback.repeat());
    parts.position.addEventListener("input", () => playback.seek(Number(parts.position.value)));
    for (const name of ["moved", "made", "state"]) playback.addEventListener(name, () => this.#draw());
    playback.speed.addEventListener("change", () => this.#draw());
    playback.addEventListener("loaded", () => this.toggleAttribute("data-ready", true));
    for (const name of ["waiting", "playing", "pause"]) {
      playback.audio.addEventListener(name, () => this.toggleAttribute("data-dry", name === "waiting"));
    }
    // Panels stand above the bar, which is as high as its words make it.
    new ResizeObserver(() => this.style.setProperty("--bar", `${this.offsetHeight}px`)).observe(this);
    this.#draw();
  }

  get data() {
    return this.playback.data;
  }

  get words() {
    return this.playback.words;
  }

  get speed() {
    return this.playback.speed;
  }

  get audio() {
    return this.playback.audio;
  }

  /** Natural seconds. */
  get now() {
    return this.playback.now;
  }

  /** @param {number} seconds natural */
  seek(seconds) {
    this.playback.seek(seconds);
  }

  play() {
    this.playback.play();
  }

  pause() {
    this.playback.pause();
  }

  /**
   * Say what is going on, and offer to try again where something failed.
   * @param {string} text
   * @param {(() => void)|null} [retry]
   */
  say(text, retry = null) {
    if (!this.parts) return;
    const { status, retry: button } = this.parts;
    if (status.textContent !== text) status.textContent = text;
    button.hidden = !retry;
    button.onclick = retry;
    this.toggleAttribute("data-troubled", retry !== null);
  }

  #draw() {
    if (!this.parts) return;
    const { play, position, elapsed, total } = this.parts;
    const { playback } = this;
    const seconds = playback.words?.seconds ?? 0;
    const now = Math.min(playback.now, seconds);
    change(play, "aria-label", say(playback.playing ? "pause" : "play"));
    change(this, "data-state", playback.playing ? "playing" : "paused");
    const { times } = playback.speed;
    const [here, whole] = [timeText(now / times), timeText(seconds / times)];
    if (elapsed.textContent !== here) elapsed.textContent = here;
    if (seconds && total.textContent !== whole) total.textContent = whole;
    change(position, "max", seconds.toFixed(1));
    const at = now.toFixed(0);
    if (position.value !== at) position.value = at;
    change(position, "aria-valuetext", say("position.text", { here, whole }));
    position.style.setProperty("--at", seconds ? (now / seconds).toFixed(4) : "0");
  }
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 */
function change(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

