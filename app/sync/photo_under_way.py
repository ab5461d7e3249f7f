"""One photo on its way from the district to a laptop whose person asked to see it; a cut costs nothing of what came."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, Protocol

from app.domain.errors import Refused, Unavailable
from app.domain.ids import device_of
from app.domain.payloads import Evidence
from app.domain.photo_name import LARGEST_PHOTO, photo_name
from app.sync.enrolment import DeviceKeys, Enrolment
from app.sync.line import Stopped
from app.sync.under_way import UnderWay, forget
from app.usecases.exchange import KnownLaptop, Memory, ToldPhoto
from app.wire.exchange import sign_call

STEP: Final = 16 << 10
"""Bytes after which the part is kept anew at the earliest: a photo is 80 KB."""
_PLACES: Final = 8
"""Parts of so many photos are kept beside one another at most; a ninth takes the place of one of them."""


class PhotoFetchLine(Protocol):
    """What fetches a photo: see `HttpLine`."""

    sent: int
    received: int

    def get_blob(self, name: str, into: bytearray, authorization: str, largest: int) -> None:
        """Fetch what is missing behind what `into` holds."""

    def close(self) -> None:
        """Let go of the connection."""


class PhotoStore(Protocol):
    """Where fetched photos are kept, and what the journal tells of them."""

    def read(self, name: str) -> bytes | None:
        """Plain bytes, None where this laptop does not hold the file. Refused ``file_missing``, ``file_damaged``."""

    def told(self, name: str) -> ToldPhoto | None:
        """What the journal tells of a photo, held or not."""

    def put_aside(self, name: str) -> None:
        """A file that can not be read any more makes room for the one that comes in its place."""

    def keep(self, content: bytes, kind: str, media: str) -> Evidence:
        """Seal and flush a file. Unavailable ``disk_*``."""


class FromDistrict(Protocol):
    """What a fetch needs of the laptop's entries."""

    def laptops(self) -> Mapping[str, KnownLaptop]:
        """Device -> laptop, of those that the district certified for this village."""

    def acknowledge_evidence(self, names: Iterable[str]) -> None:
        """Remember that the district holds these files whole."""


class PhotoFetcher:
    """Fetches single photos from one district."""

    def __init__(
        self,
        enrolment: Enrolment,
        keys: DeviceKeys,
        *,
        entries: FromDistrict,
        photos: PhotoStore,
        memory: Memory,
        line: Callable[[Callable[[int, int], None], Callable[[], bool]], PhotoFetchLine],
        spent: Callable[[int], None] = lambda size: None,
    ) -> None:
        """`line` and `spent` as an `Exchanger` takes them."""
        self._enrolment, self._keys = enrolment, keys
        self._entries, self._photos, self._memory = entries, photos, memory
        self._make_line, self._spent = line, spent

    def fetch(
        self,
        name: str,
        progress: Callable[[int, int], None] = lambda here, size: None,
        cancelled: Callable[[], bool] = lambda: False,
        *,
        bytes_most: int | None = None,
    ) -> bool:
        """Have a photo here; False where the person stopped it. `progress`: bytes here, bytes in all. What came before
        a cut is kept and goes on; `bytes_most` may go over the line (what is left of a day's limit), None means all.

        The file is kept as one that the district holds: this laptop offers it to nobody. Refused ``photo_unknown``,
        ``photo_beyond_limit``, ``photo_not_at_district``, ``photo_at_laptop`` (whose), ``photo_spoilt_at_district``,
        ``photo_spoilt_on_way``, ``exchange_*``; Unavailable ``line_*``, ``disk_*``.
        """
        told = self._photos.told(name)
        if told is None:
            raise Refused("photo_unknown")
        if self._readable(name):
            return True
        part = UnderWay(self._memory, _key(name), name, STEP)
        if bytes_most is not None and told.item.size - len(part) > bytes_most:
            raise Refused("photo_beyond_limit")
        try:
            content = self._get(told, part, progress, cancelled)
        except Stopped:
            return False
        self._photos.keep(content, told.item.kind, told.item.media)
        self._entries.acknowledge_evidence([name])
        forget(self._memory, _key(name), name)
        return True

    def _readable(self, name: str) -> bool:
        """Whether the file is here after all; one that was damaged on the disk is put aside."""
        try:
            return self._photos.read(name) is not None
        except Refused as refused:
            if refused.code != "file_missing":
                self._photos.put_aside(name)
            return False

    def _get(
        self, told: ToldPhoto, part: UnderWay, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> bytes:
        counted = 0

        def count(moved: int, step: int) -> None:
            nonlocal counted
            if moved - counted >= step:
                self._spent(moved - counted)
                counted = moved

        def went_on(sent: int, received: int) -> None:
            count(sent + received, STEP)
            progress(len(part), told.item.size)

        progress(len(part), told.item.size)
        line = self._make_line(went_on, cancelled)
        try:
            return self._through(line, told, part, cancelled)
        finally:
            count(line.sent + line.received, 1)
            line.close()

    def _through(self, line: PhotoFetchLine, told: ToldPhoto, part: UnderWay, cancelled: Callable[[], bool]) -> bytes:
        name = told.item.name
        if cancelled():
            raise Stopped
        if photo_name(bytes(part)) != name:
            place = self._enrolment
            call = f"GET /v1/blobs/{name}"
            signed = sign_call(self._keys.signing, place.hub, place.village, self._keys.device, call)
            try:
                line.get_blob(name, part, signed, LARGEST_PHOTO)
            except (Unavailable, Stopped):
                part.keep()
                raise
            except Refused as refused:
                raise self._explained(refused, told) from refused
        content = bytes(part)
        if photo_name(content) != name:
            raise self._spoilt(name)
        return content

    def _explained(self, refused: Refused, told: ToldPhoto) -> Refused:
        """The district's refusal as whoever wants to see the photo understands it."""
        if refused.code == "body_too_large":
            return self._spoilt(told.item.name)
        if refused.code == "blob_spoilt":
            return Refused("photo_spoilt_at_district")
        if refused.code not in ("blob_not_held", "blob_untold"):
            return refused
        others = [one for one in map(device_of, told.chains) if one != self._keys.device]
        known = self._entries.laptops().get(others[0]) if others else None
        who = (known.holder or known.label) if known is not None else ""
        return Refused("photo_at_laptop", who=who) if who else Refused("photo_not_at_district")

    def _spoilt(self, name: str) -> Refused:
        forget(self._memory, _key(name), name)
        return Refused("photo_spoilt_on_way")


def _key(name: str) -> str:
    return f"exchange.photo_part.{int(name[:2], 16) % _PLACES}"
