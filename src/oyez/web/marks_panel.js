// Marks on the page: the button of the bar, the signs beside the text, the list with notes, and the sheet to take away.

import { button } from "./bar.js";
import { icon } from "./icons.js";
import { toSentence } from "./jumps.js";
import { lineBox } from "./line_box.js";
import { make } from "./make.js";
import { Marks, asMarkdown } from "./marks.js";
import { bindPanel, close, makePanel } from "./panels.js";
import { timeText } from "./speed.js";
import { number, say } from "./wording.js";

/** @typedef {import("./marks.js").Mark} Mark */
/** @typedef {import("./page.js").Reading} Reading */

/** @param {Reading} reading */
export function bindMarks(reading) {
  const { page, article, text, player, playback } = reading;
  const parts = /** @type {import("./bar.js").Parts} */ (player.parts);
  const marks = new Marks(page.article);
  const opener = button("marks");
  const told = make("p", { class: "unseen", "aria-live": "polite" });
  const list = make("ol", { class: "marked" });
  const status = make("p", { class: "told", "aria-live": "polite" });
  const panel = makePanel("marks", say("marks"));
  const save = make("button", { type: "button", class: "chip", onclick: download }, say("marks.save"));
  const copy = make("button", { type: "button", class: "chip", onclick: toClipboard }, say("marks.copy"));
  const sheet = make("div", { class: "chips" }, save, copy);
  const none = make("p", { class: "none" }, say("marks.none"));
  const signs = make("div", { class: "mark-signs", "aria-hidden": "true" });
  copy.hidden = !navigator.clipboard;
  parts.tools.append(opener);
  panel.append(none, list, sheet, status);
  player.append(panel, told);
  document.body.append(signs);
  const lit = "highlights" in CSS ? new Highlight() : null;
  if (lit) CSS.highlights.set("oyez-mark", lit);
  /** @type {import("./words.js").Sentence|null|undefined} */
  let now;

  bindPanel(opener, panel, { onOpen: drawList, focus: () => panel.querySelector(".go") });
  parts.mark.addEventListener("click", toggle);
  parts.mark.setAttribute("aria-pressed", "false");
  marks.addEventListener("change", draw);
  playback.addEventListener("narration", draw);
  playback.addEventListener("moved", follow);
  new ResizeObserver(drawSigns).observe(article);
  draw();

  function toggle() {
    const { sentence } = playback;
    if (!sentence) return;
    const marked = marks.toggle(sentence, quoteOf(sentence));
    const done = say(marked ? "marks.set" : "marks.gone");
    told.textContent = marks.kept ? done : `${done} ${say("marks.unkept")}`;
    if (!marks.kept) player.say(say("marks.unkept"));
  }

  /** @param {import("./words.js").Sentence} sentence */
  function quoteOf({ block, shown, said }) {
    return (shown && text.range(block, shown.start, shown.end)?.toString()) || said;
  }

  function follow() {
    if (playback.sentence === now) return;
    now = playback.sentence;
    parts.mark.setAttribute("aria-pressed", String(Boolean(marks.of(now))));
  }

  function draw() {
    now = undefined;
    follow();
    const { length } = marks.all;
    if (length) opener.dataset.count = number(length);
    else delete opener.dataset.count;
    opener.setAttribute("aria-label", length ? say("marks.count", { count: length }) : say("marks"));
    lit?.clear();
    for (const { block, offset, end } of marks.all) {
      const range = lit && text.range(block, offset, end);
      if (range) lit?.add(range);
    }
    drawSigns();
    if (panel.matches(":popover-open")) drawList();
  }

  function drawSigns() {
    const drawn = marks.all.map((mark) => {
      const word = wordOf(mark);
      const line = word && lineBox(text, word);
      if (!line) return null;
      const sign = make("span", {}, icon("mark"));
      sign.style.setProperty("inset-block-start", `${line.top.toFixed(1)}px`);
      sign.style.setProperty("block-size", `${line.height.toFixed(1)}px`);
      const rtl = getComputedStyle(article).direction === "rtl";
      sign.style.setProperty("left", `${(rtl ? line.right : line.left).toFixed(1)}px`);
      sign.classList.toggle("rtl", rtl);
      return sign;
    });
    signs.replaceChildren(...drawn.filter((sign) => sign !== null));
  }

  /** @param {Mark} mark */
  function wordOf({ block, offset, end }) {
    const { words } = playback;
    const word = words?.near({ block, offset });
    return word && word.block === block && word.start < end ? word : null;
  }

  /** As heard at the chosen speed; empty where it is not read now. @param {Mark} mark */
  function timeOf(mark) {
    const word = wordOf(mark);
    return word ? timeText(word.sentence.start / playback.speed.times) : "";
  }

  function drawList() {
    const any = marks.all.length > 0;
    none.hidden = any;
    sheet.hidden = !any;
    status.textContent = marks.kept ? "" : say("marks.unkept");
    list.replaceChildren(...marks.all.map((mark) => entry(mark)));
  }

  /** @param {Mark} mark */
  function entry(mark) {
    const time = timeOf(mark);
    const short = mark.quote.length > 60 ? `${mark.quote.slice(0, 60)}…` : mark.quote;
    const note = make("textarea", { rows: 1, placeholder: say("marks.note"), "aria-label": say("marks.note.of", { sentence: short }) });
    note.value = mark.note;
    note.addEventListener("input", () => {
      marks.write(mark, note.value);
      status.textContent = marks.kept ? "" : say("marks.unkept");
    });
    const drop = make("button", { type: "button", class: "drop", "aria-label": say("marks.delete.of", { sentence: short }), title: say("marks.delete") }, icon("close"));
    drop.addEventListener("click", () => {
      const index = marks.all.indexOf(mark);
      marks.remove(mark);
      const left = list.querySelectorAll(".drop");
      const next = left[Math.min(index, left.length - 1)] ?? opener;
      if (next instanceof HTMLElement) next.focus();
    });
    const go = make("button", { type: "button", class: "go", lang: article.lang || null, disabled: !wordOf(mark), onclick: () => goTo(mark) }, make("span", { dir: "auto" }, mark.quote), " ", make("small", {}, time || say("marks.unread")));
    return make("li", {}, go, drop, note);
  }

  /** @param {Mark} mark */
  function goTo(mark) {
    const word = wordOf(mark);
    if (!word) return;
    close(panel);
    toSentence(reading, word.sentence);
  }

  function asText() {
    const { data } = playback;
    const date = article.querySelector(".signed time")?.textContent ?? "";
    const about = { title: data?.title ?? document.title, publisher: data?.publisher ?? null, url: data?.url ?? null, date };
    return asMarkdown(about, marks.all.map((mark) => ({ mark, time: timeOf(mark) })));
  }

  function download() {
    const address = URL.createObjectURL(new Blob([asText()], { type: "text/markdown" }));
    const name = (playback.data?.title ?? "").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60).toLowerCase();
    make("a", { href: address, download: `${name || "marks"}.md` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000); // a slow disk is still reading it
    status.textContent = say("marks.saved");
  }

  async function toClipboard() {
    try {
      await navigator.clipboard.writeText(asText());
      status.textContent = say("marks.copied");
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      status.textContent = say("marks.uncopied"); // the browser asked, and the listener said no
    }
  }
}
