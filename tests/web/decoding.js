// The samples of parts of an encoded sound, as the page's own modules read them: [[from, [sample, …]], …].
async ({ base, sound, type, how, parts }) => {
  const { encodedOf, decoded } = await import(`${base}encoded.js`);
  const bytes = Uint8Array.from(atob(sound), (char) => char.charCodeAt(0));
  const cut = Math.floor(bytes.length / 3); // a stream comes in pieces that end anywhere
  const pieces = [bytes.slice(0, 1000), bytes.slice(1000, cut), bytes.slice(cut)];
  const source = how === "stream" ? { pieces, live: { lead: 0 } } : { src: "", blob: new Blob([bytes], { type }) };
  const encoded = await encodedOf(source);
  const read = async ([from, to]) => {
    const { from: start, samples } = await decoded(encoded, from, to);
    return [start, Array.from(samples)];
  };
  return { rate: encoded.rate, parts: await Promise.all(parts.map(read)) };
};
