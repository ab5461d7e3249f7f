"""Officials of this laptop: the list, and the dialogs that add, change and reset."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.domain.policy import ENUMERATOR
from app.ui.dialogs import Dialog
from app.ui.lanes import Run
from app.ui.screens.masuk.secret import SecretField
from app.ui.screens.masuk.strength import acceptable, strength_words
from app.ui.screens.pengaturan.duty import DutyFields
from app.ui.screens.pengaturan.said import Said
from app.ui.screens.pengaturan.state import OfficialShown, PeopleState, Tenure
from app.ui.shown import Cell, Chip, TableColumn, TableRow, Window
from app.ui.table import RowTable
from app.ui.theme import dress, theme
from app.ui.tokens import Tone
from app.ui.widgets.banner import Notice
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.card import TableCard
from app.ui.widgets.field import Field, TextBox
from app.ui.widgets.layouts import Column, Flow
from app.ui.widgets.text import Text
from app.ui.words import translate


class PeopleSection(QWidget):
    """`added`, `changed` and `reset` tell what a person decided in a dialog."""

    added = Signal(str, str, tuple, str)
    changed = Signal(str, str, str, tuple, bool)
    reset = Signal(str, str)

    def __init__(self, run: Run) -> None:
        super().__init__()
        self._state = PeopleState()
        self._shown: tuple[OfficialShown, ...] | None = None
        self.said = Said()
        self.why = Text(
            self.tr("Hanya kepala desa dan operator yang mengatur petugas. Anda bisa melihat daftarnya."),
            "body",
            "muted",
        )
        self.ending = Notice("", Tone.WARN)
        self.add_button = PrimaryButton(self.tr("Tambah petugas"), "user-plus")
        self.change_button = SecondaryButton(self.tr("Ubah"), "pencil")
        self.reset_button = SecondaryButton(self.tr("Kata sandi baru"), "key-round")
        self.table = RowTable(
            self.tr("Petugas"),
            (
                TableColumn("name", self.tr("Nama"), 14, stretch=True, strong=True, sortable=False),
                TableColumn("role", self.tr("Peran"), 12, sortable=False),
                TableColumn("rts", self.tr("Wilayah"), 12, rank=2, sortable=False),
                TableColumn("state", self.tr("Keadaan"), 18, rank=1, sortable=False),
            ),
            run,
            rows_at_least=5,
        )
        card = TableCard()
        card.body.put(self.table, 1)
        self.acts = QWidget()
        Flow(self.add_button, self.change_button, self.reset_button, gap=8, on=self.acts)
        column = Column(self.said, self.why, self.ending, self.acts, gap=12, on=self)
        column.put(card, 1)
        self.add_button.clicked.connect(self._add)
        self.change_button.clicked.connect(self._change)
        self.reset_button.clicked.connect(self._reset)
        self.table.row_activated.connect(self._change)
        self.table.row_chosen.connect(self._allow)

    def show_state(self, state: PeopleState) -> None:
        """Show everybody."""
        self._state = state
        self.said.show_act(state.act)
        self.why.setVisible(not state.manages and not state.loading)
        names = ", ".join(one.name for one in state.ending)
        words = self.tr("Masa tugas %1 segera atau sudah berakhir. Minta kabupaten memperpanjangnya.")
        self.ending.set_notice(words.replace("%1", names))
        self.ending.setVisible(bool(names))
        self.acts.setVisible(state.manages)
        if state.act.busy and self.acts.isAncestorOf(self.window().focusWidget() or self):
            # A button that is switched off would hand the focus on to the navigation.
            self.table.setFocus()
        self.acts.setEnabled(not state.act.busy)
        if state.people != self._shown:
            self._shown = state.people
            rows = tuple(_row(person, self.tr("Anda")) for person in state.people)

            def fetch(offset: int, limit: int) -> Sequence[TableRow]:
                return rows[offset : offset + limit]

            self.table.show_window(Window(len(rows), fetch, rows[:128]), self.table.current_key())
        self._allow()

    def _current(self) -> OfficialShown | None:
        key = self.table.current_key()
        return next((person for person in self._state.people if person.id == key), None)

    def _allow(self) -> None:
        """Only a head may touch a head; the own password has a place of its own."""
        person = self._current()
        may = person is not None and (person.role in dict(self._state.roles) or person.self)
        self.change_button.setEnabled(may)
        self.reset_button.setEnabled(may and person is not None and not person.self and person.active)

    def _add(self) -> None:
        dialog = PersonDialog(self, self._state, None)
        dialog.added.connect(self.added)
        dialog.open()

    def _change(self) -> None:
        person = self._current()
        if person is not None and self._state.manages and self.change_button.isEnabled():
            dialog = PersonDialog(self, self._state, person)
            dialog.changed.connect(partial(self.changed.emit, person.id))
            dialog.open()

    def _reset(self) -> None:
        person = self._current()
        if person is not None:
            dialog = ResetDialog(self, person.name)
            dialog.given.connect(partial(self.reset.emit, person.id))
            dialog.open()


class PersonDialog(Dialog):
    """A new official, or another name, role, place for one who is there."""

    added = Signal(str, str, tuple, str)
    changed = Signal(str, str, tuple, bool)

    def __init__(self, parent: QWidget, state: PeopleState, person: OfficialShown | None) -> None:
        super().__init__(parent, person.name if person else translate("PersonDialog", "Tambah petugas"))
        self._person = person
        self.name = TextBox(person.name if person else "")
        self.name_field = Field(self.tr("Nama lengkap"), self.name)
        self.duty = DutyFields(
            state.roles, state.places, role=person.role if person else ENUMERATOR, rts=person.rts if person else None
        )
        self.active = QCheckBox(self.tr("Masih bertugas"))
        self.active.setChecked(person.active if person else True)
        self.first = SecretField(self.tr("Kata sandi pertama"), strength_words("")[0])
        self.again = SecretField(self.tr("Kata sandi sekali lagi"))
        self.body.put(self.name_field)
        self.body.put(self.duty.role_field)
        if person is None:
            self.body.put(self.first)
            self.body.put(self.again)
        else:
            self.body.put(self.active)
            resting = self.tr("Yang tidak bertugas tidak bisa masuk lagi; semua catatannya tetap ada.")
            self.body.put(Text(resting, "small", "muted"))
        self.body.put(self.duty)
        self.body.put(None)
        self.add_button(SecondaryButton(self.tr("Batal")), closes=True)
        words = self.tr("Simpan") if person else self.tr("Tambah petugas")
        self.save_button = self.add_button(PrimaryButton(words), default=True)
        self.save_button.clicked.connect(self._save)
        self.first.edited.connect(self._weigh)
        dress(self._redress)
        self.name.setFocus()

    def _weigh(self) -> None:
        self.first.set_hint(strength_words(self.first.text())[0])

    def _save(self) -> None:
        name = " ".join(self.name.text().split())
        self.name_field.set_error("" if name else self.tr("Tulis nama lengkapnya."))
        wrong = acceptable(self.first.text(), self.again.text()) if self._person is None else ""
        self.again.set_error(wrong)
        places = self.duty.places_chosen()
        if places is None and name and not wrong:
            self.duty.reach.setFocus()
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.duty.reach_field))
        if not name or wrong or places is None:
            return
        if self._person is None:
            self.added.emit(name, self.duty.role.value(), places, self.first.text())
        else:
            self.changed.emit(name, self.duty.role.value(), places, self.active.isChecked())
        self.accept()

    def _redress(self) -> None:
        self.active.setFont(theme().font("body"))


class ResetDialog(Dialog):
    """A new password for somebody else."""

    given = Signal(str)

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent, translate("ResetDialog", "Kata sandi baru untuk {name}", name=name))
        self.first = SecretField(self.tr("Kata sandi baru"), strength_words("")[0])
        self.again = SecretField(self.tr("Kata sandi baru sekali lagi"))
        note = self.tr("Kata sandi lama langsung tidak berlaku. Kabupaten perlu memastikan orang ini sekali lagi.")
        for part in (Text(note, "body", "muted"), self.first, self.again, None):
            self.body.put(part)
        self.add_button(SecondaryButton(self.tr("Batal")), closes=True)
        self.add_button(PrimaryButton(self.tr("Pasang kata sandi")), default=True).clicked.connect(self._save)
        self.first.edited.connect(self._weigh)
        self.first.box.setFocus()

    def _weigh(self) -> None:
        self.first.set_hint(strength_words(self.first.text())[0])

    def _save(self) -> None:
        wrong = acceptable(self.first.text(), self.again.text())
        self.again.set_error(wrong)
        if not wrong:
            self.given.emit(self.first.text())
            self.accept()


def _row(person: OfficialShown, you: str) -> TableRow:
    until = ""
    if person.until_words:
        until = translate("People", "sampai {day}", day=person.until_words)
    chip = _chip(person)
    cells = (
        Cell(person.name, second=you if person.self else ""),
        Cell(person.role_words, second=until),
        Cell(person.rt_words, muted=True),
        Cell(chip=chip),
    )
    said = (person.name, person.role_words, until, person.rt_words, chip.words)
    return TableRow(person.id, cells, ", ".join(filter(None, said)))


def _chip(person: OfficialShown) -> Chip:
    if person.tenure is Tenure.REVOKED:
        return Chip(translate("People", "Dicabut kabupaten"), Tone.BAD, "ban")
    if not person.active:
        return Chip(translate("People", "Tidak bertugas"), Tone.IDLE, "user-x")
    if person.tenure is Tenure.ENDED:
        return Chip(translate("People", "Masa tugas berakhir"), Tone.WARN, "hourglass")
    if person.tenure is Tenure.ENDS_SOON:
        return Chip(translate("People", "Segera berakhir"), Tone.WARN, "hourglass")
    if person.certified:
        return Chip(translate("People", "Dipastikan kabupaten"), Tone.OK, "badge-check")
    return Chip(translate("People", "Belum dipastikan kabupaten"), Tone.INFO, "clock")
