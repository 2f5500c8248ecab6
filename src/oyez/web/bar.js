// What the player looks like: the bar and the panel of the speed. Parts are named; player.js moves them.

const SKIP = `<svg viewBox="0 0 24 24" aria-hidden="true"><g class="arrow"><path d="M12 4.8a7.9 7.9 0 1 1-7.5 5.4"/>
<path d="M14.6 1.6 11.4 4.8l3.2 3.2"/></g><text x="12" y="15.7">10</text></svg>`;

const BAR = `
<div class="panel" id="oyez-speed-panel" role="group" aria-label="Listening speed" data-part="panel" hidden>
  <h2>Choose your listening speed</h2>
  <p class="large"><span data-part="panelTimes"></span> <span data-part="panelWpm"></span></p>
  <input type="range" data-part="slider" aria-label="Choose your listening speed">
  <p class="marks" aria-hidden="true"><span>Slow</span><span>Fast</span></p>
  <p class="gain" data-part="gain"></p>
</div>
<div class="status"><p role="status" data-part="status"></p><button type="button" data-part="retry" hidden>Try again</button></div>
<div class="bar" role="group" aria-label="Player">
  <div class="position">
    <span data-part="elapsed">0:00</span>
    <input type="range" min="0" max="0" step="1" value="0" data-part="position" aria-label="Position">
    <span data-part="total">–:––</span>
  </div>
  <div class="transport">
    <button type="button" data-part="back" aria-label="Back 10 seconds" title="Back 10 seconds (←)" class="back">${SKIP}</button>
    <button type="button" data-part="play" aria-label="Play" title="Play or pause (Space)" class="play">
      <svg viewBox="0 0 24 24" aria-hidden="true"><path class="on" d="M8.5 5.2v13.6L19.2 12z"/><path class="off" d="M7.2 5.4h3.4v13.2H7.2zM13.4 5.4h3.4v13.2h-3.4z"/></svg>
    </button>
    <button type="button" data-part="forward" aria-label="Forward 10 seconds" title="Forward 10 seconds (→)" class="forward">${SKIP}</button>
  </div>
  <select data-part="voice" aria-label="Select Voice" title="Select Voice" disabled></select>
  <button type="button" data-part="speedButton" class="speed" aria-expanded="false" aria-controls="oyez-speed-panel" title="Speed (&lt; and &gt;)">
    <b data-part="times"></b> <span data-part="wpm"></span>
  </button>
</div>`;

/**
 * @typedef {object} Parts
 * @property {HTMLElement} panel
 * @property {HTMLElement} panelTimes
 * @property {HTMLElement} panelWpm
 * @property {HTMLInputElement} slider
 * @property {HTMLElement} gain
 * @property {HTMLElement} status
 * @property {HTMLButtonElement} retry
 * @property {HTMLElement} elapsed
 * @property {HTMLElement} total
 * @property {HTMLInputElement} position
 * @property {HTMLButtonElement} back
 * @property {HTMLButtonElement} play
 * @property {HTMLButtonElement} forward
 * @property {HTMLSelectElement} voice
 * @property {HTMLButtonElement} speedButton
 * @property {HTMLElement} times
 * @property {HTMLElement} wpm
 */

/**
 * Build the bar inside an element.
 * @param {HTMLElement} host
 * @returns {Parts}
 */
export function buildBar(host) {
  host.innerHTML = BAR; // a constant: nothing of an article comes here
  /** @type {Record<string, Element>} */
  const parts = {};
  for (const element of host.querySelectorAll("[data-part]")) {
    if (element instanceof HTMLElement) parts[element.dataset.part ?? ""] = element;
  }
  return /** @type {Parts} */ (/** @type {unknown} */ (parts));
}
