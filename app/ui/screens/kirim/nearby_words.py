"""A talk between two laptops of the village in words."""

from __future__ import annotations

from typing import Final

from app.domain.errors import Problem, Refused
from app.ui.messages import Message, explain
from app.ui.screens.kirim.carried_words import came_lines, laptop_words, unreadable_words
from app.ui.words import records_words, translate
from app.usecases.carry import Given, Taken

_SCANNED: Final = 3
"""Addresses in a QR code: a laptop may be in the other one's network and in that of a telephone."""
_UNKNOWN_THERE: Final = frozenset({"nearby_not_certified", "bundle_sender_unknown"})


def spoken_code(code: str) -> str:
    """``ABCD-EFGH`` as a screen reader should say it: letter by letter, with a breath in the middle."""
    return ", ".join(" ".join(half) for half in code.split("-"))


def scan_words(code: str, addresses: tuple[str, ...]) -> str:
    """What a reader of QR codes types on the other laptop."""
    return " ".join((code, *addresses[:_SCANNED]))


def read_scan(typed: str, address: str) -> tuple[str, str]:
    """Code and address of what was typed, or scanned from `scan_words`; an address typed beside it comes first."""
    words = typed.split()
    scanned = [word for word in words if ":" in word]
    return " ".join(word for word in words if ":" not in word), address.strip() or " ".join(scanned)


def end_lines(taken: Taken, gave: Given, laptop: str) -> tuple[str, ...]:
    """How a talk ended: what came and what was given."""
    came = came_lines(taken)
    given = translate("Nearby", "Diberikan: {what}.", what=records_words(gave.entries, gave.photos))
    nothing = not (gave.entries or gave.photos)
    if not came and nothing:
        came = (translate("Nearby", "Kedua laptop sudah memegang catatan yang sama."),)
    head = translate("Nearby", "Selesai dengan {laptop}.", laptop=laptop_words(laptop))
    left = (unreadable_words(gave.unreadable),) if gave.unreadable else ()
    return (head, *came, *left) if nothing else (head, *came, given, *left)


def explain_talk(problem: Problem) -> Message:
    """Why a talk was not held; what the other laptop refused is said from where we stand."""
    if problem.code == "nearby_other_refused":
        why = str(problem.facts.get("why", ""))
        if why in _UNKNOWN_THERE:
            return explain(Refused("nearby_unknown_there"))
        if why == "bundle_stopped":
            return explain(Refused("nearby_stopped_there"))
    return explain(problem)
