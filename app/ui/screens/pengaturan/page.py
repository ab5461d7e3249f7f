"""Pengaturan as the shell has it: sections as pills on top, one of them below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.policy import HEAD, OPERATOR
from app.ui.screens.impor.section import ImportSection
from app.ui.screens.pengaturan.handover import HandoverDialog
from app.ui.screens.pengaturan.laptop import LaptopSection
from app.ui.screens.pengaturan.laptop_presenter import LaptopPresenter, WipePresenter
from app.ui.screens.pengaturan.look import LookSection
from app.ui.screens.pengaturan.own import OwnSection
from app.ui.screens.pengaturan.parts import AboutSection, DistrictSection, WholeSection
from app.ui.screens.pengaturan.people import PeopleSection
from app.ui.screens.pengaturan.presenters import DistrictPresenter, OwnPresenter, PeoplePresenter, WholePresenter
from app.ui.screens.pengaturan.quota import QuotaSection
from app.ui.screens.pengaturan.quota_presenter import QuotaPresenter
from app.ui.screens.pengaturan.state import Ends, Section
from app.ui.screens.pengaturan.trail import TrailSection
from app.ui.screens.pengaturan.trail_presenter import TrailPresenter
from app.ui.screens.pengaturan.wipe_dialog import WipeDialog
from app.ui.shown import Filter, FilterOption
from app.ui.tasks import Tasks
from app.ui.widgets.filters import FilterBar
from app.ui.widgets.layouts import Tiles
from app.ui.widgets.page import Page, first_stop
from app.ui.widgets.responsive import StackedPages
from app.ui.words import translate
from app.usecases.desk import Desk, Preferences, PreferenceStore

if TYPE_CHECKING:
    from app.ui.screens.keluarga.page import Navigate


class SettingsPage(Page):
    """`open(section=...)`, `refresh()` and `shown()`; a section is built when it is first seen. `quota_kept`: another
    limit of a day holds."""

    quota_kept = Signal()

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        navigate: Navigate,
        preferences: PreferenceStore,
        apply: Callable[[Preferences], None],
        ends: Ends,
    ) -> None:
        super().__init__(translate("SettingsPage", "Pengaturan"))
        self._desk, self._tasks, self._navigate, self._ends = desk, tasks, navigate, ends
        self._preferences, self._apply = preferences, apply
        self._run = tasks.bound(self)
        self._sections: dict[Section, QWidget] = {}
        self._section = Section.LOOK
        self._people: PeoplePresenter | None = None
        self._district: DistrictPresenter | None = None
        self._laptop: LaptopPresenter | None = None
        self._trail: TrailPresenter | None = None
        self.bar = FilterBar()
        self.pages = StackedPages()
        self.body.put(self.bar)
        self.body.put(self.pages, 1)
        self.bar.filter_changed.connect(self._chosen)
        self._go(Section.LOOK)

    def open(self, **facts: object) -> None:
        """Another screen wants a section."""
        section = facts.get("section")
        if section in [option.value for option in self._options()]:
            self._go(Section(str(section)))

    def shown(self) -> None:
        """Seen (again)."""
        self.refresh()

    def refresh(self) -> None:
        """Something was written: ask again where it shows."""
        if self._section is Section.PEOPLE and self._people is not None:
            self._people.refresh()
        elif self._section is Section.DISTRICT and self._district is not None:
            self._district.refresh()
        elif self._section is Section.LAPTOP and self._laptop is not None:
            self._laptop.refresh()
        elif self._section is Section.TRAIL and self._trail is not None:
            self._trail.refresh()

    def focus_work(self) -> None:
        """The first control of the section."""
        page = self.pages.currentWidget()
        first = first_stop(page) if page is not None else None
        if first is not None:
            first.setFocus()

    def _chosen(self, _key: str, value: str) -> None:
        self._go(Section(value))

    def _go(self, section: Section) -> None:
        self._section = section
        self.bar.set_filters((Filter("section", self.tr("Bagian"), self._options(), section.value, pills=True),))
        page = self._sections.get(section)
        if page is None:
            page = self._sections[section] = self._build(section)
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self.verticalScrollBar().setValue(0)
        self.refresh()

    def _options(self) -> tuple[FilterOption, ...]:
        words = {
            Section.LOOK: self.tr("Tampilan"),
            Section.PEOPLE: self.tr("Petugas"),
            Section.OWN: self.tr("Kata sandi saya"),
            Section.DISTRICT: self.tr("Kabupaten"),
            Section.IMPORT: self.tr("Daftar dari berkas"),
            Section.TRAIL: self.tr("Jejak data"),
            Section.WHOLE: self.tr("Keutuhan data"),
            Section.LAPTOP: self.tr("Laptop ini"),
            Section.ABOUT: self.tr("Tentang Balai"),
        }
        if self._desk.actor.role not in (OPERATOR, HEAD):
            del words[Section.IMPORT], words[Section.TRAIL]
        return tuple(FilterOption(section.value, said) for section, said in words.items())

    def _build(self, section: Section) -> QWidget:
        builders: dict[Section, Callable[[], QWidget]] = {
            Section.LOOK: self._build_look,
            Section.PEOPLE: self._build_people,
            Section.OWN: self._build_own,
            Section.DISTRICT: self._build_district,
            Section.IMPORT: self._build_import,
            Section.TRAIL: self._build_trail,
            Section.WHOLE: self._build_whole,
            Section.LAPTOP: self._build_laptop,
            Section.ABOUT: self._build_about,
        }
        return builders[section]()

    def _build_look(self) -> QWidget:
        return LookSection(self._preferences.load(), self._apply)

    def _build_people(self) -> QWidget:
        section = PeopleSection(self._run)
        desk = self._desk
        self._people = PeoplePresenter(desk.people, desk.reading, desk.actor, self._run, section.show_state, desk.today)
        section.added.connect(self._people.add)
        section.changed.connect(self._people.change)
        section.reset.connect(self._people.reset_password)
        section.show_state(self._people.state)
        return section

    def _build_own(self) -> QWidget:
        section = OwnSection()
        self._own = OwnPresenter(self._desk.people, self._run, section.show_state)
        section.password_given.connect(self._own.change_password)
        section.words_asked.connect(self._own.make_words)
        section.words_hidden.connect(self._own.hide_words)
        self._own.refresh()
        return section

    def _build_district(self) -> QWidget:
        section = DistrictSection()
        self._district = DistrictPresenter(self._desk.exchange, self._run, section.show_state)
        section.address_given.connect(self._district.set_address)
        section.enrol_asked.connect(partial(self._navigate, "kirim"))
        quota = QuotaSection()
        self._quota = QuotaPresenter(
            self._desk.settings, self._desk.today, self._run, quota.show_state, self.quota_kept.emit
        )
        quota.given.connect(self._quota.save)
        self._quota.refresh()
        return Tiles(section, quota, width=360, gap=14)

    def _build_import(self) -> QWidget:
        section = ImportSection(self._desk, self._tasks)
        section.left_for_families.connect(self._see_families)
        return section

    def _build_trail(self) -> QWidget:
        section = TrailSection()
        self._trail = TrailPresenter(self._desk.trail, self._run, section.show_state)
        return section

    def _build_whole(self) -> QWidget:
        section = WholeSection()
        relay = partial(self._tasks.relay, section)
        desk = self._desk
        may_settle = desk.actor.role in (OPERATOR, HEAD)
        self._whole = WholePresenter(
            desk.verify, desk.clock, self._run, relay, section.show_state, desk.settle, may_settle
        )
        self._whole.open(desk.findings)
        section.settle_asked.connect(self._whole.settle)
        section.check_asked.connect(self._whole.start)
        section.stop_asked.connect(self._whole.cancel)
        return section

    def _build_laptop(self) -> QWidget:
        section = LaptopSection()
        desk = self._desk
        self._laptop = LaptopPresenter(
            desk.custody, desk.reading, desk.actor, self._run, section.show_state, self._ends.lock
        )
        section.send_asked.connect(self._send)
        section.stick_asked.connect(self._save_to_stick)
        section.hand_over_asked.connect(self._hand_over)
        section.wipe_asked.connect(self._wipe)
        return section

    def _hand_over(self) -> None:
        assert self._laptop is not None
        dialog = HandoverDialog(self, self._laptop.state)
        dialog.given.connect(self._laptop.hand_over)
        dialog.send_asked.connect(self._send)
        dialog.stick_asked.connect(self._save_to_stick)
        dialog.open()

    def _wipe(self) -> None:
        assert self._laptop is not None
        desk, laptop = self._desk, self._laptop.state
        dialog = WipeDialog(self, laptop)
        presenter = self._wiping = WipePresenter(
            desk.custody, desk.exchange, laptop, self._tasks.bound(dialog), dialog.show_state, self._ends.wipe
        )
        dialog.wanted.connect(presenter.ask)
        dialog.retried.connect(presenter.retry)
        dialog.skipped.connect(presenter.skip)
        dialog.went_on.connect(presenter.go_on)
        dialog.left.connect(presenter.leave)
        dialog.send_asked.connect(self._send)
        dialog.stick_asked.connect(self._save_to_stick)
        dialog.show_state(presenter.state)
        dialog.open()

    def _send(self) -> None:
        self._navigate("kirim", send=True)

    def _save_to_stick(self) -> None:
        from app.ui.screens.stik import open_save

        open_save(self, self._desk.sticks, self._tasks).finished.connect(self.refresh)

    def _build_about(self) -> QWidget:
        return AboutSection(self._run)

    def _see_families(self) -> None:
        self._navigate("keluarga", all=True)
