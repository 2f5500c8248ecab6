// A natural voice that could be had: what it is, how large, on what terms; getting it, with its progress.

import { make } from "./make.js";
import { Trouble, asJson, asTrouble, fetched, sentence } from "./narrations.js";
import { languageOf, qualityText, sizeText } from "./voices.js";
import { say } from "./wording.js";

/** @typedef {import("./narrations.js").Offer} Offer */
/** What a model card says. @typedef {{card: string, licence: string|null, warning: string|null}} Card */

export class VoiceOffer {
  /** The one that is shown. @type {Offer|null} */
  #offer = null;
  /** The one on its way. @type {Offer|null} */
  #coming = null;
  /** @type {Map<string, Card>} */
  #cards = new Map();

  /**
   * @param {string} door of the voices
   * @param {{here: (offer: Offer) => void, failed: (text: string, retry: () => void) => void}} then when it is installed, or not
   */
  constructor(door, { here, failed }) {
    this.door = door;
    this.here = here;
    this.failed = failed;
    this.about = make("p", { class: "what" });
    this.terms = make("p", { class: "terms" });
    this.bar = make("progress", { max: 1, value: 0, "aria-label": say("voices.coming") });
    this.amount = make("p", { class: "amount", "aria-hidden": "true" }); // the bar says it too
    this.state = make("p", { role: "status" });
    this.button = make("button", { type: "button", class: "primary", onclick: () => this.#get() });
    this.element = make(
      "section",
      { class: "offer", "aria-labelledby": "oyez-offer" },
      make("h3", { id: "oyez-offer" }, say("voices.offer")),
      this.about,
      this.terms,
      this.bar,
      this.amount,
      this.state,
      this.button,
    );
    this.bar.hidden = this.amount.hidden = true;
  }

  /** @param {Offer} offer */
  show(offer) {
    if (this.#coming || this.#offer?.name === offer.name) return;
    this.#offer = offer;
    this.about.replaceChildren(
      make("b", { lang: "en" }, offer.label.split(",")[0]),
      ` · ${languageOf(offer)} · ${qualityText(offer)} · ${sizeText(offer.bytes)}`,
    );
    this.state.textContent = "";
    this.button.textContent = say("voices.get", { size: sizeText(offer.bytes) });
    this.#read(offer);
  }

  /** What its card says of its licence. @param {Offer} offer */
  async #read(offer) {
    this.terms.textContent = offer.licence ? say("voices.licence", { licence: offer.licence }) : say("voices.reading");
    /** @type {string} */
    let text;
    try {
      const card = this.#cards.get(offer.name) ?? /** @type {Card} */ (await fetched(this.#address(offer, "/card")));
      this.#cards.set(offer.name, card);
      const licence = card.licence ?? offer.licence;
      text = [licence && say("voices.licence", { licence }), sentence(card.warning ?? "")].filter(Boolean).join(" ");
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      text = say("voices.unread");
    }
    if (this.#offer === offer) this.terms.textContent = text;
  }

  async #get() {
    const offer = this.#offer;
    if (!offer || this.#coming) return;
    this.#coming = offer;
    this.button.disabled = true;
    this.bar.hidden = this.amount.hidden = false;
    this.amount.textContent = "";
    this.bar.removeAttribute("value"); // how long is not known yet
    this.state.textContent = say("voices.coming");
    try {
      const { progress } = /** @type {{progress: string}} */ (await fetched(this.#address(offer), asJson({})));
      await this.#arrival(progress);
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      this.#settle(say("again"));
      this.state.textContent = error.text;
      this.failed(error.text, () => this.#get());
      return;
    }
    this.#settle(say("voices.get", { size: sizeText(offer.bytes) }));
    this.state.textContent = "";
    this.here(offer);
  }

  /** @param {string} button what it says now */
  #settle(button) {
    this.#coming = null;
    this.bar.hidden = this.amount.hidden = true;
    this.button.disabled = false;
    this.button.textContent = button;
  }

  /**
   * Until it is installed.
   * @param {string} address
   * @returns {Promise<void>}
   */
  #arrival(address) {
    return new Promise((resolve, reject) => {
      const events = new EventSource(address);
      events.addEventListener("progress", ({ data }) => this.#tell(JSON.parse(data)));
      events.addEventListener("done", () => {
        events.close();
        resolve();
      });
      events.addEventListener("failed", ({ data }) => {
        events.close();
        reject(asTrouble(JSON.parse(data)));
      });
      events.addEventListener("error", () => {
        if (events.readyState === EventSource.CLOSED) reject(new Trouble(say("gone"), say("voices.gone.hint"), true));
      });
    });
  }

  /** @param {{bytes: number, of: number}} progress */
  #tell({ bytes, of }) {
    this.bar.value = of ? bytes / of : 0;
    const text = say("voices.progress", { here: sizeText(bytes), whole: sizeText(of) });
    this.bar.setAttribute("aria-valuetext", text);
    this.amount.textContent = text;
  }

  /**
   * @param {Offer} offer
   * @param {string} [part]
   */
  #address({ name }, part = "") {
    return `${this.door}/${encodeURIComponent(name)}${part}`;
  }
}
