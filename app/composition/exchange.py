"""The line to the district as screens know it: enrolment kept in the vault, an exchanger while it is open."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from app import __version__
from app.composition.desk import Parts, device_keys, follow_certificate
from app.composition.enrolling import CarriedRequest, label_here, person_of
from app.composition.guarded import REVOKED_HERE
from app.domain.errors import Refused
from app.sync.carrier import Carrier
from app.sync.enrolment import Enrolment, enrol
from app.sync.exchanger import Exchanger
from app.sync.line import HttpLine, check_address
from app.sync.nearby import LanNearby
from app.sync.photo_under_way import PhotoFetcher
from app.sync.stick import FolderSticks
from app.usecases.carry import Missing
from app.usecases.desk import Cancelled, ExchangeOutcome, ExchangeProgress
from app.usecases.quota import DayMeter

_KEPT: Final = "exchange.enrolment"
_TEXT: Final = ("address", "hub", "district", "village", "village_name", "ca_pem", "role", "name")
_BYTES: Final = ("root_key", "exchange_key", "certificate")


class VaultExchange:
    """Implements the port `Exchange`; before enrolment it can only enrol."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._keys = device_keys(parts.vault)
        self._meter = DayMeter(parts.vault.settings, parts.clock.today)
        self._enrolment = _read(parts.vault.settings.get(_KEPT))
        if self._enrolment is not None:
            self._enrolment = replace(self._enrolment, given=parts.vault.words.all())
        if self._enrolment is not None and parts.vault.district_copy.get() is None:
            parts.vault.district_copy.put(_written(self._enrolment))
        self._exchanger: Exchanger | None = None
        self._underway = False
        self._wanted = 0
        self._carried = CarriedRequest(parts.vault)
        self._sticks = FolderSticks(self._carrier, parts.vault.folder / "incoming", lambda: self._trusted().village)
        self._sticks.clear()
        self._nearby = LanNearby(self._trusted, self._keys, self._carrier, parts.vault.folder / "incoming")

    @property
    def enrolment(self) -> Enrolment | None:
        """The district that this laptop trusts."""
        return self._enrolment

    def enrolled(self) -> bool:
        """Whether this laptop and a district trust each other."""
        return self._enrolment is not None

    def hub_address(self) -> str:
        """The district's address, empty before enrolment."""
        return self._enrolment.address if self._enrolment else ""

    def reachable(self) -> bool:
        """A cheap look whether the district answers just now."""
        if self._enrolment is None or not self._enrolment.address:
            return False
        line = _line(self._enrolment)(lambda sent, received: None, lambda: False)
        try:
            return line.reachable()
        finally:
            line.close()

    @property
    def sticks(self) -> FolderSticks:
        """Bundles in folders. Its acts are Refused ``exchange_not_enrolled`` before a district is known."""
        return self._sticks

    @property
    def nearby(self) -> LanNearby:
        """Laptops of the village in its own network. Its acts are Refused ``exchange_not_enrolled`` as with sticks."""
        return self._nearby

    def gaps(self) -> Sequence[Missing]:
        """What the district or another laptop told of and is not here; nothing before a district is known."""
        return self._carrier().missing() if self._enrolment is not None else ()

    def _trusted(self) -> Enrolment:
        if self._enrolment is None:
            raise Refused("exchange_not_enrolled")
        return self._enrolment

    def _carrier(self) -> Carrier:
        parts = self._parts
        return Carrier(
            self._trusted(),
            self._keys,
            entries=parts.exchange_store,
            photos=parts.evidence,
            memory=parts.vault.settings,
            seal=parts.journal.seal,
            now_ms=parts.clock.now_ms,
        )

    @property
    def underway(self) -> bool:
        """Whether an exchange runs just now, whoever asked for it."""
        return self._underway

    def run(
        self, progress: Callable[[ExchangeProgress], None], cancelled: Cancelled, *, everything: bool = False
    ) -> ExchangeOutcome:
        """One exchange; photos stop at the day's limit unless `everything` is to go.

        Refused ``exchange_not_enrolled`` before a district is known, ``exchange_no_address`` while
        nobody has said where it answers."""
        if not self._trusted().address:
            raise Refused("exchange_no_address")
        if self._exchanger is None:
            self._exchanger = self._make(self._trusted())
        before = self._list()
        left = None if everything else self._meter.read().left
        self._underway = True
        try:
            with self._noticing_revocation():
                outcome = self._exchanger.run(progress, cancelled, bytes_most=left, goes_on=True)
        finally:
            self._underway = False
        now = self._list()
        # A list that was told of at enrolment arrives with the first exchange, which hears nothing of its month.
        return replace(outcome, list_month=now[1]) if now != before else outcome

    def photo_wanted(self) -> None:
        """Somebody is about to ask for `photo`."""
        self._wanted += 1

    @property
    def photo_waits(self) -> bool:
        """Whether somebody waits for a photo."""
        return self._wanted > 0

    def photo(
        self,
        name: str,
        progress: Callable[[int, int], None],
        cancelled: Cancelled,
        *,
        everything: bool = False,
    ) -> bool:
        """Have a photo of another laptop here (see `Exchange.photo`)."""
        self._wanted = 0  # its turn has come; one that waits behind it follows at once
        enrolment = self._trusted()
        if not enrolment.address:
            raise Refused("exchange_no_address")
        parts = self._parts
        fetcher = PhotoFetcher(
            enrolment,
            self._keys,
            entries=parts.exchange_store,
            photos=parts.evidence,
            memory=parts.vault.settings,
            line=_line(enrolment),
            spent=self._meter.spent,
        )
        left = None if everything else self._meter.read().left
        with self._noticing_revocation():
            return fetcher.fetch(name, progress, cancelled, bytes_most=left)

    @contextmanager
    def _noticing_revocation(self) -> Iterator[None]:
        """A laptop that the district refuses for good knows it from then on."""
        try:
            yield
        except Refused as refused:
            if refused.code == "exchange_device_revoked":
                self._parts.vault.settings.put(REVOKED_HERE, "yes")
            raise

    def ask(self, address: str, code: str) -> Enrolment:
        """Trust each other by the code; nothing is kept before `keep`."""
        person = person_of(self._parts.vault)
        return enrol(address, code, self._keys, person, label=label_here(), program=__version__)

    def keep(self, enrolment: Enrolment) -> None:
        """Pin the district, take in what it said, let it open the mirror and the vault when all else is lost.

        The slot takes the role that the district certified at once; who sits at the desk acts in it from the next
        unlocking on.
        """
        store, vault = self._parts.exchange_store, self._parts.vault
        store.pin_district(enrolment.root_key)
        store.receive(enrolment.entries)
        vault.set_hub_key(enrolment.exchange_key)
        vault.people.set_district(enrolment.exchange_key)
        follow_certificate(vault)
        self._remember(replace(enrolment, entries=()))

    def enrol(self, address: str, code: str) -> None:
        """Trust a district by its code. Refused ``enrol_other_village`` where this laptop holds another village."""
        self._take(self.ask(address, code))

    def asked_at_ms(self) -> int:
        """When the request that is carried was made; 0 where none is."""
        return self._carried.asked_at_ms()

    def write_request(self, folder: Path, code: str = "") -> Path:
        """Write the request for a code as a file (see `CarriedEnrolment`)."""
        return self._carried.write(folder, code)

    def read_answer(self, path: Path) -> None:
        """Trust the district by its answer that was carried here. Refused as `enrol` and ``enrol_file_*``."""
        self._take(self._carried.read(path))
        self._carried.done()

    def _take(self, found: Enrolment) -> None:
        held = self._village()
        if held and held != found.village:
            raise Refused("enrol_other_village", held=held, offered=found.village)
        self.keep(found)

    def set_address(self, address: str) -> None:
        """The same district at another address."""
        self._remember(replace(self._trusted(), address=check_address(address)))

    def _village(self) -> str:
        with self._parts.vault.database.read() as connection:
            return str(connection.exec_driver_sql("SELECT village_code FROM register_place").scalar() or "")

    def _list(self) -> tuple[str, str]:
        """The pack that holds today, and its month; empty before the first."""
        with self._parts.vault.database.read() as connection:
            row = connection.exec_driver_sql("SELECT id, month FROM pack WHERE applied = 2").first()
        return (str(row[0]), str(row[1])) if row else ("", "")

    def _remember(self, enrolment: Enrolment) -> None:
        self._parts.vault.settings.put(_KEPT, _written(enrolment))
        self._parts.vault.district_copy.put(_written(enrolment))
        self._enrolment = replace(enrolment, given=self._parts.vault.words.all())
        self._exchanger = None

    def _make(self, enrolment: Enrolment) -> Exchanger:
        parts = self._parts
        return Exchanger(
            enrolment,
            self._keys,
            entries=parts.exchange_store,
            photos=parts.evidence,
            memory=parts.vault.settings,
            line=_line(enrolment),
            seal=parts.journal.seal,
            now_ms=parts.clock.now_ms,
            spent=self._meter.spent,
        )


def trust_again(parts: Parts) -> None:
    """After the store began anew: the district that this laptop trusted, from the copy beside the store, if any."""
    kept = parts.vault.district_copy.get()
    enrolment = _read(kept)
    if kept is None or enrolment is None:
        return
    parts.exchange_store.pin_district(enrolment.root_key)
    parts.vault.set_hub_key(enrolment.exchange_key)
    parts.vault.settings.put(_KEPT, kept)


def _line(enrolment: Enrolment) -> Callable[[Callable[[int, int], None], Callable[[], bool]], HttpLine]:
    def make(moved: Callable[[int, int], None], stopped: Callable[[], bool]) -> HttpLine:
        return HttpLine(enrolment.address, enrolment.ca_pem, enrolment.hub, moved=moved, stopped=stopped)

    return make


def _written(enrolment: Enrolment) -> str:
    data: dict[str, Any] = {name: getattr(enrolment, name) for name in _TEXT}
    data |= {name: base64.b64encode(getattr(enrolment, name)).decode() for name in _BYTES}
    return json.dumps(data | {"rts": list(enrolment.rts)})


def _read(text: str | None) -> Enrolment | None:
    if text is None:
        return None
    data = json.loads(text)
    values: dict[str, Any] = {name: data[name] for name in _TEXT}
    # One that was kept before certificates were is without.
    values |= {name: base64.b64decode(data.get(name, "")) for name in _BYTES}
    return Enrolment(**values, rts=tuple(data["rts"]))
