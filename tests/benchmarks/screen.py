"""One sitting, one kind of figure, told as JSON: ``python -m tests.benchmarks.screen FOLDER ACT PEOPLE``.

Acts: unlock, hurry, typing, saving, memory. Each wants a process of its own, as a person's laptop has.
"""

from __future__ import annotations

import gc
import random
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.domain.ids import FamilyId, MemberId
from app.domain.payloads import MemberSeen, VisitRecorded
from app.storage.keys import password_key
from app.ui.lanes import Lane
from app.usecases.reading import FamilyFilter, FamilyRow, FamilySort
from app.usecases.record_visit import RecordVisit
from app.wire.payload import encode_payload
from tests.benchmarks.figures import Figure, at, middle, tell
from tests.benchmarks.laptops import KDF, PASSWORD
from tests.benchmarks.sitting import Painted, Sitting, pause
from tests.storage.misspelling import misspelt

KEYS, SAVES = 300, 200
BETWEEN_KEYS_MS, BETWEEN_SAVES_MS = 100.0, 60.0
"""Ten keys a second for half a minute is faster than anybody types."""
SEED = 11


def unlock(folder: Path, people: str) -> Iterator[Figure]:
    """From Enter to the list, less the key derivation alone."""
    yield from _unlocked(folder, f"unlock to list, beyond key derivation, {people}", 2_000)


def hurry(folder: Path, people: str) -> Iterator[Figure]:
    """The same for one who presses Enter as soon as the lock screen stands (a password from a scanner, say)."""
    yield from _unlocked(folder, f"the same with Enter at once, {people}", 0)


def _unlocked(folder: Path, what: str, typing_ms: float) -> Iterator[Figure]:
    sitting = Sitting(folder)
    whole = sitting.unlock(typing_ms)
    alone = []
    for _ in range(5):
        start = time.perf_counter()
        password_key(PASSWORD, bytes(16), KDF)
        alone.append(time.perf_counter() - start)
    yield Figure(what, whole - middle(alone), "s", 1.0)
    sitting.close()


def typing(folder: Path, people: str) -> Iterator[Figure]:
    """Names, misspelt names, numbers and addresses, key by key."""
    sitting = Sitting(folder)
    sitting.unlock()
    sitting.settle()
    sitting.page.search_field.setFocus()
    spent: list[float] = []
    for text in _texts(sitting):
        for key in text:
            taken = 1000 * sitting.type_key(key)
            spent.append(taken)
            pause(BETWEEN_KEYS_MS - taken)
        sitting.clear_search()
        if len(spent) >= KEYS:
            break
    yield Figure(f"key to results on screen, {people}, p99", at(spent, 99), "ms", 50.0)
    yield Figure(f"key to results on screen, {people}, p50", at(spent, 50), "ms")
    yield Figure(f"key to results on screen, {people}, slowest of {len(spent)}", max(spent), "ms")
    sitting.close()


def saving(folder: Path, people: str) -> Iterator[Figure]:
    """Visits, each flushed, anchored and mirrored; beside one row of the same bytes into plain SQLite."""
    sitting = Sitting(folder)
    sitting.unlock()
    sitting.settle()
    rows = list(sitting.program.desk.reading.families(FamilyFilter(), FamilySort(), 0, SAVES))
    spent, stored, commits = [], [], _plain_commits(folder / "plain.db", encode_payload(_visit(rows[0]))[2])
    for number in range(SAVES):
        shown, kept = _saved(sitting, rows[number % len(rows)])
        spent.append(1000 * shown)
        stored.append(1000 * kept)
        pause(BETWEEN_SAVES_MS)
    peer = "plain SQLite commit, FULL"
    yield Figure(f"save to 'Tersimpan', {people}, p99", at(spent, 99), "ms", 50.0, peer, at(commits, 99))
    yield Figure(f"save to 'Tersimpan', {people}, p50", at(spent, 50), "ms", None, peer, at(commits, 50))
    yield Figure(f"of it in the journal, {people}, p50", at(stored, 50), "ms", None, peer, at(commits, 50))
    sitting.close()


def memory(folder: Path, people: str) -> Iterator[Figure]:
    """The whole process with the list open, after some searching and a family looked at."""
    sitting = Sitting(folder)
    sitting.unlock()
    sitting.settle()
    for text in [text for _, text in zip(range(12), _texts(sitting), strict=False)]:
        for key in text:
            sitting.type_key(key)
        sitting.clear_search()
    page = sitting.page
    page.table.verticalScrollBar().setValue(page.table.verticalScrollBar().maximum() // 2)
    sitting.settle()
    row = sitting.program.desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0]
    page.open(family=row.id)
    sitting.settle()
    pause(2_000)
    gc.collect()
    yield Figure(f"memory, {people}, list and a family open (RSS)", _kilobytes("status", "VmRSS") / 1000, "MB", 220.0)
    yield Figure(f"memory, {people}, its proportional share (PSS)", _kilobytes("smaps_rollup", "Pss") / 1000, "MB")
    sitting.close()


def _texts(sitting: Sitting) -> Iterator[str]:
    chance = random.Random(SEED)
    rows = list(sitting.program.desk.reading.families(FamilyFilter(), FamilySort(), 0, 2_000))
    while True:
        row = chance.choice(rows)
        kind = chance.choices(("name", "misspelt", "address"), (60, 30, 10))[0]
        text = {
            "name": row.head_name,
            "misspelt": misspelt(row.head_name, chance),
            "address": row.address,
        }[kind].lower()
        if text:
            yield text[:14]


def _visit(row: FamilyRow) -> VisitRecorded:
    answers: dict[str, str | int | float | bool | tuple[str, ...]] = {
        f"id_pertanyaan_{number}": str(number % 5) for number in range(30)
    }
    members = tuple(MemberSeen(MemberId(f"{row.id}-{number}"), "1", {}) for number in range(4))
    return VisitRecorded(
        "dtsen-visit", "1", 1, "found", "", "1", row.head_name, members=members, answers=answers, statement=True
    )


def _saved(sitting: Sitting, row: FamilyRow) -> tuple[float, float]:
    """Seconds from the press to the painted word, and how many of them the journal took in its lane."""
    window = sitting.program._window
    assert window is not None
    toast, record = window.shell.toast, RecordVisit(sitting.program.desk.journal)
    kept: list[float] = []
    toast.hide()
    painted = Painted(lambda: bool(kept), toast)

    def told(seconds: float) -> None:
        kept.append(seconds)
        window.shell.say("Tersimpan di laptop ini.")

    def work() -> float:
        began = time.perf_counter()
        record(FamilyId(row.id), _visit(row))
        return time.perf_counter() - began

    start = time.perf_counter()
    sitting.program._tasks.run(Lane.DISK, work, told)
    return painted.wait() - start, kept[0]


def _plain_commits(path: Path, row: bytes) -> list[float]:
    plain = sqlite3.connect(path, isolation_level=None)
    plain.execute("PRAGMA journal_mode = WAL")
    plain.execute("PRAGMA synchronous = FULL")
    plain.execute("CREATE TABLE told (seq INTEGER PRIMARY KEY, payload BLOB)")
    spent = []
    for _ in range(SAVES):
        start = time.perf_counter()
        plain.execute("INSERT INTO told (payload) VALUES (?)", (row,))
        spent.append(1000 * (time.perf_counter() - start))
    plain.close()
    return spent


def _kilobytes(file: str, name: str) -> float:
    """Of this process, as the kernel counts them (1,024 bytes each); given in thousands of bytes."""
    lines = Path(f"/proc/self/{file}").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith(f"{name}:"))) * 1.024


ACTS: dict[str, Any] = {"unlock": unlock, "hurry": hurry, "typing": typing, "saving": saving, "memory": memory}


if __name__ == "__main__":
    tell(ACTS[sys.argv[2]](Path(sys.argv[1]), f"{int(sys.argv[3]):,} people"))
