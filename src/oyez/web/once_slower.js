// A sentence that was not understood, heard slower once: the speed is another one until the sentence is over.

/** @typedef {import("./playback.js").Playback} Playback */
/** @typedef {import("./words.js").Sentence} Sentence */

const SLOWER = 0.75; // of the listener's speed

export class OnceSlower {
  /** @type {{sentence: Sentence, times: number, rate: number|null, slowed: number}|null} */
  #now = null;

  /** @param {Playback} playback */
  constructor(playback) {
    this.playback = playback;
    playback.addEventListener("moved", () => {
      if (this.#now && playback.sentence !== this.#now.sentence) this.end();
    });
  }

  get on() {
    return this.#now !== null;
  }

  /** @param {Sentence} sentence */
  begin(sentence) {
    const { speed } = this.playback;
    const { times, rate } = speed;
    this.#now = { sentence, times, rate, slowed: times }; // `on` before the speed says that it has changed
    speed.times = times * SLOWER;
    this.#now.slowed = speed.times;
  }

  /** The speed is the listener's own again, or stays what was chosen meanwhile. */
  end() {
    if (!this.#now) return;
    const { times, rate, slowed } = this.#now;
    const { speed } = this.playback;
    if (speed.times === slowed) {
      speed.times = times;
      speed.rate = rate;
    }
    this.#now = null;
  }
}
