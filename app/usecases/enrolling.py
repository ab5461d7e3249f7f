"""Getting to know a district by files that are carried there and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.usecases.carry import Cancelled
    from app.usecases.desk import Desk


class CarriedEnrolment(Protocol):
    """A request that waits in the vault until its answer was read."""

    def asked_at_ms(self) -> int:
        """When the request that waits was made; 0 where none does."""

    def write_request(self, folder: Path, code: str = "") -> Path:
        """Write the request for `code` (empty: the one that waits) into a folder; the file.

        The same code makes the same request, so that any answer to it fits. Refused ``enrol_code_misspelt``,
        ``enrol_not_asked``; Unavailable ``stick_*``.
        """

    def read_answer(self, path: Path) -> None:
        """Trust the district that answered. Refused ``enrol_*``; Unavailable ``stick_*``; nothing changes then."""


class WaitingVillage(Protocol):
    """A village's store that was begun without a line and waits for the district's answer; unlocked."""

    def asked_at_ms(self) -> int:
        """When its request was made."""

    def write_request(self, folder: Path, code: str = "") -> Path:
        """As `CarriedEnrolment.write_request`."""

    def finish(
        self, path: Path, progress: Callable[[float], None], cancelled: Cancelled
    ) -> tuple[Desk, tuple[str, ...]]:
        """Read the answer, and the district's bundle where one lies beside it; the desk, and the recovery words, to be
        shown once. Refused ``enrol_*``; Unavailable ``stick_*``; the store then waits as before."""

    def close(self) -> None:
        """Let go of it; it goes on waiting."""
