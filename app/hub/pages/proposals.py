"""The queue of proposals, and one of them with its evidence and the district's answer."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy import select

from app.domain.errors import Refused
from app.hub import words
from app.hub.decide import REASON_GROUPS, decide
from app.hub.language import language
from app.hub.pages.frame import Here, Office, Sender, Text, User, show
from app.hub.problems import say_problem
from app.hub.reveal import log_reveal
from app.hub.tables import evidence
from app.hub.verifiers import Verifier
from app.hub.views.proposal import PICTURES, proposal_view
from app.hub.views.queue import queue_page
from app.hub.views.villages import villages
from app.shelf.reasons import reason_book

router = APIRouter()


@router.get("/")
def queue(here: Here, who: User, desa: str = "", jenis: str = "", tampil: str = "wait", hal: int = 1) -> HTMLResponse:
    """Proposals that wait."""
    with here.district.database.read() as connection:
        found = queue_page(connection, here.district.now_ms(), desa, jenis, tampil, hal)
        known = villages(connection)
    kinds = [(kind, words.say_kind(kind)) for kind in (*reason_book().proposals, "objection")]
    kinds = list(dict(kinds).items())
    return show(
        here, "usulan.html", who, queue=found, villages=known, kinds=kinds, desa=desa, jenis=jenis, tampil=tampil
    )


@router.get("/usulan/{desa}/{rantai}/{nomor}")
def one_proposal(here: Here, who: User, desa: str, rantai: str, nomor: str) -> HTMLResponse:
    """One proposal beside what the list says; NIK and KK in part."""
    return _page(here, who, desa, f"{rantai}/{nomor}")


@router.post("/usulan/{desa}/{rantai}/{nomor}")
def decided(
    here: Here,
    who: Sender,
    desa: str,
    rantai: str,
    nomor: str,
    outcome: Text = "",
    reason: Text = "",
    comment: Text = "",
) -> Response:
    """The district's word."""
    proposal = f"{rantai}/{nomor}"
    try:
        decide(here.district, desa, proposal, outcome, by=who.person, name=who.name, reason=reason, comment=comment)
    except Refused as problem:
        if problem.code == "proposal_unknown":
            raise
        given = {"outcome": outcome, "reason": reason, "comment": comment}
        return _page(here, who, desa, proposal, problem=say_problem(problem), given=given)
    return RedirectResponse(f"/usulan/{desa}/{proposal}", 303)


@router.post("/usulan/{desa}/{rantai}/{nomor}/lengkap")
def opened(here: Here, who: Sender, desa: str, rantai: str, nomor: str, why: Text = "") -> HTMLResponse:
    """The same page with whole numbers, for one look: who asked and why is on the district's chain by then."""
    proposal = f"{rantai}/{nomor}"
    try:
        log_reveal(here.district, desa, proposal, why, by=who.person, name=who.name)
    except Refused as problem:
        if problem.code == "proposal_unknown":
            raise
        return _page(here, who, desa, proposal, refusal=say_problem(problem), given={"why": why})
    return _page(here, who, desa, proposal, opened=True)


@router.get("/foto/{desa}/{sha256}")
def picture(here: Here, who: User, desa: str, sha256: str) -> Response:
    """A photo or scan."""
    with here.district.database.read() as connection:
        told = select(evidence.c.media).where(evidence.c.village == desa, evidence.c.sha256 == sha256)
        media = connection.execute(told).scalar()
    content = here.blobs.read(desa, sha256) if media is not None else None
    if content is None:
        return Response(status_code=404)
    if media in PICTURES:
        return Response(content, media_type=media)
    headers = {"Content-Disposition": f'attachment; filename="{sha256[:12]}"'}
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
) -> HTMLResponse:
    with here.district.database.read() as connection:
        found = proposal_view(connection, desa, proposal, here.district.now_ms(), masked=not opened)
    reasons = {
        outcome: [(f"{one.key}:{reason.code}", reason.label(language())) for one, reason in reason_book().group(group)]
        for outcome, group in REASON_GROUPS.items()
    }
    status = 422 if problem or refusal else 200
    return show(
        here, "satu_usulan.html", who, status,
        one=found, reasons=reasons, problem=problem, refusal=refusal, buka=opened, given=given or {},
    )  # fmt: skip
