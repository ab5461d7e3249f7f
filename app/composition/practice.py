"""The practice village: its own store and key, its people, and a pretended district beside it that it trusts."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.composition.desk import Parts, make_desk, open_parts, start_journal, today
from app.composition.doors import PRACTICE_PASSWORD
from app.composition.exchange import VaultExchange
from app.composition.intake import read_roster
from app.domain.errors import Refused
from app.domain.ids import PersonId
from app.storage.keys import FLOOR_PRACTICE, KdfParams
from app.storage.vault import Vault
from app.usecases.desk import Cancelled, Desk, DistrictPage, ExchangeOutcome, ExchangeProgress

if TYPE_CHECKING:
    from app.hub.local import LocalHub

VERIFIER: Final = "verifikator"
"""Who decides at the pretended district."""

KDF: Final = KdfParams(FLOOR_PRACTICE, 3, 2)
"""Cheap: there is nothing to guard, and a newcomer should not wait."""

HEAD, OPERATOR, ENUMERATOR = "Yohanes Nabu", "Maria Tefa", "Petrus Laka"


class PracticeDistrict:
    """The pretended district, served from this process on a loopback port from the first time it is needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._hub: LocalHub | None = None
        self._starting = threading.Lock()

    def hub(self) -> LocalHub:
        """The running district. Unavailable ``hub_port_taken``."""
        # Loading a web server costs a second; nobody should pay for it before the line is wanted.
        from app.hub.local import LocalHub

        with self._starting:
            if self._hub is None:
                hub = LocalHub(self._folder, name="Kabupaten Latihan", read_list=read_roster)
                hub.start()
                self._hub = hub
            return self._hub

    def page(self) -> DistrictPage:
        """Where the verifier decides, with the name and password of practice."""
        return DistrictPage(self.hub().url, VERIFIER, PRACTICE_PASSWORD)

    def close(self) -> None:
        """Stop serving."""
        with self._starting:
            if self._hub is not None:
                self._hub.close()
                self._hub = None


class PracticeExchange(VaultExchange):
    """A line to the pretended district, which is started when it is first wanted and may have moved since."""

    def __init__(self, parts: Parts, district: PracticeDistrict) -> None:
        super().__init__(parts)
        self._district = district

    def reachable(self) -> bool:
        """Always near: it is this very laptop."""
        self._follow()
        return super().reachable()

    def run(self, progress: Callable[[ExchangeProgress], None], cancelled: Cancelled) -> ExchangeOutcome:
        """One exchange with the pretended district."""
        self._follow()
        return super().run(progress, cancelled)

    def _follow(self) -> None:
        address = self._district.hub().url
        if self.enrolled() and self.hub_address() != address:
            self.set_address(address)


def practice_desk(parts: Parts, district: PracticeDistrict) -> Desk:
    """The desk of an unlocked practice village."""
    return make_desk(parts, PracticeExchange(parts, district), district.page)


def create_practice(
    folder: Path, district: PracticeDistrict, progress: Callable[[float], None], cancelled: Cancelled
) -> str:
    """Make the practice village in `folder`; gives the slot of its operator. Refused ``create_cancelled``."""

    def step(done: float) -> None:
        if cancelled():
            raise Refused("create_cancelled")
        progress(done)

    step(0.05)
    hub = district.hub()
    step(0.3)
    code = _publish(hub)
    step(0.5)
    vault = Vault.create(folder, kind="practice", name=HEAD, role="head", password=PRACTICE_PASSWORD, kdf=KDF)
    try:
        parts = open_parts(vault)
        exchange = PracticeExchange(parts, district)
        enrolment = exchange.ask(hub.url, code)
        start_journal(parts, enrolment.village, "Laptop latihan")
        exchange.keep(enrolment)
        step(0.6)
        desk = make_desk(parts, exchange)
        desk.people.add(OPERATOR, "operator", (), PRACTICE_PASSWORD)
        desk.people.add(ENUMERATOR, "enumerator", (), PRACTICE_PASSWORD)
        exchange.run(lambda _: step(0.7), cancelled)
        _confirm(hub, enrolment.village, [row.id for row in desk.people.all() if not row.certified])
        exchange.run(lambda _: step(0.85), cancelled)
        operator = next(slot.id for slot in vault.people.all() if slot.role == "operator")
        desk.close()
    except BaseException:
        vault.close()
        raise
    step(1.0)
    return operator


def _publish(hub: LocalHub) -> str:
    """Hand the invented list to the village where that was not done yet, and make a code for its head."""
    from app.hub.enrol import make_code
    from app.hub.publish import publish
    from app.hub.verifiers import set_password
    from app.practice.village import practice_village

    roster = practice_village().roster
    code = roster.village_code
    try:
        publish(hub.district, code, roster, month=f"{today():%Y-%m}", source_name="Daftar latihan")
    except Refused as problem:
        if problem.code != "pack_unchanged":
            raise
    set_password(hub.district, VERIFIER, "Verifikator Latihan", PRACTICE_PASSWORD, admin=True)
    return make_code(hub.district, code, roster.village_name, "head", HEAD).text


def _confirm(hub: LocalHub, village: str, people: list[PersonId]) -> None:
    from app.hub.enrol import confirm_person

    for person in people:
        confirm_person(hub.district, village, person)
