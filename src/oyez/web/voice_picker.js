// Who reads: the voices as cards, the article's language first; kept per language; switching keeps the word. Where no
// natural voice of the language is installed, one is offered.

import { make } from "./make.js";
import { recall, remember } from "./memory.js";
import { Trouble } from "./narrations.js";
import { bindPanel, makePanel } from "./panels.js";
import { VoiceCards } from "./voice_cards.js";
import { VoiceOffer } from "./voice_offer.js";
import { arranged, family, languageName, offersFor, qualityText, shortName, sizeText } from "./voices.js";
import { number, say } from "./wording.js";

/** @typedef {import("./narrations.js").Offer} Offer */
/** @typedef {import("./narrations.js").Voice} Voice */
/** @typedef {import("./page.js").Reading} Reading */
/** @typedef {{voices: Voice[], available: Offer[]}} Known */

const MANY = 8; // voices of other languages from which on a field finds them

/** The voice that was chosen for the article's language another day. @param {import("./page.js").PageData} page */
export function keptVoice(page) {
  const kept = recall(keyOf(page));
  return typeof kept === "string" ? kept : null;
}

/** @param {import("./page.js").PageData} page */
function keyOf({ language }) {
  return `voice:${family(language)}`;
}

/**
 * @param {Reading} reading
 * @returns {Promise<string|null>} the voice that was kept and is still installed
 */
export async function bindVoices({ page, player, hearing }) {
  const { voice: button, voiceName } = /** @type {import("./bar.js").Parts} */ (player.parts);
  player.playback.addEventListener("narration", () => {
    // The button's value, not its label: drawn by the style sheet, told as a description.
    const name = player.data ? shortName(player.data.voice) : "";
    voiceName.dataset.value = name;
    button.setAttribute("aria-description", name);
  });
  if (!page.doors) {
    button.hidden = true; // a file has its one voice
    return null;
  }
  const picker = new Picker(button, page.doors.voices, player, hearing, page.language);
  hearing.addEventListener("heard", () => {
    if (hearing.wish.voice) remember(keyOf(page), hearing.wish.voice);
    picker.heard();
  });
  hearing.addEventListener("troubled", () => picker.refresh()); // it may be the voice that has gone
  const kept = keptVoice(page);
  const known = picker.refresh();
  if (!kept) return null; // nothing to look up: the article need not wait for the list
  return (await known)?.voices.find(({ name }) => name === kept)?.name ?? null;
}

class Picker {
  /** @type {Known|null} */
  #known = null;
  /** What the list shows: drawn when it is first looked at. @type {Known|null} */
  #drawn = null;

  /**
   * @param {HTMLButtonElement} button
   * @param {string} door of the voices
   * @param {import("./player.js").OyezPlayer} player
   * @param {import("./hearing.js").Hearing} hearing
   * @param {string} language the article's
   */
  constructor(button, door, player, hearing, language) {
    this.button = button;
    this.player = player;
    this.hearing = hearing;
    this.language = language;
    this.panel = makePanel("voices", say("voice"));
    this.note = make("p", { role: "status", class: "message" });
    this.list = make("div", { class: "list" });
    this.panel.append(this.note, this.list);
    this.cards = new VoiceCards(player.playback, door, {
      choose: (voice) => this.choose(voice.name, voice.label),
      fail: (voice) => this.#unheard(voice),
    });
    this.offer = new VoiceOffer(door, { here: (offer) => this.#installed(offer), failed: (text, retry) => this.#failed(text, retry) });
    player.prepend(this.panel);
    bindPanel(button, this.panel, {
      onOpen: () => {
        this.note.textContent = "";
        this.#draw();
        this.refresh();
      },
      focus: () => this.cards.checked ?? this.panel.querySelector("button, input"),
    });
    this.panel.addEventListener("toggle", (event) => {
      if (event.newState === "closed") this.cards.silence();
    });
  }

  /**
   * Ask again which voices there are.
   * @returns {Promise<Known|null>} null where Oyez is away
   */
  async refresh() {
    try {
      const known = await this.hearing.source.voices();
      if (JSON.stringify(known) !== JSON.stringify(this.#known)) this.#known = known;
      if (this.panel.matches(":popover-open")) this.#draw();
      this.button.disabled = !known.voices.length && !known.available.length;
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
    }
    this.#check();
    return this.#known;
  }

  /** Another wish has come true. */
  heard() {
    this.note.textContent = "";
    if (this.#known) this.#check();
    else this.refresh(); // Oyez was away
  }

  /**
   * @param {string} name
   * @param {string} label
   */
  async choose(name, label) {
    this.note.textContent = "";
    this.cards.silence();
    if (await this.hearing.hear({ voice: name }, say("voices.changing", { voice: label }))) return;
    const known = await this.refresh();
    const gone = known && !known.voices.some((voice) => voice.name === name);
    if (gone) this.player.say(say("voices.gone", { voice: label }));
    if (gone) this.note.textContent = say("voices.gone", { voice: label });
  }

  #check() {
    this.cards.check(this.player.data?.voice.name ?? "");
  }

  /** @param {Offer} offer */
  async #installed({ name, label }) {
    await this.refresh();
    await this.choose(name, label);
  }

  /**
   * @param {string} text
   * @param {() => void} retry
   */
  #failed(text, retry) {
    if (!this.panel.matches(":popover-open")) this.player.say(text, retry); // else the panel says it
  }

  /** @param {Voice} voice */
  async #unheard({ name, label }) {
    const known = await this.refresh();
    const gone = known && !known.voices.some((voice) => voice.name === name);
    this.note.textContent = say(gone ? "voices.gone" : "voices.unheard", { voice: label });
  }

  #draw() {
    if (!this.#known || this.#drawn === this.#known) return;
    this.#drawn = this.#known;
    const { voices, available } = this.#known;
    const focused = this.list.contains(document.activeElement);
    this.cards.clear();
    const { here, others } = arranged(voices, this.language);
    const offers = offersFor(available, this.language);
    const natural = here.some((voice) => voice.natural);
    if (offers.length) this.offer.show(offers[0]);
    const own = make("fieldset", { class: "cards" }, make("legend", {}, languageName(family(this.language))), ...this.#cardsOf(here));
    const more = offers.length > (natural ? 0 : 1) ? [this.#more(offers, natural)] : [];
    this.list.replaceChildren(
      ...(natural || !offers.length ? [] : [make("div", { class: "offered" }, this.offer.element, ...more)]),
      ...(here.length ? [own] : [make("p", { class: "none" }, say("voices.none", { language: languageName(this.language) }))]),
      ...(natural ? more : []),
      ...(others.length ? this.#others(others) : []),
    );
    this.#check();
    if (focused) this.cards.checked?.focus();
  }

  /** @param {Voice[]} voices */
  #cardsOf(voices) {
    return voices.map((voice) => this.cards.card(voice));
  }

  /**
   * Natural voices that could be had beside the one that is offered.
   * @param {Offer[]} offers
   * @param {boolean} natural one is installed already, so that none is offered above
   */
  #more(offers, natural) {
    const row = (/** @type {Offer} */ offer) => {
      const show = () => {
        this.offer.show(offer);
        if (natural) folded.querySelector("summary")?.after(this.offer.element);
        this.offer.element.scrollIntoView({ block: "nearest" });
        this.offer.button.focus();
      };
      const about = `${languageName(offer.language)} · ${qualityText(offer)}`;
      return make(
        "li",
        {},
        make("button", { type: "button", onclick: show }, make("span", { lang: "en" }, offer.label.split(",")[0]), make("small", {}, about), make("small", {}, sizeText(offer.bytes))),
      );
    };
    const folded = make("details", { class: "more" }, make("summary", {}, say("voices.more", { count: offers.length })), make("ul", {}, ...offers.map(row)));
    return folded;
  }

  /**
   * @param {import("./voices.js").Group[]} groups
   * @returns {HTMLElement[]}
   */
  #others(groups) {
    const folded = groups.map(({ name, voices }) => {
      const cards = make("fieldset", { class: "cards" }, make("legend", { class: "unseen" }, name));
      const element = make("details", { class: "language" }, make("summary", {}, name, make("small", {}, number(voices.length))), cards);
      element.addEventListener("toggle", () => {
        if (cards.children.length > 1) return;
        cards.append(...this.#cardsOf(voices)); // a hundred cards at once would be felt
        this.#check();
      });
      return { element, text: `${name} ${voices.map(({ label }) => label).join(" ")}`.toLocaleLowerCase() };
    });
    const find = make("input", { type: "search", "aria-label": say("voices.find"), placeholder: say("voices.find"), autocomplete: "off" });
    const found = make("p", { role: "status", class: "message" });
    find.addEventListener("input", () => {
      const wanted = find.value.trim().toLocaleLowerCase();
      const fitting = folded.filter(({ text }) => text.includes(wanted));
      for (const one of folded) {
        one.element.hidden = !fitting.includes(one);
        one.element.open = Boolean(wanted) && fitting.includes(one) && fitting.length <= 2;
      }
      found.textContent = fitting.length ? "" : say("voices.unfound", { wanted: find.value.trim() });
    });
    const count = groups.reduce((sum, { voices }) => sum + voices.length, 0);
    const inside = [...(count > MANY ? [find, found] : []), ...folded.map(({ element }) => element)];
    return [make("details", { class: "others" }, make("summary", {}, say("voices.others", { count })), ...inside)];
  }
}
