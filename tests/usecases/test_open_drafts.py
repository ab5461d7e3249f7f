"""What a person has begun is told with its family, and several new families may be begun side by side."""

from __future__ import annotations

from app.domain.ids import EntryId
from app.usecases.desk import Desk
from app.usecases.open_drafts import NEW_FAMILY, VISIT, OpenDrafts, draft_form, free_subject
from app.usecases.reading import FamilyFilter, FamilySort


def begun(desk: Desk, kind: str = "") -> list[tuple[str, str, str, str]]:
    """Kind, subject, name and RT of what was begun."""
    found = OpenDrafts(desk.drafts, desk.reading)(kind)
    return [(one.kind, one.subject, one.name, one.rt) for one in found]


def test_visits_and_proposals_are_told_with_their_family_the_one_left_last_first(practice_desk: Desk) -> None:
    first, second = practice_desk.reading.families(FamilyFilter(), FamilySort(), 0, 2)
    practice_desk.drafts.save("visit-2025", first.id, "respondent", "Maria")
    practice_desk.drafts.save(draft_form("death"), second.id, "note", "Menurut keluarga.")
    assert begun(practice_desk) == [
        ("death", second.id, second.head_name, second.rt),
        (VISIT, first.id, first.head_name, first.rt),
    ]


def test_a_form_that_mends_a_proposal_names_it(practice_desk: Desk) -> None:
    (family,) = practice_desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)
    practice_desk.drafts.save(draft_form("move", "desa.1/7"), family.id, "note", "Ke Kupang.")
    (one,) = OpenDrafts(practice_desk.drafts, practice_desk.reading)()
    assert (one.kind, one.family, one.replaces) == ("move", family.id, EntryId("desa.1/7"))


def test_several_new_families_are_begun_side_by_side_each_under_its_head(practice_desk: Desk) -> None:
    drafts, form = practice_desk.drafts, draft_form(NEW_FAMILY)
    first = free_subject(drafts)
    drafts.save(form, first, "anggota", "1\n2")
    drafts.save(form, first, "anggota/1/nama", "Dorkas Oematan")
    drafts.save(form, first, "anggota/2/nama", "Zakarias Oematan")
    drafts.save(form, first, "anggota/2/id_hub_kepala_keluarga", "1")
    drafts.save(form, first, "rt", "003")
    second = free_subject(drafts)
    drafts.save(form, second, "alamat", "Jalan Kebun 3")
    assert begun(practice_desk, NEW_FAMILY) == [
        (NEW_FAMILY, second, "", ""),
        (NEW_FAMILY, first, "Zakarias Oematan", "003"),
    ]
    drafts.discard(form, first)
    assert free_subject(drafts) == first
