"""Say it like …: the menu of a word, by pointer, finger and keyboard; heard, kept, removed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.web.articles import articles
from tests.web.axe import violations
from tests.web.chromium_page import opened, wait
from tests.web.site import Site
from tests.web.tab import NOW, PLAYER, WORD, Tab

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PANEL = "What is read, and when it stops"
KEPT = "localStorage.getItem('oyez:sayings:en')"
SAID = f"{PLAYER}.words.sentences.map(({{said}}) => said).join(' ')"
# The middle of the first place where a text stands, brought into view.
MIDDLE_OF = """(text) => {
  for (const { element, nodes } of [...document.querySelectorAll("p[data-block]")].map((element) => ({
    element, nodes: [...element.childNodes].filter((node) => node instanceof Text) }))) {
    const node = nodes.find((node) => node.data.includes(text));
    if (!node) continue;
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const range = new Range();
    const at = node.data.indexOf(text);
    range.setStart(node, at);
    range.setEnd(node, at + text.length);
    const box = range.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  }
}"""


def press(page: Page, text: str, *, move: int = 0) -> None:
    """Hold the mouse down on a text of the article for longer than a click, moving it so many pixels."""
    x, y = page.evaluate(MIDDLE_OF, text)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + move, y)
    page.wait_for_timeout(800)
    page.mouse.up()


def menu_of(page: Page, word: str) -> Any:
    menu = page.get_by_role("dialog", name=word, exact=True)
    menu.wait_for()
    return menu


def test_a_word_is_said_another_way_from_then_on(reader: Page) -> None:
    reader.evaluate(f"{PLAYER}.seek(30)")
    word = wait(reader, WORD)
    press(reader, "Gannet")
    menu = menu_of(reader, "Gannet")
    assert reader.evaluate("document.activeElement.id") == "oyez-saying"
    assert reader.evaluate(f"{PLAYER}.audio.paused"), "a long press is no click"
    reader.keyboard.type("gah-nett")
    reader.keyboard.press("Enter")
    wait(reader, SAID, lambda said: "gah-nett" in said.lower().replace(" ", "-"))
    assert not menu.is_visible()
    assert reader.evaluate(KEPT) == '{"Gannet":"gah-nett"}'
    wait(reader, WORD, lambda now: now == word)

    reader.reload()
    reader.wait_for_selector("oyez-player[data-ready]")
    assert "gah-nett" in reader.evaluate(SAID).lower().replace(" ", "-"), "kept for the next time"
    reader.get_by_role("button", name=PANEL).click()
    reader.get_by_text("Gannet → gah-nett").wait_for()
    reader.get_by_role("button", name="Remove: Gannet").click()
    wait(reader, SAID, lambda said: "gah-nett" not in said.lower().replace(" ", "-"))
    assert reader.evaluate(KEPT) is None


def test_it_is_heard_before_it_is_kept(reader: Page) -> None:
    asked: list[str] = []
    reader.on("request", lambda one: asked.append(one.url))
    reader.evaluate("""() => {
      window.heard = 0;
      const { play } = HTMLMediaElement.prototype;
      HTMLMediaElement.prototype.play = function () {
        window.heard += 1;
        window.trial = this;
        return play.call(this);
      };
    }""")
    press(reader, "Gannet")
    menu = menu_of(reader, "Gannet")
    menu.get_by_role("textbox", name="Say it like").fill("gah-nett")
    narration = reader.evaluate(f"{PLAYER}.data.id")
    menu.get_by_role("button", name="Hear it").click()
    wait(reader, "window.heard")
    wait(reader, "window.trial.paused && window.trial.currentTime > 0.1")
    assert reader.evaluate(f"window.trial !== {PLAYER}.audio")
    assert reader.evaluate(
        "window.trial.duration === Infinity || window.trial.currentTime < window.trial.duration"
    )
    assert reader.evaluate(f"{PLAYER}.data.id") == narration, "the article is as it was"
    assert reader.evaluate(KEPT) is None


def test_what_is_no_saying_is_said_in_the_menu(reader: Page) -> None:
    press(reader, "Gannet")
    menu = menu_of(reader, "Gannet")
    field = menu.get_by_role("textbox", name="Say it like")
    menu.get_by_role("button", name="Keep").click()
    menu.get_by_text("Write how it is said").wait_for()
    field.fill("…!?")
    menu.get_by_role("button", name="Keep").click()
    menu.get_by_role("alert").filter(has_text="visible characters with a letter").wait_for()
    assert field.get_attribute("aria-invalid") == "true"
    assert reader.evaluate(KEPT) is None
    reader.keyboard.press("Escape")
    assert not menu.is_visible()


def test_the_article_waits_while_the_menu_is_open(reader: Page) -> None:
    reader.get_by_role("button", name="Play").click()
    wait(reader, NOW, lambda now: now > 0.2)
    press(reader, "Gannet")
    menu = menu_of(reader, "Gannet")
    assert reader.evaluate(f"{PLAYER}.audio.paused")
    menu.get_by_role("button", name="Close").click()
    wait(reader, f"!{PLAYER}.audio.paused")
    assert reader.evaluate(NOW) < 10, "it goes on where it was"


def test_the_article_is_heard_from_the_word(reader: Page) -> None:
    press(reader, "Gannet")
    menu_of(reader, "Gannet").get_by_role("button", name="Hear from here").click()
    here = f"{PLAYER}.words.all.find(({{sentence}}) => sentence.said.includes('Gannet')).sentence.start"
    wait(reader, f"!{PLAYER}.audio.paused && {NOW} >= {here}")


def test_a_click_and_a_drag_are_no_long_press(reader: Page) -> None:
    x, y = reader.evaluate(MIDDLE_OF, "Gannet")
    reader.mouse.click(x, y)
    wait(reader, f"!{PLAYER}.audio.paused")
    press(reader, "Gannet", move=40)
    assert not reader.locator(".word-menu").is_visible()


def test_a_finger_held_down_opens_it(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = opened(context.new_page(), site.url)
    x, y = page.evaluate(MIDDLE_OF, "Gannet")
    touch = context.new_cdp_session(page)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    page.wait_for_timeout(800)
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    menu_of(page, "Gannet")
    left, top, right, bottom = page.evaluate(
        "(({left, top, right, bottom}) => [left, top, right, bottom])"
        "(document.querySelector('.word-menu').getBoundingClientRect())"
    )
    assert left >= 0 and top >= 0 and right <= 390 and bottom <= 844
    assert page.evaluate("getSelection().isCollapsed")
    context.close()


def test_the_keyboard_alone_reaches_it(reader: Page) -> None:
    reader.get_by_role("button", name=PANEL).focus()
    reader.keyboard.press("Enter")
    say = reader.get_by_role("button", name="another way")
    for _ in range(12):
        reader.keyboard.press("Tab")
        if say.evaluate("(button) => button === document.activeElement"):
            break
    reader.keyboard.press("Enter")
    reader.locator(".word-menu").wait_for()
    assert reader.evaluate("document.activeElement.id") == "oyez-saying"
    reader.keyboard.press("Escape")
    assert not reader.locator(".word-menu").is_visible()


def test_the_menu_stands_in_nobodys_way(tab: Tab, gallery: Site) -> None:
    tab.open(gallery.page_of(articles()["sample"]))
    tab.click_on(".tools .listening")
    tab.click_on(".panel.listening .sayings .more")
    tab.place(".word-menu")
    assert violations(tab) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("“Leung’s", "Leung"),
        ("Ebbwick,", "Ebbwick"),
        ("$2.5bn.", "2.5bn"),
        ("U.S.", "U.S"),
        ("3-1", "3-1"),
        ("—", ""),
        ("naïve", "naïve"),
        ("हिन्दी।", "हिन्दी"),
    ],
)
def test_a_word_is_looked_up_without_the_marks_around_it(reader: Page, text: str, word: str) -> None:
    call = f"import('/web/sayings.js').then(({{ bare }}) => bare({json.dumps(text)}))"
    assert reader.evaluate(call) == word


def test_what_the_server_would_not_take_is_not_sent(reader: Page) -> None:
    kept = json.dumps({"Leung": "Lee-ung", "empty": " ", "long": "x" * 101, "number": 3})
    reader.evaluate(f"localStorage.setItem('oyez:sayings:en', {json.dumps(kept)})")
    found = reader.evaluate("import('/web/sayings.js').then(({ keptSayings }) => keptSayings('en-GB'))")
    assert found == {"Leung": "Lee-ung"}
