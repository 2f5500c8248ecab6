// The pitch period of speech, by the average magnitude difference function: audio/pitch.py in JavaScript, number for
// number (Ross et al., IEEE Trans. ASSP 22, 1974).
//
// 16-bit levels -> about 4 kHz -> AMDF over all lags, on a grid -> refined at full rate, one lag

const LOWEST = 65; // Hz: the pitch of human voices
const HIGHEST = 400;
const COARSE_RATE = 4000; // Hz
const HOP = 12; // coarse frames between grid points = 3 ms
const PERIODS = 2; // over which a lag is judged
const MOST = 3; // periods left out at once, at 4x
const POINTS = 96; // grid points a block

export class PeriodFinder {
  #factor;
  #shortest;
  #longest;

  /** @param {number} sampleRate Hz */
  constructor(sampleRate) {
    this.#factor = Math.max(1, Math.floor(sampleRate / COARSE_RATE));
    this.#shortest = Math.floor(Math.floor(sampleRate / HIGHEST) / this.#factor);
    this.#longest = Math.floor(Math.floor(sampleRate / LOWEST) / this.#factor);
    /** Frames between grid points. */
    this.hop = HOP * this.#factor;
    /** Frames that one call of `grid` covers. */
    this.block = POINTS * this.hop;
    /** Frames of the longest period that can come out. */
    this.longest = (this.#longest + 1) * this.#factor;
    /** Frames before the end of the last block up to which MOST periods and one more can be looked at. */
    this.ahead = MOST * this.longest;
    /** Frames that `grid` looks at from the start of a block. */
    this.reach = this.block + points(this.#longest) * this.hop + this.longest;
  }

  /**
   * Coarse periods, in frames, at each grid point of the block that begins at `start`. Each lag is judged over a
   * window of about PERIODS times its length; of equally good lags the longest wins: in silence it needs the fewest
   * joins.
   * @param {Int32Array} levels
   * @param {number} start
   * @returns {number[]}
   */
  grid(levels, start) {
    const factor = this.#factor;
    const coarse = new Int32Array(Math.floor(this.reach / factor));
    for (let index = 0; index < coarse.length; index += 1) {
      let sum = 0;
      for (let at = start + index * factor, end = at + factor; at < end; at += 1) sum += levels[at];
      coarse[index] = Math.floor(sum / factor);
    }
    return Array.from({ length: POINTS }, (_, point) => this.#bestLag(coarse, point * HOP) * factor);
  }

  /** @param {Int32Array} coarse @param {number} from */
  #bestLag(coarse, from) {
    let best = this.#longest;
    let least = Infinity;
    for (let lag = this.#longest; lag > this.#shortest; lag -= 1) {
      const score = difference(coarse, from, lag, points(lag) * HOP) / points(lag);
      if (score < least) [best, least] = [lag, score];
    }
    return best;
  }

  /**
   * The lag near `coarse`, which is `count` periods, where the wave at a frame best fits itself: to one frame, over a
   * window of one period.
   * @param {Int32Array} levels
   * @param {number} at
   * @param {number} coarse frames
   * @param {number} [count]
   */
  refine(levels, at, coarse, count = 1) {
    const [window, slack] = [Math.floor(coarse / count), count * this.#factor];
    const first = Math.max(1, coarse - slack);
    let best = first;
    let least = Infinity;
    for (let lag = first; lag <= coarse + slack; lag += 1) {
      const sum = difference(levels, at, lag, window);
      if (sum < least) [best, least] = [lag, sum];
    }
    return best;
  }
}

/** Grid points over which a lag is judged. @param {number} lag coarse frames */
function points(lag) {
  return Math.ceil((PERIODS * lag) / HOP);
}

/**
 * How much a wave differs from itself `lag` frames later, over `frames` of it.
 * @param {Int32Array} wave
 * @param {number} at
 * @param {number} lag
 * @param {number} frames
 */
function difference(wave, at, lag, frames) {
  let sum = 0;
  for (let here = at, end = at + frames; here < end; here += 1) sum += Math.abs(wave[here + lag] - wave[here]);
  return sum;
}
