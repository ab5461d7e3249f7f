"""Laptops and what they sent, codes that let new ones in, and heads to confirm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from app.domain.errors import Refused
from app.hub import words
from app.hub.enrol import DAYS, VILLAGE_ROLES, cancel_code, confirm_person, make_code, read_rts, revoke_device
from app.hub.pages.frame import Here, Needs, Number, Office, Sends, Text, Wanted, show
from app.hub.problems import say_problem
from app.hub.roles import Act
from app.hub.verifiers import Verifier
from app.hub.views.codes import code_lines, unconfirmed
from app.hub.views.laptop_work import laptops_page, one_laptop
from app.hub.views.village_choice import choice

router = APIRouter()
Watcher = Annotated[Verifier, Depends(Needs(Act.SEE_PROGRESS))]
Keeper = Annotated[Verifier, Depends(Sends(Act.DEVICES))]


@dataclass(frozen=True, slots=True)
class Sought:
    """The village for which a code is to be made."""

    wanted: str = ""
    """Part of its name or code."""
    page: int = 1
    chosen: str = ""
    """Its code, once it was found."""


@router.get("/laptop")
def laptops(
    here: Here,
    who: Watcher,
    cari: Wanted = "",
    hal: Number = "1",
    cari_desa: Wanted = "",
    hal_desa: Number = "1",
    desa: Wanted = "",
) -> HTMLResponse:
    """Laptops, codes, and heads to confirm; the village of a code is looked for by its name where there are many."""
    sought = Sought(cari_desa, int(hal_desa or 1), desa)
    return laptop_page(here, who, wanted=cari, page=int(hal or 1), sought=sought)


@router.post("/laptop/kode")
def new_code(
    here: Here,
    who: Keeper,
    village: Text = "",
    village_name: Text = "",
    role: Text = "",
    name: Text = "",
    rts: Text = "",
    until: Text = "",
) -> HTMLResponse:
    """A code, shown this once."""
    given = {"village": village, "village_name": village_name, "role": role, "name": name, "rts": rts, "until": until}
    try:
        bound = read_rts(rts)
        code = village.strip().replace(".", "")
        made = make_code(here.district, code, village_name.strip()[:80], role, name[:80], bound, until=until)
    except Refused as problem:
        return laptop_page(here, who, problem=say_problem(problem), given=given)
    return laptop_page(here, who, code=made.text, given={"name": name})


@router.post("/laptop/kode/batal")
def cancel(here: Here, who: Keeper, village: Text = "", code: Text = "") -> Response:
    """Let a code in nobody any more."""
    cancel_code(here.district, village, code)
    return RedirectResponse("/laptop", 303)


@router.post("/laptop/cabut")
def revoke(here: Here, who: Keeper, village: Text = "", device: Text = "", why: Text = "") -> Response:
    """Take nothing more from a laptop."""
    try:
        revoke_device(here.district, village, device, why, by=who.name)
    except Refused as problem:
        if problem.code == "exchange_device_unknown":
            raise
        return _one(here, who, village, device, problem=say_problem(problem))
    return RedirectResponse(f"/laptop/{village}/{device}", 303)


@router.get("/laptop/{desa}/{nama}")
def one(here: Here, who: Watcher, desa: str, nama: str) -> HTMLResponse:
    """What one laptop has sent."""
    return _one(here, who, desa, nama)


@router.post("/laptop/pastikan")
def confirm(here: Here, who: Keeper, village: Text = "", person: Text = "") -> Response:
    """Confirm a head or second signer."""
    confirm_person(here.district, village, person)
    return RedirectResponse("/laptop", 303)


_NOTHING = Sought()


def _one(here: Office, who: Verifier, code: str, name: str, *, problem: str = "") -> HTMLResponse:
    with here.district.database.read() as connection:
        found = one_laptop(connection, code, name)
    return show(here, "satu_laptop.html", who, 422 if problem else 200, one=found, problem=problem)


def laptop_page(
    here: Office,
    who: Verifier,
    *,
    problem: str = "",
    request_problem: str = "",
    code: str = "",
    given: Mapping[str, str] | None = None,
    wanted: str = "",
    page: int = 1,
    sought: Sought = _NOTHING,
) -> HTMLResponse:
    """The page as it stands now; with a fresh code, or with what is wrong with a form or a file."""
    with here.district.database.read() as connection:
        known = choice(connection, sought.wanted, sought.page, (given or {}).get("village", "") or sought.chosen)
        if not given and known.chosen is not None:
            given = {"village": known.chosen.village, "village_name": known.chosen.name}
        return show(
            here,
            "laptop.html",
            who,
            422 if problem or request_problem else 200,
            devices=laptops_page(connection, wanted, page),
            wanted=wanted,
            waiting=unconfirmed(connection),
            codes=code_lines(connection, here.district.now_ms()),
            villages=known,
            roles=[(role, words.say_role(role)) for role in VILLAGE_ROLES],
            problem=problem,
            request_problem=request_problem,
            code=code,
            days=DAYS,
            given=given or {},
        )
