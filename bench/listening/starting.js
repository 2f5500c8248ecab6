// Presses Play, goes to a part of the narration if told to, and waits until it sounds.
// Heard = the clock of the audio element runs; with `tap`, that its samples are not silence.
async ({ play, share, tap }) => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const player = document.querySelector("oyez-player");
  const loaded = performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd;
  let peak = () => 1;
  if (tap) {
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 2048 });
    context.createMediaElementSource(player.audio).connect(analyser).connect(context.destination);
    await context.resume();
    const samples = new Float32Array(analyser.fftSize);
    peak = () => (analyser.getFloatTimeDomainData(samples), Math.max(...samples.map(Math.abs)));
  }

  /** Milliseconds at which it began to sound, of those after `since`. */
  const sound = async (since, fits = () => true) => {
    let before = player.audio.currentTime;
    for (;;) {
      await frame();
      const { currentTime, seeking, paused, playbackRate } = player.audio;
      const moved = currentTime - before;
      before = currentTime;
      const at = performance.now();
      if (!paused && !seeking && moved > 0 && moved < 0.5 && peak() > 0.001 && fits()) {
        return tap ? at : Math.max(since, at - (1000 * moved) / playbackRate);
      }
      if (at - since > 60_000) throw new Error("it never sounded");
    }
  };

  const pressed = performance.now();
  document.querySelector(play).click();
  const heard = await sound(pressed);
  const told = { page: loaded / 1000, play: (heard - pressed) / 1000, seek: null, made: null };
  if (share) {
    const place = share * player.data.seconds;
    const { sentences } = player.words;
    const there = sentences.findLast((sentence) => sentence.start <= place);
    told.made = there?.made ?? true;
    const sought = performance.now();
    player.seek(place);
    // Estimates before the place become exact meanwhile, so that its time shifts a little.
    told.seek = ((await sound(sought, () => Math.abs(player.now - place) < 0.1 * place)) - sought) / 1000;
  }
  player.pause();
  return told;
};
