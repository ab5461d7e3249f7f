"""The own password; for an administrator the accounts of all verifiers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from app.domain.errors import Locked, Refused
from app.hub import accounts
from app.hub.language import tr
from app.hub.pages.door import door_after_new_password
from app.hub.pages.frame import Here, Needs, Office, Sends, Text, show
from app.hub.problems import say_problem
from app.hub.roles import ROLES, Act
from app.hub.verifiers import Verifier

router = APIRouter()
Reader = Annotated[Verifier, Depends(Needs(Act.OWN))]
Own = Annotated[Verifier, Depends(Sends(Act.OWN))]
Keeper = Annotated[Verifier, Depends(Sends(Act.ACCOUNTS))]
Roles = Annotated[list[str], Form(default_factory=list)]


@router.get("/akun")
def account(here: Here, who: Reader) -> HTMLResponse:
    """The own password; for an admin all accounts."""
    return _page(here, who)


@router.post("/akun/sandi")
def password(here: Here, who: Own, old: Text = "", new: Text = "") -> Response:
    """Another password; every session of this account ends."""
    try:
        accounts.change_own_password(here.district, who.login, old, new)
    except (Locked, Refused) as problem:
        return _page(here, who, problem=say_problem(problem))
    return door_after_new_password()


@router.post("/akun/baru")
def new_account(
    here: Here, who: Keeper, roles: Roles, login: Text = "", name: Text = "", password: Text = ""
) -> HTMLResponse:
    """An account for somebody who has none."""
    try:
        made = accounts.add_account(here.district, login, name, password, roles)
    except Refused as problem:
        given = {"login": login, "name": name, "roles": ",".join(roles)}
        return _page(here, who, problem=say_problem(problem), given=given)
    return _page(here, who, done=tr("Akun {login} siap dipakai.", login=made))


@router.post("/akun/sandi-baru")
def new_password(here: Here, who: Keeper, login: Text = "", password: Text = "") -> Response:
    """A new password for somebody who lost his; his rights stay as they are."""
    try:
        accounts.reset_password(here.district, login, password)
    except Refused as problem:
        return _page(here, who, problem=say_problem(problem))
    if login == who.login:
        return door_after_new_password()
    return _done(here, who, login, tr("Kata sandi {login} sudah diganti. Orangnya harus masuk lagi.", login=login))


@router.post("/akun/aktif")
def active(here: Here, who: Keeper, login: Text = "", active: Text = "") -> Response:
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
def role(here: Here, who: Keeper, roles: Roles, login: Text = "") -> Response:
    """Give somebody these roles and no others."""
    try:
        accounts.set_roles(here.district, login, roles)
    except Refused as problem:
        return _page(here, who, problem=say_problem(problem))
    return _done(here, who, login, tr("Peran {login} sudah diubah.", login=login))


def _done(here: Office, who: Verifier, login: str, done: str) -> Response:
    """The page again; somebody who changed his own account may have no session or no right to see it any more."""
    return RedirectResponse("/akun", 303) if login == who.login else _page(here, who, done=done)


def _page(
    here: Office, who: Verifier, *, problem: str = "", done: str = "", given: Mapping[str, str] | None = None
) -> HTMLResponse:
    known: list[accounts.Account] = []
    if Act.SEE_ACCOUNTS in who.acts:
        with here.district.database.read() as connection:
            known = accounts.accounts(connection)
    status = 422 if problem else 200
    return show(
        here, "akun.html", who, status, accounts=known, problem=problem, done=done, given=given or {}, roles=ROLES
    )
