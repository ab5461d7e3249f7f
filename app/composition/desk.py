"""One unlocked laptop: the vault's parts put together into what screens know as a `Desk`."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app import __version__
from app.composition.custody import VaultCustody
from app.composition.guarded import GuardedJournal, OwnStanding
from app.composition.intake import SheetIntake
from app.composition.people import VaultPeople
from app.domain.errors import Problem, Refused
from app.domain.ids import PackId
from app.domain.intake import ListDraft
from app.domain.payloads import ListExported
from app.domain.photo_name import photo_names_in
from app.domain.policy import HEAD, OPERATOR, may_export
from app.domain.roster import Roster, by_village
from app.sheets.changes_out import write_changes
from app.shelf.regions import load_regions
from app.storage.evidence import SqlEvidence
from app.storage.exchange_store import SqlExchangeStore
from app.storage.integrity import against_anchor, check_against_anchor, settle_anchor, verify_all
from app.storage.journal import Origin, SqlJournal
from app.storage.local_lists import SqlRegister
from app.storage.officials import Official, official
from app.storage.photos import import_photo
from app.storage.reading import SqlReading
from app.storage.reading_village import village
from app.storage.vault import OpenVault
from app.sync.enrolment import DeviceKeys
from app.sync.power import on_battery
from app.ui.vocabulary.flags import flag_words
from app.usecases.carry import Missing, Nearby, Sticks
from app.usecases.desk import Desk, DistrictPage, Exchange, Photo
from app.usecases.export_list import CHANGES, LogExport, RecordExport
from app.usecases.ports import Actor
from app.usecases.practice_key import PlantedError
from app.usecases.rest import resting
from app.wire.trust import device_id


class WallClock:
    """The laptop's clock."""

    def now_ms(self) -> int:
        """Milliseconds since 1970 UTC."""
        return time.time_ns() // 1_000_000

    def today(self) -> date:
        """The local day."""
        return datetime.fromtimestamp(self.now_ms() / 1000, UTC).astimezone().date()


class SmallPhotos:
    """Makes photos small."""

    def shrink(self, source: Path | bytes) -> Photo:
        """See app.storage.photos."""
        return import_photo(source)


@dataclass(frozen=True)
class Parts:
    """The vault's parts while it is open, for whoever puts more on top (the line, the doors)."""

    vault: OpenVault
    actor: Actor
    journal: SqlJournal
    exchange_store: SqlExchangeStore
    evidence: SqlEvidence
    register: SqlRegister
    clock: WallClock


class Roads(Exchange, Protocol):
    """The line to the district, and what goes without one."""

    @property
    def sticks(self) -> Sticks:
        """Bundles in folders."""

    @property
    def nearby(self) -> Nearby:
        """Laptops of the village in its own network."""

    def gaps(self) -> Sequence[Missing]:
        """What was told of and is not here."""


def today() -> date:
    """The laptop's local day, where no vault is open yet."""
    return WallClock().today()


def device_keys(vault: OpenVault) -> DeviceKeys:
    """This laptop's own keys and its name, which all follow from the vault's key."""
    signing = Ed25519PrivateKey.from_private_bytes(vault.subkey("device_signing"))
    exchange = X25519PrivateKey.from_private_bytes(vault.subkey("device_exchange"))
    return DeviceKeys(device_id(signing.public_key().public_bytes_raw()), signing, exchange)


def open_parts(vault: OpenVault, clock: WallClock | None = None) -> Parts:
    """The parts of a vault whose journal may be empty yet; all go by `clock`, else by the laptop's own."""
    actor = _actor(vault)
    clock = clock or WallClock()
    journal = SqlJournal(
        vault.database, vault.anchor, vault.mirror, actor=actor, signing_key=vault.signing_key, clock=clock
    )
    store = SqlExchangeStore(vault.database, journal, clock)
    evidence = SqlEvidence(vault.database, vault.files, clock)
    return Parts(vault, actor, journal, store, evidence, SqlRegister(journal), clock)


def start_journal(parts: Parts, village: str, label: str) -> None:
    """Begin this laptop's chain where there is none, and introduce the person at the desk; harmless when repeated."""
    parts.journal.start(Origin(device_keys(parts.vault).device, village, label, __version__))


DistrictPageOf = Callable[[], DistrictPage | None]


PracticeKeyOf = Callable[[], Sequence[PlantedError]]


def _no_page() -> DistrictPage | None:
    return None


def _nothing_planted() -> Sequence[PlantedError]:
    return ()


def make_desk(
    parts: Parts,
    exchange: Roads,
    district_page: DistrictPageOf = _no_page,
    practice_key: PracticeKeyOf = _nothing_planted,
) -> Desk:
    """The desk of the person who unlocked. What opening found is in `findings`."""
    vault = parts.vault
    opening = check_against_anchor(vault.database, vault.anchor, vault.mirror)
    sweep_photos(parts)
    reading = SqlReading(
        vault.database,
        parts.clock,
        person=parts.actor.person,
        rts=parts.actor.rts,
        practice=vault.kind == "practice",
    )
    start_journal(parts, reading.village().code, "")
    device = device_keys(vault).device
    standing = OwnStanding(vault, device, parts.exchange_store.own_chain())
    journal = GuardedJournal(parts.journal, standing)
    return Desk(
        actor=parts.actor,
        clock=parts.clock,
        journal=journal,
        reading=reading,
        contests=reading,
        lists=reading,
        trail=reading,
        save_changes=partial(_save_changes, parts.actor, RecordExport(journal)),
        drafts=vault.drafts,
        evidence=parts.evidence,
        photos=SmallPhotos(),
        exchange=exchange,
        sticks=exchange.sticks,
        nearby=exchange.nearby,
        people=VaultPeople(vault, parts.journal, reading, standing.check),
        custody=VaultCustody(vault, parts.journal, device, exchange.enrolled, standing.check),
        settings=vault.settings,
        gaps=exchange.gaps,
        resting=partial(resting, vault.settings, on_battery),
        verify=partial(verify_all, vault.database, vault.files),
        intake=SheetIntake(vault.settings, parts.clock.today, flag_words, RecordExport(journal)),
        take_list=partial(_take_list, parts, standing),
        today=parts.clock.today,
        district_page=district_page,
        practice_key=practice_key,
        findings=_findings(vault, opening.recovered, opening.problem, standing.notice(parts.clock.today())),
        unguarded=lambda: parts.journal.unguarded,
        settle=partial(_settle, parts),
        close=partial(_close, parts),
    )


def sweep_photos(parts: Parts) -> None:
    """Remove photos that neither the journal nor any draft tells of, and what a power cut left half written.

    At opening only: later on, a photo may just be on its way into a draft.
    """
    keep: set[str] = set()
    for draft in parts.vault.drafts.list(everyone=True):
        for text in (*draft.fields, *draft.fields.values()):
            keep.update(photo_names_in(text))
    parts.evidence.forget_untold(keep)
    parts.vault.files.sweep()


def take_list(parts: Parts, draft: ListDraft) -> PackId:
    """Make a list that was read the newest pack of this village, marked as this laptop's own.

    Of a list that covers several villages, the part of this one. Refused ``list_other_village`` (facts: held, offered)
    and ``list_of_district_stands``: the district's own list is not replaced by a file.
    """
    with parts.vault.database.read() as connection:
        held = village(connection, practice=False)
    if held.pack is not None and not held.extra.get("local"):
        raise Refused("list_of_district_stands")
    roster = _part_of(draft.roster, held.code) if held.pack is not None else draft.roster
    return parts.register.publish_local(
        roster, source_name=draft.file_name, source_sha256=draft.sha256, month=f"{parts.clock.today():%Y-%m}"
    )


def follow_certificate(vault: OpenVault) -> Official | None:
    """Who sits here by the journal; where the district certified another role than the slot has, the slot follows."""
    with vault.database.read() as connection:
        known = official(connection, vault.person_id)
    if known is not None and known.certified and known.role != vault.role:
        vault.people.follow_certificate(known.name, known.role)
    return known


def _actor(vault: OpenVault) -> Actor:
    known = follow_certificate(vault)
    return Actor(vault.person_id, vault.name, vault.role, known.rts if known else ())


def _part_of(roster: Roster, code: str) -> Roster:
    """The families of village `code` in a list that may cover several; a list that names no village is taken as it is.

    Refused ``list_other_village``.
    """
    if not code or not roster.village_code or roster.village_code == code:
        return roster
    parts = by_village(roster, load_regions().name)
    found = next((part for part in parts if part.village_code == code), None)
    if found is None:
        raise Refused("list_other_village", held=code, offered=roster.village_code)
    return found


def _take_list(parts: Parts, standing: OwnStanding, draft: ListDraft) -> PackId:
    standing.check()
    return take_list(parts, draft)


def _findings(vault: OpenVault, recovered: int, problem: Problem | None, standing: Problem | None) -> Sequence[Problem]:
    found: list[Problem] = [Refused(code) for code in vault.findings]
    if recovered:
        found.append(Refused("entries_recovered", count=recovered))
    if problem is not None:
        found.append(problem)
    if standing is not None:
        found.append(standing)
    return tuple(found)


def _settle(parts: Parts) -> None:
    if parts.actor.role not in (HEAD, OPERATOR):
        raise Refused("not_allowed", role=parts.actor.role)
    vault = parts.vault
    lost = against_anchor(vault.database, vault.anchor)
    if lost is not None and lost.code == "journal_behind_anchor":
        parts.exchange_store.leave_chain()
        return
    with parts.journal.writing():
        settle_anchor(vault.database, vault.anchor)


def _save_changes(
    actor: Actor, log: LogExport, path: Path, headings: Sequence[str], lines: Sequence[Sequence[str]]
) -> int:
    if not may_export(actor):
        raise Refused("not_allowed", role=actor.role)
    log(ListExported(CHANGES, len(lines)))
    return write_changes(path, headings, lines)


def _close(parts: Parts) -> None:
    """Seal what is unsealed, then let go of store and keys; a second time does nothing."""
    if parts.vault.database.closed:
        return
    try:
        parts.journal.seal()
    finally:
        parts.vault.close()
