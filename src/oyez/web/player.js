// <oyez-player>: one sound at natural speed, played at the listener's speed.
//
// load(narration) -> play, pause, seek; "oyez-moved" on every frame that the place has moved, "oyez-loaded",
// "oyez-failed" when the sound stops coming. What to load, what to light and what to say is for the page.

import { buildBar } from "oyez/bar.js";
import { Clock } from "oyez/clock.js";
import { FIRST, Speed, timeText } from "oyez/speed.js";
import { bindSpeed } from "oyez/speed_panel.js";
import { Words } from "oyez/words.js";

/** @typedef {import("oyez/words.js").PlayerData} PlayerData */
/** @typedef {import("oyez/narrations.js").Narration} Narration */

export const SKIP_SECONDS = 10; // as heard

export class OyezPlayer extends HTMLElement {
  audio = new Audio();
  clock = new Clock(this.audio);
  speed = new Speed();
  /** @type {PlayerData|null} */
  data = null;
  /** @type {Words|null} */
  words = null;

  /** Play was pressed before there was anything to play. */
  #wanted = false;
  /** Where to go on, in natural seconds, while no sound is there: it is coming, or it stopped coming. @type {number|null} */
  #waiting = 0;
  #loading = 0;
  #frame = 0;
  #built = false;

  connectedCallback() {
    if (this.#built) return;
    this.#built = true;
    this.parts = buildBar(this);
    this.speed.times = FIRST;
    bindSpeed(this.parts, this.speed, () => this.data?.seconds ?? 0);
    this.#bindAudio();
    const { play, back, forward, position } = this.parts;
    play.addEventListener("click", () => this.toggle());
    back.addEventListener("click", () => this.skip(-SKIP_SECONDS));
    forward.addEventListener("click", () => this.skip(SKIP_SECONDS));
    position.addEventListener("input", () => this.seek(Number(position.value)));
    this.speed.addEventListener("change", () => this.#applySpeed());
    this.#applySpeed();
    this.#draw();
  }

  /** Sounding, or about to. */
  get playing() {
    return this.#wanted || !this.audio.paused;
  }

  /** Natural seconds. */
  get now() {
    return this.#waiting ?? this.clock.now;
  }

  /**
   * Take another narration, at a place, and go on playing if it was playing.
   * @param {Narration} narration
   * @param {(words: Words) => number} place natural seconds at which to go on
   */
  async load({ data, src }, place = () => 0) {
    const mine = ++this.#loading;
    this.#wanted = this.playing;
    const words = new Words(data);
    const at = place(words);
    this.#waiting = this.now;
    this.audio.src = src;
    await metadata(this.audio);
    if (mine !== this.#loading) return;
    this.data = data;
    this.words = words;
    this.#waiting = null;
    this.clock.now = at;
    this.speed.naturalWpm = data.words_per_minute;
    this.#applySpeed();
    if (this.parts) this.parts.position.max = String(data.seconds);
    this.toggleAttribute("data-ready", true);
    this.dispatchEvent(new Event("oyez-loaded"));
    this.#moved();
    if (this.#wanted) this.play();
  }

  play() {
    this.#wanted = true;
    this.#draw();
    if (this.#waiting !== null) return; // starts by itself once it is loaded
    if (this.audio.ended) this.clock.now = 0;
    this.audio.play().then(
      () => (this.#wanted = false),
      (error) => {
        if (error.name === "AbortError") return; // another narration is being loaded
        this.#wanted = false;
        this.#draw();
      },
    );
  }

  pause() {
    this.#wanted = false;
    this.audio.pause();
    this.#draw();
  }

  toggle() {
    if (this.playing) this.pause();
    else this.play();
  }

  /** @param {number} seconds natural */
  seek(seconds) {
    if (!this.data) return;
    const place = Math.min(Math.max(seconds, 0), this.data.seconds);
    if (this.#waiting === null) this.clock.now = place;
    else this.#waiting = place;
    this.#moved();
  }

  /** @param {number} seconds as heard, back or forward */
  skip(seconds) {
    this.seek(this.now + seconds * this.speed.times);
  }

  /**
   * Say what is going on, and offer to try again where something failed.
   * @param {string} text
   * @param {(() => void)|null} [retry]
   */
  say(text, retry = null) {
    if (!this.parts) return;
    this.parts.status.textContent = text;
    this.parts.retry.hidden = !retry;
    this.parts.retry.onclick = retry;
    this.toggleAttribute("data-troubled", retry !== null);
  }

  #bindAudio() {
    this.audio.preload = "auto";
    this.audio.preservesPitch = true;
    for (const name of ["playing", "pause", "ended", "seeked", "timeupdate"]) {
      this.audio.addEventListener(name, () => this.#moved());
    }
    this.audio.addEventListener("error", () => {
      if (this.#waiting !== null) return; // load() says so itself
      this.#waiting = this.clock.now;
      this.dispatchEvent(new Event("oyez-failed"));
    });
  }

  #applySpeed() {
    this.audio.defaultPlaybackRate = this.speed.times; // loading another sound sets the rate back to this
    this.audio.playbackRate = this.speed.times;
    this.#draw();
  }

  #moved() {
    this.#draw();
    this.dispatchEvent(new Event("oyez-moved"));
    cancelAnimationFrame(this.#frame);
    if (!this.audio.paused) this.#frame = requestAnimationFrame(() => this.#moved());
  }

  #draw() {
    if (!this.parts) return;
    const { play, position, elapsed, total } = this.parts;
    const seconds = this.data?.seconds ?? 0;
    const now = Math.min(this.now, seconds);
    change(play, "aria-label", this.playing ? "Pause" : "Play");
    change(this, "data-state", this.playing ? "playing" : "paused");
    const [here, whole] = [timeText(now / this.speed.times), timeText(seconds / this.speed.times)];
    if (elapsed.textContent !== here) elapsed.textContent = here;
    if (this.data && total.textContent !== whole) total.textContent = whole;
    const at = now.toFixed(0);
    if (position.value !== at) position.value = at;
    change(position, "aria-valuetext", `${here} of ${whole}`);
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

/**
 * Until the sound's length is known.
 * @param {HTMLMediaElement} audio
 * @returns {Promise<void>}
 */
function metadata(audio) {
  return new Promise((resolve, reject) => {
    audio.addEventListener("loadedmetadata", () => resolve(), { once: true });
    audio.addEventListener("error", () => reject(new Error("the sound cannot be loaded")), { once: true });
  });
}

customElements.define("oyez-player", OyezPlayer);
