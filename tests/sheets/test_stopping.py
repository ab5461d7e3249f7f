"""A large list answers Stop at once while it is opened, changes nothing, and takes its memory once."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
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


@dataclass
class Asked:
    """Says Stop from its `stop_at`th question on, or once so much of the file is `told` to be read.

    What is measured is this process's time on the processor: what others on the same cores take is no time of ours.
    """

    stop_at: int = sys.maxsize
    stop_when_told: float = 2.0
    told: float = 0.0
    times: list[float] = field(default_factory=lambda: [time.process_time()])
    """When it was asked."""
    stopped: float | None = None
    """When it first said Stop."""

    def __call__(self) -> bool:
        """Whether to stop."""
        self.times.append(time.process_time())
        if len(self.times) > self.stop_at or self.told >= self.stop_when_told:
            self.stopped = self.stopped if self.stopped is not None else self.times[-1]
        return self.stopped is not None

    def hear(self, share: float) -> None:
        """So much is read."""
        self.told = share

    def open(self, path: Path) -> str:
        """What came of it."""
        try:
            open_list(path, load_headers(), self.hear, self)
        except Refused as refused:
            return refused.code
        finally:
            self.times.append(time.process_time())
        return "opened"


@pytest.mark.parametrize("name", ["daftar.xlsx", "daftar.csv"])
def test_opening_stops_wherever_it_is(large: Path, name: str, as_in_the_program: None) -> None:
    load_headers()
    whole = Asked()
    assert whole.open(large / name) == "opened"
    assert max(after - before for before, after in pairwise(whole.times)) < ANSWERS_SECONDS, whole.times
    for number in (1, 2, 5, 10, 20):
        asked = Asked(stop_at=number)
        assert asked.open(large / name) == "import_cancelled"
        assert asked.stopped is not None
        assert asked.times[-1] - asked.stopped < ANSWERS_SECONDS


def test_what_was_given_up_is_done_before_another_file_is_read(large: Path) -> None:
    before = threading.active_count()
    for _ in range(3):
        given_up = Asked(stop_when_told=0.2)
        assert given_up.open(large / "daftar.xlsx") == "import_cancelled"
        assert given_up.told == 0.2, "the library is at work"
    assert threading.active_count() <= before + 1
    opened = open_list(large / "daftar.xlsx", load_headers(), lambda _: None, lambda: False)
    assert len(opened.table.grid.rows) == PEOPLE + 1


PEAK = """
import sys
from pathlib import Path
from app.domain.errors import Problem
from app.composition.intake import MappingsInMemory, SheetIntake
from datetime import date
from tests import peak
intake = SheetIntake(MappingsInMemory(), lambda: date(2026, 11, 23), str)
peak.forget()
before = peak.megabytes()
try:
    intake.open(Path(sys.argv[1]))
except Problem as problem:
    print(problem.code, problem.facts.get("mb", ""), round(peak.megabytes() - before))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the peak of memory is asked as Unix tells it")
def test_a_list_of_200_mb_is_refused_by_name_and_costs_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    write_large_csv(path, 200 * MB)
    said = subprocess.run(
        [sys.executable, "-c", PEAK, str(path)], capture_output=True, text=True, timeout=240, check=True
    )
    code, mb, peak = said.stdout.split()
    assert (code, mb) == ("list_too_big", "200")
    assert int(peak) < 20
