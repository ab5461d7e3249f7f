"""A proposal's way through village and district and back: nobody is passed over, and everybody reads the answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver.support.ui import Select
from sqlalchemy import select

from app.hub.local import LocalHub
from app.hub.tables import entry
from tests.hub.browsing import Page
from tests.journeys.act_one import propose, visit_first
from tests.journeys.office import SitDown, let_in, look
from tests.journeys.person import breathe, texts
from tests.journeys.village import agree_in_meeting, endorse, mend, newest, open_proposal
from tests.sync.laptop import VILLAGE

# What the platform without a screen says of every menu and every window of files.
pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing the keyboard)", extend=True)

MENDED = "Jalan Pelabuhan Lama 71"
COMMENT = "Nomor rumah tidak cocok dengan KTP."


def press_of_before(office: Page) -> None:
    """Accept by the button of a page that was opened earlier: it does not stand on this one any more."""
    button = office.all("button[value=rejected]")[0]
    office._browser.execute_script("arguments[0].value = 'accepted'", button)
    office.follow(button)


def test_a_proposal_goes_its_way_and_comes_back_answered(
    office: Page, sit_down: SitDown, tmp_path: Path, photo: Path, no_stall: None
) -> None:
    head = let_in(office, tmp_path / "laptop", sit_down, "Andi Saleh", "head")
    head.find("NUR SUKMAWATI")
    propose(head, photo)
    head.send()
    look(office, "Masih di desa")
    assert "Belum dapat disetujui" in office.text
    press_of_before(office)
    assert "belum diputuskan musyawarah desa dan belum disahkan kepala desa" in office.text
    breathe()
    agree_in_meeting(head)
    head.send()
    look(office, "Masih di desa")
    press_of_before(office)
    assert "Usulan ini belum disahkan kepala desa" in office.text
    breathe()
    endorse(head)
    head.send()
    assert "Disahkan kepala desa" in newest(head)

    look(office, "Menunggu jawaban Anda")
    Select(office.all("#reason-returned")[0]).select_by_index(1)
    office.all("#comment-returned")[0].send_keys(COMMENT)
    office.press("Kembalikan ke desa")
    breathe()
    head.send()
    assert "Dikembalikan kabupaten" in newest(head)
    assert COMMENT in texts(open_proposal(head).detail)
    mend(head, MENDED)
    agree_in_meeting(head)
    endorse(head)
    head.send()

    look(office, "Menunggu jawaban Anda")
    assert [new.text for new in office.all(".card:not(#sebelumnya) ins")] == [MENDED]
    assert [new.text for new in office.all("#sebelumnya ins")] == [MENDED], "beside what it said before"
    office.press("Setujui usulan")
    assert "Disetujui kabupaten" in office.text
    breathe()
    head.send()  # or it came by itself a moment ago
    assert "Disetujui kabupaten" in newest(head)
    assert "Disetujui kabupaten" in texts(open_proposal(head).detail)


def test_an_enumerator_works_in_his_own_rt_and_reads_the_answer(
    office: Page, district: LocalHub, sit_down: SitDown, tmp_path: Path, photo: Path, no_stall: None
) -> None:
    enumerator = let_in(office, tmp_path / "pendata", sit_down, "Yosefina Kogoya", "enumerator", "001/001")
    assert enumerator.find("NUR SUKMAWATI") == ["NUR SUKMAWATI"]
    assert visit_first(enumerator, enumerator.open_found(), photo) > 20
    enumerator.find("NUR SUKMAWATI")
    propose(enumerator, photo)
    detail = open_proposal(enumerator).detail
    assert not detail.decide_button.isVisible()
    assert detail.withdraw_button.isVisible()
    assert enumerator.find("BASO DAENG") == []
    enumerator.send()
    enumerator.leave()

    head = let_in(office, tmp_path / "kepala", sit_down, "Andi Saleh", "head")
    assert "BASO DAENG" in head.find("BASO DAENG")
    assert "NUR SUKMAWATI" in head.find("NUR SUKMAWATI")
    assert "Yosefina Kogoya" in texts(head.open_found().detail)
    agree_in_meeting(head)
    endorse(head)
    head.send()
    head.leave()
    look(office, "Menunggu jawaban Anda")
    assert "Yosefina Kogoya, Pendata" in office.text
    office.press("Setujui usulan")
    breathe()

    enumerator = sit_down(tmp_path / "pendata")
    enumerator.unlock()
    enumerator.send()
    assert "Disetujui kabupaten" in texts(open_proposal(enumerator).detail)
    with district.district.database.read() as connection:
        set_aside = select(entry.c.reason).where(entry.c.village == VILLAGE, entry.c.reason != "")
        assert connection.execute(set_aside).all() == []
