"""A store that was begun without a line: it asks its district by stick, and becomes a village with the answer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from app.composition.cards import write_card
from app.composition.desk import make_desk, open_parts, start_journal
from app.composition.enrolling import CarriedRequest
from app.composition.exchange import VaultExchange
from app.domain.errors import Problem, Refused
from app.storage.vault import OpenVault
from app.sync.enrolment import Enrolment
from app.usecases.desk import Cancelled, Desk


class WaitingStore:
    """Implements `WaitingVillage` over an open vault, whose journal has not begun."""

    def __init__(self, vault: OpenVault, password: str) -> None:
        """`password` binds the person's slot to the name and role that the answer will tell."""
        self._vault = vault
        self._password = password
        self._request = CarriedRequest(vault)

    def ask(self, code: str) -> None:
        """Make the request for a code. Refused ``enrol_code_misspelt``."""
        self._request.ask(code)

    def asked_at_ms(self) -> int:
        """When its request was made."""
        return self._request.asked_at_ms()

    def write_request(self, folder: Path, code: str = "") -> Path:
        """Write the request into a folder; `code`: ask with this one from now on."""
        return self._request.write(folder, code)

    def finish(
        self, path: Path, progress: Callable[[float], None], cancelled: Cancelled
    ) -> tuple[Desk, tuple[str, ...]]:
        """Read the answer, and what the district sent beside it."""
        enrolment = self._request.read(path)
        if cancelled():
            raise Refused("create_cancelled")
        progress(0.2)
        desk, words, exchange = settle_in(self._vault, enrolment, self._password)
        progress(0.5)
        _take_beside(exchange, path.parent, progress, cancelled)
        write_card(self._vault.folder, enrolment.village_name, self._vault.slot_id, practice=False)
        self._request.done()
        progress(1.0)
        return desk, words

    def close(self) -> None:
        """Let go of the vault; a desk that was made of it has done so itself."""
        if not self._vault.database.closed:
            self._vault.close()


def settle_in(vault: OpenVault, enrolment: Enrolment, password: str) -> tuple[Desk, tuple[str, ...], VaultExchange]:
    """Become who the district says in a vault that nothing was recorded in; the desk, the recovery words, and the line.

    Harmless when it is repeated after a power cut.
    """
    vault.people.take_certified(enrolment.name, enrolment.role, password)
    parts = open_parts(vault)
    start_journal(parts, enrolment.village, "")
    exchange = VaultExchange(parts)
    exchange.keep(enrolment)
    words = vault.people.issue_codes()
    return make_desk(open_parts(vault), exchange), words, exchange


def _take_beside(
    exchange: VaultExchange, folder: Path, progress: Callable[[float], None], cancelled: Cancelled
) -> None:
    """The district's bundles that lie beside its answer, oldest first. One that cannot be read is left: it can be read
    once more from Kirim & terima, where it is said what is wrong with it."""
    with suppress(Problem):
        for found in reversed(exchange.sticks.find(folder)):
            if found.for_us and not found.missing_parts:
                with suppress(Problem):
                    exchange.sticks.take(found.path, lambda step: progress(0.8), cancelled)
