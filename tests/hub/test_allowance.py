"""A certified laptop that calls without end waits; an honest one never notices, and one that waits loses nothing."""

from __future__ import annotations

import pytest
import requests

from app.domain.errors import Refused
from app.hub import allowance
from app.hub.allowance import BYTES_A_CALL, CALLS_A_SECOND, MOST_CALLS, WAIT_SECONDS, Allowance
from app.hub.local import LocalHub
from app.wire.exchange import sign_call
from tests.sync.laptop import VILLAGE, Laptop

ONE, OTHER = ("7308032001", "a"), ("7308032001", "b")


class Clock:
    """Stands until it is set."""

    now = 1_000_000

    def __call__(self) -> int:
        """The time."""
        return self.now


def used_up(kept: Allowance) -> None:
    """Everything of one laptop."""
    for _ in range(MOST_CALLS):
        kept.use(ONE)
    with pytest.raises(Refused, match="calls_too_many") as caught:
        kept.use(ONE)
    assert caught.value.facts == {"wait_seconds": WAIT_SECONDS}


def test_whoever_waits_as_told_may_go_on_and_nobody_else_is_held_up() -> None:
    clock = Clock()
    kept = Allowance(clock)
    used_up(kept)
    kept.check(OTHER)
    kept.use(OTHER)
    clock.now += 1_000 * WAIT_SECONDS - 1
    with pytest.raises(Refused) as caught:
        kept.check(ONE)
    assert caught.value.facts == {"wait_seconds": 1}
    clock.now += 1
    kept.check(ONE)
    for _ in range(CALLS_A_SECOND * WAIT_SECONDS):
        kept.use(ONE)
    with pytest.raises(Refused):
        kept.use(ONE)


def test_bytes_count_too_and_are_owed() -> None:
    clock = Clock()
    kept = Allowance(clock)
    kept.use(ONE, BYTES_A_CALL * (MOST_CALLS - 1))
    with pytest.raises(Refused):
        kept.use(ONE)
    kept.moved(OTHER, BYTES_A_CALL * (MOST_CALLS + 100))
    with pytest.raises(Refused):
        kept.use(OTHER)
    clock.now += 1_000 * 101 // CALLS_A_SECOND + 1_000
    kept.use(OTHER)


def test_a_clock_that_is_set_back_shuts_nobody_out() -> None:
    clock = Clock()
    kept = Allowance(clock)
    used_up(kept)
    clock.now -= 3_600_000
    kept.check(ONE)


def test_those_who_rest_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allowance, "_MOST_NAMES", 10)
    clock = Clock()
    kept = Allowance(clock)
    for number in range(12):
        kept.use(("7308032001", str(number)))
        clock.now += 600_000
    assert len(kept._left) <= 11


def test_a_laptop_that_asked_too_much_waits_and_sends_everything(
    district: LocalHub, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The allowance is made small; the waiting is real. The hub's clock goes on where the laptop begins to wait, so
    that a slow machine does not give back what was used up before anybody asks."""
    who = (VILLAGE, laptop.keys.device)
    monkeypatch.setattr(allowance, "WAIT_SECONDS", 1)
    laptop.visit("f-1", laptop.photo("rumah"), laptop.photo("dapur"))
    kept, clock = district.district.allowance, Clock()
    monkeypatch.setattr(kept, "_now_ms", clock)
    kept.moved(who, BYTES_A_CALL * (MOST_CALLS + 3))
    waited: list[int] = []
    use = kept.use

    def watched(caller: tuple[str, str], moved: int = 0) -> None:
        try:
            use(caller, moved)
        except Refused:
            waited.append(1)
            clock.now += 1_000
            raise

    monkeypatch.setattr(kept, "use", watched)
    outcome = laptop.exchange()
    assert outcome.sent_photos == 2
    assert waited, "it had to wait on the way"
    assert not laptop.evidence.waiting()


def test_the_answer_says_when_to_come_again(district: LocalHub, laptop: Laptop) -> None:
    kept = district.district.allowance
    kept._now_ms = Clock()
    kept.moved((VILLAGE, laptop.keys.device), BYTES_A_CALL * (MOST_CALLS + 1))
    path = f"/v1/packs/{'0' * 64}"
    signed = sign_call(laptop.keys.signing, district.district.keys.hub, VILLAGE, laptop.keys.device, f"GET {path}")
    said = requests.get(district.url + path, headers={"Authorization": signed}, timeout=60)
    assert (said.status_code, said.json()["code"]) == (429, "calls_too_many")
    assert said.headers["Retry-After"] == str(WAIT_SECONDS)
