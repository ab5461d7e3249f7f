"""After the district was restored from a copy and has written on: what laptops hold of its lost end is said again.

The lost end was sealed by the root key, so nobody can make it up. Decisions and certificates are said again on the
present chain, and a key that came with a password which it gave is vouched for once more; receipts and lists are not:
the next receipt covers everything, and a list has to be published again (`app.hub.lists_back` is for a district that
had not written on). A revocation goes on holding from the place where it stood first, and judges what was taken in
since.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from sqlalchemy import Connection, select

from app.domain.entry import Entry, Head
from app.domain.errors import Refused
from app.domain.ids import ChainId, incarnation_of
from app.domain.payloads import KIND_OF, KeyRevoked, Payload, PersonCertified
from app.domain.policy import SAID_AGAIN
from app.domain.revocation import holds_from, told_again
from app.hub.chain import ENTRY_COLUMNS, append, entry_of, is_own
from app.hub.district import District
from app.hub.effects import Effects
from app.hub.judge import revocations
from app.hub.receive import hashes_between, release_into
from app.hub.stopping import end_held, stop_held
from app.hub.tables import entry, person
from app.wire.certificate import Certificate
from app.wire.entry import verify_chain
from app.wire.payload import decode_payload
from app.wire.vouch import sealed_end

_MOST_VERSIONS: Final = 16
"""Of one number of a chain that are looked at: each restoring makes one more; whoever invents more is not followed."""
_Word = TypeVar("_Word", KeyRevoked, PersonCertified)


def say_again(connection: Connection, district: District, code: str, lost: Iterable[Entry]) -> int:
    """Say again what is ours among `lost` and stands nowhere; how many entries."""
    told = list(lost)
    if all(one.kind not in SAID_AGAIN for one in told):
        return 0  # such as a seal that was shown alone
    runs: dict[ChainId, list[Entry]] = defaultdict(list)
    for one in told:
        if is_own(district, code, one.chain):
            runs[one.chain].append(one)
    proved: list[Entry] = []
    for chain, run in sorted(runs.items()):
        for piece in _pieces(run):
            if _follows_held(connection, code, chain, piece[0]):
                proved += _proved(district, piece)
            else:  # a word that was kept alone: nothing here proves its first entry, which only tells a hash
                proved += _with_new_keys(connection, code, _proved(district, piece[1:]))
    return _say(connection, district, code, proved)


def say_certificate_again(connection: Connection, district: District, code: str, certificate: Certificate) -> None:
    """Let in again a laptop that was certified behind the backup; everything else that was lost it brings along."""
    _say(connection, district, code, [one for one in certificate.entries if one.kind in SAID_AGAIN])


def _say(connection: Connection, district: District, code: str, lost: Iterable[Entry]) -> int:
    """Say again what is proved to be ours and stands nowhere; how many entries."""
    effects = Effects(connection, district, code)
    certified = _certified(connection, code)
    said = 0
    for one in lost:
        payload = decode_payload(one.kind, one.version, one.payload)
        if not _held(connection, code, one, payload):
            if isinstance(payload, PersonCertified):
                word = _with_new_key(connection, code, certified.get(payload.person, {}), one, payload)
                if word is None:
                    continue
                payload = word
            again = told_again(one, payload) if isinstance(payload, KeyRevoked) else payload
            fresh = append(connection, district, code, [(one.author, one.subject, again)])[0]
            # Of a person the newest word holds, and that is this one now; all else goes on from its own time and place.
            effects.apply(fresh if isinstance(payload, PersonCertified) else one, payload, own=True)
            said += 1
    if effects.stopped:
        stop_held(connection, district, code, effects, effects.stopped)
    if said:
        end_held(connection, district, code, effects)
        release_into(connection, district, code, effects)
    return said


def _with_new_keys(connection: Connection, code: str, words: Iterable[Entry]) -> list[Entry]:
    """Those among `words` that tell of somebody's key of which nothing is known here."""
    certified = _certified(connection, code)
    found = []
    for one in words:
        said = decode_payload(one.kind, one.version, one.payload)
        if isinstance(said, PersonCertified) and said.public_key not in certified.get(said.person, {}):
            found.append(one)
    return found


def _with_new_key(
    connection: Connection, code: str, keys: Mapping[bytes, int], one: Entry, said: PersonCertified
) -> PersonCertified | None:
    """A lost word about somebody as it is said again, where his `keys` were certified here (when each was last); None
    where its key is new and the district stopped him since.

    Of a new key of somebody whom the restored district has certified since, such a word vouches for the key alone, as
    it does with a password that is given today: what was said of him since goes on holding.
    """
    if not keys or said.public_key in keys:
        return said
    if _stopped_since(connection, code, keys, one):
        return None
    if max(keys.values()) < one.at_ms:
        return said
    row = connection.execute(select(person).where(person.c.village == code, person.c.person == said.person)).one()
    return replace(said, name=row.name, role=row.role, rts=tuple(json.loads(row.rts)), until=row.until)


def _stopped_since(connection: Connection, code: str, keys: Collection[bytes], one: Entry) -> bool:
    """Whether all these keys were revoked, one of them after `one` was said."""
    stopped: dict[bytes, bool] = {}
    for stop, said in _told(connection, code, KeyRevoked):
        if said.public_key in keys:
            _, chain, seq = holds_from(stop, said)
            # One that was said again names where it stood; places before and behind the backup say nothing of time.
            before = (incarnation_of(ChainId(chain)), seq) < (incarnation_of(one.chain), one.seq)
            since = stop.at_ms > one.at_ms if said.first is None else not before
            stopped[said.public_key] = stopped.get(said.public_key, False) or since
    return len(stopped) == len(keys) and any(stopped.values())


def _certified(connection: Connection, code: str) -> dict[str, dict[bytes, int]]:
    """Person -> his keys that stand certified, each with when such a word was said last."""
    found: dict[str, dict[bytes, int]] = {}
    for one, said in _told(connection, code, PersonCertified):
        keys = found.setdefault(said.person, {})
        keys[said.public_key] = max(keys.get(said.public_key, 0), one.at_ms)
    return found


def _told(connection: Connection, code: str, kind: type[_Word]) -> Iterator[tuple[Entry, _Word]]:
    """What the village's district holds of one kind, and lets count."""
    held = connection.execute(
        select(*ENTRY_COLUMNS).where(entry.c.village == code, entry.c.kind == KIND_OF[kind][0], entry.c.reason == "")
    )
    for one in map(entry_of, held):
        said = decode_payload(one.kind, one.version, one.payload)
        if isinstance(said, kind):
            yield one, said


def _pieces(run: Iterable[Entry]) -> list[list[Entry]]:
    """Entries of one chain, in any order and however often they came, as runs that hang together by their hashes."""
    pieces: list[list[Entry]] = []
    ending: dict[int, list[list[Entry]]] = defaultdict(list)
    for one in sorted({(one.seq, one.hash): one for one in run}.values(), key=lambda one: one.seq):
        piece = next((piece for piece in ending[one.seq - 1] if _hangs_on(piece[-1], one)), None)
        if piece is None:
            piece = []
            pieces.append(piece)
        piece.append(one)
        if len(ending[one.seq]) < _MOST_VERSIONS:
            ending[one.seq].append(piece)
    return pieces


def _hangs_on(before: Entry, one: Entry) -> bool:
    try:
        return verify_chain([one], Head(before.seq, before.hash)) is not None
    except Refused:
        return False


def _follows_held(connection: Connection, code: str, chain: ChainId, first: Entry) -> bool:
    held = hashes_between(connection, code, chain, first.seq - 1, first.seq - 1).get(first.seq - 1)
    try:
        return verify_chain([first], Head(first.seq - 1, held) if held is not None else None) is not None
    except Refused:
        return False


def _proved(district: District, piece: Sequence[Entry]) -> list[Entry]:
    """Those that the root key sealed."""
    end = sealed_end(piece, district.keys.root_public)
    return [one for one in piece if one.seq <= end and one.kind in SAID_AGAIN]


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
