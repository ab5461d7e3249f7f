"""Columns, warnings and rows of a list in plain words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from app.domain.intake import Choice, IntakeReport, RefusedRow
from app.domain.nik import mask_long_numbers
from app.shelf.forms import visit_form
from app.ui.messages.sentence import QT_TRANSLATE_NOOP
from app.ui.screens.impor.state import ReportShown
from app.ui.shown import Chip
from app.ui.tokens import Tone
from app.ui.vocabulary.fields import register_field_words
from app.ui.vocabulary.flags import flag_words
from app.ui.wording import language, number_words
from app.ui.words import translate, translate_counted

SURE, LIKELY = 0.9, 0.6
"""From where on a proposal is called certain, and from where on likely."""
_REFUSED_AT_MOST: Final = 20

_FIELD: Final = {
    "nomor_urut": QT_TRANSLATE_NOOP("Column", "Nomor urut"),
    "nik": "NIK",
    "no_kk": QT_TRANSLATE_NOOP("Column", "Nomor KK"),
    "nama": QT_TRANSLATE_NOOP("Column", "Nama orang"),
    "nama_kepala_keluarga": QT_TRANSLATE_NOOP("Column", "Nama kepala keluarga"),
    "tanggal_lahir": QT_TRANSLATE_NOOP("Column", "Tanggal lahir"),
    "tempat_lahir": QT_TRANSLATE_NOOP("Column", "Tempat lahir"),
    "umur": QT_TRANSLATE_NOOP("Column", "Umur"),
    "id_jenis_kelamin": QT_TRANSLATE_NOOP("Column", "Jenis kelamin"),
    "id_hub_kepala_keluarga": QT_TRANSLATE_NOOP("Column", "Hubungan dengan kepala keluarga"),
    "id_status_perkawinan": QT_TRANSLATE_NOOP("Column", "Status perkawinan"),
    "nama_ibu_kandung": QT_TRANSLATE_NOOP("Column", "Nama ibu kandung"),
    "nama_ayah": QT_TRANSLATE_NOOP("Column", "Nama ayah"),
    "id_individu": QT_TRANSLATE_NOOP("Column", "Nomor orang di DTSEN"),
    "id_keluarga": QT_TRANSLATE_NOOP("Column", "Nomor keluarga di DTSEN"),
    "alamat": QT_TRANSLATE_NOOP("Column", "Alamat"),
    "dusun": QT_TRANSLATE_NOOP("Column", "Dusun"),
    "rt": "RT",
    "rw": "RW",
    "rt_rw": QT_TRANSLATE_NOOP("Column", "RT dan RW dalam satu kolom"),
    "kode_desa": QT_TRANSLATE_NOOP("Column", "Kode desa"),
    "kode_kecamatan": QT_TRANSLATE_NOOP("Column", "Kode kecamatan"),
    "kode_kabupaten": QT_TRANSLATE_NOOP("Column", "Kode kabupaten"),
    "kode_provinsi": QT_TRANSLATE_NOOP("Column", "Kode provinsi"),
    "kelurahan_desa": QT_TRANSLATE_NOOP("Column", "Nama desa atau kelurahan"),
    "kecamatan": QT_TRANSLATE_NOOP("Column", "Nama kecamatan"),
    "kabupaten_kota": QT_TRANSLATE_NOOP("Column", "Nama kabupaten atau kota"),
    "provinsi": QT_TRANSLATE_NOOP("Column", "Nama provinsi"),
    "desil_nasional_keluarga": QT_TRANSLATE_NOOP("Column", "Desil keluarga"),
    "desil_nasional_anggota": QT_TRANSLATE_NOOP("Column", "Desil orang"),
    "jumlah_anggota_keluarga": QT_TRANSLATE_NOOP("Column", "Jumlah anggota keluarga"),
    "bansos": QT_TRANSLATE_NOOP("Column", "Program bantuan dalam satu kolom"),
    "nomor_hp": QT_TRANSLATE_NOOP("Column", "Nomor telepon"),
    "nomor_rekening": QT_TRANSLATE_NOOP("Column", "Nomor rekening"),
    "agama": QT_TRANSLATE_NOOP("Column", "Agama"),
    "pkh": "PKH",
    "bpnt": "BPNT",
    "pbi": "PBI JK",
    "bst": "BST",
    "blt": "BLT Dana Desa",
    "kip": "KIP",
    "kis": "KIS",
    "kks": "KKS",
    "status_dtsen": QT_TRANSLATE_NOOP("Column", "Status di DTSEN"),
}
_PREFIXES: Final = ("id_", "jml_", "aset_bergerak_")
_ROW: Final = {
    "row_is_total": QT_TRANSLATE_NOOP("Row", "baris jumlah"),
    "row_repeats_header": QT_TRANSLATE_NOOP("Row", "judul kolom yang terulang"),
    "row_is_no_person": QT_TRANSLATE_NOOP("Row", "tidak ada nama dan nomor orang"),
}


def column_field_words(field: str) -> str:
    """A field of the header book in words: its own, the visit form's, or its name in the register made readable.

    The form is read from disk the first time: call `prime` in the lane before.
    """
    source = _FIELD.get(field)
    if source:
        return translate("Column", source)
    own = register_field_words(field)
    if own:
        return own
    question = visit_form().questions.get(field)
    if question is not None:
        return question.label.say(language())
    plain = field
    for prefix in _PREFIXES:
        plain = plain.removeprefix(prefix)
    return plain.replace("_", " ").capitalize()


def prime() -> None:
    """Read what the words need; in the lane."""
    visit_form()


def kept_words() -> str:
    """What is said of a column that is taken for nothing."""
    return translate("Column", "Disimpan apa adanya")


def sure_chip(choice: Choice, by_hand: bool, remembered: bool) -> Chip:
    """How sure the proposal is, in words."""
    if by_hand:
        return Chip(translate("Column", "Pilihan Anda"), Tone.OK, "user-check")
    if not choice.field:
        return Chip(translate("Column", "Tidak dikenal"), Tone.IDLE, "circle-dashed")
    if remembered:
        return Chip(translate("Column", "Seperti dulu"), Tone.OK, "history")
    if choice.confidence >= SURE:
        return Chip(translate("Column", "Pasti"), Tone.OK)
    if choice.confidence >= LIKELY:
        return Chip(translate("Column", "Kemungkinan besar"), Tone.INFO)
    return Chip(translate("Column", "Mohon diperiksa"), Tone.WARN)


def report_shown(report: IntakeReport, note_words: Callable[[str, str], str]) -> ReportShown:
    """The report in words."""
    warnings: Mapping[str, int] = report.warnings
    facts: tuple[tuple[str, str], ...] = (
        (translate("Import", "Baris di lembar"), number_words(report.rows)),
        (translate("Import", "Orang"), number_words(report.people)),
        (translate("Import", "Judul dan kepala kolom"), number_words(report.title_rows + report.header_rows)),
        (translate("Import", "Baris kosong"), number_words(report.blank_rows)),
        (translate("Import", "Bukan orang"), number_words(len(report.refused))),
    )
    if report.other_villages:
        facts = (
            *facts[:2],
            (translate("Import", "Orang di desa lain"), number_words(report.other_villages)),
            *facts[2:],
        )
    facts += tuple(
        (
            translate("Import", "Lembar {sheet}", sheet=sheet.name),
            ", ".join(
                (
                    translate_counted("Import", "{n} baris", sheet.rows),
                    translate_counted("Import", "{n} orang", sheet.people),
                )
            ),
        )
        for sheet in report.sheets
    )
    refused = tuple(_refused_words(row, report) for row in report.refused[:_REFUSED_AT_MOST])
    more = len(report.refused) - len(refused)
    if more > 0:
        refused += (translate_counted("Import", "dan {n} baris lagi", more),)
    return ReportShown(
        families=number_words(report.families),
        people=number_words(report.people),
        warnings=tuple((flag_words(code), number_words(count)) for code, count in warnings.items()),
        warning_total=sum(warnings.values()),
        facts=facts,
        notes=tuple(note_words(code, value) for code, value in report.notes),
        refused=refused,
    )


def _refused_words(row: RefusedRow, report: IntakeReport) -> str:
    source = _ROW.get(row.reason)
    why = translate("Row", source) if source else row.reason
    text = mask_long_numbers(row.text)
    sheet, number = report.place(row.row)
    words = translate("Import", "Baris {row}: {why}", row=number_words(number), why=why)
    if sheet:
        words = translate("Import", "Lembar {sheet}, {words}", sheet=sheet, words=words[:1].lower() + words[1:])
    return f"{words} ({text})" if text else words
