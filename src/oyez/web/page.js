// The listening page: narration -> player -> lit words; what is said about it; what is remembered.

import { Follow } from "oyez/follow.js";
import { Lighter, TextMap } from "oyez/highlight.js";
import { bindKeys } from "oyez/keys.js";
import { recall, recallPlace, remember } from "oyez/memory.js";
import { Enclosed, Served, Trouble, sentence } from "oyez/narrations.js";
import { OyezPlayer } from "oyez/player.js";
import { wordAt } from "oyez/pointing.js";
import { timeText } from "oyez/speed.js";
import { fillVoices } from "oyez/voices.js";

/** @typedef {import("oyez/words.js").PlayerData} PlayerData */
/** @typedef {import("oyez/words.js").Words} Words */
/**
 * What the page carries: in a served page the doors, in a file the narration and the speed it opens at.
 * @typedef {{article: string, language: string, doors?: {player: string, voices: string},
 *            player?: PlayerData, sound?: string, speed?: number}} PageData
 */

const SAVE_EVERY = 5000; // ms
const INTERACTIVE = "a, button, summary, input, select";

const page = /** @type {PageData} */ (JSON.parse(script("page")));
const player = /** @type {OyezPlayer} */ (document.querySelector("oyez-player"));
const parts = /** @type {import("oyez/bar.js").Parts} */ (player.parts);
const article = /** @type {HTMLElement} */ (document.querySelector("article"));
const source = page.doors ? new Served(page.doors) : new Enclosed(/** @type {PlayerData} */ (page.player), script("sound"), page.sound ?? "");
const text = new TextMap(article);
const follow = new Follow();
// A file opens at the speed it was made for, until the listener chooses another in it.
const speedKey = page.speed ? `speed:${page.article}` : "speed";
const voiceKey = `voice:${page.language}`;

/** @type {Lighter|null} */
let lighter = null;
/** The voice asked for last: an answer for another one comes too late. @type {string|null|undefined} */
let asked;
let saved = 0;
/** The speed that is remembered already. */
let chosen = player.speed.times;

/**
 * Hear a voice; the words go on where they are.
 * @param {string|null} voice
 * @param {string} doing what to say meanwhile
 */
async function hear(voice, doing) {
  asked = voice;
  player.say(doing);
  player.toggleAttribute("data-making", true);
  try {
    const narration = await source.narration(voice);
    if (asked !== voice) return;
    await player.load(narration, (words) => placeIn(words));
    if (asked !== voice) return;
    player.toggleAttribute("data-making", false);
    if (voice) remember(voiceKey, voice); // one that could be heard
    player.say("");
  } catch (error) {
    if (asked !== voice) return;
    player.toggleAttribute("data-making", false);
    if (player.data) parts.voice.value = player.data.voice.name;
    const why = error instanceof Trouble ? error : new Trouble("The sound could not be loaded.");
    player.say(`${why.message} ${why.hint}`.trim(), () => hear(voice, doing));
  }
}

/**
 * Where to go on in another narration: at the word heard now, or where the listener stopped last time.
 * @param {Words} words
 */
function placeIn(words) {
  const now = player.words?.at(player.now);
  if (player.words) return now ? (words.all[now.index]?.from ?? 0) : 0;
  const place = recallPlace(page.article);
  return place && place.of === words.all.length ? (words.all[place.word]?.from ?? 0) : 0;
}

function savePlace() {
  if (!player.words) return;
  saved = performance.now();
  const word = player.audio.ended ? null : player.words.at(player.now);
  remember(`place:${page.article}`, { word: word?.index ?? 0, of: player.words.all.length, at: Date.now() });
}

function onLoaded() {
  const { data, words } = player;
  if (!data || !words) return;
  lighter?.clear();
  lighter = new Lighter(text, words);
  for (const block of words.inBlock.keys()) text.element(block)?.classList.add("spoken");
  parts.voice.value = data.voice.name;
  part("reader").textContent = `Read by a synthetic voice (${data.voice.label.replace(/ \((.+)\)$/, ", $1")})`;
  part("notes").textContent = data.notes.map(sentence).join(" ");
  tellLength();
}

function tellLength() {
  const seconds = player.data?.seconds;
  part("listening").textContent = seconds ? `Listening ${timeText(seconds / player.speed.times)}` : "";
}

function onMoved() {
  if (!lighter || !player.words) return;
  const untouched = player.audio.paused && player.now === 0;
  if (untouched) lighter.clear();
  else if (lighter.show(player.now) && !player.audio.paused) {
    const word = lighter.lit;
    const range = word && text.range(word.block, word.start, word.end);
    if (range) follow.look(range, player.offsetHeight);
  }
  if (performance.now() - saved > SAVE_EVERY && !player.audio.paused) savePlace();
}

/** @param {MouseEvent} event */
function onClick(event) {
  if (!player.words || !(event.target instanceof Element) || event.target.closest(INTERACTIVE)) return;
  if (!getSelection()?.isCollapsed) return; // somebody selects text
  const word = wordAt(event, text, player.words);
  if (!word) return;
  follow.resume();
  player.seek(word.from);
  player.play();
}

async function offerVoices() {
  const voices = await source.voices();
  parts.voice.hidden = !voices.length;
  fillVoices(parts.voice, voices, page.language);
  parts.voice.disabled = !voices.length;
  const kept = recall(voiceKey);
  return voices.find((voice) => voice.name === kept)?.name ?? null;
}

async function start() {
  const kept = recall(speedKey) ?? page.speed;
  if (typeof kept === "number") player.speed.times = chosen = kept;
  let voice = null;
  try {
    voice = await offerVoices();
  } catch (error) {
    const { message, hint } = /** @type {Trouble} */ (error);
    player.say(`${message} ${hint}`, start);
    return;
  }
  await hear(voice, "Making the narration. It can be played as soon as it is there.");
}

parts.voice.addEventListener("change", () => {
  const { value, selectedOptions } = parts.voice;
  hear(value, `Making the narration with the voice ${selectedOptions[0].text}. You stay at your word.`);
});
player.addEventListener("oyez-loaded", onLoaded);
player.addEventListener("oyez-moved", onMoved);
player.addEventListener("oyez-failed", () => {
  const voice = player.data?.voice.name ?? null;
  const retry = () => hear(voice, "Fetching the sound again.");
  player.say("The sound stopped coming. Oyez may have been closed: start it again, then try again.", retry);
});
player.speed.addEventListener("change", () => {
  tellLength();
  if (player.speed.times === chosen) return; // the words per minute became known
  chosen = player.speed.times;
  remember(speedKey, chosen);
});
article.addEventListener("click", onClick);
player.audio.addEventListener("pause", savePlace);
addEventListener("pagehide", savePlace);
for (const image of article.querySelectorAll("img")) {
  const frame = () => {
    const empty = document.createElement("div");
    empty.className = "frame";
    empty.textContent = image.alt ? `Picture not shown: ${image.alt}` : "The picture could not be loaded";
    image.replaceWith(empty);
  };
  if (image.complete && !image.naturalWidth) frame();
  else image.addEventListener("error", frame, { once: true });
}
bindKeys(player);
start();

/** @param {string} name */
function script(name) {
  return document.querySelector(`script[data-oyez="${name}"]`)?.textContent ?? "";
}

/** @param {string} name */
function part(name) {
  return /** @type {HTMLElement} */ (article.querySelector(`[data-part="${name}"]`));
}
