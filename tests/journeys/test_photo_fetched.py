"""The head at his own laptop looks at what another one photographed before he endorses it, over a line that breaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QWidget

from app.hub.enrol import make_code
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.ui.screens.foto.dialog import PhotoDialog
from app.ui.screens.usulan.page import ProposalsPage
from app.ui.widgets import Button
from app.usecases.desk import AUTOMATIC_SENDING
from tests.hub.conftest import LIST
from tests.journeys.act_one import propose, visit_first
from tests.journeys.office import SitDown
from tests.journeys.person import Person, texts, wait_until
from tests.journeys.test_settling import desk_of
from tests.journeys.village import agree_in_meeting, endorse, newest, open_proposal
from tests.sync.cutting import cutting_line
from tests.sync.laptop import VILLAGE

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing the keyboard)", extend=True)

FETCH = "Ambil dari kabupaten ("


def arrive(district: LocalHub, folder: Path, sit_down: SitDown, name: str, role: str) -> Person:
    """Somebody whom the district let in, with the list; nothing is sent unless he says so."""
    code = make_code(district.district, VILLAGE, "Bonto", role, name, ())
    person = sit_down(folder)
    person.enrol_new(district.url, code.text)
    person.introduce(name)
    desk_of(person).settings.put(AUTOMATIC_SENDING, "no")
    person.send()
    return person


def fetch_buttons(within: QWidget) -> list[Button]:
    """What offers to fetch a photo."""
    return [one for one in within.findChildren(Button) if one.isVisible() and one.text().startswith(FETCH)]


def picture(path: Path, width: int) -> Path:
    """A picture with so much in it that it is as large as photos come."""
    Image.effect_noise((width, 600), 90).convert("RGB").save(path)
    return path


def opened() -> PhotoDialog:
    """The window of a photo."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PhotoDialog)
    return dialog


def close(person: Person, dialog: PhotoDialog) -> None:
    """Back to the page."""
    person.press(dialog.close_button)
    wait_until(lambda: QApplication.activeModalWidget() is None, "the photo stayed open")
    person.settle()


def test_the_head_sees_what_another_laptop_photographed(district: LocalHub, sit_down: SitDown, tmp_path: Path) -> None:
    publish(district.district, VILLAGE, LIST, month="2026-11")
    house, letter = picture(tmp_path / "rumah.png", 800), picture(tmp_path / "surat.png", 900)
    head = arrive(district, tmp_path / "kepala", sit_down, "Andi Saleh", "head")
    head.leave()
    operator = arrive(district, tmp_path / "operator", sit_down, "Yosefina Kogoya", "operator")
    operator.find("NUR SUKMAWATI")
    visit_first(operator, operator.open_found(), house)
    operator.find("NUR SUKMAWATI")
    propose(operator, letter)
    operator.send()
    operator.leave()

    head = sit_down(tmp_path / "kepala")
    head.unlock()
    head.send()
    head.find("NUR SUKMAWATI")
    family = head.open_found()
    head.settle()
    offers = fetch_buttons(family.detail)
    assert len(offers) == len(family.detail._thumbs) == 2
    with cutting_line(district.url) as line:
        desk_of(head).exchange.set_address(line.url.replace("http:", "https:"))
        line.cuts = [(-1, 40_000)]
        head.press(offers[0])
        dialog = opened()
        wait_until(lambda: dialog.fetch_button.isVisible(), f"the cut was never told: {offers[0].text()}")
        head.settle()
        told = texts(dialog)
        assert "Sambungan putus di tengah jalan." in told
        assert "disimpan dan nanti diteruskan" in told
        assert head.focus() is dialog.fetch_button
        head.press(dialog.fetch_button)
        wait_until(dialog.picture.isVisible, "the photo was never shown")
    head.settle()
    assert not dialog.picture.image.isNull()
    assert not dialog.fetch_button.isVisible()
    close(head, dialog)
    assert len(fetch_buttons(family.detail)) == 1
    assert head.focus() in family.detail._thumbs.values(), "the button that had the focus went"
    assert sum(thumb._image is not None for thumb in family.detail._thumbs.values()) == 1

    desk_of(head).exchange.set_address(district.url)
    page = open_proposal(head)
    assert isinstance(page, ProposalsPage)
    (offer,) = fetch_buttons(page.detail)
    head.press(offer)
    dialog = opened()
    wait_until(dialog.picture.isVisible, "the evidence was never shown")
    close(head, dialog)
    assert fetch_buttons(page.detail) == []
    content = page.detail._content
    assert content is not None
    assert [thumb._image is not None for _, thumb in content.thumbs] == [True]
    agree_in_meeting(head)
    endorse(head)
    said = head.send()
    assert "0 foto" in said, "a photo that was fetched is not sent back"
    assert "Disahkan kepala desa" in newest(head)
