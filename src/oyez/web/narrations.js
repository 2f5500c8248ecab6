// Where narrations come from: the server's doors, or the page itself in a self-contained file.

import { say } from "./wording.js";

/** @typedef {import("./words.js").PlayerData} PlayerData */
/** @typedef {import("./words.js").MadeSentence} MadeSentence */
/** @typedef {{name: string, engine: string, language: string, label: string, natural: boolean, licence: string, quality: string|null}} Voice */
/** A voice that could be installed. @typedef {{name: string, language: string, label: string, quality: string, bytes: number, licence: string|null}} Offer */
/** How much of what is not running text is read. @typedef {"skip"|"short"|"full"} Level */
/** What is asked for; what is left out keeps its default. @typedef {{voice: string|null, speak?: Record<string, Level>, sayings?: Record<string, string>}} Wish */
/**
 * Who hears of a narration in the making.
 * @typedef {object} Listener
 * @property {(rows: MadeSentence[]) => void} made
 * @property {(data: Partial<PlayerData>) => void} done  all but the sentences
 * @property {(trouble: Trouble) => void} failed
 */

/** What happened, and what to do about it. */
export class Trouble extends Error {
  /**
   * @param {string} message
   * @param {string} [hint]
   * @param {boolean} [away] the server cannot be reached: it may come back
   */
  constructor(message, hint = "", away = false) {
    super(message);
    this.hint = hint;
    this.away = away;
  }

  /** As one text. */
  get text() {
    return `${this.message} ${this.hint}`.trim();
  }
}

/** Narrations made by the server when they are first asked for. */
export class Served {
  /** @type {EventSource|null} */
  #events = null;
  /** Asked for already. @type {{wish: string, data: Promise<PlayerData>}|null} */
  #early = null;

  /** @param {{narrations: string, voices: string}} doors */
  constructor(doors) {
    this.doors = doors;
  }

  /**
   * Planned at once, made while it is heard.
   * @param {Wish} wish
   * @returns {Promise<PlayerData>}
   */
  async narration(wish) {
    const early = this.#early;
    this.#early = null;
    if (early?.wish === JSON.stringify(wish)) return early.data;
    return /** @type {PlayerData} */ (await fetched(this.doors.narrations, asJson(wish)));
  }

  /** Ask for a narration that will be wished for soon: it is planned, and its making begins. @param {Wish} wish */
  prepare(wish) {
    const data = this.narration(wish);
    data.catch(() => {}); // told when it is wished for
    this.#early = { wish: JSON.stringify(wish), data };
  }

  /**
   * Hear of what is made, of this narration and no other any more.
   * @param {PlayerData} data
   * @param {Listener} listener
   */
  follow({ live }, { made, done, failed }) {
    this.#events?.close();
    if (!live) return;
    const events = new EventSource(live.events);
    this.#events = events;
    events.addEventListener("made", ({ data }) => made(JSON.parse(data).sentences));
    events.addEventListener("done", ({ data }) => {
      events.close();
      done(JSON.parse(data));
    });
    events.addEventListener("failed", ({ data }) => {
      events.close();
      failed(asTrouble(JSON.parse(data)));
    });
    events.addEventListener("error", () => {
      if (events.readyState === EventSource.CLOSED) failed(gone()); // else the browser tries again by itself
    });
  }

  /** @returns {Promise<{voices: Voice[], available: Offer[]}>} */
  async voices() {
    const { voices, available = [] } = /** @type {{voices: Voice[], available?: Offer[]}} */ (await fetched(this.doors.voices));
    return { voices, available };
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
    // A Blob, because browsers seek in it to the sample; they read a data: URL from its beginning.
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const blob = new Blob([bytes], { type });
    this.data = { ...data, audio: { src: URL.createObjectURL(blob), type, blob } };
  }

  /** @returns {Promise<PlayerData>} */
  async narration() {
    return this.data;
  }

  follow() {
    // All of it is there.
  }

  /** @returns {Promise<{voices: Voice[], available: Offer[]}>} */
  async voices() {
    return { voices: [], available: [] };
  }
}

/**
 * Player data as it comes from the doors, or from a file, whose times all count from the beginning.
 * @param {any} data
 * @returns {PlayerData}
 */
export function asComing(data) {
  if (!Array.isArray(data?.sentences)) throw new Trouble(say("failed"), say("not.player.data"));
  if (data.sentences.every((/** @type {any} */ row) => "made" in row)) return data;
  const next = (/** @type {number} */ index) => data.sentences[index + 1]?.start ?? data.seconds;
  const sentences = data.sentences.map((/** @type {any} */ { start, end, words, ...row }, /** @type {number} */ index) => ({
    ...row,
    pause: next(index) - end,
    seconds: end - start,
    made: true,
    words: words.map((/** @type {number[]} */ [first, last, from, to]) => [first, last, from - start, to - start]),
  }));
  return { ...data, complete: true, sentences };
}

/** A request that carries JSON. @param {unknown} body @returns {RequestInit} */
export function asJson(body) {
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
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
    throw gone();
  }
  if (!response.ok) throw asTrouble(body);
  return body;
}

function gone() {
  return new Trouble(say("gone"), say("gone.hint"), true);
}

/** @param {{detail?: string, title?: string, hint?: string}} problem as RFC 9457 words it */
export function asTrouble({ detail, title, hint }) {
  return new Trouble(sentence(detail ?? title ?? say("failed")), sentence(hint ?? ""));
}

/** What was thrown, as something to be told. @param {unknown} error */
export function troubleOf(error) {
  return error instanceof Trouble ? error : new Trouble(say("failed"));
}

/** A message as a sentence. @param {string} text */
export function sentence(text) {
  const trimmed = text.trim();
  if (!trimmed) return "";
  return trimmed[0].toUpperCase() + trimmed.slice(1) + (/[.!?…]$/.test(trimmed) ? "" : ".");
}
