"""A district that was restored to a day before it revoked somebody gets its word back from laptops: what it took in
meanwhile is judged by that word, from the place where it first stood, alike at the district and on every laptop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.errors import Refused
from app.domain.ids import PersonId
from app.domain.payloads import PersonAdded, PersonChanged
from app.hub import tables
from app.hub.enrol import revoke_device, revoke_person
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.usecases.ports import Act
from tests.sync.conftest import CopiedBack, NewLaptop
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.test_exchange import LIST

NEWCOMER = PersonId("newcomer2345")


def by_laptop(hub: LocalHub, gone: Laptop) -> None:
    revoke_device(hub.district, VILLAGE, gone.keys.device, "hilang di pasar", by="Rahma")


def by_person(hub: LocalHub, gone: Laptop) -> None:
    revoke_person(hub.district, VILLAGE, gone.actor.person, "berhenti", by="Rahma")


WAYS = pytest.mark.parametrize(("revoke", "reason"), [(by_laptop, "device_revoked"), (by_person, "key_revoked")])


@dataclass
class Restored:
    """The district of yesterday; `good` heard of the revocation, `third` and `gone` did not."""

    hub: LocalHub
    good: Laptop
    third: Laptop
    gone: Laptop
    turn: int
    """Of everything that stood when it was revoked."""

    def reasons(self) -> dict[str, str]:
        """Of all that the revoked laptop's chains say, at the district."""
        entry = tables.entry
        where = [entry.c.village == VILLAGE, entry.c.chain.startswith(self.gone.keys.device)]
        with self.hub.district.database.read() as connection:
            rows = connection.execute(select(entry.c.chain, entry.c.seq, entry.c.reason).where(*where)).all()
        return {f"{chain}/{seq}": reason for chain, seq, reason in rows}

    def names(self, table: str) -> set[str]:
        """Whom the district knows in the village, or which proposals it has."""
        column = tables.person.c.person if table == "person" else tables.proposal.c.proposal
        with self.hub.district.database.read() as connection:
            return set(connection.execute(select(column)).scalars())


def on(laptop: Laptop, gone: Laptop) -> dict[str, str]:
    """The same, as a laptop has it."""
    query = "SELECT chain || '/' || seq, quarantine FROM entry WHERE chain LIKE ?"
    with laptop.database.read() as connection:
        return {str(row[0]): str(row[1]) for row in connection.exec_driver_sql(query, (f"{gone.keys.device}%",)).all()}


Restoring = Callable[[Callable[[LocalHub, Laptop], None]], Restored]


@pytest.fixture
def restoring(hub: LocalHub, new_laptop: NewLaptop, copied_back: CopiedBack) -> Restoring:
    def restore(revoke: Callable[[LocalHub, Laptop], None]) -> Restored:
        publish(hub.district, VILLAGE, LIST, month="2026-11")
        good, third, gone = (new_laptop(name=name) for name in ("Maria Bano", "Yosef Tefa", "Petrus Laka"))
        for laptop in (good, third, gone):
            laptop.enrol(hub)
        gone.visit("f-1", note="sebelum dicabut")
        for laptop in (gone, good, third, gone):
            laptop.exchange()

        def lost(today: LocalHub) -> None:
            revoke(today, gone)
            good.exchange(today.url)

        back = copied_back(lost)
        turn = max(one.turn for one in good.store.entries_after({}, 1 << 24))
        return Restored(back, good, third, gone, turn)

    return restore


def work_on(found: Restored) -> list[str]:
    """What the revoked one does behind the revocation of which he did not hear."""
    gone = found.gone
    while gone.store.entries_after({}, 1 << 24)[-1].turn <= found.turn:
        gone.visit("f-2", note="menunggu")
    made = [gone.visit("f-1"), gone.propose("f-1")]
    made += gone.journal.record(
        Act("", PersonAdded(NEWCOMER, "Orang Baru", "enumerator", b"n" * 32)),
        Act("", PersonChanged(found.third.actor.person, "Yosef T.", "operator", active=False)),
    )
    return [str(one) for one in made]


@WAYS
@pytest.mark.both_stores
def test_what_was_taken_in_meanwhile_is_set_aside_once_the_word_is_back(
    restoring: Restoring, revoke: Callable[[LocalHub, Laptop], None], reason: str
) -> None:
    found = restoring(revoke)
    made = work_on(found)
    found.gone.exchange(found.hub.url)
    assert {found.reasons()[one] for one in made} == {""}, "it knows of nothing yet"
    assert NEWCOMER in found.names("person")
    assert made[1] in found.names("proposal")
    found.third.exchange(found.hub.url)
    assert {on(found.third, found.gone)[one] for one in made} == {""}
    for _ in range(2):
        found.good.exchange(found.hub.url)
    held = found.reasons()
    assert {held[one] for one in made} == {reason}
    assert "" in held.values(), "what stood before counts on"
    assert NEWCOMER not in found.names("person"), "whom he added since is nobody"
    assert made[1] not in found.names("proposal")
    with found.hub.district.database.read() as connection:
        third = select(tables.person.c.active).where(tables.person.c.person == found.third.actor.person)
        assert connection.execute(third).scalar_one(), "whom he sent home serves on"
    found.third.exchange(found.hub.url)
    assert on(found.third, found.gone) == on(found.good, found.gone) == held
    if reason == "device_revoked":
        with pytest.raises(Refused, match="exchange_device_revoked"):
            found.gone.exchange(found.hub.url)
    else:
        found.gone.exchange(found.hub.url)
        assert on(found.gone, found.gone) == found.reasons()
    # A second time changes nothing.
    for laptop in (found.good, found.third):
        outcome = laptop.exchange(found.hub.url)
        assert (outcome.notices, outcome.sent_entries) == ((), 0)
    before = found.reasons()
    found.good.exchange(found.hub.url)
    assert found.reasons() == before


@WAYS
def test_what_another_laptop_brings_back_with_the_word_is_judged_by_it(
    restoring: Restoring, revoke: Callable[[LocalHub, Laptop], None], reason: str, tmp_path: Path
) -> None:
    found = restoring(revoke)
    made = work_on(found)
    found.gone.write_stick(tmp_path / "stick")
    found.good.read_stick(tmp_path / "stick")
    assert {on(found.good, found.gone)[one] for one in made} == {reason}
    found.good.exchange(found.hub.url)
    assert {found.reasons()[one] for one in made} == {reason}
    found.third.exchange(found.hub.url)
    assert on(found.third, found.gone) == found.reasons()


@WAYS
def test_a_word_that_is_said_twice_again_keeps_its_first_place(
    restoring: Restoring, revoke: Callable[[LocalHub, Laptop], None], reason: str
) -> None:
    found = restoring(revoke)
    made = work_on(found)
    found.gone.exchange(found.hub.url)
    for _ in range(3):
        found.good.exchange(found.hub.url)
    with found.hub.district.database.read() as connection:
        said = connection.execute(select(tables.entry.c.seq).where(tables.entry.c.kind == "key_revoked")).all()
    assert len(said) == 1
    assert {found.reasons()[one] for one in made} == {reason}
