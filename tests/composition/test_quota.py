"""A day's limit over a real line: words go, photos wait for tomorrow, and everything goes where somebody says so."""

from __future__ import annotations

import hashlib

from app.domain.ids import FamilyId
from app.domain.payloads import VisitRecorded
from app.usecases.desk import Desk
from app.usecases.ports import Act
from app.usecases.quota import DayMeter
from app.usecases.reading import FamilyFilter, FamilySort


def photo(number: int) -> bytes:
    """250 KB that nothing packs."""
    return hashlib.shake_256(str(number).encode()).digest(250_000)


def test_photos_stop_at_the_limit_and_go_on_when_told(practice_desk: Desk) -> None:
    desk = practice_desk
    family = FamilyId(desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0].id)
    photos = tuple(desk.evidence.keep(photo(number), "house_front", "image/webp") for number in range(6))
    desk.journal.record(Act(family, VisitRecorded("visit", "1", 1, "not_found", "moved", "5", "", photos=photos)))
    meter = DayMeter(desk.settings, desk.today)
    meter.choose(1, 100_000)
    before = meter.read().used
    outcome = desk.exchange.run(lambda _: None, lambda: False)
    assert outcome.receipt
    assert (outcome.sent_photos, outcome.photos_left, outcome.limit_reached) == (3, 3, True)
    used = meter.read().used
    assert used - before == outcome.bytes_sent + outcome.bytes_received <= 1_000_000
    again = desk.exchange.run(lambda _: None, lambda: False)
    assert (again.sent_photos, again.limit_reached) == (0, True)
    everything = desk.exchange.run(lambda _: None, lambda: False, everything=True)
    assert (everything.sent_photos, everything.photos_left, everything.limit_reached) == (3, 0, False)
    assert meter.read().left == 0
