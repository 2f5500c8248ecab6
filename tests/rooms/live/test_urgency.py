"""Which sentence is made next."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from oyez.live.urgency import ENOUGH, Listener, Work, next_sentence


def work(free: str, *listeners: Listener, asked: float = 0.0, seconds: float = 5.0) -> Work:
    """From "x" made, "." free, "m" being made."""
    return Work(
        [one == "x" for one in free], [one == "." for one in free], [seconds] * len(free), asked, listeners
    )


def test_examples() -> None:
    table = [
        # nobody listens yet: from the beginning, the one asked for last
        ([work("....")], (0, 0)),
        ([work("...."), work("....", asked=1)], (1, 0)),
        ([work("xxxxm."), work("xxxx....", asked=-1)], (0, 5)),
        # what is being made is nobody's to take
        ([work("m...")], (0, 1)),
        ([work("mmmm")], None),
        ([work("xxxx")], None),
        ([], None),
        # whoever listens comes first, and the rest of their narration after them
        ([work("x.......", Listener(4, 1))], (0, 4)),
        ([work("x...mm..", Listener(4, 1))], (0, 6)),
        ([work("x...xxxx", Listener(4, 1))], (0, 1)),
        # whoever came last, then whoever has least ahead
        ([work("xx......", Listener(0, 9), Listener(4, 10))], (0, 4)),
        ([work("xx......", Listener(0, 10), Listener(4, 9))], (0, 2)),
        ([work("xxxxx...........", Listener(0, 10)), work("........", Listener(0, 9))], (1, 0)),
        ([work("xxxxxxxxx.", Listener(0, 10)), work("xxxxxx....", Listener(0, 9))], (1, 6)),
        # a new order is prepared for before others are comfortable, and not after
        ([work("xxxx....", Listener(0, 9)), work("........", asked=8)], (1, 0)),
        ([work("xxxx....", Listener(0, 10)), work("xxxx....", asked=8)], (0, 4)),
    ]
    for works, expected in table:
        assert next_sentence(works, now=10.0) == expected, works


def test_listening_uses_up_what_is_ahead() -> None:
    old, new = work("xxxxxx..", Listener(0, 0)), work("xxxxxx..", Listener(0, 100))
    assert next_sentence([old, new], now=100) == (0, 6)


@given(
    st.lists(st.sampled_from("xm."), min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 11), st.floats(0, 100)), max_size=3),
    st.floats(100, 200),
)
def test_everything_is_made_at_last(state: list[str], listeners: list[tuple[int, float]], now: float) -> None:
    one = work("".join(state), *(Listener(start, since) for start, since in listeners))
    for _ in range(state.count(".")):
        chosen = next_sentence([one], now)
        assert chosen is not None
        assert one.free[chosen[1]]
        made, free = list(one.made), list(one.free)
        made[chosen[1]], free[chosen[1]] = True, False
        one = replace(one, made=made, free=free)
    assert next_sentence([one], now) is None


def test_enough_is_seconds_not_sentences() -> None:
    rich = work("x....", Listener(0, 10), seconds=ENOUGH + 1)
    poor = work("xxx..", Listener(0, 9), seconds=1)
    assert next_sentence([rich, poor], now=10) == (1, 3)
