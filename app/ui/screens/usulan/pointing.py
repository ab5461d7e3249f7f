"""Which reasons the list itself gives cause to look into: a civil servant on the card. An aid, never a judgement."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.roster import Member
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.screens.usulan.sheet import Sheet

OCCUPATION = "id_pekerjaan_utama"
ON_THE_CARD = "pekerjaan@dukcapil-2022"


def pointing(sheet: Sheet, lexicon: Lexicon) -> dict[tuple[str, str], list[str]]:
    """Names of members by the reason (its list and code) at which a code of theirs points."""
    found: dict[tuple[str, str], list[str]] = {}
    for member in sheet.family.members if sheet.family is not None else ():
        for code_list, code in _codes_of(member, lexicon):
            for one, reason in sheet.book.suggested(sheet.kind.reason_group, code_list, code):
                names = found.setdefault((one.key, reason.code), [])
                if member.name not in names:
                    names.append(member.name)
    return found


def _codes_of(member: Member, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Codes with the list that they are of. An occupation counts in words alone: its numbers differ between lists."""
    for field, value in member.fields.items():
        question = lexicon.form.questions.get(field)
        if question is not None and question.choices is not None and value in question.choices:
            yield question.choices.key, value
    written = member.fields.get(OCCUPATION, "").strip().casefold()
    for code in lexicon.book.get(ON_THE_CARD) if written else ():
        if written in _spellings(code.label_id):
            yield ON_THE_CARD, code.value


def _spellings(label: str) -> frozenset[str]:
    """ "Aparatur sipil negara (ASN)" is written in full, without its brackets, or as what stands in them."""
    whole = label.casefold()
    bare, _, short = whole.partition(" (")
    return frozenset(part for part in (whole, bare, short.rstrip(")")) if part)
