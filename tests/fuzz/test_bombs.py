"""A small body that wants to become a large one is refused before it takes the memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.bombs import BOMBS

ROOT = Path(__file__).resolve().parents[2]
MEGABYTES = 500
"""That a body of at most a megabyte may take, Python and all libraries counted."""


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_a_small_body_never_takes_much_memory(name: str) -> None:
    command = [sys.executable, "-m", "tests.fuzz.bombs", name]
    told = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout.split()
    size, megabytes = int(told[0]), int(told[1])
    assert size <= 1 << 20
    assert megabytes < MEGABYTES, told
