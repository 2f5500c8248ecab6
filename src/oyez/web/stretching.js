// Who stretches: up to 2x the audio element itself, faster our own stretcher, which keeps more words clear (docs/speed.md).
// The element goes on as the clock, silent while the stretched sound is there: where that fails, it is heard.

/** @typedef {import("./playback.js").Playback} Playback */
/** @typedef {import("./sound.js").FileSound|import("./sound.js").LiveSound} Sound */
/** @typedef {import("./stretched_sound.js").StretchedSound} StretchedSound */

const FROM = 2; // times: up to here browsers stretch as well as we do
const STEPS = 4; // in which the element falls silent or sounds again
const STEP = 8; // ms

export class Stretching {
  #volume = 1;
  /** What was set last: another value is somebody else's. */
  #set = 1;
  #silent = false;
  /** The sound that `#stretched` is of, or is being made of. @type {Sound|null} */
  #sound = null;
  /** @type {StretchedSound|null} */
  #stretched = null;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #fading;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #leaving;

  /** @param {Playback} playback */
  constructor(playback) {
    this.playback = playback;
    for (const name of ["moved", "state", "loaded", "narration"]) playback.addEventListener(name, () => this.#look());
    playback.speed.addEventListener("change", () => this.#look());
    for (const name of ["seeking", "waiting"]) playback.audio.addEventListener(name, () => this.#look());
    playback.audio.addEventListener("volumechange", () => this.#heed());
  }

  /** What the listener hears it at, 0 to 1. */
  get volume() {
    return this.#volume;
  }

  set volume(volume) {
    this.#volume = volume;
    clearTimeout(this.#fading);
    this.#turn(this.#silent ? 0 : volume);
    this.#heed();
  }

  #look() {
    const { audio, speed, source, now, words } = this.playback;
    const running = !audio.paused && !audio.seeking && audio.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA;
    if (speed.times > FROM) clearTimeout(this.#leaving);
    if (speed.times > FROM && source && words && running) {
      if (this.#sound !== source) this.#take(source);
      else if (this.#stretched?.failed) this.#loud();
      else this.#stretched?.follow(now - source.begins(words), speed.times);
    } else if (running && this.#silent) {
      this.#loud();
      this.#leaving = setTimeout(() => this.#stretched?.rest(), STEPS * STEP); // heard until the element is
    } else if (!this.#leaving || !running) this.#stretched?.rest();
  }

  /** @param {Sound} sound */
  async #take(sound) {
    this.#sound = sound;
    this.#stretched?.rest();
    this.#stretched = null;
    try {
      const { StretchedSound } = /** @type {typeof import("./stretched_sound.js")} */ (await import(addressOf("stretched_sound.js")));
      if (this.#sound !== sound) return;
      const stretched = await StretchedSound.of(sound, addressOf("stretch_worklet.js"), (there) => this.#told(there));
      if (this.#sound !== sound) return;
      this.#stretched = stretched;
      this.#heed();
    } catch {
      this.#loud(); // no audio thread, or a sound that cannot be taken apart: the element does it all
    }
  }

  /** @param {boolean} there the stretched sound is heard */
  #told(there) {
    if (!there || this.playback.speed.times <= FROM) this.#loud();
    else if (!this.#silent) {
      this.#silent = true;
      this.#fade(0);
    }
  }

  #loud() {
    if (!this.#silent) return;
    this.#silent = false;
    this.#fade(this.#volume);
  }

  /** The element's volume, in steps: at once, it would click. @param {number} to */
  #fade(to) {
    const from = this.playback.audio.volume;
    let step = document.hidden ? STEPS - 1 : 0; // a hidden page is given no short waits
    const turn = () => {
      step += 1;
      this.#turn(from + ((to - from) * step) / STEPS);
      if (step < STEPS) this.#fading = setTimeout(turn, STEP);
    };
    clearTimeout(this.#fading);
    turn();
  }

  /** @param {number} volume */
  #turn(volume) {
    const { audio } = this.playback;
    audio.volume = this.#set = volume;
    if (audio.volume === volume || !this.#stretched) return;
    this.#stretched.failed = true; // a telephone whose volume only its keys change would play both
    this.#stretched.rest();
  }

  /** Follow what others do to the element's volume and mute. */
  #heed() {
    const { audio } = this.playback;
    if (audio.volume !== this.#set) this.volume = audio.volume;
    else if (this.#stretched) this.#stretched.volume = audio.muted ? 0 : this.#volume;
  }
}

/**
 * Of a module that is loaded when it is needed; a self-contained file carries it. Chromium's audio thread takes no blob:
 * address from a file.
 * @param {string} name
 */
function addressOf(name) {
  const text = document.querySelector(`script[data-oyez="${name}"]`)?.textContent;
  return text ? `data:text/javascript,${encodeURIComponent(text)}` : new URL(name, import.meta.url).href;
}
