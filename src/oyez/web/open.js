// The fields on the first page: an address, a text or a file becomes an article.

import { asJson, fetched, troubleOf } from "./narrations.js";
import { say, speak } from "./wording.js";

speak([document.documentElement.lang]);

const form = /** @type {HTMLFormElement} */ (document.querySelector('form[data-oyez="open"]'));
const field = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"));
const file = /** @type {HTMLInputElement} */ (form.querySelector('input[type="file"]'));
const status = /** @type {HTMLElement} */ (form.querySelector('[role="status"]'));
const button = /** @type {HTMLButtonElement} */ (form.querySelector("button"));

form.addEventListener("submit", (event) => {
  event.preventDefault();
  void open(field, "/api/articles", asJson({ source: field.value }));
});

file.addEventListener("change", () => {
  const [chosen] = file.files ?? [];
  // What it is its content tells: the browser's guess goes by the name.
  const headers = { "Content-Type": "application/octet-stream" };
  if (chosen) void open(file, "/api/files", { method: "POST", headers, body: chosen });
});

/**
 * Open what was given, or say why it cannot be; `from` is where to try again.
 * @param {HTMLElement} from
 * @param {string} door
 * @param {RequestInit} order
 */
async function open(from, door, order) {
  status.textContent = say("shelf.opening");
  button.disabled = true;
  try {
    const opened = /** @type {{url: string}} */ (await fetched(door, order));
    location.assign(opened.url);
  } catch (error) {
    status.textContent = troubleOf(error).text;
    button.disabled = false;
    file.value = ""; // the same file may be chosen again
    from.focus();
  }
}
