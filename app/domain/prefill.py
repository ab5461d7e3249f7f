"""What the register already says, in the codes of the questionnaire: shown beside a question, never its answer.

A register in Regsosek codes is translated by crosswalk. Where the version of its codes is not known and the versions
disagree about a value (roof 5), nothing is offered rather than a guess.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.domain.codelist import CodeBook
from app.domain.errors import Refused
from app.domain.questionnaire import Kind, Question, Questionnaire, path_of
from app.domain.roster import DTSEN, REGSOSEK, Family, Member

_SCHEMES: Mapping[str, tuple[str, ...]] = {DTSEN: ("dtsen-2025",), REGSOSEK: ("regsosek-2022",)}
_EVERY_SCHEME = ("dtsen-2025", "regsosek-2022")


def registered(question: Question, family: Family, member: Member | None, version: str, book: CodeBook) -> str:
    """What the register of that version says to a question, empty when it says nothing that the question takes."""
    raw = _raw(question.default_from, family, member).strip()
    if not raw or question.choices is None:
        return raw if question.shape(raw) is None else ""
    if question.kind is Kind.MULTI:
        return raw if question.shape(raw) is None else ""
    readings = {_translated(question, raw, scheme, book) for scheme in _SCHEMES.get(version, _EVERY_SCHEME)}
    known = [value for value in readings if value in question.choices]
    return known[0] if len(known) == 1 else ""


def register_answers(form: Questionnaire, family: Family, version: str, book: CodeBook) -> dict[str, str]:
    """Everything the register says to a form, by path; repeated sections with member questions get the members' ids."""
    found: dict[str, str] = {}
    for section in form.sections:
        by_member = section.repeat and any(q.default_from.startswith("member:") for q in section.questions)
        if by_member and family.members:
            found[section.name] = "\n".join(member.id for member in family.members)
        for member in family.members if by_member else () if section.repeat else (None,):
            for question in section.questions:
                value = registered(question, family, member, version, book)
                if value:
                    found[path_of(section, question.name, member.id if member else "")] = value
    return found


def _raw(origin: str, family: Family, member: Member | None) -> str:
    whose, _, column = origin.partition(":")
    if whose == "member" and member is not None:
        return _MEMBER[column](member) if column in _MEMBER else member.fields.get(column, "")
    if whose == "family":
        return _FAMILY[column](family) if column in _FAMILY else family.fields.get(column, "")
    return ""


def _translated(question: Question, value: str, scheme: str, book: CodeBook) -> str:
    """The code in the question's list; a list that only one scheme knows means the same in every register."""
    target = question.choices
    if target is None:
        return ""
    origin = f"{target.id}@{scheme}"
    if origin not in book.lists or origin == target.key:
        return value
    try:
        return book.crosswalk(origin, target.key).translate(value) or ""
    except Refused:
        return ""


_MEMBER: Mapping[str, Callable[[Member], str]] = {
    "nama": lambda m: m.name,
    "nik": lambda m: m.nik,
    "tanggal_lahir": lambda m: m.birth_date,
    "id_jenis_kelamin": lambda m: m.sex,
    "id_hub_kepala_keluarga": lambda m: m.relation,
    "id_status_perkawinan": lambda m: m.marital,
}
_FAMILY: Mapping[str, Callable[[Family], str]] = {
    "no_kk": lambda f: f.kk,
    "nama_kepala_keluarga": lambda f: f.head_name,
    "alamat": lambda f: f.address,
    "dusun": lambda f: f.dusun,
    "rt": lambda f: f.rt,
    "rw": lambda f: f.rw,
    "kode_desa": lambda f: f.village_code,
    "desil_nasional_keluarga": lambda f: f.decile,
}
