// The page follows the voice, and yields to the reader's own scrolling: where that has taken the word out of view, a
// button leads back. Scrolling back by hand does the same.

import { make } from "./make.js";
import { say } from "./wording.js";

const SETTLE = 1200; // ms after the reader's last scrolling in which the page keeps still
const OURS = 1500; // ms that our own scrolling takes at most; browsers without "scrollend" tell no end
const HEAD = 8; // px over a line that is in view
const FOOT = 24; // px under it
const LINE = 0.28; // of the window's height: where a line is brought to
const HANDS = ["wheel", "touchmove", "pointerdown", "keydown"];

/** "change" is dispatched when `away` has changed. */
export class Follow extends EventTarget {
  /** What is heard is out of view because the reader looks elsewhere. */
  away = false;

  #on = true;
  /** When the reader scrolled last. */
  #scrolled = -SETTLE;
  /** Until when scrolling is our own. */
  #ours = 0;
  #asked = false;
  #frame = 0;
  /** @type {import("./words.js").Word|null} */
  #word = null;

  /**
   * @param {import("./player.js").OyezPlayer} player
   * @param {import("./highlight.js").TextMap} text
   */
  constructor(player, text) {
    super();
    this.player = player;
    this.text = text;
    const { playback } = player;
    this.back = make("button", { type: "button", class: "to-voice", hidden: true, onclick: () => this.resume() }, say("follow.back"));
    player.append(this.back);
    for (const name of HANDS) addEventListener(name, () => (this.#ours = 0), { passive: true, capture: true });
    addEventListener("scroll", () => this.#onScroll(), { passive: true });
    addEventListener("scrollend", () => (this.#ours = 0));
    addEventListener("resize", () => this.#scrolling()); // what moves then is not the reader's doing
    playback.addEventListener("moved", () => this.#onMoved());
    playback.addEventListener("narration", () => (this.#word = null));
    let playing = false;
    playback.addEventListener("state", () => {
      if (playback.playing && !playing) this.resume(); // who starts the voice wants to be where it is
      playing = playback.playing;
    });
    for (const name of ["position", "back", "forward", "repeat"]) {
      const part = player.parts?.[/** @type {"position"} */ (name)];
      part?.addEventListener(name === "position" ? "input" : "click", () => this.resume());
    }
  }

  get on() {
    return this.#on;
  }

  set on(wanted) {
    this.#on = wanted;
    if (wanted) this.resume();
    else this.#tell();
  }

  /** The listener chose a place: show it, and follow from there. */
  resume() {
    this.#scrolled = -SETTLE;
    this.#away(false);
    this.#asked = true;
    this.#show();
  }

  /** The page is about to be laid out anew by us. */
  expect() {
    this.#scrolling();
  }

  #onMoved() {
    const { playback } = this.player;
    const word = playback.words?.at(playback.now) ?? null;
    if (word === this.#word) return;
    this.#word = word;
    if (playback.sounding || this.#asked) this.#show();
    else this.#tell();
  }

  #onScroll() {
    const now = performance.now();
    if (now > this.#ours) this.#scrolled = now;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.away || this.#busy) this.#tell();
    });
  }

  /** Bring what is heard into view where it is not, and where that is wanted. */
  #show() {
    const box = this.#box();
    if (!box) return;
    const free = this.#asked || (this.#on && !this.away && !this.#busy);
    this.#asked = false;
    if (inView(box, this.#room)) return this.#away(false);
    if (!free) return this.#tell();
    this.#scrolling();
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: box.top - this.#room * LINE, left: 0, behavior: calm ? "instant" : "smooth" });
  }

  /** Say whether the reader looks elsewhere. */
  #tell() {
    const { audio, now } = this.player.playback;
    const box = audio.paused && now === 0 ? null : this.#box();
    this.#away(box !== null && !inView(box, this.#room));
  }

  /** @param {boolean} away */
  #away(away) {
    if (away === this.away) return;
    this.away = away;
    this.back.hidden = !away;
    this.dispatchEvent(new Event("change"));
  }

  #scrolling() {
    this.#ours = performance.now() + OURS;
  }

  /** The reader scrolls. */
  get #busy() {
    return performance.now() - this.#scrolled < SETTLE;
  }

  #box() {
    const word = this.#word;
    const box = word && this.text.range(word.block, word.start, word.end)?.getBoundingClientRect();
    return box?.height ? box : null;
  }

  /** Height of the window over the bar. */
  get #room() {
    return Math.min(innerHeight, this.player.getBoundingClientRect().top);
  }
}

/**
 * @param {DOMRect} box
 * @param {number} room
 */
function inView(box, room) {
  return box.top >= HEAD && box.bottom <= room - FOOT;
}
