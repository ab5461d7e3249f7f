"""The card of a store: what may be known of it before anybody unlocks."""

from __future__ import annotations

import json
import time
from pathlib import Path

from app.composition.places import PRACTICE_PASSWORD
from app.storage import wiping
from app.storage.durable import write_whole
from app.usecases.doors import VaultInfo

CARD = "desa.json"
"""The village, whether it is practice or waits for its district, when and by whom it was opened."""


def write_card(folder: Path, village: str, slot: str, *, practice: bool, waiting: bool = False) -> None:
    """Write it anew: opened now, by this person."""
    card = {
        "village": village,
        "practice": practice,
        "waiting": waiting,
        "opened_at_ms": time.time_ns() // 1_000_000,
        "slot": slot,
    }
    write_whole(folder / CARD, json.dumps(card).encode())


def read_card(folder: Path) -> VaultInfo:
    """What the card says; a torn card costs the name alone. A folder whose wipe was cut may have lost its card."""
    if wiping.begun(folder):
        return VaultInfo(folder, wiping.village_of(folder), practice=False, wiped=True)
    try:
        card = json.loads((folder / CARD).read_text("utf-8"))
        practice = bool(card["practice"])
        told = PRACTICE_PASSWORD if practice else ""
        # A card of an earlier version names nobody.
        slot, waiting = str(card.get("slot", "")), bool(card.get("waiting", False))
        return VaultInfo(folder, str(card["village"]), practice, int(card["opened_at_ms"]), told, slot, waiting)
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return VaultInfo(folder, folder.name, practice=False)
