"""Lists of every make come in with the same people."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.domain.matching import match_rosters
from app.domain.roster import Roster
from app.sheets.intake import open_list, read_list
from app.shelf.headers import load_headers
from app.shelf.regions import load_regions
from tests.sheets.books import HEAD, KK, PEOPLE, SHEET, Cell, read, rezipped, with_number_cell, write_csv, write_xlsx


def names(roster: Roster) -> list[str]:
    return [member.name for _, member in roster.members()]


TODAY = date(2026, 11, 23)
EXPECTED = ["Ferdinandus Tefa", "Elisabeth Bere", "Maria Rika Tefa"]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_lists_come_in_whatever_their_signs(tmp_path: Path, delimiter: str, encoding: str) -> None:
    people: list[Sequence[Cell]] = [[*PEOPLE[0][:3], "José Tefa", *PEOPLE[0][4:]], *PEOPLE[1:]]
    draft = read(write_csv(tmp_path / "list.csv", [HEAD, *people], delimiter, encoding))
    assert names(draft.roster) == ["José Tefa", *EXPECTED[1:]]
    assert draft.report.warnings == {}


def test_excels_hint_of_the_delimiter_is_obeyed(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "list.csv", [HEAD, *PEOPLE])
    path.write_bytes(b"sep=;\r\n" + path.read_bytes())
    assert names(read(path).roster) == EXPECTED


def test_quoted_cells_keep_their_delimiters_and_lines(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        writer.writerow([*PEOPLE[0][:3], "Tefa,\nFerdinandus", *PEOPLE[0][4:]])
    assert names(read(path).roster) == ["Tefa, Ferdinandus"]


def test_odd_blanks_and_wide_digits_are_levelled(tmp_path: Path) -> None:
    odd = [
        "１",
        "\u00a05321101708710001\u200b",
        KK,
        "Ferdinandus\u00a0\u00a0Tefa",
        " L ",
        "１７/０８/１９７１",
        *PEOPLE[0][6:],
    ]
    draft = read(write_csv(tmp_path / "list.csv", [HEAD, odd]))
    (member,) = (member for _, member in draft.roster.members())
    assert (member.nik, member.name, member.sex) == ("5321101708710001", "Ferdinandus Tefa", "1")
    assert (member.birth_date, member.flags) == ("1971-08-17", ())


def test_the_sheet_with_the_list_is_found_among_others(tmp_path: Path) -> None:
    cover: list[Sequence[Cell]] = [["Rekap"], ["Jumlah KK", 12]]
    listed: list[Sequence[Cell]] = [["DAFTAR"], [], HEAD, *PEOPLE]
    path = write_xlsx(tmp_path / "b.xlsx", cover, listed, names=("Rekap", "BNBA"))
    draft = read(path)
    assert (draft.sheet, names(draft.roster)) == ("BNBA", EXPECTED)
    assert (draft.report.title_rows, draft.report.header_rows) == (2, 1)


def test_a_heading_of_two_lines_and_a_row_of_numbers_below_are_understood(tmp_path: Path) -> None:
    above = ["No", "NIK", "No KK", "Nama", "Identitas", None, "Hubungan Keluarga", "Alamat", None, "Program", None]
    below = [None, None, None, None, "JK", "Tanggal Lahir", None, "RT", "Kode Desa", "PKH", "BPNT"]
    counting = [f"({number})" for number in range(1, 12)]
    rows: list[Sequence[Cell]] = [above, below, counting, *([*person, "Ya", "Tidak"] for person in PEOPLE)]
    draft = read(write_xlsx(tmp_path / "two.xlsx", rows))
    assert names(draft.roster) == EXPECTED
    assert draft.report.header_rows == 3
    assert draft.roster.families[0].programmes == ("PKH",)
    assert draft.report.accounted


def test_papuan_niks_keep_every_digit_that_the_file_holds(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "papua.xlsx", [HEAD, *PEOPLE])
    for cell, number in (("B2", 9112013007740001), ("C2", 9505012708210003)):
        path.write_bytes(rezipped(path.read_bytes(), SHEET, with_number_cell(path.read_bytes(), cell, number)))
    first, _second = read(path).roster.families
    assert (first.members[0].nik, first.kk) == ("9112013007740001", "9505012708210003")
    assert "nik_number" in [flag.code for flag in first.members[0].flags]
    assert [flag.code for flag in first.flags] == ["kk_number"]


@pytest.mark.parametrize("spelling", ["a prefix", "no places"])
def test_every_digit_is_kept_however_the_sheet_is_spelt(tmp_path: Path, spelling: str) -> None:
    path = write_xlsx(tmp_path / "papua.xlsx", [HEAD, *PEOPLE])
    sheet = with_number_cell(path.read_bytes(), "B2", 9112013007740001)
    if spelling == "a prefix":
        sheet = re.sub(rb"<(/?)(?![?!])([a-zA-Z])", rb"<\1x:\2", sheet).replace(b"xmlns=", b"xmlns:x=")
    else:
        sheet = re.sub(rb'<(c|row) r="[A-Z0-9]+"', rb"<\1", sheet)
    path.write_bytes(rezipped(path.read_bytes(), SHEET, sheet))
    (family,) = read(path).roster.families
    assert family.members[0].nik == "9112013007740001"


def test_a_day_that_no_calendar_has_is_told_with_what_the_nik_says(tmp_path: Path) -> None:
    rows = [[*PEOPLE[0][:5], "31-02-1971", *PEOPLE[0][6:]]]
    (family,) = read(write_csv(tmp_path / "hari.csv", [HEAD, *rows])).roster.families
    (flag,) = family.members[0].flags
    assert (flag.code, flag.original, flag.proposed) == ("birth_date_impossible", "31-02-1971", "1971-08-17")
    assert family.members[0].birth_date == ""


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_quote_that_is_never_closed_swallows_nobody(tmp_path: Path, at: int) -> None:
    rows = [list(row) for row in (HEAD, *PEOPLE * 3)]
    rows[at][3] = f'"{rows[at][3]}'
    with pytest.raises(Refused) as caught:
        read(write_csv(tmp_path / "kutip.csv", rows))
    assert (caught.value.code, caught.value.facts["row"]) == ("list_stray_quote", at + 1)


def test_half_a_text_file_is_not_taken_for_a_whole_one(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "setengah.csv", (HEAD, *PEOPLE * 3))
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(Refused) as caught:
        read(path)
    assert caught.value.code == "list_torn"


def test_one_odd_byte_spoils_no_other_name(tmp_path: Path) -> None:
    rows = [list(row) for row in (HEAD, *PEOPLE)]
    rows[1][3], rows[2][3] = "Némo Tefa", "Zoë Bere"
    path = write_csv(tmp_path / "aneh.csv", rows)
    path.write_bytes(path.read_bytes().replace(b"Maria", b"Maria \x96"))
    (family,) = read(path).roster.families
    assert [member.name for member in family.members] == ["Némo Tefa", "Zoë Bere", "Maria – Rika Tefa"]


def test_a_sheet_for_each_dusun_is_told_and_not_dropped_in_silence(tmp_path: Path) -> None:
    whole = [HEAD, *PEOPLE]
    path = write_xlsx(tmp_path / "dusun.xlsx", whole, whole, [["Catatan"]], names=("Dusun 1", "Dusun 2", "Lain"))
    assert ("sheets_not_read", "Dusun 2 (4)") in read(path).report.notes


def test_a_files_own_counting_names_nobody_beyond_the_file(tmp_path: Path) -> None:
    months = []
    for left_out in (0, 1):
        people = [list(row) for row in PEOPLE[left_out:]]
        rows = [["ID Individu", "ID Keluarga", *HEAD], *([at, 1, *row] for at, row in enumerate(people, 1))]
        months.append(read(write_xlsx(tmp_path / f"{left_out}.xlsx", rows)))
    assert ("ids_count_rows", "") in months[0].report.notes
    found = match_rosters(months[0].roster, months[1].roster)
    was, now = [{member.id: member.name for _, member in month.roster.members()} for month in months]
    assert {was[old]: now[new] for old, new in found.members.items()} == {
        "Elisabeth Bere": "Elisabeth Bere",
        "Maria Rika Tefa": "Maria Rika Tefa",
    }


def test_rts_are_one_however_they_are_written(tmp_path: Path) -> None:
    shapes: list[Cell] = [1, "1", "01", "001", "RT 01", "RT.001", " 1 ", "1.0"]
    rows: list[Sequence[Cell]] = [
        [
            at,
            f"53211017087100{at:02}",
            f"53211018031800{at:02}",
            f"N{at}",
            "L",
            "17/08/1971",
            "Kepala Keluarga",
            shape,
            "5321102001",
        ]
        for at, shape in enumerate(shapes, start=1)
    ]
    draft = read(write_xlsx(tmp_path / "rt.xlsx", [HEAD, *rows]))
    assert {family.rt for family in draft.roster.families} == {"001"}


def test_hamlet_rt_and_rw_are_read_from_an_address(tmp_path: Path) -> None:
    head = [*HEAD[:7], "Alamat", "Kode Desa"]
    rows: list[Sequence[Cell]] = [[*PEOPLE[0][:7], "Dusun Melati, RT 02/RW 03 No. 5", "5321102001"]]
    (family,) = read(write_xlsx(tmp_path / "a.xlsx", [head, *rows])).roster.families
    assert (family.dusun, family.rt, family.rw) == ("Dusun Melati", "002", "003")


def test_the_family_cards_relation_numbers_are_translated(tmp_path: Path) -> None:
    codes = ["1", "3", "4", "4", "9", "11"]
    rows: list[Sequence[Cell]] = [
        [at, "", KK, f"N{at}", "L", "17/08/1971", code, "1", "5321102001"] for at, code in enumerate(codes)
    ]
    draft = read(write_xlsx(tmp_path / "shdk.xlsx", [HEAD, *rows]))
    assert [member.relation for _, member in draft.roster.members()] == ["1", "2", "3", "3", "8", "8"]
    assert ("relation_codes_of_card", "") in draft.report.notes


def test_a_list_of_heads_alone_makes_families_of_one(tmp_path: Path) -> None:
    head = ["No", "NIK", "No KK", "Nama Kepala Keluarga", "RT", "PKH"]
    rows: list[Sequence[Cell]] = [[1, "5321101708710001", KK, "Ferdinandus Tefa", "1", "V"]]
    (family,) = read(write_xlsx(tmp_path / "h.xlsx", [head, *rows])).roster.families
    assert (family.head_name, family.programmes, family.flags) == ("Ferdinandus Tefa", ("PKH",), ())


def test_programmes_named_in_one_cell_are_told_apart(tmp_path: Path) -> None:
    rows: list[Sequence[Cell]] = [[*HEAD, "Jenis Bantuan"], [*PEOPLE[0], "PKH + Sembako"], [*PEOPLE[1], "beras"]]
    (family,) = read(write_xlsx(tmp_path / "j.xlsx", rows)).roster.families
    assert family.programmes == ("BPNT", "PKH")
    assert family.members[0].fields["bansos"] == "PKH + Sembako"


def test_unknown_columns_are_kept_under_their_heading(tmp_path: Path) -> None:
    rows: list[Sequence[Cell]] = [[*HEAD, "putri_jawara", "Catatan", "Catatan"], [*PEOPLE[0], "Y", "janda", "sakit"]]
    (family,) = read(write_xlsx(tmp_path / "x.xlsx", rows)).roster.families
    assert family.members[0].fields == {"x:putri_jawara": "Y", "x:Catatan": "janda", "x:Catatan (2)": "sakit"}


def test_the_ministrys_ids_are_kept_as_text_and_twins_are_told_apart(tmp_path: Path) -> None:
    rows: list[Sequence[Cell]] = [
        [*HEAD, "idsemesta"],
        [*PEOPLE[0], 700011],
        [*PEOPLE[1], "0042"],
        [*PEOPLE[2], "0042"],
    ]
    draft = read(write_xlsx(tmp_path / "i.xlsx", rows))
    first, second, third = (member.id for _, member in draft.roster.members())
    assert first == "700011"
    assert second != third
    assert draft.report.warnings == {"id_twice": 2}


def test_titles_footers_totals_and_repeated_headings_are_nobody(tmp_path: Path) -> None:
    rows: list[Sequence[Cell]] = [
        ["DAFTAR PENERIMA"],
        ["Kode desa: 53.21.10.2001"],
        HEAD,
        PEOPLE[0],
        HEAD,
        PEOPLE[1],
        [],
        PEOPLE[2],
        ["Jumlah", None, None, 3],
        ["Mengetahui,"],
        [None, None, None, "Kepala Desa"],
    ]
    report = read(write_xlsx(tmp_path / "t.xlsx", rows)).report
    reasons = ["row_repeats_header", "row_is_total", "row_is_no_person", "row_is_no_person"]
    assert [refused.reason for refused in report.refused] == reasons
    assert [refused.row for refused in report.refused] == [5, 9, 10, 11]
    assert (report.title_rows, report.people, report.blank_rows, report.accounted) == (2, 3, 1, True)


def test_the_title_names_the_village_where_no_column_does(tmp_path: Path) -> None:
    rows: list[Sequence[Cell]] = [["Kode desa: 53.21.10.2001"], HEAD[:8], *(person[:8] for person in PEOPLE)]
    roster = read(write_xlsx(tmp_path / "v.xlsx", rows)).roster
    assert (roster.village_code, roster.village_name, roster.district) == (
        "5321102001",
        "Alas Utara",
        "Kabupaten Malaka",
    )
    assert roster.families[0].village_code == "5321102001"


@pytest.mark.parametrize(
    ("heading", "fuel", "version"),
    [
        ("Bahan Bakar", "0", "DTSEN"),
        ("Bahan Bakar", "12", "REGSOSEK"),
        ("Bahan Bakar", "4", ""),
        ("id_bb_utama", "4", "DTSEN"),
    ],
)
def test_the_version_of_the_code_lists_is_named_only_where_it_shows(
    tmp_path: Path, heading: str, fuel: str, version: str
) -> None:
    rows: list[Sequence[Cell]] = [[*HEAD, heading], [*PEOPLE[0], fuel]]
    draft = read(write_xlsx(tmp_path / "c.xlsx", rows))
    assert draft.roster.code_list_version == version
    assert draft.report.notes[0][0] == ("code_list_known" if version else "code_list_unknown")


def test_words_that_no_list_knows_stay_and_are_flagged(tmp_path: Path) -> None:
    rows: list[Sequence[Cell]] = [
        [*HEAD, "Lantai"],
        [*PEOPLE[0], "Keramik"],
        [2, "", "5321101803180009", *PEOPLE[1][3:], "Vinil mahal"],
    ]
    draft = read(write_xlsx(tmp_path / "w.xlsx", rows))
    assert [family.fields["id_lantai_terluas"] for family in draft.roster.families] == ["2", "Vinil mahal"]
    assert draft.report.warnings["code_unknown"] == 1


def test_ids_are_the_same_at_every_reading(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "same.xlsx", [HEAD, *PEOPLE])
    one, other = read(path), read(path)
    assert one == other
    assert one.roster.families[0].id == f"f-{one.sha256[:8]}-2"


def test_progress_rises_to_the_end(tmp_path: Path) -> None:
    seen: list[float] = []
    path = write_xlsx(tmp_path / "p.xlsx", [HEAD, *PEOPLE])
    read_list(path, None, load_regions(), load_headers(), seen.append, lambda: False, TODAY)
    assert seen == sorted(seen)
    assert (seen[0] >= 0, seen[-1]) == (True, 1.0)


@pytest.mark.parametrize("asked", range(6))
def test_a_cancelled_import_stops_at_the_next_step(tmp_path: Path, asked: int) -> None:
    path = write_xlsx(tmp_path / "c.xlsx", [HEAD, *PEOPLE])
    answers = iter([False] * asked + [True] * 1000)
    with pytest.raises(Refused) as caught:
        read_list(path, None, load_regions(), load_headers(), lambda done: None, lambda: next(answers), TODAY)
    assert caught.value.code == "import_cancelled"


def test_a_mapping_is_corrected_and_remembered(tmp_path: Path) -> None:
    rows: list[Sequence[Cell]] = [[*HEAD[:3], "Pemilik", *HEAD[4:]], *PEOPLE]
    opened = open_list(write_xlsx(tmp_path / "m.xlsx", rows), load_headers(), lambda done: None, lambda: False)
    assert opened.proposed.column_of("nama") is None
    with pytest.raises(Refused) as caught:
        read(tmp_path / "m.xlsx")
    assert caught.value.code == "mapping_without_name"
    kept = opened.proposed.with_choice(3, "nama").as_data()
    again = type(opened.proposed).from_data(kept)
    assert again.fingerprint == opened.table.fingerprint
    assert names(read(tmp_path / "m.xlsx", again).roster) == EXPECTED


def test_a_mapping_for_another_list_does_not_fit(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "m.xlsx", [HEAD, *PEOPLE])
    opened = open_list(path, load_headers(), lambda done: None, lambda: False)
    with pytest.raises(Refused) as caught:
        read(path, opened.proposed.with_choice(77, "alamat"))
    assert caught.value.code == "mapping_does_not_fit"


def test_near_misses_of_headings_are_proposed_with_less_trust(tmp_path: Path) -> None:
    head = ["No", "NIK", "Nomr Kartu Keluarga", "Nama Lengkp", "Jenis Kelamn", *HEAD[5:]]
    opened = open_list(
        write_xlsx(tmp_path / "n.xlsx", [head, *PEOPLE]), load_headers(), lambda done: None, lambda: False
    )
    chosen = {choice.field: choice.confidence for choice in opened.proposed.choices.values()}
    assert {"no_kk", "nama", "id_jenis_kelamin"} <= set(chosen)
    assert chosen["no_kk"] < 0.95 < chosen["nik"]
