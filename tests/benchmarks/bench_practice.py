"""How long an invented village takes: ``python -m tests.benchmarks.bench_practice [families ...]``."""

from __future__ import annotations

import sys
import time

from app.practice.village import generate


def main() -> None:
    """Prints people and seconds for each size."""
    for families in [int(size) for size in sys.argv[1:]] or [300, 1_200, 10_000, 24_000]:
        start = time.perf_counter()
        village = generate(1, families)
        print(f"{families:>7} families {village.roster.people:>8} people {time.perf_counter() - start:6.2f} s")


if __name__ == "__main__":
    main()
