// Where to go on in a narration whose times may still change: a place in a sentence.

/** @typedef {import("./words.js").Sentence} Sentence */
/** @typedef {import("./words.js").Word} Word */
/** A word, or a share of a sentence. @typedef {{sentence: Sentence, word: Word|null, share: number}} Target */

/**
 * @param {Sentence} sentence
 * @param {number} natural seconds
 * @returns {Target}
 */
export function target(sentence, natural) {
  return { sentence, word: null, share: sentence.seconds ? (natural - sentence.start) / sentence.seconds : 0 };
}

/** Seconds into the sentence. @param {Target} target */
export function into({ sentence, word, share }) {
  return word ? word.first : share * sentence.seconds;
}
