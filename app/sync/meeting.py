"""What two laptops of a village tell each other once they have greeted: words both ways, then photos, in bundles.

The caller gives first. Each gives only to one that the district certifies: who is not known here yet shows his
certificate. The code alone would not do: a false door hears what the caller proves with it, and eight letters are found
from that at leisure. Whatever came whole is kept when the talk is cut; the next talk goes on behind it.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from io import RawIOBase
from pathlib import Path
from typing import Final

import msgspec

from app.domain.errors import Problem, Refused, Unavailable
from app.sync.cargo import Cargo
from app.sync.carrier import Carrier
from app.sync.own_disk import own_disk
from app.usecases.carry import Cancelled, Carrying, Given, Taken, Told
from app.wire.bundle import LARGEST_WORDS, check_bundle
from app.wire.channel import Channel
from app.wire.exchange import HeadRow, numbers, rows_of, vector_of
from app.wire.typed import decode_typed

BATCH: Final = 1_500_000
"""Bytes of photos that travel together; what was under way when a talk is cut is sent again."""

_LARGEST: Final = LARGEST_WORDS + (8 << 20)
_PIECE: Final = 1 << 16
_BUNDLE, _DONE, _NO = b"B", b"D", b"E"


class _Holding(msgspec.Struct, array_like=True, frozen=True):
    """What a laptop holds: ends of chains, and photos by the first bytes of their SHA-256; and what it lacks."""

    vector: tuple[HeadRow, ...]
    photos: bytes
    lists: tuple[str, ...] = ()
    """SHA-256 of the district's lists that it has heard of and does not hold."""
    certificate: bytes = b""
    """The district's own word for it (`app.wire.certificate`)."""


class _No(msgspec.Struct, array_like=True, frozen=True):
    code: str


_encoder = msgspec.msgpack.Encoder()


@dataclass
class Meeting:
    """One talk from one side; `room` is a folder for what is being received."""

    carrier: Carrier
    channel: Channel
    room: Path
    told: Told
    cancelled: Cancelled
    gave: Given = field(default_factory=Given)
    noticed: tuple[str, ...] = ()
    """What the two vectors tell beside what is lacking."""
    took: bool = False
    """Whether the other one has given already, so that his certificate would be here."""

    def hold(self, *, first: bool) -> Taken:
        """Everything, from the side of the caller (`first`) or of the open door; gives what came.

        Refused ``nearby_*`` and ``bundle_*``; OSError where the talk was cut.
        """
        theirs = self._holding(first=first)
        try:
            came = self._turns(theirs, first=first)
        except Problem as problem:
            with suppress(OSError):
                self.channel.send(_NO + _encoder.encode(_No(problem.code)))
            raise
        total = _merged(came)
        return replace(total, notices=tuple(dict.fromkeys((*self.noticed, *total.notices))))

    def _turns(self, theirs: _Holding, *, first: bool) -> list[Taken]:
        held = numbers(vector_of(theirs.vector))
        came: list[Taken] = []
        for photos in (False, True):
            for giving in (first, not first):
                if giving and not self.took and self.carrier.laptops.revoked(self.channel.peer.device):
                    self.channel.send(_DONE)  # nothing to a laptop that was stopped; what it holds may still come
                elif giving:
                    self._check_peer(theirs)
                    self._give(theirs, held, photos=photos)
                else:
                    came += self._take_all()
        return came

    def _holding(self, *, first: bool) -> _Holding:
        if first:
            self.channel.send(self._own_holding())
        try:
            theirs = decode_typed(self.channel.receive(), _Holding)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise Refused("nearby_forged") from error
        self.noticed = tuple(self.carrier.notice_other(self.channel.peer.device, vector_of(theirs.vector)))
        if not first:  # after that: whoever began a new chain tells of it at once, and gets the other's end of the old
            self.channel.send(self._own_holding())
        return theirs

    def _own_holding(self) -> bytes:
        self.carrier.ready()  # a seal that is made only now would come back as if it were news
        lists = tuple(self.carrier.lists_needed())
        marks = b"".join(self.carrier.photos.marks())
        return _encoder.encode(_Holding(rows_of(self.carrier.vector()), marks, lists, self.carrier.certificate()))

    def _check_peer(self, theirs: _Holding) -> None:
        if not self.carrier.laptops.trusts(self.channel.peer.device, theirs.certificate):
            raise Refused("nearby_not_certified")

    def _give(self, theirs: _Holding, held: dict[str, int], *, photos: bool) -> None:
        reader = self.channel.peer.exchange_key
        if not photos:
            cargo = self.carrier.cargo(for_laptops=False, photos=False, lacking=held, lists=theirs.lists, reader=reader)
            if cargo.entries or cargo.packs:
                self._send(cargo)
                self.carrier.handed(cargo)
                self.gave = replace(self.gave, entries=self.gave.entries + len(cargo.entries))
        else:
            for cargo in self.carrier.photos.lacking(theirs.photos, reader, BATCH):
                whole = self.carrier.photos.without_unreadable(cargo)
                if whole.photos:
                    self._send(whole)
                given, left = self.gave.photos + len(whole.photos), self.gave.unreadable + whole.unreadable
                self.gave = replace(self.gave, photos=given, unreadable=left)
        self.channel.send(_DONE)

    def _send(self, cargo: Cargo) -> None:
        pieces = list(self.carrier.pieces(cargo))
        size = sum(map(len, pieces))
        self.channel.send(_BUNDLE + size.to_bytes(8, "big"))
        done = 0
        for piece in pieces:
            for at in range(0, len(piece), _PIECE):
                if self.cancelled():
                    raise Refused("bundle_stopped")
                self.channel.send(piece[at : at + _PIECE])
                done += len(piece[at : at + _PIECE])
                self.told(Carrying("writing", done, size))
        self._answer()

    def _answer(self) -> None:
        """Whether the other one took what was sent."""
        frame = self.channel.receive()
        if frame != _DONE:
            raise _refusal(frame)

    def _take_all(self) -> list[Taken]:
        came = []
        while (frame := self.channel.receive()) != _DONE:
            if frame[:1] != _BUNDLE or len(frame) != 9:
                raise _refusal(frame)
            size = int.from_bytes(frame[1:], "big")
            if size > _LARGEST:
                raise Refused("bundle_too_large", size=size)
            came.append(self._take(size))
            self.channel.send(_DONE)
        self.took = True
        return came

    def _take(self, size: int) -> Taken:
        path = self.room / f"{secrets.token_hex(8)}.baca"
        try:
            with own_disk():
                self.room.mkdir(exist_ok=True)
                file = path.open("wb", buffering=0)
            with file:
                self._receive(file, size)
            with path.open("rb") as received:
                opened = check_bundle(received, size)
                if opened.header.sender != self.channel.peer.device:
                    raise Refused("nearby_forged")
                return self.carrier.take(received, opened)
        finally:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _receive(self, file: RawIOBase, size: int) -> None:
        """All pieces of a bundle, into the file. Where the disk takes no more, the rest is heard and let go: the other
        one listens only once all is said."""
        done, full = 0, list[Problem]()
        while done < size:
            if self.cancelled():
                raise Refused("bundle_stopped")
            piece = self.channel.receive()
            done += len(piece)
            if not piece or done > size:
                raise Refused("bundle_torn")
            if not full:
                full += _written(file, piece)
                self.told(Carrying("copying", done, size))
        if full:
            raise full[0]


def _written(file: RawIOBase, piece: bytes) -> list[Problem]:
    """Why it could not be written whole, nothing where it was."""
    rest = memoryview(piece)
    try:
        with own_disk():
            while rest:
                rest = rest[file.write(rest) or 0 :]
    except Unavailable as problem:
        return [problem]
    return []


def _refusal(frame: bytes) -> Refused:
    """What the other one says it cannot do."""
    if frame[:1] == _NO:
        with suppress(msgspec.MsgspecError, UnicodeDecodeError):
            return Refused("nearby_other_refused", why=decode_typed(frame[1:], _No).code)
    return Refused("nearby_forged")


def _merged(came: Sequence[Taken]) -> Taken:
    if not came:
        return Taken("", 0, 0, 0, 0, 0)
    total = came[0]
    for one in came[1:]:
        total = replace(
            total,
            entries=total.entries + one.entries,
            known=total.known + one.known,
            photos=total.photos + one.photos,
            decisions=total.decisions + one.decisions,
            receipts=(*total.receipts, *one.receipts),
            list_month=max(total.list_month, one.list_month),
            missing=one.missing,
            set_aside=(*total.set_aside, *one.set_aside),
            notices=tuple(dict.fromkeys((*total.notices, *one.notices))),
        )
    return total
