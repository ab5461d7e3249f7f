"""All figures in one run, as one table: ``make bench`` (some minutes), ``make bench ARGS=--full`` for every size.

Each part runs in a process of its own, one after the other. Names of parts may be given to run these alone.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.benchmarks import cold_start
from tests.benchmarks.figures import Figure, heard, middle, table

USUAL, LARGE = 10_000, 100_000
UNLOCKS = 3
ROOT = Path(__file__).resolve().parents[2]


class Bench:
    """Makes the villages once, each part measures on a copy of its own."""

    def __init__(self, folder: Path, full: bool, quick: bool) -> None:
        self._folder, self._full, self._quick = folder, full, quick

    def start(self) -> Iterator[Figure]:
        """Cold start to the lock screen."""
        yield from cold_start.figures(self._village(USUAL))

    def unlock(self) -> Iterator[Figure]:
        """Unlock to the list, the middle of a few processes."""
        for people in self._sizes(USUAL, LARGE):
            for act in ("unlock", "hurry"):
                runs = [self._sit(people, act)[0] for _ in range(UNLOCKS)]
                yield sorted(runs, key=lambda figure: figure.value)[len(runs) // 2]

    def typing(self) -> Iterator[Figure]:
        """Keys on the screen."""
        for people in (USUAL, LARGE):
            yield from self._sit(people, "typing")

    def storage(self) -> Iterator[Figure]:
        """Keys in storage."""
        for people in (USUAL, LARGE):
            yield from _run("storage", "typing", str(people))

    def saving(self) -> Iterator[Figure]:
        """Visits saved."""
        for people in self._sizes(USUAL, LARGE):
            yield from self._sit(people, "saving")

    def memory(self) -> Iterator[Figure]:
        """The process with a list open."""
        for people in self._sizes(USUAL, LARGE):
            yield from self._sit(people, "memory")

    def intake(self) -> Iterator[Figure]:
        """A list from a file."""
        for people in self._sizes(USUAL, 50_000):
            yield from _run("storage", "intake", str(people))

    def line(self) -> Iterator[Figure]:
        """Bytes and round trips."""
        yield from _run("line")

    def sync(self) -> Iterator[Figure]:
        """A month over a bad line, beside PouchDB; only when it is asked for (``make bench-sync``)."""
        yield from _run("bench_sync", *(["--quick"] if self._quick else []))

    def slow(self) -> Iterator[Figure]:
        """A phone's line on 2G, half an hour and more; only when it is asked for (``make bench ARGS=slow``)."""
        yield from _run("bench_slow")

    def questions(self) -> Iterator[Figure]:
        """What screens ask of the store."""
        for people in self._sizes(USUAL, LARGE):
            yield from _run("storage", "questions", str(people))

    def _sizes(self, usual: int, large: int) -> tuple[int, ...]:
        return (usual, large) if self._full else (usual,)

    def _village(self, people: int) -> Path:
        made = self._folder / str(people)
        if not made.exists():
            _python("laptops", str(made), str(people))
        return made

    def _sit(self, people: int, act: str) -> list[Figure]:
        copy = self._folder / "copy"
        shutil.copytree(self._village(people), copy)
        try:
            return _run("screen", str(copy), act, str(people), platform="offscreen")
        finally:
            shutil.rmtree(copy)


PARTS = ("start", "unlock", "typing", "storage", "saving", "memory", "intake", "line", "questions")
ASKED_FOR = ("sync", "slow")


def _run(part: str, *arguments: str, platform: str = "offscreen") -> list[Figure]:
    return heard(_python(part, *arguments, platform=platform))


def _python(part: str, *arguments: str, platform: str = "offscreen") -> str:
    command = [sys.executable, "-m", f"tests.benchmarks.{part}", *arguments]
    world = os.environ | {"QT_QPA_PLATFORM": platform}
    return subprocess.run(command, cwd=ROOT, env=world, stdout=subprocess.PIPE, text=True, check=True).stdout


def _flush_seconds(folder: Path) -> float:
    """What one flush of this disk costs: whoever reads the figures of saving has to know."""
    spent = []
    with (folder / "flush").open("wb", buffering=0) as file:
        for _ in range(100):
            file.write(bytes(4096))
            start = time.perf_counter()
            os.fsync(file.fileno())
            spent.append(time.perf_counter() - start)
    return middle(spent)


def _measured(parts: Iterable[str], full: bool, quick: bool) -> list[Figure]:
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="balai-bench-") as folder:
        figures.append(Figure("this disk: one flush", 1000 * _flush_seconds(Path(folder)), "ms"))
        figures += _load("before")
        bench = Bench(Path(folder), full, quick)
        for part in parts:
            start = time.perf_counter()
            figures += getattr(bench, part)()
            print(f"{part}: {time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True)
        figures += _load("behind")
    return figures


def _load(when: str) -> list[Figure]:
    """Who else is at work: above one on two cores the slowest of a hundred says more about them than about Balai."""
    if not hasattr(os, "getloadavg"):
        return []
    return [Figure(f"this machine: load, {when} the run", os.getloadavg()[0], "")]


def main() -> int:
    """Print the table; fail where a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument(
        "parts", nargs="*", choices=[*PARTS, *ASKED_FOR, []], help="only these (all but sync and slow otherwise)"
    )
    parser.add_argument("--full", action="store_true", help="every size, up to 100,000 people")
    parser.add_argument("--quick", action="store_true", help="sync: a small month, no goals")
    chosen = parser.parse_args()
    figures = _measured(chosen.parts or PARTS, chosen.full, chosen.quick)
    print(table(figures))
    missed = [figure.what for figure in figures if figure.met is False]
    print(f"\nMissed: {'; '.join(missed)}" if missed else "\nEvery goal is held.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
