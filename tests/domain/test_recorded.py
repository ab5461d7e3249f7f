"""What is on record already: who is dead, who receives the aid, and what is asked for by an open proposal."""

from __future__ import annotations

from app.domain.entry import Entry, Recorded
from app.domain.ids import ChainId, EntryId, FamilyId, MemberId, PersonId
from app.domain.payloads import (
    ChangeProposed,
    DecisionMade,
    FieldChange,
    MemberSeen,
    Payload,
    ProposalWithdrawn,
    VisitRecorded,
)
from app.domain.recorded import open_twin, recorded_dead, recorded_representative
from app.domain.roster import Family, Flag, Member
from app.domain.standing import Standing, fold

ADAM, SITI, BUDI = MemberId("m1"), MemberId("m2"), MemberId("m3")
FAMILY = Family("k1", members=(Member(ADAM, "Adam"), Member(SITI, "Siti"), Member(BUDI, "Budi")))
VISIT = VisitRecorded("visit", "1", 1, "found", "", "1", "", members=(MemberSeen(SITI, "2"), MemberSeen(ADAM, "1")))


def standing(*told: Payload, family: Family = FAMILY) -> Standing:
    """How the family stands after these entries, numbered from 1."""
    records = [
        Recorded(Entry(ChainId("a.1"), n, PersonId("p"), n, 0, n, "any", 1, "k1", b"", b""), payload)
        for n, payload in enumerate(told, 1)
    ]
    found = fold(FamilyId("k1"), family, records)
    assert found is not None
    return found


def entry(n: int) -> EntryId:
    """The id of the nth entry."""
    return EntryId(f"a.1/{n}")


def test_the_list_a_visit_or_a_standing_proposal_calls_somebody_dead() -> None:
    assert recorded_dead(standing()) == frozenset()
    assert recorded_dead(standing(VISIT)) == {SITI}
    assert recorded_dead(standing(ChangeProposed("death", member=BUDI))) == {BUDI}
    turned_down = (ChangeProposed("death", member=BUDI), DecisionMade(entry(1), "rejected"))
    assert recorded_dead(standing(*turned_down)) == frozenset()
    flagged = Member(ADAM, "Adam", flags=(Flag("status_says_dead", "status_dtsen", "ASESMEN MENINGGAL"),))
    assert recorded_dead(standing(family=Family("k1", members=(flagged,)))) == {ADAM}
    gone = Family("k1", members=FAMILY.members, fields={"id_status_keberadaan_keluarga": "3"})
    assert recorded_dead(standing(family=gone)) == {ADAM, SITI, BUDI}


def test_whom_a_list_dropped_after_he_was_called_dead_is_on_record_as_dead() -> None:
    dropped = Family("k1", members=FAMILY.members[:1])
    records = [
        Recorded(Entry(ChainId("a.1"), 1, PersonId("p"), 1, 0, 1, "any", 1, "k1", b"", b""), VISIT),
    ]
    found = fold(FamilyId("k1"), dropped, records, former={SITI: "Siti", BUDI: "Budi"})
    assert found is not None
    assert recorded_dead(found) == {SITI}, "and of the other one nobody said so"


def test_whom_the_district_granted_last_receives_the_aid() -> None:
    first, second = ChangeProposed("representative", member=SITI), ChangeProposed("representative", member=BUDI)
    assert recorded_representative(standing(first)) is None
    granted = DecisionMade(entry(1), "determined")
    assert recorded_representative(standing(first, granted, second)) == SITI


def test_an_open_proposal_of_the_same_is_noticed_and_a_closed_one_is_not() -> None:
    death = ChangeProposed("death", member=ADAM)
    assert open_twin(standing(death), ChangeProposed("death", member=SITI)) is None
    found = open_twin(standing(death), death)
    assert found is not None
    assert found.id == entry(1)
    withdrawn = ProposalWithdrawn(entry(1), "keliru")
    assert open_twin(standing(death, withdrawn), death) is None


def test_corrections_are_the_same_where_they_change_the_same_field() -> None:
    name = ChangeProposed("correction", member=ADAM, changes=(FieldChange("name", "Adam", "Adham"),))
    born = ChangeProposed("correction", member=ADAM, changes=(FieldChange("birth_date", "", "1980-01-01"),))
    assert open_twin(standing(name), born) is None
    assert open_twin(standing(name), name) is not None


def test_moves_are_the_same_where_somebody_is_among_both() -> None:
    some = ChangeProposed("move", members=(ADAM,))
    assert open_twin(standing(some), ChangeProposed("move", members=(SITI,))) is None
    assert open_twin(standing(some), ChangeProposed("move", members=(SITI, ADAM))) is not None
    assert open_twin(standing(some), ChangeProposed("move")) is not None
