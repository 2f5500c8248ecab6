// Where narrations come from: the server's doors, or the page itself in a self-contained file.

/** @typedef {import("oyez/words.js").PlayerData} PlayerData */
/** @typedef {{data: PlayerData, src: string}} Narration  `src` is the sound at natural speed */
/** @typedef {{name: string, engine: string, language: string, label: string, natural: boolean}} Voice */

/** What happened, and what to do about it. */
export class Trouble extends Error {
  /**
   * @param {string} message
   * @param {string} [hint]
   */
  constructor(message, hint = "") {
    super(message);
    this.hint = hint;
  }
}

/** Narrations made by the server when they are first asked for. */
export class Served {
  /** @param {{player: string, voices: string}} doors */
  constructor(doors) {
    this.doors = doors;
  }

  /**
   * @param {string|null} voice null leaves the choice to the server
   * @returns {Promise<Narration>}
   */
  async narration(voice) {
    const query = voice ? `?voice=${encodeURIComponent(voice)}` : "";
    const data = /** @type {PlayerData} */ (await fetched(this.doors.player + query));
    if (!data.audio) throw new Trouble("The narration came without its sound.");
    return { data, src: data.audio.src };
  }

  /** @returns {Promise<Voice[]>} */
  async voices() {
    return /** @type {{voices: Voice[]}} */ (await fetched(this.doors.voices)).voices;
  }
}

/** The one narration that lies in the page. */
export class Enclosed {
  /**
   * @param {PlayerData} data
   * @param {string} base64
   * @param {string} type media type
   */
  constructor(data, base64, type) {
    this.data = data;
    // A Blob, because browsers seek in it to the sample; they read a data: URL from its beginning.
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    this.src = URL.createObjectURL(new Blob([bytes], { type }));
  }

  /** @returns {Promise<Narration>} */
  async narration() {
    return { data: this.data, src: this.src };
  }

  /** @returns {Promise<Voice[]>} */
  async voices() {
    return [];
  }
}

/**
 * JSON from a door of the server.
 * @param {string} address
 * @param {RequestInit} [options]
 * @returns {Promise<unknown>}
 */
export async function fetched(address, options) {
  let response;
  let body;
  try {
    response = await fetch(address, options);
    body = await response.json();
  } catch {
    throw new Trouble("Oyez does not answer.", "It may have been closed: start it again, then try again.");
  }
  if (!response.ok) throw new Trouble(sentence(body.detail ?? body.title ?? "That failed."), sentence(body.hint ?? ""));
  return body;
}

/** A message as a sentence. @param {string} text */
export function sentence(text) {
  const trimmed = text.trim();
  if (!trimmed) return "";
  return trimmed[0].toUpperCase() + trimmed.slice(1) + (/[.!?…]$/.test(trimmed) ? "" : ".");
}
