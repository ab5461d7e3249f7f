"""Photos at the district: appended as they come, flushed before the answer, sealed at rest.

Each file has a key of its own (HKDF of the files key, village and name) under AES-256-CTR, which can be written and
resumed at any byte; the name that the journal tells proves the content, so nothing else has to.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import IO, Final

from cryptography.hazmat.primitives.ciphers import Cipher, CipherContext
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CTR
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import select, update
from starlette.concurrency import run_in_threadpool

from app.disk.folders import flush_folder
from app.domain.errors import Refused, Unavailable
from app.domain.photo_name import LARGEST_PHOTO, is_photo_name, photo_name
from app.hub.database import put
from app.hub.district import District
from app.hub.private import make_folder
from app.hub.tables import arrived, evidence

if sys.platform != "win32":
    import fcntl

_BLOCK = 16
_READ = 1 << 16
_MOMENT_SECONDS: Final = 5.0
"""How long whoever comes again with a photo waits for his former call: that its line broke is noticed here, and what it
brought flushed, a little after he knows of it."""
_LOOK_SECONDS: Final = 0.02


class Gap(Exception):
    """The sender stands at another byte than the hub: `have` is where it has to go on."""

    def __init__(self, have: int) -> None:
        super().__init__(have)
        self.have = have


class Blobs:
    """The photos of all villages, a folder each."""

    def __init__(self, district: District) -> None:
        self._district = district
        self._busy: set[Path] = set()
        self._lock = threading.Lock()

    def told(self, code: str, name: str) -> int:
        """The size of a photo that an entry tells of. Refused ``blob_untold``, ``blob_too_large``."""
        if not is_photo_name(name):
            raise Refused("blob_untold")
        with self._district.database.read() as connection:
            found = select(evidence.c.size).where(evidence.c.village == code, evidence.c.name == name)
            size = connection.execute(found).scalar()
        if size is None:
            raise Refused("blob_untold")
        if not 0 < size <= LARGEST_PHOTO:
            raise Refused("blob_too_large", size=size, largest=LARGEST_PHOTO)
        return int(size)

    def have(self, code: str, name: str) -> int:
        """How many bytes of a photo are here."""
        for path in (self._path(code, name), self._part(code, name)):
            if path.exists():
                return path.stat().st_size
        return 0

    def holds(self, code: str, name: str) -> bool:
        """Whether the whole photo is here, and the store knows: a power cut may have come between the two."""
        return self._path(code, name).exists() and self._noted(code, name)

    def put(self, code: str, name: str, content: bytes) -> None:
        """Keep a whole photo that was proved already. Unavailable ``hub_disk``.

        It is written beside what a line may be bringing of it at this moment: that line must not write on in it. What a
        power cut leaves there is removed when the hub starts.
        """
        path = self._path(code, name)
        whole = self._district.unfinished / f"{name}.{secrets.token_hex(8)}"
        try:
            make_folder(path.parent)
            make_folder(whole.parent)
            with whole.open("xb") as file:
                file.write(self._cipher(code, name, 0).update(content))
                _flush(file)
            _name(whole, path)
        except OSError as error:
            raise Unavailable("hub_disk") from error
        finally:
            whole.unlink(missing_ok=True)
        with suppress(OSError):  # what a line had begun; where an open file keeps its name, that line removes it
            self._part(code, name).unlink(missing_ok=True)
        self._note(code, name)

    async def append(self, code: str, name: str, offset: int, stream: AsyncIterator[bytes]) -> int:
        """Append what comes from `offset` on; how many bytes are here then, even where the line was cut.

        Raises `Gap` where the hub has another number; Refused ``blob_damaged`` where the whole has another hash (it
        is thrown away), ``blob_too_large`` beyond the size that was told; Unavailable ``hub_busy``, ``hub_disk``.
        """
        size = await run_in_threadpool(self.told, code, name)
        async with self._alone(self._part(code, name)):
            have = await run_in_threadpool(self.have, code, name)
            if have >= size and self._path(code, name).exists():
                if not await run_in_threadpool(self._noted, code, name):
                    await run_in_threadpool(self._note, code, name)
                return size
            if have != offset:
                raise Gap(have)
            await self._write(code, name, offset, size, stream)
            part = self._part(code, name)
            if self._path(code, name).exists():  # another road has brought it meanwhile
                part.unlink(missing_ok=True)
                return size
            have = part.stat().st_size if part.exists() else 0
            if have == size:
                await run_in_threadpool(self._complete, code, name)
            return have

    def read(self, code: str, name: str) -> bytes | None:
        """Plain bytes, None where the whole photo is not here or was changed on disk."""
        path = self._path(code, name)
        if not is_photo_name(name) or not path.exists():
            return None
        plain = self._cipher(code, name, 0).update(path.read_bytes())
        return plain if photo_name(plain) == name else None

    def give(self, code: str, name: str) -> bytes:
        """Plain bytes for a laptop of this very village. Refused ``blob_untold``, ``blob_too_large``; ``blob_not_held``
        where the whole photo is not here (yet), ``blob_spoilt`` where it was changed on disk; Unavailable
        ``hub_disk``."""
        self.told(code, name)
        try:
            plain = self.read(code, name)
        except FileNotFoundError:  # taken away between the look and the reading
            plain = None
        except OSError as error:
            raise Unavailable("hub_disk") from error
        if plain is None:
            raise Refused("blob_spoilt" if self._path(code, name).exists() else "blob_not_held")
        return plain

    async def _write(self, code: str, name: str, offset: int, size: int, stream: AsyncIterator[bytes]) -> None:
        part = self._part(code, name)
        try:
            make_folder(part.parent)
            with part.open("ab") as file:
                await _take_alone(file, offset)
                cipher, at = self._cipher(code, name, offset), offset
                try:
                    async for piece in stream:
                        at += len(piece)
                        if at > size:
                            raise Refused("blob_too_large", size=at, largest=size)
                        file.write(cipher.update(piece))
                finally:
                    await run_in_threadpool(_flush, file)
        except OSError as error:
            raise Unavailable("hub_disk") from error

    def _complete(self, code: str, name: str) -> None:
        part = self._part(code, name)
        if photo_name(self._cipher(code, name, 0).update(part.read_bytes())) != name:
            part.unlink()
            raise Refused("blob_damaged")
        try:
            _name(part, self._path(code, name))
        except OSError as error:
            raise Unavailable("hub_disk") from error
        self._note(code, name)

    def _noted(self, code: str, name: str) -> bool:
        found = select(evidence.c.held).where(evidence.c.village == code, evidence.c.name == name)
        with self._district.database.look() as connection:
            return bool(connection.execute(found).scalar())

    def _note(self, code: str, name: str) -> None:
        """For the verifier's page, and for the next receipt."""
        with self._district.database.write(code) as connection:
            connection.execute(
                update(evidence).where(evidence.c.village == code, evidence.c.name == name).values(held=True)
            )
            put(connection, arrived, {"village": code, "name": name}, {})

    def _cipher(self, code: str, name: str, offset: int) -> CipherContext:
        info = b"balai hub photo 1\x00" + f"{code}/{name}".encode()
        key = HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(self._district.keys.files)
        cipher = Cipher(AES256(key), CTR((offset // _BLOCK).to_bytes(_BLOCK, "big"))).encryptor()
        cipher.update(bytes(offset % _BLOCK))
        return cipher

    def _path(self, code: str, name: str) -> Path:
        return self._district.blobs / _safe(code) / name

    def _part(self, code: str, name: str) -> Path:
        return self._district.blobs / _safe(code) / f"{name}.part"

    @asynccontextmanager
    async def _alone(self, path: Path) -> AsyncIterator[None]:
        await _soon(lambda: self._take(path))
        try:
            yield
        finally:
            with self._lock:
                self._busy.discard(path)

    def _take(self, path: Path) -> bool:
        with self._lock:
            free = path not in self._busy
            self._busy.add(path)
            return free


async def _soon(done: Callable[[], bool]) -> None:
    """Wait a moment for what another call holds. Unavailable ``hub_busy`` where it holds it for longer."""
    until = time.monotonic() + _MOMENT_SECONDS
    while not done():
        if time.monotonic() >= until:
            raise Unavailable("hub_busy")
        await asyncio.sleep(_LOOK_SECONDS)


async def _take_alone(file: IO[bytes], offset: int) -> None:
    """Keep other processes of the district from appending too. Unavailable ``hub_busy``; `Gap` where one has done so
    already."""
    await _soon(lambda: _locked(file))
    here = os.fstat(file.fileno())
    if here.st_nlink == 0 or here.st_size != offset:
        raise Gap(here.st_size if here.st_nlink else 0)


def _locked(file: IO[bytes]) -> bool:
    if sys.platform != "win32":  # where one process serves
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            pass  # a shared folder that knows no locks: the photo's name proves it all the same
    return True


def _flush(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())


def _name(part: Path, path: Path) -> None:
    """Give a whole photo its name, surely: the tables, which are told next that it is held, may lie on another disk."""
    os.replace(part, path)
    flush_folder(path.parent)


def _safe(code: str) -> str:
    """A village code as a folder's name; nothing else gets near the disk."""
    if not (code.isascii() and code.isalnum()):
        raise Refused("hub_village_unknown", village=code)
    return code
