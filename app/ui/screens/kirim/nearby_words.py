"""A talk between two laptops of the village in words."""

from __future__ import annotations

from typing import Final

from app.domain.errors import Problem, Refused
from app.ui.messages import Message, explain
from app.ui.screens.kirim.carried_words import came_lines
from app.ui.words import translate, translate_counted
from app.usecases.carry import Taken

_UNKNOWN_THERE: Final = frozenset({"nearby_not_certified", "bundle_sender_unknown"})


def spoken_code(code: str) -> str:
    """``ABCD-EFGH`` as a screen reader should say it: letter by letter, with a breath in the middle."""
    return ", ".join(" ".join(half) for half in code.split("-"))


def scan_words(code: str, addresses: tuple[str, ...]) -> str:
    """What a reader of QR codes types on the other laptop."""
    return " ".join((code, *addresses[:1]))


def read_scan(typed: str, address: str) -> tuple[str, str]:
    """Code and address of what was typed, or scanned from `scan_words`; an address typed beside it comes first."""
    words = typed.split()
    scanned = words.pop() if words and ":" in words[-1] else ""
    return " ".join(words), address.strip() or scanned


def laptop_words(laptop: str) -> str:
    """The other laptop by its name, where it is known."""
    return laptop or translate("Nearby", "Laptop yang belum dikenal")


def end_lines(taken: Taken, gave: int, laptop: str) -> tuple[str, ...]:
    """How a talk ended: what came and what was given."""
    given = translate_counted("Nearby", "Diberikan: {n} catatan.", gave)
    came = came_lines(taken)
    if not came and not gave:
        came = (translate("Nearby", "Kedua laptop sudah memegang catatan yang sama."),)
    head = translate("Nearby", "Selesai dengan {laptop}.", laptop=laptop_words(laptop))
    return (head, *came, given) if gave else (head, *came)


def explain_talk(problem: Problem) -> Message:
    """Why a talk was not held; what the other laptop refused is said from where we stand."""
    if problem.code == "nearby_other_refused":
        why = str(problem.facts.get("why", ""))
        if why in _UNKNOWN_THERE:
            return explain(Refused("nearby_unknown_there"))
        if why == "bundle_stopped":
            return explain(Refused("nearby_stopped_there"))
    return explain(problem)
