"""Signing in and out, and the style that all pages wear."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from app.domain.errors import Problem, Refused
from app.hub import verifiers
from app.hub.known_browser import cookie_of, fresh_sign
from app.hub.language import COOKIE as LANGUAGE_COOKIE
from app.hub.language import LANGUAGES
from app.hub.pages.frame import (
    COOKIE,
    FILE,
    Here,
    Needs,
    Office,
    Sends,
    Text,
    Token,
    answer_again,
    check_same_site,
    show,
    status_of,
)
from app.hub.pages.kept import KeptAnswer, kept_answer
from app.hub.problems import say_problem
from app.hub.roles import Act
from app.hub.verifiers import Verifier
from app.shelf.place import resource

router = APIRouter()
Opener = Annotated[Verifier, Depends(Needs(Act.OWN))]
Own = Annotated[Verifier, Depends(Sends(Act.OWN))]
Chosen = Annotated[list[str], Form(default_factory=list)]
_NEW_PASSWORD = "sandi-diganti"
_A_YEAR = 365 * 86_400
_OWN_PAGE = re.compile(r"/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,2000}")
"""A path of this very server; what begins with two slashes would be another's."""
_ASSETS = {
    "hub.css": ("hub/hub.css", "text/css; charset=utf-8"),
    "PlusJakartaSans-Regular.ttf": ("fonts/PlusJakartaSans-Regular.ttf", "font/ttf"),
    "PlusJakartaSans-SemiBold.ttf": ("fonts/PlusJakartaSans-SemiBold.ttf", "font/ttf"),
}


@router.get("/aset/{name}", responses={200: FILE})
def asset(name: str) -> Response:
    """Style and fonts."""
    if name not in _ASSETS:
        raise Refused("page_unknown")
    path, media = _ASSETS[name]
    content = resource(*path.split("/")).read_bytes()
    return Response(content, media_type=media, headers={"Cache-Control": "max-age=86400"})


@router.get("/bahasa", status_code=303, response_class=RedirectResponse)
def choose_language(here: Here, pilih: str = "", kembali: str = "/") -> Response:
    """Speak another language from now on, and go back to the page that was open."""
    answer = RedirectResponse(kembali if _OWN_PAGE.fullmatch(kembali) else "/", 303)
    if pilih in LANGUAGES:
        answer.set_cookie(LANGUAGE_COOKIE, pilih, httponly=True, samesite="strict", secure=here.secure, max_age=_A_YEAR)
    return answer


@router.get("/masuk")
def door(here: Here, kembali: str = "", kabar: str = "") -> HTMLResponse:
    """Sign in, and come back to a page; `kabar` names what happened just before."""
    changed = kabar == _NEW_PASSWORD
    return show(here, "masuk.html", None, problem="", login="", kept=None, way=_way(kembali), changed=changed)


def door_after_new_password() -> Response:
    """To the door that says why: another password ends every session of its account."""
    return RedirectResponse(f"/masuk?kabar={_NEW_PASSWORD}", 303)


@router.post("/masuk")
def enter(
    request: Request,
    here: Here,
    pilih: Chosen,
    login: Text = "",
    password: Text = "",
    kembali: Text = "",
    kepada: Text = "",
    outcome: Text = "",
    reason: Text = "",
    comment: Text = "",
    dilihat: Text = "",
) -> Response:
    """Check the password, begin a session, and go `kembali` (back) to a page. An answer to a village that was typed
    before goes on `kepada` (to) where it was to go, once it is sent again."""
    fields = {"outcome": outcome, "reason": reason, "comment": comment, "dilihat": dilihat}
    return _enter(request, here, login, password, _way(kembali), kept_answer(kepada, fields, pilih))


def _enter(request: Request, here: Office, login: str, password: str, way: str, kept: KeptAnswer | None) -> Response:
    try:
        check_same_site(request)
        address = request.client.host if request.client else ""
        known = cookie_of(verifiers.tidy_login(login[:80]))
        token = verifiers.sign_in(here.district, login[:80], password, address, request.cookies.get(known, ""))
    except Problem as problem:
        status = status_of(problem) if problem.code in ("too_many_tries", "hub_busy") else 403
        said = say_problem(problem)
        return show(here, "masuk.html", None, status, problem=said, login=login[:80], kept=kept, way=way)
    answer: Response = RedirectResponse(way or "/mulai", 303)
    who = verifiers.signed_in(here.district, token) if kept is not None else None
    if kept is not None and who is not None and not who.made_up:
        answer = answer_again(here, who, kept, "")
    lasts = verifiers.HOURS * 3600
    answer.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=here.secure, max_age=lasts)
    sign = fresh_sign(here.district, verifiers.tidy_login(login[:80]))
    answer.set_cookie(known, sign, path="/masuk", httponly=True, samesite="strict", secure=here.secure, max_age=_A_YEAR)
    return answer


def _way(page: str) -> str:
    """A page to come back to, empty where it is none of this server's."""
    return page if _OWN_PAGE.fullmatch(page) and not page.startswith(("/masuk", "/keluar")) else ""


@router.get("/mulai", status_code=303, response_class=RedirectResponse)
def start(who: Opener) -> Response:
    """The first page of whoever signed in, by what he may see."""
    if who.made_up:
        return RedirectResponse("/akun", 303)
    return RedirectResponse("/" if Act.SEE_PROPOSALS in who.acts else "/desa", 303)


@router.post("/keluar", status_code=303, response_class=RedirectResponse)
def leave(here: Here, who: Own, token: Token) -> Response:
    """End the session."""
    verifiers.sign_out(here.district, token or "")
    answer = RedirectResponse("/masuk", 303)
    answer.delete_cookie(COOKIE)
    return answer
