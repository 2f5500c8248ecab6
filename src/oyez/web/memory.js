// What the listener's browser keeps, by name: speed, voice per language, place and marks per article, the look of the
// page. Without storage it forgets.

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
 * @param {unknown} value undefined forgets
 * @returns {boolean} whether it could be kept
 */
export function remember(key, value) {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(value));
    return true;
  } catch {
    return false; // Switched off or full: the page works, it only forgets.
  }
}
