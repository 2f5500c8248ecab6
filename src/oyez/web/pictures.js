// A picture that does not come leaves a frame that says so; its caption stays.

import { say } from "./wording.js";

/** @param {ParentNode} root */
export function frameMissingPictures(root) {
  for (const image of root.querySelectorAll("img")) {
    if (image.complete && !image.naturalWidth) frame(image);
    else image.addEventListener("error", () => frame(image), { once: true });
  }
}

/** @param {HTMLImageElement} image */
function frame(image) {
  const empty = document.createElement("div");
  empty.className = "frame";
  empty.textContent = image.alt ? say("picture.described", { alt: image.alt }) : say("picture.missing");
  image.replaceWith(empty);
}
