"""Looking for the line: soon after something changed, rarely while there is none."""

from __future__ import annotations

from app.sync.watch import LONGEST, SHORTEST, LineWatch


class Hands:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_looks_in_vain_become_rare_and_a_change_makes_them_soon() -> None:
    clock = Hands()
    watch = LineWatch(lambda: False, clock)
    pauses = []
    for _ in range(10):
        assert watch.seconds_left() == 0
        watch.look()
        pauses.append(watch.seconds_left())
        clock.now += pauses[-1]
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[-1]) == (2 * SHORTEST, LONGEST)
    watch.look()
    watch.stir()
    assert watch.seconds_left() == SHORTEST


def test_while_the_line_is_up_there_is_no_hurry() -> None:
    watch = LineWatch(lambda: True, Hands())
    assert watch.look()
    assert (watch.up, watch.seconds_left()) == (True, LONGEST)
    watch.failed()
    assert (watch.up, watch.seconds_left()) == (False, 2 * SHORTEST)
