"""A sheet as blocks of questions: picks, the kind's own questions, reasons with their legal sources, evidence."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from app.domain.absence import DAYS_NEEDED
from app.domain.ids import MemberId
from app.domain.questionnaire import Kind, instances
from app.domain.reason import EvidenceNeed
from app.domain.recorded import recorded_dead, recorded_representative
from app.domain.roster import Family
from app.domain.standing import value_of
from app.ui.screens.keluarga.card import PhotoCard
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.screens.keluarga.portrait import age_on
from app.ui.screens.questions.ask import Ask, ask_of, missing_words
from app.ui.screens.usulan.content import legal_source
from app.ui.screens.usulan.entry import PROGRAMMES
from app.ui.screens.usulan.form_state import Block, EvidenceState, NeedLine
from app.ui.screens.usulan.outcome import outcome_blocks
from app.ui.screens.usulan.pointing import pointing
from app.ui.screens.usulan.sheet import (
    MEMBER,
    MEMBERS,
    OTHER_MEMBER,
    PRESENT,
    REASON,
    REPRESENTATIVE,
    REVIVAL,
    VISIT_LOG,
    WHOLE_FAMILY,
    Sheet,
)
from app.ui.screens.usulan.whom import about_words
from app.ui.shown import Option
from app.ui.wording import language
from app.ui.words import translate, translate_counted
from app.usecases.open_drafts import MEMBERS_SECTION

NO_PHOTO = frozenset({VISIT_LOG, "coordinates"})
MUST_NAME_MEMBER = frozenset({"death", "revival", "representative"})
"""Kinds that are always about one member."""


def picks_of(sheet: Sheet, lexicon: Lexicon, tell_missing: bool) -> tuple[Block, ...]:
    """What is chosen from the list before anything is asked."""
    blocks = []
    if "present" in sheet.picks and sheet.family is not None and _known_present(sheet) is None:
        blocks.append(_present(sheet, lexicon, tell_missing))
    if "member" in sheet.picks and sheet.family is not None:
        blocks.append(_member(sheet, lexicon, tell_missing))
    if "members" in sheet.picks and sheet.family is not None:
        blocks.append(_members(sheet, lexicon, tell_missing))
    return tuple(blocks)


def afterwards_of(sheet: Sheet, lexicon: Lexicon, tell_missing: bool) -> tuple[Block, ...]:
    """What depends on the other family: who of it is meant, and what stands afterwards."""
    blocks = []
    if "other_member" in sheet.picks and sheet.other is not None:
        options = (
            Option(WHOLE_FAMILY, translate("Proposals", "Seluruh keluarga")),
            *people(sheet.other.standing.family, lexicon, sheet),
        )
        label = translate("Proposals", "Siapa di keluarga itu?")
        value = sheet.answer(OTHER_MEMBER) or WHOLE_FAMILY
        ask = Ask(OTHER_MEMBER, Kind.CHOICE, label, options=options, value=value, required=True, all_seen=True)
        blocks.append(Block("other_member", label, (ask,)))
    return (*blocks, *outcome_blocks(sheet, tell_missing))


def _member(sheet: Sheet, lexicon: Lexicon, tell_missing: bool) -> Block:
    assert sheet.family is not None
    may = eligible(sheet)
    options = tuple(one for one in (*people(sheet.family, lexicon, sheet), *_dropped(sheet)) if one.code in may)
    must = sheet.kind.code in MUST_NAME_MEMBER or (sheet.reason is not None and sheet.reason.concerns == "member")
    if sheet.kind.code not in MUST_NAME_MEMBER:
        words = (
            translate("Proposals", "Data keluarga (alamat, rumah, aset)")
            if sheet.kind.code == "correction"
            else translate("Proposals", "Seluruh keluarga")
        )
        options = (Option(WHOLE_FAMILY, words), *options)
    value = sheet.answer(MEMBER) or ("" if must else WHOLE_FAMILY)
    lacking = tell_missing and must and sheet.member is None
    title = {
        "correction": translate("Proposals", "Data siapa yang diperbaiki?"),
        "death": translate("Proposals", "Siapa yang meninggal?"),
        "revival": translate("Proposals", "Siapa yang masih hidup?"),
        "representative": translate("Proposals", "Siapa pengurus yang baru?"),
    }.get(sheet.kind.code, translate("Proposals", "Tentang siapa?"))
    error = missing_words() if lacking else ""
    if not options:
        return Block("member", title, (), warning=_nobody(sheet))
    known = _known_present(sheet) if "present" in sheet.picks else None
    name = value_of(sheet.family, known, "name") if known is not None else ""
    hint = translate("Proposals", "Pengurus sekarang: {name}.", name=name) if name else ""
    return Block("member", title, (Ask(MEMBER, Kind.CHOICE, title, hint, options, value, error, True, all_seen=True),))


def eligible(sheet: Sheet) -> frozenset[str]:
    """Who of the family may be chosen: only who is recorded as dead or was dropped by a list is revived, and nobody
    dead or in office takes over."""
    if sheet.detail is None:
        return frozenset()
    standing = sheet.detail.standing
    everybody = frozenset(one.id for one in standing.family.members)
    dead = frozenset(str(one) for one in recorded_dead(standing))
    if sheet.kind.code == REVIVAL:
        # Why a list has somebody no more it does not say: whoever knows that he lives may say so.
        if sheet.detail.lists and not standing.listed:
            return everybody | dead
        mended = {sheet.answer(MEMBER)} if sheet.replaces is not None else set()
        return dead | (everybody & mended) | frozenset(option.code for option in _dropped(sheet))
    if sheet.kind.code == REPRESENTATIVE:
        return everybody - dead - {str(sheet.present)}
    return everybody


def _dropped(sheet: Sheet) -> tuple[Option, ...]:
    """Whom an earlier list held in the family, as choices."""
    if sheet.kind.code != REVIVAL or sheet.detail is None:
        return ()
    standing = sheet.detail.standing
    line = translate("Proposals", "Tidak lagi tercatat di keluarga ini")
    gone = ((member, name) for member, name in standing.former.items() if standing.is_former(member))
    return tuple(Option(member, name, line) for member, name in sorted(gone, key=lambda one: (one[1], one[0])))


def _nobody(sheet: Sheet) -> str:
    """Why there is nobody to choose."""
    if sheet.kind.code == REVIVAL:
        return translate(
            "Proposals",
            "Tidak ada anggota keluarga ini yang tercatat meninggal atau dikeluarkan dari daftar, jadi usulan ini "
            "tidak diperlukan. Cari orangnya di keluarga lain, atau usulkan perbaikan data.",
        )
    return translate("Proposals", "Tidak ada anggota lain yang dapat menjadi pengurus.")


def _known_present(sheet: Sheet) -> MemberId | None:
    return recorded_representative(sheet.detail.standing) if sheet.detail is not None else None


def _present(sheet: Sheet, lexicon: Lexicon, tell_missing: bool) -> Block:
    assert sheet.family is not None
    unknown = Option(WHOLE_FAMILY, translate("Proposals", "Tidak diketahui atau bukan anggota keluarga"))
    title = translate("Proposals", "Siapa pengurus sekarang?")
    options = (*people(sheet.family, lexicon, sheet), unknown)
    value = sheet.answer(PRESENT)
    error = missing_words() if tell_missing and not value else ""
    return Block("present", title, (Ask(PRESENT, Kind.CHOICE, title, "", options, value, error, True, all_seen=True),))


def _members(sheet: Sheet, lexicon: Lexicon, tell_missing: bool) -> Block:
    assert sheet.family is not None
    split = sheet.kind.code == "split"
    title = translate("Proposals", "Siapa yang berpisah?") if split else translate("Proposals", "Siapa yang pindah?")
    hint = "" if split else translate("Proposals", "Kosongkan bila seluruh keluarga pindah.")
    error = missing_words() if split and tell_missing and not sheet.members else ""
    value = " ".join(sheet.members)
    options = people(sheet.family, lexicon, sheet)
    return Block("members", title, (Ask(MEMBERS, Kind.MULTI, title, hint, options, value, error, True),))


def people(family: Family, lexicon: Lexicon, sheet: Sheet) -> tuple[Option, ...]:
    """The members of a family as choices."""
    found = []
    for one in family.members:
        age = age_on(one.birth_date, sheet.today)
        line = (
            lexicon.listed("relation", one.relation),
            translate_counted("Proposals", "{n} tahun", age) if age is not None else "",
        )
        found.append(Option(one.id, one.name, " · ".join(part for part in line if part)))
    return tuple(found)


def blocks_of(sheet: Sheet, tell_missing: bool) -> tuple[Block, ...]:
    """The kind's own questions, a block for each section (and each member of a new family)."""
    filling = sheet.filling
    if filling is None:
        return ()
    groups: dict[tuple[str, str], list[Ask]] = {}
    titles: dict[tuple[str, str], str] = {}
    order = {one: at for at, one in enumerate(instances(sheet.answers, MEMBERS_SECTION), 1)}
    for step in filling.steps:
        key = (step.section.name, step.instance)
        ask = ask_of(step, filling, tell_missing)
        if step.question.name == "note" and sheet.reason is not None and sheet.reason.note_required:
            ask = replace(ask, required=True)
        if step.question.name == PROGRAMMES:
            ask = _own_aid_first(ask, sheet.family)
        groups.setdefault(key, []).append(ask)
        label = step.section.label.say(language())
        titles[key] = (
            translate("Proposals", "Anggota {n}", n=order.get(step.instance, 1)) if step.section.repeat else label
        )
    return tuple(
        Block(f"{name}/{instance}", titles[name, instance], tuple(asks), instance=instance)
        for (name, instance), asks in groups.items()
    )


def _own_aid_first(ask: Ask, family: Family | None) -> Ask:
    """What the family receives stands before all other aid, and is called so."""
    held = frozenset(family.programmes) if family is not None else frozenset()
    told = translate("Proposals", "diterima keluarga ini menurut daftar")
    own = tuple(replace(one, hint=told) for one in ask.options if one.code in held)
    return replace(ask, options=(*own, *(one for one in ask.options if one.code not in held)))


def reasons_of(sheet: Sheet, lexicon: Lexicon, tell_missing: bool) -> Block | None:
    """The reasons to choose from, each with where it is written down."""
    group = sheet.book.group(sheet.kind.reason_group) if sheet.kind.reason_group else ()
    if not group:
        return None
    options = []
    pointed = pointing(sheet, lexicon)
    for one, reason in group:
        source = legal_source(lexicon, one.key, reason.code)
        centre = translate("Proposals", "biasanya ditemukan pusat") if reason.from_centre else ""
        names = ", ".join(pointed.get((one.key, reason.code), ()))
        looks = translate("Proposals", "petunjuk dari daftar: {names}", names=names) if names else ""
        hint = " · ".join(part for part in (source, centre, looks) if part)
        options.append(Option(f"{one.key}|{reason.code}", reason.label(language()), hint))
    error = missing_words() if tell_missing and sheet.kind.reason_required and sheet.reason is None else ""
    title = group[0][0].title.say(language())
    required = sheet.kind.reason_required
    title = translate("Proposals", "Alasan") if len({one.key for one, _ in group}) > 1 else title
    value = sheet.answer(REASON)
    ask = Ask(REASON, Kind.CHOICE, title, "", tuple(options), value, error, required, all_seen=True)
    return Block("reason", title, (ask,))


def evidence_of(
    sheet: Sheet, lexicon: Lexicon, busy: bool, trouble: str, missing: Collection[str] = ()
) -> EvidenceState:
    """What is asked for and what is there; `missing`: names of photos whose files are on another laptop."""
    needs = sheet.book.needs(sheet.kind.code, sheet.reason_list, sheet.reason_code if sheet.reason else "")
    return EvidenceState(
        needs=tuple(_need(need, sheet, lexicon) for need in needs),
        others=tuple(
            Option(kind.code, kind.words.say(language()))
            for kind in sheet.book.evidence.values()
            if kind.code not in NO_PHOTO
        ),
        photos=tuple(
            PhotoCard(item.name, lexicon.evidence(item.kind), item.name not in missing, item.size)
            for item in sheet.evidence
        ),
        busy=busy,
        trouble=trouble,
        reason_first=bool(sheet.kind.reason_group) and sheet.reason is None,
    )


def need_words(need: EvidenceNeed, lexicon: Lexicon) -> str:
    """A demand in words; several kinds stand in a row, because some have an "or" of their own."""
    words = ", ".join(lexicon.evidence(kind) for kind in need.any_of)
    words = translate("Proposals", "salah satu: {kinds}", kinds=words) if len(need.any_of) > 1 else words
    return translate("Proposals", "{kind} ({n} buah)", kind=words, n=need.count) if need.count > 1 else words


def _need(need: EvidenceNeed, sheet: Sheet, lexicon: Lexicon) -> NeedLine:
    counted = {kind: sheet.kinds_there.count(kind) for kind in need.any_of}
    recorded = [kind for kind in need.any_of if kind in sheet.recorded_kinds]
    note = translate("Proposals", "sudah tercatat di Balai") if recorded else ""
    if "coordinates" in need.any_of and not recorded:
        note = translate("Proposals", "tercatat bersama kunjungan yang memakai GPS")
    if VISIT_LOG in need.any_of and not recorded:
        note = _days_words(sheet.days_in_vain)
    kinds = tuple(Option(kind, lexicon.evidence(kind)) for kind in need.any_of if kind != "coordinates")
    words = need_words(need, lexicon)
    return NeedLine(words[:1].upper() + words[1:], kinds, need.met_by(counted), need.required, note)


def _days_words(days: int) -> str:
    """How much of a visit log Balai holds."""
    if not days:
        return translate("Proposals", "Balai belum mencatat kunjungan yang tidak menemukan.")
    return translate_counted(
        "Proposals", "Tidak ditemukan pada {n} hari; perlu {needed} hari yang berbeda.", days, needed=DAYS_NEEDED
    )


def about_sheet(sheet: Sheet) -> str:
    """The family a sheet is about, and whom a mended visit adds to it."""
    added = ", ".join(one.name for one in sheet.new_members)
    also = translate("Proposals", "ikut diusulkan: {names}", names=added) if added else ""
    family = about_words(sheet.family) if sheet.family is not None else ""
    return " · ".join(part for part in (family, also) if part)
