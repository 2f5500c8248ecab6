// AAC packets in an MP4 file or stream: where each lies, and each as a frame that a browser decodes by itself.
//
// ftyp, moov -> Track (rate, priming, and a file's packets); moof, mdat -> a stream's packets
// Boxes: ISO/IEC 14496-12 and -14. Frames: ADTS, ISO/IEC 13818-7.

const RATES = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350]; // Hz, by index
const LOW_COMPLEXITY = 2; // the audio object type
const HEAD = 7; // bytes before each ADTS frame

/** Where a packet lies, in bytes. @typedef {{offset: number, size: number}} Packet */
/** A box: its four letters, and where its content lies. @typedef {{name: string, start: number, end: number}} Box */
/**
 * @typedef {object} Track
 * @property {number} rate Hz
 * @property {number} channels
 * @property {number} profile as ADTS counts
 * @property {number} index of the rate
 * @property {number} lead samples before media time 0: the encoder's priming, which the edit list cuts
 * @property {Packet[]} packets of a file; a stream's come in fragments
 */

/**
 * The whole boxes among these bytes, one after the other.
 * @param {DataView} view
 * @param {number} [start]
 * @param {number} [end]
 * @returns {Box[]}
 */
export function boxes(view, start = 0, end = view.byteLength) {
  const found = [];
  for (let at = start; at + 8 <= end; ) {
    const { name, size, head } = boxAt(view, at);
    if (size < head || at + size > end) break;
    found.push({ name, start: at + head, end: at + size });
    at += size;
  }
  return found;
}

/** What a box's first 16 bytes say. @param {DataView} view @param {number} at */
export function boxAt(view, at) {
  const short = view.getUint32(at);
  const long = short === 1 && at + 16 <= view.byteLength;
  return { name: fourLetters(view, at + 4), size: long ? Number(view.getBigUint64(at + 8)) : short, head: long ? 16 : 8 };
}

/**
 * What `moov` says of its one track.
 * @param {DataView} view
 * @param {Box} moov
 * @returns {Track}
 */
export function track(view, moov) {
  const trak = path(view, moov, ["trak"]);
  const stbl = path(view, trak, ["mdia", "minf", "stbl"]);
  const sound = path(view, stbl, ["stsd"]).start + 8; // one entry follows the version and their count
  const esds = path(view, { name: "", start: sound + 36, end: sound + view.getUint32(sound) }, ["esds"]);
  const config = specific(view, esds);
  const bits = view.getUint16(config);
  const [type, index, channels] = [bits >> 11, (bits >> 7) & 15, (bits >> 3) & 15];
  const rate = RATES[index];
  if (type !== LOW_COMPLEXITY || !rate) throw new Error("this is another kind of AAC");
  return { rate, channels, index, profile: type - 1, lead: priming(view, trak), packets: table(view, stbl) };
}

/**
 * The packets of a fragment.
 * @param {DataView} view
 * @param {Box} moof
 * @param {number} begins where the whole box does
 * @returns {Packet[]}
 */
export function fragment(view, moof, begins) {
  const trun = path(view, moof, ["traf", "trun"]);
  const flags = view.getUint32(trun.start) & 0xffffff;
  const count = view.getUint32(trun.start + 4);
  if (!(flags & 0x1) || !(flags & 0x200)) throw new Error("the fragment does not say where its packets lie");
  const before = flags & 0x100 ? 4 : 0; // its duration
  const row = before + 4 + (flags & 0x400 ? 4 : 0) + (flags & 0x800 ? 4 : 0);
  let offset = begins + view.getInt32(trun.start + 8);
  let at = trun.start + 12 + (flags & 0x4 ? 4 : 0);
  return Array.from({ length: count }, () => {
    const size = view.getUint32(at + before);
    const packet = { offset, size };
    offset += size;
    at += row;
    return packet;
  });
}

/**
 * Packets as ADTS frames, one after the other.
 * @param {Track} track
 * @param {Uint8Array[]} packets
 */
export function adts({ profile, index, channels }, packets) {
  const bytes = new Uint8Array(packets.reduce((sum, { length }) => sum + HEAD + length, 0));
  let at = 0;
  for (const packet of packets) {
    const size = HEAD + packet.length;
    const head = [0xff, 0xf1, (profile << 6) | (index << 2) | (channels >> 2), ((channels & 3) << 6) | (size >> 11), (size >> 3) & 255, ((size & 7) << 5) | 31, 0xfc];
    bytes.set(head, at);
    bytes.set(packet, at + HEAD);
    at += size;
  }
  return bytes;
}

/** @param {DataView} view @param {Box} within @param {string[]} names @returns {Box} */
function path(view, within, names) {
  let box = within;
  for (const name of names) {
    const next = boxes(view, box.start, box.end).find((inner) => inner.name === name);
    if (!next) throw new Error(`the file has no ${name} box`);
    box = next;
  }
  return box;
}

/** Where the decoder's configuration lies: descriptors within descriptors, each a tag and its length. @param {DataView} view @param {Box} esds */
function specific(view, esds) {
  let at = esds.start + 4;
  while (at < esds.end) {
    const tag = view.getUint8(at);
    do at += 1;
    while (view.getUint8(at) & 0x80); // the length, 7 bits a byte
    at += 1;
    if (tag === 5) return at;
    at += tag === 3 ? 3 : 13; // what stands before the descriptors inside
  }
  throw new Error("the file does not say how it is to be decoded");
}

/** Samples that the edit list leaves out. @param {DataView} view @param {Box} trak */
function priming(view, trak) {
  const edts = boxes(view, trak.start, trak.end).find(({ name }) => name === "edts");
  if (!edts) return 0;
  const { start } = path(view, edts, ["elst"]);
  if (!view.getUint32(start + 4)) return 0;
  const long = view.getUint8(start) === 1;
  return Math.max(0, long ? Number(view.getBigInt64(start + 16)) : view.getInt32(start + 12));
}

/** Every packet of a file; none of a stream. @param {DataView} view @param {Box} stbl @returns {Packet[]} */
function table(view, stbl) {
  const inner = boxes(view, stbl.start, stbl.end);
  const box = (/** @type {string} */ name) => inner.find((one) => one.name === name)?.start;
  const [sizes, chunks] = [box("stsz"), box("stsc")];
  const short = box("stco");
  const places = short ?? box("co64");
  if (sizes === undefined || chunks === undefined || places === undefined) return [];
  const same = view.getUint32(sizes + 4);
  const count = view.getUint32(sizes + 8);
  const rows = view.getUint32(chunks + 4);
  const first = (/** @type {number} */ row) => (row < rows ? view.getUint32(chunks + 8 + 12 * row) : Infinity);
  /** @type {Packet[]} */
  const packets = [];
  let row = 0;
  for (let chunk = 0; packets.length < count; chunk += 1) {
    if (chunk >= view.getUint32(places + 4)) throw new Error("the file's table of packets is damaged");
    while (first(row + 1) <= chunk + 1) row += 1;
    let offset = short === undefined ? Number(view.getBigUint64(places + 8 + 8 * chunk)) : view.getUint32(places + 8 + 4 * chunk);
    for (let left = view.getUint32(chunks + 12 + 12 * row); left > 0 && packets.length < count; left -= 1) {
      /** @type {Packet} */
      const packet = { offset, size: same || view.getUint32(sizes + 12 + 4 * packets.length) };
      packets.push(packet);
      offset += packet.size;
    }
  }
  return packets;
}

/** @param {DataView} view @param {number} at */
function fourLetters(view, at) {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
}
