// The field on the first page: an address or a text becomes an article.

import { Trouble, fetched } from "oyez/narrations.js";

const form = /** @type {HTMLFormElement} */ (document.querySelector('form[data-oyez="open"]'));
const field = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"));
const status = /** @type {HTMLElement} */ (form.querySelector('[role="status"]'));
const button = /** @type {HTMLButtonElement} */ (form.querySelector("button"));

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  status.textContent = "Reading the page …";
  button.disabled = true;
  try {
    const headers = { "Content-Type": "application/json" };
    const body = JSON.stringify({ source: field.value });
    const opened = /** @type {{url: string}} */ (await fetched("/api/articles", { method: "POST", headers, body }));
    location.assign(opened.url);
  } catch (error) {
    const why = error instanceof Trouble ? error : new Trouble("That failed.");
    status.textContent = `${why.message} ${why.hint}`.trim();
    button.disabled = false;
    field.focus();
  }
});
