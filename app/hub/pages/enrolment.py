"""Enrolment without a line: the request that somebody brought as a file, and the answer that he takes back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, File, Response, UploadFile

from app.domain.errors import Refused
from app.hub.enrol import answer_request_file
from app.hub.pages.frame import FILE, Here, Sends
from app.hub.pages.laptops import laptop_page
from app.hub.problems import say_problem
from app.hub.roles import Act
from app.hub.verifiers import Verifier
from app.wire.enrol_file import LARGEST_REQUEST_FILE, SUFFIX

router = APIRouter()
Keeper = Annotated[Verifier, Depends(Sends(Act.DEVICES))]


@router.post("/laptop/permintaan", responses={200: FILE})
def answer(here: Here, who: Keeper, request: Annotated[UploadFile | None, File()] = None) -> Response:
    """The answer to a request, to be saved and carried back."""
    try:
        content = request.file.read(LARGEST_REQUEST_FILE + 1) if request is not None else b""
        if not content:
            raise Refused("enrol_file_missing")
        made = answer_request_file(here.district, content, f"page {who.login}")
    except Refused as problem:
        return laptop_page(here, who, request_problem=say_problem(problem))
    name = f"Balai-jawaban{SUFFIX}"
    return Response(
        made, media_type="application/octet-stream", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
