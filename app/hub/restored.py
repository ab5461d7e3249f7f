"""After the district was restored from a copy and has written on: what laptops hold of its lost end is said again.

The lost end was sealed by the root key, so nobody can make it up. Decisions and certificates are said again on the
present chain; receipts and lists are not: the next receipt covers everything, and a list has to be published again
(`app.hub.lists_back` is for a district that had not written on). A revocation goes on holding from the place where it
stood first, and judges what was taken in since.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from app.domain.entry import Entry, Head
from app.domain.errors import Refused
from app.domain.ids import ChainId
from app.domain.payloads import KeyRevoked, Payload, PersonCertified
from app.domain.policy import SAID_AGAIN
from app.domain.revocation import holds_from, told_again
from app.hub.chain import append, is_own
from app.hub.district import District
from app.hub.effects import Effects
from app.hub.judge import revocations
from app.hub.receive import hashes_between, release_into
from app.hub.stopping import stop_held
from app.hub.tables import entry
from app.wire.certificate import Certificate
from app.wire.entry import verify_chain
from app.wire.payload import decode_payload
from app.wire.vouch import sealed_end


def say_again(connection: Connection, district: District, code: str, lost: Iterable[Entry]) -> int:
    """Say again what is ours among `lost` and stands nowhere; how many entries."""
    runs: dict[ChainId, list[Entry]] = defaultdict(list)
    for one in lost:
        if is_own(district, code, one.chain):
            runs[one.chain].append(one)
    return _say(
        connection,
        district,
        code,
        [one for chain, run in sorted(runs.items()) for one in _proved(connection, district, code, chain, run)],
    )


def say_certificate_again(connection: Connection, district: District, code: str, certificate: Certificate) -> None:
    """Let in again a laptop that was certified behind the backup; everything else that was lost it brings along."""
    _say(connection, district, code, [one for one in certificate.entries if one.kind in SAID_AGAIN])


def _say(connection: Connection, district: District, code: str, lost: Iterable[Entry]) -> int:
    """Say again what is proved to be ours and stands nowhere; how many entries."""
    effects = Effects(connection, district, code)
    said = 0
    for one in lost:
        payload = decode_payload(one.kind, one.version, one.payload)
        if not _held(connection, code, one, payload):
            again = told_again(one, payload) if isinstance(payload, KeyRevoked) else payload
            fresh = append(connection, district, code, [(one.author, one.subject, again)])[0]
            # Of a person the newest word holds, and that is this one now; all else goes on from its own time and place.
            effects.apply(fresh if isinstance(payload, PersonCertified) else one, payload, own=True)
            said += 1
    if effects.stopped:
        stop_held(connection, district, code, effects, effects.stopped)
    if said:
        release_into(connection, district, code, effects)
    return said


def _proved(connection: Connection, district: District, code: str, chain: ChainId, run: Sequence[Entry]) -> list[Entry]:
    """Those that follow on what is held and that the root key sealed."""
    run = sorted(run, key=lambda one: one.seq)
    first = run[0].seq
    before = hashes_between(connection, code, chain, first - 1, first - 1).get(first - 1)
    try:
        verify_chain(run, Head(first - 1, before) if before is not None else None)
    except Refused:
        return []
    end = sealed_end(run, district.keys.root_public)
    return [one for one in run if one.seq <= end and one.kind in SAID_AGAIN]


def _held(connection: Connection, code: str, one: Entry, payload: Payload) -> bool:
    """Whether it stands here already; a revocation also where one of the same key holds from no later place."""
    if isinstance(payload, KeyRevoked):
        place = revocations(connection, code).get(payload.public_key)
        return place is not None and place <= holds_from(one, payload)
    found = select(entry.c.payload).where(
        entry.c.village == code,
        entry.c.subject == one.subject,
        entry.c.kind == one.kind,
        entry.c.author == one.author,
    )
    return any(bytes(payload) == one.payload for payload in connection.execute(found).scalars())
