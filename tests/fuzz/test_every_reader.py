"""No reader of foreign bytes is forgotten: whatever takes bytes apart has a target, or says whose bytes they are."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.fuzz.targets import TARGETS

APP: Final = Path(__file__).resolve().parents[2] / "app"

TAKES_APART: Final = {
    "decode": {"msgpack", "json"},
    "loads": {"json"},
    "from_bytes": {"int"},
    "fromhex": {"bytes"},
    "unpack": {"struct", "_FORM", "_RECORD"},
    "unpack_from": {"struct"},
    "b64decode": {"base64"},
    "b32decode": {"base64"},
    "open": {"Image"},
    "ZipFile": {"zipfile"},
    "ParserCreate": {"expat"},
    "fromstring": {"ElementTree"},
    "LZMADecompressor": {"lzma"},
    "decompress": {"lzma", "zlib"},
    "decompressobj": {"zlib"},
    "Decoder": {"msgpack", "json"},
    "reader": {"csv"},
}
"""Calls that make something of bytes, with whose they are."""

READ_BY: Final = {
    "composition/cards": "card of a store",
    "composition/preferences": "preferences",
    "hub/backup": "backup's note",
    "sheets/binary_extent": "sheet",
    "sheets/compound": "sheet",
    "sheets/csv_text": "sheet",
    "sheets/exact": "sheet",
    "sheets/extent": "sheet",
    "sheets/guard": "sheet",
    "shelf/typed": "form",
    "storage/anchor": "anchor",
    "storage/journal": "entry of a mirror, at the district",
    "storage/mirror": "mirror",
    "storage/photos": "photo",
    "storage/slots": "slots",
    "storage/throttle": "wrong tries",
    "storage/wiping": "mark of a wipe",
    "sync/line": "refusals of a district",
    "sync/meeting": "talk",
    "wire/body": "columns",
    "wire/bundle": "bundle",
    "wire/certificate": "certificate",
    "wire/channel": "greeting",
    "wire/column": "columns",
    "wire/columns": "entries as they travel",
    "wire/enrol": "enrolment",
    "wire/enrol_file": "enrolment's request as a file",
    "wire/entry": "entry that lies, at a laptop",
    "wire/exchange": "request",
    "wire/hpke": "bundle's header that lies",
    "wire/pack": "list as it travels",
    "wire/parts": "parts",
    "wire/planes": "columns",
    "wire/payload": "payloads",
    "wire/seal": "vouching",
    "wire/squeeze": "squeeze",
    "wire/tree": "trees",
    "wire/trust": "enrolment that lies",
    "wire/typed": "payloads",
    "wire/vouch": "vouching",
}

OUR_OWN: Final = {
    "composition/enrolling": "our own encrypted store",
    "composition/exchange": "our own encrypted store",
    "composition/intake": "our own encrypted store",
    "hub/bundles": "our own tables",
    "hub/enrol": "our own tables",
    "hub/judge": "our own tables",
    "hub/language": "a resource of the program",
    "hub/listed": "our own tables",
    "hub/lost_passwords": "our own tables",
    "hub/migrations": "our own tables",
    "hub/receipts": "our own tables",
    "hub/restored": "our own tables",
    "hub/terms": "our own tables",
    "hub/postgres": "our own hash",
    "hub/verifiers": "a session's token, looked up and never kept (tests/hub/test_openapi.py)",
    "hub/views/codes": "our own tables",
    "hub/views/laptop_work": "our own tables",
    "hub/views/people": "our own tables",
    "shelf/headers": "a resource of the program",
    "shelf/regions": "a resource of the program",
    "storage/asked": "our own encrypted store",
    "storage/beside": "our own sealed files",
    "storage/clock": "our own encrypted store",
    "storage/files": "names that we gave",
    "storage/list_changes": "our own encrypted store",
    "storage/reading_lists": "our own encrypted store",
    "storage/register": "our own encrypted store",
    "storage/search_names": "our own encrypted store",
    "storage/vault": "our own encrypted store",
    "sync/carried_photos": "names of photos that were checked",
    "sync/gaps": "our own encrypted store",
    "sync/heads": "our own encrypted store",
    "sync/pace": "our own encrypted store",
    "sync/peers": "our own encrypted store",
    "ui/screens/kunjungan/session": "our own encrypted drafts",
    "ui/screens/usulan/sheet": "our own encrypted drafts",
    "usecases/quota": "our own encrypted store",
    "wire/cargo": "entries that were read already",
    "wire/known_words": "a resource of the program",
}
"""Bytes that only Balai itself wrote, behind its key or in its own tables, and why nobody else's come there."""


def taken_apart(path: Path) -> Iterator[str]:
    """The calls of a module that make something of bytes."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            holder = node.func.value
            name = (
                holder.attr if isinstance(holder, ast.Attribute) else holder.id if isinstance(holder, ast.Name) else ""
            )
            if name in TAKES_APART.get(node.func.attr, ()):
                yield f"{name}.{node.func.attr}"


def module(path: Path) -> str:
    """``wire/bundle``."""
    return path.relative_to(APP).with_suffix("").as_posix()


def test_whatever_takes_bytes_apart_is_read_spoilt_or_says_why_not() -> None:
    readers = {module(path) for path in APP.rglob("*.py") if any(taken_apart(path))}
    readers |= {module(path) for path in (APP / "wire").glob("*.py") if path.stem != "__init__"}
    assert readers - READ_BY.keys() - OUR_OWN.keys() == set()
    assert {name for name in READ_BY.keys() | OUR_OWN.keys() if not (APP / f"{name}.py").exists()} == set()
    assert not READ_BY.keys() & OUR_OWN.keys()


def test_every_target_that_is_named_is_there() -> None:
    names = [target.name for target in TARGETS]
    assert len(set(names)) == len(names)
    assert set(READ_BY.values()) <= set(names)
