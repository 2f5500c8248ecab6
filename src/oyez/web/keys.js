// The keyboard: Space, arrows, < and >. Fields keep their own keys, buttons their Space.

import { SKIP_SECONDS } from "oyez/player.js";

const FIELDS = "input, select, textarea, [contenteditable], .wide";
const PRESSED = `button, summary, ${FIELDS}`;

/** @param {import("oyez/player.js").OyezPlayer} player */
export function bindKeys(player) {
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (target instanceof Element && target.closest(key === " " ? PRESSED : FIELDS)) return;
    if (key === " ") player.toggle();
    else if (key === "ArrowLeft") player.skip(-SKIP_SECONDS);
    else if (key === "ArrowRight") player.skip(SKIP_SECONDS);
    else if (key === "<") player.speed.leap(-1);
    else if (key === ">") player.speed.leap(1);
    else return;
    event.preventDefault();
  });
}
