"""A laptop whose disk is full at any write of what it receives: nothing is half taken, and it goes on with room."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.errors import Unavailable
from app.hub.local import LocalHub
from app.hub.publish import publish
from tests.machine import fill
from tests.sync.conftest import NewLaptop
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.test_exchange import LIST, NUR

PAGE = 4096
ROAD = ["line", "stick"]


@pytest.mark.parametrize("road", ROAD)
def test_a_laptop_that_is_full_at_any_write_takes_nothing_half_and_goes_on_with_room(
    hub: LocalHub, new_laptop: NewLaptop, full: Laptop, tmp_path: Path, road: str
) -> None:
    giver = new_laptop()
    for laptop in (giver, full):
        laptop.enrol(hub)
        laptop.exchange()
    families = tuple(replace(NUR, id=f"f-{n}", kk="", members=()) for n in range(300))
    publish(hub.district, VILLAGE, replace(LIST, families=families), month="2026-11")
    giver.exchange()
    for number in range(40):
        giver.visit(f"f-{number}", giver.photo(f"foto {number}", 4_000) if number < 5 else giver.photo("satu", 900))
    stick = tmp_path / "stik"
    giver.write_stick(stick)
    giver.exchange()
    before, refused = full.store.vector(), 0
    while True:
        ballast = fill(full.folder.parent, leave=refused * PAGE)
        try:
            outcome = full.exchange() if road == "line" else full.read_stick(stick)
        except Unavailable as problem:
            outcome = None
            code = problem.code
        ballast.unlink()
        if outcome is not None:
            break
        assert code == "disk_full", refused
        assert full.said_about("f-1") in ([], ["visit_recorded"])
        held = full.store.vector()
        assert all(held[chain].seq == end.seq for chain, end in before.items() if chain == full.store.own_chain())
        assert held == before or set(held) == set(giver.store.vector()) | set(before), "all of a batch, or nothing"
        refused += 1
    assert refused > 5
    full.exchange()
    assert full.said_about("f-1") == full.said_about("f-39") == ["visit_recorded"]
    assert full.store.pack_needed() == ()
    full.visit("f-1")
    assert full.exchange().photos_left == 0
