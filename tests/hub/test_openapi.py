"""The hub's description of itself, and thousands of calls made from it: nothing fails, nothing is left unsaid.

``--fuzz-hub N`` makes N calls of each kind; a test run makes a few.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import requests
import schemathesis
from fastapi.routing import APIRoute
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from app.hub.accounts import add_account
from app.hub.local import LocalHub
from app.hub.pages import ROOMS
from app.hub.pages.frame import COOKIE
from app.hub.roles import VERIFIER
from app.hub.verifiers import sign_in, signed_in
from tests.hub.browsing import PASSWORD, proposed
from tests.sync.laptop import VILLAGE, Laptop

LAPTOPS = {"/healthz", "/v1/exchange", "/v1/enrol", "/v1/blobs/{photo}", "/v1/packs/{sha256}"}
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@dataclass(frozen=True)
class Clerk:
    """Somebody with every right whose hand a monkey guides."""

    url: str
    cookie: str
    csrf: str
    names: dict[str, str]
    """What is really there, by the name that addresses give it."""


@pytest.fixture
def clerk(district: LocalHub, head: Laptop) -> Clerk:
    """Signed in, at a district that has something to show."""
    chain, _, number = proposed(head).partition("/")
    add_account(district.district, "siti", "Siti", PASSWORD, [VERIFIER])
    there = {
        "desa": VILLAGE,
        "village": VILLAGE,
        "rantai": chain,
        "nomor": number,
        "urutan": "1",
        "device": head.keys.device,
        "nama": head.keys.device,
        "photo": next(iter(head.evidence.held())),
        "sha256": "00" * 32,
        "name": "hub.css",
        "login": "siti",
    }
    return at_the_desk(district, there)


def at_the_desk(district: LocalHub, names: dict[str, str]) -> Clerk:
    """A fresh session."""
    token = sign_in(district.district, "rahma", PASSWORD, "here")
    who = signed_in(district.district, token)
    assert who is not None
    return Clerk(district.url, token, who.csrf, names)


def described(clerk: Clerk) -> Any:
    """The description as an admin gets it."""
    return requests.get(f"{clerk.url}/openapi.json", cookies={COOKIE: clerk.cookie}, timeout=60).json()


def test_every_call_and_every_page_is_described(clerk: Clerk) -> None:
    told = described(clerk)
    pages = {route.path for room in ROOMS for route in room.router.routes if isinstance(route, APIRoute)}
    assert set(told["paths"]) == LAPTOPS | pages
    for path, acts in told["paths"].items():
        for act in acts.values():
            assert act["description"] or act["summary"], path
            assert path == "/healthz" or {"422", "503"} <= set(act["responses"]), path
            headers = {"206": {"Content-Range"}, "303": {"Location"}, "429": {"Retry-After"}, "503": {"Retry-After"}}
            for status in act["responses"].keys() & (headers if path in LAPTOPS else {"303"}):
                assert set(act["responses"][status].get("headers", {})) == headers[status], (path, status)


def test_who_may_call_is_told_as_openapi_has_it(clerk: Clerk) -> None:
    """A parameter called Authorization or a cookie would be one that tools leave out, or ask everybody for."""
    told = described(clerk)
    schemes = told["components"]["securitySchemes"]
    assert {name: (one["type"], one["in"], one["name"]) for name, one in schemes.items()} == {
        "laptop": ("apiKey", "header", "Authorization"),
        "session": ("apiKey", "cookie", COOKIE),
    }
    needs: dict[str, set[str]] = {}
    for path, acts in told["paths"].items():
        for act in acts.values():
            taken = {one["name"].lower() for one in act.get("parameters", [])}
            assert not taken & {"authorization", COOKIE}, path
            needs.setdefault(path, set()).update(name for one in act.get("security", []) for name in one)
    assert {path for path, names in needs.items() if "laptop" in names} == LAPTOPS - {"/healthz", "/v1/enrol"}
    assert all(names <= {"laptop"} for path, names in needs.items() if path in LAPTOPS)
    open_to_all = {path for path, names in needs.items() if not names and path not in LAPTOPS}
    assert open_to_all == {"/masuk", "/bahasa", "/aset/{name}"}
    assert told["paths"]["/v1/exchange"]["post"]["security"] == [{"laptop": []}, {}], "a small one needs none"


def test_only_who_looks_after_the_hub_reads_the_description(district: LocalHub) -> None:
    shut = requests.get(f"{district.url}/openapi.json", allow_redirects=False, timeout=60)
    assert (shut.status_code, shut.headers["location"].partition("?")[0]) == (303, "/masuk")
    assert requests.get(f"{district.url}/v1/openapi.json", timeout=60).status_code == 404


@pytest.fixture
def calls(request: pytest.FixtureRequest) -> int:
    """How many calls of each kind are made."""
    return int(request.config.getoption("--fuzz-hub"))


def operations(description: Any) -> Iterator[Any]:
    """Every kind of call."""
    for found in schemathesis.openapi.from_dict(description).get_all_operations():
        assert isinstance(found, Ok)
        yield found.ok()


def test_no_call_makes_the_hub_stumble_or_answer_what_it_did_not_say(
    district: LocalHub, clerk: Clerk, calls: int
) -> None:
    seen: dict[str, set[int]] = {}
    for operation in operations(described(clerk)):
        name = f"{operation.method.upper()} {operation.path}"
        seen[name] = set()
        fresh = at_the_desk(district, clerk.names)  # the one before may have signed out
        play(operation, fresh, calls, seen[name])
    assert {200, 303} <= set.union(*seen.values())
    assert len(seen) > 40


def play(operation: Any, clerk: Clerk, calls: int, seen: set[int]) -> None:
    """Make calls of one kind."""

    @settings(
        max_examples=calls,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(), real=st.booleans(), own=st.booleans())
    def one(case: Any, real: bool, own: bool) -> None:
        for given_values in (case.path_parameters, case.query, case.body):
            if isinstance(given_values, dict):
                for name in given_values.keys() & clerk.names.keys() if real else ():
                    given_values[name] = clerk.names[name]
        if own and isinstance(case.body, dict):
            case.body["csrf"] = clerk.csrf
        answer = case.call(
            base_url=clerk.url, cookies={COOKIE: clerk.cookie}, allow_redirects=False, timeout=60, verify=False
        )
        seen.add(answer.status_code)
        case.validate_response(answer, checks=CHECKS)

    one()
