"""Failing often means waiting; succeeding forgives."""

from __future__ import annotations

import pytest

from app.domain.errors import Refused
from app.hub.limits import FREE_TRIES, Limits


class Hands:
    """A clock that stands."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_each_failure_beyond_the_free_ones_doubles_the_wait() -> None:
    clock = Hands()
    limits = Limits(clock)
    for _ in range(FREE_TRIES):
        limits.check("siti")
        limits.failed("siti")
    with pytest.raises(Refused) as refused:
        limits.check("siti")
    assert refused.value.facts["wait_seconds"] == 3
    clock.now = 2.1
    limits.check("siti")
    limits.failed("siti")
    clock.now = 5.0
    with pytest.raises(Refused):
        limits.check("siti", "somebody else")
    limits.check("somebody else")


def test_success_forgives() -> None:
    limits = Limits(Hands())
    for _ in range(FREE_TRIES):
        limits.failed("siti")
    limits.succeeded("siti")
    limits.check("siti")


def test_many_names_do_not_fill_memory() -> None:
    limits = Limits(Hands())
    for number in range(10_500):
        limits.failed(str(number))
    assert len(limits._failures) == 10_000
