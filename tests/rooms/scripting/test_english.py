"""English rules: written -> said, one look. Each row is an example of its class."""

from __future__ import annotations

import pytest

from oyez.scripting import spoken

CASES = {
    "money": [
        ("It cost $1, or $0.99.", "It cost one dollar or ninety nine cents"),
        ("US$4.5bn", "four point five billion U S dollars"),
        ("HK$300,000", "three hundred thousand Hong Kong dollars"),
        ("€3-4 billion", "three to four billion euros"),
        ("£2.5m", "two point five million pounds"),
        ("up to A$7 million", "up to seven million Australian dollars"),
        ("a $787 billion stimulus", "a seven hundred eighty seven billion dollar stimulus"),
        ("from $3 to $5 million", "from three to five million dollars"),
        ("USD 100 and 20 EUR", "one hundred U S dollars and twenty euros"),
        ("₹10 lakh", "ten lakh rupees"),
    ],
    "dates": [
        ("16 February 2017", "the sixteenth of February twenty seventeen"),
        ("Feb. 16, 2017", "February sixteenth twenty seventeen"),
        ("2017-02-16", "the sixteenth of February twenty seventeen"),
        ("15-17 March", "the fifteenth to the seventeenth of March"),
        ("In May 12 people left.", "In May twelve people left"),
        ("She may go in May.", "She may go in May"),
    ],
    "times": [
        ("at 8.30pm", "at eight thirty P M"),
        ("0800 GMT", "oh eight hundred G M T"),
        ("14:30", "fourteen thirty"),
        ("10-11 a.m.", "ten to eleven A M"),
        ("He ran 1:43.2.", "He ran one forty three point two"),
    ],
    "numbers": [
        ("1,234,567", "one million two hundred thirty four thousand five hundred sixty seven"),
        ("10 000 people", "ten thousand people"),
        ("-5 and +0.4", "minus five and plus zero point four"),
        ("the 22nd and 112th", "the twenty second and one hundred twelfth"),
        ("1914-18", "nineteen fourteen to eighteen"),
        ("the '90s and the 1800s", "the nineties and the eighteen hundreds"),
        ("3½ years", "three and a half years"),
        ("version 2.0.1", "version two point zero point one"),
        ("They lost 0-0 and won 3-1.", "They lost nil nil and won three one"),
        ("by 52-48", "by fifty two to forty eight"),
    ],
    "units": [
        ("a 12-kg bag", "a twelve kilogram bag"),
        ("-5C to 10°C", "minus five degrees Celsius to ten degrees Celsius"),
        ("10 m/s", "ten metres per second"),
        ("5m people and the 100m final", "five million people and the one hundred metre final"),
        ("6ft 2in", "six feet two inches"),
        ("25bps, 5pc", "twenty five basis points five percent"),
        ("1kg", "one kilogram"),
    ],
    "names": [
        ("flight MH370 and H5N1", "flight M H three seventy and H five N one"),
        ("the F-35B and a 747", "the F thirty five B and a seven forty seven"),
        ("NATO, the BBC and MPs", "Nato the B B C and M P's"),
        ("US-led, anti-ISIS", "U S led anti Isis"),
        ("AT&T and R&D", "A T and T and R and D"),
        ("Henry VIII and World War I", "Henry the eighth and World War one"),
        ("Malcolm X and Xi", "Malcolm X and Xi"),
    ],
    "abbreviations": [
        ("St. John St.", "Saint John Street"),
        ("Lt. Col. Lee of Boston, Mass.", "Lieutenant Colonel Lee of Boston Massachusetts"),
        ("No. 10 said no.", "number ten said no"),
        ("Gen. Milley is no Gen Z.", "General Milley is no Gen Z"),
        ("Arsenal v Chelsea, e.g.", "Arsenal versus Chelsea for example"),
    ],
    "web": [
        ("www.example.co.uk", "W W W dot example dot co dot U K"),
        ("mail a.b@example.com", "mail a dot b at example dot com"),
        ("@realName #MeToo", "at real Name hashtag Me Too"),
    ],
    "signs": [
        ("[He] saw other(s).", "He saw others"),
        ("10% + 5% = 15%", "ten percent plus five percent equals fifteen percent"),
        ("and/or", "and or"),
        ("great 😀 stuff", "great stuff"),
    ],
}


@pytest.mark.parametrize(("written", "said"), [case for rows in CASES.values() for case in rows])
def test_class_rules(written: str, said: str) -> None:
    assert spoken(written) == said


def test_nothing_is_lost_from_names_with_figures() -> None:
    said = spoken("The G20 summit discussed flight MH370 and the H5N1 virus")
    assert said == "The G twenty summit discussed flight M H three seventy and the H five N one virus"


@pytest.mark.parametrize(
    "plain",
    [
        "The man who may march on Sunday did not say no",
        "Nobody will ever stop the long-standing mother-in-law from coming",
        "She isn't sure it's the Smiths' house",
        "They sat in the Sun",
        "She married Jan",
        "That is how it Is",
        "He went to Mass",
        "Café owners in São Paulo and Zürich agree",
    ],
)
def test_plain_sentences_stay_word_for_word(plain: str) -> None:
    assert spoken(plain + ".") == plain.replace("Smiths'", "Smiths")


def test_capitals_are_not_letters_in_a_shouted_headline() -> None:
    assert spoken("POLICE ARREST TWO IN US PROTEST") == "police arrest two in U S protest"


def test_american_english_puts_the_month_first_and_spells_metres_its_way() -> None:
    assert spoken("02/03/2017", "en-US") == "February third twenty seventeen"
    assert spoken("5 km", "en-US") == "five kilometers"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("LAI IN COURT", "lai in court"),
        ("LAI’S CASE ADJOURNED", "lai's case adjourned"),
        ("LAI-LED PARTY WINS", "lai led party wins"),
        ("WHO IS LAI?", "who is lai"),
        ("EU-US DEAL SIGNED TODAY", "E U U S deal signed today"),
        ("MPs VOTE FOR LAI BAIL", "M P's vote for lai bail"),
        ("SCMP REPORTERS WIN NATO PRIZE", "S C M P reporters win Nato prize"),
        ("BBC, HSBC AND RTHK", "B B C H S B C and R T H K"),
        ("The MRI and the ICC met.", "The M R I and the I C C met"),
    ],
)
def test_a_line_in_capitals_is_words_but_for_known_acronyms(text: str, said: str) -> None:
    assert spoken(text) == said


@pytest.mark.parametrize(
    ("headline", "said"),
    [
        ("Council backs £20m scheme", "Council backs twenty million pound scheme"),
        ("Talks stall over $4.5bn plan", "Talks stall over four point five billion dollar plan"),
        ("Club paid £30m plus bonus", "Club paid thirty million pounds plus bonus"),
    ],
)
def test_a_headline_leaves_out_the_article_of_what_has_a_price(headline: str, said: str) -> None:
    assert spoken(headline) == said
