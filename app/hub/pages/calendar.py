"""The windows of the month and the days of an objection, set by an administrator for all villages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool

from app.domain.calendar import GENERAL, OBJECTION, days_of
from app.domain.errors import Refused
from app.hub.calendar import current, newest
from app.hub.language import language, tr
from app.hub.pages.frame import Here, Needs, Office, Sends, show
from app.hub.problems import say_problem
from app.hub.roles import Act
from app.hub.set_calendar import set_calendar
from app.hub.verifiers import Verifier
from app.shelf.calendars import shipped_calendars

router = APIRouter()
Watcher = Annotated[Verifier, Depends(Needs(Act.SEE_PROGRESS))]
Setter = Annotated[Verifier, Depends(Sends(Act.CALENDAR))]

_FORM = {
    "requestBody": {
        "description": "Beside `csrf` each day by its name: `<window>.first` and `<window>.last` (0 or empty: this "
        "district has no such window), and `objection_days`."
    }
}
"""The days, whose names a calendar tells, as the description of the hub has them."""


@router.get("/jadwal")
def calendar(here: Here, who: Watcher) -> HTMLResponse:
    """The days as they hold."""
    return _page(here, who)


@router.post("/jadwal", openapi_extra=_FORM)
async def save(request: Request, here: Here, who: Setter) -> HTMLResponse:
    """Other days, for every village."""
    given = {name: str(value).strip() for name, value in (await request.form()).items()}
    return await run_in_threadpool(_save, here, who, given)


def _save(here: Office, who: Verifier, given: Mapping[str, str]) -> HTMLResponse:
    try:
        told = set_calendar(here.district, _days(given), by=who.person, name=who.name)
    except Refused as problem:
        return _page(here, who, problem=say_problem(problem), given=given)
    return _page(
        here, who, done=tr("Jadwal berlaku untuk {n} desa. Laptop menerimanya saat mengirim berikutnya.", n=told)
    )


def _days(given: Mapping[str, str]) -> dict[str, int]:
    """The days of a form; an empty field is 0. Refused ``calendar_day_unreadable``."""
    days = {}
    for name in days_of(shipped_calendars()[GENERAL]):
        text = given.get(name, "") or "0"
        if not (text.isascii() and text.isdigit() and len(text) <= 3):
            raise Refused("calendar_day_unreadable", day=text[:10])
        days[name] = int(text)
    return days


def _page(
    here: Office, who: Verifier, *, problem: str = "", done: str = "", given: Mapping[str, str] | None = None
) -> HTMLResponse:
    with here.district.database.read() as connection:
        holds, told = current(connection), newest(connection) is not None
    days = {name: str(day) for name, day in days_of(holds).items()}
    windows = [(window.code, window.words.say(language())) for window in shipped_calendars()[GENERAL].windows]
    return show(
        here,
        "jadwal.html",
        who,
        422 if problem else 200,
        windows=windows,
        days=given or days,
        objection=OBJECTION,
        told=told,
        source=holds.source,
        problem=problem,
        done=done,
    )
