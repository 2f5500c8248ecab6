// The time of a playing element between its own updates. Browsers tell it in steps, Firefox up to 40 ms long, so that
// what it says is the truth or late, never early: the true time is the line, of the playing speed, that touches
// what is told from above.

const STALE = 0.06; // s on the wall that a step may be behind; further off something else happened: a seek, a stall
const SINK = 0.05; // s a second by which the line sinks: sound cards run a little slower than the wall clock, some 3 %

export class Clock {
  /** Media seconds that the line is before the wall clock's; null where there is none yet. @type {number|null} */
  #lead = null;
  #rate = 1;
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
      return currentTime;
    }
    if (this.#lead !== null) this.#lead += wall * (this.#rate - playbackRate); // another speed goes on from here
    this.#rate = playbackRate;
    const told = currentTime - wall * playbackRate;
    const line = (this.#lead ?? told) - (wall - this.#looked) * SINK * playbackRate;
    this.#lead = told > line || line - told > STALE * playbackRate ? told : line;
    this.#looked = wall;
    return this.#lead + wall * playbackRate;
  }
}
