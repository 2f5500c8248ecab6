// The listening page put together: narration -> playback -> lit words; what is said about it; what is remembered.

import { bindAppearance } from "./appearance.js";
import { writeDates } from "./dates.js";
import { bindFocusView } from "./focus_view.js";
import { Follow } from "./follow.js";
import { Hearing } from "./hearing.js";
import { Lighter, TextMap } from "./highlight.js";
import { hearFrom } from "./jumps.js";
import { bindKeys } from "./keys.js";
import { keepSpeed } from "./kept_speed.js";
import { bindListening, keptWishes } from "./listening_panel.js";
import { bindMarks } from "./marks_panel.js";
import { bindMediaSession } from "./media_session.js";
import { Enclosed, Served, sentence } from "./narrations.js";
import { frameMissingPictures } from "./pictures.js";
import { PlaceKeeper } from "./place.js";
import { OyezPlayer } from "./player.js";
import { wordAt } from "./pointing.js";
import { bindQuotations } from "./quotations.js";
import { timeText } from "./speed.js";
import { rest } from "./turns.js";
import { bindVoices, keptVoice } from "./voice_picker.js";
import { number, say, speak } from "./wording.js";
import { bindWordMenu } from "./word_menu.js";

/** @typedef {import("./words.js").PlayerData} PlayerData */
/**
 * What the page carries: in a served page the doors, in a file the narration and the speed it opens at.
 * @typedef {{article: string, language: string, ui?: string, doors?: {narrations: string, voices: string},
 *            player?: PlayerData, sound?: string, speed?: number}} PageData
 */

/**
 * What every part of the page works on.
 * @typedef {object} Reading
 * @property {PageData} page
 * @property {HTMLElement} article
 * @property {TextMap} text
 * @property {OyezPlayer} player
 * @property {import("./playback.js").Playback} playback
 * @property {Hearing} hearing
 * @property {Follow} follow
 */

const page = /** @type {PageData} */ (JSON.parse(script("page")));
speak(page.ui ? [page.ui] : navigator.languages);
const source = page.doors ? new Served(page.doors) : new Enclosed(/** @type {PlayerData} */ (page.player), script("sound"), page.sound ?? "");
if (source instanceof Served) source.prepare({ voice: keptVoice(page), ...keptWishes(page) }); // it is made meanwhile
await rest(0);
number(0); // a browser takes 25 ms to write its first number: in a turn of its own
await rest();
customElements.define("oyez-player", OyezPlayer);
await rest();

const player = /** @type {OyezPlayer} */ (document.querySelector("oyez-player"));
const { playback } = player;
const article = /** @type {HTMLElement} */ (document.querySelector("article"));
const text = new TextMap(article);
const follow = new Follow(player, text);
const hearing = new Hearing(source, player, new PlaceKeeper(player, page.article));
/** @type {Reading} */
const reading = { page, article, text, player, playback, hearing, follow };
/** @type {Lighter|null} */
let lighter = null;

function onNarration() {
  const { data, words } = playback;
  if (!data || !words) return;
  lighter?.clear();
  lighter = new Lighter(text, words);
  for (const spoken of article.querySelectorAll(".spoken")) spoken.classList.remove("spoken");
  for (const block of words.inBlock.keys()) text.element(block)?.classList.add("spoken");
  part("reader").textContent = say("reader", { voice: data.voice.label.replace(/ \((.+)\)$/, ", $1") });
  part("notes").textContent = data.notes.map(sentence).join(" ");
  tellLength();
}

function tellLength() {
  const seconds = playback.words?.seconds;
  part("listening").textContent = seconds ? say("listening.time", { time: timeText(seconds / playback.speed.times) }) : "";
}

function onMoved() {
  if (!lighter || !playback.words) return;
  const untouched = playback.audio.paused && playback.now === 0;
  if (untouched) lighter.clear();
  else lighter.show(playback.now);
}

/** @param {MouseEvent} event */
function onClick(event) {
  if (event.defaultPrevented || !getSelection()?.isCollapsed) return; // somebody selects text
  const word = wordAt(event, text, playback.words);
  if (word) hearFrom(reading, word);
}

playback.addEventListener("narration", onNarration);
playback.addEventListener("made", tellLength);
playback.addEventListener("moved", onMoved);
playback.speed.addEventListener("change", tellLength);
article.addEventListener("click", onClick);
writeDates(document);
frameMissingPictures(article);
keepSpeed(reading);
for (const bind of [bindQuotations, bindAppearance, bindFocusView, bindListening, bindMarks, bindKeys, bindMediaSession, bindWordMenu]) {
  bind(reading);
  await rest();
}
start();

async function start() {
  const voice = await bindVoices(reading);
  await hearing.hear({ voice, ...keptWishes(page) });
}

/** @param {string} name */
function script(name) {
  return document.querySelector(`script[data-oyez="${name}"]`)?.textContent ?? "";
}

/** @param {string} name */
function part(name) {
  return /** @type {HTMLElement} */ (article.querySelector(`[data-part="${name}"]`));
}
