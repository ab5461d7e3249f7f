"""Publishing a village's list from an uploaded sheet."""

from __future__ import annotations

import hashlib
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, File, UploadFile
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool

from app.domain.errors import Problem, Refused
from app.hub import views
from app.hub.pages.frame import Here, Office, Sender, Text, User, show
from app.hub.problems import say_problem
from app.hub.publish import part_of, publish
from app.hub.verifiers import Verifier

router = APIRouter()
LARGEST_LIST = 60 << 20
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


@router.get("/daftar")
def lists(here: Here, who: User) -> HTMLResponse:
    """Publish a list."""
    return _page(here, who)


@router.post("/daftar")
async def publish_list(
    here: Here,
    who: Sender,
    village: Text = "",
    month: Text = "",
    list_file: Annotated[UploadFile | None, File()] = None,
) -> HTMLResponse:
    """Read an uploaded sheet and hand it to the village."""
    try:
        done = await _publish(here, village.strip().replace(".", ""), month.strip(), list_file)
    except Problem as problem:
        return await run_in_threadpool(_page, here, who, problem=say_problem(problem))
    return await run_in_threadpool(_page, here, who, done=done)


async def _publish(here: Office, village: str, month: str, upload: UploadFile | None) -> str:
    """Publish what was uploaded; a sentence of what came of it."""
    if here.read_list is None:
        raise Refused("hub_no_sheets")
    if not (len(village) == 10 and village.isascii() and village.isdigit()):
        raise Refused("enrol_village_code")
    if _MONTH.fullmatch(month) is None:
        raise Refused("month_bad")
    if upload is None or not upload.filename:
        raise Refused("list_missing")
    name = Path(upload.filename.replace("\\", "/")).name
    with tempfile.TemporaryDirectory(dir=here.district.folder) as folder:
        path = Path(folder) / f"daftar{Path(name).suffix.lower()[:8]}"
        digest = await _keep(upload, path)
        roster = part_of(await run_in_threadpool(here.read_list, path), village)

    def tell() -> None:
        publish(here.district, village, roster, month=month, source_name=name[:120], source_sha256=digest)

    await run_in_threadpool(tell)
    return f"Daftar {month} terbit: {len(roster.families)} keluarga, {roster.people} orang."


async def _keep(upload: UploadFile, path: Path) -> str:
    """Write the upload to `path`; its SHA-256 in hex. Refused ``list_too_large``."""
    digest, size = hashlib.sha256(), 0
    with path.open("wb") as file:
        while piece := await upload.read(1 << 20):
            size += len(piece)
            if size > LARGEST_LIST:
                raise Refused("list_too_large")
            digest.update(piece)
            file.write(piece)
    return digest.hexdigest()


def _page(here: Office, who: Verifier, *, problem: str = "", done: str = "") -> HTMLResponse:
    now = datetime.fromtimestamp(here.district.now_ms() / 1000, UTC)
    with here.district.database.read() as connection:
        known = views.villages(connection)
    status = 422 if problem else 200
    return show(here, "daftar.html", who, status, villages=known, problem=problem, done=done, month=f"{now:%Y-%m}")
