"""Sticks: bundles that somebody brought from a village, and the bundle that goes back to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse, StreamingResponse
from starlette.concurrency import run_in_threadpool

from app.domain.errors import Problem, Refused
from app.hub.bundle_files import read_bundles
from app.hub.bundle_out import PART_SIZES, bundle_name, fetched, fetched_part, prepare_parts, prepared_parts
from app.hub.language import tr
from app.hub.pages.frame import FILE, Here, Needs, Number, Office, Sends, Text, Wanted, check_form, show
from app.hub.problems import say_problem
from app.hub.roles import Act
from app.hub.upload import BUNDLES, UploadForm, described, uploaded
from app.hub.verifiers import Verifier
from app.hub.views.sticks import OutcomeLines, outcome_lines
from app.hub.views.village_choice import name_of, names_page
from app.hub.views.villages import PAGE

router = APIRouter()
Carrier = Annotated[Verifier, Depends(Needs(Act.CARRY))]
Sender = Annotated[Verifier, Depends(Sends(Act.CARRY))]


@router.get("/stik")
def sticks(here: Here, who: Carrier, cari: Wanted = "", hal: Number = "1") -> HTMLResponse:
    """Bring a bundle, or fetch one."""
    return _page(here, who, wanted=cari, page=int(hal or 1))


@router.post("/stik", openapi_extra=described(file="bundles"))
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
        found = fetched(here.district, village)
    except Problem as problem:
        return _page(here, who, problem=say_problem(problem))
    return _sent(bundle_name(here.district, village), *found)


@router.get("/stik/{village}/bagian")
def parts(here: Here, who: Carrier, village: str) -> HTMLResponse:
    """The parts that were prepared last, and how large new ones may be."""
    return _parts(here, who, village)


@router.post("/stik/{village}/bagian")
def prepare(here: Here, who: Sender, village: str, ukuran: Text = "") -> Response:
    """Cut the village's bundle of this moment into parts."""
    most = next((size for size in PART_SIZES if str(size) == ukuran), PART_SIZES[0])
    try:
        prepare_parts(here.district, village, most)
    except Problem as problem:
        if problem.code == "hub_village_unknown":
            raise
        return _parts(here, who, village, problem=say_problem(problem))
    return RedirectResponse(f"/stik/{village}/bagian", 303)


@router.get("/stik/{village}/bagian/{nama}", responses={200: FILE})
def part(here: Here, who: Carrier, village: str, nama: str) -> Response:
    """One of the parts, as a file to be saved."""
    found = fetched_part(here.district, village, nama)
    if found is None:
        return _parts(here, who, village, problem=tr("Bagian itu sudah tidak ada. Siapkan lagi, lalu unduh semuanya."))
    return _sent(nama, *found)


def _sent(name: str, size: int, pieces: Iterator[bytes]) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Length": str(size)}
    return StreamingResponse(pieces, media_type="application/octet-stream", headers=headers)


def _parts(here: Office, who: Verifier, village: str, *, problem: str = "") -> HTMLResponse:
    with here.district.database.read() as connection:
        found = name_of(connection, village)
    made = [(path.name, path.stat().st_size) for path in prepared_parts(here.district, village)]
    status = 422 if problem else 200
    return show(here, "stik_bagian.html", who, status, one=found, parts=made, sizes=PART_SIZES, problem=problem)


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
        known = names_page(connection, wanted, page, PAGE)
    refused = bool(problem) or (bool(outcomes) and not any(one.taken for one in outcomes))
    status = 422 if refused else 200
    return show(here, "stik.html", who, status, villages=known, wanted=wanted, problem=problem, outcomes=outcomes)
