"""What a proposal asks for, in words: for the detail, and for the summary before it is saved."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from app.domain.ids import MemberId
from app.domain.kk import mask_kk
from app.domain.nik import mask_nik
from app.domain.payloads import ChangeProposed, NewFamily, NewMember, ObjectionFiled
from app.domain.payloads.visits import Evidence
from app.domain.roster import Family
from app.domain.standing import value_of
from app.ui.screens.keluarga.card import PhotoCard
from app.ui.screens.keluarga.course import changes_of
from app.ui.screens.keluarga.filters import place_words
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.screens.usulan.card import Content, NewMemberCard
from app.ui.screens.usulan.outcome import outcome_words
from app.ui.screens.usulan.whom import about_words
from app.ui.vocabulary.times import iso_day_words
from app.ui.words import translate

CRITERIA = "kriteria_usul@balai-1"
NO_NIK_REASON, NO_NIK_LIST = "nik_tidak_ada", "nik_tidak_ada@balai-1"


@dataclass(frozen=True, slots=True)
class Telling:
    """What words need beside the proposal itself."""

    lexicon: Lexicon
    family: Family | None
    """The family as the list has it; None for one that is not there yet."""
    other: Family | None = None
    """The other family of a duplicate or a merge, where this laptop knows it."""
    held: Collection[str] | None = None
    """Hashes of the photos that are on this laptop; None where all are."""
    former: Mapping[MemberId, str] = field(default_factory=dict)
    """Those whom an earlier list held in either family."""

    def member(self, member: MemberId | None) -> str:
        """The name of a member of either family; where the list has him there no more, that is said with it."""
        if not member:
            return ""
        families = [one for one in (self.family, self.other) if one is not None]
        found = next((name for one in families if (name := value_of(one, member, "name"))), "")
        once = self.former.get(member, "")
        if found or not once:
            return found
        return translate("Proposals", "{name} (tidak lagi tercatat di keluarganya)", name=once)


def content_of(body: ChangeProposed | ObjectionFiled, telling: Telling) -> Content:
    """The whole content of a proposal or objection."""
    facts = _objection(body, telling) if isinstance(body, ObjectionFiled) else _proposal(body, telling)
    reason = telling.lexicon.reason(body.reason_list, body.reason) if body.reason else ""
    new = body.new_family if isinstance(body, ChangeProposed) else None
    after = ""
    if isinstance(body, ChangeProposed):
        after = outcome_words(body, telling.family, telling.other, telling.former)
    people = (*(new.members if new else ()), *body.new_members) if isinstance(body, ChangeProposed) else ()
    return Content(
        facts=tuple((label, value) for label, value in facts if value),
        outcome=after,
        reason=reason,
        source=legal_source(telling.lexicon, body.reason_list, body.reason),
        changes=changes_of(body, telling.lexicon, telling.family) if isinstance(body, ChangeProposed) else (),
        members=tuple(_new_member(one, telling.lexicon) for one in people),
        criteria=tuple(telling.lexicon.code(CRITERIA, code) for code in new.screening) if new else (),
        note=body.note,
        photos=tuple(_photo(item, telling) for item in body.evidence),
    )


def legal_source(lexicon: Lexicon, reason_list: str, code: str) -> str:
    """Where a reason is written down; empty where nobody but Balai says it."""
    known = lexicon.reasons.lists[reason_list].get(code) if reason_list in lexicon.reasons.lists else None
    return known.source if known is not None and known.source != "Balai" else ""


def _proposal(body: ChangeProposed, telling: Telling) -> list[tuple[str, str]]:
    names = ", ".join(name for one in body.members if (name := telling.member(one)))
    facts = [
        (translate("Proposals", "Anggota"), telling.member(body.member)),
        (_members_label(body.proposal), names or _everybody(body)),
        (translate("Proposals", "Tanggal"), iso_day_words(body.event_date) if body.event_date else ""),
    ]
    facts += _coded(body, telling.lexicon)
    if body.other_family is not None:
        gone = translate("Proposals", "(tidak ada di daftar lagi)")
        facts.append((translate("Proposals", "Keluarga lain"), about_words(telling.other) if telling.other else gone))
        facts.append((translate("Proposals", "Anggota keluarga itu"), telling.member(body.other_member)))
    elif body.other_member is not None:
        facts.append((translate("Proposals", "Pengurus sekarang"), telling.member(body.other_member)))
    if body.new_family is not None:
        facts += _new_family(body.new_family)
    return facts


def _coded(body: ChangeProposed, lexicon: Lexicon) -> list[tuple[str, str]]:
    """Where to, and which aid; earlier entries have these in their note."""

    def said(key: str, code: str) -> str:
        return lexicon.code(key, code) if key in lexicon.book.lists else code

    aid = ", ".join(said(body.programme_list, code) for code in body.programmes)
    return [
        (translate("Proposals", "Pindah ke mana"), said(body.direction_list, body.direction)),
        (translate("Proposals", "Bantuan yang dilepas"), aid),
    ]


def _members_label(kind: str) -> str:
    if kind == "move":
        return translate("Proposals", "Yang pindah")
    return translate("Proposals", "Yang berpisah") if kind == "split" else translate("Proposals", "Menyangkut")


def _everybody(body: ChangeProposed) -> str:
    return translate("Proposals", "Seluruh keluarga") if body.proposal == "move" else ""


def _new_family(new: NewFamily) -> list[tuple[str, str]]:
    return [
        (translate("Proposals", "Nomor KK"), mask_kk(new.kk) or translate("Proposals", "tidak diisi")),
        (translate("Proposals", "Alamat"), new.address),
        (translate("Proposals", "Tempat"), " · ".join(p for p in (place_words(new.rt, new.rw), new.dusun) if p)),
    ]


def _objection(body: ObjectionFiled, telling: Telling) -> list[tuple[str, str]]:
    place = f"{body.place.latitude:.5f}, {body.place.longitude:.5f}" if body.place else ""
    lives = translate("Proposals", "warga desa ini")
    return [
        (translate("Proposals", "Penyanggah"), f"{body.objector} ({lives})" if body.same_village else body.objector),
        (translate("Proposals", "Anggota"), telling.member(body.member)),
        (translate("Proposals", "Letak"), place),
    ]


def _new_member(new: NewMember, lexicon: Lexicon) -> NewMemberCard:
    line = (
        lexicon.listed("relation", new.relation),
        lexicon.listed("sex", new.sex),
        iso_day_words(new.birth_date) if new.birth_date else translate("Proposals", "tanggal lahir tidak diketahui"),
        lexicon.listed("marital", new.marital),
    )
    why = new.fields.get(NO_NIK_REASON, "")
    missing = translate("Proposals", "Belum punya NIK") + (f" ({lexicon.code(NO_NIK_LIST, why)})" if why else "")
    nik = f"NIK {mask_nik(new.nik)}" if new.nik else missing
    return NewMemberCard(new.name, " · ".join(part for part in line if part), nik)


def _photo(item: Evidence, telling: Telling) -> PhotoCard:
    held = telling.held is None or item.name in telling.held
    return PhotoCard(item.name, telling.lexicon.evidence(item.kind), held, item.size)
