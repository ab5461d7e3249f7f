"""In whose hands this laptop was and is, as its own chains tell, and whose way in was closed by that."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.ids import DeviceId, PersonId, device_of
from app.domain.payloads import DeviceHandedOver
from app.storage.clock import HeldTimes
from app.storage.entry_rows import recorded, select_entries


@dataclass(frozen=True, slots=True)
class Passing:
    """One handing over."""

    giver: PersonId
    taker: PersonId
    at_ms: int


def passings(connection: Connection, device: DeviceId) -> list[Passing]:
    """Every handing over of this laptop, oldest first; what a new incarnation told again is one."""
    found: list[Passing] = []
    times = HeldTimes(connection)
    for one in sorted(
        recorded(select_entries(connection, "WHERE kind = 'device_handed_over'")), key=lambda one: one.entry.order
    ):
        said = one.payload
        if not isinstance(said, DeviceHandedOver) or device_of(one.entry.chain) != device:
            continue
        if found and (found[-1].giver, found[-1].taker) == (said.giver, said.taker):
            continue
        found.append(Passing(said.giver, said.taker, times.happened(one.entry).at_ms))
    return found


def gave_away(connection: Connection, device: DeviceId) -> dict[PersonId, PersonId]:
    """Who handed this laptop over and did not get it back -> to whom.

    Their slots stay closed, also where an older slots file was put back: the journal remembers what a file forgot.
    """
    found: dict[PersonId, PersonId] = {}
    for one in passings(connection, device):
        found[one.giver] = one.taker
        found.pop(one.taker, None)
    return found
