"""A hub of several processes: one door, one store, and another process where one dies."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests

from app.hub.district import open_district
from tests.benchmarks.villages_online import Caller, prepare
from tests.postgres import NewDatabase

pytestmark = [
    pytest.mark.both_stores,
    pytest.mark.skipif(sys.platform != "linux", reason="several processes at one door are for Linux alone"),
]
ROOT = Path(__file__).resolve().parents[2]


class Shared:
    """The running program."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "app.hub", "--data", str(folder), "--port", "0", "--no-tls"]
        self.process = subprocess.Popen(
            [*command, "--workers", "2", "--until-stdin-closes"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.url = next(line for line in self.process.stdout if "://" in line).split()[-1]

    @property
    def workers(self) -> list[int]:
        """Their process numbers."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        return sorted(int(number) for path in tasks for number in path.read_text().split())

    def healthy(self) -> bool:
        """Whether a call is answered."""
        return requests.get(f"{self.url}/healthz", timeout=60).ok

    def end(self) -> int:
        """Let it end."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.stdout.close()
        return self.process.wait(60)


@pytest.fixture
def folder(tmp_path: Path, new_database: NewDatabase) -> Path:
    """A district's folder, with a store."""
    open_district(tmp_path / "hub", database=new_database()).close()
    return tmp_path / "hub"


@pytest.fixture
def shared(folder: Path) -> Iterator[Shared]:
    """A hub of two processes."""
    found = Shared(folder)
    yield found
    if found.process.poll() is None:
        found.process.kill()
        found.end()


def test_what_villages_send_at_once_is_kept_whole_by_whichever_process(folder: Path, shared: Shared) -> None:
    district = open_district(folder)
    villages = prepare(district, 6, 3)
    callers = [Caller(one, shared.url, fresh=True) for one in villages]

    def send(caller: Caller) -> None:
        for _ in range(3):
            caller.send_next()

    with ThreadPoolExecutor(6) as many:
        list(many.map(send, callers))
    assert [one.acknowledged for one in villages] == [30] * 6
    district.close()
    assert shared.end() == 0


def kill(number: int) -> None:
    """At once; it is dead when this ends."""
    handle = os.pidfd_open(number)
    os.kill(number, signal.SIGKILL)
    select.select([handle], [], [])
    os.close(handle)


def test_another_takes_the_place_of_a_process_that_died(shared: Shared) -> None:
    assert shared.healthy()
    before = shared.workers
    assert len(before) == 2
    for number in before:
        kill(number)
    assert shared.healthy()
    assert not set(before) & set(shared.workers)
    assert shared.end() == 0
