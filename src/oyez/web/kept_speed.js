// What is remembered of the speed. A multiplier is a felt pace, kept for the voice it was felt with; a rate in words per
// minute holds for its article, for all of them where it is pinned.
//
// narration -> its rate, else the pinned one, else the voice's multiplier, else the last of any voice -> speed

import { recall, remember } from "./memory.js";
import { CLEAR } from "./speed.js";
import { number, say } from "./wording.js";

/** @typedef {import("./page.js").Reading} Reading */

/** @param {Reading} reading */
export function keepSpeed({ page, player, playback, hearing }) {
  const { speed } = playback;
  const general = page.speed ? `speed:${page.article}` : "speed"; // a file opens at the speed it was made for
  const own = `rate:${page.article}`;
  /** The name of what is kept for the voice that speaks; a file has but one. */
  let voices = "";
  /** What is kept already, or was never chosen. */
  let known = taken();
  let restoring = false;
  let warned = "";

  function taken() {
    const { times, rate, pinned } = speed;
    return { times, rate, pinned };
  }

  function restore() {
    const { data } = playback;
    if (!data) return;
    const key = page.speed ? general : `speed:${data.language.split("-")[0].toLowerCase()}:${data.voice.name}`;
    if (key === voices || speed.rate !== null) return; // a rate goes on from voice to voice
    voices = key;
    const rate = recalled(own);
    const pinned = recalled("rate");
    const times = recalled(voices) ?? recalled(general) ?? page.speed;
    restoring = true;
    if (times) speed.times = times;
    speed.rate = rate ?? pinned;
    speed.pinned = rate === null && pinned !== null;
    restoring = false;
    known = taken();
  }

  function keep() {
    if (restoring || playback.slowed) return;
    const { times, rate, pinned } = speed;
    if (rate === null && (times !== known.times || known.rate !== null)) {
      for (const name of [general, voices]) if (name) remember(name, times);
    }
    if (rate !== known.rate || pinned !== known.pinned) {
      remember(own, pinned ? undefined : (rate ?? undefined));
      if (pinned || known.pinned) remember("rate", (pinned && rate) || undefined);
    }
    known = taken();
    if (rate === null && pinned) speed.pinned = false; // another wish took the place of what was pinned
  }

  /** A pinned rate may be more than can be followed in another article or voice: that is said. */
  function warn() {
    const dense = speed.pinned && speed.rate !== null && speed.syllables > CLEAR;
    const rate = number(speed.syllables, { maximumFractionDigits: 1 });
    const text = dense ? say("speed.pinned.dense", { wpm: Math.round(speed.wpm), rate, limit: CLEAR }) : "";
    if (text === warned || player.hasAttribute("data-troubled")) return;
    if (text || player.parts?.status.textContent === warned) player.say(text);
    warned = text;
  }

  speed.times = recalled(general) ?? page.speed ?? speed.times; // until it is known who speaks
  speed.pinned = false;
  known = taken();
  speed.addEventListener("change", () => {
    keep();
    warn();
  });
  playback.addEventListener("narration", restore);
  hearing.addEventListener("heard", () => {
    warned = ""; // what was said while it was loaded is gone
    warn();
  });
}

/** @param {string} key @returns {number|null} */
function recalled(key) {
  const kept = recall(key);
  return typeof kept === "number" && kept > 0 ? kept : null;
}
