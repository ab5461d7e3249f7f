"""The main job from end to end on two laptops: damaged list, visit, proposal, power cut, and the district's answer."""

from __future__ import annotations

import json
import os
import shutil
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
class Sitting:
    """Who sits down at a laptop, and at which rows of the list the two families stand that he goes to."""

    laptop: str
    name: str
    role: str
    rows: tuple[int, int]


SITTINGS = (
    Sitting("first", "Marthen Wambrauw", "operator", (0, 5)),
    Sitting("second", "Yosefina Kogoya", "head", (9, 14)),
)


@dataclass(frozen=True)
class Killed:
    """What the first half did before the current was cut, and the folder that is left of it."""

    folder: Path
    name: str
    visited: str
    second: str
    question: str
    questions: int
    stalls: list[str]


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Killed]:
    """Play the first half at each laptop in a process of its own, and kill it without a warning."""
    folder = tmp_path_factory.mktemp("journey")
    photo = folder / "rumah.jpg"
    Image.effect_mandelbrot((1600, 1200), (-2, -1.2, 1, 1.2), 60).convert("RGB").save(photo)
    return {one.laptop: play(one, folder / one.laptop, photo) for one in SITTINGS}


def play(one: Sitting, folder: Path, photo: Path) -> Killed:
    """The first half at one laptop, and the power cut."""
    said = [str(folder), str(LIST), str(photo), one.name, one.role, *map(str, one.rows)]
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.act_one", *said],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        process.kill()
    assert line, f"the first half ended early at the {one.laptop} laptop"
    told = json.loads(line)
    assert told["village"] == VILLAGE_NAME
    watch.told.extend(told["watched"])
    return Killed(
        folder, one.name, told["visited"], told["second"], told["question"], told["questions"], told["stalls"]
    )


@pytest.fixture
def laptops(killed: dict[str, Killed], tmp_path: Path) -> dict[str, Path]:
    """The folders as the power cut left them, for this test alone."""
    return {name: Path(shutil.copytree(left.folder, tmp_path / name)) for name, left in killed.items()}


def history(person: Person, name: str) -> str:
    """All that the detail of the first family of this name shows, with its history."""
    assert name in person.find(name)
    page = person.open_found()
    seen = texts(page.detail)
    pill = next(button for button in page.detail.findChildren(QPushButton) if button.text().startswith("Riwayat"))
    person.press(pill)
    return seen + texts(page.detail)


def said_of(person: Person, number: int, left: Killed) -> str:
    """Of so many proposals, how the list says the one that was made at a laptop."""
    page = person.proposals()
    wait_until(lambda: page.list.table.rows.rowCount() == number, f"there are not {number} proposals")
    person.settle()
    said = [sentence for _, sentence in rows(page.list.table)]
    return next(one for one in said if left.visited in one)


def new_code(page: Page, name: str, role: str) -> str:
    """The verifier lets somebody in."""
    page.go("/laptop")
    page.fill("village", VILLAGE)
    page.fill("village_name", VILLAGE_NAME)
    page.fill("name", name)
    Select(page._browser.find_element(By.NAME, "role")).select_by_value(role)
    page.press("Buat kode")
    return page.all(".code")[0].text


BOTH = pytest.mark.parametrize("laptop", [one.laptop for one in SITTINGS])


@BOTH
def test_the_first_half_was_a_whole_visit_without_a_stall(killed: dict[str, Killed], laptop: str) -> None:
    assert killed[laptop].questions > 20
    assert killed[laptop].stalls == []


@BOTH
def test_nothing_is_lost_by_a_power_cut(
    laptops: dict[str, Path], killed: dict[str, Killed], laptop: str, sit_down: SitDown, no_stall: None
) -> None:
    left = killed[laptop]
    person = sit_down(laptops[laptop])
    person.unlock()
    seen = history(person, left.visited)
    assert "Kunjungan ke-1: ditemukan" in seen
    assert f"Foto: 1 · {NOTE}" in seen
    assert ADDRESS in seen
    wait_until(lambda: person.shell.state.waiting >= 4, "not everything waits for the district")
    assert left.visited in said_of(person, 1, left)
    reopen(person, left)


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


def test_the_district_answers_and_both_laptops_see_it(
    laptops: dict[str, Path], killed: dict[str, Killed], sit_down: SitDown, page: Page, no_stall: None
) -> None:
    one, two = (killed[sitting.laptop] for sitting in SITTINGS)
    assert one.visited != two.visited
    page.sign_in()
    publish(page)
    breathe()
    first = sit_down(laptops["first"])
    first.unlock()
    assert "Disetujui" not in said_of(first, 1, one)
    code = new_code(page, one.name, "operator")
    breathe()
    first.enrol(page._url, code)
    agree_in_meeting(first)
    assert "Disetujui musyawarah" in said_of(first, 1, one)
    first.send()
    first.send()
    first.leave()

    second = sit_down(laptops["second"])
    second.unlock()
    code = new_code(page, two.name, "head")
    breathe()
    second.enrol(page._url, code)
    agree_in_meeting(second, two.visited)
    endorse(second, two.visited)
    second.send()
    second.send()
    seen = history(second, one.visited)
    assert "Kunjungan ke-1: ditemukan" in seen
    assert f"Foto: 1 · {NOTE}" in seen
    assert one.name in seen
    endorse(second, one.visited)
    second.send()
    for left in (one, two):
        decide(page, left.visited)
    breathe()
    second.send()
    assert all("Disetujui kabupaten" in said_of(second, 2, left) for left in (one, two))
    list_is_the_districts(second)
    second.leave()

    first = sit_down(laptops["first"])
    first.unlock()
    first.send()
    assert all("Disetujui kabupaten" in said_of(first, 2, left) for left in (one, two))
    for left in (one, two):
        seen = history(first, left.visited)
        assert "Disetujui kabupaten" in seen
        assert f"Foto: 1 · {NOTE}" in seen
        assert left.name in seen
    wait_until(lambda: not first.shell.state.waiting, "something still waits")
    list_is_the_districts(first)


def list_is_the_districts(person: Person) -> None:
    """The list from the file has given way to the district's."""
    assert person.program._window is not None
    assert person.program._window._village is not None
    assert not person.program._window._village.extra.get("local")


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
    page.follow(next(link for link in page.all(".rows a") if name in link.text))
    assert [new.text for new in page.all("ins")] == [ADDRESS]
    (photo,) = page.all("img")
    WebDriverWait(page._browser, 20, 0.02).until(lambda _: photo.get_property("naturalWidth"))  # it is fetched lazily
    page.press("Setujui usulan")
    assert "Disetujui kabupaten" in page.text
