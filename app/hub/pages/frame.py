"""What all pages share: the office they belong to, who is signed in, templates."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

import jinja2
from fastapi import Cookie, Depends, Form, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from app.domain.errors import Problem, Unavailable
from app.domain.errors import Refused as _Refused
from app.hub import verifiers, words
from app.hub.blobs import Blobs
from app.hub.district import District
from app.hub.language import back, language, tr
from app.hub.problems import say_problem
from app.hub.publish import ReadList
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


async def sign_in_first(request: Request, _: Exception) -> Response:
    """To the door."""
    return RedirectResponse("/masuk", 303)


def office(request: Request) -> Office:
    """The office of this application."""
    found = request.app.state.office
    assert isinstance(found, Office)
    return found


Here = Annotated[Office, Depends(office)]
Token = Annotated[str, Cookie(alias=COOKIE)]
Text = Annotated[str, Form()]
Number = Annotated[str, Query(pattern=r"^[0-9]{0,6}$")]
"""A number of a page as an address has it; may be empty."""


def user(here: Here, token: Token = "") -> Verifier:
    """Who is signed in."""
    found = verifiers.signed_in(here.district, token)
    if found is None:
        raise SignInFirst
    return found


User = Annotated[Verifier, Depends(user)]


def sender(who: User, csrf: Text = "") -> Verifier:
    """The signed-in person who sent a form of his own session. Refused ``form_expired``."""
    if not who.csrf or csrf != who.csrf:
        raise _Refused("form_expired")
    return who


Sender = Annotated[Verifier, Depends(sender)]


def administrator(who: Sender) -> Verifier:
    """An administrator who sent a form. Refused ``not_allowed``."""
    if not who.admin:
        raise _Refused("not_allowed")
    return who


Admin = Annotated[Verifier, Depends(administrator)]


_STATUS = {"body_too_large": 413, "list_too_large": 413, "bundle_too_large": 413}


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
    found.globals["step"] = words.say_step
    found.filters["time"] = words.say_time
    found.filters["month"] = words.say_month
    return found


def show(here: Office, template: str, who: Verifier | None, status: int = 200, **shown: Any) -> HTMLResponse:
    """A page."""
    district = here.district
    text = _templates().get_template(template)
    return HTMLResponse(
        text.render(
            who=who,
            district=district.name,
            now_ms=district.now_ms(),
            arrived=words.say_arrived,
            language=language(),
            back=back(),
            **shown,
        ),
        status,
    )


def problem_page(here: Office, problem: Problem) -> HTMLResponse:
    """A problem that no form expected, said in words."""
    status = 503 if isinstance(problem, Unavailable) else _STATUS.get(problem.code, 422)
    return show(here, "pesan.html", None, status, sentence=say_problem(problem))
