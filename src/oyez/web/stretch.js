// Faster or slower speech at the same pitch, by pitch-synchronous overlap-add: audio/stretch.py in JavaScript, join for
// join (PICOLA, Morita and Itakura, 1986). Both pass tests/rooms/audio/stretch_vectors.json.
//
// natural samples -> feed -> periods -> skip (or repeat) whole periods with a cross-fade -> read -> stretched samples

import { PeriodFinder } from "./pitch.js";

const LOW = 140; // Hz; higher voices keep their pitch anyway
const LOUDER = 2; // times the power of what is kept on both sides: "p", "t" and "k" burst so
const NEVER = Number.MAX_SAFE_INTEGER; // frames

export class Stretcher {
  /** Where each join really went: natural frame, stretched frame. @type {[into: number, out: number][]} */
  knots = [[0, 0]];

  #finder;
  /** Frames of the shortest period of a low voice. */
  #low;
  #speed;
  /** Natural samples from frame `#base` on; what lies before is done with. */
  #buffer = new Float32Array(0);
  /** The same as 16-bit levels, for the period finder. */
  #levels = new Int32Array(0);
  #base = 0;
  /** Coarse periods at grid points, from frame 0. @type {number[]} */
  #periods = [];
  #fed = 0;
  #ended = false;
  #finished = false;
  /** Next natural frame. */
  #at = 0;
  /** Stretched frames so far. */
  #out = 0;
  /** Natural frames still to be copied as they are. */
  #copy = 0;
  /** Stretched samples nobody has read yet. @type {Float32Array[]} */
  #pieces = [];
  #unread = 0;
  /** Since when the speed holds: a natural frame, and the stretched frame it is due at. */
  #since = { at: 0, due: 0 };

  /**
   * @param {number} sampleRate Hz
   * @param {number} speed 0.5 to 4
   */
  constructor(sampleRate, speed) {
    this.#finder = new PeriodFinder(sampleRate);
    this.#low = sampleRate / LOW;
    this.#speed = speed;
  }

  get speed() {
    return this.#speed;
  }

  /** Holds from the next join on. */
  set speed(speed) {
    this.#since = { at: this.#at, due: this.#due(this.#at) };
    this.#speed = speed;
  }

  /** Natural samples taken so far. */
  get fed() {
    return this.#fed;
  }

  /** The natural frame that the next sample to be read stands for, to a period or so. */
  get place() {
    return this.#since.at + (this.#out - this.#unread - this.#since.due) * this.#speed;
  }

  /** @param {Float32Array} samples natural, -1 to 1 */
  feed(samples) {
    this.#fed += samples.length;
    this.#keep(samples);
  }

  /** Nothing more is fed; what was is heard to its end. */
  end() {
    this.#ended = true;
    this.#keep(new Float32Array(this.#finder.reach + this.#finder.ahead));
  }

  /**
   * The next stretched samples: as many as asked for, fewer where more has to be fed first.
   * @param {number} frames
   */
  read(frames) {
    this.#run(frames);
    if (this.#ended && !this.#finished && this.#at >= this.#fed) this.#finish();
    const taken = new Float32Array(Math.min(frames, this.#unread));
    let filled = 0;
    while (filled < taken.length) {
      const piece = this.#pieces[0];
      const part = piece.subarray(0, taken.length - filled);
      taken.set(part, filled);
      filled += part.length;
      if (part.length === piece.length) this.#pieces.shift();
      else this.#pieces[0] = piece.subarray(part.length);
    }
    this.#unread -= filled;
    return taken;
  }

  /** The sound is exactly as long as its speed says. */
  #finish() {
    this.#finished = true;
    const length = even(this.#due(this.#fed));
    if (this.#out < length) this.#emit(new Float32Array(length - this.#out));
    for (let surplus = this.#out - length; surplus > 0 && this.#pieces.length; ) {
      const last = this.#pieces[this.#pieces.length - 1];
      const cut = Math.min(surplus, last.length);
      if (cut === last.length) this.#pieces.pop();
      else this.#pieces[this.#pieces.length - 1] = last.subarray(0, last.length - cut);
      surplus -= cut;
      this.#out -= cut;
      this.#unread -= cut;
    }
    this.knots = this.knots.map(([into, out]) => [Math.min(into, this.#fed), Math.min(out, length)]);
    this.knots.push([this.#fed, length]);
  }

  /** @param {Float32Array} samples */
  #keep(samples) {
    const done = Math.min(this.#at, this.#periods.length * this.#finder.hop) - this.#base;
    const kept = this.#buffer.length - done;
    const buffer = new Float32Array(kept + samples.length);
    const levels = new Int32Array(buffer.length);
    buffer.set(this.#buffer.subarray(done));
    buffer.set(samples, kept);
    levels.set(this.#levels.subarray(done));
    for (let index = kept; index < levels.length; index += 1) {
      levels[index] = Math.min(Math.max(even(buffer[index] * 32_768), -32_768), 32_767);
    }
    [this.#buffer, this.#levels] = [buffer, levels];
    this.#base += done;
    // The periods of every block that is wholly here with its look-ahead: never of a part.
    const { hop, block, reach } = this.#finder;
    for (let start = this.#periods.length * hop - this.#base; start + reach <= levels.length; start += block) {
      this.#periods.push(...this.#finder.grid(levels, start));
    }
  }

  /** The stretched frame a natural one is due at. @param {number} frame */
  #due(frame) {
    return this.#since.due + (frame - this.#since.at) / this.#speed;
  }

  /** Skip or repeat periods until so many stretched frames can be read. @param {number} frames */
  #run(frames) {
    const until = this.#ended ? this.#fed : this.#periods.length * this.#finder.hop - this.#finder.ahead;
    while (this.#at < until && this.#unread < frames) {
      if (this.#copy) {
        const copied = Math.min(this.#copy, until - this.#at);
        const start = this.#at - this.#base;
        this.#emit(this.#buffer.slice(start, start + copied));
        this.#at += copied;
        this.#copy -= copied;
        if (this.#ended || !this.#copy) this.knots.push([this.#at, this.#out]);
      } else if (this.#speed === 1) this.#copy = NEVER - this.#at;
      else this.#join(until);
    }
  }

  /** @param {number} until natural frame */
  #join(until) {
    const period = this.#finder.refine(this.#levels, this.#at - this.#base, this.#coarse(this.#at));
    if (this.#ended && this.#speed < 1 && this.#at + period > until) this.#copy = until - this.#at;
    else if (this.#speed > 1) this.#skip(this.#leftOut(period), period);
    else this.#repeat(period);
  }

  /** @param {number} at natural frame */
  #coarse(at) {
    return this.#periods[Math.floor(at / this.#finder.hop)];
  }

  /**
   * How much to leave out from here: of low voices as many whole periods as make the fade one long. One only where a
   * burst would be lost with the others.
   * @param {number} period
   */
  #leftOut(period) {
    const count = Math.max(1, Math.floor(this.#speed - 0.5));
    if (count === 1 || period < this.#low) return period;
    let coarse = this.#coarse(this.#at);
    for (let more = 1; more < count; more += 1) coarse += this.#coarse(this.#at + coarse);
    const here = this.#at - this.#base;
    const several = this.#finder.refine(this.#levels, here, coarse, count);
    const power = (/** @type {number} */ from, /** @type {number} */ to) => powerOf(this.#levels, here + from, here + to);
    const kept = Math.max(power(0, period), power(several, several + period)) / period;
    return power(period, several) > LOUDER * kept * (several - period) ? period : several;
  }

  /**
   * Fade over a period from here to what follows the left out, then copy until the next skip is due.
   * @param {number} leftOut
   * @param {number} period
   */
  #skip(leftOut, period) {
    const late = this.#due(this.#at + leftOut) - this.#out;
    const due = Math.max(1, even((late * this.#speed) / (this.#speed - 1)));
    const fade = Math.min(period, due);
    this.#fade(this.#at, this.#at + leftOut, fade);
    this.#at += leftOut + fade;
    this.#copy = due - fade;
    this.knots.push([this.#at, this.#out]);
  }

  /** Copy until a repeat is due, then one period and a fade from its end to its start. @param {number} period */
  #repeat(period) {
    const speed = this.#speed;
    const late = this.#due(this.#at) - this.#out;
    const early = (2 * speed - 1) * period - speed * late;
    if (early > 0) {
      this.#copy = Math.max(1, even(early / (1 - speed)));
      return;
    }
    const start = this.#at - this.#base;
    this.#emit(this.#buffer.slice(start, start + period));
    this.#fade(this.#at + period, this.#at, period);
    this.#at += period;
    this.knots.push([this.#at, this.#out]);
  }

  /**
   * Cross-fade linearly from natural frame `down` on to natural frame `up` on, at even power: hiss fades into other
   * hiss 3 dB down in the middle, so the sum is divided by the power that the likeness of both sides leaves.
   * @param {number} down
   * @param {number} up
   * @param {number} frames
   */
  #fade(down, up, frames) {
    const [first, second] = [down - this.#base, up - this.#base];
    const unlike = 1 - likeness(this.#levels, first, second, frames);
    const mixed = new Float32Array(frames);
    for (let index = 0; index < frames; index += 1) {
      const rising = index / frames;
      const falling = 1 - rising;
      const sum = this.#buffer[first + index] * falling + this.#buffer[second + index] * rising;
      mixed[index] = sum / Math.sqrt(1 - 2 * unlike * rising * falling);
    }
    this.#emit(mixed);
  }

  /** @param {Float32Array} samples */
  #emit(samples) {
    this.#pieces.push(samples);
    this.#out += samples.length;
    this.#unread += samples.length;
  }
}

/**
 * The correlation of two equally long waves, 0 to 1; 1 for silence.
 * @param {Int32Array} wave
 * @param {number} one
 * @param {number} other
 * @param {number} frames
 */
function likeness(wave, one, other, frames) {
  let [both, first, second] = [0, 0, 0];
  for (let index = 0; index < frames; index += 1) {
    const [a, b] = [wave[one + index], wave[other + index]];
    both += a * b;
    first += a * a;
    second += b * b;
  }
  const power = Math.sqrt(first * second);
  return power ? Math.max(0, both) / power : 1;
}

/** The sum of squares. @param {Int32Array} wave @param {number} from @param {number} to */
function powerOf(wave, from, to) {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += wave[at] * wave[at];
  return sum;
}

/** The nearest whole number, of two the even one, as numpy and Python round. @param {number} value */
function even(value) {
  const nearest = Math.round(value);
  return nearest - value === 0.5 && nearest % 2 ? nearest - 1 : nearest;
}
