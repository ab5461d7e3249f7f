"""One proposal with its evidence, and the district's answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Path, Query, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy import select

from app.domain.errors import Refused
from app.domain.proposal_course import RETURNED
from app.domain.reason import Reason
from app.hub.decide import REASON_GROUPS, decide
from app.hub.language import language, tr
from app.hub.pages.frame import FILE, Here, Needs, Office, Sends, Text, show
from app.hub.problems import say_problem
from app.hub.reveal import log_reveal
from app.hub.roles import Act
from app.hub.tables import evidence
from app.hub.verifiers import Verifier
from app.hub.views.proposal import PICTURES, proposal_view
from app.hub.views.queue import Wish, chosen_rows, turn_of, wish_of
from app.shelf.reasons import reason_book

router = APIRouter()
Reader = Annotated[Verifier, Depends(Needs(Act.SEE_PROPOSALS))]
Decider = Annotated[Verifier, Depends(Sends(Act.DECIDE))]
Revealer = Annotated[Verifier, Depends(Sends(Act.REVEAL))]
MOST_ZOOM = 4
_USUAL = Wish()
From = Annotated[str, Query(max_length=400)]
Place = Annotated[int, Path(ge=1, le=1000)]
Zoom = Annotated[int, Query(ge=1, le=MOST_ZOOM)]


@router.get("/usulan/{desa}/{rantai}/{nomor}")
def one_proposal(
    here: Here, who: Reader, desa: str, rantai: str, nomor: str, antrean: From = "", selesai: From = ""
) -> HTMLResponse:
    """One proposal beside what the list says; NIK and KK in part. `antrean` is the queue it was opened from,
    `selesai` the proposal (village and number) that was answered just before."""
    return _page(here, who, desa, f"{rantai}/{nomor}", wish=wish_of(antrean), answered=selesai)


@router.post("/usulan/{desa}/{rantai}/{nomor}")
def decided(
    here: Here,
    who: Decider,
    desa: str,
    rantai: str,
    nomor: str,
    outcome: Text = "",
    reason: Text = "",
    comment: Text = "",
    dilihat: Text = "",
    antrean: From = "",
) -> Response:
    """The district's word on what was `dilihat` (looked at); then the next one that waits, where there is one."""
    proposal = f"{rantai}/{nomor}"
    wish = wish_of(antrean)
    with here.district.database.read() as connection:
        turn = turn_of(connection, here.district.now_ms(), wish, (desa, proposal))
    try:
        decide(
            here.district,
            desa,
            proposal,
            outcome,
            by=who.person,
            name=who.name,
            reason=reason,
            comment=comment,
            seen=dilihat,
        )
    except Refused as problem:
        if problem.code == "proposal_unknown":
            raise
        given = {"outcome": outcome, "reason": reason, "comment": comment}
        return _page(here, who, desa, proposal, problem=say_problem(problem), given=given, wish=wish)
    code, following = turn.following if turn.place and turn.following else (desa, proposal)
    query = {"antrean": wish.query} if wish.query else {}
    return RedirectResponse(f"/usulan/{code}/{following}?" + urlencode(query | {"selesai": f"{desa}/{proposal}"}), 303)


@router.post("/usulan/{desa}/{rantai}/{nomor}/lengkap")
def opened(
    here: Here, who: Revealer, desa: str, rantai: str, nomor: str, why: Text = "", antrean: From = ""
) -> HTMLResponse:
    """The same page with whole numbers, for one look: who asked and why is on the district's chain by then."""
    proposal = f"{rantai}/{nomor}"
    try:
        log_reveal(here.district, desa, proposal, why, by=who.person, name=who.name)
    except Refused as problem:
        if problem.code == "proposal_unknown":
            raise
        given = {"why": why}
        return _page(here, who, desa, proposal, refusal=say_problem(problem), given=given, wish=wish_of(antrean))
    return _page(here, who, desa, proposal, opened=True, wish=wish_of(antrean))


@router.get("/usulan/{desa}/{rantai}/{nomor}/bukti/{urutan}")
def large(
    here: Here, who: Reader, desa: str, rantai: str, nomor: str, urutan: Place, besar: Zoom = 1, antrean: From = ""
) -> HTMLResponse:
    """One photo as large as is wished, beside what is proposed."""
    with here.district.database.read() as connection:
        found = proposal_view(connection, desa, f"{rantai}/{nomor}", here.district.now_ms())
    shown = [photo for photo in found.photos if photo.held and photo.shown]
    if urutan > len(shown):
        raise Refused("photo_unknown")
    return show(
        here,
        "bukti.html",
        who,
        one=found,
        photos=shown,
        place=urutan,
        zoom=besar,
        most=MOST_ZOOM,
        wish=wish_of(antrean),
    )


@router.get("/foto/{desa}/{photo}", responses={200: FILE})
def picture(here: Here, who: Reader, desa: str, photo: str) -> Response:
    """A photo or scan."""
    with here.district.database.read() as connection:
        told = select(evidence.c.media).where(evidence.c.village == desa, evidence.c.name == photo)
        media = connection.execute(told).scalar()
    content = here.blobs.read(desa, photo) if media is not None else None
    if content is None:
        raise Refused("photo_unknown")
    if media in PICTURES:
        return Response(content, media_type=media)
    headers = {"Content-Disposition": f'attachment; filename="{photo[:12]}"'}
    return Response(content, media_type="application/octet-stream", headers=headers)


def _page(
    here: Office,
    who: Verifier,
    desa: str,
    proposal: str,
    *,
    opened: bool = False,
    problem: str = "",
    refusal: str = "",
    given: Mapping[str, str] | None = None,
    wish: Wish = _USUAL,
    answered: str = "",
) -> HTMLResponse:
    now = here.district.now_ms()
    before = tuple(answered.split("/", 1))
    with here.district.database.read() as connection:
        found = proposal_view(connection, desa, proposal, now, masked=not opened)
        turn = turn_of(connection, now, wish, (desa, proposal))
        done = chosen_rows(connection, now, [(before[0], before[1])]) if len(before) == 2 else []
    reasons = {outcome: reason_choices(outcome) for outcome in REASON_GROUPS}
    status = 422 if problem or refusal else 200
    return show(
        here, "satu_usulan.html", who, status,
        one=found, reasons=reasons, problem=problem, refusal=refusal, buka=opened, given=given or {},
        wish=wish, turn=turn, done=done[0] if done and done[0].closed else None,
    )  # fmt: skip


def reason_choices(outcome: str) -> list[tuple[str, str]]:
    """The reasons that an outcome may have: as a form sends them, and in words."""
    group = REASON_GROUPS.get(outcome)
    found = reason_book().group(group) if group else ()
    return [(f"{one.key}:{reason.code}", _in_words(reason, outcome)) for one, reason in found]


def _in_words(reason: Reason, outcome: str) -> str:
    text = reason.label(language())
    return tr("{reason} (perlu catatan)", reason=text) if reason.note_required and outcome != RETURNED else text
