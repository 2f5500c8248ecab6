// Sentences the listener marked, by their place on the page: they outlive voices and choices.

import { recall, remember } from "./memory.js";

/** @typedef {import("./words.js").Sentence} Sentence */
/** A marked sentence: where it stands, its text as shown, and what the listener wrote to it. @typedef {{block: number|null, offset: number, end: number, quote: string, note: string}} Mark */
/** What the sheet says of the article. @typedef {{title: string, publisher: string|null, url: string|null, date: string}} About */

/** "change" is dispatched when there are other marks, or a note changed in another window. */
export class Marks extends EventTarget {
  /** In reading order. @type {Mark[]} */
  all = [];
  /** Whether the browser keeps them. */
  kept = true;

  /** @param {string} article */
  constructor(article) {
    super();
    this.key = `marks:${article}`;
    this.#load();
    addEventListener("storage", ({ key }) => {
      if (key?.endsWith(this.key)) this.#load();
    });
  }

  /** @param {Sentence|null} sentence @returns {Mark|undefined} */
  of(sentence) {
    const place = sentence && placeOf(sentence);
    return place ? this.all.find((mark) => mark.block === place.block && mark.offset < place.end && place.offset < mark.end) : undefined;
  }

  /**
   * Mark a sentence, or take its mark away.
   * @param {Sentence} sentence
   * @param {string} quote
   * @returns {boolean} whether it is marked now
   */
  toggle(sentence, quote) {
    const there = this.of(sentence);
    if (there) {
      this.remove(there);
      return false;
    }
    const at = (/** @type {Mark} */ { block, offset }) => [block ?? -1, offset];
    this.all = [...this.all, { ...placeOf(sentence), quote, note: "" }].sort((a, b) => at(a)[0] - at(b)[0] || at(a)[1] - at(b)[1]);
    this.#changed();
    return true;
  }

  /** @param {Mark} mark */
  remove(mark) {
    this.all = this.all.filter((other) => other !== mark);
    this.#changed();
  }

  /** @param {Mark} mark @param {string} note */
  write(mark, note) {
    mark.note = note;
    this.#keep();
  }

  #changed() {
    this.#keep();
    this.dispatchEvent(new Event("change"));
  }

  #keep() {
    this.kept = remember(this.key, this.all.length ? this.all : undefined);
  }

  #load() {
    const kept = recall(this.key);
    this.all = Array.isArray(kept) ? kept.filter(isMark) : [];
    this.dispatchEvent(new Event("change"));
  }
}

/**
 * The marks as Markdown: each sentence quoted, its time as heard at the chosen speed, its note.
 * @param {About} about
 * @param {{mark: Mark, time: string}[]} marks
 */
export function asMarkdown({ title, publisher, url, date }, marks) {
  const source = [publisher, date].filter(Boolean).map((text) => plain(/** @type {string} */ (text))).join(" · ");
  const head = [`# ${plain(title)}`, source, url ? `<${url.replace(/[<>\s]/g, encodeURIComponent)}>` : ""];
  const quoted = marks.flatMap(({ mark, time }) => [
    mark.quote.split("\n").map((line) => `> ${plain(line)}`).join("\n") + (time ? `\n>\n> — ${time}` : ""),
    mark.note.trim(),
  ]);
  return `${[...head, ...quoted].filter(Boolean).join("\n\n")}\n`;
}

/** Text that Markdown shows as it is. @param {string} text */
function plain(text) {
  return text.replace(/[\\`*_[\]<>#|~]/g, "\\$&").replace(/^(\s*\d*)([-+.)=])/, "$1\\$2");
}

/** @param {Sentence} sentence */
function placeOf({ block, shown, words }) {
  const at = words[0]?.start ?? 0; // what is announced only stands nowhere else
  return { block, offset: shown?.start ?? at, end: shown?.end ?? at + 1 };
}

/** @param {unknown} value @returns {value is Mark} */
function isMark(value) {
  const mark = /** @type {Partial<Record<keyof Mark, unknown>>} */ (value ?? {});
  const texts = typeof mark.quote === "string" && typeof mark.note === "string";
  return texts && typeof mark.offset === "number" && typeof mark.end === "number" && (mark.block === null || typeof mark.block === "number");
}
