"""A phone's line on 2G: what gets through at 8 to 48 kbit/s, also where every connection breaks after 20 to 60 s.

``python -m tests.benchmarks.bench_slow [--rates 8,16] [--roads whole,breaking,silent] [--loads list,month,photos]``
(``make bench ARGS=slow``): 1.5 s there and back, 5 % loss, 32 KB under way. One exchange is pressed again after
every failure, as a person would, until all is through; what counts is how often, and for how long.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from app.domain.errors import Unavailable
from app.hub.local import LocalHub
from app.hub.publish import publish
from tests.benchmarks.figures import Figure, tell
from tests.benchmarks.line import exchange, record, village
from tests.benchmarks.village_line import Line, VillageLine, village_line
from tests.sync.laptop import VILLAGE, Laptop
from tests.wire.month import month_of_entries

RATES: Final = (8, 16, 32, 48)
ROADS: Final = {"whole": (None, False), "breaking": ((20.0, 60.0), False), "silent": ((20.0, 60.0), True)}
WINDOW: Final = 32 << 10
PHOTOS, PHOTO_BYTES = 1, 200_000
TRIES: Final = 100

Load = Callable[[LocalHub, Laptop], None]


def first_list(hub: LocalHub, laptop: Laptop) -> None:
    """Enrolled a moment ago: the list of 5,000 people comes down."""
    publish(hub.district, VILLAGE, village(), month="2026-11")
    laptop.enrol(hub)


def month(hub: LocalHub, laptop: Laptop) -> None:
    """A month's words go up."""
    laptop.enrol(hub)
    laptop.exchange()
    record(laptop, month_of_entries(600, 40, 60))


def month_down(hub: LocalHub, laptop: Laptop) -> None:
    """A month's words of another laptop come down."""
    with tempfile.TemporaryDirectory() as folder:
        other = Laptop.open(Path(folder) / "other")
        month(hub, other)
        other.exchange()
        other.close()
    laptop.enrol(hub)


def photos(hub: LocalHub, laptop: Laptop) -> None:
    """Three large photos go up."""
    laptop.enrol(hub)
    laptop.exchange()
    laptop.visit("f-1", *(laptop.photo(str(number), PHOTO_BYTES + number) for number in range(PHOTOS)))


LOADS: Final[dict[str, Load]] = {"list": first_list, "month": month, "month_down": month_down, "photos": photos}


def figures(rates: list[int], roads: list[str], loads: list[str]) -> Iterator[Figure]:
    """Each load over each line."""
    for name in loads:
        for rate in rates:
            for road in roads:
                lives, silent = ROADS[road]
                yield from _through(
                    name, f"{name}, {rate} kbit/s, {road}", Line(1000 * rate, 1.5, 0.05, WINDOW, lives, silent)
                )


def _through(name: str, what: str, line: Line) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        hub = LocalHub(Path(folder) / "hub", tls=True)
        hub.start()
        laptop = Laptop.open(Path(folder) / "laptop")
        try:
            LOADS[name](hub, laptop)
            with village_line(int(hub.url.rpartition(":")[2]), line) as road:
                start = time.perf_counter()
                presses = _press(laptop, road)
                yield Figure(f"{what}: seconds", time.perf_counter() - start, "s")
                yield Figure(f"{what}: presses", presses, "")
                yield Figure(f"{what}: connections that broke", road.breaks, "")
                yield Figure(f"{what}: all bytes, TLS counted", road.passed / 1000, "KB")
        finally:
            laptop.close()
            hub.close()


def _press(laptop: Laptop, road: VillageLine) -> int:
    """How often somebody has to press until all is through."""
    for tried in range(1, TRIES + 1):
        began, passed = time.perf_counter(), road.passed
        try:
            exchange(laptop, f"https://127.0.0.1:{road.port}")
        except Unavailable as error:
            taken, went = time.perf_counter() - began, (road.passed - passed) / 1000
            print(f"  press {tried}: {error.code} after {taken:.0f} s and {went:.1f} KB", file=sys.stderr, flush=True)
            continue
        if not laptop.evidence.waiting() and not laptop.store.pack_needed():
            return tried
    raise SystemExit("it never came through")


def main() -> None:
    """The table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rates", default=",".join(map(str, RATES)))
    parser.add_argument("--roads", default=",".join(ROADS))
    parser.add_argument("--loads", default=",".join(LOADS))
    asked = parser.parse_args()
    rates = [int(rate) for rate in asked.rates.split(",")]
    tell(figures(rates, asked.roads.split(","), asked.loads.split(",")))


if __name__ == "__main__":
    main()
