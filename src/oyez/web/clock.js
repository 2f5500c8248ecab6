// From the time of a sound file to the narration's natural time and back.
// A file at natural speed needs no map; a stretched one brings the points of its kept time map.

/** @typedef {[audio: number, natural: number]} Point  seconds in the file, seconds of the narration */

export class Clock {
  /**
   * @param {HTMLMediaElement} audio
   * @param {Point[]} [points] rising; none means that the file runs at natural speed
   */
  constructor(audio, points = []) {
    this.audio = audio;
    this.points = points;
  }

  /** Where the narration is now, in natural seconds. */
  get now() {
    return along(this.points, this.audio.currentTime, 0, 1);
  }

  /** @param {number} natural seconds */
  set now(natural) {
    this.audio.currentTime = along(this.points, natural, 1, 0);
  }
}

/**
 * Linear between the two points around `value`, and on from the nearest two beyond the ends.
 * @param {Point[]} points
 * @param {number} value
 * @param {0|1} from
 * @param {0|1} to
 */
export function along(points, value, from, to) {
  if (points.length < 2) return value;
  let [low, high] = [0, points.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (points[middle][from] <= value) low = middle;
    else high = middle;
  }
  const [a, b] = [points[low], points[high]];
  const width = b[from] - a[from];
  return width ? a[to] + ((value - a[from]) * (b[to] - a[to])) / width : a[to];
}
