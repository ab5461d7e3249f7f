"""Enrolment by files: the request and its code lie in the vault until the answer was read."""

from __future__ import annotations

import base64
import json
import platform
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app import __version__
from app.composition.desk import WallClock, device_keys
from app.domain.errors import Refused
from app.storage.vault import OpenVault
from app.sync.enrol_files import read_answer, write_request
from app.sync.enrolment import EnrolledPerson, Enrolment, answered, ask
from app.wire.enrol import read_code

_KEPT: Final = "exchange.asked"


@dataclass(frozen=True, slots=True)
class _Asked:
    code: str
    message: bytes
    at_ms: int


def person_of(vault: OpenVault) -> EnrolledPerson:
    """Whoever unlocked it, as a district gets to know him."""
    return EnrolledPerson(vault.person_id, vault.signing_key.public_key().public_bytes_raw())


def label_here() -> str:
    """The laptop's own name, by which the district lists it."""
    return platform.node()[:40]


class CarriedRequest:
    """The request of one vault."""

    def __init__(self, vault: OpenVault) -> None:
        self._vault = vault

    def asked_at_ms(self) -> int:
        """When the request that waits was made; 0 where none does."""
        asked = self._asked()
        return asked.at_ms if asked else 0

    def ask(self, code: str) -> None:
        """Make the request for a code and keep it; one for the same code by the same person stays as it is. Refused
        ``enrol_code_misspelt``."""
        text = read_code(code).text
        asked = self._asked()
        if asked is not None and asked.code == text:
            return
        vault = self._vault
        message = ask(text, device_keys(vault), person_of(vault), label=label_here(), program=__version__)
        kept = {"code": text, "message": base64.b64encode(message).decode(), "at_ms": WallClock().now_ms()}
        vault.settings.put(_KEPT, json.dumps(kept | {"person": vault.person_id}))

    def write(self, folder: Path, code: str) -> Path:
        """Write the request for `code` (empty: the one that waits). Refused ``enrol_code_misspelt``,
        ``enrol_not_asked``; Unavailable ``stick_*``."""
        if code.strip():
            self.ask(code)
        return write_request(folder, device_keys(self._vault).device, self._waiting().message)

    def read(self, path: Path) -> Enrolment:
        """What the district answered; nothing is kept yet. Refused ``enrol_*``; Unavailable ``stick_*``."""
        asked = self._waiting()
        return answered(read_answer(path, asked.message), asked.message, asked.code)

    def done(self) -> None:
        """The answer was taken in: the request and its code are not needed any more."""
        self._vault.settings.forget(_KEPT)

    def _waiting(self) -> _Asked:
        asked = self._asked()
        if asked is None:
            raise Refused("enrol_not_asked")
        return asked

    def _asked(self) -> _Asked | None:
        """What waits; a request that somebody else of this laptop made carries his key, and is not this person's."""
        text = self._vault.settings.get(_KEPT)
        if text is None:
            return None
        kept = json.loads(text)
        if kept["person"] != self._vault.person_id:
            return None
        return _Asked(str(kept["code"]), base64.b64decode(kept["message"]), int(kept["at_ms"]))
