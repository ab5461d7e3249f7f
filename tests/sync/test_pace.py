"""How much goes at a time on lines of different speed."""

from __future__ import annotations

import pytest

from app.domain.errors import Unavailable
from app.sync.pace import LEAST, LEAST_PIECE, MOST, MOST_PIECE, SECONDS, Pace
from tests.fakes.line import FakeSettings


class Line:
    """A line of a steady speed (bytes a second) under a clock of its own."""

    def __init__(self, speed: float, distance: float = 0.0) -> None:
        self.speed, self.distance, self.now, self.moved = speed, distance, 0.0, 0
        self.memory = FakeSettings()
        self.pace = self.again()

    def again(self) -> Pace:
        """As after a new start of the program."""
        self.pace = Pace(self.memory, lambda: self.now)
        return self.pace

    def carry(self, size: int) -> None:
        self.moved += size
        self.now += size / self.speed + self.distance

    def batch(self, most: int = MOST, *, cut: bool = False) -> int:
        """One request of what the pace allows, a tenth of it on the line; gives its payload."""
        payload = min(self.pace.batch, most)
        with self.pace.batch_under_way(lambda: self.moved, lambda: payload):
            self.carry(payload // 10)
            if cut:
                raise Unavailable("line_cut")
        return payload

    def piece(self) -> int:
        size = self.pace.piece
        with self.pace.piece_under_way(lambda: self.moved):
            self.carry(size)
        return size


def test_an_unknown_line_is_offered_everything_at_once() -> None:
    line = Line(1e6)
    assert (line.pace.batch, line.pace.piece) == (MOST, MOST_PIECE)


@pytest.mark.parametrize("speed", [1_000.0, 15_000.0, 60_000.0])
def test_calls_on_a_slow_line_come_to_take_a_few_seconds(speed: float) -> None:
    line = Line(speed)
    for _ in range(4):
        line.batch()
        line.piece()
    for one in (line.batch, line.piece):
        before = line.now
        one()
        assert line.now - before <= 2 * SECONDS or speed * SECONDS < LEAST_PIECE


def test_a_cut_line_is_asked_for_less_and_more_again_once_it_holds() -> None:
    line = Line(1e6)
    for _ in range(8):
        with pytest.raises(Unavailable):
            line.batch(100_000, cut=True)
    assert line.pace.batch == LEAST
    assert line.again().batch == LEAST, "it is remembered"
    assert line.batch() == LEAST
    assert line.pace.batch < 2 * LEAST, "slowly at first"
    for _ in range(20):
        line.batch()
    assert line.pace.batch == MOST


def test_a_far_hub_is_not_taken_for_a_slow_line() -> None:
    """A satellite, or 2G: what the way there and back takes is no reason to send little at a time."""
    line = Line(1e6, distance=3.0)
    for _ in range(8):
        with pytest.raises(Unavailable):
            line.batch(100_000, cut=True)
    for _ in range(20):
        line.batch()
    assert line.pace.batch == MOST


def test_a_call_that_carried_nothing_does_not_make_the_next_one_small() -> None:
    line = Line(1e6, distance=30.0)
    line.batch(0)
    assert line.pace.batch == MOST


def test_a_hub_that_is_busy_says_nothing_of_the_line() -> None:
    line = Line(1e6)
    with pytest.raises(Unavailable), line.pace.batch_under_way(lambda: 0, lambda: 500):
        raise Unavailable("disk_full")
    assert line.pace.batch == MOST


def test_what_was_kept_by_another_version_is_no_harm() -> None:
    settings = FakeSettings({"exchange.pace": '{"batch": 3}'})
    assert Pace(settings).batch == MOST
