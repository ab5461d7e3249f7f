"""A stop that falls between an act of weight and the seal right behind it leaves both: laptops and district judge the
seal by the act that it covers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.entry import Entry
from app.domain.payloads import ChangeProposed, Sealed
from app.domain.tenure import day_after_ms, day_of
from app.hub import tables
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.hub.terms import renew
from app.storage import projection, trust
from app.usecases.ports import Act
from app.wire.payload import decode_payload
from tests.sync.conftest import CopiedBack, NewLaptop
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.test_exchange import LIST
from tests.sync.test_revoked_restored import WAYS

REMOVAL = ChangeProposed("withdrawal", note="tidak mau lagi menerima bantuan")

pytestmark = pytest.mark.both_stores


def at_district(hub: LocalHub, one: Entry) -> str:
    entry = tables.entry
    where = (entry.c.village == VILLAGE, entry.c.chain == one.chain, entry.c.seq == one.seq)
    with hub.district.database.read() as connection:
        return str(connection.execute(select(entry.c.reason).where(*where)).scalar_one())


def on(laptop: Laptop, one: Entry) -> tuple[str, bool]:
    """Why it does not count on a laptop, and whether its author stands behind it there."""
    with laptop.database.read() as connection:
        query = "SELECT quarantine FROM entry WHERE chain = ? AND seq = ?"
        reason = str(connection.exec_driver_sql(query, (one.chain, one.seq)).scalar_one())
        return reason, trust.is_sealed(one, trust.sealed_through(connection, one.chain))


def written(laptop: Laptop) -> list[Entry]:
    return [one for one in laptop.store.entries_after({}, 1 << 24) if one.chain.startswith(laptop.keys.device)]


def just_before_the_next_word(hub: LocalHub, gone: Laptop, good: Laptop) -> tuple[Entry, Entry]:
    """An act of weight of `gone`, unsent, before the district's next word in the one order, and its seal behind it."""
    for _ in range(4):
        good.visit("f-2")
    good.exchange(hub.url)
    with hub.district.database.read() as connection:
        row = connection.execute(select(tables.village).where(tables.village.c.village == VILLAGE)).one()
    word = (row.turn + 1, str(row.chain))
    turn = word[0] - (written(gone)[-1].chain > row.chain)
    while written(gone)[-1].turn < turn - 1:
        gone.visit("f-1")
    gone.journal.record(Act("f-1", REMOVAL))
    act, seal = written(gone)[-2:]
    assert (act.kind, seal.kind) == ("change_proposed", "sealed")
    assert act.order[:2] < word < seal.order[:2]
    return act, seal


def the_village(hub: LocalHub, new_laptop: NewLaptop) -> tuple[Laptop, Laptop]:
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    good, gone = (new_laptop(name=name) for name in ("Maria Bano", "Petrus Laka"))
    for laptop in (good, gone):
        laptop.enrol(hub)
    for laptop in (good, gone):
        laptop.exchange()
    return good, gone


def counts_everywhere(hub: LocalHub, laptops: tuple[Laptop, ...], act: Entry, seal: Entry) -> None:
    assert (at_district(hub, act), at_district(hub, seal)) == ("", "")
    with hub.district.database.read() as connection:
        assert act.id in connection.execute(select(tables.proposal.c.proposal)).scalars().all()
    for laptop in laptops:
        assert (on(laptop, act), on(laptop, seal)[0]) == (("", True), "")
        with laptop.database.write() as connection:
            projection.rebuild(connection)
        assert (on(laptop, act), on(laptop, seal)[0]) == (("", True), "")


@WAYS
@pytest.mark.parametrize("first", ["the revocation", "the act"])
def test_an_act_before_a_revocation_counts_though_its_seal_stands_behind_it(
    hub: LocalHub,
    new_laptop: NewLaptop,
    tmp_path: Path,
    revoke: Callable[[LocalHub, Laptop], None],
    reason: str,
    first: str,
) -> None:
    good, gone = the_village(hub, new_laptop)
    act, seal = just_before_the_next_word(hub, gone, good)
    revoke(hub, gone)
    gone.write_stick(tmp_path / "stick")
    if first == "the revocation":
        good.exchange()
        good.read_stick(tmp_path / "stick")
    else:
        good.read_stick(tmp_path / "stick")
        good.exchange()
    for _ in range(2):
        good.exchange()
    counts_everywhere(hub, (good,), act, seal)
    gone.journal.record(Act("f-2", REMOVAL))
    behind, its_seal = written(gone)[-2:]
    gone.write_stick(tmp_path / "later")
    good.read_stick(tmp_path / "later")
    good.exchange()
    assert {at_district(hub, one) for one in (behind, its_seal)} == {reason}
    assert {on(good, one)[0] for one in (behind, its_seal)} == {reason}
    assert not on(good, behind)[1]
    counts_everywhere(hub, (good,), act, seal)


@WAYS
def test_a_district_that_lost_the_revocation_leaves_the_act_when_it_comes_back(
    hub: LocalHub,
    new_laptop: NewLaptop,
    copied_back: CopiedBack,
    revoke: Callable[[LocalHub, Laptop], None],
    reason: str,
) -> None:
    good, gone = the_village(hub, new_laptop)
    act, seal = just_before_the_next_word(hub, gone, good)

    def lost(today: LocalHub) -> None:
        revoke(today, gone)
        good.exchange(today.url)

    back = copied_back(lost)
    gone.exchange(back.url)
    assert (at_district(back, act), at_district(back, seal)) == ("", "")
    for _ in range(3):
        good.exchange(back.url)
    with back.district.database.read() as connection:
        assert connection.execute(select(tables.revoked)).all(), "the word is back"
    counts_everywhere(back, (good,), act, seal)


def test_an_act_of_the_last_moment_counts_though_the_clock_of_its_seal_shows_the_next_day(
    hub: LocalHub, new_laptop: NewLaptop
) -> None:
    good, gone = the_village(hub, new_laptop)
    today = day_of(gone.wall.now_ms())
    renew(hub.district, VILLAGE, gone.actor.person, gone.actor.role, (), today, by="Rahma")
    gone.exchange()
    midnight = day_after_ms(today)
    ticks = iter([midnight - 1, midnight + 1])
    true_ms, gone.wall.true_ms = gone.wall.true_ms, lambda: next(ticks)
    gone.journal.record(Act("f-1", REMOVAL))
    gone.wall.true_ms = true_ms
    act, seal = written(gone)[-2:]
    assert (act.at_ms, seal.at_ms) == (midnight - 1, midnight + 1)
    said = decode_payload(seal.kind, seal.version, seal.payload)
    assert isinstance(said, Sealed)
    assert said.seq == act.seq
    hub_clock = hub.district.now_ms
    object.__setattr__(hub.district, "now_ms", lambda: hub_clock() + 2 * 86_400_000)
    for laptop in (gone, good, gone):
        laptop.exchange()
    counts_everywhere(hub, (good, gone), act, seal)
