// Dates written in the language they stand in: days, as the page states them, whatever the reader's own time.

const ISO_DAY = /^\d{4}-\d\d-\d\d/;

/**
 * "3 March 2026", "3. März 2026"
 * @param {Date} when
 * @param {string} language of the interface
 * @param {Intl.DateTimeFormatOptions} [options]
 */
export function dateText(when, language, options) {
  const locale = language === "en" ? "en-GB" : language; // as our English is spelt
  // The server writes its numbers in these digits, and a page has one kind.
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", numberingSystem: "latn", ...options }).format(when);
}

/**
 * The server writes dates in English; write them in the page's language.
 * @param {ParentNode} root
 */
export function writeDates(root) {
  for (const time of root.querySelectorAll("time")) {
    const language = time.closest("[lang]")?.getAttribute("lang") ?? "en";
    const [day] = time.dateTime.match(ISO_DAY) ?? [];
    if (day) time.textContent = dateText(new Date(day), language, { timeZone: "UTC" });
  }
}
