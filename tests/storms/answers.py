"""What follows on a proposal: it is mended and told again, taken back, typed into SIKS-NG; somebody objects; numbers
are looked at; and the district answers many at once."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import select

from app.domain.calendar import GENERAL, days_of
from app.domain.entry import VILLAGE as EVERYBODY
from app.domain.errors import Refused
from app.domain.payloads import (
    ChangeProposed,
    DeviceRetired,
    FieldChange,
    KeyedIn,
    ListExported,
    ObjectionFiled,
    Payload,
    ProposalWithdrawn,
    RevealLogged,
)
from app.domain.proposal_course import ACCEPTED, RETURNED
from app.domain.village_word import OBJECTION
from app.hub import tables
from app.hub.bulk import decide_all
from app.hub.reveal import log_reveal
from app.hub.set_calendar import set_calendar
from app.shelf.calendars import shipped_calendars
from app.shelf.reasons import reason_book
from app.storage.reading import SqlReading
from app.usecases.ports import Act
from app.usecases.reading import ProposalFilter, ProposalRow
from tests.storms import work
from tests.storms.office import BY, VERIFIER
from tests.storms.work import FAMILIES, may_record
from tests.storms.world import World
from tests.sync.laptop import VILLAGE, Laptop


def answer_returned(world: World, who: int, what: int, much: int) -> None:
    """What came back is mended and proposed anew, with a photo; also what nobody sent back."""
    laptop, words = world.laptop(who), world.next_words()
    rows = _proposals(laptop)
    wanted = [one for one in rows if one.state == RETURNED] or rows
    if not wanted:
        return
    one = wanted[what % len(wanted)]
    evidence = (laptop.photo(words, 1_000 + much * 50),) if much % 2 else ()
    reading = SqlReading(laptop.database, laptop.wall)
    detail = reading.proposal(one.id)
    said: Payload
    if one.kind == OBJECTION:
        said = ObjectionFiled("Baso", True, "lain", "", words, evidence=evidence, replaces=one.id)
    elif one.kind == "new_family" and detail is not None:
        said = ChangeProposed("new_family", new_family=work.LANDO, note=words, evidence=evidence, replaces=one.id)
    else:
        changes = (FieldChange("head_name", "NUR", f"NURI {world.acts % 3}"),)
        said = ChangeProposed("correction", changes=changes, note=words, evidence=evidence, replaces=one.id)
    if may_record(laptop, Act(one.family, said)):
        world.done.append(words)


def object_to(world: World, who: int, what: int, much: int) -> None:
    """Somebody of the village objects to a family, which is sealed at once."""
    laptop, words = world.laptop(who), world.next_words()
    evidence = (laptop.photo(words, 1_500),) if much % 2 else ()
    said = ObjectionFiled("Baso", True, "lain", "", words, evidence=evidence)
    if may_record(laptop, Act(FAMILIES[what % 2], said)):
        world.done.append(words)


def say_of_proposal(world: World, who: int, what: int, much: int) -> None:
    """The village takes a proposal back, or somebody typed it into SIKS-NG."""
    laptop = world.laptop(who)
    rows = _proposals(laptop)
    if rows:
        one = rows[what % len(rows)]
        said: Payload = ProposalWithdrawn(one.id, "ternyata keliru")
        if much % 2:
            said = KeyedIn(one.id, "2026-11-21", "diterima")
        may_record(laptop, Act(one.family, said))


def say_aside(world: World, who: int, what: int, much: int) -> None:
    """What concerns nobody else: numbers were looked at, a sheet was taken out, or a laptop was nearly wiped."""
    laptop = world.laptop(who)
    said: tuple[Payload, str] = (
        (RevealLogged("nik", "dicocokkan dengan kartu", "m-1"), FAMILIES[0]),
        (ListExported("changes", 3), EVERYBODY),
        (DeviceRetired(1, much, 0), EVERYBODY),
    )[what % 3]
    may_record(laptop, Act(said[1], said[0]))


def decide_many(world: World, who: int, what: int, much: int) -> None:
    """A verifier answers all that nothing stands against with one look."""
    with world.district.database.read() as connection:
        rows = connection.execute(select(tables.proposal.c.proposal).order_by(tables.proposal.c.proposal)).all()
    keys = [(VILLAGE, str(row.proposal)) for row in rows]
    if keys and much % 2:
        decide_all(world.district, keys, ACCEPTED, by=VERIFIER, name=BY)
    elif keys:
        reasons, reason = reason_book().group("returned")[0]
        why = f"{reasons.key}:{reason.code}"
        decide_all(world.district, keys, RETURNED, by=VERIFIER, name=BY, reason=why, comment="mohon dilengkapi")


def look_at_numbers(world: World, who: int, what: int, much: int) -> None:
    """A verifier looks at whole numbers, or sets the windows of the month."""
    if much % 2:
        days = days_of(shipped_calendars()[GENERAL])
        name = sorted(days)[what % len(days)]
        with suppress(Refused):  # impossible windows, or the same again
            set_calendar(world.district, days | {name: days[name] + 1}, by=VERIFIER, name=BY)
        return
    with world.district.database.read() as connection:
        rows = connection.execute(select(tables.proposal.c.proposal).order_by(tables.proposal.c.proposal)).all()
    if rows:
        log_reveal(
            world.district, VILLAGE, rows[what % len(rows)].proposal, "dicocokkan dengan KTP", by=VERIFIER, name=BY
        )


def _proposals(laptop: Laptop) -> list[ProposalRow]:
    return list(SqlReading(laptop.database, laptop.wall).proposals(ProposalFilter(), 0, 50))
