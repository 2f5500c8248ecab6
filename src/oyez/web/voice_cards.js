// A voice as a card: choose it, or hear what it is like.

import { Aside } from "./aside.js";
import { icon } from "./icons.js";
import { make } from "./make.js";
import { languageOf, qualityText } from "./voices.js";
import { say } from "./wording.js";

/** @typedef {import("./narrations.js").Voice} Voice */

const PASSING = 450; // ms that an arrow key may rest on a voice before it is meant

/** The cards of one list: a radio group, whatever it is folded into. */
export class VoiceCards {
  #sample = new Audio();
  /** The button whose sample sounds. @type {HTMLButtonElement|null} */
  #sounding = null;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #passing;
  /** @type {Map<string, HTMLInputElement>} */
  #radios = new Map();
  #arrow = false;

  /**
   * @param {import("./playback.js").Playback} playback
   * @param {string} door of the voices
   * @param {{choose: (voice: Voice) => void, fail: (voice: Voice) => void}} doing `fail`: no sample could be heard
   */
  constructor(playback, door, { choose, fail }) {
    this.door = door;
    this.choose = choose;
    this.fail = fail;
    this.aside = new Aside(playback);
    this.#sample.addEventListener("ended", () => this.aside.end());
  }

  /** Forget all cards. */
  clear() {
    this.silence();
    this.#radios.clear();
  }

  /** Check the voice that is heard. @param {string} name */
  check(name) {
    for (const [one, radio] of this.#radios) radio.checked = one === name;
  }

  /** The one that is checked. */
  get checked() {
    return [...this.#radios.values()].find((radio) => radio.checked) ?? null;
  }

  /** Stop the sample that sounds. */
  silence() {
    this.aside.end();
  }

  /** @param {Voice} voice */
  card(voice) {
    const id = `oyez-voice-${this.#radios.size}`;
    const radio = make("input", { type: "radio", name: "oyez-voice", id, "aria-describedby": `${id}-about` });
    this.#radios.set(voice.name, radio);
    radio.addEventListener("keydown", (event) => (this.#arrow = event.key.startsWith("Arrow")));
    radio.addEventListener("pointerdown", () => (this.#arrow = false));
    radio.addEventListener("change", () => {
      clearTimeout(this.#passing);
      this.#passing = setTimeout(() => this.choose(voice), this.#arrow ? PASSING : 0);
      this.#arrow = false;
    });
    const listen = make("button", { type: "button", class: "sample" }, icon("sound"));
    label(listen, voice, false);
    listen.addEventListener("click", () => this.#hear(voice, listen));
    return make(
      "div",
      { class: "card" },
      radio,
      make("label", { for: id }, make("span", { class: "name", lang: "en" }, voice.label)),
      make("p", { class: "what", id: `${id}-about` }, ...about(voice)),
      listen,
    );
  }

  /**
   * @param {Voice} voice
   * @param {HTMLButtonElement} button
   */
  #hear(voice, button) {
    const again = this.#sounding === button;
    this.aside.end();
    if (again) return;
    this.#sounding = button;
    label(button, voice, true);
    this.aside.begin(() => {
      this.#sounding = null;
      label(button, voice, false);
      this.#sample.pause();
    });
    this.#sample.src = `${this.door}/${encodeURIComponent(voice.name)}/preview`;
    this.#sample.play().catch((error) => {
      if (error.name === "AbortError" || this.#sounding !== button) return; // silenced meanwhile
      this.aside.end();
      this.fail(voice);
    });
  }
}

/** Language, where the name does not say it, quality, licence. @param {Voice} voice */
function about(voice) {
  const language = languageOf(voice);
  const said = [voice.label.startsWith(language) ? "" : language, qualityText(voice)].filter(Boolean).join(" · ");
  const [terms] = voice.licence.split(" ("); // the rest explains it
  return [said, terms ? " · " : "", make("span", { lang: "en", title: voice.licence }, terms)];
}

/**
 * @param {HTMLButtonElement} button
 * @param {Voice} voice
 * @param {boolean} sounds
 */
function label(button, voice, sounds) {
  const text = say(sounds ? "voices.sample.stop" : "voices.sample");
  button.setAttribute("aria-label", `${text}: ${voice.label}`);
  button.title = text;
  button.classList.toggle("sounding", sounds);
  button.replaceChildren(icon(sounds ? "close" : "sound"));
}
