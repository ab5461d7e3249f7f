"""Uploaded files on their way from the browser to the reader: they lie in the hub's own folder while they are read.

The parser of the web framework would spool them into the system's folder for temporary files, where lists of names and
numbers have no business.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from python_multipart import MultipartParser
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import parse_options_header
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from app.domain.errors import Refused, Unavailable
from app.hub.private import open_private

LARGEST_LIST = 60 << 20
"""Bytes of one list."""

LARGEST_BUNDLES = 512 << 20
"""Bytes of all bundles of one form: a busy month of a village with its photos is less than half."""

_BESIDE = 64 << 10
"""Bytes of a form beside its files."""

LARGEST_BODY = LARGEST_LIST + _BESIDE
LARGEST_BUNDLES_BODY = LARGEST_BUNDLES + _BESIDE

_LARGEST_FIELD = 1_000
_MOST_FIELDS = 12


def described(*fields: str, file: str) -> dict[str, Any]:
    """A form of these fields and a file, which is read piece by piece, as the description of the hub has it."""
    properties = {name: {"type": "string"} for name in ("csrf", *fields)}
    schema = {
        "type": "object",
        "additionalProperties": {"type": "string"},
        "properties": {**properties, file: {"type": "string", "format": "binary"}},
        "required": ["csrf"],
    }
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema}}}}


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many files a form may bring, how many bytes they may have together, and the code that says it was more."""

    files: int
    largest: int
    code: str


ONE_LIST = Bounds(1, LARGEST_LIST, "list_too_large")
BUNDLES = Bounds(128, LARGEST_BUNDLES, "bundle_too_large")


@dataclass(frozen=True, slots=True)
class Uploaded:
    """One file of a form."""

    name: str
    """As its sender calls it; empty where none was chosen."""
    path: Path


def clear(folder: Path) -> None:
    """Make the folder for uploads, readable by its owner alone, and empty it: what lies there was cut off."""
    folder.mkdir(mode=0o700, exist_ok=True)
    folder.chmod(0o700)
    for left in folder.iterdir():
        left.unlink()


@asynccontextmanager
async def uploaded(
    request: Request, folder: Path, check: Callable[[Mapping[str, str]], object], bounds: Bounds = ONE_LIST
) -> AsyncIterator[UploadForm]:
    """The form that is being sent; its files are gone again afterwards, whatever came of them.

    `check` gets the fields that came before the first file, and may refuse before a byte of it is kept. Refused
    ``form_torn`` and the code of `bounds`; Unavailable ``hub_disk``.
    """
    form = UploadForm(folder, check, bounds)
    try:
        await run_in_threadpool(form.begin, request.headers.get("content-type", ""))
        async for piece in request.stream():
            await run_in_threadpool(form.take, piece)
        await run_in_threadpool(form.end)
        yield form
    finally:
        form.remove()


class UploadForm:
    """One ``multipart/form-data`` body, taken piece by piece: short fields, and as many files as `bounds` allow."""

    def __init__(self, folder: Path, check: Callable[[Mapping[str, str]], object], bounds: Bounds = ONE_LIST) -> None:
        self._folder = folder
        self._check = check
        self._bounds = bounds
        self._parser: MultipartParser | None = None
        self._header = self._value = b""
        self._disposition = b""
        self._field = ""
        self._text = bytearray()
        self._file: IO[bytes] | None = None
        self._parts = 0
        self._size = 0
        self._digest = hashlib.sha256()
        self._whole = False
        self.fields: dict[str, str] = {}
        self._files: list[Uploaded] = []

    @property
    def files(self) -> list[Uploaded]:
        """Those that were chosen."""
        return [file for file in self._files if file.name]

    @property
    def sha256(self) -> str:
        """Of all that the files hold, in hex."""
        return self._digest.hexdigest()

    def begin(self, content_type: str) -> None:
        """Read how the parts are set apart. Refused ``form_torn``."""
        kind, options = parse_options_header(content_type)
        if kind != b"multipart/form-data" or not options.get(b"boundary"):
            raise Refused("form_torn")
        try:
            self._parser = MultipartParser(
                options[b"boundary"],
                {
                    "on_part_begin": self._part_begins,
                    "on_header_field": self._header_name,
                    "on_header_value": self._header_value,
                    "on_header_end": self._header_ends,
                    "on_headers_finished": self._headers_end,
                    "on_part_data": self._data,
                    "on_part_end": self._part_ends,
                    "on_end": self._ends,
                },
            )
        except FormParserError as error:
            raise Refused("form_torn") from error

    def take(self, piece: bytes) -> None:
        """The next bytes. Refused ``form_torn``, the code of the bounds or whatever `check` says; Unavailable
        ``hub_disk``."""
        assert self._parser is not None
        try:
            self._parser.write(piece)
        except FormParserError as error:
            raise Refused("form_torn") from error
        except OSError as error:
            raise Unavailable("hub_disk") from error

    def end(self) -> None:
        """Nothing more comes. Refused ``form_torn`` where the last part is not whole."""
        if not self._whole:
            raise Refused("form_torn")
        self._check(self.fields)

    def remove(self) -> None:
        """Leave nothing behind."""
        if self._file is not None:
            self._file.close()
        for file in self._files:
            file.path.unlink(missing_ok=True)

    def _part_begins(self) -> None:
        self._parts += 1
        if self._parts > _MOST_FIELDS + self._bounds.files:
            raise Refused("form_torn")
        self._disposition = b""
        self._text.clear()

    def _header_name(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _header_ends(self) -> None:
        if self._header.lower() == b"content-disposition":
            self._disposition = self._value
        self._header = self._value = b""

    def _headers_end(self) -> None:
        _, options = parse_options_header(self._disposition)
        self._field = options.get(b"name", b"").decode("utf-8", "replace")
        if b"filename" in options:
            self._check(self.fields)
            self._open(options[b"filename"].decode("utf-8", "replace"))

    def _open(self, told: str) -> None:
        if len(self._files) >= self._bounds.files:
            raise Refused("form_torn")
        name = Path(told.replace("\\", "/")).name
        suffix = Path(name).suffix.lower()[:8]
        path = self._folder / (secrets.token_hex(8) + (suffix if suffix[1:].isalnum() else ""))
        self._file = open_private(path, "xb")
        self._files.append(Uploaded(name, path))

    def _data(self, data: bytes, start: int, end: int) -> None:
        piece = data[start:end]
        if self._file is None:
            self._text += piece
            if len(self._text) > _LARGEST_FIELD:
                raise Refused("form_torn")
            return
        self._size += len(piece)
        if self._size > self._bounds.largest:
            raise Refused(self._bounds.code, size=self._size, largest=self._bounds.largest)
        self._digest.update(piece)
        self._file.write(piece)

    def _part_ends(self) -> None:
        if self._file is None:
            self.fields[self._field] = self._text.decode("utf-8", "replace")
        else:
            self._file.close()
            self._file = None

    def _ends(self) -> None:
        self._whole = True
