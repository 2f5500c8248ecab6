// How the page looks to this listener: colours, letters, room between them. Kept, and put on as early as a script runs:
// this module needs nothing but the memory, so that it may be the first one of a page.

import { recall, remember } from "./memory.js";

/** @typedef {"system"|"light"|"sepia"|"dark"} Theme */
/** @typedef {"serif"|"sans"|"mono"|"easy"|"named"} Font */
/**
 * @typedef {object} Look
 * @property {Theme} theme
 * @property {number} size of the text, % of the page's own
 * @property {number} line between the feet of two lines, in letter heights
 * @property {number} letters room added between letters, em
 * @property {number} words room added between words, em
 * @property {number} width of the column, rem
 * @property {Font} font
 * @property {string} named the installed font that "named" means
 * @property {boolean} ruler all lines dimmed but the one that is heard
 * @property {boolean} big large buttons that say what they do
 * @property {boolean} follow the page follows the voice
 */

/** @type {Readonly<Look>} */
export const PLAIN = Object.freeze({
  theme: "system", size: 100, line: 1.65, letters: 0, words: 0, width: 34, font: "serif", named: "",
  ruler: false, big: false, follow: true,
});
/** What the sliders offer: [from, to, step]. */
export const RANGES = Object.freeze({
  size: [80, 400, 10], // %
  line: [1.2, 3, 0.05],
  letters: [0, 0.3, 0.01], // em
  words: [0, 1, 0.05], // em
  width: [20, 80, 2], // rem
});
/** @type {Theme[]} */
export const THEMES = ["system", "light", "sepia", "dark"];
/** @type {Font[]} */
export const FONTS = ["serif", "sans", "mono", "easy", "named"];

const KEY = "appearance";
const LARGE = 140; // %: from here on the bar and the panels no longer grow with the text on small windows
/** @type {Record<Font, string>} */
const STACKS = {
  serif: "",
  sans: "var(--sans)",
  mono: 'ui-monospace, "Cascadia Mono", Menlo, "DejaVu Sans Mono", "Liberation Mono", monospace',
  // Made, or found, to be told apart letter by letter; the first one that is installed.
  easy: '"Atkinson Hyperlegible Next", "Atkinson Hyperlegible", Lexend, OpenDyslexic, Andika, Verdana, "DejaVu Sans", Tahoma, sans-serif',
  named: "",
};

/** The look that is kept, else the plain one. @returns {Look} */
export function keptLook() {
  return asLook(recall(KEY));
}

/** @param {Look} look @returns {boolean} whether it could be kept */
export function keepLook(look) {
  const own = Object.entries(look).filter(([name, value]) => value !== PLAIN[/** @type {keyof Look} */ (name)]);
  return remember(KEY, own.length ? Object.fromEntries(own) : undefined);
}

/**
 * What is kept may be of another version, or of a hand: only what fits is taken.
 * @param {unknown} kept
 * @returns {Look}
 */
export function asLook(kept) {
  const given = /** @type {Record<string, unknown>} */ (kept && typeof kept === "object" ? kept : {});
  /** @type {Record<string, unknown>} */
  const look = { ...PLAIN };
  for (const name of Object.keys(PLAIN)) {
    if (typeof given[name] === typeof look[name]) look[name] = given[name];
  }
  for (const [name, [least, most]] of Object.entries(RANGES)) {
    look[name] = Math.min(Math.max(Number(look[name]) || least, least), most);
  }
  if (!THEMES.includes(/** @type {Theme} */ (look.theme))) look.theme = PLAIN.theme;
  if (!FONTS.includes(/** @type {Font} */ (look.font))) look.font = PLAIN.font;
  return /** @type {Look} */ (look);
}

/** @param {Look} look @param {HTMLElement} [root] */
export function putOn(look, root = document.documentElement) {
  const own = (/** @type {keyof Look} */ name) => look[name] !== PLAIN[name];
  const state = (/** @type {string} */ name, /** @type {string|boolean} */ value) => {
    if (value === false) root.removeAttribute(`data-${name}`);
    else root.setAttribute(`data-${name}`, value === true ? "" : value);
  };
  const value = (/** @type {string} */ name, /** @type {string|number|false} */ text) => {
    if (text === false || text === "") root.style.removeProperty(name);
    else root.style.setProperty(name, String(text));
  };
  state("theme", own("theme") && look.theme);
  state("large", look.size >= LARGE);
  state("big", look.big);
  state("spaced", own("letters") || own("words"));
  state("leading", own("line"));
  value("--size", own("size") && look.size / 100);
  value("--leading", own("line") && look.line);
  value("--tracking", own("letters") && `${look.letters}em`);
  value("--spacing", own("words") && `${look.words}em`);
  value("--measure", own("width") && `${look.width}rem`);
  const stack = look.font === "named" ? named(look.named) : STACKS[look.font];
  value("--serif", stack);
  // Who needs certain letters needs them everywhere.
  value("--sans", (look.font === "easy" || look.font === "named") && stack);
}

/** @param {string} font */
function named(font) {
  const name = font.replace(/["\\\n\r\f]/g, "").trim();
  return name && `"${name}", sans-serif`;
}
