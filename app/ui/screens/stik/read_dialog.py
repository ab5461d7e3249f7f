"""Baca dari stik: the bundles that lie there, taking them in, and what each of them brought."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.folders import remember_stick
from app.ui.screens.stik.parts import PlaceField, StickDialog, Under
from app.ui.screens.stik.places import places
from app.ui.screens.stik.read_presenter import ReadPresenter
from app.ui.screens.stik.state import BundleShown, ReadState, ReportShown, Stage
from app.ui.shown import Option
from app.ui.tasks import Tasks
from app.ui.toast import announce
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.choices import ChoiceList
from app.ui.widgets.icontext import IconText
from app.ui.widgets.layouts import Column
from app.ui.widgets.states import LoadingState
from app.ui.widgets.status import StatusChip
from app.ui.widgets.text import Text
from app.ui.words import translate
from app.usecases.carry import Sticks


class ReadDialog(StickDialog):
    """Takes in bundles."""

    def __init__(self, parent: QWidget | None, sticks: Sticks, tasks: Tasks) -> None:
        super().__init__(parent, translate("ReadDialog", "Baca dari stik"), 620)
        self._shown: ReadState | None = None
        self.presenter = ReadPresenter(
            sticks, tasks.bound(self), partial(tasks.relay, self), self.show_state, places, remember_stick
        )
        self._build()
        self._arrange()
        self._connect()
        self.show_state(self.presenter.state)
        self.presenter.start()

    def show_state(self, state: ReadState) -> None:
        """Show everything."""
        before, self._shown = self._shown, state
        stage = state.stage
        self.loading.setVisible(stage is Stage.LOOKING)
        self.choices.setVisible(stage in (Stage.LOOKING, Stage.READY))
        self.place.show_places(state.places, state.place)
        self.found.setVisible(stage is Stage.READY)
        self.under.setVisible(stage is Stage.WORKING)
        self.under.show_going(state.going)
        self.reports.setVisible(stage is Stage.DONE)
        self.show_run(stage, state.going, state.problem)
        if before is None or (before.bundles, before.others) != (state.bundles, state.others):
            self._show_found(state)
        self._show_words(state)
        self.bundles.set_value(state.chosen)
        if before is None or before.reports != state.reports:
            self._show_reports(state.reports)
            if state.reports:
                announce(self, " ".join(" ".join((report.title, *report.lines)) for report in state.reports))
        self._show_buttons(state)
        if before is None or (before.stage, before.problem) != (stage, state.problem):
            self._focus(state)

    def _focus(self, state: ReadState) -> None:
        if state.stage is Stage.READY:
            self.bundles.focus_choice() if state.bundles else self.place.folder_button.setFocus()
        elif state.stage is Stage.WORKING:
            self.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif state.stage is Stage.DONE:
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_found(self, state: ReadState) -> None:
        self.bundles.set_options(tuple(Option(one.path, one.sender, one.about) for one in state.bundles))
        self._others.clear()
        for one in state.others:
            self._others.put(_other(one))
        self.others.setVisible(bool(state.others))

    def _show_words(self, state: ReadState) -> None:
        self.strange.setVisible(state.strange and state.stage is Stage.READY)
        nothing = not state.bundles and not state.others and bool(state.place) and state.problem is None
        self.nothing.setVisible(nothing)
        self.bundles.setVisible(bool(state.bundles))
        self.title.setVisible(bool(state.bundles))

    def _show_reports(self, reports: tuple[ReportShown, ...]) -> None:
        self._reports.clear()
        for report in reports:
            self._reports.put(_report(report))

    def _show_buttons(self, state: ReadState) -> None:
        stage = state.stage
        self.take_button.setVisible(stage is Stage.READY and bool(state.bundles))
        self.take_button.setEnabled(bool(state.chosen))
        self.again_button.setVisible(stage is Stage.READY or stage is Stage.DONE)
        self.again_button.setText(self.tr("Lihat lagi") if stage is Stage.READY else self.tr("Baca yang lain"))
        self.stop_button.setVisible(stage is Stage.WORKING)
        self.close_button.setVisible(stage is not Stage.WORKING)

    def _build(self) -> None:
        self.file_button = SecondaryButton(self.tr("Pilih berkas…"), "file-text")
        self.place = PlaceField(self.tr("Tempat"), self.file_button)
        self.loading = LoadingState(self.tr("Melihat apa yang ada di sana"))
        self.title = Text(self.tr("Bundel yang dapat dibaca"), "medium")
        self.bundles = ChoiceList(multiple=True, show_codes=False, name=self.tr("Bundel yang dapat dibaca"))
        self.others = QWidget()
        self._others = Column(gap=8, on=self.others)
        self.nothing = Text(self.tr("Tidak ada bundel Balai di sini. Pasang stiknya, atau pilih folder lain."), "body")
        self.strange = IconText(
            "triangle-alert", self.tr("Di stik ini ada berkas lain yang tidak dibuka Balai."), "small_strong", "warn"
        )
        self.under = Under()
        self.reports = QWidget()
        self._reports = Column(gap=10, on=self.reports)
        self.close_button = self.add_button(SecondaryButton(self.tr("Tutup")), closes=True)
        self.again_button = self.add_button(SecondaryButton(self.tr("Lihat lagi"), "refresh-cw"))
        self.stop_button = self.add_button(SecondaryButton(self.tr("Hentikan"), "x"))
        self.take_button = self.add_button(PrimaryButton(self.tr("Ambil"), "download"), default=True)

    def _arrange(self) -> None:
        self.found = QWidget()
        Column(self.title, self.bundles, self.others, self.nothing, self.strange, gap=8, on=self.found)
        self.choices = QWidget()
        Column(self.place, self.loading, self.found, gap=12, on=self.choices)
        for one in (self.choices, self.under, self.reports):
            self.body.put(one)
        self.body.put(None)

    def _connect(self) -> None:
        self.place.chosen.connect(self.presenter.choose_place)
        self.file_button.clicked.connect(self.place.ask_file)
        self.bundles.chosen.connect(self.presenter.choose)
        self.bundles.confirmed.connect(self.presenter.take)
        self.take_button.clicked.connect(self.presenter.take)
        self.again_button.clicked.connect(self.presenter.look_again)
        self.stop_button.clicked.connect(self.stop_asked)
        self.stop_asked.connect(self.presenter.stop)


def _other(bundle: BundleShown) -> QWidget:
    """A bundle that cannot, or need not, be taken, with its reason."""
    row = QWidget()
    column = Column(Text(bundle.sender), Text(bundle.about, "small", "muted"), gap=3, on=row)
    if bundle.status is not None:
        column.put(StatusChip(bundle.status))
    row.setAccessibleName(", ".join((bundle.sender, bundle.about, bundle.status.words if bundle.status else "")))
    return row


def _report(report: ReportShown) -> QWidget:
    card = Card(gap=6, margins=(14, 12, 14, 12), title="")
    icon = IconText("circle-check" if report.good else "circle-alert", report.title, "strong")
    icon.set_sign_ink("ok" if report.good else "warn")
    card.body.put(icon)
    for line in report.lines:
        if line:
            card.body.put(Text(line).selectable())
    card.setAccessibleName(report.title)
    return card
