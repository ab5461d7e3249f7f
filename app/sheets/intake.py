"""Reads a district's list: open it, propose what its columns are, build the families with a report. Keeps nothing.

The three steps stand alone so that a screen can show the mapping between them; `read_list` does all in one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.domain.damage import nik_twice
from app.domain.errors import Refused
from app.domain.families import Person, form_families
from app.domain.intake import (
    Cancelled,
    ColumnMapping,
    IntakeReport,
    ListDraft,
    Progress,
    RefusedRow,
    count_warnings,
)
from app.domain.nik import parse_nik
from app.domain.region import DISTRICT, PROVINCE, SUBDISTRICT, RegionBook, plain_code
from app.domain.roster import Flag, Roster
from app.sheets.cells import cell_text
from app.sheets.code_version import detect_version
from app.sheets.columns import Table, check_mapping, find_table, other_lists, propose_mapping
from app.sheets.headings import find_headings
from app.sheets.households import find_households
from app.sheets.places import VillageCodes, code_in_title
from app.sheets.rows import Attached, RowReader, Surroundings
from app.sheets.workbook import OpenFile, open_file
from app.shelf.headers import HeaderBook

ID_FIELDS = ("nik", "no_kk", "id_individu", "id_keluarga", "kode_desa")
_ASK_EVERY = 500
_LONGEST_SERIAL = 6
"""Digits; the ministry's own ids are longer and opaque."""
_SHARED_AT_LEAST, _SHARED_PART = 5, 0.01


@dataclass(frozen=True)
class OpenedList:
    """A list that was opened and understood so far: its table, and the mapping proposed for it."""

    file: OpenFile
    table: Table
    proposed: ColumnMapping


def open_list(path: Path, headers: HeaderBook, progress: Progress, cancelled: Cancelled) -> OpenedList:
    """Open a file and find the table in it; raises Refused or Unavailable, and leaves everything as it was."""
    file = open_file(path, progress, cancelled)
    try:
        table = find_table(file.grids, headers)
    except Refused as refused:
        raise _hidden_list(file, headers, cancelled) or refused from refused
    return OpenedList(file, table, propose_mapping(table, headers))


def _hidden_list(file: OpenFile, headers: HeaderBook, cancelled: Cancelled) -> Refused | None:
    """The better reason where a file shows no list: it is on a hidden sheet, or nothing is shown at all."""
    for grid in file.hidden_grids(cancelled):
        if find_headings(grid, headers) is not None:
            return Refused("list_on_hidden_sheet", sheet=grid.name)
    return Refused("list_shows_no_sheet") if file.hidden and not file.grids else None


def build_draft(
    opened: OpenedList,
    mapping: ColumnMapping,
    regions: RegionBook,
    headers: HeaderBook,
    progress: Progress,
    cancelled: Cancelled,
    today: date,
) -> ListDraft:
    """The families of an opened list under a mapping, with every row accounted for."""
    check_mapping(opened.table, mapping, headers)
    ids = [column for name in ID_FIELDS if (column := mapping.column_of(name)) is not None]
    table = replace(opened.table, grid=opened.file.with_exact_numbers(opened.table.grid, ids, cancelled))
    progress(0.1)
    build = _Build(replace(opened, table=table), mapping, regions, headers, today)
    people, refused, blank = build.read_rows(lambda done: progress(0.1 + 0.75 * done), cancelled)
    if not people:
        raise Refused("list_without_people")
    draft = build.draft(_with_ids_and_twins(people, opened.file.sha256[:8], build.serial_people), refused, blank)
    progress(1.0)
    return draft


def read_list(
    path: Path,
    mapping: ColumnMapping | None,
    regions: RegionBook,
    headers: HeaderBook,
    progress: Progress,
    cancelled: Cancelled,
    today: date,
) -> ListDraft:
    """Everything at once, with the proposed mapping where none is given."""
    opened = open_list(path, headers, lambda done: progress(done * 0.4), cancelled)
    chosen = mapping if mapping is not None else opened.proposed
    return build_draft(opened, chosen, regions, headers, lambda done: progress(0.4 + done * 0.6), cancelled, today)


class _Build:
    """One building of a draft; holds what its steps share."""

    def __init__(
        self, opened: OpenedList, mapping: ColumnMapping, regions: RegionBook, headers: HeaderBook, today: date
    ) -> None:
        self._opened, self._mapping, self._regions, self._headers = opened, mapping, regions, headers
        self._table = opened.table
        self._rows = opened.table.grid.rows
        self._households = find_households(opened.table, mapping, headers)
        self._titles = [" ".join(filter(None, map(cell_text, row))) for row in self._rows[: self._table.title_rows]]
        codes = [plain_code(text) for text in self._texts("kode_desa")] or [code_in_title(self._titles)]
        self._villages = VillageCodes(codes, regions)
        self._shdk = _speaks_shdk(self._texts("id_hub_kepala_keluarga"))
        self._shared_unknown = _shared_unknown_regions(self._texts("nik"), regions)
        known = dict.fromkeys(self._shared_unknown, True)

        def knows_region(prefix: str) -> bool:
            if prefix not in known:
                known[prefix] = regions.knows_prefix(prefix)
            return known[prefix]

        around = Surroundings(today, opened.file.sha256[:8], self._villages, knows_region, self._shdk)
        self._reader = RowReader(self._table, mapping, headers, around)

    @property
    def serial_people(self) -> bool:
        """Whether the list's ids of people only count its rows."""
        return _counts_rows(self._texts("id_individu"))

    def read_rows(self, progress: Progress, cancelled: Cancelled) -> tuple[list[Person], list[RefusedRow], int]:
        """The people, the refused rows, and how many rows are blank."""
        people: list[Person] = []
        refused: list[RefusedRow] = []
        blank = 0
        first = self._table.first_row
        body = self._households.rows[first:]
        for done, row in enumerate(body):
            if done % _ASK_EVERY == 0:
                if cancelled():
                    raise Refused("import_cancelled")
                progress(done / len(body))
            found = self._reader.read(first + done + 1, row, self._attached(first + done))
            if isinstance(found, Person):
                people.append(found)
            elif found is None:
                blank += 1
            else:
                refused.append(found)
        return people, refused, blank

    def _attached(self, row: int) -> Attached | None:
        """By whom a row (from 0) is led, if the layout says so."""
        first = self._households.first_of.get(row)
        return None if first is None else Attached(first + 1, row in self._households.by_merge)

    def draft(self, people: Sequence[Person], refused: Sequence[RefusedRow], blank: int) -> ListDraft:
        """Form the families, name the place, and count."""
        hash8 = self._opened.file.sha256[:8]
        own_ids = not _counts_rows(self._texts("id_keluarga"))
        families = form_families(people, lambda row: f"f-{hash8}-{row}", own_ids=own_ids)
        version, witness = detect_version(
            self._table, self._mapping, " ".join(self._titles), set(self._texts("id_bb_utama"))
        )
        code = self._villages.main
        roster = Roster(
            village_code=code,
            village_name=self._place("kelurahan_desa", code),
            subdistrict=self._place("kecamatan", code[:SUBDISTRICT]),
            district=self._place("kabupaten_kota", code[:DISTRICT]),
            province=self._place("provinsi", code[:PROVINCE]),
            code_list_version=version,
            families=families,
        )
        row_of = {person.member.id: person.row for person in people}
        firsts = {family.id: min(row_of[member.id] for member in family.members) for family in families}
        report = IntakeReport(
            rows=len(self._rows),
            title_rows=self._table.title_rows,
            header_rows=self._table.header_rows,
            blank_rows=blank,
            families=len(families),
            people=len(people),
            refused=tuple(refused),
            warnings=count_warnings(roster),
            notes=(*self._notes(version, witness), *self._layout_notes(people)),
        )
        file = self._opened.file
        return ListDraft(
            file_name=file.path.name,
            sha256=file.sha256,
            sheet=self._table.grid.name,
            columns=self._table.columns,
            mapping=self._mapping,
            roster=roster,
            report=report,
            rows_of={**row_of, **firsts},
        )

    def _notes(self, version: str, witness: str) -> tuple[tuple[str, str], ...]:
        notes = [("code_list_known", f"{version} ({witness})") if version else ("code_list_unknown", "")]
        notes += [("village_not_in_list", code) for code in self._villages.unknown]
        if len(self._villages.usual) > 1:
            notes.append(("several_villages", ", ".join(map(self._named, self._villages.usual))))
        notes += [("nik_region_not_in_list", f"{code} ({times})") for code, times in self._shared_unknown.items()]
        others = other_lists(self._opened.file.grids, self._table.grid, self._headers)
        if others:
            notes.append(("sheets_not_read", ", ".join(f"{grid.name} ({len(grid.rows)})" for grid in others)))
        if self.serial_people or _counts_rows(self._texts("id_keluarga")):
            notes.append(("ids_count_rows", ""))
        if self._shdk:
            notes.append(("relation_codes_of_card", ""))
        return tuple(notes)

    def _layout_notes(self, people: Sequence[Person]) -> list[tuple[str, str]]:
        """How many people came to their family by layout alone, and how many to none."""
        by_merge = sum(person.row - 1 in self._households.by_merge for person in people)
        by_blanks = sum(person.row - 1 in self._households.by_blanks for person in people)
        alone = sum(_has_no_family(person) for person in people) if self._mapping.column_of("no_kk") is not None else 0
        counts = {"members_by_merge": by_merge, "members_by_blanks": by_blanks, "people_without_family": alone}
        return [(code, str(count)) for code, count in counts.items() if count]

    def _named(self, code: str) -> str:
        name = self._regions.name(code)
        return f"{name} ({code})" if name else code

    def _place(self, name: str, code: str) -> str:
        """The place's name as most rows write it, else as today's list has it."""
        seen = Counter(self._texts(name))
        return max(seen, key=lambda text: (seen[text], text)) if seen else self._regions.name(code) if code else ""

    def _texts(self, name: str) -> list[str]:
        column = self._mapping.column_of(name)
        if column is None:
            return []
        body = self._rows[self._table.first_row :]
        return [text for row in body if column < len(row) and (text := cell_text(row[column]))]


def _has_no_family(person: Person) -> bool:
    """Whether nothing in the row or around it says whose family this is."""
    return not (person.kk or person.family_id or person.first_row or person.member.relation)


def _speaks_shdk(relations: Iterable[str]) -> bool:
    """Whether relation numbers are the family card's eleven (4 is a child) and not DTSEN's eight (3 is a child)."""
    codes = Counter(text.lstrip("0") for text in relations if text.isdigit())
    return any(code in codes for code in ("9", "10", "11")) or codes["4"] > codes["3"]


def _shared_unknown_regions(niks: Iterable[str], regions: RegionBook) -> dict[str, int]:
    """Unknown region digits that many NIKs of the list begin with, and how many: an old code, not a typing error."""
    starts = Counter(nik[:SUBDISTRICT] for nik in niks if parse_nik(nik) is not None)
    least = max(_SHARED_AT_LEAST, sum(starts.values()) * _SHARED_PART)
    return {code: times for code, times in starts.items() if times >= least and not regions.knows_prefix(code)}


def _counts_rows(ids: Sequence[str]) -> bool:
    """Whether ids are a file's own counting: next month the same number is somebody else's."""
    numbers = [int(text) for text in ids if len(text) <= _LONGEST_SERIAL and text.isascii() and text.isdigit()]
    return bool(ids) and len(numbers) == len(ids) and max(numbers) <= 2 * len(ids)


def _with_ids_and_twins(people: Sequence[Person], hash8: str, serial: bool) -> list[Person]:
    """Ids made unique, and a flag on everybody whose NIK somebody else has too; serial numbers name nobody."""
    if serial:
        people = [_renamed(person, f"p-{hash8}-{person.row}") for person in people]
    ids = Counter(person.member.id for person in people)
    twins = {
        int(row): [int(other) for other in rows if other != row]
        for rows in nik_twice((str(person.row), person.member.nik) for person in people).values()
        for row in rows
    }
    done: list[Person] = []
    for person in people:
        member = person.member
        flags: list[Flag] = []
        if others := twins.get(person.row):
            facts = (("rows", ", ".join(map(str, others))),)
            flags.append(Flag("nik_twice", "nik", member.nik, facts=facts))
        own_id = member.id
        if ids[own_id] > 1:
            flags.append(Flag("id_twice", "id_individu", own_id))
            own_id = f"p-{hash8}-{person.row}"
        if flags:
            person = replace(person, member=replace(member, id=own_id, flags=(*member.flags, *flags)))
        done.append(person)
    return done


def _renamed(person: Person, new_id: str) -> Person:
    """The number that stood there is kept as what it is."""
    member = person.member
    fields = {**member.fields, "id_individu": member.id}
    return replace(person, member=replace(member, id=new_id, fields=fields))
