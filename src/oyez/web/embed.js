// The player on any page: <script type="module" src="…/embed.js"></script>, then
//
//   <oyez-player src="article.json" audio="article.m4a" for="article"></oyez-player>
//
// `src` is player data, from `oyez narrate -o article.json` or a server's door; `audio` the sound beside it where the
// data names none; `for` the id of an element whose blocks carry data-block, to light the words in and to click on.

import { Lighter, TextMap } from "./highlight.js";
import { asComing, fetched } from "./narrations.js";
import { OyezPlayer } from "./player.js";
import { wordAt } from "./pointing.js";
import { speak } from "./wording.js";
import { Words } from "./words.js";

const STYLES = ["theme.css", "player.css"];

class EmbeddedPlayer extends OyezPlayer {
  connectedCallback() {
    if (this.parts) return;
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    const src = new URL(this.getAttribute("src") ?? "", document.baseURI);
    try {
      const data = asComing(await fetched(src.href));
      const audio = this.getAttribute("audio");
      if (audio) data.audio = { src: audio, type: "" };
      else if (data.audio) data.audio.src = new URL(data.audio.src, src).href;
      const words = new Words(data);
      this.#light(words);
      await this.playback.load(data, words);
      this.say("");
    } catch (error) {
      this.say(error instanceof Error ? error.message : String(error), () => this.#load());
    }
  }

  /** @param {Words} words */
  #light(words) {
    const article = document.getElementById(this.getAttribute("for") ?? "");
    if (!article) return;
    const text = new TextMap(article);
    const lighter = new Lighter(text, words);
    this.playback.addEventListener("moved", () => {
      if (this.playback.now > 0 || !this.audio.paused) lighter.show(this.playback.now);
    });
    article.addEventListener("click", (event) => {
      const word = wordAt(event, text, words);
      if (!word) return;
      this.playback.seekWord(word);
      this.playback.play();
    });
  }
}

for (const name of STYLES) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(name, import.meta.url).href;
  document.head.append(link);
}
speak([document.documentElement.lang, ...navigator.languages].filter(Boolean));
customElements.define("oyez-player", EmbeddedPlayer);
