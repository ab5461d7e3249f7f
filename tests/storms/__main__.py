"""Many schedules on several cores: ``make storms ARGS="--schedules 10000 --seed 1 --jobs 2 --keep FILE"``.

`FILE` keeps which numbers of the seed ended well, so that a night that was cut goes on where it stopped. One that ended
badly is cut to what matters and said as it is kept among the regressions (tests/storms/kept.py); at the end there are
as many of them as the exit code says (at most 100).
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests import postgres
from tests.postgres import NewDatabase
from tests.storms.process import begin, in_file, play_one
from tests.storms.schedules import MARK

SAY_EVERY: Final = 60.0
MOST_EXIT: Final = 100


class Kept:
    """Numbers of one seed that ended well, a line each behind a heading."""

    def __init__(self, path: Path | None, seed: str) -> None:
        self._path = path
        self._heading = f"storms of seed {seed}, drawn as {MARK}"
        lines = path.read_text(encoding="utf-8").splitlines() if path is not None and path.exists() else []
        if lines and lines[0] != self._heading:
            sys.exit(f"{path} keeps {lines[0]!r}, and these are {self._heading!r}: give another file.")
        self.well = {int(line) for line in lines[1:] if line.isdigit()}
        if path is not None and not lines:
            path.write_text(self._heading + "\n", encoding="utf-8")

    def add(self, number: int) -> None:
        """One more; on the disk before the next one is asked for."""
        self.well.add(number)
        if self._path is not None:
            with self._path.open("a", encoding="utf-8") as file:
                file.write(f"{number}\n")


def main() -> int:
    """See the module; gives how many ended badly."""
    asked = _asked()
    kept = Kept(asked.keep, asked.seed)
    left = (number for number in range(asked.first, asked.first + asked.schedules) if number not in kept.well)
    bad, well, began, said = 0, 0, time.monotonic(), time.monotonic()
    with _stores(postgresql=asked.postgresql) as new_database, _pool(asked.jobs) as pool:
        under_way: set[Future[tuple[int, str]]] = set()

        def more() -> bool:
            number = next(left, None)
            if number is not None:
                under_way.add(pool.submit(play_one, asked.seed, number, new_database))
            return number is not None

        while len(under_way) < 2 * asked.jobs and more():
            pass
        while under_way:
            done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
            for one in done:
                number, story = one.result()
                if story:
                    bad += 1
                    print(story, flush=True)
                else:
                    well += 1
                    kept.add(number)
                more()
            if time.monotonic() - said > SAY_EVERY:
                said = time.monotonic()
                print(_sum(well, bad, said - began), flush=True)
    print(_sum(well, bad, time.monotonic() - began))
    return min(bad, MOST_EXIT)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make storms", description=__doc__)
    parser.add_argument("--schedules", type=int, default=1_000, help="how many numbers of the seed (default: 1000)")
    parser.add_argument("--first", type=int, default=0, help="the first number (default: 0)")
    parser.add_argument("--seed", default="1", help="from which schedules are drawn (default: 1)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: one a core)")
    parser.add_argument("--keep", type=Path, default=None, help="a file that keeps what ended well")
    parser.add_argument("--postgresql", action="store_true", help="the district's store is PostgreSQL")
    return parser.parse_args()


def _sum(well: int, bad: int, seconds: float) -> str:
    each = seconds / max(1, well + bad)
    return f"{well} ended well, {bad} badly, in {seconds:.0f} s ({each:.2f} s each)"


@contextmanager
def _stores(*, postgresql: bool) -> Iterator[NewDatabase]:
    if not postgresql:
        yield in_file
        return
    programs = postgres.programs()
    if programs is None:
        sys.exit("The programs of a PostgreSQL server are not installed here.")
    with postgres.Server.running(programs) as server:
        yield server.new_database


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=begin)


if __name__ == "__main__":
    sys.exit(main())
