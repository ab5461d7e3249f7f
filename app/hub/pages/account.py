"""The own password; for an administrator the accounts of all verifiers."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from app.domain.errors import Locked, Refused
from app.hub import accounts
from app.hub.language import tr
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
        accounts.change_own_password(here.district, who.login, old, new)
    except (Locked, Refused) as problem:
        return _page(here, who, problem=say_problem(problem))
    return RedirectResponse("/masuk", 303)


@router.post("/akun/baru")
def new_account(
    here: Here, who: Admin, login: Text = "", name: Text = "", password: Text = "", role: Text = ""
) -> HTMLResponse:
    """An account for somebody who has none."""
    try:
        made = accounts.add_account(here.district, login, name, password, admin=role == ADMIN)
    except Refused as problem:
        given = {"login": login, "name": name, "role": role}
        return _page(here, who, problem=say_problem(problem), given=given)
    return _page(here, who, done=tr("Akun {login} siap dipakai.", login=made))


@router.post("/akun/sandi-baru")
def new_password(here: Here, who: Admin, login: Text = "", password: Text = "") -> Response:
    """A new password for somebody who lost his; his rights stay as they are."""
    try:
        accounts.reset_password(here.district, login, password)
    except Refused as problem:
        return _page(here, who, problem=say_problem(problem))
    return _done(here, who, login, tr("Kata sandi {login} sudah diganti. Orangnya harus masuk lagi.", login=login))


@router.post("/akun/aktif")
def active(here: Here, who: Admin, login: Text = "", active: Text = "") -> Response:
    """Let an account sign in, or not any more."""
    try:
        accounts.set_active(here.district, login, active=active == "1")
    except Refused as problem:
        return _page(here, who, problem=say_problem(problem))
    said = tr("Akun {login} boleh masuk lagi.", login=login)
    if active != "1":
        said = tr("Akun {login} tidak dapat masuk lagi.", login=login)
    return _done(here, who, login, said)


@router.post("/akun/peran")
def role(here: Here, who: Admin, login: Text = "", role: Text = "") -> Response:
    """Make somebody an administrator, or a verifier again."""
    try:
        accounts.set_admin(here.district, login, admin=role == ADMIN)
    except Refused as problem:
        return _page(here, who, problem=say_problem(problem))
    said = "admin" if role == ADMIN else "verifikator"
    return _done(here, who, login, f"Akun {login} sekarang {said}.")


ADMIN = "admin"
"""The role of the form that may manage accounts."""


def _done(here: Office, who: Verifier, login: str, done: str) -> Response:
    """The page again; somebody who changed his own account may have no session or no right to see it any more."""
    return RedirectResponse("/akun", 303) if login == who.login else _page(here, who, done=done)


def _page(
    here: Office, who: Verifier, *, problem: str = "", done: str = "", given: Mapping[str, str] | None = None
) -> HTMLResponse:
    known: list[accounts.Account] = []
    if who.admin:
        with here.district.database.read() as connection:
            known = accounts.accounts(connection)
    status = 422 if problem else 200
    return show(here, "akun.html", who, status, accounts=known, problem=problem, done=done, given=given or {})
