"""Publishing a village's list from an uploaded sheet."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool

from app.domain.errors import Problem, Refused
from app.domain.intake import count_warnings
from app.domain.roster import Roster
from app.hub.doubts import CODES
from app.hub.language import tr
from app.hub.pages.frame import Here, Needs, Number, Office, Wanted, check_form, show
from app.hub.problems import say_problem
from app.hub.publish import part_of, publish
from app.hub.roles import Act
from app.hub.upload import UploadForm, described, uploaded
from app.hub.verifiers import Verifier
from app.hub.views.village_choice import choice
from app.hub.words import month_of, say_month

router = APIRouter()
Publisher = Annotated[Verifier, Depends(Needs(Act.PUBLISH))]
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


@router.get("/daftar")
def lists(
    here: Here, who: Publisher, cari_desa: Wanted = "", hal_desa: Number = "1", desa: Wanted = ""
) -> HTMLResponse:
    """Publish a list; a village is looked for by its name where there are many."""
    return _page(here, who, wanted=cari_desa, page=int(hal_desa or 1), chosen=desa)


@router.post("/daftar", openapi_extra=described("village", "month", file="list_file"))
async def publish_list(request: Request, here: Here, who: Publisher) -> HTMLResponse:
    """Read an uploaded sheet and hand it to the village; nothing of it is taken before it is known who sends it."""

    def check(fields: Mapping[str, str]) -> None:
        check_form(who, request, fields.get("csrf", ""))

    async with uploaded(request, here.district.incoming, check) as form:
        try:
            done = await run_in_threadpool(_publish, here, form)
        except Problem as problem:
            return await run_in_threadpool(_page, here, who, problem=problem, form=form)
    return await run_in_threadpool(_page, here, who, done=done)


def _publish(here: Office, form: UploadForm) -> str:
    """Publish what was uploaded; a sentence of what came of it."""
    village = form.fields.get("village", "").strip().replace(".", "")
    month = form.fields.get("month", "").strip()
    if here.read_list is None:
        raise Refused("hub_no_sheets")
    if not (len(village) == 10 and village.isascii() and village.isdigit()):
        raise Refused("enrol_village_code")
    if _MONTH.fullmatch(month) is None:
        raise Refused("month_bad")
    if not form.files:
        raise Refused("list_missing")
    (file,) = form.files
    roster = part_of(here.read_list(file.path), village)
    publish(
        here.district,
        village,
        roster,
        month=month,
        source_name=file.name[:120],
        source_sha256=form.sha256,
        meant=_meant(form),
    )
    told = tr(
        "Daftar {month} terbit: {n} keluarga, {people} orang.",
        month=say_month(month),
        n=len(roster.families),
        people=roster.people,
    )
    return f"{told} {_oddities(roster)}"


def _mark(form: UploadForm) -> str:
    """By which a tick is known to be for this very file, village and month: another one is asked about anew."""
    told = (form.sha256, form.fields.get("village", ""), form.fields.get("month", ""))
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]


def _meant(form: UploadForm) -> set[str]:
    """Doubts that whoever sends the form has looked at."""
    mark = _mark(form)
    return {code for code in CODES if form.fields.get(code) == mark}


def _oddities(roster: Roster) -> str:
    """What whoever sent the list may want to mend; the village sees each of them at its family."""
    return tr(
        "Peringatan data: {flags}. Orang tanpa NIK: {people}. Keluarga tanpa nomor KK: {families}.",
        flags=sum(count_warnings(roster).values()),
        people=sum(not member.nik for _, member in roster.members()),
        families=sum(not family.kk for family in roster.families),
    )


def _page(
    here: Office,
    who: Verifier,
    *,
    problem: Problem | None = None,
    form: UploadForm | None = None,
    done: str = "",
    wanted: str = "",
    page: int = 1,
    chosen: str = "",
) -> HTMLResponse:
    """The page; after a problem with what was typed, and a tick where whoever has looked again may go on."""
    given = {"month": month_of(here.district.now_ms()), "village": chosen}
    doubts: list[str] = []
    if problem is not None and form is not None:
        given = {name: form.fields.get(name, "")[:80] for name in ("village", "month")}
        if problem.code in CODES:
            doubts = [*sorted(_meant(form)), problem.code]
            given["mark"] = _mark(form)
    with here.district.database.read() as connection:
        known = choice(connection, wanted, page, given.get("village", ""))
    said = say_problem(problem) if problem is not None else ""
    status = 422 if said else 200
    return show(here, "daftar.html", who, status, villages=known, problem=said, done=done, given=given, doubts=doubts)
