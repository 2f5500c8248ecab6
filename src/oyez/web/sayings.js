// The listener's own "say it like …" of a language: kept in the browser, sent with every wish.

import { recall, remember } from "./memory.js";
import { family } from "./voices.js";

/** Written -> said: {"Leung": "Lee-ung"}. @typedef {Record<string, string>} Said */

const LONGEST = 100; // characters of each side; the server takes no more
const MOST = 500; // entries; likewise

/**
 * What is kept for a language; what the server would not take is left out.
 * @param {string} language BCP 47
 * @returns {Said}
 */
export function keptSayings(language) {
  const kept = recall(key(language));
  const entries = kept && typeof kept === "object" ? Object.entries(kept) : [];
  const fits = (/** @type {unknown} */ text) => typeof text === "string" && text.trim() !== "" && text.length <= LONGEST;
  return Object.fromEntries(entries.filter(([written, said]) => fits(written) && fits(said)).slice(0, MOST));
}

/**
 * @param {string} language BCP 47
 * @param {Said} sayings
 */
export function keepSayings(language, sayings) {
  remember(key(language), Object.keys(sayings).length ? sayings : undefined);
}

/**
 * A word as it is looked up, without the marks around it: "“Leung’s" -> "Leung".
 * @param {string} text as it stands on the page
 */
export function bare(text) {
  const core = text.trim().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, "");
  return core.replace(/(?<=\p{L})['’]s$/iu, "");
}

/**
 * How a word is written among the sayings: entries in small letters hold for every case.
 * @param {Said} sayings
 * @param {string} word
 * @returns {string|null} null where it has none
 */
export function entryFor(sayings, word) {
  if (word in sayings) return word;
  return word.toLowerCase() in sayings ? word.toLowerCase() : null;
}

/** @param {string} language */
function key(language) {
  return `sayings:${family(language)}`;
}
