// Ways through the article, on which the page goes with the voice: to a word, back and forward, from sentence to
// sentence, from paragraph to paragraph and from heading to heading, by what is spoken.

/** @typedef {import("./page.js").Reading} Reading */
/** @typedef {import("./words.js").Sentence} Sentence */
/** @typedef {import("./words.js").Word} Word */

const HEADINGS = "h1, h2, h3, h4, h5, h6";
const JUST_BEGUN = 2; // s as heard: so soon after a start, back means the one before

/** @param {Reading} reading @param {Word} word */
export function hearFrom({ playback, follow }, word) {
  playback.seekWord(word);
  follow.resume();
  playback.play();
}

/** @param {Reading} reading @param {number} seconds as heard, back or forward */
export function skip({ playback, follow }, seconds) {
  playback.skip(seconds);
  follow.resume();
}

/** @param {Reading} reading @param {Sentence} sentence */
export function toSentence({ playback, follow }, sentence) {
  playback.seekSentence(sentence);
  follow.resume();
}

/** @param {Reading} reading @param {1|-1} direction */
export function toParagraph(reading, direction) {
  jump(reading, starts(sentences(reading)), direction);
}

/** @param {Reading} reading @param {1|-1} direction */
export function toHeading(reading, direction) {
  const { text } = reading;
  jump(reading, starts(sentences(reading)).filter(({ block }) => text.element(block)?.matches(HEADINGS)), direction);
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
  if (!sentence) return;
  const before = places.filter(({ index }) => index <= sentence.index);
  const here = before.at(-1);
  const begun = here && here === sentence && now - here.start < JUST_BEGUN * speed.times;
  const target = direction > 0 ? places[before.length] : ((begun && before.at(-2)) || here);
  if (target) toSentence(reading, target);
}
