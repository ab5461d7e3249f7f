"""One family proposed twice: found by likeness, compared, merged so that nobody is lost."""

from __future__ import annotations

import pytest

from app.domain.entry import Entry
from app.domain.errors import Refused
from app.domain.ids import ChainId, EntryId, FamilyId, PersonId
from app.domain.payloads import ChangeProposed, Evidence, NewFamily, NewMember
from app.domain.proposal_course import PROPOSED, WITHDRAWN, ProposalStanding
from app.domain.standing import family_of_proposal
from app.domain.twins import Proposed, TwinContest, compare, merge, twins

NIK = "7305012001800001"


def member(name: str, relation: str = "1", born: str = "", nik: str = "", sex: str = "1") -> NewMember:
    return NewMember(name, nik, born, sex, relation)


def family(*members: NewMember, kk: str = "", rt: str = "004", address: str = "Jl. Baru") -> NewFamily:
    return NewFamily(kk, address, "", rt, "001", members)


def proposed(chain: str, new: NewFamily) -> Proposed:
    entry = EntryId(f"{chain}/1")
    return Proposed(entry, family_of_proposal(FamilyId(entry), entry, new))


def standing(chain: str, new: NewFamily, state: str = PROPOSED, photo: str = "") -> ProposalStanding:
    entry = Entry(ChainId(chain), 1, PersonId("p"), 0, 0, 1, "change_proposed", 1, f"{chain}/1", b"", b"")
    evidence = (Evidence(photo, 1, "kk"),) if photo else ()
    return ProposalStanding(entry, ChangeProposed("new_family", new_family=new, evidence=evidence), state)


def alike(one: NewFamily, other: NewFamily) -> bool:
    return bool(twins([proposed("a.1", one), proposed("b.1", other)]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (family(member("Yohanes Lando"), kk="7305012001230001"), family(member("Ana"), kk="7305012001230001")),
        (family(member("Yohanes", nik=NIK)), family(member("Ana"), member("Johanes", "3", nik=NIK))),
        (family(member("Muh. Yusuf", born="1980-02-03")), family(member("Muhamad Yusuf", "2", "1980-02-03"))),
        (family(member("Yohanes Lando")), family(member("Yohanes Lando", born="1980-02-03"))),
        (family(member("Yohanes Lando", born="1980-02-03")), family(member("Yohanis Lando", born="1980-02-03"))),
    ],
)
def test_these_may_be_one_family(one: NewFamily, other: NewFamily) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (family(member("Yohanes Lando")), family(member("Maria Bano"))),
        (family(member("Yohanes Lando")), family(member("Yohanes Lando"), rt="007")),
        (family(member("Yohanes", born="1980-02-03")), family(member("Yohanes", born="1991-05-05"))),
        (family(member("Yohanes", born="1980-02-03")), family(member("Markus", born="1980-02-03"))),
        (family(member("Yohanes"), kk="7305"), family(member("Maria"), kk="7305")),
    ],
)
def test_these_are_two(one: NewFamily, other: NewFamily) -> None:
    assert not alike(one, other)


def test_who_was_told_apart_is_not_asked_about_again() -> None:
    pair = [proposed("a.1", family(member("Yohanes"))), proposed("b.1", family(member("Yohanes")))]
    assert twins(pair) == (("a.1/1", "b.1/1"),)
    assert twins(pair, {frozenset({EntryId("b.1/1"), EntryId("a.1/1")})}) == ()


ONE = family(member("Yohanes Lando", born="1980-02-03"), member("Ana", "3", sex="2"))
OTHER = family(member("Yohanis Lando", born="1980-02-03", nik=NIK), member("Maria", "2", sex="2"), address="Jl. Baru 7")


@pytest.fixture
def contest() -> TwinContest:
    return compare(proposed("a.1", ONE), proposed("b.1", OTHER))


def test_what_differs_is_asked_and_nobody_is_lost_by_default(contest: TwinContest) -> None:
    assert [(row.key, row.said) for row in contest.rows] == [
        ("/address", ("Jl. Baru", "Jl. Baru 7")),
        ("a.1/1#1/name", ("Yohanes Lando", "Yohanis Lando")),
        ("a.1/1#2/there", ("1", "2")),
        ("b.1/1#2/there", ("2", "1")),
    ]
    assert contest.usual() == {"a.1/1#2/there": 0, "b.1/1#2/there": 1}


def test_the_merged_family_has_what_was_chosen_and_what_one_alone_knew(contest: TwinContest) -> None:
    picks = {**contest.usual(), "/address": 1, "a.1/1#1/name": 0}
    here, there = merge(contest, standing("a.1", ONE, photo="aa"), standing("b.1", OTHER, photo="bb"), picks)
    assert here.new_family is not None
    assert here.new_family.address == "Jl. Baru 7"
    assert [(one.name, one.nik) for one in here.new_family.members] == [
        ("Yohanes Lando", NIK),
        ("Ana", ""),
        ("Maria", ""),
    ]
    assert here.members == ("a.1/1#1", "a.1/1#2", "b.1/1#2")
    assert [piece.name for piece in here.evidence] == ["bb"]
    assert (here.other_family, there.other_family) == ("b.1/1", "a.1/1")


def test_somebody_may_be_left_out(contest: TwinContest) -> None:
    picks = {"/address": 1, "a.1/1#1/name": 0, "a.1/1#2/there": 0, "b.1/1#2/there": 0}
    here, _ = merge(contest, standing("a.1", ONE), standing("b.1", OTHER), picks)
    assert here.new_family is not None
    assert [one.name for one in here.new_family.members] == ["Yohanes Lando", "Ana"]


def test_what_is_not_chosen_yet_is_counted(contest: TwinContest) -> None:
    with pytest.raises(Refused) as refused:
        merge(contest, standing("a.1", ONE), standing("b.1", OTHER), contest.usual())
    assert (refused.value.code, refused.value.facts["left"]) == ("settling_choice_missing", 2)


def test_a_family_has_one_head() -> None:
    one, other = family(member("Yohanes"), kk="1"), family(member("Maria"))
    both = compare(proposed("a.1", one), proposed("b.1", other))
    with pytest.raises(Refused, match="proposal_one_head_needed"):
        merge(both, standing("a.1", one), standing("b.1", other), both.usual())


def test_what_was_closed_meanwhile_is_not_merged(contest: TwinContest) -> None:
    with pytest.raises(Refused, match="settling_closed"):
        merge(contest, standing("a.1", ONE), standing("b.1", OTHER, WITHDRAWN), contest.usual())
