"""What the hub holds of one village, as the exchange sees it; the hub is a peer like any laptop."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from app.domain.entry import Entry, Head, Vector
from app.domain.errors import Refused
from app.domain.ids import ChainId, PackId
from app.hub.chain import ENDS, ENTRY_COLUMNS, PLACE, ends_in, entry_of, one_village
from app.hub.district import District
from app.hub.judge import PEOPLE
from app.hub.ready import Ready, ask, rows
from app.hub.receive import Taken, receive
from app.hub.tables import arrived, entry, pack

_FEW = 30
"""Entries of a chain that are read without asking first how large they are."""

_HERE = [entry.c.village == bindparam("at_village"), entry.c.chain == bindparam("at_chain")]
_HASH = Ready(select(entry.c.hash).where(*_HERE, entry.c.seq == bindparam("at_seq")))
_RUN = Ready(
    select(*ENTRY_COLUMNS)
    .where(*_HERE, entry.c.seq > bindparam("at_seq"), entry.c.seq <= bindparam("at_last"))
    .order_by(entry.c.seq)
)


WORDS = "@"
"""How a row of `arrived` begins that stands for words; behind it the time at which they came."""
_ARRIVED = Ready(select(arrived.c.name).where(arrived.c.village == bindparam("at_village")))


class VillageStore:
    """One village inside one transaction."""

    def __init__(self, connection: Connection, district: District, code: str) -> None:
        self._connection = connection
        self._district = district
        self._code = code
        self.look_again()

    def place(self) -> Any:
        """The village's row as it stood when it was first asked for. Refused ``hub_village_unknown``."""
        if self._place is None:
            self._look()
        return one_village(self._place or [], self._code)

    def arrived(self) -> Sequence[str]:
        """Names of the photos that came since the receipt before, and of words (`WORDS`) of which none tells yet."""
        if self._arrived is None:
            self._look()
        return self._arrived or []

    def owed_since(self) -> int:
        """When words were kept whose receipt was cut off; 0 where none is owed."""
        return min((int(one.removeprefix(WORDS)) for one in self.arrived() if one.startswith(WORDS)), default=0)

    def vector(self) -> Vector:
        """What is held: chain -> its end."""
        return dict(self.ends())

    def ends(self) -> dict[ChainId, Head]:
        """The same, to be kept up to date by whoever writes."""
        if self._ends is None:
            self._look()
        return self._ends or {}

    def look_again(self) -> None:
        """Others than this store have written."""
        self._ends: dict[ChainId, Head] | None = None
        self._people: Sequence[Any] | None = None
        self._place: Sequence[Any] | None = None
        self._arrived: Sequence[str] | None = None
        self._said: Sequence[Entry] = ()

    def _look(self) -> None:
        """What every exchange needs, on one trip."""
        where = {"at_village": self._code}
        ends, self._people, self._place, photos = ask(
            self._connection, (ENDS, where), (PEOPLE, where), (PLACE, where), (_ARRIVED, where)
        )
        self._ends = ends_in(ends)
        self._arrived = [row.name for row in photos]

    def remember(self, said: Sequence[Entry]) -> None:
        """The district's newest words, which were written in this transaction."""
        self._said = said

    def entries_after(self, theirs: Mapping[str, int], limit_bytes: int) -> Sequence[Entry]:
        """Held entries beyond `theirs`, each chain from its next number on, oldest turn first, up to about
        `limit_bytes` of payload."""
        keyed: list[tuple[tuple[int, str, int], Entry]] = []
        for chain, end in sorted(self.ends().items()):
            after, turn = theirs.get(chain, 0), 0
            if end.seq <= after:
                continue
            for one in self._run(chain, after, end.seq, limit_bytes):
                turn = max(turn, one.turn)  # a laptop that counts badly must not tear its own chain
                keyed.append(((turn, one.chain, one.seq), one))
        keyed.sort(key=lambda pair: pair[0])
        taken: list[Entry] = []
        size = 0
        for _, one in keyed:
            size += len(one.payload) + 100
            if taken and size > limit_bytes:
                break
            taken.append(one)
        return taken

    def hash_at(self, chain: str, seq: int) -> bytes | None:
        """The hash held for one number, None where it is not held."""
        end = self.ends().get(ChainId(chain))
        if end is None or seq >= end.seq:
            return end.hash if end is not None and seq == end.seq else None
        found = rows(self._connection, _HASH, {"at_village": self._code, "at_chain": chain, "at_seq": seq})
        return bytes(found[0].hash) if found else None

    def receive(self, entries: Iterable[Entry], *, note_turn: bool = True) -> Taken:
        """Take foreign entries in; a second time changes nothing (`note_turn`: see `app.hub.receive.receive`)."""
        return receive(
            self._connection,
            self._district,
            self._code,
            entries,
            self.ends(),
            note_turn=note_turn,
            people=self._people,
        )

    def pack_needed(self, *, earlier: bool = False) -> tuple[tuple[PackId, str, int], ...]:
        """Nothing: the district's lists are born here."""
        return ()

    def pack_body(self, sha256: str) -> bytes | None:
        """The body of one pack as it travels."""
        found = select(pack.c.body).where(pack.c.village == self._code, pack.c.sha256 == sha256)
        return self._connection.execute(found).scalar()

    def packs(self) -> list[tuple[str, bytes]]:
        """SHA-256 and body of each of its lists, oldest first."""
        found = select(pack.c.sha256, pack.c.body).where(pack.c.village == self._code).order_by(pack.c.number)
        return [(row.sha256, bytes(row.body)) for row in self._connection.execute(found)]

    def take_packs(self, bodies: Sequence[tuple[str, bytes]]) -> None:
        """Refused ``not_district``: a list comes from the district and from nobody else."""
        raise Refused("not_district")

    def _run(self, chain: str, after: int, end: int, limit_bytes: int) -> list[Entry]:
        """The next entries of a chain, at least one, not far beyond the limit."""
        if self._said and (self._said[0].chain, self._said[0].seq) == (chain, after + 1):
            return list(self._said)
        if end - after > _FEW:
            end = self._last_within(chain, after, limit_bytes)
        where = {"at_village": self._code, "at_chain": chain, "at_seq": after, "at_last": end}
        return [entry_of(row) for row in rows(self._connection, _RUN, where)]

    def _last_within(self, chain: str, after: int, limit_bytes: int) -> int:
        sizes = self._connection.execute(
            select(entry.c.seq, func.length(entry.c.payload).label("size"))
            .where(entry.c.village == self._code, entry.c.chain == chain, entry.c.seq > after)
            .order_by(entry.c.seq)
        )
        last, total = after, 0
        for row in sizes:
            if last > after and total > limit_bytes:
                break
            last, total = row.seq, total + row.size + 100
        return last
