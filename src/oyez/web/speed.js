// One speed, the multiplier. Words per minute and times are views of it, so that they always agree. Where a rate was
// asked for, the multiplier follows it from voice to voice.

import { number, say } from "./wording.js";

export const SLOWEST = 0.5;
export const FASTEST = 4;
export const FIRST = 1.25; // what a player opens at when nobody has chosen yet
export const STEP = 0.05; // of the slider
export const CLEAR = 8; // syllables a second while speaking, above which less is understood: model/pace.py
const LEAP = 0.25; // of the keys

/** The listener's speed; "change" is dispatched on every change. */
export class Speed extends EventTarget {
  #times = FIRST;
  /** Words as said per minute at natural speed, pauses included; 0 while no narration is there. */
  #naturalWpm = 0;
  /** Syllables a second at natural speed, pauses not included; 0 while unknown. */
  #naturalSyllables = 0;
  /** Words per minute that were asked for instead of a multiplier. @type {number|null} */
  #rate = null;
  /** @type {boolean|null} */
  #pinned = null;

  get times() {
    return this.#times;
  }

  set times(asked) {
    const times = within(asked);
    if (times === this.#times && this.#rate === null) return;
    this.#rate = null;
    this.#times = times;
    this.#tell();
  }

  /** The words per minute that hold, whichever voice speaks; null where a multiplier holds. */
  get rate() {
    return this.#rate;
  }

  /** A rate out of the range of a voice is held as near as that comes. */
  set rate(wpm) {
    if (wpm === this.#rate) return;
    this.#rate = wpm;
    this.#follow();
    this.#tell();
  }

  /** Whether the rate holds for every article; null where nobody keeps one. */
  get pinned() {
    return this.#pinned;
  }

  set pinned(pinned) {
    if (pinned === this.#pinned) return;
    this.#pinned = pinned;
    this.#tell();
  }

  get naturalWpm() {
    return this.#naturalWpm;
  }

  /** Syllables a second while speaking; 0 while unknown. */
  get syllables() {
    return this.#naturalSyllables * this.#times;
  }

  /**
   * Take what a narration is at natural speed.
   * @param {import("./words.js").PlayerData} data
   */
  settle({ words_per_minute, seconds, syllables = 0, pause_seconds = 0 }) {
    const perSecond = seconds > pause_seconds ? syllables / (seconds - pause_seconds) : 0;
    if (words_per_minute === this.#naturalWpm && perSecond === this.#naturalSyllables) return;
    [this.#naturalWpm, this.#naturalSyllables] = [words_per_minute, perSecond];
    this.#follow();
    this.#tell();
  }

  get wpm() {
    return this.#naturalWpm * this.#times;
  }

  /** The multiplier for a rate; NaN while the voice's own is not known. @param {number} wpm */
  timesFor(wpm) {
    return this.#naturalWpm ? wpm / this.#naturalWpm : NaN;
  }

  /** One step of the keys. @param {1|-1} direction */
  leap(direction) {
    const steps = this.#times / LEAP;
    this.times = LEAP * (direction > 0 ? Math.floor(steps + 1.001) : Math.ceil(steps - 1.001));
  }

  #follow() {
    if (this.#rate !== null && this.#naturalWpm) this.#times = within(this.#rate / this.#naturalWpm);
  }

  #tell() {
    this.dispatchEvent(new Event("change"));
  }
}

/** To 0.01 %: a rate in words per minute is then met to a fortieth of a word. @param {number} times */
function within(times) {
  return Math.round(Math.min(Math.max(times || 1, SLOWEST), FASTEST) * 10_000) / 10_000;
}

/** Whether a player can run at that multiplier. @param {number} times */
export function possible(times) {
  return times >= SLOWEST && times <= FASTEST;
}

/** "1.25x" @param {number} times */
export function timesText(times) {
  return `${number(times, { maximumFractionDigits: 2 })}x`;
}

/** "194 WPM"; a dash while it is not known. @param {number} wpm */
export function wpmText(wpm) {
  return say("speed.wpm", { wpm: wpm ? Math.round(wpm) : "–" });
}

/** "1.25 times, 194 words per minute" @param {Speed} speed */
export function spokenText(speed) {
  const times = number(speed.times, { maximumFractionDigits: 2 });
  if (!speed.naturalWpm) return say("speed.spoken.unknown", { times });
  return say("speed.spoken", { times, wpm: Math.round(speed.wpm) });
}

/** "1:13", "1:02:13" @param {number} seconds */
export function timeText(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const pair = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return hours ? `${hours}:${pair(minutes)}:${pair(whole % 60)}` : `${minutes}:${pair(whole % 60)}`;
}

/**
 * What a speed does to this article, against the voice's natural speed.
 * @param {number} times
 * @param {number} seconds natural
 */
export function gainText(times, seconds) {
  if (!seconds) return "";
  const natural = timeText(seconds);
  if (times === 1) return say("speed.natural", { natural });
  const now = timeText(seconds / times);
  return times > 1 ? say("speed.faster", { times: timesText(times), now, natural }) : say("speed.slower", { now, natural });
}
