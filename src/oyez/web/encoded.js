// The encoded sound of a narration by its packets, so that a part of it can be decoded without the whole.
//
// FileSound, LiveSound -> encodedOf -> Encoded -> decoded(from, to) -> natural samples

import { mp3 } from "./mp3.js";
import { adts, boxAt, boxes, fragment, track } from "./mp4.js";

/** @typedef {import("./mp4.js").Track} Track */
/** Bytes of a file, `from` to before `to`. @typedef {(from: number, to: number) => Promise<Uint8Array>} Reader */
/**
 * @typedef {object} Encoded
 * @property {number} rate Hz
 * @property {number} frames samples a packet
 * @property {number} lead samples before media time 0
 * @property {number} runIn packets that a decoder wants before the first good one
 * @property {() => number} count packets there are by now
 * @property {(first: number, end: number) => Promise<Uint8Array<ArrayBuffer>>} bytes of these packets, as a decoder takes them
 */

const AAC_FRAMES = 1024; // samples a packet
const FIRST_LOOK = 1 << 16; // bytes: the index of ten minutes
const ALL = Number.MAX_SAFE_INTEGER;

/**
 * @param {import("./sound.js").FileSound|import("./sound.js").LiveSound} sound
 * @returns {Promise<Encoded>} fails where this kind of sound cannot be taken apart
 */
export async function encodedOf(sound) {
  if ("pieces" in sound) return streamed(sound.pieces, sound.live.lead);
  const reader = sound.blob ? fromBlob(sound.blob) : await fromAddress(sound.src);
  const head = viewOf(await reader(0, 12));
  if (boxAt(head, 0).name !== "ftyp") {
    const whole = await reader(0, ALL);
    const { packets, ...about } = mp3(viewOf(whole));
    const bytes = async (/** @type {number} */ first, /** @type {number} */ end) => whole.slice(packets[first].offset, packets[end - 1].offset + packets[end - 1].size);
    return { ...about, runIn: 4, count: () => packets.length, bytes };
  }
  const found = await movie(reader);
  const { packets, rate, lead } = found;
  const read = async (/** @type {number} */ first, /** @type {number} */ end) => {
    const wanted = packets.slice(first, end);
    const from = Math.min(...wanted.map(({ offset }) => offset));
    const bytes = await reader(from, Math.max(...wanted.map(({ offset, size }) => offset + size)));
    return adts(found, wanted.map(({ offset, size }) => bytes.subarray(offset - from, offset - from + size)));
  };
  return { rate, lead, frames: AAC_FRAMES, runIn: 2, count: () => packets.length, bytes: read };
}

/**
 * The natural samples of a part of the media, as far as they are there: from the packet that `from` lies in.
 * @param {Encoded} encoded
 * @param {number} from frames of media time
 * @param {number} to
 * @returns {Promise<{from: number, samples: Float32Array}|null>} null where nothing of it is there (yet)
 */
export async function decoded({ rate, frames, lead, runIn, count, bytes }, from, to) {
  const first = Math.max(0, Math.floor((from + lead) / frames));
  const end = Math.min(count(), Math.ceil((to + lead) / frames));
  if (first >= end) return null;
  const begin = Math.max(0, first - runIn);
  const packets = await bytes(begin, end);
  const sound = await new OfflineAudioContext(1, 1, rate).decodeAudioData(packets.buffer);
  const cut = (end - begin) * frames - sound.length; // some decoders leave out what they take for priming
  const skipped = (first - begin) * frames - cut;
  const place = first * frames - lead;
  if (skipped < 0 && first > 0) throw new Error("the decoder left out more than its run-in");
  const early = Math.max(0, skipped, skipped - place); // before media time 0
  return { from: place - skipped + early, samples: sound.getChannelData(0).slice(early) };
}

/**
 * A stream in fragments, as far as it has come.
 * @param {Uint8Array[]} pieces grows while it comes
 * @param {number} lead s of priming that the page cuts, beside what the edit list does
 * @returns {Promise<Encoded>}
 */
async function streamed(pieces, lead) {
  /** @type {Uint8Array[]} */
  const packets = [];
  /** @type {Track|null} */
  let head = null;
  let taken = 0;
  let rest = new Uint8Array(0);
  const take = () => {
    if (taken === pieces.length) return;
    rest = joined([rest, ...pieces.slice(taken)]);
    taken = pieces.length;
    const view = viewOf(rest);
    const there = boxes(view);
    let used = 0;
    there.forEach((box, index) => {
      const begins = index ? there[index - 1].end : 0;
      if (box.name === "moov") head = track(view, box);
      if (box.name === "moof" && index === there.length - 1) return; // its sound has not come yet
      if (box.name === "moof") packets.push(...fragment(view, box, begins).map(({ offset, size }) => rest.slice(offset, offset + size)));
      used = box.end;
    });
    rest = rest.slice(used);
  };
  take();
  if (!head) throw new Error("the stream has not begun");
  const known = /** @type {Track} */ (head);
  return {
    rate: known.rate,
    frames: AAC_FRAMES,
    lead: known.lead + Math.round(lead * known.rate),
    runIn: 2,
    count: () => (take(), packets.length),
    bytes: async (first, end) => adts(known, packets.slice(first, end)),
  };
}

/** The index of a file, wherever in it that stands. @param {Reader} reader */
async function movie(reader) {
  for (let at = 0; ; ) {
    const looked = await reader(at, at + FIRST_LOOK);
    if (looked.length < 8) throw new Error("the file has no index");
    const { name, size, head } = boxAt(viewOf(looked), 0);
    if (name === "moov") {
      const whole = size <= looked.length ? looked : await reader(at, at + size);
      return track(viewOf(whole), { name, start: head, end: size });
    }
    if (size < head) throw new Error("the file is damaged");
    at += size;
  }
}

/** @param {Blob} blob @returns {Reader} */
function fromBlob(blob) {
  return async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer());
}

/**
 * By parts, from what the browser keeps of the file where it does; whole where the server gives no parts.
 * @param {string} address
 * @returns {Promise<Reader>}
 */
async function fromAddress(address) {
  /** @type {Reader|null} */
  let whole = null;
  return async (from, to) => {
    if (whole) return whole(from, to);
    const range = to === ALL ? `bytes=${from}-` : `bytes=${from}-${to - 1}`;
    const answer = await fetch(address, { headers: { Range: range }, cache: "force-cache" });
    if (!answer.ok) throw new Error(`the sound answered ${answer.status}`);
    if (answer.status === 206) return new Uint8Array(await answer.arrayBuffer());
    whole = fromBlob(await answer.blob());
    return whole(from, to);
  };
}

/** @param {Uint8Array} bytes */
function viewOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
