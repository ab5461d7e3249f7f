"""What a visit finds different from the list is proposed beside it: the village asks, the district decides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.domain.filling import Filling
from app.domain.ids import EntryId, MemberId, PackId
from app.domain.payloads import ChangeProposed, FieldChange, NewMember
from app.domain.questionnaire import instances, path_of
from app.domain.roster import Member
from app.domain.standing import Standing, value_of
from app.domain.visit_entry import MEMBERS

FIELD_OF: Final = {
    "nama": "name",
    "nik": "nik",
    "tanggal_lahir": "birth_date",
    "id_jenis_kelamin": "sex",
    "id_hub_kepala_keluarga": "relation",
    "id_status_perkawinan": "marital",
}
"""Question -> field of the register that a visit may ask to be put right."""

MEMBER_COUNT: Final = "jumlah_anggota_keluarga"


def corrections(
    filling: Filling, standing: Standing, base_pack: PackId | None, base_visit: EntryId | None
) -> tuple[ChangeProposed, ...]:
    """One correction for each member whose data differ, and one for all members that the list lacks.

    What an open proposal asks for already is not asked again (second attempt at the same house).
    """
    asked_for = {
        (one.body.member, change.field, change.proposed)
        for one in standing.open_proposals
        if isinstance(one.body, ChangeProposed)
        for change in one.body.changes
    }
    made = []
    for member in standing.family.members:
        who = MemberId(member.id)
        changes = tuple(one for one in _changes(filling, member) if (who, one.field, one.proposed) not in asked_for)
        if changes:
            made.append(ChangeProposed("correction", who, changes, base_pack=base_pack, base_entry=base_visit))
    added = tuple(new_members(filling, standing))
    if added:
        seen = value_of(standing.family, None, MEMBER_COUNT) or str(len(standing.family.members))
        now = str(len(standing.family.members) + len(added))
        if (None, MEMBER_COUNT, now) not in asked_for:
            count = FieldChange(MEMBER_COUNT, seen, now)
            made.append(
                ChangeProposed(
                    "correction", changes=(count,), new_members=added, base_pack=base_pack, base_entry=base_visit
                )
            )
    return tuple(made)


def new_members(filling: Filling, standing: Standing) -> Iterator[NewMember]:
    """The members that were added at the door and have a name."""
    known = {member.id for member in standing.family.members}
    record = filling.record()
    section = filling.form.repeats.get(MEMBERS)
    if section is None:
        return
    for instance in instances(record, MEMBERS):
        said = {field: record.get(path_of(section, question, instance), "") for question, field in FIELD_OF.items()}
        if instance not in known and said["name"].strip():
            yield NewMember(
                said["name"], said["nik"], said["birth_date"], said["sex"], said["relation"], said["marital"]
            )


def _changes(filling: Filling, member: Member) -> Iterator[FieldChange]:
    for step in filling.steps:
        field = FIELD_OF.get(step.question.name, "")
        if step.section.name != MEMBERS or step.instance != member.id or not field:
            continue
        value, seen = filling.value(step), str(getattr(member, field))
        if value and value != seen and filling.check(step, value) is None:
            yield FieldChange(field, seen, value)
