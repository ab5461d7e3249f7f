"""Progress of villages, the way of their proposals, and the families behind the numbers."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse

from app.hub.language import tr
from app.hub.pages.frame import Here, Needs, Number, Wanted, show
from app.hub.roles import Act
from app.hub.verifiers import Verifier
from app.hub.views.laptop_work import laptops
from app.hub.views.people import officials
from app.hub.views.village_choice import name_of
from app.hub.views.villages import LISTS, UNVISITED, VISITED, family_page, funnel, one_village, villages_page
from app.hub.words import day_of

router = APIRouter()
Watcher = Annotated[Verifier, Depends(Needs(Act.SEE_PROGRESS))]
Reader = Annotated[Verifier, Depends(Needs(Act.SEE_PROPOSALS))]


@router.get("/desa")
def progress(here: Here, who: Watcher, cari: Wanted = "", hal: Number = "1") -> HTMLResponse:
    """How far each village is."""
    with here.district.database.read() as connection:
        found = villages_page(connection, cari, int(hal or 1))
    return show(here, "desa.html", who, villages=found, wanted=cari)


@router.get("/desa/{desa}")
def one(here: Here, who: Watcher, desa: str) -> HTMLResponse:
    """The way of one village's families and proposals, its laptops, and its people."""
    district = here.district
    with district.database.read() as connection:
        found, steps, devices = one_village(connection, desa), funnel(connection, desa), laptops(connection, desa)
        people = officials(connection, desa, but=district.keys.person, today=day_of(district.now_ms()))
    return show(here, "satu_desa.html", who, one=found, steps=steps, devices=devices, officials=people)


@router.get("/desa/{desa}/keluarga")
def families(here: Here, who: Reader, desa: str, tampil: str = LISTS[0], hal: Number = "1") -> HTMLResponse:
    """The families of a village's list."""
    shown = tampil if tampil in LISTS else LISTS[0]
    with here.district.database.read() as connection:
        found = name_of(connection, desa)
        page = family_page(connection, desa, shown, int(hal or 1))
    titles = {LISTS[0]: tr("Semua keluarga"), VISITED: tr("Sudah dikunjungi"), UNVISITED: tr("Belum dikunjungi")}
    return show(here, "keluarga.html", who, one=found, families=page, shown=shown, titles=titles)
