// Every word of a narration in order: which one is heard at a time, which one stands at a place.

/** @typedef {[start: number, end: number, from: number, to: number]} TimedWord  UTF-16 offsets, natural seconds */
/** @typedef {{block: number|null, role: string, start: number, end: number, said: string, words: TimedWord[]}} TimedSentence */
/**
 * What the server and the file say of a narration, at natural speed.
 * @typedef {object} PlayerData
 * @property {string} title
 * @property {string} language
 * @property {{name: string, label: string, language: string, natural: boolean}} voice
 * @property {number} seconds
 * @property {number} said_words
 * @property {number} words_per_minute
 * @property {number} seconds_to_read
 * @property {{src: string, type: string}|null} audio
 * @property {TimedSentence[]} sentences
 * @property {{block: number, part: string, why: string}[]} silent
 * @property {string[]} notes
 */
/** @typedef {{index: number, block: number|null, start: number, end: number, from: number, to: number, sentence: number}} Word */

export class Words {
  /** @param {PlayerData} data */
  constructor(data) {
    this.sentences = data.sentences;
    /** @type {Word[]} */
    this.all = [];
    /** @type {Map<number|null, Word[]>} */
    this.inBlock = new Map();
    data.sentences.forEach(({ block, words }, sentence) => {
      const here = this.inBlock.get(block) ?? [];
      this.inBlock.set(block, here);
      for (const [start, end, from, to] of words) {
        const word = { index: this.all.length, block, start, end, from, to, sentence };
        this.all.push(word);
        here.push(word);
      }
    });
    // A word that takes no time (a dash standing alone) is never the one that is heard.
    this.heard = this.all.filter((word) => word.to > word.from);
  }

  /**
   * The word heard at a time: the last one that has begun.
   * @param {number} seconds natural
   * @returns {Word|null}
   */
  at(seconds) {
    let [low, high] = [0, this.heard.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.heard[middle].from <= seconds) low = middle + 1;
      else high = middle;
    }
    return low ? this.heard[low - 1] : null;
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
}
