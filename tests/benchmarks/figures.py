"""A figure with its goal and the peer that it stands beside; told from one process to another as a line of JSON."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table; `beside` is the peer's value in the same unit, measured in the same run."""

    what: str
    value: float
    unit: str
    goal: float | None = None
    peer: str = ""
    beside: float | None = None
    at_least: bool = False
    """The goal is a floor (a share that is found), not a ceiling."""
    goal_ratio: float | None = None
    """The goal is about the ratio to the peer."""

    @property
    def ratio(self) -> float | None:
        """How many times the peer."""
        return self.value / self.beside if self.beside else None

    @property
    def met(self) -> bool | None:
        """Whether the goal is held; None without a goal."""
        if self.goal_ratio is not None and self.ratio is not None:
            return self.ratio <= self.goal_ratio
        if self.goal is None:
            return None
        return self.value >= self.goal if self.at_least else self.value <= self.goal


def tell(figures: Iterable[Figure]) -> None:
    """Print figures for `heard`."""
    for figure in figures:
        print(json.dumps(asdict(figure)), flush=True)


def heard(output: str) -> list[Figure]:
    """The figures among the lines that a process printed."""
    return [Figure(**json.loads(line)) for line in output.splitlines() if line.startswith('{"what"')]


def at(values: Sequence[float], percent: float) -> float:
    """The value that `percent` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def middle(values: Sequence[float]) -> float:
    """The median."""
    return statistics.median(values)


def table(figures: Sequence[Figure]) -> str:
    """All figures as a table that is Markdown too."""
    rows = [("What", "Goal", "Figure", "Held", "Peer in the same run", "Ratio"), *map(_row, figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def _row(figure: Figure) -> tuple[str, ...]:
    goal = ""
    if figure.goal_ratio is not None:
        goal = f"<= {figure.goal_ratio:g}x peer"
    elif figure.goal is not None:
        goal = f"{'>=' if figure.at_least else '<='} {_number(figure.goal)} {figure.unit}".rstrip()
    peer = "" if figure.beside is None else f"{figure.peer}: {_number(figure.beside)} {figure.unit}".rstrip()
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}x"
    held = {None: "", True: "yes", False: "NO"}[figure.met]
    return figure.what, goal, f"{_number(figure.value)} {figure.unit}".rstrip(), held, peer, ratio


def _number(value: float) -> str:
    if float(value).is_integer() and abs(value) < 1e9:
        return f"{int(value):,}"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
