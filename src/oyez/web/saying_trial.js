// Hear how a word would be said: the narration is asked for with the saying, and only that word of it is played.

import { Aside } from "./aside.js";
import { Served } from "./narrations.js";
import { soundFor } from "./sound.js";
import { Words } from "./words.js";

/** @typedef {import("./words.js").PlayerData} PlayerData */
/** @typedef {import("./words.js").Word} Word */

const MARGIN = 0.06; // s around a word: its sounds run into its neighbours'

export class SayingTrial {
  #audio = new Audio();
  #asked = 0;

  /**
   * @param {{narrations: string, voices: string}} doors
   * @param {import("./playback.js").Playback} playback of the article, which waits meanwhile
   */
  constructor(doors, playback) {
    this.source = new Served(doors);
    this.aside = new Aside(playback);
    this.#audio.addEventListener("ended", () => this.stop());
  }

  /**
   * Until it begins to sound. Raises Trouble where the saying is none, or where nothing can be made of it.
   * @param {import("./narrations.js").Wish} wish
   * @param {import("./words.js").Place} place of the word
   */
  async hear(wish, { block, offset }) {
    this.stop();
    const mine = this.#asked;
    const data = await this.source.narration(wish);
    const words = new Words(data);
    const word = words.find(block, offset);
    if (mine !== this.#asked || !word) return;
    const sound = soundFor(this.#audio, data, word.sentence.index);
    this.aside.begin(() => {
      this.#asked += 1;
      this.#audio.pause();
      sound.close();
      this.source.follow({ ...data, live: null }, { made() {}, done() {}, failed() {} }); // hear no more of it
    });
    try {
      await Promise.all([sound.open(), this.#made(data, words, word)]);
      if (mine !== this.#asked) return;
      this.#audio.currentTime = Math.max(0, word.from - sound.begins(words) - MARGIN);
      await this.#audio.play();
      this.#watch(word.to - sound.begins(words) + MARGIN, mine);
    } catch (error) {
      if (mine !== this.#asked) return; // stopped meanwhile
      this.stop();
      throw error;
    }
  }

  /** It is enough. */
  stop() {
    this.#asked += 1;
    this.aside.end();
  }

  /**
   * Until the times of the word are known.
   * @param {PlayerData} data
   * @param {Words} words
   * @param {Word} word
   * @returns {Promise<void>}
   */
  #made(data, words, { sentence }) {
    if (sentence.made) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.source.follow(data, {
        made: (rows) => {
          words.made(rows);
          if (sentence.made) resolve();
        },
        done: () => undefined,
        failed: reject,
      });
    });
  }

  /**
   * Stop where the word ends.
   * @param {number} end of the element's time
   * @param {number} mine
   */
  #watch(end, mine) {
    if (mine !== this.#asked) return;
    if (this.#audio.currentTime >= end) this.stop();
    else requestAnimationFrame(() => this.#watch(end, mine));
  }
}
