// How much is read of what is no running text: captions, pull quotes, tables, code, bylines. A choice for all articles.

import { make } from "./make.js";
import { recall, remember } from "./memory.js";
import { say } from "./wording.js";

/** @typedef {import("./narrations.js").Level} Level */
/** @typedef {import("./page.js").Reading} Reading */
/** @typedef {import("./wording.js").Key} Key */
/** As the server names it, where it stands in an article, what happens without a choice. @typedef {{kind: string, where: string, level: Level}} Kind */

const KEY = "speak";
/** @type {Level[]} */
const LEVELS = ["skip", "short", "full"];
/** Always listed: what most articles have. @type {Kind[]} */
const USUAL = [
  { kind: "captions", where: "figcaption [data-block]", level: "skip" },
  { kind: "quotes", where: ".pull-quote [data-block]", level: "skip" },
  { kind: "tables", where: "table[data-block]", level: "full" },
  { kind: "code", where: "pre [data-block]", level: "skip" },
  { kind: "bylines", where: ".byline, .dateline", level: "skip" },
];
/** Listed where an article has them. @type {Kind[]} */
const RARE = [
  { kind: "footnotes", where: ".footnote [data-block]", level: "skip" },
  { kind: "credits", where: "figcaption .credit", level: "skip" },
];
const PASSING = 450; // ms that an arrow key may rest on a level before it is meant

/**
 * What was chosen and is remembered; what is no choice is left out.
 * @returns {Record<string, Level>}
 */
export function keptLevels() {
  const kept = recall(KEY);
  const entries = kept && typeof kept === "object" ? Object.entries(kept) : [];
  const known = [...USUAL, ...RARE].map(({ kind }) => kind);
  return Object.fromEntries(entries.filter(([kind, level]) => known.includes(kind) && LEVELS.includes(level)));
}

/**
 * The choices of this article, applied at once; the words go on where they are.
 * @param {Reading} reading
 * @returns {HTMLElement}
 */
export function whatToRead({ article, hearing }) {
  const has = (/** @type {Kind} */ { where }) => [...article.querySelectorAll(where)].some((element) => element.textContent?.trim());
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let passing;
  let arrow = false;
  const rows = [...USUAL, ...RARE.filter(has)].map((one) => row(one, has(one)));

  /**
   * @param {Kind} one
   * @param {boolean} there
   */
  function row({ kind, level: preset }, there) {
    const radios = LEVELS.map((level) => make("input", { type: "radio", name: `oyez-${kind}`, value: level, onchange: () => meant(kind, level) }));
    const segments = radios.map((radio, index) => make("label", {}, radio, make("span", {}, say(/** @type {Key} */ (`speak.${LEVELS[index]}`)))));
    const title = make("legend", {}, say(/** @type {Key} */ (`speak.${kind}`)));
    const element = make("fieldset", { class: "level", disabled: !there, title: there ? null : say("speak.absent") }, title, make("div", { class: "segments" }, ...segments));
    element.addEventListener("keydown", ({ key }) => (arrow = key.startsWith("Arrow")));
    element.addEventListener("pointerdown", () => (arrow = false));
    const draw = () => {
      const now = hearing.wish.speak?.[kind] ?? preset;
      radios.forEach((radio, index) => (radio.checked = LEVELS[index] === now));
    };
    return { element, draw };
  }

  /**
   * @param {string} kind
   * @param {Level} level
   */
  function meant(kind, level) {
    clearTimeout(passing);
    passing = setTimeout(() => choose(kind, level), arrow ? PASSING : 0);
    arrow = false;
  }

  /**
   * @param {string} kind
   * @param {Level} level
   */
  async function choose(kind, level) {
    const speak = { ...hearing.wish.speak, [kind]: level };
    if (await hearing.hear({ speak }, say("speak.changing"))) remember(KEY, speak);
  }

  const draw = () => rows.forEach((one) => one.draw());
  hearing.addEventListener("heard", draw);
  hearing.addEventListener("troubled", draw);
  draw();
  const none = ![...USUAL, ...RARE].some(has);
  return make("section", { class: "levels", hidden: none }, make("h3", {}, say("speak.heading")), ...rows.map(({ element }) => element));
}
