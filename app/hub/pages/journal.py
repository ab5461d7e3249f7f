"""The journal of a village: its chains, proved when the page is opened, and the entries of each."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse

from app.hub.pages.frame import Here, Needs, Number, show
from app.hub.roles import Act
from app.hub.verifiers import Verifier
from app.hub.views.journal import chain_lines, journal_page
from app.hub.views.villages import one_village

router = APIRouter()
Reader = Annotated[Verifier, Depends(Needs(Act.SEE_JOURNAL))]


@router.get("/desa/{desa}/jurnal")
def chains(here: Here, who: Reader, desa: str) -> HTMLResponse:
    """Every chain with what came of proving it."""
    with here.district.database.read() as connection:
        found = one_village(connection, desa)
        lines = chain_lines(connection, here.district, desa)
    return show(here, "jurnal.html", who, one=found, chains=lines, broken=[line for line in lines if not line.whole])


@router.get("/desa/{desa}/jurnal/{rantai}")
def entries(here: Here, who: Reader, desa: str, rantai: str, hal: Number = "1") -> HTMLResponse:
    """The entries of one chain."""
    with here.district.database.read() as connection:
        found = one_village(connection, desa)
        page = journal_page(connection, here.district, desa, rantai, int(hal or 1))
    return show(here, "rantai.html", who, one=found, journal=page)
