// Which voices come first, and how they are told: decided here, drawn elsewhere.

import { number, say, spoken } from "./wording.js";

/** @typedef {import("./narrations.js").Voice} Voice */
/** @typedef {import("./narrations.js").Offer} Offer */
/** @typedef {import("./wording.js").Key} Key */
/** Voices of one language, whatever the region. @typedef {{family: string, name: string, voices: Voice[]}} Group */

const SAME = { cmn: "zh", nb: "no", nn: "no" };
const UNKNOWN = "und";

/** One a language of the interface: making one takes a millisecond. @type {Map<string, Intl.DisplayNames>} */
const names = new Map();

/**
 * The language of a tag, whatever its region and script: "en-us" -> "en", "cmn-latn-pinyin" -> "zh", "nb" -> "no".
 * @param {string} tag BCP 47, or nearly
 */
export function family(tag) {
  const bare = tag.toLowerCase().split(/[-_]/)[0] || UNKNOWN;
  return /** @type {Record<string, string>} */ (SAME)[bare] ?? bare;
}

/**
 * A language as it is called in the interface: "en-us" -> "American English".
 * @param {string} tag BCP 47
 * @returns {string} "" where nobody has a name for it
 */
export function languageName(tag) {
  if (family(tag) === UNKNOWN) return say("voices.any");
  try {
    const known = names.get(spoken()) ?? new Intl.DisplayNames([spoken()], { type: "language", fallback: "none" });
    names.set(spoken(), known);
    return known.of(tag) ?? "";
  } catch {
    return ""; // not a well-formed tag
  }
}

/**
 * The language a voice speaks. Tags of synthetic voices name accents that no register knows ("ca-va" is no Vatican
 * City), and their labels say it themselves.
 * @param {Voice|Offer} voice
 */
export function languageOf(voice) {
  const natural = !("natural" in voice) || voice.natural;
  return languageName(natural ? voice.language : family(voice.language));
}

/** For the bar: "Amy, medium" -> "Amy". @param {{label: string}} voice */
export function shortName({ label }) {
  return label.split(",")[0];
}

/** "natural, medium quality" @param {Voice|Offer} voice */
export function qualityText(voice) {
  const kind = say("natural" in voice && !voice.natural ? "voices.synthetic" : "voices.natural");
  const known = ["x_low", "low", "medium", "high"].includes(voice.quality ?? "");
  return known ? `${kind}, ${say(/** @type {Key} */ (`voices.quality.${voice.quality}`))}` : kind;
}

/** "63 MB" @param {number} bytes */
export function sizeText(bytes) {
  return number(bytes / 1e6, { style: "unit", unit: "megabyte", maximumFractionDigits: bytes < 1e7 ? 1 : 0 });
}

/**
 * The voices of the article's language, the best first, and the others by language.
 * @param {Voice[]} voices
 * @param {string} language the article's
 * @returns {{here: Voice[], others: Group[]}}
 */
export function arranged(voices, language) {
  const { compare } = new Intl.Collator(spoken());
  /** @type {Map<string, Voice[]>} */
  const families = new Map();
  for (const voice of voices) {
    const key = family(voice.language);
    families.set(key, [...(families.get(key) ?? []), voice]);
  }
  const sorted = (/** @type {Voice[]} */ some) =>
    some.sort((a, b) => Number(b.natural) - Number(a.natural) || near(a, language) - near(b, language) || compare(a.label, b.label));
  const here = sorted(families.get(family(language)) ?? []);
  families.delete(family(language));
  const others = [...families].map(([key, some]) => ({ family: key, name: languageName(key) || some[0].label, voices: sorted(some) }));
  return { here, others: others.sort((a, b) => Number(a.family === UNKNOWN) - Number(b.family === UNKNOWN) || compare(a.name, b.name)) };
}

/**
 * What could be installed for the article's language, the recommended one first: the server lists those of a region
 * so, and the article's own region comes before others.
 * @param {Offer[]} offers
 * @param {string} language the article's
 */
export function offersFor(offers, language) {
  return offers
    .filter((offer) => family(offer.language) === family(language))
    .map((offer, rank) => ({ offer, rank, far: near(offer, language) }))
    .sort((a, b) => a.far - b.far || a.rank - b.rank)
    .map(({ offer }) => offer);
}

/**
 * 0 for the tag itself, 1 for the region it is mostly spoken in, 2 for others.
 * @param {{language: string}} voice
 * @param {string} language
 */
function near(voice, language) {
  const tag = voice.language.toLowerCase();
  if (tag === language.toLowerCase()) return 0;
  return tag === `${family(language)}-${region(language)}` ? 1 : 2;
}

/** "en" -> "us" @param {string} language */
function region(language) {
  try {
    return new Intl.Locale(language).maximize().region?.toLowerCase() ?? "";
  } catch {
    return "";
  }
}
