"""The main job from end to end: a damaged list, a visit, a proposal, a power cut, the district and its answer."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QPushButton
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

from app.ui.screens.kunjungan.controls import LineControl
from app.ui.screens.kunjungan.page import VisitPage
from tests import watch
from tests.hub.browsing import Page
from tests.journeys.act_one import ADDRESS, HALF, NOTE
from tests.journeys.person import Person, breathe, rows, texts, wait_until
from tests.journeys.village import agree_in_meeting, endorse

ROOT = Path(__file__).resolve().parents[2]
LIST = ROOT / "tests" / "data" / "desa-papua-420.xlsx"
VILLAGE, VILLAGE_NAME = "9505012001", "Kobakma"
SitDown = Callable[[Path], Person]


@dataclass(frozen=True)
class Killed:
    """What the first half did before the current was cut, and the folder that is left of it."""

    folder: Path
    visited: str
    second: str
    question: str
    questions: int
    stalls: list[str]


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Killed:
    """Play the first half in a process of its own, and kill it without a warning."""
    folder = tmp_path_factory.mktemp("journey")
    photo = folder / "rumah.jpg"
    Image.effect_mandelbrot((1600, 1200), (-2, -1.2, 1, 1.2), 60).convert("RGB").save(photo)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.act_one", str(folder / "laptop"), str(LIST), str(photo)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    assert line, "the first half ended early"
    told = json.loads(line)
    assert told["village"] == VILLAGE_NAME
    watch.told.extend(told["watched"])
    return Killed(
        folder / "laptop", told["visited"], told["second"], told["question"], told["questions"], told["stalls"]
    )


@pytest.fixture
def first_laptop(killed: Killed, tmp_path: Path) -> Path:
    """The folder as the power cut left it, for this test alone."""
    return Path(shutil.copytree(killed.folder, tmp_path / "first"))


def history(person: Person, name: str) -> str:
    """All that the detail of the first family of this name shows, with its history."""
    assert name in person.find(name)
    page = person.open_found()
    seen = texts(page.detail)
    pill = next(button for button in page.detail.findChildren(QPushButton) if button.text().startswith("Riwayat"))
    person.press(pill)
    return seen + texts(page.detail)


def proposal_row(person: Person) -> str:
    """The one proposal, as the list says it."""
    page = person.proposals()
    wait_until(lambda: page.list.table.rows.rowCount() == 1, "there is not one proposal")
    person.settle()
    ((_, sentence),) = rows(page.list.table)
    return sentence


def new_code(page: Page, name: str, role: str) -> str:
    """The verifier lets somebody in."""
    page.go("/laptop")
    page.fill("village", VILLAGE)
    page.fill("village_name", VILLAGE_NAME)
    page.fill("name", name)
    Select(page._browser.find_element(By.NAME, "role")).select_by_value(role)
    page.press("Buat kode")
    return page.all(".code")[0].text


def test_the_first_half_was_a_whole_visit_without_a_stall(killed: Killed) -> None:
    assert killed.questions > 20
    assert killed.stalls == []


def test_nothing_is_lost_by_a_power_cut(first_laptop: Path, killed: Killed, sit_down: SitDown, no_stall: None) -> None:
    person = sit_down(first_laptop)
    person.unlock()
    seen = history(person, killed.visited)
    assert "Kunjungan ke-1: ditemukan" in seen
    assert f"Foto: 1 · {NOTE}" in seen
    assert ADDRESS in seen
    wait_until(lambda: person.shell.state.waiting >= 4, "not everything waits for the district")
    assert killed.visited in proposal_row(person)
    reopen(person, killed)


def reopen(person: Person, killed: Killed) -> None:
    """The form that was half filled in opens at the same question with the same words."""
    assert killed.second in person.find(killed.second)
    person.press(person.open_found().detail.visit_button)
    visits = person.shell.stack.currentWidget()
    assert isinstance(visits, VisitPage)
    wait_until(lambda: visits.form.panel is not None, "the form never opened")
    assert visits.form.panel is not None
    control = visits.form.panel.control
    assert visits.form.panel.path == killed.question
    assert isinstance(control, LineControl)
    assert control.box.text() == HALF


def test_the_district_answers_and_every_laptop_sees_it(
    first_laptop: Path, killed: Killed, sit_down: SitDown, page: Page, tmp_path: Path, no_stall: None
) -> None:
    page.sign_in()
    publish(page)
    breathe()
    first = sit_down(first_laptop)
    first.unlock()
    before = proposal_row(first)
    assert "Disetujui" not in before
    code = new_code(page, "Marthen Wambrauw", "operator")
    breathe()
    first.enrol(page._url, code)
    agree_in_meeting(first)
    assert "Disetujui musyawarah" in proposal_row(first)
    first.send()
    first.send()
    code = new_code(page, "Yosefina Kogoya", "head")
    breathe()
    first.leave()

    second = sit_down(tmp_path / "second")
    second.enrol_new(page._url, code)
    second.introduce("Yosefina Kogoya")
    second.send()
    seen = history(second, killed.visited)
    assert "Kunjungan ke-1: ditemukan" in seen
    assert f"Foto: 1 · {NOTE}" in seen
    assert "Marthen Wambrauw" in seen
    endorse(second)
    second.send()
    decide(page, killed.visited)
    breathe()
    second.send()
    assert "Disetujui kabupaten" in proposal_row(second)
    second.leave()

    first = sit_down(first_laptop)
    first.unlock()
    first.send()
    assert "Disetujui kabupaten" in proposal_row(first)
    seen = history(first, killed.visited)
    assert "Disetujui kabupaten" in seen
    assert f"Foto: 1 · {NOTE}" in seen
    wait_until(lambda: not first.shell.state.waiting, "something still waits")
    assert first.program._window is not None
    assert first.program._window._village is not None
    assert not first.program._window._village.extra.get("local")


def publish(page: Page) -> None:
    """The district publishes its own list of the village."""
    page.press("Terbitkan daftar")
    page.fill("village", VILLAGE)
    page.all("#list_file")[0].send_keys(str(LIST))
    page.press("Baca dan terbitkan")
    assert "keluarga" in page.text


def decide(page: Page, name: str) -> None:
    """The verifier looks at the proposal with its evidence and accepts it."""
    page.go("/")
    assert name in page.text
    page.follow(page.all(".rows a")[0])
    assert [new.text for new in page.all("ins")] == [ADDRESS]
    (photo,) = page.all("img")
    WebDriverWait(page._browser, 20, 0.02).until(lambda _: photo.get_property("naturalWidth"))  # it is fetched lazily
    page.press("Setujui usulan")
    assert "Disetujui kabupaten" in page.text
