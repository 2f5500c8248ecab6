"""Which parts of an article are spoken, in which order, and with which pauses."""

from __future__ import annotations

import subprocess
import sys

import pytest

from oyez.errors import InvalidOption
from oyez.model.article import (
    Article,
    Block,
    Byline,
    Code,
    Credit,
    Dateline,
    Embed,
    Figure,
    Footnote,
    Heading,
    ListItem,
    Mark,
    Paragraph,
    PullQuote,
    Quote,
    Standfirst,
    Table,
)
from oyez.model.json import from_json, to_json
from oyez.model.script import Script
from oyez.scripting import SPEAKABLE, adapt
from oyez.scripting.pauses import AFTER, BEFORE_HEADING, SENTENCE


def _script(*blocks: Block, language: str = "en", **options: object) -> Script:
    return adapt(Article("A title", blocks, language), **options)  # type: ignore[arg-type]


def _said(script: Script) -> list[str]:
    return [sentence.said for sentence in script.sentences]


def _why(script: Script) -> dict[tuple[int, str], str]:
    return {(silent.block, silent.part): silent.why for silent in script.silent}


def test_title_first_then_blocks_in_order() -> None:
    script = _script(Standfirst("In short."), Heading("Part one"), Paragraph("It rained. It stopped."))
    assert [(one.block, one.role, one.said) for one in script.sentences] == [
        (None, "headline", "A title."),
        (0, "standfirst", "In short."),
        (1, "heading", "Part one."),
        (2, "paragraph", "It rained."),
        (2, "paragraph", "It stopped."),
    ]
    pauses = [one.pause for one in script.sentences]
    assert pauses == [AFTER["headline"], BEFORE_HEADING, AFTER["heading"], SENTENCE, AFTER["paragraph"]]


def test_a_heading_raises_the_pause_before_it() -> None:
    script = _script(Paragraph("It rained."), Heading("Next"))
    assert script.sentences[1].pause == BEFORE_HEADING > AFTER["paragraph"]


def test_bylines_captions_credits_code_embeds_and_footnotes_are_shown() -> None:
    figure = Figure("A boat.", Credit("Photo: pool"))
    script = _script(
        Byline("By Jo"), Dateline("PARIS"), figure, Code("x = 1"), Embed("a post"), Footnote("Note.", "1")
    )
    assert _said(script) == ["A title."]
    assert _why(script) == {
        (0, "text"): "bylines are shown, not read",
        (1, "text"): "datelines are shown, not read",
        (2, "text"): "captions are shown, not read",
        (2, "credit"): "credits are shown, not read",
        (3, "text"): "code is shown, not read",
        (4, "text"): "embedded content is shown",
        (5, "text"): "footnotes are shown, not read",
    }


def test_everything_but_embeds_can_be_spoken() -> None:
    figure = Figure("A boat.", Credit("Photo: pool"))
    blocks = (Byline("By Jo"), figure, Code("x = 1\n}"), Embed("a post"), Footnote("Note.", "1"))
    script = _script(*blocks, speak=SPEAKABLE)
    assert _said(script) == [
        "A title.",
        "By Jo.",
        "Photo caption: A boat.",
        "Photo: pool.",
        "Code: x equals one.",
        "Footnote one: Note.",
    ]
    assert _why(script) == {(3, "text"): "embedded content is shown"}


def test_a_repeating_pull_quote_is_never_spoken_and_another_only_on_request() -> None:
    blocks = (Paragraph("We go on."), PullQuote("We go on.", "Lee", 0), PullQuote("Sing.", "An alto"))
    assert _said(_script(*blocks)) == ["A title.", "We go on."]
    script = _script(*blocks, speak={"quotes"})
    assert _said(script) == ["A title.", "We go on.", "Pull quote: Sing.", "An alto."]
    why = "repeats a sentence already read"
    assert _why(script) == {(1, "text"): why, (1, "attribution"): why}


def test_a_quotes_speaker_comes_behind_it_as_added_words() -> None:
    script = _script(Quote("Bring boots.", "Ms. Lee"))
    assert _said(script) == ["A title.", "Bring boots.", "Ms Lee."]
    assert all(word.start == word.end == len("Bring boots.") for word in script.sentences[-1].words)


def test_a_caption_is_spoken_once_and_says_its_positions() -> None:
    caption = "Jo (R) and Al (2ndL) meet Bo (C, front)."
    script = _script(Figure(caption), Figure(caption.upper()), speak={"captions"})
    assert _said(script)[1] == ("Photo caption: Jo, right, and Al, second from left, meet Bo, centre, front.")
    assert _why(script) == {(1, "text"): "repeated caption"}


def test_positions_are_places_only_in_captions() -> None:
    assert _said(_script(Paragraph("Vitamin (C) helps.")))[1] == "Vitamin, C, helps."


def test_ordered_items_are_announced_by_their_number() -> None:
    script = _script(ListItem("Bread", 1), ListItem("Butter"), ListItem("Jam", 12))
    assert _said(script)[1:] == ["one. Bread.", "Butter.", "twelve. Jam."]


def test_table_rows_announce_their_cells() -> None:
    table = Table(("Town", "2021", "Change"), (("Tarrow", "46.2", "-3.1"), ("Moss", "—", "+1")))
    script = _script(table)
    assert _said(script)[1:] == [
        "Town: Tarrow, twenty twenty one: forty six point two, Change: minus three point one.",
        "Town: Moss, Change: plus one.",
    ]
    header = [word for word in script.sentences[1].words if word.end <= len("Town\t2021\tChange")]
    assert [word.say for word in header] == ["", "", ""]
    assert _why(_script(table, speak=())) == {(0, "text"): "tables are shown, not read"}


def test_a_footnote_mark_is_shown_not_said() -> None:
    text = "Nothing was wrong.1 The loop ran."
    script = _script(Paragraph(text, (Mark(18, 19, "link", "#note-1"),)))
    assert _said(script)[1:] == ["Nothing was wrong.", "The loop ran."]
    assert (18, 19, "footnote reference") in {
        (word.start, word.end, word.rule) for word in script.sentences[1].words
    }


def test_a_block_of_stars_is_named_silent() -> None:
    assert _why(_script(Paragraph("* * *"))) == {(0, "text"): "nothing in it is said"}


def test_unknown_options_name_those_that_exist() -> None:
    with pytest.raises(InvalidOption, match="captions, credits, quotes"):
        _script(speak={"adverts"})
    with pytest.raises(InvalidOption, match="pause, words, none"):
        _script(quotations="loud")


def test_other_languages_are_said_as_written_and_say_so() -> None:
    script = _script(Paragraph("Il gagne 2,5 % de plus."), language="fr")
    assert _said(script)[1] == "Il gagne 2,5 % de plus."
    assert script.notes == ("no speaking rules for fr yet: numbers and abbreviations are left to the voice",)


def test_chinese_is_lit_word_by_word() -> None:
    script = _script(Paragraph("我们看《G20》。好！"), language="zh-Hans")
    first = script.sentences[1]
    assert [(word.start, word.end, word.say) for word in first.words] == [
        (0, 2, "我们"),
        (2, 3, "看"),
        (3, 9, "G20"),
    ]
    assert first.words[-1].mark == "."
    assert script.sentences[2].said == "好!"


def test_a_script_survives_json() -> None:
    script = _script(Paragraph("“😀 We go,” he said: $2.5bn."), Table(("a",), (("1",),)))
    assert from_json(Script, to_json(script)) == script


def test_importing_the_room_loads_none_of_it() -> None:
    code = (
        "import sys, oyez.scripting; print([n for n in sys.modules if 'sentencex' in n or 'scripting.' in n])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
