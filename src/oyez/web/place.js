// Where the listener is in an article, kept to the word: by its place on the page, which every voice and choice shares.

import { recall, remember } from "./memory.js";

/** @typedef {import("./words.js").Word} Word */
/** @typedef {import("./words.js").Words} Words */
/** @typedef {import("./player.js").OyezPlayer} OyezPlayer */

const SAVE_EVERY = 5000; // ms

export class PlaceKeeper {
  #saved = 0;

  /**
   * @param {OyezPlayer} player
   * @param {string} article
   */
  constructor(player, article) {
    this.player = player;
    this.key = `place:${article}`;
    player.addEventListener("oyez-moved", () => {
      if (player.playback.sounding && performance.now() - this.#saved > SAVE_EVERY) this.save();
    });
    player.audio.addEventListener("pause", () => this.save());
    addEventListener("pagehide", () => this.save());
  }

  save() {
    const { words, audio } = this.player;
    if (!words) return;
    this.#saved = performance.now();
    const word = audio.ended ? null : words.at(this.player.now);
    if (word && word.index > 0) remember(this.key, { block: word.block, offset: word.start, at: Date.now() });
    else if (recall(this.key)) remember(this.key, undefined); // at the beginning there is nothing to go back to
  }

  /**
   * The word to go on at in a narration: the one heard now, else the one of last time.
   * @param {Words} words
   * @returns {Word|null} null is the beginning
   */
  in(words) {
    const now = this.player.words && this.player.words.at(this.player.now);
    if (now) return words.near({ block: now.block, offset: now.start });
    if (this.player.words) return null;
    const kept = /** @type {{block?: unknown, offset?: unknown}|undefined} */ (recall(this.key));
    if (!kept || typeof kept.offset !== "number") return null;
    const block = typeof kept.block === "number" ? kept.block : null;
    return words.near({ block, offset: kept.offset });
  }
}
