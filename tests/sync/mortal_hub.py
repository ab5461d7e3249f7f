"""``python -m app.hub`` as a process of its own that can be killed at any of its steps, again and again.

Run as a program it is a mother of such processes: she has loaded everything once, and bears one for each line on her
standard input, so that a start costs no second.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.sync.steps import UNARMED, Countdown, watch

ROOT = Path(__file__).resolve().parents[2]


class MortalHub:
    """The district of `folder`, always on the same port."""

    def __init__(self, folder: Path, database: str) -> None:
        self._folder, self._database, self._port = folder, database, 0
        self._countdown = Countdown(folder.parent / "countdown")
        self._mother = subprocess.Popen(
            [sys.executable, "-m", "tests.sync.mortal_hub", str(folder.parent / "countdown"), str(folder)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.url = ""
        self.start()

    def start(self) -> None:
        """Until it takes calls."""
        argv = ["--data", str(self._folder), "--no-tls", "--port", str(self._port)]
        argv += ["--database", self._database] if self._database else []
        self._countdown.arm(UNARMED)
        assert self._mother.stdin is not None
        self._mother.stdin.write(json.dumps(argv) + "\n")
        self._mother.stdin.flush()
        self.url = self._told("://").split()[-1]
        self._port = int(self.url.rpartition(":")[2])

    def arm(self, steps: int) -> None:
        """Die at this step from now on."""
        self._countdown.arm(steps)

    def died(self) -> bool:
        """Whether it died of that; then it is dead when this ends. If not, it dies no more."""
        if not self._countdown.struck:
            self._countdown.arm(UNARMED)
            return False
        assert self._told("ended") == "ended -9"
        return True

    def close(self) -> None:
        """End mother and child."""
        for pipe in (self._mother.stdin, self._mother.stdout):
            assert pipe is not None
            pipe.close()
        self._mother.wait(120)
        self._countdown.close()

    def _told(self, what: str) -> str:
        assert self._mother.stdout is not None
        return next(line.strip() for line in self._mother.stdout if what in line)


@contextmanager
def mortal_hub(folder: Path, database: str = "") -> Iterator[MortalHub]:
    """A running one."""
    found = MortalHub(folder, database)
    try:
        yield found
    finally:
        found.close()


def _bear(argv: list[str], countdown: Countdown, folder: Path) -> int:
    child = os.fork()
    if child == 0:
        ended = 1
        try:
            from app.composition.hub import main

            watch(countdown, folder)
            ended = main(argv)
        finally:
            os._exit(ended)
    return child


def _mother() -> None:
    import select
    import signal

    import app.composition.intake
    import app.hub.command
    import app.hub.postgres
    import app.hub.server  # noqa: F401 - loaded before the first child is born
    from app.shelf.headers import load_headers
    from app.shelf.regions import load_regions

    load_regions(), load_headers()
    countdown, folder = Countdown(Path(sys.argv[1])), Path(sys.argv[2])
    os.umask(0o077)
    child = 0
    for line in iter(sys.stdin.readline, ""):
        child = _bear(json.loads(line), countdown, folder)
        while child:
            ready, _, _ = select.select([sys.stdin], [], [], 0.02)
            if ready:  # a next line comes only for the next child; this is the end
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
                return
            found, status = os.waitpid(child, os.WNOHANG)
            if found:
                sys.stdout.write(f"ended {-os.WTERMSIG(status) if os.WIFSIGNALED(status) else status}\n")
                sys.stdout.flush()
                child = 0


if __name__ == "__main__":
    _mother()
