"""A returned proposal as the beginning of a new one that replaces it."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.ids import EntryId
from app.domain.payloads import NewFamily, ObjectionFiled
from app.domain.proposal_course import ProposalStanding
from app.domain.questionnaire import AGREED, Questionnaire
from app.ui.screens.usulan.entry import AT_KEPT, DIRECTION, ELSEWHERE, IN_VILLAGE, JOINED_AT, PROGRAMMES
from app.ui.screens.usulan.sheet import (
    EMPTY,
    EVIDENCE,
    HEAD,
    KEPT,
    MEMBER,
    MEMBERS,
    NEW_MEMBERS,
    OTHER_FAMILY,
    OTHER_MEMBER,
    PRESENT,
    REASON,
    REPLACES,
    REPRESENTATIVE,
    STAYING_HEAD,
    WHOLE_FAMILY,
    change_key,
    evidence_text,
    new_members_text,
)
from app.usecases.open_drafts import MEMBERS_SECTION

_COLUMNS = {
    "name": "nama",
    "nik": "nik",
    "birth_date": "tanggal_lahir",
    "sex": "id_jenis_kelamin",
    "relation": "id_hub_kepala_keluarga",
    "marital": "id_status_perkawinan",
}
_ADDRESS_LINE = "Alamat baru: "
"""Began the line of an earlier entry's note that said where members moved within the village."""
_MOVED = {"address": "alamat", "dusun": "dusun", "rt": "rt", "rw": "rw"}


def answers_from(proposal: ProposalStanding, form: Questionnaire | None) -> Mapping[str, str]:
    """What a sheet starts with that mends `proposal`: everything that was said, and which one it replaces."""
    body = proposal.body
    if isinstance(body, ObjectionFiled):
        return {key: value for key, value in _objection(proposal.id, body).items() if value}
    found = {
        REPLACES: str(proposal.id),
        NEW_MEMBERS: new_members_text(body.new_members),
        MEMBER: body.member or WHOLE_FAMILY,
        MEMBERS: " ".join(body.members),
        OTHER_FAMILY: body.other_family or "",
        (PRESENT if body.proposal == REPRESENTATIVE else OTHER_MEMBER): body.other_member or "",
        REASON: f"{body.reason_list}|{body.reason}" if body.reason else "",
        EVIDENCE: evidence_text(body.evidence),
        "event_date": body.event_date,
        KEPT: body.outcome.kept_member or body.outcome.kept_family or "",
        HEAD: body.outcome.head or "",
        STAYING_HEAD: body.outcome.staying_head or "",
        DIRECTION: body.direction,
        PROGRAMMES: " ".join(body.programmes),
        **_from_note(body.note, form),
    }
    if body.proposal == "correction":
        found.update({change_key(body.member or "", one.field): one.proposed or EMPTY for one in body.changes})
    if body.proposal == "move" and body.changes:
        found[DIRECTION] = IN_VILLAGE
        found.update({_MOVED[one.field]: one.proposed for one in body.changes if one.field in _MOVED})
    moved = any(one.proposed != one.seen for one in body.new_address)
    if body.proposal == "merge" and body.new_address:
        found[JOINED_AT] = ELSEWHERE if moved else AT_KEPT
    if moved or body.proposal == "move":
        found.update({_MOVED[one.field]: one.proposed for one in body.new_address if one.field in _MOVED})
    if body.new_family is not None:
        found.update(_new_family(body.new_family))
    return {key: value for key, value in found.items() if value}


def _objection(mended: EntryId, body: ObjectionFiled) -> dict[str, str]:
    where = body.place
    accuracy = f" {where.accuracy_m:g}" if where is not None and where.accuracy_m is not None else ""
    return {
        REPLACES: str(mended),
        MEMBER: body.member or WHOLE_FAMILY,
        REASON: f"{body.reason_list}|{body.reason}" if body.reason else "",
        EVIDENCE: evidence_text(body.evidence),
        "objector": body.objector,
        "same_village": AGREED if body.same_village else "",
        "lokasi": f"{where.latitude} {where.longitude}{accuracy}" if where is not None else "",
        "note": body.note,
    }


def _from_note(note: str, form: Questionnaire | None) -> dict[str, str]:
    """The note without the lines that stand before it (an address is asked for again), and what they said."""
    found: dict[str, str] = {}
    lines = [line for line in note.split("\n") if not line.startswith(_ADDRESS_LINE)]
    for name in (DIRECTION, PROGRAMMES):
        question = form.questions.get(name) if form is not None else None
        start = f"{question.label.id.rstrip('?')}: " if question is not None else ""
        if question is None or question.choices is None or not lines or not lines[0].startswith(start):
            continue
        said = lines.pop(0).removeprefix(start).rstrip(".").split(", ")
        found[name] = " ".join(code.value for code in question.choices if code.label() in said)
    return {**found, "note": "\n".join(lines)}


def _new_family(new: NewFamily) -> dict[str, str]:
    found = {"kk": new.kk, "alamat": new.address, "dusun": new.dusun, "rt": new.rt, "rw": new.rw}
    found["screening"] = " ".join(new.screening)
    found[MEMBERS_SECTION] = "\n".join(str(at) for at in range(1, len(new.members) + 1))
    for at, member in enumerate(new.members, 1):
        values = {column: str(getattr(member, name)) for name, column in _COLUMNS.items()}
        found.update({f"{MEMBERS_SECTION}/{at}/{column}": value for column, value in values.items()})
        found.update({f"{MEMBERS_SECTION}/{at}/{column}": value for column, value in member.fields.items()})
    return found
