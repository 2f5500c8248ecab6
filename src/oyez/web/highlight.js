// Word and sentence lit by CSS Custom Highlights: ranges over the article's own text nodes, which stay as they are.
// Where a browser has none, nothing is lit and everything else works.

/** @typedef {import("./words.js").Word} Word */
/** @typedef {import("./words.js").Words} Words */

/** The text nodes of each block, with the offset at which each begins. */
export class TextMap {
  /** @param {ParentNode} root */
  constructor(root) {
    /** @type {Map<string, {element: HTMLElement, nodes: Text[], starts: number[]}>} */
    this.blocks = new Map();
    for (const element of root.querySelectorAll("[data-block]")) {
      if (!(element instanceof HTMLElement)) continue;
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      /** @type {Text[]} */
      const nodes = [];
      const starts = [];
      for (let at = 0, node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
        nodes.push(node);
        starts.push(at);
        at += node.length;
      }
      this.blocks.set(element.dataset.block ?? "", { element, nodes, starts });
    }
  }

  /** @param {number|null} block */
  element(block) {
    return this.blocks.get(name(block))?.element ?? null;
  }

  /**
   * @param {number|null} block
   * @param {number} start
   * @param {number} end
   * @returns {Range|null} null where the page does not show the block
   */
  range(block, start, end) {
    const found = this.blocks.get(name(block));
    if (!found || !found.nodes.length || end <= start) return null;
    const range = new Range();
    const first = last(found.starts, start);
    const final = last(found.starts, end - 1);
    range.setStart(found.nodes[first], Math.min(start - found.starts[first], found.nodes[first].length));
    range.setEnd(found.nodes[final], Math.min(end - found.starts[final], found.nodes[final].length));
    return range;
  }

  /**
   * Which block and offset a position in the document is.
   * @param {Node} node
   * @param {number} offset
   * @returns {{block: number|null, offset: number}|null}
   */
  place(node, offset) {
    const element = node.parentElement?.closest("[data-block]");
    if (!(element instanceof HTMLElement) || !(node instanceof Text)) return null;
    const key = element.dataset.block ?? "";
    const found = this.blocks.get(key);
    const index = found ? found.nodes.indexOf(node) : -1;
    if (!found || index < 0) return null;
    return { block: key === "title" ? null : Number(key), offset: found.starts[index] + offset };
  }
}

export class Lighter {
  /**
   * @param {TextMap} text
   * @param {Words} words
   */
  constructor(text, words) {
    this.text = text;
    this.words = words;
    /** @type {Word|null|undefined} */
    this.lit = undefined;
    this.pausing = false;
    this.word = register("oyez-word", 1);
    this.sentence = register("oyez-sentence", 0);
  }

  /**
   * Light what is heard at a time.
   * @param {number} seconds natural
   * @returns {boolean} whether another word is lit now
   */
  show(seconds) {
    const word = this.words.at(seconds);
    const pausing = word !== null && seconds >= word.sentence.end;
    if (word === this.lit && pausing === this.pausing) return false;
    if (word?.sentence !== this.lit?.sentence || this.lit === undefined) {
      light(this.sentence, word && this.#sentenceRange(word.sentence));
    }
    const heard = word?.sentence.made && !pausing;
    light(this.word, heard ? this.text.range(word.block, word.start, word.end) : null);
    this.lit = word;
    this.pausing = pausing;
    return true;
  }

  clear() {
    light(this.word, null);
    light(this.sentence, null);
    this.lit = undefined;
  }

  /** @param {import("./words.js").Sentence} sentence */
  #sentenceRange({ block, shown }) {
    return shown && this.text.range(block, shown.start, shown.end);
  }
}

/** @param {number|null} block */
function name(block) {
  return block === null ? "title" : String(block);
}

/**
 * Index of the last start that is not beyond `offset`.
 * @param {number[]} starts
 * @param {number} offset
 */
function last(starts, offset) {
  let index = starts.length - 1;
  while (index > 0 && starts[index] > offset) index -= 1;
  return index;
}

/**
 * @param {string} key
 * @param {number} priority
 * @returns {Highlight|null}
 */
function register(key, priority) {
  if (!("highlights" in CSS)) return null;
  const highlight = new Highlight();
  highlight.priority = priority;
  CSS.highlights.set(key, highlight);
  return highlight;
}

/**
 * @param {Highlight|null} highlight
 * @param {Range|null} range
 */
function light(highlight, range) {
  highlight?.clear();
  if (range) highlight?.add(range);
}
