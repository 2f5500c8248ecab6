// A word and how it is said: "say it like …", hear it, keep it, or hear the article from there.

import { Aside } from "./aside.js";
import { icon } from "./icons.js";
import { hearFrom } from "./jumps.js";
import { onLongPress } from "./long_press.js";
import { make } from "./make.js";
import { Trouble } from "./narrations.js";
import { wordAt } from "./pointing.js";
import { SayingTrial } from "./saying_trial.js";
import { bare, entryFor, keepSayings, keptSayings } from "./sayings.js";
import { say } from "./wording.js";

/** @typedef {import("./page.js").Reading} Reading */
/** @typedef {import("./words.js").Word} Word */
/** @typedef {import("./sayings.js").Said} Said */

const ASIDE = 12; // px from the word, and from the window's edge

/** @type {WeakMap<Reading, WordMenu>} */
const menus = new WeakMap();

/** A long press on a word opens its menu. A file has none: nothing can be said anew in it. @param {Reading} reading */
export function bindWordMenu(reading) {
  const { page, article, text, playback } = reading;
  if (!page.doors) return;
  menus.set(reading, new WordMenu(reading, page.doors));
  onLongPress(article, (event) => wordAt(event, text, playback.words), (word) => openWordMenu(reading, word));
}

/**
 * Open the menu of a word, by default of the one heard now.
 * @param {Reading} reading
 * @param {Word|null} [word]
 * @returns {boolean} whether there is one: not in a file, not before the article has words
 */
export function openWordMenu(reading, word = heardNow(reading)) {
  const menu = menus.get(reading);
  return Boolean(word && menu?.open(word));
}

/** The word heard now, else the first one. @param {Reading} reading @returns {Word|null} */
export function heardNow({ playback }) {
  const { words } = playback;
  const word = words && (words.at(playback.now) ?? words.all[0]);
  if (!words || !word || word.end > word.start) return word ?? null;
  return words.near({ block: word.block, offset: word.start });
}

class WordMenu {
  /** @type {Word|null} */
  #word = null;
  #written = "";
  /** What had the focus before. @type {Element|null} */
  #before = null;

  /**
   * @param {Reading} reading
   * @param {{narrations: string, voices: string}} doors
   */
  constructor(reading, doors) {
    this.reading = reading;
    this.trial = new SayingTrial(doors, reading.playback);
    this.aside = new Aside(reading.playback);
    this.title = make("h2", { id: "oyez-word-heading", dir: "auto" });
    this.field = make("input", { type: "text", id: "oyez-saying", maxlength: 100, autocomplete: "off", autocapitalize: "off", spellcheck: "false", dir: "auto", "aria-describedby": "oyez-saying-problem" });
    this.problem = make("p", { role: "alert", class: "problem", id: "oyez-saying-problem" });
    this.remove = make("button", { type: "button", onclick: () => this.#change(null) }, say("saying.remove"));
    const keep = make("button", { type: "submit", class: "primary" }, say("saying.keep"));
    const hear = make("button", { type: "button", onclick: () => this.#hear() }, icon("sound"), say("saying.hear"));
    const from = make("button", { type: "button", class: "from", onclick: () => this.#from() }, icon("play"), say("saying.from"));
    const close = make("button", { type: "button", class: "close", "aria-label": say("close"), onclick: () => this.close() }, icon("close"));
    const form = make("form", { onsubmit: (/** @type {Event} */ event) => this.#keep(event) }, make("label", { for: "oyez-saying" }, say("saying.like")), this.field, this.problem, make("div", { class: "doing" }, hear, this.remove, keep));
    this.element = make("section", { class: "word-menu", id: "oyez-word", role: "dialog", "aria-labelledby": "oyez-word-heading" }, this.title, close, form, from);
    // Not "auto": the finger that opened it is still down, and letting go would close it.
    this.element.popover = "manual";
    reading.player.append(this.element);
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.close();
    });
    addEventListener("pointerdown", ({ target }) => {
      if (this.#word && target instanceof Node && !this.element.contains(target)) this.close();
    });
    for (const name of ["resize", "scroll"]) addEventListener(name, () => this.#place(), { passive: true });
  }

  /** @param {Word} word */
  open(word) {
    const { page, text } = this.reading;
    const shown = text.range(word.block, word.start, word.end)?.toString() ?? "";
    this.#written = bare(shown);
    if (!this.#written) return false; // a dash, a sign
    if (!this.#word) {
      this.#before = document.activeElement;
      this.aside.begin(() => undefined); // the article waits
    }
    this.#word = word;
    const sayings = keptSayings(page.language);
    const entry = entryFor(sayings, this.#written);
    this.title.textContent = this.#written;
    this.title.lang = page.language;
    this.field.value = entry === null ? "" : sayings[entry];
    this.field.placeholder = this.#written;
    this.field.lang = page.language;
    this.remove.hidden = entry === null;
    this.#tell("");
    for (const panel of document.querySelectorAll(".panel:popover-open")) /** @type {HTMLElement} */ (panel).hidePopover();
    if (!this.element.matches(":popover-open")) this.element.showPopover();
    this.#place();
    this.field.focus({ preventScroll: true });
    return true;
  }

  close() {
    this.#hide();
    this.aside.end();
  }

  #hide() {
    if (!this.#word) return;
    this.#word = null;
    this.trial.stop();
    const focused = this.element.contains(document.activeElement);
    this.element.hidePopover();
    if (focused && this.#before instanceof HTMLElement) this.#before.focus({ preventScroll: true });
  }

  /** Beside the word, within the window: below it where there is room, else above. */
  #place() {
    const word = this.#word;
    const range = word && this.reading.text.range(word.block, word.start, word.end);
    if (!range) return;
    const box = range.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height, style } = this.element;
    const room = innerHeight - this.reading.player.offsetHeight;
    const below = box.bottom + ASIDE + height <= room;
    const top = below ? box.bottom + ASIDE : box.top - ASIDE - height;
    style.setProperty("--x", `${clamp(box.left + box.width / 2 - width / 2, ASIDE, innerWidth - width - ASIDE)}px`);
    style.setProperty("--y", `${clamp(top, ASIDE, innerHeight - height - ASIDE)}px`);
  }

  /** The sayings as they would be with the field's. */
  #wanted() {
    const sayings = keptSayings(this.reading.page.language);
    const said = this.field.value.trim();
    return said ? { ...without(sayings, this.#written), [this.#written]: said } : sayings;
  }

  async #hear() {
    const word = this.#word;
    if (!word) return;
    this.#tell("");
    const { hearing } = this.reading;
    try {
      await this.trial.hear({ ...hearing.wish, sayings: this.#wanted() }, { block: word.block, offset: word.start });
    } catch (error) {
      this.#tell(error instanceof Trouble ? error.text : say("saying.unheard"));
    }
  }

  /** @param {Event} event */
  #keep(event) {
    event.preventDefault();
    const said = this.field.value.trim();
    if (said) this.#change(said);
    else this.#tell(say("saying.empty"));
  }

  /** @param {string|null} said null forgets it */
  async #change(said) {
    const { page, hearing } = this.reading;
    const written = this.#written;
    const sayings = without(keptSayings(page.language), written);
    if (said !== null) sayings[written] = said;
    try {
      await hearing.source.narration({ ...hearing.wish, sayings }); // refused here, not in the middle of the article
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      this.#tell(error.text);
      return;
    }
    this.#hide();
    await applySayings(this.reading, sayings);
    this.aside.end();
  }

  #from() {
    const word = this.#word;
    if (!word) return;
    this.#hide();
    hearFrom(this.reading, word);
  }

  /** @param {string} problem */
  #tell(problem) {
    this.problem.textContent = problem;
    this.field.setAttribute("aria-invalid", String(problem !== ""));
    if (this.#word) this.#place(); // it has another height
  }
}

/**
 * Keep these sayings and hear the article with them, at the same word.
 * @param {Reading} reading
 * @param {Said} sayings
 */
export async function applySayings({ page, hearing }, sayings) {
  keepSayings(page.language, sayings);
  await hearing.hear({ sayings }, say("saying.changing"));
}

/**
 * The sayings without the entry that says a word.
 * @param {Said} sayings
 * @param {string} word
 * @returns {Said}
 */
function without(sayings, word) {
  const { [entryFor(sayings, word) ?? ""]: _, ...others } = sayings;
  return others;
}

/** @param {number} value @param {number} least @param {number} most */
function clamp(value, least, most) {
  return Math.max(least, Math.min(value, most));
}
