"""Where nobody on a laptop may hand it over, the district lets him, for as long as it takes: nothing is wiped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.composition.doors import FileDoors
from app.domain.errors import Refused
from app.hub.enrol import confirm_person, make_code
from app.hub.local import LocalHub
from app.hub.terms import renew
from app.usecases.custody import NewHolder
from tests.composition.enrolled import CODE, OPERATOR, ROSTER, again, never, nothing, visit

NEW = NewHolder("Ester Kase", "operator", (), "jagung padi ubi")


def test_an_enumerator_alone_hands_his_laptop_on_with_what_was_not_sent(
    hub: LocalHub,
    doors: FileDoors,
) -> None:
    code = make_code(hub.district, CODE, ROSTER.village_name, "enumerator", "Siti Rahma")
    desk, _ = doors.create_enrolled(hub.url, code.text, replace(OPERATOR, role="enumerator"), nothing, never)
    me = desk.actor.person
    assert not desk.custody.look().may_hand_over
    with pytest.raises(Refused, match="not_allowed"):
        desk.custody.hand_over(me, NEW, rests=True)
    renew(hub.district, CODE, me, "operator", (), "", by="Rahma")
    desk.exchange.run(lambda _: None, never)
    visit(desk)
    desk = again(doors, desk)
    assert desk.custody.look().may_hand_over
    assert desk.custody.look().entries > 0, "something waits"
    desk.custody.hand_over(me, NEW, rests=True)
    desk.close()
    (vault,) = doors.vaults()
    (slot,) = doors.slots(vault)
    assert slot.name == NEW.name
    desk = doors.unlock(vault, slot.slot, NEW.password)
    assert desk.exchange.run(lambda _: None, never).quarantined == ()
    assert desk.custody.look().entries == 0, "what the giver had not sent has gone"
    confirm_person(hub.district, CODE, desk.actor.person)
    renew(hub.district, CODE, desk.actor.person, "enumerator", (), "", by="Rahma")
    desk.exchange.run(lambda _: None, never)
    desk.close()
    desk = doors.unlock(vault, slot.slot, NEW.password)
    assert desk.actor.role == "enumerator"
    visit(desk)
    assert desk.exchange.run(lambda _: None, never).quarantined == ()
    desk.close()
