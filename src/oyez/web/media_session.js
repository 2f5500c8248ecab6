// What the system shows and steers: the lock screen, the keys of a keyboard, the buttons of a headset.

import { skip, toParagraph } from "./jumps.js";
import { SKIP_SECONDS } from "./player.js";

/** @param {import("./page.js").Reading} reading */
export function bindMediaSession(reading) {
  if (!("mediaSession" in navigator)) return;
  const { article, playback } = reading;
  const session = navigator.mediaSession;

  function tellWhat() {
    const { data } = playback;
    if (!data) return;
    const signed = article.querySelector(".signed, .byline")?.textContent?.trim() ?? "";
    session.metadata = new MediaMetadata({
      title: data.title,
      artist: data.publisher || signed || "Oyez",
      album: data.publisher ? signed : "",
      artwork: [{ src: picture(article) }],
    });
  }

  function tellWhere() {
    const seconds = playback.words?.seconds ?? 0;
    session.playbackState = !playback.words ? "none" : playback.playing ? "playing" : "paused";
    if (!seconds) return;
    const position = Math.min(Math.max(playback.now, 0), seconds);
    session.setPositionState?.({ duration: seconds, playbackRate: playback.speed.times, position });
  }

  /** @type {Partial<Record<MediaSessionAction, MediaSessionActionHandler>>} */
  const actions = {
    play: () => playback.play(),
    pause: () => playback.pause(),
    stop: () => playback.pause(),
    seekbackward: ({ seekOffset }) => skip(reading, -(seekOffset ?? SKIP_SECONDS)),
    seekforward: ({ seekOffset }) => skip(reading, seekOffset ?? SKIP_SECONDS),
    seekto: ({ seekTime }) => void (seekTime !== undefined && playback.seek(seekTime)),
    previoustrack: () => toParagraph(reading, -1),
    nexttrack: () => toParagraph(reading, 1),
  };
  for (const [action, handler] of Object.entries(actions)) {
    try {
      session.setActionHandler(/** @type {MediaSessionAction} */ (action), handler);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // an action this browser does not know
    }
  }
  playback.addEventListener("narration", tellWhat);
  for (const name of ["narration", "loaded", "made", "state"]) playback.addEventListener(name, tellWhere);
  playback.audio.addEventListener("seeked", tellWhere);
  playback.speed.addEventListener("change", tellWhere);
  article.querySelector("img")?.addEventListener("load", tellWhat, { once: true });
}

/** The first picture the page shows already, else our own sign. @param {ParentNode} article */
function picture(article) {
  const shown = [...article.querySelectorAll("img")].find((image) => image.complete && image.naturalWidth);
  const sign = /** @type {HTMLLinkElement|null} */ (document.querySelector('link[rel="icon"]'));
  return shown?.currentSrc || (sign?.href ?? "");
}
