"""Kirim & terima: shows what waits, sends it, tells what became of it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from app.domain.entry import Recorded
from app.domain.errors import Problem
from app.ui.lanes import Lane, Run
from app.ui.messages import explain
from app.ui.screens.kirim.carried_words import missing_lines
from app.ui.screens.kirim.state import ExchangeState, ItemShown, Stage
from app.ui.screens.kirim.words import (
    asked_words,
    items_shown,
    outcome_lines,
    receipts_shown,
    results_shown,
    step_words,
    waiting_words,
)
from app.ui.vocabulary.times import moment_of
from app.ui.wording import number_words, size_words
from app.ui.words import translate
from app.usecases.carry import Missing
from app.usecases.desk import (
    AUTOMATIC_SENDING,
    DistrictPage,
    Exchange,
    ExchangeOutcome,
    ExchangeProgress,
    Settings,
)
from app.usecases.home import Home
from app.usecases.reading import Reading, VillageInfo, Waiting

RECEIPTS = 8
OFF, ON = "no", "yes"


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the lane found."""

    waiting: Waiting
    receipts: Sequence[Recorded]
    home: Home
    village: VillageInfo
    enrolled: bool
    address: str
    automatic: bool
    asked_at_ms: int
    gaps: Sequence[Missing]


class ExchangePresenter:
    """`show` gets every new state; what an exchange wrote shows in `reading.version()` to whoever asks it."""

    def __init__(
        self,
        reading: Reading,
        exchange: Exchange,
        settings: Settings,
        run: Run,
        relay: Callable[[Callable[[ExchangeProgress], None]], Callable[[ExchangeProgress], None]],
        show: Callable[[ExchangeState], None],
        district_page: Callable[[], DistrictPage | None],
        open_address: Callable[[str], None],
        gaps: Callable[[], Sequence[Missing]],
    ) -> None:
        self._reading, self._exchange, self._settings = reading, exchange, settings
        self._run, self._out, self._district_page = run, show, district_page
        self._open_address, self._gaps = open_address, gaps
        self._progress = relay(self._went_on)
        self._stop = threading.Event()
        self._before: tuple[ItemShown, ...] = ()
        self._outcome: ExchangeOutcome | None = None
        self._state = ExchangeState()

    @property
    def state(self) -> ExchangeState:
        """What is shown now."""
        return self._state

    def refresh(self) -> None:
        """Look what waits."""
        work = partial(_look, self._reading, self._exchange, self._settings, self._gaps)
        self._run(Lane.DISK, work, self._seen, self._cannot_look)

    def send(self, *, everything: bool = False) -> None:
        """One exchange; words first, photos after, and beyond the day's limit where `everything` is to go."""
        if self._state.stage is not Stage.READY or not self._state.enrolled:
            return
        self._stop = threading.Event()
        self._before, self._outcome = self._state.items, None
        self._show(
            replace(
                self._state,
                stage=Stage.SENDING,
                step=step_words(ExchangeProgress("connecting")),
                share=None,
                stopping=False,
                outcome=(),
                results=(),
                problem=None,
            )
        )
        work = partial(self._exchange.run, self._progress, self._stop.is_set, everything=everything)
        self._run(Lane.NETWORK, work, self._sent, self._not_sent)

    def cancel(self) -> None:
        """Stop; what came through until then stays."""
        self._stop.set()
        self._show(replace(self._state, stopping=True))

    def enrol(self, address: str, code: str) -> None:
        """Trust each other with the district by its code."""
        if self._state.stage is not Stage.READY:
            return
        self._show(replace(self._state, stage=Stage.ENROLLING, problem=None))
        self._run(Lane.NETWORK, partial(self._exchange.enrol, address, code), self._enrolled, self._not_sent)

    def write_request(self, folder: Path, code: str) -> None:
        """Write the request for a code to a stick; without a code, the one that waits once more."""
        if self._state.stage is Stage.READY:
            self._show(replace(self._state, problem=None, outcome=()))
            work = partial(self._exchange.write_request, folder, code)
            self._run(Lane.DISK, work, self._written, self._not_sent)

    def read_answer(self, path: Path) -> None:
        """Trust the district by the answer that was carried here."""
        if self._state.stage is Stage.READY:
            self._show(replace(self._state, stage=Stage.ENROLLING, problem=None, outcome=()))
            self._run(Lane.DISK, partial(self._exchange.read_answer, path), self._enrolled, self._not_sent)

    def open_district(self) -> None:
        """Practice: be the district oneself, in the browser."""
        self._run(Lane.NETWORK, self._district_page, self._found_to_open, self.tell)

    def set_automatic(self, automatic: bool) -> None:
        """Whether Balai sends by itself when a line appears."""
        self._show(replace(self._state, automatic=automatic))
        work = partial(self._settings.put, AUTOMATIC_SENDING, ON if automatic else OFF)
        self._run(Lane.DISK, work, _kept, self.tell)

    def _seen(self, seen: _Seen) -> None:
        waiting = seen.waiting
        items = items_shown(waiting.items)
        last = moment_of(seen.home.last_exchange_at_ms)
        busy = self._state.stage in (Stage.SENDING, Stage.ENROLLING)
        state = replace(
            self._state,
            stage=self._state.stage if busy else Stage.READY,
            enrolled=seen.enrolled,
            practice=seen.village.practice,
            address=seen.address,
            asked=asked_words(seen.asked_at_ms),
            words=number_words(waiting.words),
            word_size=waiting_words(waiting.words, waiting.word_bytes, seen.home.travelling),
            photos=number_words(waiting.photos),
            photo_size=size_words(waiting.photo_bytes) if waiting.photos else "",
            last=translate("Exchange", "Terakhir {when}", when=last)
            if last
            else translate("Home", "Belum pernah bertukar data dengan kabupaten"),
            items=items,
            word_bytes=waiting.word_bytes,
            photo_bytes=waiting.photo_bytes,
            receipts=receipts_shown(seen.receipts),
            gaps=tuple(missing_lines(seen.gaps)),
            automatic=seen.automatic,
        )
        if self._outcome is not None:
            state = replace(state, results=results_shown(self._before, items, self._outcome, seen.receipts))
            self._outcome = None
        self._show(state)

    def _found_page(self, page: DistrictPage | None) -> None:
        if page is not None:
            self._show(replace(self._state, page_address=page.address, verifier=(page.user, page.password)))

    def _found_to_open(self, page: DistrictPage | None) -> None:
        self._found_page(page)
        if page is not None:
            self._open_address(page.address)

    def _went_on(self, progress: ExchangeProgress) -> None:
        if self._state.stage is Stage.SENDING:
            share = min(1.0, progress.done / progress.total) if progress.total > 0 else None
            self._show(replace(self._state, step=step_words(progress), share=share))

    def _sent(self, outcome: ExchangeOutcome) -> None:
        self._outcome = outcome
        good = not outcome.quarantined and not outcome.notices
        lines = outcome_lines(outcome)
        self._show(replace(self._state, stage=Stage.READY, outcome=lines, outcome_good=good, stopping=False, step=""))
        self.refresh()
        if self._state.practice:
            self._run(Lane.NETWORK, self._district_page, self._found_page, self.tell)

    def _not_sent(self, problem: Problem) -> None:
        stopped = self._stop.is_set() and self._state.stage is Stage.SENDING
        lines = (translate("Exchange", "Dihentikan. Yang sudah sampai tetap sampai, sisanya menunggu."),)
        self._show(
            replace(
                self._state,
                stage=Stage.READY,
                stopping=False,
                step="",
                outcome=lines if stopped else (),
                outcome_good=not stopped,
                problem=None if stopped else explain(problem),
            )
        )
        self.refresh()

    def _written(self, path: Path) -> None:
        lines = (
            translate("Exchange", "Permintaan tertulis: {file}. Stik aman dicabut.", file=path.name),
            translate("Exchange", "Bawa ke kabupaten. Berkas jawabannya dibaca di sini."),
        )
        self._show(replace(self._state, outcome=lines, outcome_good=True, problem=None))
        self.refresh()

    def _enrolled(self, _nothing: None) -> None:
        lines = (translate("Exchange", "Laptop ini dan kabupaten sudah saling mengenal."),)
        self._show(
            replace(self._state, stage=Stage.READY, enrolled=True, outcome=lines, outcome_good=True, problem=None)
        )
        self.refresh()

    def _cannot_look(self, problem: Problem) -> None:
        self._show(replace(self._state, stage=Stage.FAILED, problem=explain(problem)))

    def tell(self, problem: Problem) -> None:
        """Something beside an exchange did not work."""
        self._show(replace(self._state, problem=explain(problem)))

    def _show(self, state: ExchangeState) -> None:
        self._state = state
        self._out(state)


def _look(reading: Reading, exchange: Exchange, settings: Settings, gaps: Callable[[], Sequence[Missing]]) -> _Seen:
    """In the lane: everything that the screen shows."""
    return _Seen(
        reading.waiting(),
        reading.receipts(RECEIPTS),
        reading.home(),
        reading.village(),
        exchange.enrolled(),
        exchange.hub_address(),
        settings.get(AUTOMATIC_SENDING) != OFF,
        exchange.asked_at_ms(),
        gaps(),
    )


def _kept(_nothing: None) -> None:
    """The switch shows it already."""
