// Every word of a narration in order: which one is heard at a time, which one stands at a place of the page.
//
// A narration may still be in the making. A sentence that is made has exact times; one that is not has an estimated
// length and no times for its words. All times here are natural seconds from the beginning, as known at this moment:
// they shift while sentences before them are made, so places are kept as words, never as seconds.

/** @typedef {[start: number, end: number, from: number, to: number]} TimedWord  UTF-16 offsets of the block's text, seconds from the sentence's start */
/**
 * @typedef {object} SentenceData
 * @property {number|null} block null is the title
 * @property {string} role
 * @property {string} said
 * @property {number} pause seconds after it
 * @property {number} seconds of its sound; an estimate until it is made
 * @property {boolean} made
 * @property {TimedWord[]} words
 */
/**
 * What the server and the file say of a narration, at natural speed.
 * @typedef {object} PlayerData
 * @property {string} [id]
 * @property {boolean} complete
 * @property {string} title
 * @property {string} language
 * @property {string|null} url
 * @property {string|null} publisher
 * @property {{name: string, label: string, language: string, natural: boolean}} voice
 * @property {number} seconds
 * @property {number} said_words
 * @property {number} [syllables] of what is said
 * @property {number} [pause_seconds] how much of `seconds` is known pauses
 * @property {number} words_per_minute
 * @property {number} seconds_to_read
 * @property {{src: string, type: string, blob?: Blob}|null} audio
 * @property {LiveData|null} [live]
 * @property {SentenceData[]} sentences
 * @property {{block: number, part: string, why: string}[]} silent
 * @property {string[]} notes
 */
/**
 * Where a narration in the making is heard; `lead` is the encoder's priming at the head of every stream, in seconds.
 * @typedef {{events: string, stream: string, type: string, lead: number}} LiveData
 */
/** What is new: index of the sentence, its exact length, from and to of each of its words. @typedef {[index: number, seconds: number, times: [from: number, to: number][]]} MadeSentence */
/** A place that outlives a narration. @typedef {{block: number|null, offset: number}} Place  offset in UTF-16 units */

const CLOSE = 0.001; // s: browsers round the time of an element, and one that went to a word is at that word

export class Word {
  /**
   * @param {Sentence} sentence
   * @param {number} index among all words
   * @param {TimedWord} timed
   */
  constructor(sentence, index, [start, end, from, to]) {
    this.sentence = sentence;
    this.index = index;
    this.start = start;
    this.end = end;
    /** Seconds from the sentence's start. */
    this.first = from;
    this.last = to;
  }

  get block() {
    return this.sentence.block;
  }

  /** Natural seconds. */
  get from() {
    return this.sentence.start + this.first;
  }

  /** Natural seconds. */
  get to() {
    return this.sentence.start + this.last;
  }
}

export class Sentence {
  /** Natural seconds at which it begins. */
  start = 0;
  /** @type {Word[]} */
  words = [];

  /**
   * @param {SentenceData} data
   * @param {number} index
   */
  constructor({ block, role, said, pause, seconds, made }, index) {
    this.index = index;
    this.block = block;
    this.role = role;
    this.said = said;
    this.pause = pause;
    this.seconds = seconds;
    this.made = made;
  }

  /** Natural seconds at which its sound ends; the pause follows. */
  get end() {
    return this.start + this.seconds;
  }

  /** What it covers of its block's text; null where all of it is announced, not shown. */
  get shown() {
    const shown = this.words.filter((word) => word.end > word.start);
    return shown.length ? { start: shown[0].start, end: shown[shown.length - 1].end } : null;
  }
}

export class Words {
  /** @param {PlayerData} data */
  constructor(data) {
    /** @type {Word[]} */
    this.all = [];
    /** @type {Map<number|null, Word[]>} */
    this.inBlock = new Map();
    this.sentences = data.sentences.map((row, index) => {
      const sentence = new Sentence(row, index);
      const here = this.inBlock.get(row.block) ?? [];
      this.inBlock.set(row.block, here);
      for (const timed of row.words) {
        const word = new Word(sentence, this.all.length, timed);
        this.all.push(word);
        here.push(word);
        sentence.words.push(word);
      }
      return sentence;
    });
    this.seconds = 0;
    this.#layOut();
  }

  /**
   * Take the exact times of sentences that have been made.
   * @param {MadeSentence[]} rows
   */
  made(rows) {
    for (const [index, seconds, times] of rows) {
      const sentence = this.sentences[index];
      if (!sentence || sentence.made) continue;
      sentence.seconds = seconds;
      sentence.made = true;
      times.forEach(([from, to], at) => {
        const word = sentence.words[at];
        if (word) [word.first, word.last] = [from, to];
      });
    }
    this.#layOut();
  }

  /**
   * The sentence heard at a time, with the pause after it.
   * @param {number} seconds natural
   * @returns {Sentence|null} null where there are none
   */
  sentenceAt(seconds) {
    return this.sentences[Math.max(0, count(this.sentences, (sentence) => sentence.start <= seconds + CLOSE) - 1)] ?? null;
  }

  /**
   * The word heard at a time: the last one that has begun. In a sentence that is not made, its first.
   * @param {number} seconds natural
   * @returns {Word|null} null before the first
   */
  at(seconds) {
    for (let sentence = this.sentenceAt(seconds); sentence; sentence = this.sentences[sentence.index - 1]) {
      if (!sentence.made) return sentence.words[0] ?? null;
      const { start, words } = sentence;
      // A word that takes no time (a dash standing alone) is never the one that is heard.
      for (let index = count(words, (word) => word.first <= seconds + CLOSE - start) - 1; index >= 0; index -= 1) {
        if (words[index].last > words[index].first) return words[index];
      }
    }
    return null;
  }

  /**
   * The word at a place on the page.
   * @param {number|null} block
   * @param {number} offset UTF-16 units
   * @returns {Word|null}
   */
  find(block, offset) {
    const here = (this.inBlock.get(block) ?? []).filter((word) => word.end > word.start);
    return (
      here.find((word) => word.start <= offset && offset < word.end) ??
      here.find((word) => word.end === offset) ??
      null
    );
  }

  /**
   * The word at a place, else the first one spoken after it: another choice of what is read may have dropped it.
   * @param {Place} place
   * @returns {Word|null} null where nothing follows
   */
  near({ block, offset }) {
    const at = block ?? -1;
    return (
      this.find(block, offset) ??
      this.all.find((word) => {
        const there = word.block ?? -1;
        return word.end > word.start && (there > at || (there === at && word.start >= offset));
      }) ??
      null
    );
  }

  #layOut() {
    let start = 0;
    for (const sentence of this.sentences) {
      sentence.start = start;
      start += sentence.seconds + sentence.pause;
    }
    this.seconds = start;
  }
}

/**
 * How many of the first items fit; the ones that fit all stand before those that do not.
 * @template T
 * @param {T[]} items
 * @param {(item: T) => boolean} fits
 */
function count(items, fits) {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(items[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}
