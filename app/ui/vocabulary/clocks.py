"""When something was written, where the clock of its laptop was wrong too, and a sentence that says so."""

from __future__ import annotations

from app.domain.entry import Entry
from app.domain.happened import DOUBTFUL, Happened, happened
from app.ui.vocabulary.times import day_of, moment_of
from app.ui.words import translate


def when_of(entry: Entry, known: Happened | None) -> str:
    """The moment that is shown for an entry: as its clock said, or the nearest one that is possible."""
    return moment_of((known or _as_written(entry)).at_ms)


def doubt_of(entry: Entry, known: Happened | None) -> str:
    """What is to be said of the clock with which an entry was written; empty where nothing speaks against it."""
    found = known or _as_written(entry)
    if not found.clock:
        return ""
    if found.clock == DOUBTFUL:
        return translate("Clock", "Jam laptop saat itu mungkin salah.")
    told = moment_of(found.said_ms)
    if found.arrived_ms:
        return translate(
            "Clock",
            "Jam laptop saat itu salah (tertulis {told}); diterima kabupaten {day}.",
            told=told,
            day=day_of(found.arrived_ms),
        )
    return translate("Clock", "Jam laptop saat itu salah (tertulis {told}).", told=told)


def _as_written(entry: Entry) -> Happened:
    return happened(entry.at_ms, entry.floor_ms, None)
