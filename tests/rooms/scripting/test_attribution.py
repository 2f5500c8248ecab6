"""Who says what: sentences as news writes them, with the speaker whom a careful reader would name."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rooms.scripting.attributed import GERMAN, PASSAGES

from oyez.model.article import Article, Block, Figure, Heading, Paragraph, PullQuote, Quote
from oyez.model.quotation import Passage, Quotation
from oyez.scripting.attribution import quotations

# Text (a newline parts paragraphs) -> each quotation that has a speaker, by its first words, and who that is;
# "?" behind a name: a pronoun stands there. Quotations not named here have no speaker in the text.
TABLE: tuple[tuple[str, dict[str, str]], ...] = (
    # behind the quotation
    ("“The bridge is safe,” said Ada Mwangi.", {"The bridge": "Ada Mwangi"}),
    ("“The bridge is safe,” Ada Mwangi said on Monday.", {"The bridge": "Ada Mwangi"}),
    ("“Is it safe?” asked Bo Lindqvist, 34, a nurse.", {"Is it": "Bo Lindqvist"}),
    ("“Is it safe?” Mwangi asked.", {"Is it": "Mwangi"}),
    ("“We will rebuild,” the mayor of Tarrow told reporters.", {"We will": "the mayor of Tarrow"}),
    ("“We will rebuild,” said a spokesman for the port on Friday.", {"We will": "a spokesman for the port"}),
    ("“We will rebuild,” said the mayor, Ada Mwangi.", {"We will": "Ada Mwangi"}),
    ("“We will rebuild,” said harbour resident Ada Mwangi, 51.", {"We will": "Ada Mwangi"}),
    ("“We will rebuild,” Ada Mwangi, who runs the port, told the council.", {"We will": "Ada Mwangi"}),
    ("“He is at home,” said Mwangi’s lawyer.", {"He is": "Mwangi’s lawyer"}),
    ("“No trains run today,” according to the Harbour Railway.", {"No trains": "the Harbour Railway"}),
    ('"The tide was high," police said.', {"The tide": "police"}),
    ("‘The farmers’ road is shut,’ said Dr. Ada Mwangi.", {"The farmers": "Ada Mwangi"}),
    ("‘The road is shut’, Mwangi said.", {"The road": "Mwangi"}),
    ("“We won,” said J.K. Osei, the captain.", {"We won": "J.K. Osei"}),
    ("“We disagree,” Ada Mwangi and Bo Lindqvist wrote.", {"We disagree": "Ada Mwangi and Bo Lindqvist"}),
    # in front of it
    ("Ada Mwangi said: “The bridge is safe.”", {"The bridge": "Ada Mwangi"}),
    ("On Monday, Ada Mwangi told the court: “I was not there.”", {"I was": "Ada Mwangi"}),
    ("Ada Mwangi, a nurse, told the Harbour Post: “I was not there.”", {"I was": "Ada Mwangi"}),
    ("Ada Mwangi of the Tide Institute said, “The sea is rising.”", {"The sea": "Ada Mwangi"}),
    ("The company added in a statement: “We regret the delay.”", {"We regret": "The company"}),
    ("But Mwangi later wrote: “Nobody asked me.”", {"Nobody": "Mwangi"}),
    ("The port in a statement said: “We are ready.”", {"We are": "The port"}),
    ("“We are ready,” Prime Minister Ada Mwangi said.", {"We are": "Ada Mwangi"}),
    ("Party leader Ada Mwangi said: “We are ready.”", {"We are": "Ada Mwangi"}),
    ("The mayor, Ada Mwangi, said: “We are ready.”", {"We are": "Ada Mwangi"}),
    ("Mwangi rejected the charge, saying: “I was not there.”", {"I was": "Mwangi"}),
    ("Mwangi smiled and said: “Not today.”", {"Not today": "Mwangi"}),
    ("Mwangi said the plan was “a very serious mistake”.", {"a very": "Mwangi"}),
    ("According to Ada Mwangi, “the sea has won this time”.", {"the sea": "Ada Mwangi"}),
    # going on
    ("“We won,” said Mwangi. “It took years.”", {"We won": "Mwangi", "It took": "Mwangi"}),
    ("“We won,” Mwangi said, “but it took years.”", {"We won": "Mwangi", "but it": "Mwangi"}),
    ("“We won,” said Mwangi, adding: “It took years.”", {"We won": "Mwangi", "It took": "Mwangi"}),
    (
        "“We won,” said Mwangi. “It took years.\n“And it cost a lot.”",
        {"We won": "Mwangi", "It took": "Mwangi", "And it": "Mwangi"},
    ),
    ("“We won,” said Mwangi. “No,” Bo Lindqvist replied.", {"We won": "Mwangi", "No,": "Bo Lindqvist"}),
    ("Ada Mwangi said it was over. “We won,” Mwangi added.", {"We won": "Ada Mwangi"}),
    # pronouns
    ("Ada Mwangi said the work was done. “We won,” she added.", {"We won": "Ada Mwangi?"}),
    ("“We won,” said Ada Mwangi. She added: “At last.”", {"We won": "Ada Mwangi", "At last": "Ada Mwangi?"}),
    ("“We won,” said Ada Mwangi.\n“At last,” she said.", {"We won": "Ada Mwangi", "At last": "Ada Mwangi?"}),
    ("Ada Mwangi opened the market. “It is big,” she said.", {"It is": "Ada Mwangi?"}),
    # two people, or none: nobody is named
    ("Ada Mwangi told Bo Lindqvist the talks had failed. “I know,” he said.", {"I know": "Bo Lindqvist?"}),
    ("Mr. Mwangi said it was over. Later the rain came. It fell for days. “Enough,” he said.", {}),
    ("Mr. Mwangi said it was over. “Enough,” she said.", {}),
    ("“Enough,” he said.", {}),
    ("The “green belt” was built by Mwangi.", {}),
    ("Mwangi said a sign reading “Keep off the new grass” was stolen.", {}),
    ("Mwangi was told: “Leave at once.”", {}),
    ("The envoy was told that “this was a clear violation”.", {}),
    ("Mwangi never said: “Leave at once.”", {}),
    ("Colleagues of Ada Mwangi said: “She left.”", {"She left": "Colleagues of Ada Mwangi"}),
    ("Mwangi said Bo Lindqvist told the crowd: “Leave at once.”", {"Leave": "Bo Lindqvist"}),
    ("“Leave at once.” Mwangi said the words were not hers.", {}),
    ("He called it “a complete mess,” police said.", {}),
    ("“Leave” was the title of a film. Mwangi said it was good.", {}),
    ("Asked by Bo Lindqvist about it, Mwangi said: “No.”", {"No.": "Mwangi"}),
    ("She read “The Long Way Down,” by Ada Mwangi, and said nothing.", {}),
    ("“We won, said Mwangi. It took years.", {}),
)  # fmt: skip


def _article(text: str, language: str = "en") -> Article:
    return Article("T", tuple(Paragraph(line) for line in text.split("\n")), language)


def _heard(article: Article) -> dict[str, str]:
    """Quoted words -> speaker."""
    return {
        article.blocks[passage.block].text[passage.start : passage.end]: one.speaker + "?" * one.inferred
        for one in quotations(article)
        for passage in one.passages
    }


@pytest.mark.parametrize(("text", "speakers"), TABLE)
def test_nobody_is_given_words_that_are_not_theirs(text: str, speakers: dict[str, str]) -> None:
    for quoted, speaker in _heard(_article(text)).items():
        wanted = next((name for start, name in speakers.items() if quoted.startswith(start)), None)
        assert speaker == wanted, quoted


def test_most_speakers_are_found() -> None:
    found = sum(len(_heard(_article(text))) for text, _ in TABLE)
    wanted = sum(len(speakers) for _, speakers in TABLE)
    assert found / wanted >= 0.9, f"{found} of {wanted}"


@pytest.mark.parametrize(
    ("language", "text", "speakers"), [("en", *one) for one in PASSAGES] + [("de", *one) for one in GERMAN]
)
def test_no_passage_has_a_wrong_speaker(language: str, text: str, speakers: dict[str, str]) -> None:
    for quoted, speaker in _heard(_article(text, language)).items():
        assert speaker == next((name for start, name in speakers.items() if quoted.startswith(start)), None)


@pytest.mark.parametrize(("language", "passages"), [("en", PASSAGES), ("de", GERMAN)])
def test_few_speakers_of_the_passages_are_missed(
    language: str, passages: tuple[tuple[str, dict[str, str]], ...]
) -> None:
    found = sum(len(_heard(_article(text, language))) for text, _ in passages)
    assert found / sum(len(speakers) for _, speakers in passages) >= 0.95


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("de", "„Die Brücke ist sicher“, sagte Ada Mwangi am Montag.", "Ada Mwangi"),
        ("de", "Mwangi erklärte: „Die Brücke ist sicher.“", "Mwangi"),
        ("de", "»Die Brücke ist sicher«, so Ada Mwangi.", "Ada Mwangi"),
        ("fr", "« Le pont est sûr », a déclaré Ada Mwangi.", "Ada Mwangi"),
        ("fr", "Ada Mwangi a expliqué : « Le pont est sûr. »", "Ada Mwangi"),
        ("es", "«El puente es seguro», dijo Ada Mwangi el lunes.", "Ada Mwangi"),
        ("es", "Ada Mwangi afirmó: “El puente es seguro”.", "Ada Mwangi"),
    ],
)
def test_other_languages(language: str, text: str, speaker: str) -> None:
    assert list(_heard(_article(text, language)).values()) == [speaker]


def test_a_run_of_one_speaker_is_one_quotation_with_its_evidence() -> None:
    text = "“We won,” said Ada Mwangi. “It took years.”"
    (one,) = quotations(_article(text))
    assert one == Quotation("Ada Mwangi", (Passage(0, 1, 8), Passage(0, 28, 42)), Passage(0, 10, 25))
    assert [text[part.start : part.end] for part in one.passages] == ["We won,", "It took years."]
    assert one.evidence and text[one.evidence.start : one.evidence.end] == "said Ada Mwangi"


def test_blocks_with_an_attribution() -> None:
    blocks: tuple[Block, ...] = (
        Quote("Bring boots.", "— Ada Mwangi, mayor of Tarrow"),
        Paragraph("“We won,” said Bo Lindqvist."),
        PullQuote("We won,", "Bo Lindqvist", 1),
        PullQuote("Come early.", "Bo Lindqvist"),
        Quote("No name."),
    )
    for language in ("en", "pl", ""):
        found = [(one.speaker, one.passages[0].block) for one in quotations(Article("T", blocks, language))]
        body = [("Bo Lindqvist", 1)] if language == "en" else [("Bo Lindqvist", 2)]
        assert found == [("Ada Mwangi", 0), *body, ("Bo Lindqvist", 3)]


def test_a_heading_ends_what_is_remembered_and_a_picture_does_not() -> None:
    first, second = Paragraph("Ada Mwangi said it was over."), Paragraph("“We won,” she said.")
    assert _heard(Article("T", (first, Heading("Next"), second), "en")) == {}
    assert _heard(Article("T", (first, Figure("A boat."), second), "en")) == {"We won,": "Ada Mwangi?"}


_MARKS = ["“", "”", "„", "«", "»", '"', "'", "‘", "’", "’s", ".", ",", ":", "?", "—", "(", ")", "\ud800"]


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.lists(
            st.sampled_from([*_MARKS, " ", " said ", "Ada", "Mr.", "the man", "he", "told", "中"])
            | st.text(max_size=3),
            max_size=20,
        ).map("".join),
        max_size=4,
    ),
    st.sampled_from(["en", "de", "fr", "es", "ja", ""]),
)
def test_any_text_is_heard_through(lines: list[str], language: str) -> None:
    article = Article("T", tuple(Paragraph(line) for line in lines), language)
    at = (-1, 0)
    for one in quotations(article):
        assert one.speaker.strip() and one.passages
        for part in one.passages:
            assert at <= (part.block, part.start) and part.start < part.end <= len(lines[part.block])
            at = (part.block, part.end)


def test_time_grows_with_the_length() -> None:
    """Pieces that make every search go as far as it may."""

    def taken(times: int) -> float:
        text = "Ada, the man, “a” the old man of Ada, said that he, " * times + "“"
        best = 9e9
        for _ in range(3):
            start = time.perf_counter()
            quotations(_article(text))
            best = min(best, time.perf_counter() - start)
        return best

    assert taken(800) < taken(100) * 8 * 3
