"""The language in which a page speaks: Indonesian as the sources have it, or English from resources/hub/en.json.

Whoever asks for a page has chosen it with a cookie; `Tongue` keeps the choice for as long as the answer is made, so
that no function between the page and its words has to pass it on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from http.cookies import CookieError, SimpleCookie
from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from app.domain.codelist import ENGLISH, INDONESIAN
from app.shelf.place import resource

_FORMS: Final = {name: f"/{name}" for name in ("masuk", "laptop", "daftar", "stik", "jadwal", "akun")}
"""Where the answer to a form can be opened again, by the first part of its address."""

COOKIE: Final = "balai_bahasa"
LANGUAGES: Final = (INDONESIAN, ENGLISH)


@dataclass(frozen=True, slots=True)
class Asked:
    """Who reads: in which language, and the page to which he comes back after he chose another."""

    language: str = INDONESIAN
    back: str = "/"


_INDONESIAN: Final = Asked()
_asked: ContextVar[Asked] = ContextVar("asked", default=_INDONESIAN)


def language() -> str:
    """The language that is spoken now."""
    return _asked.get().language


def back() -> str:
    """The address of the page that is being answered, where it can be opened again."""
    return _asked.get().back


@contextmanager
def speaking(chosen: str, page: str = "/") -> Iterator[None]:
    """Speak a language for a while."""
    before = _asked.set(Asked(chosen if chosen in LANGUAGES else INDONESIAN, page))
    try:
        yield
    finally:
        _asked.reset(before)


def mark(source: str) -> str:
    """A sentence that is said later, with `tr` and in the language of whoever reads it then."""
    return source


def tr(source: str, /, **facts: object) -> str:
    """A sentence in the language that is spoken now; of two English forms the first is for ``n`` = 1."""
    text = catalogue().get(source, source) if language() == ENGLISH else source
    if not isinstance(text, str):
        one, many = text
        text = one if facts.get("n") == 1 else many
    return text.format_map(facts)


@cache
def catalogue() -> dict[str, str | list[str]]:
    """Indonesian source -> English, or English for one and for many."""
    found: dict[str, str | list[str]] = json.loads(resource("hub", "en.json").read_text(encoding="utf-8"))
    return found


class Tongue:
    """Lets every answer be made in the language that its reader chose."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, in that language."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        query = scope["query_string"].decode("latin-1")
        page = scope["path"] + (f"?{query}" if query else "")
        if scope["method"] != "GET":
            page = _FORMS.get(scope["path"].split("/")[1], "/")
        with speaking(_chosen(scope), page):
            await self._app(scope, receive, send)


def _chosen(scope: Scope) -> str:
    try:
        held = SimpleCookie(Headers(scope=scope).get("cookie", "")).get(COOKIE)
    except CookieError:
        return INDONESIAN
    return held.value if held is not None else INDONESIAN
