"""What all pages share: the office they belong to, who is signed in, templates."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any
from urllib.parse import urlencode

import jinja2
from fastapi import Depends, Form, Query, Request, Response, Security
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.security import APIKeyCookie
from pydantic import AfterValidator
from starlette.concurrency import run_in_threadpool

from app.domain.errors import Problem, Unavailable
from app.domain.errors import Refused as _Refused
from app.hub import verifiers, words
from app.hub.blobs import Blobs
from app.hub.decide import OUTCOMES
from app.hub.district import District
from app.hub.language import back, language, tr
from app.hub.pages.kept import KeptAnswer, typed
from app.hub.problems import say_problem
from app.hub.publish import ReadList
from app.hub.roles import Act
from app.hub.verifiers import Verifier
from app.shelf.place import resource

COOKIE = "balai_sesi"


@dataclass(frozen=True)
class Office:
    """One district with what its pages need."""

    district: District
    read_list: ReadList | None
    secure: bool
    """Whether cookies are for TLS alone."""
    blobs: Blobs


class SignInFirst(Exception):
    """Nobody is signed in; the browser is led to the door."""


class PasswordFirst(Exception):
    """Whose password the program made up chooses another before anything else."""


async def password_first(request: Request, _: Exception) -> Response:
    """To the page where he does."""
    return RedirectResponse("/akun", 303)


class FormAgain(Exception):
    """A form of an earlier session was sent in this one."""

    def __init__(self, who: Verifier) -> None:
        super().__init__()
        self.who = who


async def sign_in_first(request: Request, _: Exception) -> Response:
    """To the door, and from there back to where he was; what he had typed for a village comes along."""
    answer = await typed(request) if _is_same_site(request) else None
    if answer is None:
        return RedirectResponse(f"/masuk?{urlencode({'kembali': back()})}" if _leads_back() else "/masuk", 303)
    return await run_in_threadpool(show, office(request), "masuk.html", None, 403, problem="", login="", kept=answer)


def _leads_back() -> bool:
    """Whether the page that was asked for is one to come back to: neither the first one, nor a file."""
    return back() not in ("/", "/mulai") and not back().startswith(("/foto/", "/stik/", "/openapi"))


async def form_again(request: Request, found: Exception) -> Response:
    """What was typed for a village is shown once more, to be sent in this session; other forms are short."""
    assert isinstance(found, FormAgain)
    expired, answer = _Refused("form_expired"), await typed(request)
    if answer is None:
        return await run_in_threadpool(problem_page, office(request), expired)
    return await run_in_threadpool(answer_again, office(request), found.who, answer, say_problem(expired))


def office(request: Request) -> Office:
    """The office of this application."""
    found = request.app.state.office
    assert isinstance(found, Office)
    return found


Here = Annotated[Office, Depends(office)]
SESSION = APIKeyCookie(
    name=COOKIE,
    scheme_name="session",
    description="Somebody who signed in at the door; forms carry the session's `csrf` too.",
    auto_error=False,
)
Token = Annotated[str | None, Security(SESSION)]
Text = Annotated[str, Form()]
FILE: dict[str, Any] = {
    "description": "The file, or the page with what is wrong.",
    "content": {
        kind: {"schema": {"type": "string", "format": "binary"}}
        for kind in ("application/octet-stream", "image/webp", "image/jpeg", "image/png", "text/css", "font/ttf")
    }
    | {"text/html": {"schema": {"type": "string"}}},
}
"""What a page answers that may also be a file, in the description of the hub."""

Number = Annotated[str, Query(pattern=r"^[0-9]{0,6}$")]
"""A number of a page as an address has it; may be empty."""


def _findable(text: str) -> str:
    return text.replace("\0", "")


Wanted = Annotated[str, Query(max_length=80), AfterValidator(_findable)]
"""Words that somebody looks for in a long list, without zero characters, which PostgreSQL takes in no search."""


def user(here: Here, token: Token) -> Verifier:
    """Who is signed in."""
    found = verifiers.signed_in(here.district, token or "")
    if found is None:
        raise SignInFirst
    return found


User = Annotated[Verifier, Depends(user)]


@dataclass(frozen=True)
class Needs:
    """That somebody is signed in who may do `act`. Refused ``not_allowed``."""

    act: Act

    def __call__(self, who: User) -> Verifier:
        """Who it is."""
        return check_may(who, self.act)


@dataclass(frozen=True)
class Sends:
    """Who may do `act` sent a form of his own session. `FormAgain`; Refused ``form_expired``, ``not_allowed``."""

    act: Act

    def __call__(self, who: User, request: Request, csrf: Text = "") -> Verifier:
        """Who it is."""
        check_same_site(request)
        if not _is_of(who, csrf):
            raise FormAgain(who)
        return check_may(who, self.act)


def check_may(who: Verifier, act: Act) -> Verifier:
    """Refused ``not_allowed`` where none of his roles lets him do so."""
    if who.made_up and act is not Act.OWN:
        raise PasswordFirst
    if act not in who.acts:
        raise _Refused("not_allowed")
    return who


def check_form(who: Verifier, request: Request, csrf: str) -> None:
    """Refused ``form_expired`` where a form is not of this session, or another site's page sent it."""
    check_same_site(request)
    if not _is_of(who, csrf):
        raise _Refused("form_expired")


def _is_of(who: Verifier, csrf: str) -> bool:
    """Whether a form's token is that of his session."""
    return bool(who.csrf) and hmac.compare_digest(csrf.encode(), who.csrf.encode())


def check_same_site(request: Request) -> None:
    """Refused ``form_expired`` where the browser says that another site's page sent this."""
    if not _is_same_site(request):
        raise _Refused("form_expired")


def _is_same_site(request: Request) -> bool:
    return request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")


_STATUS = {
    "body_too_large": 413,
    "list_too_large": 413,
    "bundle_too_large": 413,
    "not_allowed": 403,
    "too_many_tries": 429,
    "proposal_unknown": 404,
    "photo_unknown": 404,
    "page_unknown": 404,
    "village_unknown": 404,
    "hub_village_unknown": 404,
    "chain_unknown": 404,
    "exchange_device_unknown": 404,
    "official_unknown": 404,
}


@cache
def _templates() -> jinja2.Environment:
    found = jinja2.Environment(
        loader=jinja2.FileSystemLoader(resource("hub")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals["tr"] = tr
    found.globals["office_role"] = words.say_office_role
    found.globals["step"] = words.say_step
    found.filters["time"] = words.say_time
    found.filters["bytes"] = words.say_bytes
    found.filters["month"] = words.say_month
    return found


def show(here: Office, template: str, who: Verifier | None, status: int = 200, **shown: Any) -> HTMLResponse:
    """A page."""
    district = here.district
    acts: frozenset[Act] = who.acts if who is not None else frozenset()
    text = _templates().get_template(template)
    return HTMLResponse(
        text.render(
            who=who,
            may=lambda act: Act(act) in acts,
            district=district.name,
            now_ms=district.now_ms(),
            arrived=words.say_arrived,
            language=language(),
            back=back(),
            **shown,
        ),
        status,
    )


def status_of(problem: Problem) -> int:
    """The status under which a page says a problem."""
    return 503 if isinstance(problem, Unavailable) else _STATUS.get(problem.code, 422)


def problem_page(here: Office, problem: Problem) -> HTMLResponse:
    """A problem that no form expected, said in words."""
    return show(here, "pesan.html", None, status_of(problem), sentence=say_problem(problem))


def answer_again(here: Office, who: Verifier | None, answer: KeptAnswer, problem: str) -> HTMLResponse:
    """An answer that was typed in an earlier session, to be sent in this one."""
    told = words.say_outcome(answer.outcome) if answer.outcome in OUTCOMES else ""
    return show(here, "kirim_lagi.html", who, 422 if problem else 200, kept=answer, problem=problem, told=told)
