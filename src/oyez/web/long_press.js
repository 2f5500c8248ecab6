// A press that stays where it is: with a finger, a pen or the mouse.

const LONG = 500; // ms
const SLACK = 8; // px that a finger trembles

/**
 * What lies under the pointer is found as it is pressed: the page may scroll on meanwhile. Where a long press is
 * answered, neither a click nor the browser's own menu follows.
 * @template Target
 * @param {HTMLElement} element
 * @param {(event: PointerEvent) => Target|null} find what is pressed; null is nothing to press long
 * @param {(target: Target) => boolean} answer whether something was done about it
 */
export function onLongPress(element, find, answer) {
  /** @type {{event: PointerEvent, target: Target}|null} */
  let pressed = null;
  let answered = false;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;

  const cancel = () => {
    clearTimeout(timer);
    pressed = null;
  };
  const due = () => {
    const target = pressed?.target;
    cancel();
    answered = target !== undefined && getSelection()?.isCollapsed !== false && answer(target);
    if (answered) getSelection()?.removeAllRanges(); // some browsers select the word that is pressed
  };

  element.addEventListener("pointerdown", (event) => {
    cancel();
    answered = false;
    const target = event.isPrimary && event.button === 0 ? find(event) : null;
    if (target === null) return;
    pressed = { event, target };
    timer = setTimeout(due, LONG);
  });
  element.addEventListener("pointermove", ({ clientX, clientY }) => {
    if (pressed && Math.hypot(clientX - pressed.event.clientX, clientY - pressed.event.clientY) > SLACK) cancel();
  });
  for (const name of ["pointerup", "pointercancel"]) element.addEventListener(name, cancel);
  element.addEventListener("contextmenu", (event) => {
    if (pressed && pressed.event.pointerType !== "mouse") due(); // a touch screen's own long press is as long
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
