// The list of voices: grouped by language, the article's language first.

/** @typedef {import("oyez/narrations.js").Voice} Voice */

/**
 * @param {HTMLSelectElement} select
 * @param {Voice[]} voices
 * @param {string} language of the article
 */
export function fillVoices(select, voices, language) {
  /** @type {Map<string, Voice[]>} */
  const groups = new Map();
  for (const voice of voices) {
    const key = base(voice.language);
    groups.set(key, [...(groups.get(key) ?? []), voice]);
  }
  const own = base(language);
  const keys = [...groups.keys()].sort(
    (a, b) => rank(a, own) - rank(b, own) || languageName(a).localeCompare(languageName(b)),
  );
  select.replaceChildren(
    ...keys.map((key) => {
      const group = document.createElement("optgroup");
      group.label = languageName(key);
      for (const voice of groups.get(key) ?? []) group.append(new Option(voiceName(voice), voice.name));
      return group;
    }),
  );
}

/** @param {{label: string, name: string, natural: boolean}} voice */
function voiceName(voice) {
  return (voice.label || voice.name) + (voice.natural ? " (natural)" : "");
}

/** @param {string} language */
function base(language) {
  return language.toLowerCase().split(/[-_]/)[0];
}

/**
 * The article's language, then voices of no language, then the others.
 * @param {string} key
 * @param {string} own
 */
function rank(key, own) {
  return key === own ? 0 : key === "und" ? 1 : 2;
}

/** @param {string} key */
function languageName(key) {
  if (key === "und") return "Any language";
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(key) ?? key;
  } catch {
    return key; // not a tag that Intl knows
  }
}
