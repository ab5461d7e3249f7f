"""The queue of proposals, and answering many of them at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Form
from fastapi.responses import HTMLResponse
from sqlalchemy import Connection

from app.domain.errors import Refused
from app.domain.proposal_course import PROPOSED, RETURNED
from app.hub import words
from app.hub.across import Key
from app.hub.bulk import check_wish, decide_all
from app.hub.language import tr
from app.hub.pages.frame import Here, Needs, Number, Office, Sends, Text, Wanted, show
from app.hub.pages.proposals import reason_choices
from app.hub.problems import say_problem
from app.hub.roles import Act
from app.hub.verifiers import Verifier
from app.hub.views.queue import (
    AGES,
    DUE,
    LATE,
    ORDERS,
    REACHED,
    SO_FAR,
    SOON,
    STATES,
    Wish,
    by_village,
    chosen_rows,
    queue_page,
)
from app.hub.views.queue import VILLAGE as BY_VILLAGE
from app.hub.views.village_choice import choice, is_code, names_page
from app.shelf.reasons import reason_book

router = APIRouter()
Reader = Annotated[Verifier, Depends(Needs(Act.SEE_PROPOSALS))]
Decider = Annotated[Verifier, Depends(Sends(Act.DECIDE))]
Chosen = Annotated[list[str], Form(default_factory=list)]


@router.get("/")
def queue(
    here: Here,
    who: Reader,
    desa: Wanted = "",
    jenis: str = "",
    tampil: str = "wait",
    umur: Number = "",
    sanggah: str = "",
    urut: str = "",
    hal: Number = "1",
    pilih: str = "",
) -> HTMLResponse:
    """Proposals that wait, or that were asked for otherwise."""
    order = urut if urut in ORDERS else ORDERS[0]
    wish = Wish(desa, jenis, tampil, int(umur or 0), sanggah, order, int(hal or 1))
    return _page(here, who, wish, all_chosen=pilih == "semua")


@router.post("/sekaligus")
def together(here: Here, who: Decider, pilih: Chosen, outcome: Text = "") -> HTMLResponse:
    """The chosen proposals once more, with what is about to be done with them."""
    keys = _keys(pilih)
    try:
        check_wish(keys, outcome)
    except Refused as problem:
        return _page(here, who, Wish(), problem=say_problem(problem))
    return _summary(here, who, keys, outcome)


@router.post("/sekaligus/catat")
def decided(
    here: Here,
    who: Decider,
    pilih: Chosen,
    outcome: Text = "",
    reason: Text = "",
    comment: Text = "",
) -> HTMLResponse:
    """One decision for each of them where nothing stands against it."""
    keys = _keys(pilih)
    try:
        check_wish(keys, outcome)
    except Refused as problem:
        return _page(here, who, Wish(), problem=say_problem(problem))
    try:
        done = decide_all(here.district, keys, outcome, by=who.person, name=who.name, reason=reason, comment=comment)
    except Refused as problem:
        given = {"reason": reason, "comment": comment}
        return _summary(here, who, keys, outcome, problem=say_problem(problem), given=given)
    with here.district.database.read() as connection:
        rows = {(row.village, row.proposal): row for row in chosen_rows(connection, here.district.now_ms(), keys)}
    against = [(rows.get(one.key), words.say_hindrance(one.hindrance)) for one in done if one.hindrance]
    good = [rows[one.key] for one in done if not one.hindrance and one.key in rows]
    return show(here, "sekaligus_hasil.html", who, outcome=outcome, good=good, against=against)


def _keys(chosen: Sequence[str]) -> list[Key]:
    """``<village>/<chain>/<number>`` as a form sends it."""
    pairs = [one.partition("/") for one in chosen]
    return list(dict.fromkeys((code, number) for code, _, number in pairs if code and number))


def _summary(
    here: Office,
    who: Verifier,
    keys: Sequence[Key],
    outcome: str,
    *,
    problem: str = "",
    given: Mapping[str, str] | None = None,
) -> HTMLResponse:
    with here.district.database.read() as connection:
        rows = chosen_rows(connection, here.district.now_ms(), keys)
    return show(
        here,
        "sekaligus.html",
        who,
        422 if problem else 200,
        outcome=outcome,
        good=[row for row in rows if not row.hindrance],
        against=[row for row in rows if row.hindrance],
        reasons=reason_choices(outcome),
        returned=outcome == RETURNED,
        problem=problem,
        given=given or {},
    )


def _page(here: Office, who: Verifier, wish: Wish, *, all_chosen: bool = False, problem: str = "") -> HTMLResponse:
    with here.district.database.read() as connection:
        found = queue_page(connection, here.district.now_ms(), wish)
        known = choice(connection, chosen=wish.code)
        nowhere = bool(wish.code) and known.chosen is None and _nowhere(connection, wish.code)
        waiting = by_village(connection, here.district.now_ms())
    kinds = {kind: words.say_kind(kind) for kind in (*reason_book().proposals, "objection")}
    return show(
        here,
        "usulan.html",
        who,
        422 if problem else 200,
        queue=found,
        wish=wish,
        villages=known,
        nowhere=nowhere,
        waiting=waiting,
        kinds=list(kinds.items()),
        choices=_choices(),
        all_chosen=all_chosen,
        problem=problem,
    )


def _nowhere(connection: Connection, wanted: str) -> bool:
    """Whether no village is called so."""
    return is_code(wanted) or not names_page(connection, wanted, 1, 1).rows


def _choices() -> dict[str, list[tuple[str, str]]]:
    """What the filters offer."""
    shown = [("wait", tr("Menunggu jawaban Anda")), ("village", tr("Masih di desa")), ("all", tr("Semua"))]
    return {
        "tampil": shown
        + [(state, words.say_outcome(state)) for state in STATES]
        + [(step + SO_FAR, words.say_step(step)) for step in (PROPOSED, *REACHED)],
        "umur": [("", tr("Semua umur"))] + [(str(days), tr("{n} hari atau lebih", n=days)) for days in AGES],
        "sanggah": [
            ("", tr("Semua")),
            (LATE, tr("Sanggahan yang lewat waktu")),
            (SOON, tr("Sanggahan yang segera jatuh tempo")),
        ],
        "urut": [
            (ORDERS[0], tr("Waktu tiba")),
            (BY_VILLAGE, tr("Desa")),
            (DUE, tr("Batas waktu sanggahan")),
        ],
    }
