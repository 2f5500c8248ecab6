// Panels above the bar: each opened by its button, one at a time, closed by Escape or a tap beside it. The browser's
// own popovers do this, and give the focus back to the button.

/**
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} panel
 * @param {{onOpen?: () => void, focus?: () => HTMLElement|null}} [doing] what to do before it is seen; what then gets the focus
 */
export function bindPanel(button, panel, { onOpen, focus } = {}) {
  panel.popover = "auto";
  button.popoverTargetElement = panel;
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", panel.id);
  panel.addEventListener("beforetoggle", (event) => {
    if (event.newState === "open") onOpen?.();
  });
  panel.addEventListener("toggle", (event) => {
    const open = event.newState === "open";
    button.setAttribute("aria-expanded", String(open));
    // The event comes a moment after the panel does: a listener who was faster keeps the focus.
    if (open && !panel.contains(document.activeElement)) (focus?.() ?? panel.querySelector("button, input, select, textarea, a"))?.focus();
  });
}

/** @param {HTMLElement} panel */
export function close(panel) {
  if (panel.matches(":popover-open")) panel.hidePopover();
}

/**
 * A panel with its heading, empty otherwise.
 * @param {string} name of its id: "speed" -> "oyez-speed"
 * @param {string} heading
 */
export function makePanel(name, heading) {
  const panel = document.createElement("section");
  panel.className = `panel ${name}`;
  panel.id = `oyez-${name}`;
  panel.setAttribute("aria-labelledby", `${panel.id}-heading`);
  panel.setAttribute("role", "dialog");
  const title = document.createElement("h2");
  title.id = `${panel.id}-heading`;
  title.textContent = heading;
  panel.append(title);
  return panel;
}
