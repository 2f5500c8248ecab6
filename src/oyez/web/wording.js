// What the interface says, in the listener's language: say("speed.marks.slow") -> "Slow".

import table from "./strings.js";

/** @typedef {keyof typeof table.en} Key */

const PLACE = /\{(\w+)\}/g;

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
 * @param {Record<string, string|number>} [values] for the names in braces
 * @returns {string}
 */
export function say(key, values = {}) {
  const texts = /** @type {Record<string, Record<string, string>>} */ (table);
  const text = texts[language]?.[key] ?? texts.en[key] ?? key;
  return text.replace(PLACE, (whole, name) => String(values[name] ?? whole));
}

/** A number as it is written here. @param {number} value @param {Intl.NumberFormatOptions} [options] */
export function number(value, options) {
  return new Intl.NumberFormat(language, options).format(value);
}
