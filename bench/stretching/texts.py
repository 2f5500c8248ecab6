# ruff: noqa: E501  (one form a line)
"""Fifty short articles of our own, of five kinds whose words differ as much as those of real pages do.

market    figures, currencies, per cents, acronyms      council   long words
weather   units, times, dates                           ferry     short words
talk      quotations
"""

from __future__ import annotations

import random

__all__ = ["EACH", "KINDS", "article"]

EACH = 10  # articles of a kind
_SENTENCES = 7  # in a body

_FIRMS = ("Ebbwick Ferries", "Saltmarsh Power", "North Quay Bank", "Tern Logistics", "Dunlin Foods")
_PLACES = ("Ebbwick", "Saltmarsh", "Holm Point", "Curlew Bay", "Tern Head")
_INDEXES = ("the FTSE 100", "the S&P 500", "the DAX", "the CSI 300", "the Nikkei 225")
_BODIES = ("the ECB", "the IMF", "the OECD", "the SEC", "the WTO")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")

_FORMS = {
    "market": (
        "Shares in {firm} {moved} {percent}% to £{small}.{cents}, while {index} closed at {large:,} on {day}.",
        "{firm} reported net income of HK${figure}bn in Q{quarter} {year}, against HK${other}bn a year earlier.",
        "{body} put growth in GDP at {percent}%, {points} basis points above its forecast of March {dated}, {year}.",
        "The yield on 10-year bonds {moved} to {percent}.{cents}%, and the euro bought $1.{cents}.",
        "Brent crude traded at ${small}.{cents} a barrel; LNG for delivery to the EU cost €{figure}/MWh.",
        "EBITDA at {firm} was €{large:,}m, or {percent}.{quarter}% of sales of €{figure}bn, it told the LSE.",
        "{index} {moved} {points} points, and {body} said the CPI would average {percent}% in {year}/{late}.",
    ),
    "council": (
        "The administration of {place} announced considerable investment in environmental infrastructure.",
        "Representatives of neighbouring municipalities questioned the organisation's accountability.",
        "Independent consultants recommended comprehensive modernisation of residential accommodation.",
        "Opposition spokespeople characterised the proposals as fundamentally irresponsible and unnecessary.",
        "Implementation of the redevelopment programme requires authorisation from national authorities.",
        "Preliminary consultation with communities around {place} demonstrated overwhelming dissatisfaction.",
        "Administrative responsibilities will be transferred immediately, according to official documentation.",
    ),
    "ferry": (
        "The boat that left {place} at dawn came back by noon with all of its crew and most of its load.",
        "No one was hurt, and the ship was brought to the quay with the help of a tug and a lot of luck.",
        "It was the first time this year that the bridge was shut for more than half a day.",
        "Some of those on board said that they had seen the light and heard the bell, but not the rocks.",
        "The last run of the night will go on as it has, with one stop at {place} and one at the pier.",
        "If the wind drops, the work on the hull can start at once and be done by the end of the week.",
        "They had to wait on the sand for the tide to turn, and then walk back the way that they had come.",
    ),
    "weather": (
        "Winds of {small} mph were measured at {place} at {hour}:{cents} on {day}, {dated} March.",
        "Between {hour} a.m. and noon, {percent}.{quarter} cm of rain fell, after {points} mm on {day}.",
        "Temperatures fell from {percent}°C to -{quarter}°C within {quarter}.5 hours, {place} reported.",
        "Waves of {quarter}.5 m closed the A{small} for {hour} km between {place} and the coast.",
        "About {large:,} homes had no power at {hour}.30 p.m.; by {day} morning it was {points}.",
        "On {dated} April {year} the pressure at {place} had been {large} hPa, the lowest in {points} years.",
        "The tide gauge read {quarter}.{cents} m at {hour}:{cents}, {small} cm above the mark of {year}.",
    ),
    "talk": (
        "“We were told to wait,” the harbour office at {place} said, “and so we waited until {day}.”",
        "“Nobody asked us,” said one of the shopkeepers. “If they had, we would have told them: keep it open.”",
        "The company called the report “a good start”, though it would not say “how good, or for whom”.",
        "“Is it safe? Yes. Is it cheap? No,” a spokeswoman for {firm} said on {day}.",
        "Asked whether the line would reopen, the office answered: “That depends on the weather, as it always does.”",
        "“You can't run a ferry on hope,” the statement went on, “but you can't run one without it, either.”",
        "“It's the noise,” one resident of {place} said, “and the dust … and then, well, the lorries.”",
    ),
}
KINDS = tuple(_FORMS)


def article(kind: str, number: int) -> str:
    """One plain text article: a headline and two paragraphs, the same every time; `number` from 0 to 9."""
    dice = random.Random(f"{kind} {number}")
    forms = list(_FORMS[kind])
    dice.shuffle(forms)
    said = [_filled(form, dice) for form in forms[:_SENTENCES]]
    headline = f"{dice.choice(_PLACES)} on {dice.choice(_DAYS)}: {kind} report {number + 1}"
    half = len(said) // 2
    return f"{headline}\n\n{' '.join(said[:half])}\n\n{' '.join(said[half:])}\n"


def _filled(form: str, dice: random.Random) -> str:
    return form.format(
        firm=dice.choice(_FIRMS), place=dice.choice(_PLACES), index=dice.choice(_INDEXES),
        body=dice.choice(_BODIES), day=dice.choice(_DAYS), moved=dice.choice(("rose", "fell", "climbed")),
        percent=dice.randint(2, 9), points=dice.randint(11, 99), quarter=dice.randint(1, 4),
        figure=f"{dice.randint(1, 98)}.{dice.randint(1, 9)}", other=f"{dice.randint(1, 98)}.{dice.randint(1, 9)}",
        small=dice.randint(12, 97), cents=dice.randint(10, 59), large=dice.randint(1_000, 29_999),
        year=dice.randint(2011, 2024), late=dice.randint(25, 29), hour=dice.randint(2, 11), dated=dice.randint(2, 29),
    )  # fmt: skip
