// What the page's stretcher makes of the sounds in stretch_vectors.json, in the same form. Called in a page that may
// import the modules; `base` is where they lie.
async ({ base, vectors, piece }) => {
  const [{ PeriodFinder }, { Stretcher }] = await Promise.all([import(`${base}pitch.js`), import(`${base}stretch.js`)]);
  const rate = vectors.sample_rate;

  const levels = (part) => {
    const frames = Math.round(part.seconds * rate);
    const each = (level) => Array.from({ length: frames }, (_, n) => Math.floor(level(n) + 0.5));
    if (part.kind === "silence") return each(() => 0);
    if (part.kind === "pulses") return each((n) => part.level * part.decay ** (n % part.every));
    if (part.kind === "noise") {
      let state = BigInt(part.seed);
      return each(() => {
        state = (1664525n * state + 1013904223n) % 2n ** 32n;
        return part.level * (Number(state) / 2 ** 31 - 1);
      });
    }
    const bend = (part.to - part.from) / (2 * part.seconds);
    return each((n) => {
      const phase = 2 * Math.PI * (part.from + (bend * n) / rate) * (n / rate);
      let sum = 0;
      for (let k = 1; k <= part.harmonics; k += 1) sum += Math.sin(k * phase) / k;
      return part.level * sum;
    });
  };

  const stretched = (samples, speed) => {
    const stretcher = new Stretcher(rate, speed);
    const heard = [];
    for (let at = 0; at < samples.length; at += piece) {
      stretcher.feed(samples.subarray(at, at + piece));
      for (let some = stretcher.read(128); some.length; some = stretcher.read(128)) heard.push(...some);
    }
    stretcher.end();
    for (let some = stretcher.read(128); some.length; some = stretcher.read(128)) heard.push(...some);
    const sums = [];
    for (let at = 0; at < heard.length; at += vectors.window) {
      sums.push(Math.round(1000 * heard.slice(at, at + vectors.window).reduce((sum, level) => sum + Math.abs(level), 0)));
    }
    return { speed, frames: heard.length, joins: stretcher.knots, sums };
  };

  return vectors.cases.map(({ sound, stretched: expected }) => {
    const whole = sound.flatMap(levels);
    const samples = Float32Array.from(whole, (level) => level / 32_768);
    const finder = new PeriodFinder(rate);
    const padded = Int32Array.from([...whole, ...new Array(finder.reach).fill(0)]);
    return { periods: finder.grid(padded, 0), stretched: expected.map(({ speed }) => stretched(samples, speed)) };
  });
};
