"""What recording, receiving and new lists cost: ``python -m tests.benchmarks.bench_journal [people]``."""

from __future__ import annotations

import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from app.domain.payloads import PackPublished
from app.domain.roster import Roster
from app.storage.files import SealedFiles
from app.storage.integrity import verify_all
from app.storage.projection import rebuild
from app.wire.pack import FULL, Pack, encode_pack, pack_sha256
from tests.storage.laptops import KEY, VILLAGE, HandChain, Laptop, district, family, photo, roster, visit

Result = TypeVar("Result")

SAVES = 500
MONTH = 700
_PEOPLE_EACH = 4


def main(people: int) -> None:
    """Print one line for each act."""
    folder = Path(tempfile.mkdtemp())
    try:
        measure(folder, village(people), village(people, "new-"))
    finally:
        shutil.rmtree(folder)
    print(f"{'memory at most':<44}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:10.0f} MB")


def village(people: int, prefix: str = "k") -> Roster:
    """A list of `people`, four a family."""
    return roster(family(number, prefix, _PEOPLE_EACH) for number in range(people // _PEOPLE_EACH))


def measure(folder: Path, first: Roster, second: Roster) -> None:
    """A year of one laptop, in short."""
    laptop = Laptop(folder / "one")
    timed(f"own list of {first.people} people", lambda: laptop.publish(first))
    families = first.families
    spent = []
    for number in range(SAVES):
        one = families[number * 7 % len(families)]
        answers = {f"question_{place}": str(place % 5) for place in range(30)}
        words = visit(one, answers=answers, photos=(photo(number),))
        started = time.perf_counter()
        laptop.record(one.id, words)
        spent.append(time.perf_counter() - started)
    spent.sort()
    for name, part in (("p50", 0.5), ("p99", 0.99), ("most", 1.0)):
        print(f"{'save of a visit, ' + name:<44}{1000 * spent[min(SAVES - 1, int(part * SAVES))]:10.1f} ms")
    anew(laptop)
    other = Laptop(folder / "two", "laptopbbbbbb", seed=2)
    timed("another laptop takes all of it", lambda: other.take_all(laptop.store))
    chain = district()
    other.store.pin_district(chain.public_key)
    turn = 10 * SAVES
    timed("the district's list, every id another", lambda: hand_over(other, chain, second, turn))
    changed = [replace(one, decile="1") if place % 20 == 0 else one for place, one in enumerate(second.families)]
    timed("next month's list, 5 % changed", lambda: hand_over(other, chain, roster(changed), turn + 10))
    month = HandChain("laptopcccccc.1", "operator0003", 3)
    for number in range(MONTH):
        one = second.families[number % len(second.families)]
        month.write(one.id, visit(one), turn + 20 + number, sealed=False)
    timed(f"{MONTH} entries received at once", lambda: other.store.receive(month.entries))
    files = SealedFiles(folder / "files", KEY)
    timed("all chains, lists and pages checked", lambda: verify_all(other.database, files))
    laptop.close()
    other.close()


def anew(laptop: Laptop) -> None:
    """All views made again."""

    def act() -> None:
        with laptop.database.write() as connection:
            rebuild(connection)

    timed("all views rebuilt", act)


def hand_over(laptop: Laptop, chain: HandChain, people: Roster, turn: int) -> None:
    """A list of the district, told and taken."""
    body = encode_pack(Pack(people, FULL, "2026-12"))
    sha256 = pack_sha256(body)
    chain.write(
        "", PackPublished(VILLAGE, FULL, "2026-12", sha256, len(body), len(people.families), people.people), turn
    )
    laptop.store.receive(chain.entries)
    laptop.store.take_packs([(sha256, body)])


def timed(name: str, act: Callable[[], Result]) -> Result:
    """Run `act` and print what it took."""
    started = time.perf_counter()
    result = act()
    print(f"{name:<44}{time.perf_counter() - started:10.2f} s")
    return result


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
