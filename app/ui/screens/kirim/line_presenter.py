"""The line as its user pays for it: what went today, what would go now, and whether it goes by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from app.domain.errors import Problem
from app.ui.lanes import Lane, Run
from app.ui.screens.kirim.line_state import LineState
from app.ui.wording import rupiah_words, size_words
from app.ui.words import translate
from app.usecases.desk import Settings
from app.usecases.quota import DayMeter, Quota
from app.usecases.rest import BATTERY, PAUSED, PAUSED_SENDING, SENDING_ON_BATTERY

_PACKED: Final = 4
"""Words go packed: at least so many times smaller."""
_ROUND_BYTES: Final = 2_000
"""What a round trip takes besides."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the lane found."""

    quota: Quota
    rests: str
    on_battery: bool


class LinePresenter:
    """`show` gets every new state."""

    def __init__(
        self,
        settings: Settings,
        resting: Callable[[], str],
        today: Callable[[], date],
        run: Run,
        show: Callable[[LineState], None],
        failed: Callable[[Problem], None],
    ) -> None:
        self._settings, self._resting, self._run, self._out, self._failed = settings, resting, run, show, failed
        self._meter = DayMeter(settings, today)
        self._words = self._photos = 0
        self._seen = _Seen(Quota(), "", False)
        self._state = LineState()

    @property
    def state(self) -> LineState:
        """What is shown now."""
        return self._state

    def refresh(self) -> None:
        """Look how the day stands."""
        self._run(Lane.DISK, self._look, self._take, self._failed)

    def set_load(self, word_bytes: int, photo_bytes: int) -> None:
        """So much waits now (words before they are packed)."""
        self._words, self._photos = word_bytes, photo_bytes
        self.refresh()

    def pause(self, paused: bool) -> None:
        """Send nothing by itself until told otherwise; an exchange in the background stops soon."""
        self._keep(PAUSED_SENDING, paused)

    def set_on_battery(self, allowed: bool) -> None:
        """Whether Balai may send by itself on the battery too."""
        self._keep(SENDING_ON_BATTERY, allowed)

    def _keep(self, key: str, yes: bool) -> None:
        def kept(_nothing: None) -> None:
            self.refresh()

        self._run(Lane.DISK, partial(self._settings.put, key, "yes" if yes else "no"), kept, self._failed)

    def _look(self) -> _Seen:
        return _Seen(self._meter.read(), self._resting(), self._settings.get(SENDING_ON_BATTERY) == "yes")

    def _take(self, seen: _Seen) -> None:
        quota, words = seen.quota, -(-self._words // _PACKED)
        load = words + self._photos + (_ROUND_BYTES if words or self._photos else 0)
        held = quota.holds_back(self._photos) if self._photos else False
        self._state = LineState(
            used=used_words(quota),
            load=load_words(quota, load) if load else "",
            held=held_words(quota) if held else "",
            beyond=beyond_words(quota, load) if held else "",
            rests=_rest_words(seen.rests),
            paused=seen.rests == PAUSED,
            on_battery=seen.on_battery,
        )
        self._out(self._state)


def used_words(quota: Quota) -> str:
    """Hari ini 3,2 MB dari 20 MB, kira-kira Rp320."""
    if quota.limit is None:
        said = translate("Line", "Hari ini {used}", used=size_words(quota.used))
    else:
        used, limit = size_words(quota.used), size_words(quota.limit)
        said = translate("Line", "Hari ini {used} dari {limit}", used=used, limit=limit)
    return f"{said}{_cost(quota, quota.used)}."


def load_words(quota: Quota, load: int) -> str:
    """What sending all that waits would take."""
    said = translate("Line", "Yang menunggu kira-kira {size}", size=size_words(load))
    return f"{said}{_cost(quota, load)}."


def held_words(quota: Quota) -> str:
    """Why photos wait."""
    if quota.left:
        left = size_words(quota.left)
        return translate(
            "Line", "Catatan tetap dikirim. Foto yang tidak muat dalam sisa {left} menunggu besok.", left=left
        )
    return translate("Line", "Batas hari ini sudah tercapai. Catatan tetap dikirim, foto menunggu besok.")


def beyond_words(quota: Quota, load: int) -> str:
    """What it means to send everything now."""
    over = max(0, quota.used + load - (quota.limit or 0))
    return translate(
        "Line",
        "Yang menunggu kira-kira {size}{cost}. Batas hari ini terlampaui kira-kira {over}.",
        size=size_words(load),
        cost=_cost(quota, load),
        over=size_words(over),
    )


def _cost(quota: Quota, size: int) -> str:
    cost = quota.cost(size)
    return "" if cost is None else translate("Line", ", kira-kira {rupiah}", rupiah=rupiah_words(cost))


def _rest_words(rests: str) -> str:
    if rests == PAUSED:
        return translate("Line", "Pengiriman sendiri dijeda. Kirim sekarang tetap bisa.")
    if rests == BATTERY:
        return translate("Line", "Laptop memakai baterai, jadi pengiriman sendiri menunggu listrik.")
    return ""
