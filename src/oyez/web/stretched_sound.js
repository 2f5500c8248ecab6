// A sound stretched in the audio thread, in time with the audio element that plays the same: loaded at the first speed
// that browsers' own stretchers do badly.
//
// encoded packets -> natural samples, some seconds at a time -> stretch_worklet.js -> the listener
//
// Browsers give out what an element plays faster without keeping its pitch only in part: Chromium at the file's own
// sample rate, which at 4x leaves 2.8 of 11 kHz. So the packets are decoded here.

import { decoded, encodedOf } from "./encoded.js";

/** @typedef {import("./encoded.js").Encoded} Encoded */
/** @typedef {import("./sound.js").FileSound|import("./sound.js").LiveSound} Sound */
/** @typedef {{context: AudioContext, node: AudioWorkletNode, gain: GainNode}} Output */

const FIRST_STEP = 4; // natural s that are decoded before anything can be heard
const STEP = 12; // natural s at a time after that
const AHEAD = 10; // natural s that are decoded before they are due
const BEHIND = 0.1; // natural s: the line may be set back by as much
const SILENCE = 1; // s after the end, for the last period to look ahead into
const EVERY = 100; // ms between lines, while nothing changes
const IDLE = 3000; // ms of rest after which the sound card is given back
const SOON = 0.015; // s in which the loudness follows
const ASK = 500; // ms between looks at the sound card's time
// Firefox locks its audio while it asks PulseAudio, which waits for that audio: now and then the page hangs for good
// (seen in 128). There the usual time is taken for true.
const MAY_ASK = !navigator.userAgent.includes("Firefox/");
const USUAL = 0.03; // s from rendering to the ear

/** One for all sounds of a sample rate: browsers allow few contexts. @type {Output|null} */
let output = null;
/** Its next rest, whichever sound it was that ended. @type {ReturnType<typeof setTimeout>|undefined} */
let idle;

export class StretchedSound {
  #resting = true;
  #rate = 0;
  /** ms */
  #sent = 0;
  /** What the audio thread has, in natural frames. */
  #from = 0;
  #to = 0;
  #whole = false;
  #decoding = false;
  /** ms on the wall at which second 0 of the context was heard; null while unknown. @type {number|null} */
  #heard = null;
  /** ms on the wall of the last look at it. */
  #asked = 0;

  /**
   * @param {Sound} sound
   * @param {Encoded} encoded
   * @param {Output} output
   */
  constructor(sound, encoded, output) {
    this.sound = sound;
    this.encoded = encoded;
    this.output = output;
    this.failed = false;
    this.#tell({ rest: true, forget: true });
  }

  /**
   * Fails where this sound cannot be taken apart, or the browser has no audio thread for it.
   * @param {Sound} sound
   * @param {string} worklet address of the audio thread's module
   * @param {(there: boolean) => void} told hears when the stretched sound begins and ends
   */
  static async of(sound, worklet, told) {
    const encoded = await encodedOf(sound);
    const { node } = await outputAt(encoded.rate, worklet);
    node.port.onmessage = ({ data }) => told(data);
    return new StretchedSound(sound, encoded, /** @type {Output} */ (output));
  }

  /** @param {number} volume 0 to 1 */
  set volume(volume) {
    const { gain, context } = this.output;
    gain.gain.setTargetAtTime(volume, context.currentTime, SOON);
  }

  /**
   * Sound in time with the element.
   * @param {number} place s of media time that are heard now
   * @param {number} rate
   */
  follow(place, rate) {
    const { context } = this.output;
    const { rate: frames } = this.encoded;
    const now = performance.now();
    clearTimeout(idle);
    if (context.state === "suspended") {
      context.resume();
      this.#heard = null;
    }
    this.#more(place * frames);
    if (!this.#resting && rate === this.#rate && now - this.#sent < EVERY) return;
    this.#tell({ follow: { at: this.#heardNow(now) * frames, place: place * frames, rate } });
    [this.#resting, this.#rate, this.#sent] = [false, rate, now];
  }

  rest() {
    if (this.#resting) return;
    this.#resting = true;
    this.#tell({ rest: true });
    clearTimeout(idle);
    idle = setTimeout(() => output?.context.suspend(), IDLE);
  }

  /** Seconds of the context that are heard now: what it renders is heard later. @param {number} now ms */
  #heardNow(now) {
    const { context } = this.output;
    const { currentTime } = context;
    if (MAY_ASK && (this.#heard === null || now - this.#asked > ASK)) {
      const { contextTime, performanceTime } = context.getOutputTimestamp();
      this.#heard = contextTime && performanceTime ? performanceTime - 1000 * contextTime : null;
      this.#asked = now;
    }
    if (this.#heard === null) return currentTime - USUAL;
    return Math.min(currentTime, (now - this.#heard) / 1000);
  }

  /** See that the audio thread has what is due soon. @param {number} at natural frame */
  async #more(at) {
    const { rate } = this.encoded;
    const apart = at < this.#from || at > this.#to;
    if (this.#decoding || this.failed || (!apart && (this.#whole || this.#to - at > AHEAD * rate))) return;
    this.#decoding = true;
    try {
      const start = apart ? Math.max(0, Math.floor(at - BEHIND * rate)) : this.#to;
      const piece = await decoded(this.encoded, start, start + (apart ? FIRST_STEP : STEP) * rate);
      if (piece) this.#add(apart ? piece : { from: start, samples: piece.samples.slice(start - piece.from) }, apart);
    } catch {
      this.failed = true; // the element is heard, as if nothing were
      this.rest();
    }
    this.#decoding = false;
  }

  /** @param {{from: number, samples: Float32Array}} piece @param {boolean} apart from what is there */
  #add({ from, samples }, apart) {
    const { rate, frames, lead, count } = this.encoded;
    const end = from + samples.length;
    if (apart) this.#from = from;
    this.#to = end;
    this.#whole = this.sound.whole && end >= count() * frames - lead - frames;
    this.#tell({ forget: apart, add: { from, samples } });
    if (this.#whole) this.#tell({ add: { from: end, samples: new Float32Array(SILENCE * rate) } });
  }

  /** @param {{forget?: boolean, rest?: boolean, add?: {from: number, samples: Float32Array}, follow?: import("./following.js").Line}} what */
  #tell(what) {
    this.output.node.port.postMessage(what);
  }
}

/**
 * @param {number} rate Hz: the browser brings it to the sound card's
 * @param {string} worklet
 * @returns {Promise<Output>}
 */
async function outputAt(rate, worklet) {
  if (output?.context.sampleRate === rate) return output;
  output?.context.close();
  output = null;
  const context = new AudioContext({ sampleRate: rate, latencyHint: "interactive" });
  try {
    await context.audioWorklet.addModule(worklet);
  } catch (error) {
    context.close();
    throw error;
  }
  const node = new AudioWorkletNode(context, "oyez-stretch", { numberOfInputs: 0, outputChannelCount: [1] });
  const gain = new GainNode(context);
  node.connect(gain).connect(context.destination);
  output = { context, node, gain };
  return output;
}
