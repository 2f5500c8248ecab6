// The signs on the buttons: drawn on 24 by 24, in the colour of the text.

const SKIP = '<g class="arrow"><path d="M12 4.8a7.9 7.9 0 1 1-7.5 5.4"/><path d="M14.6 1.6 11.4 4.8l3.2 3.2"/></g><text x="12" y="15.7">10</text>';

const DRAWN = {
  back: SKIP,
  forward: SKIP,
  play: '<path class="on" d="M8.5 5.2v13.6L19.2 12z"/><path class="off" d="M7.2 5.4h3.4v13.2H7.2zM13.4 5.4h3.4v13.2h-3.4z"/>',
  repeat: '<path d="M4.5 12.5v-2a4 4 0 0 1 4-4h11"/><path d="m16.4 3.2 3.3 3.3-3.3 3.3"/><path d="M19.5 11.5v2a4 4 0 0 1-4 4h-11"/><path d="m7.6 20.8-3.3-3.3 3.3-3.3"/>',
  mark: '<path d="M7 4.2h10v15.6l-5-4-5 4z"/>',
  marks: '<path d="M5 4.2h7v12l-3.5-2.8L5 16.2z"/><path d="M15.5 7H20M15.5 12H20M8.5 19.5H20"/>',
  text: '<path d="m3.6 18 4.7-12 4.7 12M5.2 14h6.2"/><path d="M20.4 12.2V18M20.4 15.1a2.9 2.9 0 1 1-5.8 0 2.9 2.9 0 0 1 5.8 0z"/>',
  listening: '<path d="M4 7h8M17 7h3M4 17h3M12 17h8"/><circle cx="14.5" cy="7" r="2.3"/><circle cx="9.5" cy="17" r="2.3"/>',
  keys: '<rect x="2.8" y="6" width="18.4" height="12" rx="2.4"/><path d="M6.6 10h.01M10.2 10h.01M13.8 10h.01M17.4 10h.01M8.4 14.2h7.2"/>',
  voice: '<rect x="9" y="3.2" width="6" height="11" rx="3"/><path d="M5.5 11.2a6.5 6.5 0 0 0 13 0M12 17.7v3.1"/>',
  focus: '<path d="M4 8.5V6a2 2 0 0 1 2-2h2.5M15.5 4H18a2 2 0 0 1 2 2v2.5M20 15.5V18a2 2 0 0 1-2 2h-2.5M8.5 20H6a2 2 0 0 1-2-2v-2.5M8 12h8"/>',
  sound: '<path d="M4.5 9.5v5h3.2l4.3 3.6V5.9L7.7 9.5zM15.5 9.2a4 4 0 0 1 0 5.6M18 6.8a7.4 7.4 0 0 1 0 10.4"/>',
  muted: '<path d="M4.5 9.5v5h3.2l4.3 3.6V5.9L7.7 9.5zM16 9.5l5 5M21 9.5l-5 5"/>',
  step: '<path d="m9.5 5.5 6.5 6.5-6.5 6.5"/>',
  close: '<path d="m6 6 12 12M18 6 6 18"/>',
};

/** @param {keyof typeof DRAWN} name */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.innerHTML = DRAWN[name]; // a constant
  return svg;
}
