"""Chinese, Japanese and Thai are said and lit word by word, and no character is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oyez.model.article import Article, Paragraph
from oyez.scripting import segmenting
from oyez.scripting.adapting import adapt
from oyez.scripting.segmenting import segmented
from oyez.scripting.tokens import tokenise, tokenise_unspaced


def words(text: str, language: str) -> list[str]:
    cut = tokenise if language == "th" else tokenise_unspaced
    tokens, _ = segmented(text, cut(text, 0, len(text)), language)
    return [text[token.start : token.end] for token in tokens]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("zh-Hans", "港口从星期一中午开始关闭。", "港口 从 星期一 中午 开始 关闭。"),
        ("zh", "“我们看《G20》。好！”", "“我们 看 《G20》。 好！”"),
        ("zh", "市长2024年宣布3.5%的关税。", "市长 2024年 宣布 3.5% 的 关税。"),
        ("zh-Hant", "香港特區政府週三公布數據。", "香港 特區 政府 週三 公布 數據。"),
        ("ja", "市長は2024年に新しい港を開いた。", "市長は 2024年に 新しい 港を 開いた。"),
        ("ja", "「雨が降っている」と述べた。", "「雨が 降っている」 と 述べた。"),
    ],
)
def test_words(language: str, text: str, wanted: str) -> None:
    assert words(text, language) == wanted.split()


def test_thai_runs_are_cut() -> None:
    found = words("ไม่มีใครที่ทำงานที่นั่นแปลกใจ (วันจันทร์)", "th")
    assert len(found) > 5
    assert found[-1].endswith(")")


TEXTS = st.text(
    st.sampled_from(
        "港口星期一从开始关闭的在雨。，《》“”（）G2 0.5%年第々ーぁカタ降っているกำเ็ไม่ๆ\u0301 \n😀"
    )
)


@given(TEXTS, st.sampled_from(["zh", "zh-Hant", "ja", "th", "yue"]))
def test_no_character_is_lost(text: str, language: str) -> None:
    cut = tokenise if language == "th" else tokenise_unspaced
    before = cut(text, 0, len(text))
    tokens, _ = segmented(text, before, language)
    covered = [at for token in tokens for at in range(token.start, token.end)]
    assert covered == [at for token in before for at in range(token.start, token.end)]
    if language != "th":
        assert all(text[t.start : t.end] == t.before + t.core + t.after for t in tokens)


def test_a_listeners_own_word_stays_one_word() -> None:
    article = Article("港口", (Paragraph("美国总统特朗普宣布关税。"),), "zh")
    script = adapt(article, sayings={"特朗普": "川普"})
    said = {word.say: (word.start, word.end) for word in script.sentences[1].words}
    assert said["川普"] == (4, 7)
    assert "美国" in said


def test_without_its_library_each_sign_is_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segmenting, "_model", lambda _: None)
    assert words("我们看。", "zh") == ["我", "们", "看。"]
