from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.damage import nik_twice
from app.domain.filling import Filling
from app.domain.nik import parse_nik
from app.domain.prefill import register_answers
from app.domain.roster import HEAD, Family, Member
from app.practice.lessons import lessons
from app.practice.planting import PER_THOUSAND
from app.practice.quarrels import quarrels
from app.practice.village import AS_OF, PracticeVillage, generate, practice_village
from app.shelf.codes import code_book
from app.shelf.forms import visit_form
from app.shelf.regions import load_regions
from tests.practice.portrait import portrait


@pytest.fixture(scope="module")
def village() -> PracticeVillage:
    return practice_village()


def families(village: PracticeVillage) -> dict[str, Family]:
    return {family.id: family for family in (*village.roster.families, *village.left_out)}


def people(village: PracticeVillage) -> dict[str, Member]:
    return {member.id: member for family in families(village).values() for member in family.members}


def test_the_same_seed_makes_the_same_village_and_another_seed_another() -> None:
    assert generate(7, 60) == generate(7, 60)
    assert generate(7, 60).roster != generate(8, 60).roster


def test_the_village_is_invented_but_stands_among_real_places(village: PracticeVillage) -> None:
    regions = load_regions()
    assert regions.name(village.profile.code) == ""
    assert regions.name(village.profile.code[:6]) == village.profile.subdistrict
    assert village.profile.name not in {place.name for place in regions.children(village.profile.code[:6])}
    assert all(regions.knows_prefix(member.nik[:6]) for member in people(village).values() if len(member.nik) == 16)


def test_the_village_could_be_one_of_rural_timor(village: PracticeVillage) -> None:
    figures = portrait(village.roster, AS_OF)
    assert 295 <= figures.families <= 320
    assert 3.9 <= figures.mean_size <= 4.6
    assert 0.05 <= figures.one_person <= 0.12
    assert 0.12 <= figures.led_by_women <= 0.22
    assert 0.05 <= figures.without_nik <= 0.12
    assert 0.27 <= figures.children <= 0.36
    assert 0.045 <= figures.elders <= 0.09
    assert 90 <= figures.men_per_100_women <= 106
    assert 0.15 <= figures.off_grid <= 0.35
    assert 0.15 <= figures.earth_floor <= 0.35
    assert 0.55 <= figures.aided <= 0.75
    assert figures.deciles[0] > figures.deciles[4] > figures.deciles[9] > 0
    assert figures.names_shared > 0.1


def test_the_pyramid_narrows_from_children_to_the_old(village: PracticeVillage) -> None:
    per_band = [men + women for _, men, women in portrait(village.roster, AS_OF).pyramid]
    thirds = [sum(per_band[start : start + 5]) for start in (0, 5, 10)]
    assert thirds[0] > thirds[1] > thirds[2] > sum(per_band[15:])


def test_no_number_is_anybodys(village: PracticeVillage) -> None:
    truths = {planted.member: planted.truth for planted in village.truth if planted.kind.startswith("nik_")}
    for member in people(village).values():
        nik = truths.get(member.id, member.nik)
        assert not nik or int(nik[12:]) > 9000
    assert all(int(family.kk[12:] or 9001) > 900 for family in village.roster.families)


def test_every_value_of_the_list_is_a_code_that_the_visit_form_takes(village: PracticeVillage) -> None:
    form, book = visit_form(), code_book()
    for family in families(village).values():
        answers = register_answers(form, family, village.roster.code_list_version, book)
        known = {name: value for name, value in family.fields.items() if name in form.questions}
        assert known.items() <= answers.items()
        for member in family.members:
            for name, value in member.fields.items():
                if name in form.questions:
                    assert answers[f"anggota/{member.id}/{name}"] == value
            answers[f"anggota/{member.id}/keberadaan_anggota"] = "1"
        answers |= {"status_kunjungan": "1", "hasil_kunjungan": "1"}
        damaged = {"nik"} if any(member.flags for member in family.members) else set()
        wrong = Filling(form, answers, AS_OF).violations()
        assert {violation.question for _, violation in wrong} <= damaged


def test_the_house_of_the_list_answers_every_required_question_of_the_house(village: PracticeVillage) -> None:
    form, book = visit_form(), code_book()
    for family in village.roster.families:
        answers = register_answers(form, family, village.roster.code_list_version, book)
        answers |= {"status_kunjungan": "1", "hasil_kunjungan": "1"}
        house = {"rumah", "air_terang", "dapur", "sanitasi", "aset", "lahan_ternak"}
        missing = [step.path for step in Filling(form, answers, AS_OF).missing() if step.section.name in house]
        assert missing == []


def test_every_kind_of_error_is_there_in_its_share_and_explained(village: PracticeVillage) -> None:
    counted = Counter(planted.kind for planted in village.truth)
    assert {kind: counted[kind] for kind in PER_THOUSAND} == {
        kind: max(1, round(share * 300 / 1000)) for kind, share in PER_THOUSAND.items()
    }
    assert counted["left_out"] == len(village.left_out) == 8
    assert {*counted, *(one.kind for one in quarrels(village))} == set(lessons())
    assert all(one.label.en and one.lesson.id and one.lesson.en for one in lessons().values())


def test_a_damaged_nik_is_flagged_as_an_import_would_and_its_truth_is_known(village: PracticeVillage) -> None:
    flag_of = {
        "nik_scientific": "nik_scientific",
        "nik_last_zero": "nik_last_digit_zero",
        "nik_spaced": "nik_spaced",
        "nik_quoted": "nik_quoted",
        "nik_short": "nik_short",
    }
    everybody = people(village)
    for planted in village.truth:
        member = everybody.get(planted.member)
        if planted.kind in flag_of and member is not None:
            assert flag_of[planted.kind] in {flag.code for flag in member.flags}
            true = parse_nik(planted.truth)
            assert true is not None
            assert (true.birth_date(AS_OF, date.fromisoformat(member.birth_date)), true.sex) == (
                date.fromisoformat(member.birth_date),
                member.sex,
            )
            assert (member.nik == planted.truth) == (planted.kind in ("nik_spaced", "nik_quoted"))


def test_a_swapped_birth_date_is_proposed_right(village: PracticeVillage) -> None:
    everybody = people(village)
    swapped = [planted for planted in village.truth if planted.kind == "birth_date_swapped"]
    for planted in swapped:
        member = everybody[planted.member]
        assert [(flag.code, flag.proposed) for flag in member.flags] == [("birth_date_swapped", planted.truth)]
        assert member.birth_date != planted.truth


def test_what_only_a_visit_can_find_carries_no_flag(village: PracticeVillage) -> None:
    everybody, by_id = people(village), families(village)
    for planted in village.truth:
        if planted.kind in ("dead_active", "moved_family", "moved_member", "well_off", "civil_servant"):
            family = by_id[planted.family]
            assert not family.flags
            assert not any(member.flags for member in family.members)
        if planted.kind == "dead_active":
            assert everybody[planted.member].fields["status_dtsen"] == "DTSEN AKTIF"
            assert everybody[planted.member].birth_date < planted.truth < AS_OF.isoformat()
        if planted.kind == "well_off":
            assert by_id[planted.family].programmes
            assert planted.facts


def test_who_is_listed_twice_is_somewhere_else_too(village: PracticeVillage) -> None:
    everybody = people(village)
    pairs = [planted for planted in village.truth if planted.kind in ("double_person", "double_family_member")]
    assert len(pairs) >= 6
    for planted in pairs:
        one, other = everybody[planted.member], everybody[planted.other]
        assert (one.birth_date, one.sex) == (other.birth_date, other.sex)
        assert one.name != other.name
    without = {planted.member for planted in village.truth if planted.kind == "no_nik"}
    assert not without & {holder for planted in pairs for holder in (planted.member, planted.other)}
    twice = nik_twice((member.id, member.nik) for _, member in village.roster.members())
    flagged = {member.id for member in everybody.values() if any(flag.code == "nik_twice" for flag in member.flags)}
    assert flagged == {holder for holders in twice.values() for holder in holders}
    assert flagged <= {planted.member for planted in pairs} | {planted.other for planted in pairs}


def test_families_left_out_have_no_decile_and_no_aid_and_are_not_on_the_list(village: PracticeVillage) -> None:
    listed = {family.id for family in village.roster.families}
    assert all(family.id not in listed and not family.decile and not family.programmes for family in village.left_out)
    assert any(not member.nik for family in village.left_out for member in family.members)


@settings(max_examples=15, deadline=None)
@example(2410920, 11)  # a daughter of 56 at home, with a child of one year
@given(st.integers(0, 2**32), st.integers(1, 120))
def test_every_village_holds_together(seed: int, size: int) -> None:
    village = generate(seed, size)
    everybody = [member for family in families(village).values() for member in family.members]
    assert len({member.id for member in everybody}) == len(everybody)
    assert len(families(village)) == len(village.roster.families) + len(village.left_out)
    kinds: dict[str, set[str]] = defaultdict(set)
    for planted in village.truth:
        if planted.kind in PER_THOUSAND:
            kinds[planted.family].add(planted.kind)
    assert all(len(found) == 1 for found in kinds.values())
    planted_dates = {planted.member: planted.truth for planted in village.truth if planted.kind == "birth_date_swapped"}
    for family in families(village).values():
        (head,) = [member for member in family.members if member.relation == HEAD]
        assert head.name == family.head_name
        assert family.fields["jumlah_anggota_keluarga"] == str(len(family.members))
        mothers = {member.name: member for member in family.members if member.sex == "2"}
        for member in family.members:
            born = date.fromisoformat(planted_dates.get(member.id, member.birth_date))
            assert born <= AS_OF
            mother = mothers.get(member.fields.get("nama_ibu_kandung", ""))
            if mother is not None:
                mother_born = date.fromisoformat(planted_dates.get(mother.id, mother.birth_date))
                assert 15 <= (born - mother_born).days / 365.25 <= 50
            if member.nik and not member.flags:
                parts = parse_nik(member.nik)
                assert parts is not None
                assert (parts.birth_date(AS_OF, born), parts.sex) == (born, member.sex)
