"""Writes a roster as a district's list: one row a person, DTSEN headings, numbers of people and cards as text."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from app.domain.roster import EXTRA, Family, Member, Roster
from app.sheets.text_sheet import save_sheet

FIRST_HEADINGS = (
    "id_keluarga",
    "id_individu",
    "no_kk",
    "nik",
    "nama",
    "tanggal_lahir",
    "id_jenis_kelamin",
    "id_hub_kepala_keluarga",
    "id_status_perkawinan",
    "alamat",
    "dusun",
    "rt",
    "rw",
    "kode_desa",
    "kelurahan_desa",
    "kecamatan",
    "kabupaten_kota",
    "provinsi",
    "desil_nasional_keluarga",
)


def write_roster(roster: Roster, path: Path, title: Sequence[str] = ()) -> None:
    """Write an XLSX that `read_list` reads back to the same families; raises Unavailable when it cannot be saved."""
    head = [[line] for line in title] + ([[""]] if title else [])
    rows = _rows(roster)
    headings = next(rows)
    save_sheet(path, "Daftar", itertools.chain(head, [headings], rows), len(head) + 1, [18] * len(headings))


def _rows(roster: Roster) -> Iterator[Sequence[str]]:
    """The headings, then every person."""
    extra_family = _keys(family.fields for family in roster.families)
    extra_member = _keys(member.fields for _, member in roster.members())
    programmes = _programme_headings(roster, extra_member)
    yield [*FIRST_HEADINGS, *programmes.values(), *extra_family, *(key.removeprefix(EXTRA) for key in extra_member)]
    for family, member in roster.members():
        yield [
            *_core(roster, family, member),
            *("1" if code in family.programmes else "0" for code in programmes),
            *(family.fields.get(key, "") for key in extra_family),
            *(member.fields.get(key, "") for key in extra_member),
        ]


def _core(roster: Roster, family: Family, member: Member) -> tuple[str, ...]:
    return (
        family.id,
        member.id,
        family.kk,
        member.nik,
        member.name,
        member.birth_date,
        member.sex,
        member.relation,
        member.marital,
        family.address,
        family.dusun,
        family.rt,
        family.rw,
        family.village_code,
        roster.village_name if family.village_code == roster.village_code else "",
        roster.subdistrict,
        roster.district,
        roster.province,
        family.decile,
    )


def _keys(fields: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(key for keys in fields for key in keys))


def _programme_headings(roster: Roster, kept: Sequence[str]) -> dict[str, str]:
    """Programme code -> heading, for those that no column of the people says already."""
    codes = sorted({code for family in roster.families for code in family.programmes})
    return {code: code.lower() for code in codes if code.lower() not in kept}
