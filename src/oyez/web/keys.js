// The keyboard, and the panel that lists it. Fields keep their own keys, buttons their Space; all of it can be switched off.

import { button } from "./bar.js";
import { skip, toHeading, toParagraph } from "./jumps.js";
import { make } from "./make.js";
import { recall, remember } from "./memory.js";
import { bindPanel, makePanel } from "./panels.js";
import { SKIP_SECONDS } from "./player.js";
import { openWordMenu } from "./word_menu.js";
import { say } from "./wording.js";

/** @typedef {import("./wording.js").Key} Key */
/**
 * What keys do: their names as typed ("Shift+s"), what they are called, and where they work.
 * @typedef {object} Command
 * @property {string[]} keys
 * @property {Key} text
 * @property {(key: string) => void} does
 * @property {boolean} [held] again and again while the key is held down
 * @property {boolean} [outside] not over a dialog that covers the page
 */

const WRITTEN = 'textarea, select, [contenteditable]:not([contenteditable="false"]), input:not([type="range"], [type="checkbox"], [type="radio"])';
const ARROWED = 'input, [role="slider"], .wide, .panel'; // they have arrows of their own
const PRESSED = 'button, summary, input:not([type="range"])'; // and these a Space
const LETTER = /^Key([A-Z])$/;
const SIGNS = "[]<>?"; // on some keyboards behind Alt or AltGr

let on = true;

/** Whether single keys are commands. The listener's choice is kept; without storage it holds for this page. */
export function keysOn() {
  return on && recall("keys") !== false;
}

/** @param {boolean} wanted */
export function switchKeys(wanted) {
  on = wanted;
  remember("keys", wanted ? undefined : false);
}

/** @param {import("./page.js").Reading} reading */
export function bindKeys(reading) {
  const { player, playback, follow } = reading;
  const { audio } = playback;
  const parts = /** @type {import("./bar.js").Parts} */ (player.parts);
  const press = (/** @type {string} */ selector) => /** @type {HTMLElement|null} */ (player.querySelector(selector))?.click();
  const repeat = (/** @type {boolean} */ slower) => {
    playback.repeat(slower);
    follow.resume();
  };
  /** In a file nothing can be said anew. @type {Command} */
  const saying = { keys: ["y"], text: "keys.say", does: () => openWordMenu(reading), outside: true };
  /** @type {Command[]} */
  const commands = [
    { keys: [" "], text: "keys.play", does: () => playback.toggle() },
    { keys: ["ArrowLeft", "ArrowRight"], text: "keys.skip", does: (key) => skip(reading, key === "ArrowLeft" ? -SKIP_SECONDS : SKIP_SECONDS), held: true },
    { keys: ["[", "]"], text: "keys.paragraph", does: (key) => toParagraph(reading, key === "[" ? -1 : 1), held: true },
    { keys: ["h", "Shift+h"], text: "keys.heading", does: (key) => toHeading(reading, key === "h" ? 1 : -1) },
    { keys: ["s"], text: "repeat", does: () => repeat(false) },
    { keys: ["Shift+s"], text: "keys.slower", does: () => repeat(true) },
    { keys: ["<", ">"], text: "keys.speed", does: (key) => playback.speed.leap(key === "<" ? -1 : 1), held: true },
    { keys: ["b"], text: "keys.mark", does: () => parts.mark.click() },
    { keys: ["f"], text: "focus", does: () => press(".tools .focus") },
    { keys: ["m"], text: "mute", does: () => (audio.muted = !audio.muted) },
    ...(reading.page.doors ? [saying] : []),
    { keys: ["v"], text: "voice", does: () => parts.voice.click(), outside: true },
    { keys: ["?"], text: "keys", does: () => opener.click(), outside: true },
  ];
  const byKey = new Map(commands.flatMap((command) => command.keys.map((key) => [key, command])));

  const opener = button("keys", "?");
  const box = make("input", { type: "checkbox", role: "switch", onchange: () => switchKeys(box.checked) });
  const panel = makePanel("keys", say("keys"));
  const rows = commands.map(({ keys, text }) => make("div", {}, make("dt", {}, make("span", { dir: "ltr" }, ...keys.flatMap((key) => [...caps(key), " "]))), make("dd", {}, say(text))));
  panel.append(make("label", { class: "switch" }, make("span", {}, say("keys.on")), box), make("dl", {}, ...rows));
  parts.tools.append(opener);
  player.append(panel);
  bindPanel(opener, panel, { onOpen: () => (box.checked = keysOn()), focus: () => box });

  document.addEventListener("keydown", (event) => {
    const key = named(event);
    const command = key ? byKey.get(key) : undefined;
    if (!key || !command || event.defaultPrevented || taken(event.target, key) || !keysOn()) return;
    if (command.outside && document.querySelector("dialog:modal")) return;
    event.preventDefault();
    if (!event.repeat || command.held) command.does(key);
  });
}

/** What was typed, as the commands name it; on a keyboard of other letters, the place of the Latin one. @param {KeyboardEvent} event */
function named(event) {
  const { key, code, shiftKey } = event;
  const special = event.ctrlKey || event.metaKey || event.altKey;
  if (special && !(SIGNS.includes(key) && !event.metaKey && event.altKey)) return null;
  if (SIGNS.includes(key)) return key;
  if (key.length > 1) return shiftKey ? null : key;
  const letter = (/[a-z]/i.test(key) ? key : (code.match(LETTER)?.[1] ?? key)).toLowerCase();
  return shiftKey ? `Shift+${letter}` : letter;
}

/** Whether the element has use for the key itself. @param {EventTarget|null} target @param {string} key */
function taken(target, key) {
  if (!(target instanceof Element)) return false;
  if (target.closest(WRITTEN)) return true;
  if (key.startsWith("Arrow")) return Boolean(target.closest(ARROWED));
  return key === " " && Boolean(target.closest(PRESSED));
}

/** As printed on the keys. @param {string} key */
function caps(key) {
  const names = key.split("+").map((name) => {
    if (name === " ") return say("keys.space");
    if (name === "Shift") return say("keys.shift");
    if (name === "ArrowLeft") return "←";
    if (name === "ArrowRight") return "→";
    return name.toUpperCase();
  });
  return names.flatMap((name, index) => (index ? ["+", make("kbd", {}, name)] : [make("kbd", {}, name)]));
}
