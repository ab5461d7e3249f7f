"""Whoever was revoked, or whose certificate ended, is told so and records nothing that would not count."""

from __future__ import annotations

import pytest

from app.composition.desk import WallClock
from app.composition.doors import FileDoors
from app.domain.entry import VILLAGE
from app.domain.errors import Refused
from app.domain.payloads import PersonCertified
from app.hub import tables
from app.hub.chain import say
from app.hub.enrol import make_code, revoke_device, revoke_person
from app.hub.local import LocalHub
from app.hub.terms import renew
from app.usecases.desk import Desk
from tests.composition.enrolled import CODE, OPERATOR, ROSTER, again, never, nothing, visit


@pytest.fixture
def desk(hub: LocalHub, doors: FileDoors) -> Desk:
    """An enrolled laptop that has exchanged."""
    code = make_code(hub.district, CODE, ROSTER.village_name, "operator", "Siti Rahma")
    made, _ = doors.create_enrolled(hub.url, code.text, OPERATOR, nothing, never)
    return made


def refused(desk: Desk, code: str) -> None:
    """Nothing is recorded, by whatever act; everything can be read."""
    with pytest.raises(Refused, match=code):
        visit(desk)
    with pytest.raises(Refused, match=code):
        desk.people.add("Petrus", "enumerator", (), "sandi yang panjang")
    assert [one.name for one in desk.people.all() if one.name == "Petrus"] == []
    assert desk.reading.home().families == len(ROSTER.families)


def test_a_revoked_laptop_says_so_once_it_was_told_on_the_line(hub: LocalHub, doors: FileDoors, desk: Desk) -> None:
    with hub.district.database.read() as connection:
        device = str(connection.execute(tables.device.select()).one().device)
    revoke_device(hub.district, CODE, device, "hilang di pasar", by="Rahma")
    visit(desk)
    with pytest.raises(Refused, match="exchange_device_revoked"):
        desk.exchange.run(lambda _: None, never)
    refused(desk, "own_laptop_revoked")
    desk = again(doors, desk)
    assert "own_laptop_revoked" in [problem.code for problem in desk.findings]
    refused(desk, "own_laptop_revoked")
    desk.close()


def test_a_revoked_person_hears_of_it_with_the_exchange(hub: LocalHub, doors: FileDoors, desk: Desk) -> None:
    revoke_person(hub.district, CODE, desk.actor.person, "bukan petugas lagi", by="Rahma")
    desk.exchange.run(lambda _: None, never)
    refused(desk, "own_key_revoked")
    desk = again(doors, desk)
    assert "own_key_revoked" in [problem.code for problem in desk.findings]
    desk.close()


def certify(hub: LocalHub, desk: Desk, days: int, role: str = "operator") -> None:
    """Give the person at the desk a certificate of so many days from now, as any certificate is said."""
    until = desk.today().fromordinal(desk.today().toordinal() + days).isoformat()
    with hub.district.database.write(CODE) as connection:
        here = [tables.person.c.person == desk.actor.person, tables.person.c.village == CODE]
        row = connection.execute(tables.person.select().where(*here)).one()
        said = PersonCertified(desk.actor.person, CODE, row.name, role, bytes(row.public_key), (), until)
        say(connection, hub.district, CODE, [(hub.district.keys.person, VILLAGE, said)])
        connection.execute(tables.person.update().where(*here).values(until=until))


@pytest.mark.parametrize(("days", "code"), [(-2, "own_certificate_ended"), (5, "own_certificate_ends")])
def test_the_end_of_a_certificate_is_said_before_and_heeded_after(
    hub: LocalHub, doors: FileDoors, desk: Desk, days: int, code: str
) -> None:
    certify(hub, desk, days)
    desk.exchange.run(lambda _: None, never)
    if days < 0:
        refused(desk, code)
    else:
        visit(desk)
    desk = again(doors, desk)
    assert code in [problem.code for problem in desk.findings]
    desk.close()


def test_whose_certificate_is_extended_goes_on_without_enrolling_again(
    hub: LocalHub, doors: FileDoors, desk: Desk
) -> None:
    certify(hub, desk, -2)
    desk.exchange.run(lambda _: None, never)
    refused(desk, "own_certificate_ended")
    until = desk.today().fromordinal(desk.today().toordinal() + 400).isoformat()
    renew(hub.district, CODE, desk.actor.person, "head", (), until, by="Rahma")
    desk.exchange.run(lambda _: None, never)
    visit(desk)
    (me,) = (one for one in desk.people.all() if one.id == desk.actor.person)
    assert (me.until, me.role) == (until, "head")
    assert desk.exchange.run(lambda _: None, never).quarantined == ()
    desk = again(doors, desk)
    assert desk.actor.role == "head"
    assert not [problem.code for problem in desk.findings if problem.code.startswith("own_")]
    desk.close()


class TwoYearsAhead(WallClock):
    """A laptop's clock that somebody set forward."""

    def now_ms(self) -> int:
        """As it shows."""
        return super().now_ms() + 700 * 86_400_000


def test_a_clock_alone_ends_no_certificate(hub: LocalHub, doors: FileDoors, desk: Desk) -> None:
    certify(hub, desk, 5)
    desk.exchange.run(lambda _: None, never)
    doors.clock = TwoYearsAhead()
    desk = again(doors, desk)
    assert "own_certificate_over" in [problem.code for problem in desk.findings]
    visit(desk)
    outcome = desk.exchange.run(lambda _: None, never)
    assert outcome.quarantined == ()
    visit(desk)
    desk.close()
