// The sleep timer: after so many minutes by the clock, whatever the speed, the voice fades out and stops where a
// sentence ends. Or it stops, without fading, at the end of this sentence or of the article.

/** @typedef {import("./playback.js").Playback} Playback */
/** @typedef {import("./words.js").Sentence} Sentence */
/** @typedef {import("./words.js").Words} Words */
/** Minutes by the clock, or an end. @typedef {number|"sentence"|"article"} When */

export const MINUTES = [5, 10, 15, 30, 45, 60];
const FADE = 5; // s before it stops
const GRACE = 30; // s that a sentence may take to end after the time is over; a longer one is cut
const LOOK = 500; // ms between looks where no frame is drawn
const MISSED = 2; // s after its end in which it has just ended; later the listener has jumped elsewhere

/**
 * The sentence at whose end it stops: the one that will be heard when the time is over.
 * @param {Words} words
 * @param {number} now natural seconds
 * @param {number} times the speed
 * @param {number} left seconds of the clock; 0 or less is over
 * @returns {Sentence|null}
 */
export function lastSentence(words, now, times, left) {
  return words.sentenceAt(now + Math.max(left, 0) * times);
}

/** How loud it is so long before it stops. @param {number} seconds by the clock */
export function loudness(seconds) {
  return Math.min(Math.max(seconds / FADE, 0), 1);
}

/** "change" when it is set, when it stops, and while the time left is another. */
export class Sleep extends EventTarget {
  /** @type {When|null} */
  when = null;
  /** Of performance.now(); for minutes. */
  #deadline = 0;
  /** Where it stops, once that is settled. @type {Sentence|null} */
  #last = null;
  /** How loud it was before it faded; null where it does not. @type {number|null} */
  #loud = null;
  /** @type {ReturnType<typeof setInterval>|undefined} */
  #clock;
  #told = "";

  /** @param {Playback} playback */
  constructor(playback) {
    super();
    this.playback = playback;
    playback.addEventListener("moved", () => this.#look());
    playback.addEventListener("narration", () => (this.#last = null)); // its sentences are others
  }

  /** Seconds of the clock until the time is over; null without one. */
  get left() {
    return typeof this.when === "number" ? Math.max(0, (this.#deadline - performance.now()) / 1000) : null;
  }

  /** @param {When|null} when null switches it off */
  set(when) {
    this.#loudAgain();
    clearInterval(this.#clock);
    this.when = when;
    this.#last = null;
    if (typeof when === "number") this.#deadline = performance.now() + when * 60_000;
    if (when !== null) this.#clock = setInterval(() => this.#look(), LOOK);
    this.#look();
    this.#tell();
  }

  #look() {
    const { when, playback } = this;
    const { words, now } = playback;
    if (when === null || !words) return;
    this.#tell();
    if (when === "article") {
      if (playback.audio.ended) this.#stop();
      return;
    }
    const left = typeof when === "number" ? (this.#deadline - performance.now()) / 1000 : 0;
    if (!playback.playing) {
      if (typeof when === "number" && left <= 0) this.set(null); // nothing sounds: nothing to stop
      return;
    }
    const last = this.#ending(words, now, left);
    if (!last) return;
    if (this.#last && now - last.end > MISSED * playback.speed.times) {
      this.#last = null; // the listener has jumped ahead: it stops where they are now
      return;
    }
    let until = (last.end - now) / playback.speed.times;
    if (typeof when === "number") {
      if (until > left + GRACE) until = left;
      this.#fade(until);
    }
    if (until <= 0) this.#stop();
  }

  /**
   * The sentence at whose end it stops, as far as that is known; settled when the time is over, so that a pause which
   * falls between two looks is not missed.
   * @param {Words} words
   * @param {number} now natural seconds
   * @param {number} left seconds of the clock
   */
  #ending(words, now, left) {
    if (this.#last) return this.#last;
    let last = lastSentence(words, now, this.playback.speed.times, left);
    if (this.when === "sentence" && last && last.end <= now) last = words.sentences[last.index + 1] ?? last;
    if (left <= 0) this.#last = last;
    return last;
  }

  /** @param {number} seconds until it stops */
  #fade(seconds) {
    if (seconds >= FADE) this.#loudAgain();
    else {
      this.#loud ??= this.playback.volume;
      this.playback.volume = this.#loud * loudness(seconds);
    }
  }

  #loudAgain() {
    if (this.#loud === null) return;
    this.playback.volume = this.#loud;
    this.#loud = null;
  }

  #stop() {
    const { playback } = this;
    const last = this.#last;
    playback.pause();
    // A browser's own clock may be a step behind: what was heard to its end is not begun again.
    if (last && playback.now < last.end) playback.seek(last.end);
    this.set(null);
    this.dispatchEvent(new Event("slept"));
  }

  /** Once a second at most. */
  #tell() {
    const telling = `${this.when} ${Math.ceil(this.left ?? 0)}`;
    if (telling === this.#told) return;
    this.#told = telling;
    this.dispatchEvent(new Event("change"));
  }
}
