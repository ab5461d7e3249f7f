"""One family as a row of the table and as the sentence that a screen reader says."""

from __future__ import annotations

from app.ui.screens.keluarga.filters import place_words
from app.ui.shown import Cell, TableColumn, TableRow
from app.ui.vocabulary.statuses import status_chip, status_words
from app.ui.vocabulary.times import day_of
from app.ui.wording import number_words
from app.ui.words import translate, translate_counted
from app.usecases.reading import FamilyRow


def columns() -> tuple[TableColumn, ...]:
    """The columns in the language of the screen."""
    return (
        TableColumn("name", translate("Families", "Kepala keluarga"), 16, stretch=True, strong=True),
        TableColumn("address", translate("Families", "Alamat"), 11.5, stretch=True, rank=2),
        TableColumn("members", translate("Families", "Anggota"), 5.8, right=True, rank=4),
        TableColumn("status", translate("Families", "Status"), 12.6, rank=1),
        TableColumn("decile", translate("Families", "Desil"), 5, right=True, rank=5),
        TableColumn("changed", translate("Families", "Diubah"), 7.8, rank=3),
        TableColumn("notes", translate("Families", "Catatan"), 9, sortable=False, rank=6),
    )


def row_of(family: FamilyRow) -> TableRow:
    """The row of one family; its numbers are masked already."""
    place = place_words(family.rt, family.rw)
    dusun = "" if family.dusun and family.dusun in family.address else family.dusun
    where = " · ".join(part for part in (place, dusun) if part)
    notes = notes_of(family)
    return TableRow(
        key=family.id,
        cells=(
            Cell(family.head_name or translate("Families", "(tanpa nama)"), second_of(family)),
            Cell(family.address or where or "–", where if family.address else ""),
            Cell(number_words(family.members)),
            Cell(chip=status_chip(family.status)),
            Cell(family.decile or "–", muted=not family.decile),
            Cell(day_of(family.changed_at_ms) or "–", muted=True),
            Cell(notes[0] if notes else "", notes[1] if len(notes) > 1 else "", muted=True),
        ),
        sentence=sentence_of(family, where),
    )


def second_of(family: FamilyRow) -> str:
    """The quieter line: the member who was found, or the masked KK."""
    if family.matched_name:
        return translate("Families", "Anggota: {name}", name=family.matched_name)
    return f"KK {family.kk_masked}" if family.kk_masked else translate("Families", "Tanpa nomor KK")


def notes_of(family: FamilyRow) -> list[str]:
    """What else is to be known at a glance, the more pressing first."""
    notes = []
    if not family.listed:
        notes.append(translate("Families", "Belum di daftar"))
    if family.open_proposals:
        notes.append(translate("Families", "Usulan: {n}", n=number_words(family.open_proposals)))
    if family.warnings:
        notes.append(translate("Families", "Peringatan: {n}", n=number_words(family.warnings)))
    return notes


def sentence_of(family: FamilyRow, where: str) -> str:
    """Everything of the row in one sentence."""
    parts = [
        family.head_name or translate("Families", "(tanpa nama)"),
        second_of(family),
        family.address,
        where,
        translate_counted("Families", "{n} anggota", family.members),
        status_words(family.status),
        translate("Families", "Desil {n}", n=family.decile) if family.decile else "",
        translate("Families", "diubah {day}", day=day_of(family.changed_at_ms)) if family.changed_at_ms else "",
        *notes_of(family),
    ]
    return ", ".join(part for part in parts if part) + "."
