// What the listener's browser keeps: speed, voice per language, place per article. Without storage it forgets.

/** @typedef {{word: number, of: number, at: number}} Place  index of the word, words in all, milliseconds since 1970 */

const PREFIX = "oyez:";

/**
 * @param {string} key
 * @returns {unknown} undefined where nothing is kept
 */
export function recall(key) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key) ?? "null") ?? undefined;
  } catch {
    return undefined; // storage switched off, or not ours
  }
}

/**
 * @param {string} key
 * @param {unknown} value
 */
export function remember(key, value) {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Switched off or full: the page works, it only forgets.
  }
}

/**
 * @param {string} article
 * @returns {Place|null}
 */
export function recallPlace(article) {
  const place = /** @type {Partial<Place>|undefined} */ (recall(`place:${article}`));
  return place && Number.isInteger(place.word) && Number.isInteger(place.of) ? /** @type {Place} */ (place) : null;
}
