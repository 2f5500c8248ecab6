// Plays a sound through the page's own Playback, unseen, and records what our stretcher gives out. `steps` are
// [seconds on the wall, speed]; `from` is where it begins. `how` the page comes by the sound: as bytes of its own
// ("blob") or in fragments ("stream"). `mayAsk` the sound card when what is rendered is heard: see stretched_sound.js.
async ({ base, sound, type, how, seconds, from, steps, mayAsk }) => {
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const bytes = Uint8Array.from(atob(sound), (char) => char.charCodeAt(0));
  const blob = new Blob([bytes], { type });
  const audio = how === "stream" ? null : { src: URL.createObjectURL(blob), type, blob };
  const live = how === "stream" ? { events: "", stream: "/stream", type, lead: 0 } : null;
  const { fetch } = window;
  if (how === "stream") window.fetch = async () => new Response(blob);

  // Everything that goes to the sound card goes past a recorder.
  const heard = [];
  let context = null;
  const { connect } = AudioNode.prototype;
  AudioNode.prototype.connect = function (to, ...more) {
    if (!(to instanceof AudioDestinationNode)) return connect.call(this, to, ...more);
    context = this.context;
    const tap = context.createScriptProcessor(256, 1, 1);
    tap.onaudioprocess = ({ inputBuffer, outputBuffer, playbackTime }) => {
      const samples = inputBuffer.getChannelData(0);
      outputBuffer.copyToChannel(samples, 0);
      const asks = mayAsk && heard.length % 20 === 0;
      const { contextTime = 0, performanceTime = 0 } = asks ? context.getOutputTimestamp() : {};
      heard.push([playbackTime, Array.from(samples, (level) => Math.round(level * 1e5) / 1e5), contextTime, performanceTime]);
    };
    connect.call(this, tap);
    return connect.call(tap, to);
  };

  const [{ Playback }, { Words }] = await Promise.all([import(`${base}playback.js`), import(`${base}words.js`)]);
  const row = { block: 0, role: "paragraph", said: "", pause: 0, seconds, made: true, words: [] };
  const data = { complete: true, audio, live, words_per_minute: 150, said_words: 1, seconds, sentences: [row], notes: [], silent: [], voice: {} };
  const playback = new Playback();
  await playback.load(data, new Words(data));
  playback.seek(from);
  const clock = [];
  const looking = setInterval(() => clock.push([performance.now(), playback.now, playback.audio.volume]), 5);
  const changes = [];
  playback.play();
  for (const [lasting, times] of steps) {
    playback.speed.times = times;
    changes.push([performance.now(), times]);
    await wait(1000 * lasting);
  }
  playback.pause();
  await wait(300);
  clearInterval(looking);
  const { volume } = playback;
  AudioNode.prototype.connect = connect;
  window.fetch = fetch;
  return { rate: context?.sampleRate ?? 0, heard, clock, changes, volume, loud: playback.audio.volume };
};
