// Long work in turns, so that the page is drawn and answers in between.

const LONGEST = 16; // ms, one frame; a task of 50 ms is felt

let began = performance.now();

/**
 * Goes on at once while this turn is short, else after whatever is waiting for the page.
 * @param {number} [longest] ms; 0 where what comes is long in itself
 */
export async function rest(longest = LONGEST) {
  if (performance.now() - began < longest) return;
  await new Promise((done) => setTimeout(done));
  began = performance.now();
}
