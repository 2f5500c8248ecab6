// The ruler: every line is dimmed but the one that is heard. One box around the line, its shadow over all the rest; it
// lies in the document, so that it scrolls with the text and moves nothing.

import { lineBox } from "./line_box.js";
import { make } from "./make.js";

/** @param {import("./page.js").Reading} reading */
export function bindRuler({ article, text, playback, follow }) {
  const ruler = make("div", { class: "ruler", "aria-hidden": "true", hidden: true });
  document.body.append(ruler);
  let on = false;
  /** @type {import("./words.js").Word|null|undefined} */
  let lit;

  function place() {
    const untouched = playback.audio.paused && playback.now === 0;
    const word = (on && !untouched && playback.words?.at(playback.now)) || null;
    if (word === lit) return;
    lit = word;
    measure();
  }

  function measure() {
    const line = lit ? lineBox(text, lit) : null;
    if (lit && !line && !ruler.hidden) return; // what is announced only is heard beside its line
    ruler.hidden = !line;
    if (!line) return;
    ruler.style.setProperty("inset-block-start", `${line.top.toFixed(1)}px`);
    ruler.style.setProperty("block-size", `${line.height.toFixed(1)}px`);
  }

  playback.addEventListener("moved", place);
  playback.addEventListener("narration", () => (lit = undefined));
  // Who looks elsewhere wants to read there.
  follow.addEventListener("change", () => ruler.classList.toggle("lifted", follow.away));
  new ResizeObserver(measure).observe(article);

  return {
    /** @param {boolean} wanted */
    switch(wanted) {
      on = wanted;
      place();
    },
  };
}
