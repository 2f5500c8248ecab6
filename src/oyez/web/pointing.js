// Which word is under the finger or the pointer.

/** @typedef {import("./highlight.js").TextMap} TextMap */
/** @typedef {import("./words.js").Words} Words */

const INTERACTIVE = "a, button, summary, input, select, textarea"; // they do something of their own
const SLACK = 3; // px around a word's boxes that still count as the word

/**
 * The word that a click or a press means.
 * @param {MouseEvent} event
 * @param {TextMap} text
 * @param {Words|null} words null while nothing is known of them
 * @returns {import("./words.js").Word|null}
 */
export function wordAt(event, text, words) {
  if (!words || !(event.target instanceof Element) || event.target.closest(INTERACTIVE)) return null;
  const caret = caretAt(event.clientX, event.clientY);
  const place = caret && text.place(caret.node, caret.offset);
  const word = place && words.find(place.block, place.offset);
  const range = word && text.range(word.block, word.start, word.end);
  // A caret is found beside the text too: only a point on the word itself is meant.
  return range && [...range.getClientRects()].some((box) => holds(box, event.clientX, event.clientY)) ? word : null;
}

/**
 * @param {number} x
 * @param {number} y
 * @returns {{node: Node, offset: number}|null}
 */
function caretAt(x, y) {
  if (document.caretPositionFromPoint) {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y); // WebKit
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/**
 * @param {DOMRect} box
 * @param {number} x
 * @param {number} y
 */
function holds(box, x, y) {
  return x >= box.left - SLACK && x <= box.right + SLACK && y >= box.top - SLACK && y <= box.bottom + SLACK;
}
