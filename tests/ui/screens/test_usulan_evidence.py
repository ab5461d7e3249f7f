"""Evidence in the form of a proposal: what is asked for, photos dragged in, the focus after each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.ui.screens.keluarga.card import PhotoCard
from app.ui.screens.usulan.card import Content
from app.ui.screens.usulan.evidence_card import NeedRow
from app.ui.screens.usulan.form_state import FormStage
from app.ui.screens.usulan.pieces import ContentColumn
from app.ui.screens.usulan.sheet import REASON
from app.usecases.desk import Desk
from tests.ui.dragging import drag, drop, files, words
from tests.ui.screens.proposal_screen import Screen, shown


@pytest.fixture
def screen(practice_desk: Desk, qtbot: QtBot, dressed: Callable[..., None]) -> Iterator[Screen]:
    """The page at the size of the smallest laptop."""
    with shown(practice_desk, qtbot) as made:
        yield made


def test_evidence_is_not_called_unneeded_before_a_reason_is_chosen(screen: Screen, qtbot: QtBot) -> None:
    page = screen.page
    page.open(new="death", family=screen.family().id)
    qtbot.waitUntil(lambda: page.form_presenter._state.stage is FormStage.FILLING)
    assert "Pilih alasannya dulu" in page.form.evidence._none.text()
    page.form_presenter.answer(REASON, "death@balai-1|saksi")
    labels = [one.field.label.text() for one in page.form.blocks.fields() if one.ask.path == "note"]
    assert labels == ["Penjelasan"]


def test_after_a_photo_the_focus_goes_to_what_is_still_asked_for_and_then_on(
    screen: Screen, qtbot: QtBot, tmp_path: Path
) -> None:
    page = screen.page
    photo = picture(tmp_path / "bukti.jpg")
    page.open(new="withdrawal", family=screen.family().id)
    qtbot.waitUntil(lambda: page.form_presenter._state.stage is FormStage.FILLING)
    button = page.form.evidence.rows[0].add_button
    qtbot.waitUntil(button.isVisible)
    qtbot.waitUntil(lambda: not page.form._focus_soon.isActive())
    button.setFocus()
    page.form.photo_given.emit("signed_statement", str(photo))
    qtbot.waitUntil(page.form.next_button.hasFocus)


def evidence_asked(screen: Screen, qtbot: QtBot, kind: str, some: Callable[[NeedRow], bool]) -> NeedRow:
    """The first demand for evidence of a form that is as wanted, in sight."""
    page = screen.page
    page.open(new=kind, family="" if kind == "new_family" else screen.family().id)
    qtbot.waitUntil(lambda: page.form_presenter._state.stage is FormStage.FILLING)
    qtbot.waitUntil(lambda: not page.form._focus_soon.isActive())
    row = next(row for row in page.form.evidence.rows if some(row))
    qtbot.waitUntil(row.isVisible)
    page.form.ensureWidgetVisible(row)
    return row


def test_a_photo_dragged_onto_what_is_asked_for_is_sealed_as_that(screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    photo = picture(tmp_path / "surat.jpg")
    row = evidence_asked(screen, qtbot, "withdrawal", lambda row: len(row._need.kinds) == 1)
    assert not drag(row, words("surat pernyataan"))
    assert not drag(row, files([photo, picture(tmp_path / "lain.jpg")]))
    assert drop(row, files([photo])) is Qt.DropAction.CopyAction
    form = screen.page.form
    qtbot.waitUntil(lambda: bool(form._state.evidence.photos) and not form._state.evidence.busy)
    (held,) = form._state.evidence.photos
    assert held.caption == row._need.kinds[0].words
    assert screen.desk.evidence.read(held.name)
    assert photo.exists()


@pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing the keyboard)", extend=True)
def test_where_several_kinds_would_do_it_is_asked_which_one_a_dragged_photo_is(
    screen: Screen, qtbot: QtBot, tmp_path: Path
) -> None:
    row = evidence_asked(screen, qtbot, "new_family", lambda row: len(row._need.kinds) > 1)
    assert drop(row, files([picture(tmp_path / "akta.jpg")])) is Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in row.findChildren(QMenu)))
    (menu,) = (menu for menu in row.findChildren(QMenu) if menu.isVisible())
    second = row._need.kinds[1]
    menu.setActiveAction(menu.actions()[1])
    QTest.keyClick(menu, Qt.Key.Key_Return)
    form = screen.page.form
    qtbot.waitUntil(lambda: bool(form._state.evidence.photos) and not form._state.evidence.busy)
    assert [held.caption for held in form._state.evidence.photos] == [second.words]


def picture(path: Path) -> Path:
    """A small photo on the disk."""
    Image.new("RGB", (320, 240), "green").save(path)
    return path


def test_one_photo_may_prove_two_things_and_is_seen_twice(screen: Screen, qtbot: QtBot) -> None:
    photos = tuple(PhotoCard("a" * 48, caption, True) for caption in ("Kartu keluarga (KK)", "Akta kematian"))
    column = ContentColumn(Content((), photos=photos))
    qtbot.addWidget(column)
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    column.show_pictures({"a" * 48: picture})
    assert [thumb._image for _, thumb in column.thumbs] == [picture, picture]
