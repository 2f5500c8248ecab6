// The frames of an MP3 file: where each lies, and how many samples stand before media time 0.

const RATES = [44_100, 48_000, 32_000]; // Hz, of MPEG-1; version 2 has half of it, 2.5 a quarter
const BIT_RATES = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320], // kbit/s, layer III of MPEG-1
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160], // of MPEG-2 and 2.5
};
const DECODER_DELAY = 529; // samples, of every decoder

/** @typedef {import("./mp4.js").Packet} Packet */

/**
 * @param {DataView} view the whole file
 * @returns {{rate: number, frames: number, lead: number, packets: Packet[]}} `frames` samples a packet
 */
export function mp3(view) {
  let at = tagged(view);
  const first = frameAt(view, at);
  if (!first) throw new Error("this is no MP3 file");
  const { rate, frames } = first;
  const delay = encoderDelay(view, at, first.size);
  if (delay !== null) at += first.size; // a frame that only tells of the file
  const packets = [];
  for (let frame = frameAt(view, at); frame && at + frame.size <= view.byteLength; frame = frameAt(view, at)) {
    packets.push({ offset: at, size: frame.size });
    at += frame.size;
  }
  return { rate, frames, lead: delay === null ? 0 : delay + DECODER_DELAY, packets };
}

/** Where the sound begins, behind an ID3 tag. @param {DataView} view */
function tagged(view) {
  if (view.byteLength < 10 || view.getUint32(0) >>> 8 !== 0x494433) return 0;
  const digits = [6, 7, 8, 9].map((index) => view.getUint8(index));
  return 10 + digits.reduce((size, digit) => size * 128 + digit, 0);
}

/** @param {DataView} view @param {number} at */
function frameAt(view, at) {
  if (at + 4 > view.byteLength) return null;
  const head = view.getUint32(at);
  const version = (head >>> 19) & 3; // 3 is MPEG-1, 2 is MPEG-2, 0 is 2.5
  const layer = (head >>> 17) & 3; // 1 is layer III
  const bitRate = BIT_RATES[version === 3 ? 1 : 2][(head >>> 12) & 15];
  const base = RATES[(head >>> 10) & 3];
  if (head >>> 21 !== 0x7ff || version === 1 || layer !== 1 || !bitRate || !base) return null;
  const rate = base / (version === 3 ? 1 : version === 2 ? 2 : 4);
  const frames = version === 3 ? 1152 : 576;
  return { rate, frames, size: Math.floor((frames / 8) * 1000 * bitRate / rate) + ((head >>> 9) & 1) };
}

/** What an encoder put before the sound, by the tag that LAME writes; null where there is none. @param {DataView} view @param {number} at @param {number} size */
function encoderDelay(view, at, size) {
  for (let place = at + 4; place < at + size - 144 && place < at + 40; place += 1) {
    const name = view.getUint32(place);
    if (name !== 0x58696e67 && name !== 0x496e666f) continue; // "Xing", "Info"
    const flags = view.getUint32(place + 4);
    const lame = place + 8 + (flags & 1 ? 4 : 0) + (flags & 2 ? 4 : 0) + (flags & 4 ? 100 : 0) + (flags & 8 ? 4 : 0);
    return view.getUint16(lame + 21) >> 4;
  }
  return null;
}
