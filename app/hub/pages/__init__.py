"""The verifier's pages: plain forms that work on a phone, without scripts; every change carries the session's token."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from app.hub.pages import (
    account,
    calendar,
    describe,
    door,
    enrolment,
    journal,
    laptops,
    lists,
    people,
    proposals,
    queue,
    sticks,
    villages,
)

ROOMS = (
    door,
    queue,
    proposals,
    villages,
    people,
    journal,
    laptops,
    enrolment,
    lists,
    sticks,
    calendar,
    account,
    describe,
)
"""In the order in which their addresses are looked up."""


_PAGE: dict[str, Any] = {"content": {"text/html": {"schema": {"type": "string"}}}}
_LEADS: dict[str, Any] = {"headers": {"Location": {"description": "Where to.", "schema": {"type": "string"}}}}
_SAID = {
    303: "Somewhere else: to the door, or to what a form changed.",
    403: "Not signed in, or no role that may do so.",
    404: "There is no such thing.",
    413: "Too large.",
    422: "Refused, with what to do, in words.",
    429: "Too many tries.",
    503: "The store is busy or away.",
}
"""What any page may answer beside itself."""


def pages() -> APIRouter:
    """All pages."""
    said: dict[int | str, dict[str, Any]] = {
        status: (_PAGE if status >= 400 else _LEADS) | {"description": text} for status, text in _SAID.items()
    }
    router = APIRouter(tags=["page"], default_response_class=HTMLResponse, responses=said)
    for room in ROOMS:
        router.include_router(room.router)
    return router
