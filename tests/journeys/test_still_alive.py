"""Somebody whom a list dropped because she was taken for dead: her village says by keyboard that she lives."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.hub.local import LocalHub
from app.hub.publish import publish
from app.ui.screens.usulan.evidence_card import NeedRow
from app.ui.screens.usulan.form_state import FormStage
from app.ui.screens.usulan.page import ProposalsPage
from tests.hub.browsing import Page
from tests.hub.conftest import LIST, NUR
from tests.journeys.office import SitDown, let_in, look
from tests.journeys.person import Person, breathe, texts, wait_until
from tests.journeys.village import agree_in_meeting, endorse, newest, open_proposal
from tests.sync.laptop import VILLAGE

# What the platform without a screen says of every menu and every window of files.
pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing the keyboard)", extend=True)

Key = Qt.Key
ROSTINA = NUR.members[1]
ALONE = replace(NUR, members=NUR.members[:1])


def say_alive(head: Person, evidence: Path) -> None:
    """From the family's menu to what is saved."""
    family = head.open_found()
    head.press(family.detail.change_button)
    head.choose_from_menu(family.detail.change_button, "Masih hidup")
    page = head.shell.stack.currentWidget()
    assert isinstance(page, ProposalsPage)
    form = page.form
    wait_until(lambda: form._state.stage is FormStage.FILLING, "the form never opened")
    head.settle()
    assert ROSTINA.name in head.focus().accessibleName()
    head.key(Key.Key_Space)
    head.key(Key.Key_Return)
    head.key(Key.Key_1)
    head.key(Key.Key_Return)
    head.write("Ia ada di rumah dan sehat.")
    head.key(Key.Key_Tab)
    add = form.evidence.findChildren(NeedRow)[0].add_button
    assert head.focus() is add
    head.key(Key.Key_Space)
    head.choose_from_menu(add, "")
    head.choose_file(evidence)
    wait_until(lambda: bool(form._state.evidence.photos) and not form._state.evidence.busy, "no evidence was sealed")
    head.settle()
    head.press(form.next_button)
    assert form._state.stage is FormStage.SUMMARY, form._state.lacking
    assert f"{ROSTINA.name} (tidak lagi tercatat di keluarganya)" in texts(form.summary)
    head.press(form.summary.save_button)
    wait_until(page.list.isVisible, "it was never saved")
    head.settle()
    assert QApplication.activeModalWidget() is None


def test_who_was_dropped_from_a_list_is_proposed_as_alive(
    office: Page, district: LocalHub, sit_down: SitDown, tmp_path: Path, photo: Path
) -> None:
    head = let_in(office, tmp_path / "laptop", sit_down, "Andi Saleh", "head")
    publish(district.district, VILLAGE, replace(LIST, families=(ALONE, *LIST.families[1:])), month="2026-12")
    breathe()
    head.send()
    head.find(NUR.head_name)
    say_alive(head, photo)
    assert f"Masih hidup: {ROSTINA.name}" in newest(head)
    agree_in_meeting(head)
    endorse(head)
    head.send()
    look(office, "Menunggu jawaban Anda")
    assert office.one("h1").text == f"Masih hidup: {ROSTINA.name} (tidak lagi tercatat di keluarganya)"
    office.press("Setujui usulan")
    assert "Disetujui kabupaten" in office.text
    breathe()
    head.send()
    assert "Disetujui kabupaten" in texts(open_proposal(head).detail)
