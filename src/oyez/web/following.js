// A stretched sound that keeps to a clock: samples in, the line that it is to follow in, stretched samples out.

import { Stretcher } from "./stretch.js";

/** At context frame `at` the natural frame `place` is due, and `rate` more with every frame. @typedef {{at: number, place: number, rate: number}} Line */
/** @typedef {{from: number, samples: Float32Array}} Piece natural frames from media time 0 */

const JUMP = 0.06; // s as heard: further off, it goes there at once
const STILL = 0.004; // s as heard that nobody notices
const CATCH_UP = 0.5; // s in which it makes up for less
const MOST = 0.04; // of the speed, for that
const FEED = 0.1; // s of natural sound at a time
const FADE = 0.008; // s in which a sound comes or goes, so that it does not click
const LOOK_AHEAD = 0.35; // s of natural sound that the first period needs

export class Follower {
  #rate;
  /** One after the other, without a gap. @type {Piece[]} */
  #pieces = [];
  /** @type {Line|null} */
  #line = null;
  /** @type {Stretcher|null} */
  #stretcher = null;
  /** The natural frame that the stretcher began at. */
  #begun = 0;
  /** Frames that the sound has been coming. */
  #come = 0;
  /** What is left of a sound that goes. */
  #tail = new Float32Array(0);

  /** @param {number} sampleRate Hz */
  constructor(sampleRate) {
    this.#rate = sampleRate;
  }

  /** More of the sound; another one where it does not go on where the last piece ended. @param {Piece} piece */
  add(piece) {
    const last = this.#pieces[this.#pieces.length - 1];
    if (last && last.from + last.samples.length !== piece.from) this.forget();
    this.#pieces.push(piece);
  }

  forget() {
    this.#leave();
    this.#pieces = [];
  }

  /** @param {Line} line */
  follow(line) {
    this.#line = line;
  }

  rest() {
    this.#line = null;
    this.#leave();
  }

  /**
   * Fill `out`, which is silent, with what is heard from context frame `frame` on.
   * @param {number} frame
   * @param {Float32Array} out
   * @returns {boolean} whether the sound is there
   */
  render(frame, out) {
    const there = this.#line !== null && this.#keepTo(this.#line, frame) && this.#fill(out);
    out.forEach((level, index) => (out[index] = level + (this.#tail[index] ?? 0)));
    this.#tail = this.#tail.subarray(out.length);
    return there;
  }

  /** @param {Line} line @param {number} frame @returns {boolean} whether there is anything to hear */
  #keepTo({ at, place, rate }, frame) {
    const due = place + (frame - at) * rate;
    let late = this.#stretcher ? (due - this.#begun - this.#stretcher.place) / (rate * this.#rate) : Infinity;
    if (Math.abs(late) > JUMP) {
      this.#leave();
      const begin = Math.round(due);
      if (!this.#has(begin) || !this.#has(begin + LOOK_AHEAD * this.#rate)) return false;
      this.#stretcher = new Stretcher(this.#rate, rate);
      this.#begun = begin;
      this.#come = 0;
      late = 0;
    }
    const speed = Math.abs(late) < STILL ? rate : rate * (1 + Math.min(Math.max(late / CATCH_UP, -MOST), MOST));
    if (this.#stretcher && this.#stretcher.speed !== speed) this.#stretcher.speed = speed;
    return true;
  }

  /** @param {Float32Array} out @returns {boolean} */
  #fill(out) {
    const stretcher = /** @type {Stretcher} */ (this.#stretcher);
    let filled = 0;
    while (filled < out.length) {
      const samples = stretcher.read(out.length - filled);
      out.set(samples, filled);
      filled += samples.length;
      if (filled < out.length && !this.#feed(stretcher)) break;
    }
    stretcher.knots.length = 1; // nobody asks for them
    const fade = FADE * this.#rate;
    for (let index = 0; index < filled && this.#come < fade; index += 1, this.#come += 1) out[index] *= this.#come / fade;
    if (filled < out.length) this.#stretcher = null; // it has run dry
    return filled === out.length;
  }

  /** @param {Stretcher} stretcher @returns {boolean} whether there was anything */
  #feed(stretcher) {
    const at = this.#begun + stretcher.fed;
    const piece = this.#pieces.find(({ from, samples }) => from <= at && at < from + samples.length);
    if (!piece) return false;
    while (this.#pieces[0] !== piece) this.#pieces.shift(); // heard by now
    stretcher.feed(piece.samples.subarray(at - piece.from, at - piece.from + Math.round(FEED * this.#rate)));
    return true;
  }

  /** @param {number} at natural frame */
  #has(at) {
    return this.#pieces.some(({ from, samples }) => from <= at && at < from + samples.length);
  }

  /** Let what sounds die away. */
  #leave() {
    const rest = this.#stretcher?.read(Math.round(FADE * this.#rate));
    this.#stretcher = null;
    if (!rest) return;
    this.#tail = rest.map((level, index) => level * (1 - index / rest.length) + (this.#tail[index] ?? 0));
  }
}
