"""Builds the families of a list from the rows of its sheets, with a report in which every row is accounted for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from app.domain.errors import Refused
from app.domain.families import Person, form_families
from app.domain.intake import (
    IntakeReport,
    ListDraft,
    RefusedRow,
    SheetCount,
    count_warnings,
)
from app.domain.region import DISTRICT, PROVINCE, SUBDISTRICT, RegionBook, plain_code
from app.domain.roster import Family, Roster
from app.sheets.cells import cell_text
from app.sheets.code_version import detect_version
from app.sheets.households import find_households
from app.sheets.identities import with_ids_and_twins
from app.sheets.joined import Part
from app.sheets.pace import Pace
from app.sheets.places import VillageCodes, code_in_title, inside_address
from app.sheets.rows import Attached, RowReader, Surroundings
from app.sheets.traits import counts_rows, shared_unknown_regions, speaks_shdk
from app.sheets.workbook import OpenFile
from app.shelf.headers import HeaderBook

_TOLD_EVERY = 200
"""Families between two words."""


class Build:
    """One building of a draft; holds what its steps share."""

    def __init__(
        self,
        file: OpenFile,
        parts: Sequence[Part],
        regions: RegionBook,
        headers: HeaderBook,
        today: date,
        pace: Pace,
    ) -> None:
        self._file, self._parts, self._regions, self._pace = file, parts, regions, pace
        self._titles = [_titles(part) for part in parts]
        own = [code_in_title(titles) for titles in self._titles]
        codes = [plain_code(text) for text in self._texts("kode_desa")] or [
            code for code, part in zip(own, parts, strict=True) for _ in part.table.grid.rows
        ]
        self._villages = VillageCodes(codes, regions)
        self._shdk = speaks_shdk(self._texts("id_hub_kepala_keluarga"))
        self._shared_unknown = shared_unknown_regions(self._texts("nik"), regions)
        known = dict.fromkeys(self._shared_unknown, True)

        def knows_region(prefix: str) -> bool:
            if prefix not in known:
                known[prefix] = regions.knows_prefix(prefix)
            return known[prefix]

        def readers() -> Iterator[RowReader]:
            for part, code in zip(parts, own, strict=True):
                place = inside_address(part.table.grid.name) if len(parts) > 1 else ("", "", "")
                around = Surroundings(
                    today=today,
                    hash8=file.sha256[:8],
                    villages=self._villages,
                    knows_region=knows_region,
                    relation_is_shdk=self._shdk,
                    row_name=self._row_name,
                    village_code=code or self._villages.main,
                    place=place,
                )
                yield RowReader(part.table, part.mapping, headers, around)

        self._readers = list(readers())
        self._households = [find_households(part.table, part.mapping, headers) for part in parts]

    @cached_property
    def _serial_people(self) -> bool:
        """Whether the list's ids of people only count its rows."""
        return counts_rows(self._texts("id_individu"))

    @cached_property
    def _serial_families(self) -> bool:
        return counts_rows(self._texts("id_keluarga"))

    def draft(self) -> ListDraft:
        """Read every row and form the families; raises Refused where the list has nobody or somebody stops it."""
        people, refused, blank = self._read_rows(self._pace.part(0.0, 0.7))
        if not people:
            raise Refused("list_without_people")
        self._pace.told(0.7)
        people = with_ids_and_twins(people, self._file.sha256[:8], self._serial_people, self._row_name, self._pace.each)
        self._pace.told(0.75)
        made = self._drafted(people, refused, blank, self._families(people))
        self._pace.told(1.0)
        return made

    def _read_rows(self, pace: Pace) -> tuple[list[Person], list[RefusedRow], int]:
        """The people, the refused rows, and how many rows are blank."""
        people: list[Person] = []
        refused: list[RefusedRow] = []
        blank = done = 0
        whole = sum(len(part.table.grid.rows) - part.table.first_row for part in self._parts)
        for at, part in enumerate(self._parts):
            rows = self._households[at].rows
            for row in pace.counted(range(part.table.first_row, len(rows)), whole, done):
                found = self._readers[at].read(part.offset + row + 1, rows[row], self._attached(at, row))
                if isinstance(found, Person):
                    people.append(found)
                elif found is None:
                    blank += 1
                else:
                    refused.append(found)
            done += len(rows) - part.table.first_row
        return people, refused, blank

    def _families(self, people: Sequence[Person]) -> tuple[Family, ...]:
        hash8, pace = self._file.sha256[:8], self._pace.part(0.75, 0.95)
        made = 0

        def make_id(row: int) -> str:
            return f"f-{hash8}-{row}"

        def formed(left: int) -> None:
            nonlocal made
            made += 1
            if made % _TOLD_EVERY == 0:
                pace.told(made / (made + left))

        return form_families(people, make_id, own_ids=not self._serial_families, formed=formed)

    def _attached(self, at: int, row: int) -> Attached | None:
        """By whom a row (from 0) of a sheet is led, if the layout says so."""
        first = self._households[at].first_of.get(row)
        if first is None:
            return None
        return Attached(self._parts[at].offset + first + 1, row in self._households[at].by_merge)

    def _row_name(self, row: int) -> str:
        """A row of the list as its reader finds it: its number, with the sheet where there are several."""
        if len(self._parts) == 1:
            return str(row)
        part = next(part for part in reversed(self._parts) if row > part.offset)
        return f"{part.table.grid.name}!{row - part.offset}"

    def _drafted(
        self, people: Sequence[Person], refused: Sequence[RefusedRow], blank: int, families: tuple[Family, ...]
    ) -> ListDraft:
        """Name the place, and count."""
        main = self._parts[0]
        titles = " ".join(line for titles in self._titles for line in titles)
        version, witness = detect_version(main.table, main.mapping, titles, set(self._texts("id_bb_utama")))
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
        each = self._pace.each
        row_of = {person.member.id: person.row for person in each(people)}
        firsts = {family.id: min(row_of[member.id] for member in family.members) for family in each(families)}
        report = IntakeReport(
            rows=sum(len(part.table.grid.rows) for part in self._parts),
            title_rows=sum(part.table.title_rows for part in self._parts),
            header_rows=sum(part.table.header_rows for part in self._parts),
            blank_rows=blank,
            families=len(families),
            people=len(people),
            refused=tuple(refused),
            warnings=count_warnings(roster),
            notes=(*self._notes(version, witness), *self._layout_notes(people)),
            sheets=self._counts(people),
        )
        return ListDraft(
            file_name=self._file.path.name,
            sha256=self._file.sha256,
            sheet=", ".join(part.table.grid.name for part in self._parts),
            columns=main.table.columns,
            mapping=main.mapping,
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
        if self._serial_people or self._serial_families:
            notes.append(("ids_count_rows", ""))
        if self._shdk:
            notes.append(("relation_codes_of_card", ""))
        return tuple(notes)

    def _counts(self, people: Sequence[Person]) -> tuple[SheetCount, ...]:
        """The sheets with their rows and people, where there are several."""
        if len(self._parts) == 1:
            return ()
        rows = [person.row for person in people]
        return tuple(
            SheetCount(
                part.table.grid.name,
                part.offset,
                length := len(part.table.grid.rows),
                sum(part.offset < row <= part.offset + length for row in rows),
            )
            for part in self._parts
        )

    def _layout_notes(self, people: Sequence[Person]) -> list[tuple[str, str]]:
        """How many people came to their family by layout alone, and how many to none."""
        attached = {
            part.offset + row + 1: row in household.by_merge
            for part, household in zip(self._parts, self._households, strict=True)
            for row in household.first_of
        }
        kinds = Counter(attached[person.row] for person in people if person.row in attached)
        carded = any(part.mapping.column_of("no_kk") is not None for part in self._parts)
        counts = {
            "members_by_merge": kinds[True],
            "members_by_blanks": kinds[False],
            "people_without_family": sum(map(_has_no_family, people)) if carded else 0,
        }
        notes = [(code, str(count)) for code, count in counts.items() if count]
        if any(reader.takes_place_of_sheet for reader in self._readers):
            notes.append(("place_from_sheets", ""))
        return notes

    def _named(self, code: str) -> str:
        name = self._regions.name(code)
        return f"{name} ({code})" if name else code

    def _place(self, name: str, code: str) -> str:
        """The place's name as most rows write it, else as today's list has it."""
        seen = Counter(self._texts(name))
        return max(seen, key=lambda text: (seen[text], text)) if seen else self._regions.name(code) if code else ""

    def _texts(self, name: str) -> list[str]:
        return [
            text
            for part in self._parts
            if (column := part.mapping.column_of(name)) is not None
            for row in self._pace.each(part.table.grid.rows[part.table.first_row :])
            if column < len(row) and (text := cell_text(row[column]))
        ]


def _titles(part: Part) -> list[str]:
    rows = part.table.grid.rows[: part.table.title_rows]
    return [" ".join(filter(None, map(cell_text, row))) for row in rows]


def _has_no_family(person: Person) -> bool:
    """Whether nothing in the row or around it says whose family this is."""
    return not (person.kk or person.family_id or person.first_row or person.member.relation)
