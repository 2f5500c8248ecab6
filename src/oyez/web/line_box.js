// Where the line of a word stands in the document.

/** @typedef {import("./highlight.js").TextMap} TextMap */
/** @typedef {import("./words.js").Word} Word */

/** CSS pixels from the document's head; `start` is where its block begins, from the window's left. @typedef {{top: number, height: number, left: number, right: number}} LineBox */

/**
 * The line on which a word stands: as high as its line, not only as its letters.
 * @param {TextMap} text
 * @param {Word} word
 * @returns {LineBox|null} null where the page does not show the word
 */
export function lineBox(text, word) {
  const element = text.element(word.block);
  const range = text.range(word.block, word.start, word.end);
  const box = range?.getBoundingClientRect(); // a word broken over two lines lights both
  if (!element || !box || !box.height) return null;
  const [first] = /** @type {Range} */ (range).getClientRects();
  const style = getComputedStyle(element);
  const room = Math.max(0, (parseFloat(style.lineHeight) || first.height) - first.height);
  const around = element.getBoundingClientRect();
  return { top: box.top + scrollY - room / 2, height: box.height + room, left: around.left, right: around.right };
}
