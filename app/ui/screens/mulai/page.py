"""The first start as the window has it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.ui.screens.impor.flow import ImportFlow
from app.ui.screens.masuk.front import Front
from app.ui.screens.masuk.outfit import OutfitBar
from app.ui.screens.mulai.presenter import StartPresenter
from app.ui.screens.mulai.state import StartState, Step
from app.ui.screens.mulai.steps import ConfirmStep, DistrictStep, PersonStep, PracticeStep, WaysStep, WordsStep
from app.ui.screens.mulai.waiting_step import WaitingStep
from app.ui.tasks import Tasks
from app.ui.theme import dress, theme
from app.ui.tokens import Tone
from app.ui.widgets.banner import Notice
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.page import first_stop
from app.ui.widgets.responsive import StackedPages
from app.ui.widgets.states import LoadingState
from app.ui.widgets.text import Text
from app.ui.wording import share_words
from app.usecases.desk import Desk, Intake, PreferenceStore
from app.usecases.doors import Doors

NARROW, WIDE = 620, 1120


class StartPage(Front):
    """`left` when the person goes back to the lock screen; the rest goes through `opened`."""

    left = Signal()

    def __init__(
        self,
        doors: Doors,
        intake: Intake,
        tasks: Tasks,
        preferences: PreferenceStore,
        opened: Callable[[Desk, tuple[str, ...]], None],
    ) -> None:
        super().__init__(gap=0, margins=(16, 22, 16, 18))
        self._intake, self._tasks, self._preferences = intake, tasks, preferences
        self._state = StartState()
        self.presenter = StartPresenter(doors, tasks.bound(self), partial(tasks.relay, self), self._show, opened)
        self._build()
        dress(self._fit)
        self.presenter.open()

    def focus_work(self) -> None:
        """Where the step begins."""
        if self._state.step is Step.LIST:
            self.flow.focus_work()
            return
        page = self.pages.currentWidget()
        first = first_stop(page) if page is not None else None
        (first or self.next_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, state: StartState) -> None:
        before, self._state = self._state, state
        title, words = self._title(state.step)
        self.title.setText(title)
        self.setAccessibleName(title)
        self.about.setText(words)
        self.problem.setVisible(state.problem is not None)
        if state.problem is not None:
            self.problem.set_notice(f"{state.problem.title} {state.problem.text}".strip())
        for page in (self.district, self.person, self.waiting, self.words, self.confirm):
            page.show_state(state)
        self._show_work(state)
        self.pages.setCurrentWidget(self._page(state.step))
        self._show_buttons(state)
        if before.step is not state.step:
            self._fit()
            self.column.verticalScrollBar().setValue(0)
            if state.step in (Step.WAYS, Step.WAITING, Step.WORDS):
                self.person.forget()
            QTimer.singleShot(0, self, self.focus_work)

    def _title(self, step: Step) -> tuple[str, str]:
        titles = {
            Step.WAYS: (self.tr("Selamat datang di Balai"), self.tr("Bagaimana Anda ingin mulai?")),
            Step.PRACTICE: (self.tr("Desa latihan sudah ada"), self.tr("Apa yang ingin Anda lakukan?")),
            Step.LIST: (self.tr("Buka daftar dari berkas"), ""),
            Step.DISTRICT: (self.tr("Daftarkan ke kabupaten"), self.tr("Isi yang Anda terima dari kabupaten.")),
            Step.PERSON: (self.tr("Siapa Anda?"), self.tr("Anda orang pertama yang membuka desa ini di laptop ini.")),
            Step.WAITING: (
                self.tr("Menunggu jawaban kabupaten"),
                self.tr("Desa ini mulai bekerja begitu jawaban kabupaten dibaca."),
            ),
            Step.WORKING: (self.tr("Sebentar"), ""),
            Step.WORDS: (self.tr("Tulis kata pemulihan"), ""),
            Step.CONFIRM: (self.tr("Sudah tertulis?"), ""),
        }
        return titles[step]

    def _show_work(self, state: StartState) -> None:
        if state.step is not Step.WORKING:
            return
        words = self.tr("Menghentikan") if state.stopping else self.tr("Menyiapkan desa Anda")
        if state.share > 0:
            words = f"{words} · {share_words(state.share)}"
            self.working.bar.set_share(state.share)
        else:
            self.working.bar.setRange(0, 0)
        self.working.set_words(words)

    def _page(self, step: Step) -> QWidget:
        pages: dict[Step, QWidget] = {
            Step.WAYS: self.ways,
            Step.PRACTICE: self.practice,
            Step.LIST: self.flow,
            Step.DISTRICT: self.district,
            Step.PERSON: self.person,
            Step.WAITING: self.waiting,
            Step.WORKING: self.working,
            Step.WORDS: self.words,
            Step.CONFIRM: self.confirm,
        }
        return pages[step]

    def _show_buttons(self, state: StartState) -> None:
        step = state.step
        self.outfit.setVisible(step is Step.WAYS)
        self.about.setVisible(bool(self.about.text()))
        self.leave_button.setVisible(step in (Step.WAYS, Step.WAITING) and state.can_leave)
        self.back_button.setVisible(step in (Step.PRACTICE, Step.DISTRICT, Step.PERSON, Step.CONFIRM))
        self.stop_button.setVisible(step is Step.WORKING)
        self.stop_button.setEnabled(not state.stopping)
        self.next_button.setVisible(step in (Step.DISTRICT, Step.PERSON, Step.WORDS, Step.CONFIRM))
        words = {
            Step.PERSON: self.tr("Buat desa ini"),
            Step.WORDS: self.tr("Sudah saya tulis"),
            Step.CONFIRM: self.tr("Mulai bekerja"),
        }
        self.next_button.setText(words.get(step, self.tr("Lanjut")))
        self.next_button.updateGeometry()

    def _build(self) -> None:
        self.body.clear()
        self.title, self.about = Text("", "display"), Text("", "body", "muted")
        self.problem = Notice("", Tone.WARN)
        self.problem.hide()
        self.ways, self.practice, self.district, self.person = WaysStep(), PracticeStep(), DistrictStep(), PersonStep()
        self.waiting, self.words, self.confirm = WaitingStep(), WordsStep(), ConfirmStep()
        self.working = LoadingState(self.tr("Menyiapkan desa Anda"))
        accept = self.presenter.accept_list
        words = self.tr("Lanjut dengan daftar ini")
        self.flow = ImportFlow(self._intake, self._tasks, accept, words, can_leave=True, choose_village=True)
        self.pages = StackedPages()
        for page in (
            self.ways,
            self.practice,
            self.flow,
            self.district,
            self.person,
            self.waiting,
            self.working,
            self.words,
            self.confirm,
        ):
            self.pages.addWidget(page)
        self.leave_button = SecondaryButton(self.tr("Kembali ke layar masuk"), "arrow-left")
        self.back_button = SecondaryButton(self.tr("Kembali"), "arrow-left")
        self.stop_button = SecondaryButton(self.tr("Hentikan"), "x")
        self.next_button = PrimaryButton(self.tr("Lanjut"), "arrow-right")
        self.outfit = OutfitBar(self._preferences, self._tasks)
        self.outfit.language_changed.connect(self._speak)
        foot = Row(self.leave_button, self.back_button, None, self.stop_button, self.next_button, gap=8)
        self.holder = QWidget()
        column = Column(self.title, self.about, self.problem, gap=10, on=self.holder)
        column.addSpacing(theme().px(4))
        column.put(self.pages, 1)
        column.put(foot)
        column.put(self.outfit)
        middle = Row()
        middle.addStretch(1)
        middle.put(self.holder, 1000)
        middle.addStretch(1)
        outer = QWidget()
        Column(on=outer).addLayout(middle, 1)
        self.body.put(outer, 1)
        self._connect()

    def _connect(self) -> None:
        presenter = self.presenter
        self.ways.chosen.connect(presenter.choose)
        self.practice.open_asked.connect(presenter.open_practice)
        self.practice.anew_asked.connect(presenter.begin_practice)
        self.district.given.connect(presenter.name_district)
        self.person.given.connect(presenter.name_person)
        self.waiting.request_asked.connect(presenter.write_request)
        self.waiting.answer_picked.connect(presenter.read_answer)
        self.confirm.given.connect(presenter.confirm)
        self.flow.left.connect(self._back_to_ways)
        self.leave_button.clicked.connect(self._leave)
        self.back_button.clicked.connect(presenter.back)
        self.stop_button.clicked.connect(presenter.cancel)
        self.next_button.clicked.connect(self._go_on)

    def _leave(self) -> None:
        self.presenter.leave(self.left.emit)

    def _back_to_ways(self) -> None:
        self.presenter.back()

    def _go_on(self) -> None:
        step = self._state.step
        if step is Step.DISTRICT:
            self.district.give()
        elif step is Step.PERSON:
            self.person.give()
        elif step is Step.WORDS:
            self.presenter.wrote_down()
        elif step is Step.CONFIRM:
            self.confirm.give()

    def _speak(self) -> None:
        self._build()
        self._show(self._state)
        self._fit()
        self.outfit.language_box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        self.holder.setMaximumWidth(theme().px(WIDE if self._state.step is Step.LIST else NARROW))
