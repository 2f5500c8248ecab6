// A short sound beside the article: the article waits while it sounds, and goes on after it.

/** @typedef {import("./playback.js").Playback} Playback */

export class Aside {
  /** What silences it; null while nothing sounds. @type {(() => void)|null} */
  #silence = null;
  #goOn = false;

  /** @param {Playback} playback */
  constructor(playback) {
    this.playback = playback;
    playback.addEventListener("state", () => {
      if (!this.#silence || !playback.playing) return;
      this.#goOn = false; // the listener wants the article now
      this.end();
    });
  }

  /** @param {() => void} silence */
  begin(silence) {
    this.end();
    this.#goOn = this.playback.playing;
    if (this.#goOn) this.playback.pause();
    this.#silence = silence;
  }

  /** It is over, or is to be. */
  end() {
    const silence = this.#silence;
    if (!silence) return;
    this.#silence = null;
    silence();
    if (this.#goOn) this.playback.play();
  }
}
