// One narration heard: which sound, from where, how fast. No part of the page is known here.
//
// load(data, words) -> open a sound at a place -> play, pause, seek. Events: "narration" when there are other words,
// "loaded" when their sound is there, "made" when more of it has times, "moved" on every frame that the place has moved,
// "state" when it starts or stops, "failed" when the sound stopped coming.

import { Clock } from "./clock.js";
import { OnceSlower } from "./once_slower.js";
import { FileSound, soundFor } from "./sound.js";
import { Speed } from "./speed.js";
import { Stretching } from "./stretching.js";
import { into, target } from "./target.js";

/** @typedef {import("./words.js").MadeSentence} MadeSentence */
/** @typedef {import("./words.js").PlayerData} PlayerData */
/** @typedef {import("./words.js").Sentence} Sentence */
/** @typedef {import("./words.js").Word} Word */
/** @typedef {import("./words.js").Words} Words */
/** @typedef {import("./target.js").Target} Target */

const LONG_PAUSE = 60_000; // ms after which the thread is lost
const REWIND = 3; // s as heard, to find it again

export class Playback extends EventTarget {
  audio = new Audio();
  speed = new Speed();
  /** @type {PlayerData|null} */
  data = null;
  /** @type {Words|null} */
  words = null;

  /** @type {ReturnType<typeof soundFor>|null} */
  #sound = null;
  /** Play was asked for before there was anything to play. */
  #wanted = false;
  /** Where to go on while no sound is there. @type {Target|null} */
  #target = null;
  #opening = 0;
  #frame = 0;
  /** When it was paused; null where the listener has chosen a place since. @type {number|null} */
  #rested = null;
  #slower = new OnceSlower(this);
  #clock = new Clock(this.audio);
  #stretching = new Stretching(this);

  constructor() {
    super();
    this.audio.preload = "auto";
    this.audio.preservesPitch = true;
    for (const name of ["playing", "pause", "ended", "seeked", "timeupdate"]) this.audio.addEventListener(name, () => this.#moved());
    for (const name of ["playing", "pause", "ended"]) this.audio.addEventListener(name, () => this.#tell("state"));
    this.audio.addEventListener("pause", () => (this.#rested = performance.now()));
    this.audio.addEventListener("waiting", () => this.#ranDry());
    this.audio.addEventListener("error", () => {
      if (!this.#target) this.#fail(); // else open() says so itself
    });
    this.speed.addEventListener("change", () => this.#applySpeed());
    this.#applySpeed();
  }

  /** Sounding, or about to. */
  get playing() {
    return this.#wanted || !this.audio.paused;
  }

  /** Sound is heard, or would be if it were not muted. */
  get sounding() {
    return !this.audio.paused && !this.#target;
  }

  /** What sounds; null while it is being opened. */
  get source() {
    return this.#target ? null : this.#sound;
  }

  /** 0 to 1. */
  get volume() {
    return this.#stretching.volume;
  }

  set volume(volume) {
    this.#stretching.volume = volume;
  }

  /** Natural seconds. */
  get now() {
    if (this.#target) return this.#target.sentence.start + into(this.#target);
    return this.words && this.#sound ? this.#sound.begins(this.words) + this.#clock.now : 0;
  }

  /** The sentence heard now. @returns {Sentence|null} */
  get sentence() {
    return this.#target?.sentence ?? this.words?.sentenceAt(this.now) ?? null;
  }

  /** The speed is another one for a sentence only. */
  get slowed() {
    return this.#slower.on;
  }

  /**
   * Take another narration at one of its words, and go on playing if it was playing.
   * @param {PlayerData} data
   * @param {Words} words of that narration
   * @param {Word|null} at null is the beginning
   * @returns {Promise<boolean>} whether its sound is there; if not, "failed" was told
   */
  async load(data, words, at = null) {
    this.#wanted = this.playing;
    const first = words.sentences[0];
    const returned = !this.words && at; // it was heard another day
    this.data = data;
    this.words = words;
    this.#slower.end();
    this.#settle();
    this.#tell("narration");
    const there = Boolean(first) && (await this.#open({ sentence: at?.sentence ?? first, word: at, share: 0 }));
    if (returned && !this.playing) this.#rested = -LONG_PAUSE;
    return there;
  }

  /**
   * Take the times of sentences that have been made.
   * @param {MadeSentence[]} rows
   */
  made(rows) {
    this.words?.made(rows);
    this.#tell("made");
    this.#moved();
  }

  /**
   * Take what is said of the narration now that all of it is made; the sentences have their times by now.
   * @param {Partial<PlayerData>} whole
   */
  completed(whole) {
    if (this.data) this.data = { ...this.data, ...whole };
    this.#settle();
    this.#moved();
  }

  play() {
    this.#wanted = true;
    this.#tell("state");
    if (this.#target || !this.words) return; // starts by itself once the sound is there
    if (this.audio.ended) this.seek(0);
    else if (this.#rested !== null && performance.now() - this.#rested > LONG_PAUSE) this.skip(-REWIND);
    this.#rested = null;
    if (!this.#target) this.#start();
  }

  pause() {
    this.#wanted = false;
    this.audio.pause();
    this.#tell("state");
  }

  toggle() {
    if (this.playing) this.pause();
    else this.play();
  }

  /** @param {number} natural seconds */
  seek(natural) {
    if (!this.words) return;
    const place = Math.min(Math.max(natural, 0), this.words.seconds);
    const sentence = this.words.sentenceAt(place);
    if (sentence) this.#go(target(sentence, place));
  }

  /** @param {Word} word */
  seekWord(word) {
    this.#go({ sentence: word.sentence, word, share: 0 });
  }

  /** To its beginning. @param {Sentence} sentence */
  seekSentence(sentence) {
    this.#go({ sentence, word: null, share: 0 });
  }

  /** @param {number} seconds as heard, back or forward */
  skip(seconds) {
    this.seek(this.now + seconds * this.speed.times);
  }

  /** Hear the sentence again, once slower if asked. @param {boolean} [slower] */
  repeat(slower = false) {
    const { sentence } = this;
    if (!sentence) return;
    this.#slower.end();
    if (slower) this.#slower.begin(sentence);
    this.seekSentence(sentence);
    this.play();
  }

  /** @param {Target} target */
  #go(target) {
    if (!this.words) return;
    this.#rested = null;
    const natural = target.sentence.start + into(target);
    const reached = target.sentence.made && this.#sound?.reaches(natural, this.words);
    if (this.#sound && reached && !this.#target) this.audio.currentTime = natural - this.#sound.begins(this.words);
    else if (this.#target && this.#sound instanceof FileSound) this.#target = target; // opens there
    else this.#open(target);
    this.#moved();
  }

  /**
   * @param {Target} target
   * @returns {Promise<boolean>} whether it is the sound that is there now
   */
  async #open(target) {
    const { data, words, audio } = this;
    if (!data || !words) return false;
    const mine = ++this.#opening;
    this.#wanted = this.playing;
    this.#target = target;
    this.#sound?.close();
    const sound = soundFor(audio, data, target.sentence.index);
    this.#sound = sound;
    this.#moved();
    try {
      await sound.open();
      if (mine === this.#opening && !this.#target.sentence.made) await this.#madeOf(this.#target.sentence);
    } catch {
      if (mine === this.#opening) this.#fail();
      return false;
    }
    if (mine !== this.#opening) return false;
    const at = this.#target.sentence.start + into(this.#target) - sound.begins(words);
    if (at > 0.001) audio.currentTime = at;
    this.#target = null;
    this.#applySpeed();
    this.#tell("loaded");
    this.#moved();
    if (this.#wanted) this.#start();
    return true;
  }

  /** @param {Sentence} sentence @returns {Promise<void>} */
  #madeOf(sentence) {
    return new Promise((resolve) => {
      const look = () => {
        if (!sentence.made) return;
        this.removeEventListener("made", look);
        resolve();
      };
      this.addEventListener("made", look);
      look();
    });
  }

  #start() {
    const mine = this.#opening;
    this.audio.play().then(
      () => {
        if (mine === this.#opening) this.#wanted = false; // else it is wanted of the sound that is being opened
      },
      (error) => {
        if (error.name === "AbortError") return; // another sound is being opened
        this.#wanted = false; // the browser wants a gesture first
        this.#tell("state");
      },
    );
  }

  /** The sound ended before its time: open it again at this place. */
  #ranDry() {
    if (!this.#sound?.broken || this.#target || !this.words) return;
    const sentence = this.words.sentenceAt(this.now);
    if (sentence) this.#open(target(sentence, this.now));
  }

  #fail() {
    const sentence = this.#target?.sentence ?? this.words?.sentenceAt(this.now);
    this.#target ??= sentence ? target(sentence, this.now) : null;
    this.#wanted = this.playing;
    this.#tell("failed");
  }

  #settle() {
    if (this.data) this.speed.settle(this.data);
  }

  #applySpeed() {
    this.audio.defaultPlaybackRate = this.speed.times; // opening another sound sets the rate back to this
    this.audio.playbackRate = this.speed.times;
  }

  #moved() {
    this.#tell("moved");
    cancelAnimationFrame(this.#frame);
    if (!this.audio.paused) this.#frame = requestAnimationFrame(() => this.#moved());
  }

  /** @param {string} event */
  #tell(event) {
    this.dispatchEvent(new Event(event));
  }
}
