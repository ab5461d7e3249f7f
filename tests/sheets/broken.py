"""Files broken in every way that sticks, mail and disks break them, made from whole ones; same seed, same file."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator

SIGNS = (
    b"",
    b"PK\x03\x04",
    bytes.fromhex("d0cf11e0a1b11ae1"),
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
    b"%PDF",
    b"<?xml",
)
SEPARATED = b"0123456789;,\t|\"'\r\n NIKnamaKK.-/\x00\xa0\xff"


def noise(seed: int) -> bytes:
    """Random bytes behind the signs of a known kind, or random signs of a text file."""
    rng = random.Random(seed)
    length = rng.choice((1, 7, 64, 900, 9_000))
    alphabet = SEPARATED if rng.random() < 0.4 else bytes(range(256))
    return rng.choice(SIGNS) + bytes(rng.choices(alphabet, k=length))


def cuts(content: bytes, parts: int = 50) -> Iterator[bytes]:
    """The first 1/50, 2/50, ... of a file."""
    for part in range(1, parts):
        yield content[: len(content) * part // parts]


def flipped(content: bytes, seed: int) -> bytes:
    """A few of its bytes changed, as a bad disk does."""
    rng = random.Random(seed)
    changed = bytearray(content)
    for _ in range(rng.choice((1, 3, 20))):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def hole(content: bytes, seed: int) -> bytes:
    """A stretch of it lost, filled with zeros, or put in twice."""
    rng = random.Random(seed)
    start = rng.randrange(len(content))
    end = min(len(content), start + rng.choice((1, 512, 4096, 65_536)))
    lost = rng.choice((b"", bytes(end - start), content[start:end] * 2))
    return content[:start] + lost + content[end:]


def members(content: bytes, seed: int) -> bytes:
    """An archive whose check values are right, with one of its parts changed, emptied, dropped or exchanged."""
    rng = random.Random(seed)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = rng.choice([name for name in names if old.getinfo(name).file_size])
        for name in names:
            part = old.read(name)
            if name == chosen:
                if rng.random() < 0.1:
                    continue
                way = rng.choice((flipped, hole, _emptied, _words_changed, None))
                part = way(part, seed) if way is not None else old.read(rng.choice(names))
            new.writestr(name, part)
    return made.getvalue()


def _emptied(content: bytes, seed: int) -> bytes:
    return b""


def _words_changed(content: bytes, seed: int) -> bytes:
    """Numbers and places of the XML replaced by others: references out of reach, huge rows, wrong types."""
    rng = random.Random(seed)
    places = [at for at in range(len(content)) if content[at : at + 1].isdigit()] or [0]
    changed = bytearray(content)
    for _ in range(rng.choice((1, 5, 40))):
        at = rng.choice(places)
        changed[at : at + 1] = rng.choice((b"-1", b"99999999999", b"NaN", b"1e400", b"A", b"", b"0", b"65536", b"7"))
    return bytes(changed)
