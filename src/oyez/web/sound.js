// What sounds under the player: a whole file, or a stream that begins at a sentence and grows while it is made.
// Both play in the one audio element, at natural speed; `begins` is the natural time of the element's time 0.

/** @typedef {import("./words.js").LiveData} LiveData */
/** @typedef {import("./words.js").PlayerData} PlayerData */
/** @typedef {import("./words.js").Words} Words */

const AHEAD = 60; // s of sound kept before the place that is heard
const BEHIND = 30; // s kept after it, when the browser wants room
const LONGEST = 86_400; // s; more than any article
const LOOK_AGAIN = 200; // ms between looks whether there is room

/**
 * The sound of a narration: its file once that is whole; before, a stream from one of its sentences on, where the
 * browser can play one.
 * @param {HTMLAudioElement} element
 * @param {PlayerData} data
 * @param {number} from index of the sentence
 * @returns {FileSound|LiveSound}
 */
export function soundFor(element, { audio, live }, from) {
  if (audio) return new FileSound(element, audio.src, audio.blob);
  if (live && LiveSound.possible(live)) return new LiveSound(element, live, from);
  return new FileSound(element, live ? wholeOf(live) : "");
}

/** The file that is answered once all of it is made; its door is beside the stream's. @param {LiveData} live */
function wholeOf({ stream }) {
  return new URL("audio", new URL(stream, document.baseURI)).href;
}

/** A finished narration. */
export class FileSound {
  /**
   * @param {HTMLAudioElement} audio
   * @param {string} src
   * @param {Blob|null} [blob] what lies there, where the page has it itself
   */
  constructor(audio, src, blob = null) {
    this.audio = audio;
    this.src = src;
    this.blob = blob;
  }

  /** Until its length is known. */
  open() {
    const known = metadata(this.audio);
    this.audio.src = this.src;
    return known;
  }

  /** @param {Words} words */
  begins(words) {
    void words;
    return 0;
  }

  /**
   * Whether it can go there by itself.
   * @param {number} natural seconds
   * @param {Words} words
   */
  reaches(natural, words) {
    return natural >= 0 && natural <= words.seconds;
  }

  /** Whether it ended before its time and has to be opened again. */
  get broken() {
    return false;
  }

  /** Whether all of it is there to be read. */
  get whole() {
    return true;
  }

  close() {
    // The element's next source takes its place.
  }
}

/** A narration in the making, from one of its sentences on. */
export class LiveSound {
  #stop = new AbortController();
  #url = "";
  broken = false;
  whole = false;
  /** What has come of it. @type {Uint8Array[]} */
  pieces = [];

  /**
   * @param {HTMLAudioElement} audio
   * @param {LiveData} live
   * @param {number} from index of the sentence it begins with
   */
  constructor(audio, live, from) {
    this.audio = audio;
    this.live = live;
    this.from = from;
  }

  /** Whether this browser can play sound that is still growing. @param {LiveData} live */
  static possible(live) {
    return Boolean(source()?.isTypeSupported(live.type));
  }

  /** Until its first sound is there. */
  async open() {
    const Source = /** @type {typeof MediaSource} */ (source());
    const media = new Source();
    this.#url = URL.createObjectURL(media);
    const opened = new Promise((resolve) => media.addEventListener("sourceopen", resolve, { once: true }));
    const known = metadata(this.audio);
    known.catch(() => undefined); // where opening the stream fails first, that is what is said
    this.audio.disableRemotePlayback = true; // a ManagedMediaSource asks for it
    this.audio.src = this.#url;
    await opened;
    media.duration = LONGEST; // without one, only what has come can be sought; the end of the stream sets it right
    const buffer = media.addSourceBuffer(this.live.type);
    buffer.timestampOffset = -this.live.lead; // the encoder's priming falls before 0 and is cut
    const address = `${this.live.stream}?from=${this.from}`;
    const response = await fetch(address, { signal: this.#stop.signal });
    if (!response.ok || !response.body) throw new Error(`the sound answered ${response.status}`);
    this.#fill(media, buffer, response.body.getReader());
    await known;
  }

  /** @param {Words} words */
  begins(words) {
    return words.sentences[this.from]?.start ?? 0;
  }

  /**
   * Whether it can go there by itself: the sound is in the element.
   * @param {number} natural seconds
   * @param {Words} words
   */
  reaches(natural, words) {
    const at = natural - this.begins(words);
    const { buffered } = this.audio;
    for (let index = 0; index < buffered.length; index += 1) {
      if (buffered.start(index) <= at + 0.01 && at < buffered.end(index)) return true;
    }
    return false;
  }

  close() {
    this.#stop.abort();
    URL.revokeObjectURL(this.#url);
  }

  /**
   * Append what comes while there is room for it.
   * @param {MediaSource} media
   * @param {SourceBuffer} buffer
   * @param {ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>} reader
   */
  async #fill(media, buffer, reader) {
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        this.pieces.push(value);
        await this.#append(buffer, value);
        while (this.#ahead() > AHEAD && !this.#stop.signal.aborted) await wait(LOOK_AGAIN);
      }
      this.whole = true;
      if (media.readyState === "open") media.endOfStream();
    } catch {
      this.broken = !this.#stop.signal.aborted;
      if (this.broken) this.audio.dispatchEvent(new Event("waiting")); // if it has run dry already
    }
  }

  /**
   * @param {SourceBuffer} buffer
   * @param {Uint8Array<ArrayBuffer>} bytes
   */
  async #append(buffer, bytes) {
    for (;;) {
      this.#stop.signal.throwIfAborted();
      try {
        buffer.appendBuffer(bytes);
        await updated(buffer);
        return;
      } catch (error) {
        if (!(error instanceof DOMException) || error.name !== "QuotaExceededError") throw error;
      }
      const behind = this.audio.currentTime - BEHIND;
      if (behind > 0) {
        buffer.remove(0, behind);
        await updated(buffer);
      }
      await wait(LOOK_AGAIN);
    }
  }

  /** Seconds of sound before the place that is heard. */
  #ahead() {
    const { buffered, currentTime } = this.audio;
    return buffered.length ? buffered.end(buffered.length - 1) - currentTime : 0;
  }
}

/** @returns {typeof MediaSource|undefined} */
function source() {
  return /** @type {{ManagedMediaSource?: typeof MediaSource}} */ (globalThis).ManagedMediaSource ?? globalThis.MediaSource;
}

/**
 * Until the length of what is loading is known.
 * @param {HTMLMediaElement} audio
 * @returns {Promise<void>}
 */
function metadata(audio) {
  return new Promise((resolve, reject) => {
    audio.addEventListener("loadedmetadata", () => resolve(), { once: true });
    audio.addEventListener("error", () => reject(new Error("the sound cannot be loaded")), { once: true });
  });
}

/** @param {SourceBuffer} buffer @returns {Promise<void>} */
function updated(buffer) {
  return new Promise((resolve, reject) => {
    buffer.addEventListener("updateend", () => resolve(), { once: true });
    buffer.addEventListener("error", () => reject(new Error("the sound is damaged")), { once: true });
  });
}

/** @param {number} ms @returns {Promise<void>} */
function wait(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
