"""A certified laptop whose program was changed claims a turn far ahead of its village's: nobody else is led there."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.entry import LARGEST_NUMBER, Entry, Head
from app.domain.ids import ChainId, FamilyId
from app.domain.payloads import VisitRecorded
from app.domain.turns import AHEAD
from app.hub.chain import ENTRY_COLUMNS, entry_of
from app.hub.enrol import revoke_device
from app.hub.local import LocalHub
from app.hub.tables import entry, village
from app.storage.entry_rows import insert_entries, set_head
from app.storage.journal import OWN
from app.storage.projection import absorb
from app.wire.entry import next_entry
from app.wire.payload import encode_payload
from tests.sync.conftest import NewLaptop
from tests.sync.laptop import VILLAGE, Laptop

FAR = [LARGEST_NUMBER, LARGEST_NUMBER - 1, 5 * AHEAD]


def _write_at(liar: Laptop, turn: int, family: str) -> Entry:
    """A visit as only a changed program numbers it."""
    said = VisitRecorded("dtsen-visit", "1", 1, "found", "", "1", "Baso", answers={"id_bb_utama": "4"})
    kind, version, payload = encode_payload(said)
    chain = ChainId(liar.store.own_chain())
    made = next_entry(
        liar.store.vector()[chain], chain=chain, author=liar.actor.person, at_ms=liar.wall.now_ms(), floor_ms=1,
        turn=turn, kind=kind, version=version, subject=FamilyId(family), payload=payload,
    )  # fmt: skip
    with liar.journal.writing() as (connection, written):
        insert_entries(connection, [made], 0)
        set_head(connection, chain, Head(made.seq, made.hash), OWN)
        absorb(connection, [made])
        written.append(made)
    return made


def _held(hub: LocalHub) -> list[tuple[Entry, str]]:
    with hub.district.database.read() as connection:
        rows = connection.execute(entry.select().where(entry.c.village == VILLAGE)).all()
        found = connection.execute(entry.select().with_only_columns(*ENTRY_COLUMNS).where(entry.c.village == VILLAGE))
        return list(zip(map(entry_of, found), (row.reason for row in rows), strict=True))


def _turns(hub: LocalHub, but: str = "") -> int:
    return max(one.turn for one, _ in _held(hub) if one.chain != but)


def _aside(hub: LocalHub, chain: str) -> dict[int, str]:
    """What the district does not let count of a chain."""
    return {one.seq: reason for one, reason in _held(hub) if one.chain == chain and reason}


def _aside_here(laptop: Laptop, chain: str) -> dict[int, str]:
    with laptop.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT seq, quarantine FROM entry WHERE chain = ?", (chain,)).all()
    return {int(seq): str(why) for seq, why in rows if why}


def _pair(hub: LocalHub, new_laptop: NewLaptop) -> tuple[Laptop, Laptop]:
    honest, liar = new_laptop(), new_laptop()
    for one in (honest, liar):
        one.enrol(hub)
        one.exchange()
    return honest, liar


@pytest.mark.parametrize("turn", FAR)
def test_nobody_follows_a_turn_that_nothing_explains(hub: LocalHub, new_laptop: NewLaptop, turn: int) -> None:
    honest, liar = _pair(hub, new_laptop)
    before = _turns(hub)
    made = _write_at(liar, turn, "f-1")
    assert liar.exchange().receipt
    honest.exchange()
    assert honest.said_about("f-1") == ["visit_recorded"]  # it is taken all the same
    honest.visit("f-2")
    assert honest.exchange().receipt
    liar.exchange()
    assert _turns(hub, made.chain) < before + 30
    with hub.district.database.read() as connection:
        place = connection.execute(village.select().where(village.c.village == VILLAGE)).one()
    assert place.turn < before + 30
    assert not _aside(hub, honest.store.own_chain())


@pytest.mark.parametrize("turn", FAR)
def test_nor_where_it_comes_by_stick(hub: LocalHub, new_laptop: NewLaptop, tmp_path: Path, turn: int) -> None:
    honest, liar = _pair(hub, new_laptop)
    before = _turns(hub)
    _write_at(liar, turn, "f-1")
    liar.write_stick(tmp_path / "stick")
    honest.read_stick(tmp_path / "stick")
    assert honest.said_about("f-1") == ["visit_recorded"]
    honest.visit("f-1")
    assert next(iter(honest.journal.entries(FamilyId("f-1")))).entry.turn < before + 30


def test_a_claim_that_is_followed_leads_everybody_alike(hub: LocalHub, new_laptop: NewLaptop) -> None:
    """Causes come before effects here too: the district's word stands behind it, and the other laptop's behind that."""
    honest, liar = _pair(hub, new_laptop)
    made = _write_at(liar, AHEAD, "f-1")
    liar.exchange()
    honest.exchange()
    honest.visit("f-1")
    honest.exchange()
    mine = honest.journal.entries(FamilyId("f-1"))[-1].entry
    assert mine.chain == honest.store.own_chain()
    assert made.turn < mine.turn < AHEAD + 60
    assert _turns(hub) < AHEAD + 60


@pytest.mark.parametrize("turn", FAR)
def test_whoever_counts_ahead_stands_behind_his_own_revocation_on_both_sides(
    hub: LocalHub, new_laptop: NewLaptop, turn: int
) -> None:
    honest, liar = _pair(hub, new_laptop)
    liar.visit("f-1")
    liar.exchange()
    made = _write_at(liar, turn, "f-2")
    honest.visit("f-3")
    liar.exchange()
    honest.exchange()
    revoke_device(hub.district, VILLAGE, liar.keys.device, "Programnya diubah.", by="Kepala Dinas")
    honest.visit("f-4")
    assert honest.exchange().receipt
    there, here = _aside(hub, made.chain), _aside_here(honest, made.chain)
    assert there[made.seq] == here[made.seq] == "device_revoked"
    assert there == here
    assert all(seq >= made.seq for seq in there)  # what he did before he counted ahead goes on counting
    assert not _aside(hub, honest.store.own_chain())
    assert not _aside_here(honest, honest.store.own_chain())


def test_a_revocation_still_parts_what_came_before_it_from_what_came_after(
    hub: LocalHub, new_laptop: NewLaptop
) -> None:
    honest, liar = _pair(hub, new_laptop)
    other = new_laptop()
    other.enrol(hub)
    _write_at(liar, LARGEST_NUMBER, "f-1")
    liar.exchange()
    for one in (honest, other):
        one.exchange()
    other.visit("f-2")
    other.exchange()
    revoke_device(hub.district, VILLAGE, other.keys.device, "Hilang di pasar.", by="Kepala Dinas")
    honest.exchange()
    for n in range(3):
        honest.visit(f"f-{3 + n}")
    honest.exchange()
    chain = other.store.own_chain()
    assert not _aside(hub, chain)
    assert not _aside_here(honest, chain)
    assert not _aside(hub, honest.store.own_chain())


def test_a_laptop_that_was_led_to_the_last_number_by_an_older_program_still_works(
    hub: LocalHub, new_laptop: NewLaptop
) -> None:
    honest, other = _pair(hub, new_laptop)
    with honest.database.write() as connection:
        connection.exec_driver_sql("UPDATE counter SET value = ? WHERE name = 'turn'", (LARGEST_NUMBER,))
    for n in range(3):
        honest.visit(f"f-{n}")
    outcome = honest.exchange()
    assert outcome.receipt
    assert not outcome.quarantined
    chain = honest.store.own_chain()
    assert not _aside(hub, chain)
    other.exchange()
    assert other.store.vector()[ChainId(chain)].seq >= 3
    assert [other.said_about(f"f-{n}") for n in range(3)] == [["visit_recorded"]] * 3


@pytest.mark.parametrize("turns", [(900, 5), (LARGEST_NUMBER, 0)])
def test_a_chain_whose_turns_fall_stops_neither_itself_nor_whoever_carries_it(
    hub: LocalHub, new_laptop: NewLaptop, tmp_path: Path, turns: tuple[int, int]
) -> None:
    honest, liar = _pair(hub, new_laptop)
    for n, turn in enumerate(turns):
        made = _write_at(liar, turn, f"f-{n}")
    liar.write_stick(tmp_path / "stick")
    honest.read_stick(tmp_path / "stick")
    honest.visit("f-9")
    assert honest.exchange().receipt
    liar.visit("f-8")
    assert liar.exchange().receipt
    honest.visit("f-7")
    assert honest.exchange().receipt
    held = {one.seq for one, _ in _held(hub) if one.chain == made.chain}
    assert held == set(range(1, max(held) + 1))
    assert honest.store.vector()[made.chain] == liar.store.vector()[made.chain]
