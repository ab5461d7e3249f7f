"""Sticks: bundles that somebody brought from a village, and the bundle that goes back to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool

from app.domain.errors import Problem, Refused
from app.hub.bundle_files import read_bundles
from app.hub.bundles import make_bundle
from app.hub.pages.frame import FILE, Here, Needs, Number, Office, Wanted, check_form, show
from app.hub.problems import say_problem
from app.hub.roles import Act
from app.hub.upload import BUNDLES, UploadForm, uploaded
from app.hub.verifiers import Verifier
from app.hub.views.sticks import OutcomeLines, outcome_lines
from app.hub.views.villages import names_page
from app.hub.words import WITA

router = APIRouter()
Carrier = Annotated[Verifier, Depends(Needs(Act.CARRY))]
SUFFIX = ".balai"

_FORM = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "additionalProperties": {"type": "string"},
                    "properties": {
                        "csrf": {"type": "string"},
                        "bundles": {"type": "string", "format": "binary"},
                    },
                    "required": ["csrf"],
                }
            }
        },
    }
}
"""The form, which is read piece by piece, as the description of the hub has it."""


@router.get("/stik")
def sticks(here: Here, who: Carrier, cari: Wanted = "", hal: Number = "1") -> HTMLResponse:
    """Bring a bundle, or fetch one."""
    return _page(here, who, wanted=cari, page=int(hal or 1))


@router.post("/stik", openapi_extra=_FORM)
async def bring(request: Request, here: Here, who: Carrier) -> HTMLResponse:
    """Take in uploaded bundles; nothing of them is kept before it is known who sends them."""

    def check(fields: Mapping[str, str]) -> None:
        check_form(who, request, fields.get("csrf", ""))

    async with uploaded(request, here.district.incoming, check, BUNDLES) as form:
        try:
            outcomes = await run_in_threadpool(_take, here, form)
        except Problem as problem:
            return await run_in_threadpool(_page, here, who, problem=say_problem(problem))
    return await run_in_threadpool(_page, here, who, outcomes=outcomes)


@router.get("/stik/{village}", responses={200: FILE})
def fetch(here: Here, who: Carrier, village: str) -> Response:
    """The bundle for a village's laptops, as a file to be saved: receipts, answers and lists, without photos."""
    try:
        content = b"".join(make_bundle(here.district, village))
    except Refused as problem:
        return _page(here, who, problem=say_problem(problem))
    at = datetime.fromtimestamp(here.district.now_ms() / 1000, WITA)
    name = f"Balai-kabupaten-{village}-{at:%Y-%m-%d-%H%M}{SUFFIX}"
    return Response(
        content,
        media_type="application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _take(here: Office, form: UploadForm) -> list[OutcomeLines]:
    if not form.files:
        raise Refused("bundle_missing")
    found = read_bundles(here.district, [(file.name, file.path) for file in form.files])
    return [outcome_lines(one) for one in found]


def _page(
    here: Office,
    who: Verifier,
    *,
    problem: str = "",
    outcomes: Sequence[OutcomeLines] = (),
    wanted: str = "",
    page: int = 1,
) -> HTMLResponse:
    with here.district.database.read() as connection:
        known = names_page(connection, wanted, page)
    refused = bool(problem) or (bool(outcomes) and not any(one.taken for one in outcomes))
    status = 422 if refused else 200
    return show(here, "stik.html", who, status, villages=known, wanted=wanted, problem=problem, outcomes=outcomes)
