// Plays for a while, and notes the audio clock, when each word was lit, and what timeupdate alone would have lit.
async ({ times, from, seconds }) => {
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const player = document.querySelector("oyez-player");
  const { audio } = player;
  const words = player.words.all.filter((word) => word.end > word.start && word.to > word.from);
  const place = (block, start) => `${block ?? "title"} ${start}`;
  const index = new Map(words.map((word) => [place(word.block, word.start), word.index]));
  const clock = [];
  const lit = [];
  const told = [];

  player.speed.times = times;
  player.seek(from);
  player.play();
  while (audio.paused || audio.seeking || player.now < from + 0.2 || player.now > from + 30) await wait(20);
  await wait(500); // the sound has settled

  const { add } = Highlight.prototype;
  Highlight.prototype.add = function (range) {
    if (this === CSS.highlights.get("oyez-word")) {
      const { block } = range.startContainer.parentElement.closest("[data-block]").dataset;
      lit.push([performance.now(), index.get(place(block, range.startOffset)) ?? null]);
    }
    return add.call(this, range);
  };
  const onTime = () => told.push([performance.now(), player.words.at(player.now)?.index ?? null]);
  audio.addEventListener("timeupdate", onTime);
  const sampling = setInterval(() => clock.push([performance.now(), audio.currentTime]), 5);
  await wait(seconds * 1000);
  clearInterval(sampling);
  audio.removeEventListener("timeupdate", onTime);
  Highlight.prototype.add = add;
  player.pause();
  await wait(300);
  const shift = player.now - audio.currentTime; // narration's time where the media's time is 0
  return { clock, lit, told, words: words.map((word) => [word.index, word.from - shift]) };
};
