"""Photos in bundles: which of them a reader lacks, which can be read here; and those that come are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import IO

from app.domain.errors import Problem
from app.domain.payloads import Evidence
from app.domain.payloads.custody import PHOTO_MARK
from app.sync.cargo import Cargo
from app.usecases.exchange import LaptopPhotos
from app.wire.bundle import Opened, PhotoRow, read_photo


class CarriedPhotos:
    """This laptop's photos as bundles take and bring them."""

    def __init__(self, photos: LaptopPhotos) -> None:
        self._photos = photos

    def waiting(self) -> list[PhotoRow]:
        """Those that the district has not acknowledged."""
        return [_row(one) for one in self._photos.rows(self._photos.waiting())]

    def marks(self) -> list[bytes]:
        """Every photo held, by the first bytes of its SHA-256."""
        return [bytes.fromhex(name)[:PHOTO_MARK] for name in self._photos.held()]

    def lacking(self, held: bytes, reader: bytes, most: int) -> Iterator[Cargo]:
        """Photos that wait for the district and that a reader lacks who holds those of the marks `held`; smallest
        first, about `most` bytes together."""
        marks = {held[at : at + PHOTO_MARK] for at in range(0, len(held), PHOTO_MARK)}
        lacking = [one for one in self.waiting() if bytes.fromhex(one.name)[:PHOTO_MARK] not in marks]
        return _cargos(lacking, reader, most)

    def read(self, name: str) -> bytes | None:
        """A photo's bytes, None where they can not be read here."""
        try:
            return self._photos.read(name)
        except Problem:
            return None

    def without_unreadable(self, cargo: Cargo) -> Cargo:
        """The same without the photos whose files are damaged or gone: one such keeps no other from travelling."""
        photos = [one for one in cargo.photos if len(self.read(one.name) or b"") == one.size]
        return replace(cargo, photos=photos, unreadable=len(cargo.photos) - len(photos))

    def keep(
        self, file: IO[bytes], opened: Opened, key: bytes, photos: Sequence[PhotoRow], told: Callable[[int, int], None]
    ) -> list[str]:
        """Keep what a bundle brings; gives the new ones. `told`: bytes gone through, bytes in all. Refused
        ``bundle_damaged``, ``bundle_malformed``; Unavailable ``disk_*``."""
        held = {one.name for one in self._photos.rows(photo.name for photo in photos)}
        total, done = sum(photo.size for photo in photos), 0
        new: list[str] = []
        for place, photo in enumerate(photos):
            if photo.name not in held:
                self._photos.keep(read_photo(file, opened, key, place, photo), photo.kind, photo.media)
                new.append(photo.name)
            done += photo.size
            told(done, total)
        return new


def _row(photo: Evidence) -> PhotoRow:
    """A photo of the store as a bundle tells of it."""
    return PhotoRow(photo.name, photo.size, photo.kind, photo.media)


def _cargos(photos: Iterable[PhotoRow], reader: bytes, most: int) -> Iterator[Cargo]:
    """Photos alone for one reader, in their order, about `most` bytes together."""
    batch: list[PhotoRow] = []
    for one in photos:
        if batch and sum(photo.size for photo in batch) + one.size > most:
            yield Cargo((), (), batch, (reader,))
            batch = []
        batch.append(one)
    if batch:
        yield Cargo((), (), batch, (reader,))
