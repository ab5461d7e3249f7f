"""What the internet may cost: a day's limit for photos, and the price by which Balai tells what it takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Final

from app.domain.errors import Problem
from app.ui.lanes import Lane, Run
from app.ui.messages import explain
from app.ui.screens.pengaturan.state import ActState
from app.ui.words import translate
from app.usecases.desk import Settings
from app.usecases.quota import MB, DayMeter, Quota

_PER_GB: Final = {"gb": 1, "mb": 1_000}
"""Unit of a price -> how often it is in a gigabyte."""


@dataclass(frozen=True, slots=True)
class QuotaState:
    """Limit and price as they are kept."""

    limit_mb: str = ""
    price: str = ""
    """Rupiah for a gigabyte."""
    act: ActState = field(default_factory=ActState)


class QuotaPresenter:
    """Keeps limit and price."""

    def __init__(
        self,
        settings: Settings,
        today: Callable[[], date],
        run: Run,
        show: Callable[[QuotaState], None],
        kept: Callable[[], None] = lambda: None,
    ) -> None:
        """`kept` is called once another limit is on the disk."""
        self._meter, self._run, self._out, self._kept = DayMeter(settings, today), run, show, kept
        self._state = QuotaState()

    @property
    def state(self) -> QuotaState:
        """What is shown now."""
        return self._state

    def refresh(self) -> None:
        """Ask what is kept."""
        self._run(Lane.DISK, self._meter.read, self._read, self._failed)

    def save(self, limit_mb: str, price: str, unit: str) -> None:
        """Keep both; empty means none."""
        price_gb = int(price or 0) * _PER_GB[unit]
        self._show(replace(self._state, act=ActState(busy=True)))
        work = partial(self._meter.choose, int(limit_mb or 0), price_gb)
        self._run(Lane.DISK, work, self._saved, self._failed)

    def _read(self, quota: Quota) -> None:
        limit = str(quota.limit // MB) if quota.limit else ""
        self._show(replace(self._state, limit_mb=limit, price=str(quota.price_gb or "")))

    def _saved(self, _nothing: None) -> None:
        self._show(replace(self._state, act=ActState(said=translate("Quota", "Kuota dan harga disimpan."))))
        self._kept()
        self.refresh()

    def _failed(self, problem: Problem) -> None:
        self._show(replace(self._state, act=ActState(problem=explain(problem))))

    def _show(self, state: QuotaState) -> None:
        self._state = state
        self._out(state)
