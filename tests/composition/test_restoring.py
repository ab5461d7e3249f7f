from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.composition.doors import FileDoors
from app.composition.exchange import VaultExchange
from app.composition.places import PRACTICE_PASSWORD, places
from app.domain.errors import Locked, Refused
from app.domain.ids import FamilyId
from app.domain.payloads import VisitRecorded
from app.usecases.ports import Act
from app.usecases.reading import FamilyFilter, FamilySort
from tests.villages import unlocked


def truncate(store: Path) -> None:
    store.write_bytes(store.read_bytes()[:4096])


def empty(store: Path) -> None:
    store.write_bytes(b"")


def scribble(store: Path) -> None:
    store.write_bytes(b"\x5a" * store.stat().st_size)


@pytest.mark.parametrize("harm", [truncate, empty, scribble, Path.unlink])
def test_what_officials_recorded_comes_back_and_the_district_gives_the_list_again(
    practice_copy: Path, harm: Callable[[Path], None]
) -> None:
    with unlocked(practice_copy) as desk:
        families = desk.reading.home().families
        family = FamilyId(desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0].id)
        photo = desk.evidence.keep(b"foto rumah", "house_front", "image/webp")
        visit = VisitRecorded("visit", "1", 1, "not_found", "moved", "5", "", photos=(photo,))
        desk.journal.record(Act(family, visit))
        draft = desk.evidence.keep(b"foto draf", "house_front", "image/webp")
    doors = FileDoors(places(practice_copy))
    (vault,) = doors.vaults()
    slot = next(slot.slot for slot in doors.slots(vault) if slot.role == "operator")
    harm(vault.folder / "village.db")
    with pytest.raises(Refused) as refused:
        doors.unlock(vault, slot, PRACTICE_PASSWORD)
    assert refused.value.code in ("store_missing", "store_empty", "store_damaged", "store_key_wrong")
    with pytest.raises(Locked):
        doors.restore(vault, slot, "bukan sandinya")
    desk = doors.restore(vault, slot, PRACTICE_PASSWORD)
    assert [problem.code for problem in desk.findings] == ["entries_recovered"]
    assert desk.exchange.enrolled()
    assert isinstance(desk.exchange, VaultExchange)
    trusted = desk.exchange.enrolment
    assert trusted is not None
    assert trusted.certificate, "the district's word for this laptop stands beside the store"
    assert [recorded.payload for recorded in desk.journal.entries(family)] == [visit]
    assert desk.evidence.read(photo.name) == b"foto rumah"
    assert desk.evidence.read(draft.name) is None
    assert len(list((vault.folder / "files" / "aside").iterdir())) == 1
    outcome = desk.exchange.run(lambda _: None, lambda: False)
    assert outcome.quarantined == ()
    assert desk.reading.home().families == families
    detail = desk.reading.family(family)
    assert detail is not None
    assert detail.standing.visit_status == "not_found"
    assert desk.verify(lambda _: None, lambda: False) == ()
    desk.close()
    again = doors.unlock(vault, slot, PRACTICE_PASSWORD)
    assert again.findings == ()
    again.close()
    doors.close()
