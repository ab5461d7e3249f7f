"""Opens one photo; where its file is not here, has it fetched from the district when the person says so."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

from app.domain.errors import Problem, Unavailable
from app.ui.lanes import Lane, Relay, Run
from app.ui.messages import explain
from app.ui.screens.foto.state import PhotoStage, PhotoState
from app.ui.screens.keluarga.card import PhotoCard
from app.ui.wording import rupiah_words, size_words
from app.ui.words import translate
from app.usecases.desk import Exchange, Settings
from app.usecases.quota import DayMeter, Quota

BEYOND_LIMIT: Final = "photo_beyond_limit"


@dataclass(frozen=True, slots=True)
class Look:
    """What the lane found: whether the file is here, and the picture that it is."""

    here: bool
    image: object | None = None


def fetch_words(size: int) -> str:
    """What the act is called by which a photo comes here; with its size where that is known."""
    if size <= 0:
        return translate("Photo", "Ambil dari kabupaten")
    return translate("Photo", "Ambil dari kabupaten ({size})", size=size_words(size))


class PhotoPresenter:
    """`show` gets every new state; `came` is called once the file is here."""

    def __init__(
        self,
        photo: PhotoCard,
        look: Callable[[str], Look],
        exchange: Exchange,
        settings: Settings,
        today: Callable[[], date],
        run: Run,
        relay: Relay,
        show: Callable[[PhotoState], None],
        came: Callable[[], None],
    ) -> None:
        """`look` reads the file (called in the lane)."""
        self._photo, self._look, self._exchange = photo, look, exchange
        self._meter = DayMeter(settings, today)
        self._run, self._out, self._came = run, show, came
        self._progress = relay(self._went_on)
        self._stop = threading.Event()
        self._state = PhotoState()

    @property
    def state(self) -> PhotoState:
        """What is shown now."""
        return self._state

    def open(self, fetch: bool = False) -> None:
        """Show the photo; where its file is not here, offer to fetch it, or do so at once (`fetch`)."""
        self._show(PhotoState(words=translate("Photo", "Foto sedang dibuka.")))
        self._run(Lane.DISK, partial(self._look, self._photo.name), partial(self._seen, fetch), self._unreadable)

    def fetch(self) -> None:
        """Have it here: the person asked, so neither a pause nor the battery holds it back; the day's limit does until
        he says that it may be passed."""
        state = self._state
        if state.stage is PhotoStage.FETCHING or not state.offer:
            return
        waits = self._exchange.underway
        self._stop = threading.Event()
        words = (
            translate("Photo", "Menunggu kiriman yang sedang berjalan.")
            if waits
            else translate("Photo", "Menghubungi kabupaten.")
        )
        self._show(PhotoState(PhotoStage.FETCHING, words=words))
        everything = state.stage is PhotoStage.BEYOND
        self._exchange.photo_wanted()
        work = partial(self._exchange.photo, self._photo.name, self._tell, self._stop.is_set, everything=everything)
        self._run(Lane.NETWORK, work, self._fetched, self._not_fetched)

    def cancel(self) -> None:
        """Stop; what came until then is kept for the next time."""
        self._stop.set()
        if self._state.stage is PhotoStage.FETCHING:
            self._show(replace(self._state, words=translate("Photo", "Sedang dihentikan."), stopping=True))

    def _tell(self, here: int, size: int) -> None:
        self._progress((here, size))

    def _seen(self, fetch: bool, look: Look) -> None:
        if look.image is not None:
            self._show(PhotoState(PhotoStage.SHOWN, look.image))
        elif look.here:
            words = translate("Photo", "Berkas ini ada di laptop ini, tetapi tidak dapat dibuka sebagai foto.")
            self._show(PhotoState(PhotoStage.NO_PICTURE, words=words))
        else:
            self._offer(translate("Photo", "Foto ini belum ada di laptop ini."))
            if fetch:
                self.fetch()

    def _unreadable(self, problem: Problem) -> None:
        """The file was lost or spoilt here: the district may have it."""
        self._offer(explain(problem).title)

    def _offer(self, words: str) -> None:
        self._show(PhotoState(PhotoStage.MISSING, words=words, offer=fetch_words(self._photo.size)))

    def _went_on(self, moved: tuple[int, int]) -> None:
        here, size = moved
        if self._state.stage is not PhotoStage.FETCHING or self._state.stopping:
            return
        words = translate(
            "Photo", "Foto sedang diambil: {here} dari {size}.", here=size_words(here), size=size_words(size)
        )
        share = min(1.0, here / size) if size > 0 else None
        self._show(replace(self._state, words=words, share=share))

    def _fetched(self, here: bool) -> None:
        if not here:
            self._offer(translate("Photo", "Dihentikan. Bagian yang sudah sampai disimpan dan nanti diteruskan."))
            return
        self._came()
        self._show(PhotoState(words=translate("Photo", "Foto sedang dibuka.")))
        self._run(Lane.DISK, partial(self._look, self._photo.name), partial(self._seen, False), self._unreadable)

    def _not_fetched(self, problem: Problem) -> None:
        if problem.code == BEYOND_LIMIT:
            self._run(Lane.DISK, self._meter.read, self._beyond, self._failed)
        else:
            self._failed(problem)

    def _beyond(self, quota: Quota) -> None:
        offer = translate("Photo", "Ambil juga sekarang")
        self._show(PhotoState(PhotoStage.BEYOND, words=beyond_words(quota, self._photo.size), offer=offer))

    def _failed(self, problem: Problem) -> None:
        message = explain(problem)
        kept = translate("Photo", "Bagian foto yang sudah sampai disimpan dan nanti diteruskan.")
        safe = kept if isinstance(problem, Unavailable) and problem.code.startswith("line_") else ""
        words = " ".join(part for part in (message.title, safe, message.advice) if part)
        self._show(PhotoState(PhotoStage.FAILED, words=words, offer=translate("Photo", "Coba ambil lagi")))

    def _show(self, state: PhotoState) -> None:
        self._state = state
        self._out(state)


def beyond_words(quota: Quota, size: int) -> str:
    """What it means to fetch a photo though the day's limit is reached."""
    cost = quota.cost(size)
    over = max(0, quota.used + size - (quota.limit or 0))
    return translate(
        "Photo",
        "Foto ini kira-kira {size}{cost}. Batas hari ini terlampaui kira-kira {over}. Besok foto ini bisa diambil "
        "tanpa melewati batas.",
        size=size_words(size),
        cost="" if cost is None else translate("Line", ", kira-kira {rupiah}", rupiah=rupiah_words(cost)),
        over=size_words(over),
    )
