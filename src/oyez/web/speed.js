// One speed, the multiplier. Words per minute and times are views of it, so that they always agree.

export const SLOWEST = 0.5;
export const FASTEST = 4;
export const FIRST = 1.25; // what a player opens at when nobody has chosen yet
export const STEP = 0.05; // of the slider
const LEAP = 0.25; // of the keys

/** The listener's speed; "change" is dispatched on every change. */
export class Speed extends EventTarget {
  #times = 1;
  /** Words as said per minute at natural speed, pauses included; 0 while no narration is there. */
  #naturalWpm = 0;

  get times() {
    return this.#times;
  }

  set times(asked) {
    const times = Math.round(Math.min(Math.max(asked || 1, SLOWEST), FASTEST) * 1000) / 1000;
    if (times === this.#times) return;
    this.#times = times;
    this.dispatchEvent(new Event("change"));
  }

  get naturalWpm() {
    return this.#naturalWpm;
  }

  set naturalWpm(wpm) {
    this.#naturalWpm = wpm;
    this.dispatchEvent(new Event("change"));
  }

  get wpm() {
    return this.#naturalWpm * this.#times;
  }

  /** One step of the keys. @param {1|-1} direction */
  leap(direction) {
    const steps = this.#times / LEAP;
    this.times = LEAP * (direction > 0 ? Math.floor(steps + 1.001) : Math.ceil(steps - 1.001));
  }
}

/** "1.25x" @param {number} times */
export function timesText(times) {
  return `${round(times)}x`;
}

/** "194 WPM"; a dash while it is not known. @param {number} wpm */
export function wpmText(wpm) {
  return `${wpm ? Math.round(wpm) : "–"} WPM`;
}

/** "1.25 times, 194 words per minute" @param {Speed} speed */
export function spokenText(speed) {
  const times = `${round(speed.times)} times`;
  return speed.naturalWpm ? `${times}, ${Math.round(speed.wpm)} words per minute` : times;
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
  const natural = timeText(seconds);
  if (!seconds) return "";
  if (times === 1) return `${natural} at the voice’s own speed`;
  const now = timeText(seconds / times);
  return times > 1
    ? `Get through this article ${timesText(times)} faster: ${now} instead of ${natural}`
    : `Take your time: ${now} instead of ${natural}`;
}

/** @param {number} times */
function round(times) {
  return String(Math.round(times * 100) / 100);
}
