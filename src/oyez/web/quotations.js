// "Who says what": each quotation listed there is a way to where it stands, and is heard from there.

import { hearFrom } from "./jumps.js";

/** @param {import("./page.js").Reading} reading */
export function bindQuotations(reading) {
  const { article, playback } = reading;
  for (const quotation of article.querySelectorAll("[data-go]")) {
    if (!(quotation instanceof HTMLElement)) continue;
    const [block, offset] = (quotation.dataset.go ?? "").split(":").map(Number);
    const go = () => {
      const word = playback.words?.near({ block, offset });
      if (word) hearFrom(reading, word);
    };
    quotation.tabIndex = 0;
    quotation.setAttribute("role", "button");
    quotation.addEventListener("click", go);
    quotation.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      go();
    });
  }
}
