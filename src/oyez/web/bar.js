// The bar: transport, place, voice, speed, and the buttons of the panels. Parts are named; others move them.

import { icon } from "./icons.js";
import { make } from "./make.js";
import { say } from "./wording.js";

/** @typedef {import("./wording.js").Key} Key */

/**
 * Build the bar inside an element.
 * @param {HTMLElement} host
 */
export function buildBar(host) {
  const status = make("p", { role: "status" });
  const retry = make("button", { type: "button", hidden: true }, say("again"));
  const elapsed = make("span", {}, "0:00");
  const position = make("input", { type: "range", min: 0, max: 0, step: 1, value: 0, "aria-label": say("position") });
  const total = make("span", {}, "–:––");
  const repeat = button("repeat", "S");
  const back = button("back", "←");
  const play = button("play", say("keys.space"));
  const forward = button("forward", "→");
  const mark = button("mark", "B");
  const voiceName = make("span");
  const voice = make("button", { type: "button", class: "voice", "aria-label": say("voice"), title: hint("voice", "V"), disabled: true }, icon("voice"), voiceName);
  const times = make("b");
  const wpm = make("span");
  const speed = make("button", { type: "button", class: "speed", title: hint("speed", "< >") }, times, " ", wpm);
  const tools = make("div", { class: "tools" });
  host.replaceChildren(
    make("div", { class: "status" }, status, retry),
    make(
      "div",
      { class: "bar", role: "region", "aria-label": say("player") },
      // Sound runs from left to right in every language, as its signs and the arrow keys do.
      make("div", { class: "position", dir: "ltr" }, elapsed, position, total),
      make("div", { class: "transport", dir: "ltr" }, repeat, back, play, forward, mark),
      voice,
      make("div", { class: "side" }, speed, tools),
    ),
  );
  return { status, retry, elapsed, position, total, repeat, back, play, forward, mark, voice, voiceName, speed, times, wpm, tools };
}

/** @typedef {ReturnType<typeof buildBar>} Parts */

/**
 * A button with a sign.
 * @param {Key & Parameters<typeof icon>[0]} name
 * @param {string} [key] on the keyboard
 */
export function button(name, key = "") {
  return make("button", { type: "button", class: name, "aria-label": say(name), title: hint(name, key) }, icon(name));
}

/** @param {Key} name @param {string} key */
function hint(name, key) {
  return key ? `${say(name)} (\u2066${key}\u2069)` : say(name); // "<" stays "<" from right to left too
}
