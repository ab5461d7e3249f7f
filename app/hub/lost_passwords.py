"""Where every password of a laptop is lost: the district opens the vault that was sealed to it, and vouches for the
new key of whoever gets a new password."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import select

from app.domain.entry import VILLAGE
from app.domain.errors import Refused
from app.domain.ids import PersonId
from app.domain.payloads import PersonCertified
from app.hub.chain import ENTRY_COLUMNS, append, entry_of
from app.hub.district import District
from app.hub.enrol import is_revoked, trust
from app.hub.mirrors import Mirrored
from app.hub.tables import entry, person
from app.wire.certificate import certificate_body


@dataclass(frozen=True, slots=True)
class LaptopPerson:
    """Somebody who may unlock a laptop."""

    slot: str
    person: str
    name: str
    role: str
    public_key: bytes


class LaptopFolders(Protocol):
    """A laptop's folder; composition gives it, as the hub knows nothing of laptops' stores."""

    def people(self, folder: Path) -> Sequence[LaptopPerson]:
        """Everybody who may unlock. Refused ``vault_missing``, ``slots_damaged``, ``slots_newer``."""

    def reset(self, folder: Path, key: X25519PrivateKey, slot: str, new: str) -> None:
        """A new password and a new key for one of them. Refused ``district_slot_missing``, ``seal_broken``,
        ``slots_altered``, ``vault_in_use``, ``password_short``; Unavailable ``disk_*``."""

    def keep_word(self, folder: Path, key: X25519PrivateKey, who: str, word: bytes) -> None:
        """Leave the district's word for somebody's new key in it. Refused as `reset`; Unavailable ``disk_*``."""

    def journal(self, folder: Path, key: X25519PrivateKey) -> Mirrored:
        """What the mirror in it holds. Unavailable ``disk_*``."""


def give_password(district: District, lost: LaptopFolders, folder: Path, one: LaptopPerson, new: str) -> str:
    """Let `one` unlock with a new password, and certify the key that he has from now on; gives his village.

    The sealed word for it stays in the laptop's folder too, which gives it back to a district that was restored to a
    day before (`app.sync.heads`): until the next exchange it stands at the district alone. Cut in between it is done
    again: each time makes a fresh key. Refused ``official_unknown`` where the district does not know him,
    ``person_revoked`` where it stopped him, and as `LaptopFolders.reset`.
    """
    code = _village_of(district, one.person)
    lost.reset(folder, district.keys.exchange, one.slot, new)
    (fresh,) = (found for found in lost.people(folder) if found.slot == one.slot)
    with district.database.write(code) as connection:
        where = (person.c.village == code, person.c.person == one.person)
        row = connection.execute(select(person).where(*where)).one()
        said = PersonCertified(
            PersonId(one.person), code, row.name, row.role, fresh.public_key, tuple(json.loads(row.rts)), row.until
        )
        made = append(connection, district, code, [(district.keys.person, VILLAGE, said)])
        trust(connection, district, code, said)
        ahead = select(*ENTRY_COLUMNS).where(
            entry.c.village == code, entry.c.chain == made[0].chain, entry.c.seq == made[0].seq - 1
        )
        word = certificate_body([entry_of(connection.execute(ahead).one()), *made])
    lost.keep_word(folder, district.keys.exchange, one.person, word)
    return code


def _village_of(district: District, who: str) -> str:
    with district.database.read() as connection:
        row = connection.execute(select(person).where(person.c.person == who)).first()
        if row is None:
            raise Refused("official_unknown")
        if not row.active or is_revoked(connection, row.village, bytes(row.public_key)):
            raise Refused("person_revoked")
        return str(row.village)
