"""One official of a village, and the ways to vouch for him, to change his certificate and to stop him."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from app.domain.errors import Refused
from app.domain.tenure import day_of as utc_day
from app.hub.enrol import VILLAGE_ROLES, confirm_person, read_rts, revoke_person
from app.hub.pages.frame import Here, Needs, Office, Sends, Text, show
from app.hub.problems import say_problem
from app.hub.roles import Act
from app.hub.terms import renew
from app.hub.verifiers import Verifier
from app.hub.views.people import Term, one_official
from app.hub.words import day_of, say_role

router = APIRouter()
Watcher = Annotated[Verifier, Depends(Needs(Act.SEE_PROGRESS))]
Keeper = Annotated[Verifier, Depends(Sends(Act.DEVICES))]


@router.get("/desa/{desa}/orang/{orang}")
def one(here: Here, who: Watcher, desa: str, orang: str) -> HTMLResponse:
    """What the district knows of one official."""
    return _one(here, who, desa, orang)


@router.post("/orang/pastikan")
def confirm(here: Here, who: Keeper, village: Text = "", person: Text = "") -> Response:
    """Vouch for somebody whom the village named, or gave another key: the next holder of a laptop, say."""
    confirm_person(here.district, village, person)
    return RedirectResponse(f"/desa/{village}/orang/{person}", 303)


@router.post("/orang/cabut")
def revoke(here: Here, who: Keeper, village: Text = "", person: Text = "", why: Text = "", sure: Text = "") -> Response:
    """Count nothing more of an official, on whatever laptop; only with a reason and a tick that it is meant."""
    try:
        if sure != "ya":
            raise Refused("revoke_not_confirmed")
        revoke_person(here.district, village, person, why, by=who.name)
    except Refused as problem:
        return _one(here, who, village, person, problem=say_problem(problem), why=why)
    return RedirectResponse(f"/desa/{village}/orang/{person}", 303)


@router.post("/orang/masa")
def change(
    here: Here,
    who: Keeper,
    village: Text = "",
    person: Text = "",
    role: Text = "",
    rts: Text = "",
    until: Text = "",
) -> Response:
    """Certify an official anew: another last day, another role, other RTs; his laptop hears of it by any road."""
    try:
        renew(here.district, village, person, role, read_rts(rts), until, by=who.name)
    except Refused as problem:
        given = Term(role, rts, until)
        return _one(here, who, village, person, problem=say_problem(problem), given=given)
    return RedirectResponse(f"/desa/{village}/orang/{person}", 303)


def _one(
    here: Office,
    who: Verifier,
    code: str,
    name: str,
    *,
    problem: str = "",
    why: str = "",
    given: Term | None = None,
) -> HTMLResponse:
    district = here.district
    now = district.now_ms()
    with district.database.read() as connection:
        found = one_official(connection, code, name, but=district.keys.person, today=day_of(now))
    return show(
        here,
        "satu_orang.html",
        who,
        422 if problem else 200,
        one=found,
        problem=problem,
        why=why,
        given=given or found.held,
        today=utc_day(now),
        roles=[(role, say_role(role)) for role in VILLAGE_ROLES],
    )
