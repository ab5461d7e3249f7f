"""Small files beside the store: no key guards them, and a power cut or a neighbour may have spoilt them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache

from app.composition.cards import CARD, read_card, write_card
from app.composition.preferences import FilePreferences
from app.hub.backup import _TOLD, _told
from app.storage import wiping
from app.storage.throttle import _WAITS, Throttle
from app.usecases.desk import Preferences
from app.wire.enrol_file import answer_file, read_answer_file, read_request_file, request_file
from tests.fuzz.calls import enrol_answers, enrolments
from tests.fuzz.world import World

_DEEP = b"[" * 100_000
"""Deeper than Python calls itself."""


def request_files(world: World) -> Sequence[bytes]:
    """The request of a laptop without a line, as it lies on a stick."""
    return [request_file(bytes(32) + enrolments(world)[0])]


def take_request(world: World, content: bytes) -> object:
    """As the district's page reads it: the whole message or a reason."""
    message = read_request_file(content)
    assert request_file(message) == content, "whatever is read is what was written"
    return message


def answer_files(world: World) -> Sequence[bytes]:
    """The district's answer to it."""
    return [answer_file(bytes(32) + enrol_answers(world)[0], b"q")]


def take_answer(world: World, content: bytes) -> object:
    """As the laptop reads it: only what answers its own request."""
    message = read_answer_file(content, b"q")
    assert answer_file(message, b"q") == content
    return message


@cache
def cards(world: World) -> Sequence[bytes]:
    """What the first screen knows of a store."""
    folder = world.folder / "kartu"
    folder.mkdir()
    write_card(folder, "Bonto", "slot", practice=False)
    written = (folder / CARD).read_bytes()
    return [
        written,
        b'{"village": "Bonto", "practice": false, "opened_at_ms": 1e999}',
        b'{"village": [], "practice": false, "opened_at_ms": Infinity, "slot": {}}',
        b'{"village": "Bonto", "practice": true, "opened_at_ms": ' + b"9" * 5_000 + b"}",
        _DEEP,
    ]


def card(world: World, content: bytes) -> object:
    """A name to show, whatever the card says."""
    (world.folder / "kartu" / CARD).write_bytes(content)
    return read_card(world.folder / "kartu")


def marks(world: World) -> Sequence[bytes]:
    """The mark of a wipe that was begun."""
    return [json.dumps({"village": "Bonto"}).encode(), b'["village"]', _DEEP]


def mark(world: World, content: bytes) -> object:
    """A wipe that was begun stays begun."""
    folder = world.folder / "kosong"
    folder.mkdir(exist_ok=True)
    (folder / wiping.MARK).write_bytes(content)
    assert read_card(folder).wiped
    return wiping.village_of(folder)


def preferences(world: World) -> Sequence[bytes]:
    """Language, theme, size."""
    return [json.dumps(asdict(Preferences())).encode(), b'{"language": "en", "theme": [], "scale": NaN}', _DEEP]


def prefer(world: World, content: bytes) -> object:
    """Each value or its default; always something that can be worn."""
    path = world.folder / "preferensi.json"
    path.write_bytes(content)
    found = FilePreferences(path).load()
    assert 1.0 <= found.scale <= 2.0
    return found


def tries(world: World) -> Sequence[bytes]:
    """Wrong passwords before this run."""
    return [
        b'{"s":{"wrong":5,"left":30.0,"noted":1796000000.0},"t":{"wrong":1,"left":0.0,"noted":0.0}}',
        b'{"s":{"wrong":-9223372036854775808,"left":1e308,"noted":1e308}}',
        b'{"s":{"wrong":9,"left":-1e308,"noted":-1e308}}',
    ]


def wait(world: World, content: bytes) -> object:
    """Nobody is kept out for longer than the longest wait, whatever the file says."""
    path = world.folder / "percobaan"
    path.write_bytes(content)
    throttle = Throttle(path)
    assert 0 <= throttle.wait_seconds("s") <= _WAITS[-1]
    throttle.begin("s")
    throttle.succeeded("s")
    return throttle.wait_seconds("s")


def backups(world: World) -> Sequence[bytes]:
    """What a backup of the district says of itself."""
    return [
        json.dumps({"store": "hub.db", "sha256": "0" * 64, "photos": 3, "program": "1"}).encode(),
        b'{"store": "hub.db", "sha256": [], "photos": {}}',
        _DEEP,
    ]


def backup(world: World, content: bytes) -> object:
    """Whether it is one of ours."""
    folder = world.folder / "cadangan"
    folder.mkdir(exist_ok=True)
    (folder / _TOLD).write_bytes(content)
    told = _told(folder)
    assert isinstance(told["photos"], int)
    return told
