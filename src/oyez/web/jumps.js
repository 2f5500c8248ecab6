// From paragraph to paragraph and from heading to heading, by what is spoken.

/** @typedef {import("./page.js").Reading} Reading */
/** @typedef {import("./words.js").Sentence} Sentence */

const HEADINGS = "h1, h2, h3, h4, h5, h6";
const INSIDE = 0.002; // s: sound elements round their times, and must not fall back into the sentence before
const JUST_BEGUN = 2; // s as heard: so soon after a start, back means the one before

/** @param {Reading} reading @param {1|-1} direction */
export function toParagraph(reading, direction) {
  jump(reading, starts(sentences(reading)), direction);
}

/** @param {Reading} reading @param {1|-1} direction */
export function toHeading(reading, direction) {
  const { text } = reading;
  jump(reading, starts(sentences(reading)).filter(({ block }) => text.element(block)?.matches(HEADINGS)), direction);
}

/** The page goes with it. @param {Reading} reading @param {Sentence} sentence */
export function toSentence({ playback, follow }, sentence) {
  playback.seek(sentence.start + INSIDE);
  follow.resume();
}

/** @param {Reading} reading */
function sentences({ playback }) {
  return playback.words?.sentences ?? [];
}

/**
 * The first sentence of every block.
 * @param {Sentence[]} spoken
 */
function starts(spoken) {
  return spoken.filter(({ block }, index) => index === 0 || block !== spoken[index - 1].block);
}

/**
 * @param {Reading} reading
 * @param {Sentence[]} places in order
 * @param {1|-1} direction
 */
function jump(reading, places, direction) {
  const { now, sentence, speed } = reading.playback;
  const before = places.filter(({ start }) => start <= now);
  const here = before.at(-1);
  const begun = here && here === sentence && now - here.start < JUST_BEGUN * speed.times;
  const target = direction > 0 ? places[before.length] : ((begun && before.at(-2)) || here);
  if (target) toSentence(reading, target);
}
