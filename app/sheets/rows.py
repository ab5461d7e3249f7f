"""Turns one row of a list into a person, as its columns are mapped; or says why it is nobody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.birth_date import read_birth_date
from app.domain.damage import cross_checks, read_number, with_proposals
from app.domain.families import Person
from app.domain.intake import ColumnMapping, RefusedRow
from app.domain.kk import kk_region
from app.domain.nik import parse_nik
from app.domain.reading import Raw
from app.domain.region import plain_code
from app.domain.roster import EXTRA, HEAD, Flag, Member
from app.sheets.cells import cell_text, clean_cell
from app.sheets.columns import Table
from app.sheets.places import VillageCodes, inside_address, pair, unit
from app.shelf.headers import FieldSpec, HeaderBook, code_of, plain_heading

PERSON_WITNESSES = ("nik", "no_kk", "tanggal_lahir", "id_jenis_kelamin", "id_hub_kepala_keluarga", "id_individu")
CODED = {"id_jenis_kelamin": "sex", "id_hub_kepala_keluarga": "relation", "id_status_perkawinan": "marital"}
_CORE = {*CODED, "nik", "nama", "tanggal_lahir", "id_individu", "no_kk", "id_keluarga", "rt_rw"}
_DEAD_NAME = re.compile(r"^\(?(?:alm|almh|almarhum|almarhumah)\b\.?\)?\s*|\s*\(?\b(?:alm|almh)\b\.?\)?$", re.IGNORECASE)
_TOTAL = re.compile(r"(?:jumlah|total|sub\s?total|grand\s?total)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;/+&]|\bdan\b")
_CARD_NUMBER = re.compile(r"\d{6,}")


@dataclass(frozen=True)
class Surroundings:
    """What a row is read against: today, the places, and what the whole list taught."""

    today: date
    hash8: str
    villages: VillageCodes
    knows_region: Callable[[str], bool]
    relation_is_shdk: bool = False
    row_name: Callable[[int], str] = str
    """How a row of the list is called where it stands in a flag's facts."""
    village_code: str = ""
    """The village of rows that name none."""
    place: tuple[str, str, str] = ("", "", "")
    """Hamlet, RT and RW that the sheet's own name tells, for rows that name none."""


@dataclass(frozen=True, slots=True)
class Attached:
    """Whose family a row belongs to by the layout of the sheet."""

    first_row: int
    """The row of the family's first person, as the sheet counts."""
    plainly: bool
    """Whether merged cells say so, and not only blanks."""


class RowReader:
    """Reads the rows of one table; knows where every field stands."""

    def __init__(self, table: Table, mapping: ColumnMapping, book: HeaderBook, around: Surroundings) -> None:
        self._book, self._around = book, around
        self._columns = {choice.field: index for index, choice in mapping.choices.items() if choice.field}
        self._headings = tuple(plain_heading(column.heading) for column in table.columns)
        self._indexes = tuple(column.index for column in table.columns)
        self._others = self._plan(table, mapping)
        self._codes: dict[tuple[str, str], str | None] = {}
        self._by_head = "nama" not in self._columns

    def read(self, number: int, row: Sequence[Raw], attached: Attached | None = None) -> Person | RefusedRow | None:
        """The person of a row (`number` as the sheet counts, from 1), the reason it is none, or None for a blank."""
        texts = [cell_text(cell) for cell in row]
        filled = [text for text in texts if text]
        if not filled:
            return None
        get = self._getter(texts)
        reason = self._why_nobody(texts, filled, get)
        if reason:
            return RefusedRow(number, reason, " | ".join(filled)[:200])
        member, kk, kk_flags = self._member(number, row, get)
        home, home_flags = self._home(number, get)
        fields: dict[str, str] = {}
        programmes: list[str] = []
        flags: list[Flag] = []
        for index, spec, name in self._others:
            text = texts[index] if index < len(texts) else ""
            if not text:
                continue
            value, flag = self._coded(spec, name, text)
            if flag is not None:
                flags.append(flag)
            if spec is not None and spec.level == "programme":
                if value == "1":
                    programmes.append(spec.code)
                fields[name] = value
            elif spec is not None and spec.level == "family":
                home[name] = value
            elif value:
                fields[name] = value
        if bansos := fields.get("bansos"):
            programmes += self._named_programmes(bansos)
        if "MENINGGAL" in fields.get("status_dtsen", "").upper():
            flags.append(Flag("status_says_dead", "status_dtsen", fields["status_dtsen"]))
        return Person(
            row=number,
            member=replace(member, fields=fields, flags=(*member.flags, *flags)),
            kk=kk,
            family_id=get("id_keluarga"),
            home=home,
            programmes=tuple(programmes),
            family_flags=(*kk_flags, *home_flags, *self._attached_flags(number, attached)),
            first_row=attached.first_row if attached is not None else 0,
        )

    def _attached_flags(self, number: int, attached: Attached | None) -> tuple[Flag, ...]:
        if attached is None or attached.plainly:
            return ()
        return (Flag("kk_from_above", "kk", "", facts=(("row", self._around.row_name(number)),)),)

    @property
    def takes_place_of_sheet(self) -> bool:
        """Whether the name of the sheet tells a place that none of its columns does."""
        hamlet, rt, _ = self._around.place
        return bool(hamlet and "dusun" not in self._columns) or bool(
            rt and not {"rt", "rt_rw"}.intersection(self._columns)
        )

    def _plan(self, table: Table, mapping: ColumnMapping) -> list[tuple[int, FieldSpec | None, str]]:
        """The columns beyond the core: where, what, and the key they are kept under."""
        plan: list[tuple[int, FieldSpec | None, str]] = []
        used: Counter[str] = Counter()
        place = {"alamat", "dusun", "rt", "rw", "kode_desa", "desil_nasional_keluarga", "nama_kepala_keluarga"}
        for column in table.columns:
            choice = mapping.choices.get(column.index)
            spec = self._book.fields[choice.field] if choice is not None and choice.field else None
            if spec is not None and (spec.name in _CORE or spec.name in place or spec.level in ("order", "place")):
                continue
            key = spec.name if spec is not None else EXTRA + (column.heading or f"kolom {column.index + 1}")
            used[key] += 1
            plan.append((column.index, spec, key if used[key] == 1 else f"{key} ({used[key]})"))
        return plan

    def _getter(self, texts: Sequence[str]) -> Callable[[str], str]:
        columns = self._columns

        def get(name: str) -> str:
            index = columns.get(name)
            return texts[index] if index is not None and index < len(texts) else ""

        return get

    def _why_nobody(self, texts: Sequence[str], filled: Sequence[str], get: Callable[[str], str]) -> str:
        if _TOTAL.match(filled[0]) and not parse_nik(get("nik")):
            return "row_is_total"
        if len(filled) >= 3 and filled[0].isdigit() is False:
            same = sum(
                bool(heading) and index < len(texts) and plain_heading(texts[index]) == heading
                for index, heading in zip(self._indexes, self._headings, strict=True)
            )
            if same >= 3 and same >= len(filled) * 0.6:
                return "row_repeats_header"
        if any(get(name) for name in PERSON_WITNESSES):
            return ""
        named = get("nama") or get("nama_kepala_keluarga")
        if named and len(filled) >= 3 and any(map(str.isalpha, named)):
            return ""
        return "row_is_no_person"

    def _cell(self, row: Sequence[Raw], name: str) -> Raw:
        index = self._columns.get(name)
        return clean_cell(row[index]) if index is not None and index < len(row) else None

    def _member(
        self, number: int, row: Sequence[Raw], get: Callable[[str], str]
    ) -> tuple[Member, str, tuple[Flag, ...]]:
        around = self._around
        flags: list[Flag] = []
        values: dict[str, str] = {}
        for name, target in CODED.items():
            values[target], flag = self._core_code(name, target, get(name))
            flags.extend(flag)
        if self._by_head and not values["relation"]:
            values["relation"] = HEAD
        nik = read_number(self._cell(row, "nik"), "nik") if "nik" in self._columns else None
        kk = read_number(self._cell(row, "no_kk"), "kk") if "no_kk" in self._columns else None
        number_of = nik.value if nik else ""
        born = None
        if "tanggal_lahir" in self._columns:
            born = read_birth_date(self._cell(row, "tanggal_lahir"), parse_nik(number_of), around.today)
        name = get("nama") or (get("nama_kepala_keluarga") if self._by_head else "")
        if not name:
            flags.append(Flag("name_missing", "name", ""))
        elif dead := _DEAD_NAME.search(name):
            flags.append(Flag("name_says_dead", "name", name, (name[: dead.start()] + name[dead.end() :]).strip()))
        member = Member(
            id=get("id_individu") or f"p-{around.hash8}-{number}",
            name=name,
            nik=number_of,
            birth_date=born.value if born else "",
            sex=values["sex"],
            relation=values["relation"],
            marital=values["marital"],
            flags=(*flags, *(nik.flags if nik else ()), *(born.flags if born else ())),
        )
        card = kk.value if kk else ""
        own = with_proposals(member, card, around.today, around.knows_region)
        member = replace(member, flags=(*own, *cross_checks(member, card, around.knows_region)))
        return member, card, self._card_flags(number, card, kk.flags if kk else ())

    def _card_flags(self, number: int, card: str, found: tuple[Flag, ...]) -> tuple[Flag, ...]:
        region = kk_region(card)
        if region and not self._around.knows_region(region):
            found = (*found, Flag("kk_region_unknown", "kk", card))
        return tuple(replace(flag, facts=(*flag.facts, ("row", str(number)))) for flag in found)

    def _core_code(self, name: str, target: str, text: str) -> tuple[str, tuple[Flag, ...]]:
        if name not in self._columns:
            return "", ()
        if not text or text == "-":
            return "", (Flag(f"{target}_missing", target, text),) if target != "marital" else ()
        if target == "relation" and self._around.relation_is_shdk and text.lstrip("0").isdigit():
            code: str | None = self._book.relation_shdk.get(text.lstrip("0"))
        else:
            code = self._code(target, text)
        return (code, ()) if code is not None else ("", (Flag(f"{target}_unknown", target, text),))

    def _code(self, values: str, text: str) -> str | None:
        key = (values, text)
        if key not in self._codes:
            self._codes[key] = code_of(text, self._book.values[values])
        return self._codes[key]

    def _coded(self, spec: FieldSpec | None, name: str, text: str) -> tuple[str, Flag | None]:
        """A value as its code; a word that no list knows stays as it stands, flagged."""
        if spec is None or not spec.values:
            return text, None
        code = self._code(spec.values, text)
        if code is None and spec.level == "programme" and _CARD_NUMBER.search(text):
            code = "1"
        return (code, None) if code is not None else (text, Flag("code_unknown", name, text))

    def _named_programmes(self, text: str) -> list[str]:
        """The programmes that a cell such as ``PKH + Sembako`` names."""
        named = (self._book.by_spelling.get(plain_heading(word), ()) for word in _BETWEEN.split(text))
        specs = [self._book.fields[names[0]] for names in named if names]
        return [spec.code for spec in specs if spec.level == "programme"]

    def _home(self, number: int, get: Callable[[str], str]) -> tuple[dict[str, str], tuple[Flag, ...]]:
        address = get("alamat")
        hamlet, rt_inside, rw_inside = inside_address(address) if address else ("", "", "")
        rt, rt_flags = unit(get("rt"), "rt")
        rw, rw_flags = unit(get("rw"), "rw")
        both = pair(get("rt_rw") or (get("rt") if rt_flags else ""))
        if both[0]:
            rt, rw, rt_flags = rt or both[0], rw or both[1], ()
        code = plain_code(get("kode_desa"))
        decile = get("desil_nasional_keluarga").lstrip("0")
        flags = [*rt_flags, *rw_flags, *self._around.villages.flags(code, self._around.row_name(number))]
        if decile and decile not in _DECILES:
            digits = re.search(r"\d+", decile)
            known = digits[0] if digits and digits[0] in _DECILES else ""
            flags += [] if known else [Flag("decile_unknown", "decile", decile)]
            decile = known
        home = {
            "alamat": address,
            "dusun": get("dusun") or hamlet or self._around.place[0],
            "rt": rt or rt_inside or self._around.place[1],
            "rw": rw or rw_inside or self._around.place[2],
            "kode_desa": code or ("" if "kode_desa" in self._columns else self._around.village_code),
            "desil_nasional_keluarga": decile,
            "nama_kepala_keluarga": get("nama_kepala_keluarga"),
        }
        return home, tuple(flags)


_DECILES = frozenset(str(number) for number in range(1, 11))
