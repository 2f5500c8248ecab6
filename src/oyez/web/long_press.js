// A press that stays where it is: with a finger, a pen or the mouse.

const LONG = 500; // ms
const SLACK = 8; // px that a finger trembles

/**
 * Where a long press is answered, neither a click nor the browser's own menu follows.
 * @param {HTMLElement} element
 * @param {(event: PointerEvent) => boolean} answer whether something was done about it
 */
export function onLongPress(element, answer) {
  /** @type {PointerEvent|null} */
  let pressed = null;
  let answered = false;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;

  const cancel = () => {
    clearTimeout(timer);
    pressed = null;
  };
  const due = () => {
    const event = pressed;
    cancel();
    answered = event !== null && getSelection()?.isCollapsed !== false && answer(event);
    if (answered) getSelection()?.removeAllRanges(); // some browsers select the word that is pressed
  };

  element.addEventListener("pointerdown", (event) => {
    cancel();
    answered = false;
    if (!event.isPrimary || event.button !== 0) return;
    pressed = event;
    timer = setTimeout(due, LONG);
  });
  element.addEventListener("pointermove", (event) => {
    if (pressed && Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) > SLACK) cancel();
  });
  for (const name of ["pointerup", "pointercancel"]) element.addEventListener(name, cancel);
  addEventListener("scroll", cancel, { passive: true });
  element.addEventListener("contextmenu", (event) => {
    if (pressed && pressed.pointerType !== "mouse") due(); // a touch screen's own long press is as long
    if (answered) event.preventDefault();
  });
  element.addEventListener(
    "click",
    (event) => {
      if (answered) event.preventDefault();
      answered = false;
    },
    { capture: true },
  );
}
