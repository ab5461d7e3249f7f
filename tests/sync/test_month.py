from __future__ import annotations

from pathlib import Path

from app.hub.local import LocalHub
from tests.benchmarks.line import month
from tests.sync.laptop import Laptop


def test_a_month_goes_in_one_round_trip_and_is_no_larger_than_plain_columns(hub: LocalHub, tmp_path: Path) -> None:
    figures = list(month(hub, Laptop.open(tmp_path / "laptop")))
    held = {figure.what: figure.met for figure in figures if figure.met is not None}
    assert len(held) == 2
    assert all(held.values()), figures
