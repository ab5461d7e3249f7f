"""What came of a list: so many families and people, what was noticed, and the sheet to send back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from app.ui.folders import Place, folder_of, remember_folder
from app.ui.picking import file_window
from app.ui.screens.impor.purpose import PurposeDialog
from app.ui.screens.impor.state import ImportState, ReportShown
from app.ui.theme import dress, theme
from app.ui.tokens import Tone
from app.ui.widgets.banner import Notice
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.facts import KeyValueList
from app.ui.widgets.field import Field, SelectBox
from app.ui.widgets.icontext import IconText
from app.ui.widgets.layouts import Column, Flow, Row, Tiles
from app.ui.widgets.page import ScrollColumn
from app.ui.widgets.text import Text
from app.ui.wording import number_words


class _Figure(Card):
    """A number and what it counts."""

    def __init__(self, words: str) -> None:
        super().__init__(gap=2, margins=(18, 14, 18, 14))
        self._words = words
        self.number = Text("", "display")
        self.body.put(self.number)
        self.body.put(Text(words, "body", "muted"))

    def show_number(self, number: str) -> None:
        """The number."""
        self.number.setText(number)
        self.number.setAccessibleName(f"{number} {self._words}")


class _Counts(QWidget):
    """Words on the left, how often on the right."""

    def __init__(self) -> None:
        super().__init__()
        self._column = Column(gap=6, on=self)

    def show_counts(self, counts: tuple[tuple[str, str], ...]) -> None:
        """Other counts."""
        self._column.clear()
        for words, count in counts:
            line = QWidget()
            row = Row(gap=12, on=line)
            row.put(Text(words), 1)
            row.addWidget(Text(count, "strong", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
            line.setAccessibleName(f"{words}: {count}")
            self._column.put(line)


class ReportStep(QWidget):
    """`save_asked(path, masked, purpose)` for the sheet of warnings."""

    save_asked = Signal(object, bool, str)
    village_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._file = self._purpose = ""
        self._report: ReportShown | None = None
        self.problem = Notice("", Tone.WARN)
        self.saved = Notice("", Tone.OK)
        self.village = SelectBox()
        field = Field(
            self.tr("Laptop ini untuk desa mana?"),
            self.village,
            self.tr("Daftar ini memuat beberapa desa. Hanya keluarga desa yang Anda pilih masuk ke laptop ini."),
        )
        self.village_card = Card(field)
        self.village_card.hide()
        self.village.activated.connect(self._choose)
        self.families = _Figure(self.tr("keluarga"))
        self.people = _Figure(self.tr("orang"))
        self.warnings = _Figure(self.tr("peringatan"))
        self._kinds = _Counts()
        self._none = IconText("circle-check", self.tr("Tidak ada yang janggal di daftar ini."), "body", "ok")
        self.whole = QCheckBox(self.tr("Tulis NIK dan nomor KK lengkap di lembar itu"))
        self.save_button = SecondaryButton(self.tr("Simpan lembar peringatan"), "file-warning")
        self.save_button.clicked.connect(self._ask_purpose)
        acts = QWidget()
        Flow(self.save_button, self.whole, gap=12, on=acts)
        self.told = Text(self.tr("Dicatat siapa yang menyimpan lembar ini, kapan, dan untuk apa."), "small", "muted")
        self._warning_card = Card(
            Text(self.tr("Yang perlu diperiksa"), "heading"),
            Text(
                self.tr("Isi asli tetap disimpan. Peringatan tampil di setiap keluarga agar diperiksa saat kunjungan."),
                "small",
                "muted",
            ),
            self._none,
            acts,
            self.told,
            self._kinds,
            None,
        )
        self._facts = KeyValueList()
        self._notes = Text("", "body")
        self._refused = Text("", "small", "muted")
        self._rows_card = Card(
            Text(self.tr("Setiap baris terhitung"), "heading"), self._facts, self._notes, self._refused, None
        )
        scroll = ScrollColumn(gap=14)
        for part in (
            self.problem,
            self.saved,
            self.village_card,
            Tiles(self.families, self.people, self.warnings, width=190),
            Tiles(self._warning_card, self._rows_card, width=380),
            None,
        ):
            scroll.body.put(part)
        Column(gap=0, on=self).put(scroll, 1)
        dress(self._restyle)

    def show_state(self, state: ImportState) -> None:
        """Show the report."""
        self._file = state.file_name
        self.problem.setVisible(state.problem is not None)
        if state.problem is not None:
            self.problem.set_notice(f"{state.problem.title} {state.problem.text}".strip())
        self.saved.setVisible(bool(state.saved))
        self.saved.set_notice(self.tr("Lembar peringatan disimpan: %1").replace("%1", state.saved))
        self.village_card.setVisible(bool(state.villages))
        self.village.set_options((("", self.tr("Pilih desa")), *state.villages))
        self.village.set_value(state.village)
        report = state.report
        if report is None or report == self._report:
            return
        self._report = report
        self.families.show_number(report.families)
        self.people.show_number(report.people)
        self.warnings.show_number(number_words(report.warning_total))
        self._kinds.show_counts(report.warnings)
        self._kinds.setVisible(bool(report.warnings))
        self._none.setVisible(not report.warnings)
        self.save_button.setVisible(bool(report.warnings))
        self.whole.setVisible(bool(report.warnings))
        self.told.setVisible(bool(report.warnings))
        self._facts.set_pairs(report.facts)
        self._notes.setText("\n".join(report.notes))
        self._notes.setVisible(bool(report.notes))
        self._refused.setText("\n".join(report.refused))
        self._refused.setVisible(bool(report.refused))

    def _choose(self) -> None:
        self.village_chosen.emit(self.village.value())

    def _ask_purpose(self) -> None:
        """What for, where whole numbers leave Balai; then where to."""
        self._purpose = ""
        if not self.whole.isChecked():
            self._ask()
            return
        dialog = PurposeDialog(self.window())
        dialog.purpose_given.connect(self._ask_for)
        dialog.open()

    def _ask_for(self, purpose: str) -> None:
        self._purpose = purpose
        self._ask()

    def _ask(self) -> None:
        folder = Path(folder_of(Place.DocumentsLocation))
        stem = Path(self._file).stem or self.tr("daftar")
        start = str(folder / f"{stem} - peringatan.xlsx")
        dialog = file_window(self, self.tr("Simpan lembar peringatan"), start)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["Excel (*.xlsx)"])
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(f"{stem} - peringatan.xlsx")
        dialog.fileSelected.connect(self._selected)
        dialog.open()

    def _selected(self, name: str) -> None:
        remember_folder(Place.DocumentsLocation, name)
        self.save_asked.emit(Path(name), not self._purpose, self._purpose)

    def _restyle(self) -> None:
        self.whole.setFont(theme().font("body"))
