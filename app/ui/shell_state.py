"""What the frame around the screens shows: plain data, no Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShellState:
    """Where we are, who works, and how far the work has come on its way to the district."""

    village: str = ""
    person: str = ""
    practice: bool = False
    waiting: int = 0
    """Records that are on this laptop alone."""
    waiting_photos: int = 0
    """Photos of which nobody knows that the district has them."""
    travelling: int = 0
    """Records that left and have no receipt yet."""
    decided: int = 0
    """Proposals and objections that the district has decided."""
    received: str = ""
    """Number of the district's last receipt."""
    last_exchange: str = ""
    """In words, e.g. "21 Nov 2026 pukul 14.05"; empty when there was none."""
    sending: bool = False
    trouble: str = ""
    """In words, while what was saved lacks its second copy."""
    badges: tuple[tuple[str, int], ...] = ()
    """(page key, how many things wait there)."""
