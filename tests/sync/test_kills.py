"""Laptop or district killed at any step of an exchange: after the next start, one more attempt makes them agree."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from app.domain.errors import Unavailable
from app.hub.district import open_district
from app.hub.enrol import make_code
from app.sync.enrolment import EnrolledPerson, enrol
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.steps import survived

ROOT = Path(__file__).resolve().parents[2]
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")


class Hub:
    """``python -m app.hub`` as a process of its own, always on the same port."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._port = folder, 0
        self._process: subprocess.Popen[str] | None = None
        self.url = ""
        self.start()

    def start(self) -> None:
        """Until it takes calls."""
        command = [sys.executable, "-m", "app.hub", "--data", str(self._folder), "--no-tls", "--until-stdin-closes"]
        self._process = subprocess.Popen(
            [*command, "--port", str(self._port)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        told = next(line for line in self._process.stdout if "://" in line)
        self.url = told.split()[-1]
        self._port = int(self.url.rpartition(":")[2])

    def kill(self) -> None:
        """As a power cut ends it."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()
        self._process = None

    @property
    def lives(self) -> bool:
        """Whether it was not killed."""
        return self._process is not None


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    """A running district."""
    found = Hub(tmp_path / "hub")
    yield found
    if found.lives:
        found.kill()


@pytest.fixture
def laptop(tmp_path: Path, hub: Hub) -> Laptop:
    """Enrolled, with an exchange behind it."""
    found = Laptop.open(tmp_path / "laptop")
    district = open_district(tmp_path / "hub", "Kabupaten")
    code = make_code(district, VILLAGE, "Bonto", "operator", found.actor.name, ())
    district.close()
    person = EnrolledPerson(found.actor.person, found.signing.public_key().public_bytes_raw())
    found.enrolment = enrol(hub.url, code.text, found.keys, person, label="Laptop desa")
    found.store.pin_district(found.enrolment.root_key)
    found.store.receive(found.enrolment.entries)
    found.exchange()
    return found


def work(laptop: Laptop, number: int) -> None:
    """A visit with a photo."""
    laptop.visit(f"f-{number}", laptop.photo(f"foto {number}", 700))


def check_agreed(laptop: Laptop, hub: Hub, visits: int) -> None:
    """The district has everything once; the next exchange has nothing to say."""
    held = laptop.store.vector()
    outcome = laptop.exchange()
    assert (outcome.sent_entries, outcome.received_entries, outcome.sent_photos, outcome.photos_left) == (0, 0, 0, 0)
    assert outcome.quarantined == ()
    assert laptop.store.vector() == held
    kept = json.loads(laptop.settings.get("exchange.peer") or "{}")["vector"]
    assert kept == {chain: end.seq for chain, end in held.items()}
    with laptop.database.read() as connection:
        count = connection.exec_driver_sql(
            "SELECT count(DISTINCT subject) || '/' || count(*) FROM entry WHERE kind = 'visit_recorded'"
        ).scalar()
    assert count == f"{visits}/{visits}"


def dying(steps: int) -> Callable[..., None]:
    """Kills this very process at its `steps`-th step: a commit, or bytes on the line."""
    left = itertools.count(steps, -1)

    def step(*_about: object) -> None:
        if next(left) <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return step


def exchange_in_a_child(laptop: Laptop, steps: int) -> bool:
    """Run an exchange in a process that is killed after so many steps; whether it came to its end before."""
    child = os.fork()
    if child == 0:
        ended = 1
        try:
            step = dying(steps)
            event.listen(Engine, "commit", step)
            Laptop.over(laptop).exchanger().run(progress=step)
            ended = 0
        finally:
            os._exit(ended)
    return survived(child)


@posix_only
@pytest.mark.timeout(900)
def test_a_laptop_that_is_killed_at_any_step_agrees_after_one_more_attempt(hub: Hub, laptop: Laptop) -> None:
    for number in itertools.count():
        work(laptop, number)
        laptop.close()
        whole = exchange_in_a_child(laptop, number)
        laptop = Laptop.over(laptop)
        if not whole:
            laptop.exchange()
        check_agreed(laptop, hub, number + 1)
        if whole:
            break
    assert number > 10, "it died at every step before the last"
    laptop.close()


@posix_only
@pytest.mark.timeout(900)
def test_a_district_that_is_killed_at_any_step_agrees_after_one_more_attempt(hub: Hub, laptop: Laptop) -> None:
    for number in itertools.count():
        work(laptop, number)
        left = itertools.count(number, -1)

        def step(*_about: object, left: Iterator[int] = left) -> None:
            if hub.lives and next(left) <= 0:
                hub.kill()

        with contextlib.suppress(Unavailable):
            laptop.exchanger().run(progress=step)
        killed = not hub.lives
        if killed:
            hub.start()
            laptop.exchange()
        check_agreed(laptop, hub, number + 1)
        if not killed:
            break
    assert number > 8, "it died at every step before the last"
    laptop.close()
