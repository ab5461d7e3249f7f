"""Reads the code lists and crosswalks of resources/codes/."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from app.domain.codelist import Code, CodeBook, CodeList, Crosswalk
from app.shelf.place import resource
from app.shelf.typed import decode


class _Title(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    en: str


class _List(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    title: _Title
    codes: list[tuple[str, str, str]]
    source: str = ""
    sums: bool = False


class _Sheet(msgspec.Struct, forbid_unknown_fields=True):
    """One file: lists of one version from one source (a list may name its own)."""

    version: str
    source: str
    lists: list[_List]


class _Way(msgspec.Struct, forbid_unknown_fields=True):
    origin: str
    target: str
    source: str
    pairs: dict[str, str] = {}
    same_but: dict[str, str] | None = None
    """When given: codes that both lists hold are the same, except these."""


class _Ways(msgspec.Struct, forbid_unknown_fields=True):
    crosswalks: list[_Way]


CROSSWALKS = "crosswalks.json"


@cache
def code_book() -> CodeBook:
    """Every code list that Balai ships with (read once)."""
    return read_code_book(resource("codes"))


def read_code_book(folder: Path) -> CodeBook:
    """The code lists of a folder: each ``*.json`` a sheet of lists, ``crosswalks.json`` the ways between them."""
    lists = [
        _code_list(one, sheet)
        for path in sorted(folder.glob("*.json"))
        if path.name != CROSSWALKS
        for sheet in (decode(path, _Sheet),)
        for one in sheet.lists
    ]
    ways = folder / CROSSWALKS
    by_key = {one.key: one for one in lists}
    return CodeBook.of(
        lists, [_crosswalk(way, by_key) for way in decode(ways, _Ways).crosswalks] if ways.exists() else []
    )


def _code_list(one: _List, sheet: _Sheet) -> CodeList:
    codes = tuple(Code(*row) for row in one.codes)
    return CodeList(one.id, sheet.version, one.source or sheet.source, one.title.id, one.title.en, codes, one.sums)


def _crosswalk(way: _Way, lists: dict[str, CodeList]) -> Crosswalk:
    pairs = dict(way.pairs)
    if way.same_but is not None and way.origin in lists and way.target in lists:
        shared = {code.value: code.value for code in lists[way.origin] if code.value in lists[way.target]}
        pairs = {**shared, **way.same_but}
    return Crosswalk(way.origin, way.target, way.source, pairs)
