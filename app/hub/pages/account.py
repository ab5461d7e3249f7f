"""The own password; for an administrator the accounts of all verifiers."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from app.domain.errors import Locked, Refused
from app.hub import verifiers
from app.hub.pages.frame import Admin, Here, Office, Sender, Text, User, show
from app.hub.problems import say_problem
from app.hub.verifiers import Verifier

router = APIRouter()


@router.get("/akun")
def account(here: Here, who: User) -> HTMLResponse:
    """The own password; for an admin all accounts."""
    return _page(here, who)


@router.post("/akun/sandi")
def password(here: Here, who: Sender, old: Text = "", new: Text = "") -> Response:
    """Another password; every session of this account ends."""
    try:
        verifiers.change_own_password(here.district, who, old, new)
    except (Locked, Refused) as problem:
        return _page(here, who, problem=say_problem(problem))
    return RedirectResponse("/masuk", 303)


@router.post("/akun/baru")
def new_account(here: Here, who: Admin, login: Text = "", name: Text = "", password: Text = "") -> HTMLResponse:
    """A verifier's account, or a new password for one."""
    try:
        verifiers.set_password(here.district, login, name, password, admin=login.strip().lower() == who.login)
    except Refused as problem:
        return _page(here, who, problem=say_problem(problem))
    return _page(here, who, done=f"Akun {login.strip().lower()} siap dipakai.")


def _page(here: Office, who: Verifier, *, problem: str = "", done: str = "") -> HTMLResponse:
    known: list[tuple[str, str, bool, bool]] = []
    if who.admin:
        with here.district.database.read() as connection:
            known = verifiers.accounts(connection)
    return show(here, "akun.html", who, 422 if problem else 200, accounts=known, problem=problem, done=done)
