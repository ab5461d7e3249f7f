"""Whatever bytes are offered as a list: a list or a clear reason comes of it, in little time and memory.

A few files of every kind are broken in every run; BALAI_BROKEN_FILES=500 breaks five hundred of each.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Problem
from app.ui.messages import explain
from tests import peak
from tests.sheets import broken
from tests.sheets.books import HEAD, PEOPLE, ods_row, read, write_csv, write_ods, write_xlsx

ROUNDS = int(os.environ.get("BALAI_BROKEN_FILES", "12"))
DATA = Path(__file__).parents[1] / "data"
SAMPLES = ("desa-papua-420", "desa-ntt-1500", "desa-sulsel-5000")
MOST_SECONDS = 10.0
"""Of the processor, for one small file."""
MOST_MEGABYTES = 600
"""Taken on top of what was there before, over all files of one test."""
SUFFIXES = ("csv", "xlsx", "xls", "xlsb", "ods", "txt")


def outcome(path: Path) -> str:
    """``list``, or the code of the reason; the reason has a sentence of its own."""
    started = time.process_time()
    told = _told(path)
    assert time.process_time() - started < MOST_SECONDS
    assert told == "list" or told.startswith(("list_", "mapping_")), told
    return told


def _told(path: Path) -> str:
    try:
        return "list" if read(path).report.accounted else "rows are missing"
    except Problem as problem:
        return problem.code if explain(problem).title else "no sentence"


@contextmanager
def bounded() -> Iterator[None]:
    """Fails where the whole process took far more memory at its worst; what a library takes counts too."""
    peak.forget()
    before = peak.megabytes()
    yield
    assert peak.megabytes() - before < MOST_MEGABYTES


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A good list of each kind."""
    folder = tmp_path_factory.mktemp("whole")
    rows = [HEAD, *PEOPLE * 5]
    return {
        "xlsx": write_xlsx(folder / "a.xlsx", [["DAFTAR"], *rows], rows[:4], names=("A", "B")).read_bytes(),
        "csv": write_csv(folder / "a.csv", rows).read_bytes(),
        "ods": write_ods(folder / "a.ods", "".join(map(ods_row, rows))).read_bytes(),
        "xls": (DATA / "excel-97.xls").read_bytes(),
    }


def test_each_good_list_is_read_before_it_is_broken(tmp_path: Path, whole: dict[str, bytes]) -> None:
    for kind, content in whole.items():
        path = tmp_path / f"a.{kind}"
        path.write_bytes(content)
        assert outcome(path) == "list"


@pytest.mark.parametrize("way", [broken.flipped, broken.hole])
@pytest.mark.parametrize("kind", ["xlsx", "csv", "ods", "xls"])
def test_changed_and_lost_bytes_end_in_a_list_or_a_reason(
    tmp_path: Path, whole: dict[str, bytes], kind: str, way: Callable[[bytes, int], bytes]
) -> None:
    path = tmp_path / f"broken.{kind}"
    with bounded():
        for seed in range(ROUNDS):
            path.write_bytes(way(whole[kind], seed))
            outcome(path)


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_an_archive_that_is_whole_with_parts_that_are_not_ends_so_too(
    tmp_path: Path, whole: dict[str, bytes], kind: str
) -> None:
    path = tmp_path / f"parts.{kind}"
    with bounded():
        for seed in range(ROUNDS * 3):
            path.write_bytes(broken.members(whole[kind], seed))
            outcome(path)


def test_random_bytes_end_in_a_reason(tmp_path: Path) -> None:
    with bounded():
        for seed in range(ROUNDS * 5):
            path = tmp_path / f"noise.{SUFFIXES[seed % len(SUFFIXES)]}"
            path.write_bytes(broken.noise(seed))
            assert outcome(path) != "list"


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_cut_anywhere_is_torn(tmp_path: Path, name: str) -> None:
    path = tmp_path / "cut.xlsx"
    for part in broken.cuts((DATA / f"{name}.xlsx").read_bytes()):
        path.write_bytes(part)
        assert outcome(path) == "list_torn"


def test_a_text_list_cut_anywhere_is_torn_or_ends_with_a_whole_row(tmp_path: Path, whole: dict[str, bytes]) -> None:
    path = tmp_path / "cut.csv"
    for part in broken.cuts(whole["csv"]):
        path.write_bytes(part)
        ended = outcome(path)
        if ended == "list":
            rows = [line for line in part.decode().splitlines() if line]
            assert all(line.count(";") == len(HEAD) - 1 for line in rows)


@given(st.text(st.sampled_from(";,\t|\"\r\n\x00 0159NIKnamaKepl/-.='\ufeff\u00a0"), max_size=400))
def test_any_text_under_good_headings_ends_in_a_list_or_a_reason(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_text(";".join(map(str, HEAD)) + "\n" + text, encoding="utf-8", newline="")
    outcome(path)
