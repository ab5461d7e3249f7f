"""Members of a family, a line each, as the district's pages show them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.domain.payloads import ChangeProposed, NewMember
from app.domain.proposal_course import ProposalStanding
from app.domain.roster import Family
from app.hub.afterwards import say_code
from app.hub.language import tr
from app.hub.words import say_relation, say_value

_NO_NIK: Final = ("nik_tidak_ada", "nik_tidak_ada@balai-1")
"""Field of a new member that says why there is no NIK, and its list."""


def member_lines(one: Family, *, masked: bool) -> list[tuple[str, ...]]:
    """Those of the list: name, NIK, birth date, sex, relation."""
    return [_member_line(m.name, m.nik, m.birth_date, m.sex, m.relation, masked=masked) for m in one.members]


def new_member_lines(one: ProposalStanding, *, masked: bool) -> list[tuple[str, ...]]:
    """Those whom a proposal adds, in the same way."""
    if not isinstance(one.body, ChangeProposed):
        return []
    new: Sequence[NewMember] = (*(one.body.new_family.members if one.body.new_family else ()), *one.body.new_members)
    lines = [_member_line(m.name, m.nik, m.birth_date, m.sex, m.relation, masked=masked) for m in new]
    return [_with_reason(line, member) for line, member in zip(lines, new, strict=True)]


def _with_reason(line: tuple[str, ...], member: NewMember) -> tuple[str, ...]:
    """Why there is no NIK stands with that there is none."""
    field, key = _NO_NIK
    why = "" if member.nik else member.fields.get(field, "")
    return (line[0], f"{line[1]} ({say_code(key, why)})", *line[2:]) if why else line


def _member_line(
    name: str, nik: str, birth_date: str, sex: str, relation: str, *, masked: bool
) -> tuple[str, str, str, str, str]:
    return (
        name,
        say_value("nik", nik, masked=masked) if nik else tr("Belum punya NIK"),
        say_value("birth_date", birth_date),
        say_value("sex", sex),
        say_relation(relation),
    )
