// The field on the first page: an address or a text becomes an article.

import { asJson, fetched, troubleOf } from "./narrations.js";
import { say, speak } from "./wording.js";

speak([document.documentElement.lang]);

const form = /** @type {HTMLFormElement} */ (document.querySelector('form[data-oyez="open"]'));
const field = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"));
const status = /** @type {HTMLElement} */ (form.querySelector('[role="status"]'));
const button = /** @type {HTMLButtonElement} */ (form.querySelector("button"));

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  status.textContent = say("shelf.opening");
  button.disabled = true;
  try {
    const opened = /** @type {{url: string}} */ (await fetched("/api/articles", asJson({ source: field.value })));
    location.assign(opened.url);
  } catch (error) {
    status.textContent = troubleOf(error).text;
    button.disabled = false;
    field.focus();
  }
});
