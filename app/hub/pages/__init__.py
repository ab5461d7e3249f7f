"""The verifier's pages: plain forms that work on a phone, without scripts; every change carries the session's token."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from app.hub.pages import (
    account,
    calendar,
    door,
    enrolment,
    journal,
    laptops,
    lists,
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
    journal,
    laptops,
    enrolment,
    lists,
    sticks,
    calendar,
    account,
)
"""In the order in which their addresses are looked up."""


def pages() -> APIRouter:
    """All pages."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
    for room in ROOMS:
        router.include_router(room.router)
    return router
