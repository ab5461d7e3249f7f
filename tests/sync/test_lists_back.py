"""A district that was restored from a copy gets back the list that it had published since."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.roster import Roster
from app.hub.bundles import take_bundle
from app.hub.listed import lost_families, published_families
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.wire.bundle import check_bundle
from tests.sync.conftest import NewLaptop, backed_up
from tests.sync.laptop import VILLAGE, Laptop
from tests.wire.test_pack import village

pytestmark = pytest.mark.both_stores

LIST = village(200)
LATER = replace(LIST, families=LIST.families[1:])
LAST = replace(LIST, families=(*LIST.families[1:-1], replace(LIST.families[-1], decile="9")))
CHANGED = LIST.families[-1].id
GONE = LIST.families[0].id


def ids(roster: Roster) -> set[str]:
    """Of its families."""
    return {one.id for one in roster.families}


def shown(laptop: Laptop) -> tuple[set[str], set[str]]:
    """Whom today's list holds on a laptop, and whom lists dropped."""
    with laptop.database.read() as connection:
        found = connection.exec_driver_sql("SELECT id, listed FROM register_family").all()
    listed = {str(one) for one, is_listed in found if is_listed}
    return listed, {str(one) for one, _ in found} - listed


def deciles(laptop: Laptop) -> dict[str, str]:
    """Family -> decile, as a laptop shows it."""
    with laptop.database.read() as connection:
        return {
            str(one): str(decile) for one, decile in connection.exec_driver_sql("SELECT id, decile FROM family_view")
        }


def at_district(hub: LocalHub) -> tuple[set[str], set[str]]:
    """Whom its list holds, and whom lists dropped."""
    with hub.district.database.read() as connection:
        listed = {one.id for one in published_families(connection, VILLAGE)}
        return listed, set(lost_families(connection, VILLAGE))


class Restored:
    """A district that published a list behind its last backup, which one of two laptops has."""

    def __init__(
        self, hub: LocalHub, new_laptop: NewLaptop, folder: Path, request: pytest.FixtureRequest, *, deltas: bool
    ) -> None:
        self.has, self.lacks = new_laptop(), new_laptop()
        publish(hub.district, VILLAGE, LIST, month="2026-10")
        for laptop in (self.has, self.lacks):
            laptop.enrol(hub)
        for laptop in (self.has, self.lacks, self.has):
            laptop.exchange()
        hub.stop()
        hub.district.close()
        yesterday = backed_up(hub.district.folder, folder / "yesterday", request)
        today = LocalHub(hub.district.folder)
        today.start()
        publish(today.district, VILLAGE, LATER, month="2026-11", deltas=deltas)
        self.has.exchange(today.url)
        today.close()
        self.hub = LocalHub(folder / "yesterday", database=yesterday)
        self.hub.start()

    def met(self, *laptops: Laptop) -> None:
        """They call, one after the other."""
        for laptop in laptops:
            laptop.exchange(self.hub.url)


@pytest.fixture(params=[True, False], ids=["delta", "whole"])
def restored(hub: LocalHub, new_laptop: NewLaptop, tmp_path: Path, request: pytest.FixtureRequest) -> Restored:
    """Once with a list told by what changed, once whole."""
    return Restored(hub, new_laptop, tmp_path, request, deltas=bool(request.param))


def test_whoever_has_the_list_gives_it_back(restored: Restored) -> None:
    assert at_district(restored.hub) == (ids(LIST), set())
    restored.met(restored.has, restored.lacks)
    assert shown(restored.has) == shown(restored.lacks) == at_district(restored.hub) == (ids(LATER), {GONE})
    before = restored.has.exchange(restored.hub.url)
    assert before.bytes_sent < 2_000, "once"


def test_a_stick_gives_it_back(restored: Restored, tmp_path: Path) -> None:
    for one in restored.has.write_stick(tmp_path / "stick").paths:
        with one.open("rb") as file:
            take_bundle(restored.hub.district, file, check_bundle(file, one.stat().st_size))
    restored.met(restored.lacks)
    assert shown(restored.lacks) == at_district(restored.hub) == (ids(LATER), {GONE})


def test_a_list_published_before_the_lost_one_came_back_holds(restored: Restored) -> None:
    """The chain comes back by somebody who has no body of it: the new list may not stand on an older one."""
    has, lacks = restored.has, restored.lacks
    lacks.store.receive(
        has.store.entries_after({str(one): end.seq for one, end in lacks.store.vector().items()}, 1 << 20)
    )
    restored.met(lacks)
    publish(restored.hub.district, VILLAGE, LAST, month="2026-12")
    restored.met(lacks)
    assert shown(lacks) == (ids(LAST), {GONE})
    restored.met(has, lacks)
    assert shown(has) == shown(lacks) == at_district(restored.hub) == (ids(LAST), {GONE})
    assert deciles(has)[CHANGED] == deciles(lacks)[CHANGED] == "9"
