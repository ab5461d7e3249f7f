"""Wrong tries slow the next one down, over restarts and against a clock that is set back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from app.storage.throttle import Throttle


@dataclass
class Clocks:
    """Wall time that people can set, and steady time that starts anew with each run."""

    wall: float = 1_000_000.0
    steady: float = 50.0

    def pass_(self, seconds: float) -> None:
        self.wall += seconds
        self.steady += seconds


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "throttle.json"


def throttle(path: Path, clocks: Clocks) -> Throttle:
    return Throttle(path, lambda: clocks.wall, lambda: clocks.steady)


def wrong(path: Path, clocks: Clocks, times: int) -> Throttle:
    tries = throttle(path, clocks)
    for _ in range(times):
        tries.begin("sari")
    return tries


def test_the_first_slips_cost_nothing_and_then_each_costs_more(path: Path, clocks: Clocks) -> None:
    tries = throttle(path, clocks)
    waits = []
    for _ in range(11):
        tries.begin("sari")
        waits.append(tries.wait_seconds("sari"))
    assert waits == [0, 0, 0, 5, 15, 30, 60, 300, 900, 900, 900]


def test_the_wait_ends_when_it_said_it_would(path: Path, clocks: Clocks) -> None:
    tries = wrong(path, clocks, 4)
    clocks.pass_(4.2)
    assert tries.wait_seconds("sari") == 1
    clocks.pass_(0.8)
    assert tries.wait_seconds("sari") == 0


def test_a_restart_shortens_nothing(path: Path, clocks: Clocks) -> None:
    wrong(path, clocks, 7)
    clocks.pass_(20)
    clocks.steady = 1.0
    again = throttle(path, clocks)
    assert again.wait_seconds("sari") == 40
    again.begin("sari")
    assert again.wait_seconds("sari") == 300


def test_a_clock_set_back_begins_the_whole_wait_again(path: Path, clocks: Clocks) -> None:
    wrong(path, clocks, 7)
    clocks.pass_(20)
    clocks.wall -= 3600
    assert throttle(path, clocks).wait_seconds("sari") == 60


def test_setting_the_clock_helps_nobody_while_the_program_runs(path: Path, clocks: Clocks) -> None:
    tries = wrong(path, clocks, 7)
    clocks.wall += 86_400
    assert tries.wait_seconds("sari") == 60


def test_one_persons_slips_do_not_slow_another(path: Path, clocks: Clocks) -> None:
    assert wrong(path, clocks, 8).wait_seconds("budi") == 0


def test_the_right_password_forgets_them(path: Path, clocks: Clocks) -> None:
    wrong(path, clocks, 6).succeeded("sari")
    assert throttle(path, clocks).wait_seconds("sari") == 0
    assert wrong(path, clocks, 4).wait_seconds("sari") == 5, "the next slips cost what the first ones cost"


def test_a_try_counts_before_it_is_made(path: Path, clocks: Clocks) -> None:
    for _ in range(4):
        wrong(path, clocks, 1)
    assert throttle(path, clocks).wait_seconds("sari") == 5


def test_a_file_that_can_not_be_read_or_written_keeps_nobody_out(path: Path, clocks: Clocks) -> None:
    path.write_bytes(b"{half\xe2")
    assert throttle(path, clocks).wait_seconds("sari") == 0
    nowhere = path.parent / "gone" / "throttle.json"
    tries = wrong(nowhere, clocks, 4)
    assert tries.wait_seconds("sari") == 5


def test_a_spoilt_file_keeps_nobody_out_for_longer_than_wrong_passwords_would(path: Path, clocks: Clocks) -> None:
    path.write_bytes(b'{"ani": {"wrong": 9, "left": 1e308, "noted": 1e308}}')
    assert throttle(path, clocks).wait_seconds("ani") == 900
