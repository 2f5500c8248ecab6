// The panel "Text and appearance": two views of one look, the controls and the page.

import { button } from "./bar.js";
import { dateText } from "./dates.js";
import { FONTS, PLAIN, RANGES, THEMES, asLook, keepLook, keptLook, putOn } from "./look.js";
import { make } from "./make.js";
import { bindPanel, close, makePanel } from "./panels.js";
import { bindRuler } from "./ruler.js";
import { number, say, spoken } from "./wording.js";

/** @typedef {import("./look.js").Look} Look */
/** @typedef {import("./wording.js").Key} Key */
/** @typedef {"size"|"line"|"letters"|"words"|"width"} Measure */
/** @typedef {{family: string}[]} LocalFonts */

/** What is to be read of a measure. @type {Record<Measure, (value: number) => string>} */
const SHOWN = {
  size: (value) => number(value / 100, { style: "percent" }),
  line: (value) => number(value, { minimumFractionDigits: 2 }),
  letters: (value) => number(value, { style: "percent" }),
  words: (value) => number(value, { style: "percent" }),
  width: (value) => say("look.width.shown", { width: value }),
};
const MEASURES = /** @type {Measure[]} */ (Object.keys(RANGES));
/** @type {("ruler"|"big"|"follow")[]} */
const SWITCHES = ["ruler", "big", "follow"];
const PROBE = "mmmwwwlliiO0Il1"; // as wide in two fonts only by chance

/** @param {import("./page.js").Reading} reading */
export function bindAppearance(reading) {
  const { player, follow, article } = reading;
  const parts = /** @type {import("./bar.js").Parts} */ (player.parts);
  const ruler = bindRuler(reading);
  let look = keptLook();

  const opener = button("text");
  const panel = makePanel("look", say("text"));
  const themes = THEMES.map((theme) => make("input", { type: "radio", name: "oyez-theme", value: theme, onchange: () => choose({ theme }) }));
  const sliders = MEASURES.map((name) => {
    const [min, max, step] = RANGES[name];
    const slider = make("input", { type: "range", id: `oyez-look-${name}`, min, max, step });
    const shown = make("output", { for: slider.id });
    // While it is dragged only the figure moves: a page laid out anew under the finger would take the slider away.
    slider.addEventListener("input", () => tell(name, Number(slider.value)));
    slider.addEventListener("change", () => choose({ [name]: Number(slider.value) }));
    return { name, slider, shown };
  });
  const font = make("select", { id: "oyez-look-font" }, ...FONTS.map((name) => make("option", { value: name }, say(/** @type {Key} */ (`look.font.${name}`)))));
  const offered = make("datalist", { id: "oyez-look-fonts" });
  const own = make("input", { type: "text", id: "oyez-look-named", list: offered.id, autocomplete: "off", spellcheck: "false", "aria-label": say("look.named"), placeholder: say("look.named") });
  const all = make("button", { type: "button", class: "chip", hidden: !("queryLocalFonts" in window), onclick: listFonts }, say("look.named.all"));
  const missing = make("p", { class: "told", "aria-live": "polite" });
  const named = make("div", { class: "named" }, own, offered, all);
  const switches = SWITCHES.map((name) => ({ name, box: make("input", { type: "checkbox", role: "switch", onchange: (/** @type {Event} */ event) => choose({ [name]: /** @type {HTMLInputElement} */ (event.target).checked }) }) }));
  const large = make("button", { type: "button", class: "chip", onclick: openFocus }, say("focus"));
  const reset = make("button", { type: "button", class: "chip", onclick: () => choose(PLAIN) }, say("look.reset"));
  const status = make("p", { class: "told", "aria-live": "polite" });

  font.addEventListener("change", () => {
    choose({ font: /** @type {Look["font"]} */ (font.value) });
    if (look.font === "named") own.focus();
  });
  own.addEventListener("change", () => choose({ named: own.value.trim() }));
  panel.append(
    make(
      "fieldset",
      { class: "themes" },
      make("legend", {}, say("look.theme")),
      ...themes.map((radio) => make("label", {}, radio, make("span", {}, say(/** @type {Key} */ (`look.theme.${radio.value}`))))),
    ),
    ...sliders.flatMap(({ name, slider, shown }) => [
      make("div", { class: "measure" }, make("label", { for: slider.id }, say(/** @type {Key} */ (`look.${name}`))), shown, slider),
    ]),
    make("div", { class: "font" }, make("label", { for: font.id }, say("look.font")), font),
    named,
    missing,
    ...switches.map(({ name, box }) => make("label", { class: "switch" }, make("span", {}, say(/** @type {Key} */ (`look.${name}`))), box)),
    make("div", { class: "chips" }, large, reset),
    status,
  );
  parts.tools.append(opener);
  player.append(panel);
  bindPanel(opener, panel, { onOpen: draw, focus: () => themes.find(({ checked }) => checked) ?? null });
  draw();
  apply();
  beforePrinting(article);

  /** @param {Partial<Look>} change */
  function choose(change) {
    look = asLook({ ...look, ...change });
    status.textContent = keepLook(look) ? "" : say("look.unkept");
    follow.expect();
    holding(article, apply);
    draw();
  }

  function apply() {
    putOn(look);
    ruler.switch(look.ruler);
    if (follow.on !== look.follow) follow.on = look.follow;
  }

  function draw() {
    for (const radio of themes) radio.checked = radio.value === look.theme;
    for (const { name, slider } of sliders) {
      slider.value = String(look[name]);
      tell(name, look[name]);
    }
    font.value = look.font;
    named.hidden = look.font !== "named";
    if (own.value !== look.named) own.value = look.named;
    for (const { name, box } of switches) box.checked = look[name];
    const lacking = look.font === "named" && look.named && !installed(look.named);
    missing.textContent = lacking ? say("look.named.missing", { font: look.named }) : "";
  }

  /** @param {Measure} name @param {number} value */
  function tell(name, value) {
    const { slider, shown } = /** @type {typeof sliders[number]} */ (sliders.find((one) => one.name === name));
    const [least, most] = RANGES[name];
    shown.textContent = SHOWN[name](value);
    slider.setAttribute("aria-valuetext", SHOWN[name](value));
    slider.style.setProperty("--at", ((value - least) / (most - least)).toFixed(4));
  }

  function openFocus() {
    close(panel);
    /** @type {HTMLElement|null} */ (parts.tools.querySelector(".focus"))?.click();
  }

  async function listFonts() {
    const query = /** @type {{queryLocalFonts?: () => Promise<LocalFonts>}} */ (/** @type {unknown} */ (window)).queryLocalFonts;
    try {
      const families = new Set((await query?.call(window))?.map(({ family }) => family));
      offered.replaceChildren(...[...families].map((family) => make("option", { value: family })));
      if (families.size) own.focus();
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      missing.textContent = say("look.named.refused");
    }
  }
}

/**
 * Lay the article out anew; what the reader looks at stays where it is.
 * @param {HTMLElement} article
 * @param {() => void} change
 */
function holding(article, change) {
  const seen = [...article.querySelectorAll("[data-block]")].find((element) => element.getBoundingClientRect().bottom > 0);
  const before = seen?.getBoundingClientRect().top ?? 0;
  const { style } = document.documentElement;
  style.setProperty("overflow-anchor", "none"); // the browser would hold it a second time
  change();
  const after = seen?.getBoundingClientRect().top ?? 0;
  if (scrollY > 0) scrollBy({ top: after - before, behavior: "instant" });
  requestAnimationFrame(() => style.removeProperty("overflow-anchor"));
}

/** On paper the article says how it came there. @param {HTMLElement} article */
function beforePrinting(article) {
  addEventListener("beforeprint", () => {
    const date = dateText(new Date(), spoken());
    article.closest("main")?.setAttribute("data-made", say("print.made", { date }));
  });
}

/** Whether letters come out otherwise with it than without. @param {string} font */
function installed(font) {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) return true;
  return ["monospace", "serif"].some((generic) => {
    pen.font = `72px ${generic}`;
    const without = pen.measureText(PROBE).width;
    pen.font = `72px "${font.replace(/["\\]/g, "")}", ${generic}`;
    return pen.measureText(PROBE).width !== without;
  });
}
