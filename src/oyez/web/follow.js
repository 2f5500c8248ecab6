// The page follows the voice, and yields to the reader's own scrolling.

const PATIENCE = 6000; // ms after the reader's own scrolling

export class Follow {
  #yielding = 0;

  constructor() {
    for (const name of ["wheel", "touchmove"]) {
      addEventListener(name, () => (this.#yielding = performance.now()), { passive: true });
    }
    addEventListener("keydown", ({ key }) => {
      if (["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown"].includes(key)) this.#yielding = performance.now();
    });
  }

  /** The listener chose a place: follow from there. */
  resume() {
    this.#yielding = 0;
  }

  /**
   * Bring what is heard into view where it is not.
   * @param {Range} range
   * @param {number} below height of what covers the foot of the window
   */
  look(range, below) {
    if (this.#yielding && performance.now() - this.#yielding < PATIENCE) return;
    const box = range.getBoundingClientRect();
    const room = innerHeight - below;
    if (box.top >= 8 && box.bottom <= room - 24) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: box.top - room * 0.28, behavior: calm ? "auto" : "smooth" });
  }
}
