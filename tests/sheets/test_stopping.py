"""A large list answers Stop at once while it is opened, changes nothing, and takes its memory once."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.sheets.intake import open_list
from app.shelf.headers import load_headers
from tests.sheets.large import write_large_csv, write_large_xlsx

ANSWERS_SECONDS = 0.3
MB = 1024 * 1024
PEOPLE = 50_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large")
    write_large_xlsx(folder / "daftar.xlsx", PEOPLE)
    write_large_csv(folder / "daftar.csv", 8 * MB)
    return folder


@pytest.fixture
def as_in_the_program() -> Iterator[None]:
    """Garbage is collected on the UI thread only, when it has nothing to do."""
    gc.disable()
    yield
    gc.enable()


def stopped_after(path: Path, seconds: float) -> tuple[str, float]:
    """What came of it, and how long after Stop."""
    stop, said = threading.Event(), ["opened"]

    def work() -> None:
        try:
            open_list(path, load_headers(), lambda _: None, stop.is_set)
        except Refused as refused:
            said[0] = refused.code

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(seconds)
    at = time.perf_counter()
    stop.set()
    thread.join()
    return said[0], time.perf_counter() - at


@pytest.mark.parametrize("name", ["daftar.xlsx", "daftar.csv"])
def test_opening_stops_wherever_it_is(large: Path, name: str, as_in_the_program: None) -> None:
    load_headers()
    at = time.perf_counter()
    open_list(large / name, load_headers(), lambda _: None, lambda: False)
    whole = time.perf_counter() - at
    answers = [stopped_after(large / name, whole * part / 8) for part in range(1, 6)]
    assert [code for code, _ in answers][:3] == ["import_cancelled"] * 3
    slow = sorted(seconds for _, seconds in answers)
    assert slow[len(slow) // 2] < ANSWERS_SECONDS, answers


def test_what_was_given_up_is_done_before_another_file_is_read(large: Path) -> None:
    before = threading.active_count()
    for _ in range(3):
        assert stopped_after(large / "daftar.xlsx", 0.4)[0] == "import_cancelled"
    assert threading.active_count() <= before + 1
    opened = open_list(large / "daftar.xlsx", load_headers(), lambda _: None, lambda: False)
    assert len(opened.table.grid.rows) == PEOPLE + 1


PEAK = """
import resource, sys
from pathlib import Path
from app.domain.errors import Problem
from app.composition.intake import MappingsInMemory, SheetIntake
from datetime import date
intake = SheetIntake(MappingsInMemory(), lambda: date(2026, 11, 23), str)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    intake.open(Path(sys.argv[1]))
except Problem as problem:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(problem.code, problem.facts.get("mb", ""), peak // 1024)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the peak of memory is asked as Unix tells it")
def test_a_list_of_200_mb_is_refused_by_name_and_costs_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    write_large_csv(path, 200 * MB)
    said = subprocess.run(
        [sys.executable, "-c", PEAK, str(path)], capture_output=True, text=True, timeout=60, check=True
    )
    code, mb, peak = said.stdout.split()
    assert (code, mb) == ("list_too_big", "200")
    assert int(peak) < 20
