"""Two laptops find one family otherwise: both say so, one of them settles it, and all agree, the district too."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.domain.ids import FamilyId
from app.domain.questionnaire import Kind
from app.hub.effects import standings_of
from app.hub.local import LocalHub
from app.ui.screens.beranda.rows import WaitRow
from app.ui.screens.bertentangan.page import ContestsPage
from app.ui.screens.kunjungan.page import VisitPage
from app.ui.screens.kunjungan.state import Asked, Stage
from app.usecases.desk import AUTOMATIC_SENDING, Desk
from tests.hub.browsing import Page
from tests.journeys.act_one import visit_first
from tests.journeys.office import SitDown, let_in
from tests.journeys.person import Person, texts, wait_until
from tests.journeys.visit import answer
from tests.sync.laptop import VILLAGE

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing the keyboard)", extend=True)

Key = Qt.Key
NOT_FOUND, MOVED = "2", "1"


def desk_of(person: Person) -> Desk:
    """The desk that is open."""
    window = person.program._window
    assert window is not None
    return window._desk


def not_there(person: Person) -> None:
    """A visit that finds nobody: the family has moved."""
    page = person.open_found()
    person.press(page.detail.visit_button)
    visits = person.shell.stack.currentWidget()
    assert isinstance(visits, VisitPage)
    wait_until(lambda: visits.form.panel is not None, "the form never opened")
    while visits.form.panel is not None:
        _answer(person, visits.form.panel._asked)
    summary = visits.form.summary
    wait_until(lambda: person.focus() in (summary.down_button, summary.save_button), "the visit lacks something")
    if person.focus() is summary.down_button:
        person.key(Key.Key_Return)
    person.key(Key.Key_Return)
    wait_until(lambda: visits.form._state.stage is Stage.SAVED, "the visit was never saved")


def _answer(person: Person, asked: Asked) -> None:
    chosen = {"status_kunjungan": NOT_FOUND, "alasan_tidak_ditemukan": MOVED}.get(asked.path)
    if chosen is not None:
        person.write(chosen)
        person.key(Key.Key_Return)
    elif asked.kind is Kind.PHOTO:
        person.key(Key.Key_Return)
    else:
        answer(person, asked, "Rumah kosong, kata tetangga pindah.")


def status_of(person: Person) -> str:
    """How the family stands on this laptop."""
    detail = desk_of(person).reading.family(FamilyId("f-1"))
    assert detail is not None
    return detail.standing.visit_status


def test_what_two_laptops_found_otherwise_is_settled_on_one_and_all_agree(
    office: Page,
    district: LocalHub,
    sit_down: SitDown,
    tmp_path: Path,
    photo: Path,
    no_stall: None,
) -> None:
    head = let_in(office, tmp_path / "kepala", sit_down, "Andi Saleh", "head")
    desk_of(head).settings.put(AUTOMATIC_SENDING, "no")
    head.leave()
    operator = let_in(office, tmp_path / "operator", sit_down, "Yosefina Kogoya", "operator")
    operator.find("NUR SUKMAWATI")
    visit_first(operator, operator.open_found(), photo)
    operator.send()
    operator.leave()

    head = sit_down(tmp_path / "kepala")
    head.unlock()
    head.find("NUR SUKMAWATI")
    not_there(head)
    head.send()
    assert status_of(head) == "conflicting"
    page = head.go("bertentangan", ContestsPage)
    head.settle()
    assert "NUR SUKMAWATI: hasil kunjungan berbeda" in {row.accessibleName().partition(",")[0] for row in _rows(page)}
    head.press(_rows(page)[0])
    wait_until(lambda: page.currentWidget() is page.settling and bool(page.settling._rows), "it never opened")
    told = texts(page.settling)
    assert all(f"Kunjungan {name}" in told for name in ("Yosefina Kogoya", "Andi Saleh"))
    said = [option.words for option in page.settling._rows[0].row.options]
    head.write(str(said.index("Ditemukan") + 1))
    wait_until(page.settling.save_button.isEnabled, "nothing can be saved")
    head.press(page.settling.save_button)
    wait_until(lambda: page.currentWidget() is page.list, "it was never settled")
    head.settle()
    assert status_of(head) == "incomplete"
    head.send()
    head.leave()

    operator = sit_down(tmp_path / "operator")
    operator.unlock()
    operator.send()
    assert status_of(operator) == "incomplete"
    assert desk_of(operator).contests.contests() == ()
    with district.district.database.read() as connection:
        assert standings_of(connection, VILLAGE, ["f-1"])[0]["f-1"].visit_status == "incomplete"


def _rows(page: ContestsPage) -> list[WaitRow]:
    return [row for row in page.list.findChildren(WaitRow) if row.isVisible()]
