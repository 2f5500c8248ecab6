// What the interface says, in the listener's language: say("speed.slow") -> "Slow".

import table from "./strings.js";

/** @typedef {keyof typeof table.en} Key */

const PLACE = /\{(\w+)\}/g;
const RIGHT_TO_LEFT = ["ar"];

let language = "en";

/** The languages the interface speaks. @returns {string[]} */
export function languages() {
  return Object.keys(table);
}

/** The language spoken now; also for Intl. */
export function spoken() {
  return language;
}

/**
 * Speak the first of these languages that the table has, else English.
 * @param {readonly string[]} wanted
 */
export function speak(wanted) {
  const bases = wanted.map((tag) => tag.toLowerCase().split(/[-_]/)[0]);
  language = bases.find((base) => base in table) ?? "en";
}

/**
 * @param {Key} key
 * @param {Record<string, string|number>} [values] for the names in braces; a number is written as such
 * @returns {string}
 */
export function say(key, values = {}) {
  const texts = /** @type {Record<string, Record<string, string>>} */ (table);
  const text = texts[language]?.[key] ?? texts.en[key] ?? key;
  const shown = (/** @type {string|number} */ value) => isolated(typeof value === "number" ? number(value) : value);
  const fill = (/** @type {string} */ whole, /** @type {string} */ name) => (name in values ? shown(values[name]) : whole);
  return text.replace(PLACE, fill);
}

/** A value that cannot turn round what stands beside it: "1.25x: 1:16" in a text from right to left. @param {string} value */
function isolated(value) {
  return RIGHT_TO_LEFT.includes(language) ? `\u2068${value}\u2069` : value;
}

/** A number as it is written here, in the digits that the server writes. @param {number} value @param {Intl.NumberFormatOptions} [options] */
export function number(value, options) {
  return new Intl.NumberFormat(language, { numberingSystem: "latn", ...options }).format(value);
}
