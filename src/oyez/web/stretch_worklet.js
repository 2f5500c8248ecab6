// The audio thread's side of stretched_sound.js.

import { Follower } from "./following.js";

/** What TypeScript does not know of the audio thread's world. @typedef {{currentFrame: number, sampleRate: number, registerProcessor: (name: string, processor: unknown) => void, AudioWorkletProcessor: {new (): {port: MessagePort}}}} World */

const world = /** @type {World} */ (/** @type {unknown} */ (globalThis));

class Stretching extends world.AudioWorkletProcessor {
  #follower = new Follower(world.sampleRate);
  #there = false;

  constructor() {
    super();
    this.port.onmessage = ({ data: { add, follow, rest, forget } }) => {
      if (forget) this.#follower.forget();
      if (add) this.#follower.add(add);
      if (follow) this.#follower.follow(follow);
      if (rest) this.#follower.rest();
    };
  }

  /** @param {unknown} inputs @param {Float32Array[][]} outputs */
  process(inputs, [[out]]) {
    void inputs;
    const there = this.#follower.render(world.currentFrame, out);
    if (there !== this.#there) this.port.postMessage(there);
    this.#there = there;
    return true;
  }
}

world.registerProcessor("oyez-stretch", Stretching);
