"""Whether this laptop lives on its battery, as the kernel tells it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.sync.power import on_battery

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="files of the Linux kernel")


@pytest.fixture
def supply(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as /sys/class/power_supply, which psutil reads."""
    monkeypatch.setattr("psutil._pslinux.POWER_SUPPLY_PATH", str(tmp_path))
    return tmp_path


def put(supply: Path, name: str, **files: str) -> None:
    """One source of power."""
    (supply / name).mkdir()
    for file, text in files.items():
        (supply / name / file).write_text(f"{text}\n")


def test_a_laptop_without_mains_lives_on_its_battery(supply: Path) -> None:
    put(supply, "BAT0", energy_now="20000", energy_full="40000", power_now="9000", capacity="50", status="Discharging")
    put(supply, "AC", online="0")
    assert on_battery()


def test_a_laptop_that_charges_does_not(supply: Path) -> None:
    put(supply, "BAT0", energy_now="20000", energy_full="40000", power_now="9000", capacity="50", status="Charging")
    put(supply, "AC", online="1")
    assert not on_battery()


def test_a_machine_without_a_battery_does_not(supply: Path) -> None:
    put(supply, "AC", online="1")
    assert not on_battery()


def test_a_battery_that_says_nothing_of_the_mains_does_not_hold_sending_up(supply: Path) -> None:
    put(supply, "BAT0", capacity="50", status="Unknown")
    assert not on_battery()
