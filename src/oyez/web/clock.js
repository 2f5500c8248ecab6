// The time of a playing element between its own updates. Browsers tell it in steps, Firefox up to 40 ms long, so that
// what it says is the truth or late, never early: the true time is the line, of the playing speed, that touches
// what is told from above.

const STALE = 0.06; // s on the wall that a step may be behind; further off something else happened: a seek, a stall
const JUMP = 0.3; // s on the wall: further back is another place
const SINK = 0.05; // s a second by which the line sinks: sound cards run a little slower than the wall clock, some 3 %

export class Clock {
  /** Media seconds that the line is before the wall clock's; null where there is none yet. @type {number|null} */
  #lead = null;
  #rate = 1;
  /** Media seconds that were said last. */
  #shown = 0;
  /** Wall seconds of the last look. */
  #looked = 0;

  /** @param {HTMLMediaElement} audio */
  constructor(audio) {
    this.audio = audio;
  }

  /** Seconds of the element. */
  get now() {
    const { currentTime, paused, seeking, readyState, playbackRate } = this.audio;
    const wall = performance.now() / 1000;
    if (paused || seeking || readyState < HTMLMediaElement.HAVE_FUTURE_DATA) {
      this.#lead = null;
      this.#shown = currentTime;
      return currentTime;
    }
    if (this.#lead !== null) this.#lead += wall * (this.#rate - playbackRate); // another speed goes on from here
    this.#rate = playbackRate;
    const told = currentTime - wall * playbackRate;
    const line = (this.#lead ?? told) - (wall - this.#looked) * SINK * playbackRate;
    // Sound that starts or stalls stands still for longer than a step: the line waits for it, and never turns back.
    this.#lead = Math.min(Math.max(told, line), told + STALE * playbackRate);
    this.#looked = wall;
    const now = this.#lead + wall * playbackRate;
    const back = this.#shown - now;
    this.#shown = back > 0 && back < JUMP * playbackRate ? this.#shown : now;
    return this.#shown;
  }
}
