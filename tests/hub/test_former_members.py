"""Whom a list dropped from a family is still named by the district where something was recorded about him."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import delete, update

from app.domain.ids import FamilyId, MemberId
from app.domain.payloads import ChangeProposed, Outcome
from app.domain.roster import Family
from app.hub import migrations
from app.hub.listed import all_former_members
from app.hub.local import LocalHub
from app.hub.publish import publish, replay_lists
from app.hub.tables import former_member, meta, migration
from app.hub.views.proposal import proposal_view
from app.usecases.ports import Act
from tests.hub.conftest import LIST, NUR
from tests.sync.laptop import VILLAGE, Laptop

ROSTINA = NUR.members[1]
ALONE = replace(NUR, members=NUR.members[:1])
BASO = LIST.families[1]
SISTER = replace(ROSTINA, id="m-3", name="NURLINA", nik="7308034311050002", birth_date="2007-01-02")


def held(hub: LocalHub) -> dict[tuple[str, str], str]:
    with hub.district.database.read() as connection:
        return all_former_members(connection, VILLAGE)


def hand_out(hub: LocalHub, month: str, *families: Family) -> None:
    publish(hub.district, VILLAGE, replace(LIST, families=families), month=month)


@pytest.mark.both_stores
def test_who_goes_to_another_family_or_is_dropped_keeps_his_name_where_he_was(district: LocalHub) -> None:
    assert held(district) == {}
    hand_out(district, "2026-12", ALONE, replace(BASO, members=(ROSTINA, SISTER)))
    assert held(district) == {("f-1", "m-2"): "ROSTINA HASMAWATI"}
    hand_out(district, "2027-01", ALONE, replace(BASO, members=(SISTER,)))
    assert held(district) == {("f-1", "m-2"): "ROSTINA HASMAWATI", ("f-2", "m-2"): "ROSTINA HASMAWATI"}
    hand_out(district, "2027-02", NUR)
    gone = {("f-2", "m-2"): "ROSTINA HASMAWATI", ("f-2", "m-3"): "NURLINA"}
    assert held(district) == gone, "she is back, and the family where she was is on the list no more"
    with district.district.database.write(VILLAGE) as connection:
        replay_lists(connection, VILLAGE)
    assert held(district) == gone, "reckoned anew from all lists it is the same"


def test_the_other_family_of_a_merge_is_named_after_a_list_dropped_it(district: LocalHub, head: Laptop) -> None:
    hand_out(district, "2026-12", NUR, replace(BASO, members=(SISTER,)))
    after = Outcome(kept_family=FamilyId("f-2"), head=MemberId("m-3"))
    made = head.journal.record(Act("f-1", ChangeProposed("merge", other_family=FamilyId("f-2"), outcome=after)))[0]
    head.exchange()
    hand_out(district, "2027-01", NUR)
    with district.district.database.read() as connection:
        facts = dict(proposal_view(connection, VILLAGE, made, 0).facts)
    assert facts["Keluarga lain"].startswith("BASO DAENG · KK 7308030811••••••")
    assert facts["Keluarga lain"].endswith("(tidak ada lagi dalam daftar)")
    assert facts["Kepala keluarga sesudahnya"].startswith("NURLINA")


def test_a_district_of_before_takes_the_names_from_whom_it_lost(district: LocalHub) -> None:
    hand_out(district, "2026-12", ALONE, BASO)
    before = held(district)
    assert before == {("f-1", "m-2"): "ROSTINA HASMAWATI"}
    with district.district.database.write("") as connection:
        former_member.drop(connection)
        connection.execute(delete(migration).where(migration.c.version > 10))
        connection.execute(update(meta).where(meta.c.key == "version").values(value="10"))
        migrations.migrate(connection)
    assert held(district) == before
