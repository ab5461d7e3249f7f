"""Simpan ke stik: for whom, with what, where; then that it was read again and may be pulled out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.folders import remember_stick
from app.ui.screens.stik.parts import PlaceField, StickDialog, Under
from app.ui.screens.stik.places import places
from app.ui.screens.stik.save_presenter import PART_SIZES, SavePresenter
from app.ui.screens.stik.state import SaveState, Stage
from app.ui.shown import Option
from app.ui.tasks import Tasks
from app.ui.toast import announce
from app.ui.tokens import Tone
from app.ui.widgets.banner import Notice
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.choices import ChoiceList
from app.ui.widgets.facts import KeyValueList
from app.ui.widgets.field import Field, SelectBox
from app.ui.widgets.layouts import Column
from app.ui.widgets.states import LoadingState
from app.ui.widgets.text import Text
from app.ui.wording import size_words
from app.ui.words import translate
from app.usecases.carry import Sticks

DISTRICT, ALL = "district", "all"
WITH, WITHOUT = "with", "without"


class SaveDialog(StickDialog):
    """Saves one bundle."""

    def __init__(self, parent: QWidget | None, sticks: Sticks, tasks: Tasks) -> None:
        super().__init__(parent, translate("SaveDialog", "Simpan ke stik"), 600)
        self._shown: SaveState | None = None
        self._options: tuple[tuple[Option, ...], tuple[Option, ...]] | None = None
        self.presenter = SavePresenter(
            sticks, tasks.bound(self), partial(tasks.relay, self), self.show_state, places, remember_stick
        )
        self._build()
        self._arrange()
        self._connect()
        self.show_state(self.presenter.state)
        self.presenter.start()

    def show_state(self, state: SaveState) -> None:
        """Show everything."""
        before, self._shown = self._shown, state
        stage = state.stage
        self.loading.setVisible(stage is Stage.LOOKING)
        self.choices.setVisible(stage is Stage.READY)
        self.under.setVisible(stage is Stage.WORKING)
        self.made.setVisible(stage is Stage.DONE)
        self.show_run(stage, state.going, state.problem)
        if stage is Stage.READY:
            self._show_choices(state)
        self.under.show_going(state.going)
        self._show_done(state)
        self.save_button.setVisible(stage is Stage.READY)
        self.save_button.setEnabled(bool(state.folder))
        self.stop_button.setVisible(stage is Stage.WORKING)
        self.close_button.setVisible(stage is not Stage.WORKING)
        self.close_button.setText(self.tr("Batal") if stage is Stage.READY else self.tr("Tutup"))
        if before is None or before.stage is not stage or (before.problem is None) != (state.problem is None):
            self._focus(stage)
            if stage is Stage.DONE:
                announce(self, f"{self.safe.words.words()} {state.held} {state.left_out}".rstrip())

    def _focus(self, stage: Stage) -> None:
        work: dict[Stage, QWidget] = {
            Stage.READY: self.save_button if self.save_button.isEnabled() else self.place.folder_button,
            Stage.WORKING: self.stop_button,
            Stage.DONE: self.close_button,
            Stage.FAILED: self.close_button,
        }
        if stage in work:
            work[stage].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_choices(self, state: SaveState) -> None:
        options = (
            Option(ALL, self.tr("Kabupaten dan laptop lain"), state.laptops_load),
            Option(DISTRICT, self.tr("Kabupaten saja"), state.district_load),
        )
        photos = (
            Option(WITH, self.tr("Catatan dan foto"), state.photo_load),
            Option(WITHOUT, self.tr("Catatan saja"), self.tr("Foto menyusul lain kali")),
        )
        before = self._options
        self._options = (options, photos)
        for box, now, at, chosen in (
            (self.readers, options, 0, ALL if state.for_laptops else DISTRICT),
            (self.photos, photos, 1, WITH if state.photos else WITHOUT),
        ):
            if before is None or before[at] != now:
                focused = box.focused()
                box.set_options(now)
                box.set_value((chosen,))
                if focused:
                    box.focus_choice()
            box.set_value((chosen,))
        for one in (self.photos_title, self.photos):
            one.setVisible(bool(state.photo_load))
        self.parts.set_value(str(state.part_bytes))
        self.place.show_places(state.places, state.folder)
        size = self.tr("Kira-kira %1.").replace("%1", state.size)
        nothing = self.tr("Tidak ada yang baru untuk dibawa; bundelnya hanya memberi tahu apa yang sudah ada di sini.")
        self.about.setText(f"{size} {nothing}" if state.nothing_new else size)

    def _show_done(self, state: SaveState) -> None:
        if state.stage is not Stage.DONE:
            return
        self.files.setText("\n".join(state.files))
        left_out = ((self.tr("Tidak ikut"), state.left_out),) if state.left_out else ()
        self.facts.set_pairs(((self.tr("Tempat"), state.folder), (self.tr("Isi"), state.held), *left_out))

    def _build(self) -> None:
        self.loading = LoadingState(self.tr("Menghitung apa yang dapat dibawa"))
        self.readers = ChoiceList(show_codes=False, name=self.tr("Untuk siapa"))
        self.photos_title = Text(self.tr("Isinya"), "medium")
        self.photos = ChoiceList(show_codes=False, name=self.tr("Isinya"))
        sizes = [(str(size), self.tr("Bagian %1").replace("%1", size_words(size))) for size in PART_SIZES]
        self.parts = SelectBox((("0", self.tr("Satu berkas")), *sizes))
        self.place = PlaceField(self.tr("Tempat"))
        self.about = Text("", "small", "muted")
        self.under = Under()
        self.safe = Notice(self.tr("Sudah diperiksa. Aman dicabut."), Tone.OK)
        self.files = Text("", "strong").selectable()
        self.facts = KeyValueList()
        self.close_button = self.add_button(SecondaryButton(self.tr("Batal")), closes=True)
        self.stop_button = self.add_button(SecondaryButton(self.tr("Hentikan"), "x"))
        self.save_button = self.add_button(PrimaryButton(self.tr("Simpan"), "usb"), default=True)

    def _arrange(self) -> None:
        part = Field(
            self.tr("Satu berkas, atau bagian-bagian untuk dikirim lewat WhatsApp atau surel"),
            self.parts,
        )
        self.choices = QWidget()
        Column(
            Text(self.tr("Untuk siapa"), "medium"),
            self.readers,
            self.photos_title,
            self.photos,
            part,
            self.place,
            self.about,
            gap=8,
            on=self.choices,
        )
        self.made = QWidget()
        then = Text(
            self.tr("Bundelnya terkunci: hanya kabupaten dan laptop desa ini yang dapat membukanya."), "small", "muted"
        )
        Column(self.safe, self.files, self.facts, then, gap=12, on=self.made)
        for one in (self.loading, self.choices, self.under, self.made):
            self.body.put(one)
        self.body.put(None)

    def _connect(self) -> None:
        self.readers.chosen.connect(lambda codes: self.presenter.choose_readers(codes == (ALL,)))
        self.photos.chosen.connect(lambda codes: self.presenter.choose_photos(codes == (WITH,)))
        self.parts.activated.connect(lambda _: self.presenter.choose_part(int(self.parts.value())))
        self.place.chosen.connect(self.presenter.choose_folder)
        self.save_button.clicked.connect(self.presenter.save)
        self.stop_button.clicked.connect(self.stop_asked)
        self.stop_asked.connect(self.presenter.stop)
