// What is heard: a wish -> its narration -> playback, and what is said meanwhile. Where something fails the page keeps
// what it has; where Oyez itself is away it goes on by itself once it is back.

import { Trouble, troubleOf } from "./narrations.js";
import { rest } from "./turns.js";
import { say } from "./wording.js";
import { Words } from "./words.js";

/** @typedef {import("./narrations.js").Enclosed} Enclosed */
/** @typedef {import("./narrations.js").Served} Served */
/** @typedef {import("./narrations.js").Wish} Wish */
/** @typedef {import("./place.js").PlaceKeeper} PlaceKeeper */
/** @typedef {import("./player.js").OyezPlayer} OyezPlayer */

const WAITS = [1000, 2000, 4000, 8000, 15_000]; // ms between tries while Oyez is away; the last is repeated

/** "heard" is dispatched when another wish has come true. */
export class Hearing extends EventTarget {
  /** What is heard, or was asked for first. @type {Wish} */
  wish = { voice: null };

  #asked = 0;
  #tries = 0;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #again;

  /**
   * @param {Served|Enclosed} source
   * @param {OyezPlayer} player
   * @param {PlaceKeeper} place
   */
  constructor(source, player, place) {
    super();
    this.source = source;
    this.player = player;
    this.place = place;
    player.playback.addEventListener("failed", () => {
      if (this.player.words) this.#troubled(new Trouble(say("stopped"), say("gone.hint"), true), {});
    });
  }

  /**
   * Hear it otherwise; the words go on where they are.
   * @param {Partial<Wish>} [change]
   * @param {string} [doing] what to say meanwhile
   * @returns {Promise<boolean>} whether it came true
   */
  async hear(change = {}, doing = say("making")) {
    const mine = ++this.#asked;
    const wish = { ...this.wish, ...change };
    const { player, place, source } = this;
    clearTimeout(this.#again);
    player.say(doing);
    player.toggleAttribute("data-making", true);
    try {
      const data = await source.narration(wish);
      if (mine !== this.#asked) return false;
      const words = new Words(data);
      await rest();
      if (mine !== this.#asked) return false;
      const at = place.in(words);
      this.#follow(data, mine);
      this.wish = wish;
      if (!(await player.playback.load(data, words, at)) || mine !== this.#asked) return false;
    } catch (error) {
      if (mine === this.#asked) this.#troubled(troubleOf(error), change);
      return false;
    }
    this.#tries = 0;
    player.toggleAttribute("data-making", false);
    player.say("");
    this.dispatchEvent(new Event("heard"));
    return true;
  }

  /**
   * @param {import("./words.js").PlayerData} data
   * @param {number} mine
   */
  #follow(data, mine) {
    const { playback } = this.player;
    const current = (/** @type {() => void} */ then) => void (mine === this.#asked && then());
    this.source.follow(data, {
      made: (rows) => current(() => playback.made(rows)),
      done: (whole) => current(() => playback.completed(whole)),
      failed: (trouble) => current(() => this.#troubled(trouble, {})),
    });
  }

  /**
   * Say what happened; what is there stays.
   * @param {Trouble} trouble
   * @param {Partial<Wish>} change what was asked for
   */
  #troubled(trouble, change) {
    const { player } = this;
    player.toggleAttribute("data-making", false);
    player.say(trouble.text, () => this.hear(change));
    this.dispatchEvent(new Event("troubled"));
    if (!trouble.away) return;
    clearTimeout(this.#again);
    const wait = WAITS[Math.min(this.#tries, WAITS.length - 1)];
    this.#tries += 1;
    this.#again = setTimeout(() => this.hear(change, trouble.text), wait);
  }
}
