"""A finished sheet as the entry that the journal keeps, and what an unfinished one still lacks."""

from __future__ import annotations

from app.domain.ids import EntryId, MemberId
from app.domain.new_address import ADDRESS, address_told, leaves_from
from app.domain.payloads import ChangeProposed, FieldChange, NewFamily, NewMember, ObjectionFiled
from app.domain.payloads.visits import Place
from app.domain.questionnaire import AGREED, instances
from app.domain.standing import value_of
from app.ui.screens.usulan.outcome import outcome_of
from app.ui.screens.usulan.sheet import EMPTY, OTHER_MEMBER, REPRESENTATIVE, WHOLE_FAMILY, Sheet
from app.usecases.open_drafts import MEMBERS_SECTION, NEW_FAMILY

DIRECTION, IN_VILLAGE = "arah_pindah", "desa"
PROGRAMMES = "program"
JOINED_AT, AT_KEPT, ELSEWHERE = "tempat_gabung", "kk", "baru"
"""Where a joined family lives: at the address of the card that stays, or elsewhere."""
_ADDRESS = {"alamat": "address", "dusun": "dusun", "rt": "rt", "rw": "rw"}


def objection_of(sheet: Sheet) -> ObjectionFiled:
    """The objection that a sheet says."""
    place = sheet.record.get("lokasi", "").split()
    return ObjectionFiled(
        objector=sheet.record.get("objector", "").strip(),
        same_village=sheet.record.get("same_village", "") == AGREED,
        reason=sheet.reason_code if sheet.reason else "",
        reason_list=sheet.reason_list if sheet.reason else "",
        note=sheet.record.get("note", "").strip(),
        member=sheet.member,
        place=_place(place),
        evidence=sheet.evidence,
        replaces=sheet.replaces,
        base_pack=sheet.detail.pack if sheet.detail else None,
    )


def proposal_of(sheet: Sheet) -> ChangeProposed:
    """The proposal that a sheet says."""
    kind = sheet.kind.code
    other_member = sheet.answer(OTHER_MEMBER)
    other = sheet.other.standing.id if sheet.other is not None and "other_family" in sheet.picks else None
    twin = MemberId(other_member) if other and other_member not in ("", WHOLE_FAMILY) else None
    return ChangeProposed(
        proposal=kind,
        member=sheet.member if "member" in sheet.picks else None,
        changes=_changes(sheet),
        reason=sheet.reason_code if sheet.reason else "",
        reason_list=sheet.reason_list if sheet.reason else "",
        note=sheet.record.get("note", "").strip(),
        evidence=sheet.evidence,
        event_date=sheet.record.get("event_date", ""),
        new_family=_new_family(sheet) if kind in (NEW_FAMILY, "split") else None,
        new_members=sheet.new_members,
        members=sheet.members if "members" in sheet.picks else (),
        other_family=other,
        other_member=sheet.present if kind == REPRESENTATIVE else twin if "other_member" in sheet.picks else None,
        replaces=sheet.replaces,
        base_pack=sheet.detail.pack if sheet.detail else None,
        base_entry=_newest(sheet),
        outcome=outcome_of(sheet),
        direction=sheet.record.get(DIRECTION, ""),
        direction_list=_list_of(sheet, DIRECTION),
        programmes=tuple(sheet.record.get(PROGRAMMES, "").split()),
        programme_list=_list_of(sheet, PROGRAMMES),
        new_address=_new_address(sheet),
    )


def _changes(sheet: Sheet) -> tuple[FieldChange, ...]:
    if sheet.family is None:
        return ()
    if "changes" in sheet.picks:
        pairs = sheet.changes.items()
        said = [(name, value_of(sheet.family, sheet.member, name), value) for name, value in pairs if value]
        told = [(name, old, "" if value == EMPTY else value) for name, old, value in said]
        return tuple(FieldChange(name, old, new) for name, old, new in told if old != new)
    if sheet.kind.code == "move" and sheet.record.get(DIRECTION) == IN_VILLAGE and not sheet.members:
        moved = [(name, _digits(name, sheet.record.get(asked, ""))) for asked, name in _ADDRESS.items()]
        seen = [(name, value_of(sheet.family, None, name), value) for name, value in moved if value]
        return tuple(FieldChange(name, old, new) for name, old, new in seen if old != new)
    return ()


def _new_address(sheet: Sheet) -> tuple[FieldChange, ...]:
    """Where the members who move within the village, or the joined family, live; a whole family's is a change."""
    moves = sheet.kind.code == "move" and sheet.members and sheet.record.get(DIRECTION) == IN_VILLAGE
    joined = sheet.record.get(JOINED_AT, "") if sheet.kind.code == "merge" else ""
    if not moves and not joined:
        return ()
    there = sheet.other.standing.family if sheet.other is not None else None
    here = sheet.family if moves else leaves_from(outcome_of(sheet), sheet.family, there)
    if joined == AT_KEPT:
        return address_told(here, {name: value_of(here, None, name) for name in ADDRESS} if here is not None else {})
    return address_told(here, {name: _digits(name, sheet.record.get(asked, "")) for asked, name in _ADDRESS.items()})


def _list_of(sheet: Sheet, name: str) -> str:
    """The list of a question's codes; empty where nothing was answered."""
    question = sheet.filling.form.questions.get(name) if sheet.filling is not None else None
    choices = question.choices if question is not None else None
    return choices.key if choices is not None and sheet.record.get(name) else ""


def _newest(sheet: Sheet) -> EntryId | None:
    """The newest entry about the family that the author could know."""
    history = sheet.detail.history if sheet.detail is not None else ()
    return max((item.record.entry for item in history), key=lambda entry: entry.order).id if history else None


def _place(parts: list[str]) -> Place | None:
    if len(parts) < 2:
        return None
    return Place(float(parts[0]), float(parts[1]), "typed", float(parts[2]) if len(parts) > 2 else None)


def _digits(name: str, value: str) -> str:
    """RT and RW as lists write them."""
    return value.zfill(3) if name in ("rt", "rw") and value else value.strip()


def _new_family(sheet: Sheet) -> NewFamily:
    said = sheet.record
    return NewFamily(
        kk=said.get("kk", ""),
        address=said.get("alamat", "").strip(),
        dusun=said.get("dusun", "").strip(),
        rt=_digits("rt", said.get("rt", "")),
        rw=_digits("rw", said.get("rw", "")),
        members=tuple(_new_member(sheet, one) for one in instances(sheet.answers, MEMBERS_SECTION)),
        screening=tuple(said.get("screening", "").split()),
    )


def _new_member(sheet: Sheet, instance: str) -> NewMember:
    def said(name: str) -> str:
        return sheet.record.get(f"{MEMBERS_SECTION}/{instance}/{name}", "").strip()

    why = said("nik_tidak_ada")
    return NewMember(
        name=said("nama"),
        nik=said("nik"),
        birth_date=said("tanggal_lahir"),
        sex=said("id_jenis_kelamin"),
        relation=said("id_hub_kepala_keluarga"),
        marital=said("id_status_perkawinan"),
        fields={"nik_tidak_ada": why} if why else {},
    )
