"""How many signed batches a second a hub takes on this machine's cores, on either kind of store: ``make bench-hub``.

The hub is the program itself (``python -m app.hub``) in processes of its own, on a real socket with TLS; the laptops
are another process on the same cores, which does as little within the clock as it can (see
`tests.benchmarks.laptop_crowd`). Beside each figure stands an exchange with nothing in it, and a bare request.
Processor time is counted for the hub and the database server, for the laptops apart: other work on the machine moves
the seconds, not so much the share of a core that a batch costs.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from app.hub.district import open_district
from tests.benchmarks.figures import Figure, table
from tests.benchmarks.village_rows import fill
from tests.benchmarks.villages_online import prepare
from tests.postgres import POSTGRESQL, SQLITE, Server, programs

ROOT = Path(__file__).resolve().parents[2]
VILLAGES, LANES, CORES = 64, 16, 2
GOAL = 200.0
MANY = 84_000
_SERVER = {
    "listen_addresses": "''",
    "max_connections": "100",
    "shared_buffers": "512MB",
    "max_wal_size": "4GB",
}
"""A real one: it flushes every commit."""


class Laptops:
    """The process of all laptops."""

    def __init__(self, kept: Path, address: str, count: int = VILLAGES, *, fresh: bool) -> None:
        self._count = count
        command = [sys.executable, "-m", "tests.benchmarks.laptop_crowd", str(kept), address, str(LANES)]
        self._process = subprocess.Popen(
            [*command, "fresh" if fresh else "kept"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def do(self, act: str, times: int) -> tuple[float, float]:
        """Let each laptop do it so often, and prove all answers behind the clock; seconds, and those of the laptops'
        own processor among them."""
        to, answers = _pipes(self._process)
        to.write(f"{act} {times}\n")
        to.flush()
        seconds, spent, proved = json.loads(answers.readline())
        assert act == "healthz" or proved == self._count * times
        return seconds, spent

    def close(self) -> None:
        """No more."""
        to, answers = _pipes(self._process)
        to.close()
        answers.close()
        self._process.wait()


def _pipes(process: subprocess.Popen[str]) -> tuple[IO[str], IO[str]]:
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout


def processor_seconds(roots: Sequence[int]) -> float:
    """Of these processes and everything below them, so far."""
    parents: dict[int, int] = {}
    spent: dict[int, float] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = path.read_text().rpartition(")")[2].split()
            number = int(path.parent.name)
            parents[number] = int(fields[1])
            spent[number] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    found, wanted = 0.0, set(roots)
    for number in spent:
        place = number
        while place and place not in wanted:
            place = parents.get(place, 0)
        found += spent[number] if place else 0.0
    return found


@contextmanager
def served(folder: Path, workers: int, *, tls: bool = True) -> Iterator[tuple[str, int]]:
    """Address and process of a running hub."""
    command = [sys.executable, "-m", "app.hub", "--data", str(folder), "--port", "0", "--workers", str(workers)]
    command += ["--until-stdin-closes"] + ([] if tls else ["--no-tls"])
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    to, answers = _pipes(process)
    try:
        line = next(line for line in answers if "://" in line)
        yield line.split()[-1], process.pid
    finally:
        to.close()
        answers.close()
        process.wait()


def throughput(kind: str, folder: Path, database: str, server: int | None, workers: int, batches: int) -> list[Figure]:
    """Batches a second, and what each costs."""
    district = open_district(folder, database=database)
    kept = folder / "laptops"
    kept.write_bytes(pickle.dumps(prepare(district, VILLAGES, batches + 1)))
    roots = [server] if server else []
    with served(folder, workers) as (address, process):
        laptops = Laptops(kept, address, fresh=False)
        laptops.do("batch", 1)
        bare = VILLAGES * 8 / laptops.do("healthz", 8)[0]
        empty, empty_cost, _ = _measured(laptops, "empty", 4, [process, *roots])
        many, cost, theirs = _measured(laptops, "batch", batches, [process, *roots])
        laptops.close()
    kept.write_bytes(pickle.dumps(prepare(district, VILLAGES, 4)))
    district.close()
    with served(folder, workers) as (address, process):
        laptops = Laptops(kept, address, fresh=True)
        laptops.do("batch", 1)
        shaken, _, _ = _measured(laptops, "batch", 3, [process, *roots])
        laptops.close()
    name = f"{kind}, {workers} processes"
    return [
        Figure(f"{name}: batches a second", many, "/s", GOAL, "bare requests", bare, at_least=True),
        Figure(f"{name}: the same, a TLS line of its own for each", shaken, "/s", None, "bare requests", bare),
        Figure(f"{name}: empty exchanges a second", empty, "/s", None, "bare requests", bare),
        Figure(f"{name}: processor of hub and store for a batch", cost, "ms", None, "an empty exchange", empty_cost),
        Figure(f"{name}: batches a second by that, {CORES} cores", CORES * 1000 / cost, "/s", GOAL, at_least=True),
        Figure(f"{name}: processor of the laptops for a batch, within the clock", theirs, "ms"),
    ]


def _measured(laptops: Laptops, act: str, times: int, roots: Sequence[int]) -> tuple[float, float, float]:
    """A second, and milliseconds of processor each: of hub and store, and of the laptops."""
    before = processor_seconds(roots)
    seconds, theirs = laptops.do(act, times)
    spent, number = processor_seconds(roots) - before, VILLAGES * times
    return number / seconds, 1000 * spent / number, 1000 * theirs / number


def flatness(kind: str, folder: Path, database: str, server: int | None) -> list[Figure]:
    """What a batch costs among few and among many villages."""
    district = open_district(folder, database=database)
    kept = folder / "villages"
    costs = []
    for villages in (10, MANY):
        kept.write_bytes(pickle.dumps(prepare(district, 10, 13)))
        if villages == MANY:
            fill(district, MANY)
            kept.write_bytes(pickle.dumps(prepare(district, 10, 13)))
        with served(folder, 1) as (address, process):
            laptops = Laptops(kept, address, 10, fresh=False)
            laptops.do("batch", 3)
            roots = [process, server] if server else [process]
            before = processor_seconds(roots)
            laptops.do("batch", 10)
            costs.append(1000 * (processor_seconds(roots) - before) / 100)
            laptops.close()
    district.close()
    what = f"{kind}: processor of a batch among {MANY:,} villages"
    return [Figure(what, costs[1], "ms", None, "among 10", costs[0], goal_ratio=1.3)]


@contextmanager
def stores(kinds: Sequence[str]) -> Iterator[Iterator[tuple[str, Path, str, int | None]]]:
    """Kind, folder, address and process of a fresh store of each kind."""
    with contextlib.ExitStack() as stack:
        yield (_store(kind, stack) for kind in kinds)


def _store(kind: str, stack: contextlib.ExitStack) -> tuple[str, Path, str, int | None]:
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="balai-bench-")))
    if kind == SQLITE:
        return kind, folder, "", None
    found = programs()
    if found is None:
        raise SystemExit("needs the programs of a PostgreSQL server: scripts/setup.py --tests installs them")
    server = stack.enter_context(Server.running(found, _SERVER))
    return kind, folder, server.new_database(), server.process


def main() -> int:
    """Print the table; fail where a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.hub")
    parser.add_argument("stores", nargs="*", choices=[SQLITE, POSTGRESQL, []], help="only these (both otherwise)")
    parser.add_argument("--full", action="store_true", help=f"a store of {MANY:,} villages too (some minutes)")
    parser.add_argument("--workers", type=int, default=CORES)
    parser.add_argument("--batches", type=int, default=20, help="of each of the laptops")
    chosen = parser.parse_args()
    figures = [Figure("this machine: load, before the run", os.getloadavg()[0], "")]
    with stores(chosen.stores or (SQLITE, POSTGRESQL)) as found:
        for kind, folder, database, server in found:
            start = time.perf_counter()
            figures += throughput(kind, folder, database, server, chosen.workers, chosen.batches)
            figures += flatness(kind, folder, database, server) if chosen.full else []
            print(f"{kind}: {time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True)
    figures.append(Figure("this machine: load, behind the run", os.getloadavg()[0], ""))
    print(table(figures))
    return 1 if any(figure.met is False for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
