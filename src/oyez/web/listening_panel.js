// "What is read, and when it stops": the sleep timer, what is read, the listener's sayings, the single keys.

import { button } from "./bar.js";
import { keysOn, switchKeys } from "./keys.js";
import { make } from "./make.js";
import { bindPanel, close, makePanel } from "./panels.js";
import { bare, keptSayings } from "./sayings.js";
import { MINUTES, Sleep } from "./sleep.js";
import { timeText } from "./speed.js";
import { keptLevels, whatToRead } from "./what_to_read.js";
import { applySayings, heardNow, openWordMenu } from "./word_menu.js";
import { number, say } from "./wording.js";

/** @typedef {import("./page.js").Reading} Reading */
/** @typedef {import("./sleep.js").When} When */

/**
 * What the listener chose another day, for the first wish.
 * @param {import("./page.js").PageData} page
 * @returns {Partial<import("./narrations.js").Wish>}
 */
export function keptWishes({ language }) {
  const [speak, sayings] = [keptLevels(), keptSayings(language)];
  return { ...(Object.keys(speak).length && { speak }), ...(Object.keys(sayings).length && { sayings }) };
}

/** @param {Reading} reading */
export function bindListening(reading) {
  const { page, player, playback } = reading;
  const opener = button("listening");
  const panel = makePanel("listening", say("listening"));
  const sleep = new Sleep(playback);
  const sayings = page.doors ? sayingsOf(reading, panel) : null;
  if (page.doors) panel.append(whatToRead(reading)); // a file is read as it was made
  panel.append(sleepChoice(sleep, player, opener));
  if (sayings) panel.append(sayings.element);
  const keys = keysSwitch();
  panel.append(keys.element);
  player.prepend(panel);
  player.parts?.tools.append(opener);
  bindPanel(opener, panel, {
    onOpen: () => {
      sayings?.draw();
      keys.draw();
    },
  });
}

/**
 * @param {Sleep} sleep
 * @param {import("./player.js").OyezPlayer} player
 * @param {HTMLButtonElement} opener shows the time left
 */
function sleepChoice(sleep, player, opener) {
  const badge = make("span", { class: "badge", "aria-hidden": "true" });
  const left = make("p", { class: "left" });
  opener.append(badge);
  /** @type {[when: When|null, text: string][]} */
  const choices = [
    [null, say("sleep.off")],
    ...MINUTES.map((minutes) => /** @type {[When, string]} */ ([minutes, number(minutes, { style: "unit", unit: "minute", unitDisplay: "short" })])),
    ["sentence", say("sleep.sentence")],
    ["article", say("sleep.article")],
  ];
  const radios = choices.map(([when, text]) => {
    const radio = make("input", { type: "radio", name: "oyez-sleep", onchange: () => sleep.set(when) });
    return { when, radio, element: make("label", { class: "choice" }, radio, make("span", {}, text)) };
  });

  function draw() {
    const { when } = sleep;
    for (const one of radios) one.radio.checked = one.when === when;
    const time = sleep.left === null ? "" : timeText(Math.ceil(sleep.left));
    left.textContent = when === null ? "" : time ? say("sleep.left", { time }) : say(when === "sentence" ? "sleep.at.sentence" : "sleep.at.article");
    badge.textContent = time || (when === null ? "" : "•");
    badge.hidden = when === null;
    opener.setAttribute("aria-label", [say("listening"), left.textContent].filter(Boolean).join(". "));
  }

  sleep.addEventListener("change", draw);
  sleep.addEventListener("slept", () => {
    player.say(say("sleep.slept"));
    const clear = () => {
      if (!player.playback.playing) return;
      player.playback.removeEventListener("state", clear);
      player.say("");
    };
    player.playback.addEventListener("state", clear);
  });
  draw();
  const group = make("fieldset", { class: "sleep" }, make("legend", {}, say("sleep")), make("div", { class: "choices" }, ...radios.map(({ element }) => element)));
  return make("section", {}, group, left);
}

/**
 * @param {Reading} reading
 * @param {HTMLElement} panel
 */
function sayingsOf(reading, panel) {
  const { page, text } = reading;
  const list = make("ul");
  const none = make("p", { class: "none" }, say("saying.none"));
  const more = make("button", { type: "button", class: "more", onclick: open });
  const heading = make("h3", { tabindex: -1 }, say("saying.heading"));
  const element = make("section", { class: "sayings" }, heading, none, list, more);

  function open() {
    close(panel);
    openWordMenu(reading);
  }

  function draw() {
    const sayings = keptSayings(page.language);
    none.hidden = Object.keys(sayings).length > 0;
    list.replaceChildren(...Object.entries(sayings).map(([written, said]) => row(written, said)));
    const word = heardNow(reading);
    const shown = word && bare(text.range(word.block, word.start, word.end)?.toString() ?? "");
    more.hidden = !shown;
    more.textContent = say("saying.now", { word: shown ?? "" });
  }

  /**
   * @param {string} written
   * @param {string} said
   */
  function row(written, said) {
    const forget = async () => {
      const { [written]: _, ...others } = keptSayings(page.language);
      const applied = applySayings(reading, others);
      draw();
      heading.focus(); // the button that had the focus has gone
      await applied;
    };
    return make(
      "li",
      {},
      make("span", { lang: page.language, dir: "auto" }, make("b", {}, written), " → ", said),
      make("button", { type: "button", class: "text", "aria-label": `${say("saying.remove")}: ${written}`, onclick: forget }, say("saying.remove")),
    );
  }

  return { element, draw };
}

function keysSwitch() {
  const box = make("input", { type: "checkbox", role: "switch", onchange: () => switchKeys(box.checked) });
  const element = make("section", {}, make("label", { class: "switch" }, make("span", {}, say("keys.on")), box));
  return { element, draw: () => (box.checked = keysOn()) };
}
