"""Requests and answers of enrolment as files on a stick."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from app.disk.folders import flush_folder
from app.domain.errors import Refused, Unavailable
from app.sync.stick_disk import forget_cache, on_stick
from app.wire.enrol_file import LARGEST_ANSWER_FILE, SUFFIX, read_answer_file, request_file


def write_request(folder: Path, device: str, message: bytes) -> Path:
    """Write the request, flush it, read it again. Unavailable ``stick_*``; then nothing half is left where that can
    be helped."""
    target = folder / f"Balai-permintaan-{device}{SUFFIX}"
    part = target.with_suffix(".tulis")
    content = request_file(message)
    try:
        with on_stick(folder, writing=True):
            with part.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
                forget_cache(file)
            if part.read_bytes() != content:
                raise Unavailable("stick_changed")
            os.replace(part, target)
            flush_folder(folder)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return target


def read_answer(path: Path, message: bytes) -> bytes:
    """The district's answer to the request `message`. Refused ``enrol_file_*``, ``enrol_answer_other``; Unavailable
    ``stick_*``."""
    with on_stick(path):
        if path.is_dir():
            raise Refused("enrol_file_unknown")
        with path.open("rb") as file:
            content = file.read(LARGEST_ANSWER_FILE + 1)
    return read_answer_file(content, message)
