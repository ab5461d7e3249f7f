"""What bundles brought, in sentences, for the page and the command line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.hub.bundle_files import Outcome
from app.hub.bundles import Arrived
from app.hub.language import tr
from app.hub.problems import say_problem
from app.hub.words import day_of, say_day, say_time


@dataclass(frozen=True, slots=True)
class OutcomeLines:
    """One bundle."""

    title: str
    lines: tuple[str, ...]
    taken: bool
    village: str = ""
    """Whose laptops now lack the district's receipt, or its word on what it lacks; empty where there is neither."""


def outcome_lines(outcome: Outcome) -> OutcomeLines:
    """What came of a bundle."""
    if outcome.arrived is None:
        assert outcome.problem is not None
        return OutcomeLines(outcome.name, (say_problem(outcome.problem),), taken=False)
    arrived = outcome.arrived
    title = tr(
        "{village}, {laptop}, dibuat {time}",
        village=arrived.village_name,
        laptop=arrived.laptop or tr("Laptop"),
        time=say_time(arrived.at_ms),
    )
    back = arrived.receipt or arrived.gaps  # a laptop that takes us for holding more leaves that out until it hears
    return OutcomeLines(title, tuple(_lines(arrived)), taken=True, village=arrived.village if back else "")


def _lines(arrived: Arrived) -> Iterator[str]:
    if arrived.receipt:
        yield tr("Baru: {n} catatan dan {photos} foto.", n=arrived.entries, photos=arrived.photos)
        yield tr("Tanda terima nomor {number}.", number=arrived.receipt)
    else:
        yield tr("Tidak ada yang baru: semuanya sudah ada di kabupaten.")
    if arrived.set_aside:
        yield tr("{n} catatan disisihkan; disimpan, tetapi belum berlaku.", n=arrived.set_aside)
    for gap in arrived.gaps:
        whose = gap.laptop or tr("laptop yang belum dikenal")
        if gap.written_at_ms:
            day = say_day(day_of(gap.written_at_ms))
            yield tr(
                "Kurang {n} catatan dari {laptop}; ada di stik tanggal {day}.", n=gap.entries, laptop=whose, day=day
            )
        else:
            yield tr(
                "Kurang {n} catatan dari {laptop}. Semuanya masih ada di laptop itu: bawalah stik kabupaten ke desa, "
                "lalu mintalah bundel baru.",
                n=gap.entries,
                laptop=whose,
            )
