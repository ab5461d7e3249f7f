"""The certificate of an official who has one: its last day, his role and his RTs are said anew, his key stays.

The newest certificate counts for everything that its owner ever wrote (docs/decisions/0021), so what was set aside
because the one before had ended counts again as far as the new one reaches, here and on every laptop that hears of it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select, update

from app.domain.entry import VILLAGE
from app.domain.errors import Refused
from app.domain.ids import PersonId
from app.domain.payloads import PersonCertified
from app.domain.tenure import day_of
from app.hub.chain import say
from app.hub.district import District
from app.hub.enrol import check_role, check_rts, checked_until, is_revoked
from app.hub.receive import release
from app.hub.tables import person


def renew(district: District, code: str, who: str, role: str, rts: Sequence[str], until: str, *, by: str) -> None:
    """Certify an official anew, as `by` says (a name). `until`: his last day (ISO), empty for no end.

    Refused ``person_unknown``, ``official_unconfirmed``, ``person_revoked``, ``enrol_role_unknown``,
    ``enrol_rt_for_enumerators``, ``until_unreadable``, ``until_past``, ``certificate_unchanged``.
    """
    check_role(role)
    check_rts(role, rts)
    # Not before today: whatever came here so far was written before its end, and goes on counting.
    until = checked_until(until, day_of(district.now_ms()))
    here = [person.c.village == code, person.c.person == who]
    with district.database.write(code) as connection:
        row = connection.execute(select(person).where(*here)).one_or_none()
        if row is None or who == district.keys.person:
            raise Refused("person_unknown")
        if is_revoked(connection, code, bytes(row.public_key)):
            raise Refused("person_revoked")
        if not row.certified:
            raise Refused("official_unconfirmed")
        held = PersonCertified(
            PersonId(who), code, row.name, row.role, bytes(row.public_key), tuple(json.loads(row.rts)), row.until, by
        )
        said = replace(held, role=role, rts=tuple(rts), until=until)
        if said == held:
            raise Refused("certificate_unchanged")
        say(connection, district, code, [(district.keys.person, VILLAGE, said)])
        connection.execute(update(person).where(*here).values(role=role, rts=json.dumps(list(rts)), until=until))
        release(connection, district, code, {who})
