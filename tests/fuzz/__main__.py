"""A long run: ``python -m tests.fuzz [--seconds 60] [--seed 1] [--atheris] [target ...]``.

Recipes of mutations come from a seed, or with ``--atheris`` from Google's fuzzer that is guided by coverage; it is
installed for that alone (``pip install atheris``; Linux). A finding is told with what repeats it.
"""

from __future__ import annotations

import argparse
import importlib
import logging
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.fuzz.harness import check
from tests.fuzz.mutate import STEPS, Step, random_steps
from tests.fuzz.targets import TARGETS, Target
from tests.fuzz.world import world


def main() -> int:
    """1 where something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("targets", nargs="*", help="parts of their names (all otherwise)")
    parser.add_argument("--seconds", type=float, default=60.0, help="for each target")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("--atheris", action="store_true", help="guided by coverage; one target")
    asked = parser.parse_args()
    logging.getLogger("python_multipart").setLevel(logging.ERROR)  # it tells of every wrong byte
    chosen = [one for one in TARGETS if not asked.targets or any(part in one.name for part in asked.targets)]
    if asked.atheris:
        return _guided(chosen[0], asked.seconds)
    return sum(_run(target, asked.seconds, asked.seed) for target in chosen) and 1


def _run(target: Target, seconds: float, seed: int) -> int:
    chance, said, found = random.Random(seed), Counter[str](), 0
    with tempfile.TemporaryDirectory() as folder, world(Path(folder)) as made:
        seeds = target.seeds(made)
        end = time.monotonic() + seconds
        while time.monotonic() < end and not found:
            which, steps = chance.randrange(len(seeds)), random_steps(chance)
            try:
                said[check(target, made, seeds, which, steps) or "a value"] += 1
            except Exception:  # noqa: BLE001 - whatever it is, it was found
                found = 1
                print(f"{target.name}: message {which}, steps {steps}\n{traceback.format_exc()}", file=sys.stderr)
    print(f"{target.name}: {said.total()} messages: {dict(said.most_common())}", flush=True)
    return found


def _guided(target: Target, seconds: float) -> int:
    atheris: Any = importlib.import_module("atheris")
    with tempfile.TemporaryDirectory() as folder, world(Path(folder)) as made:
        seeds = target.seeds(made)

        def one(data: bytes) -> None:
            provider = atheris.FuzzedDataProvider(data)
            check(target, made, seeds, provider.ConsumeIntInRange(0, len(seeds) - 1), _recipe(provider))

        atheris.instrument_all()
        atheris.Setup([sys.argv[0], f"-max_total_time={int(seconds)}"], one)
        atheris.Fuzz()
    return 0


def _recipe(provider: Any) -> Sequence[Step]:
    number = provider.ConsumeIntInRange
    return [
        (number(0, len(STEPS) - 1), number(0, (1 << 16) - 1), number(0, (1 << 16) - 1)) for _ in range(number(1, 5))
    ]


if __name__ == "__main__":
    sys.exit(main())
