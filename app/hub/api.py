"""What laptops call: exchange, photos, lists, enrolment; and a look whether the hub lives."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Annotated, Any

from fastapi import APIRouter, Header, Query, Request, Response, Security
from fastapi.responses import JSONResponse
from fastapi.security import APIKeyHeader
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from app.domain.errors import Problem, Refused, Unavailable
from app.hub.allowance import BYTES_A_CALL, CALLS_A_SECOND, MOST_CALLS, Caller
from app.hub.blobs import Blobs, Gap
from app.hub.district import District
from app.hub.enrol import serve_enrol
from app.hub.exchange import check_caller, serve_exchange
from app.hub.lists_back import take_back
from app.hub.store import VillageStore
from app.wire.pack import pack_sha256

BINARY = "application/octet-stream"
_STATUS = {
    "too_many_tries": 429,
    "calls_too_many": 429,
    "exchange_signature_wrong": 401,
    "exchange_device_unknown": 401,
    "exchange_device_revoked": 403,
    "body_too_large": 413,
    "blob_too_large": 413,
    "blob_untold": 404,
    "blob_not_held": 404,
    "blob_spoilt": 404,
    "pack_unknown": 404,
}
_SAID = {
    400: "The line was cut while the call came in.",
    401: "Not signed by a laptop that is enrolled here.",
    403: "The laptop was revoked.",
    404: "The village has no such list, no entry of it tells of such a photo, or the photo is not here whole.",
    413: "Too large.",
    422: "Refused: a code of the catalogue with its facts.",
    429: f"Too many tries; or, from one laptop, more than {MOST_CALLS:,} calls at once and {CALLS_A_SECOND} a second "
    f"after that, where every {BYTES_A_CALL:,} bytes moved count as a call. Nothing was taken in; Retry-After says how "
    "long to wait.",
    503: "The store is busy, full or away; Retry-After says when to come again.",
}
"""Statuses of a call beside its own."""

_LATER = {"headers": {"Retry-After": {"description": "Seconds.", "schema": {"type": "integer"}}}}

_REST = {
    "description": "The rest of it.",
    "headers": {"Content-Range": {"description": "bytes <first>-<last>/<size>", "schema": {"type": "string"}}},
}
_SIGNED = APIKeyHeader(
    name="Authorization",
    scheme_name="laptop",
    description="`Balai <village>.<laptop>.<signature>`: a certified laptop's Ed25519 signature over the call, in hex "
    "(docs/exchange.md).",
    auto_error=False,
)
Signed = Annotated[str | None, Security(_SIGNED)]
_SIGNED_OR_SMALL: dict[str, Any] = {"security": [{"laptop": []}, {}]}
"""The request is signed itself; a large one is read only where the call is, too (`app.wire.exchange`)."""

_PIECES = 64
"""Pieces (of at most 64 KiB) held before the line has to wait."""

_RANGE = re.compile(r"bytes=(\d{1,12})-")


class Health(BaseModel):
    """That the hub lives, and who it is."""

    hub: str
    protocol: int


class Have(BaseModel):
    """How many bytes of a photo the hub holds."""

    have: int


class ProblemBody(BaseModel):
    """Why not: a code of the catalogue, and the facts that its sentence needs."""

    code: str
    facts: dict[str, str | int | float]


def problem_response(problem: Problem) -> JSONResponse:
    """A problem as laptops understand it."""
    if isinstance(problem, Unavailable):
        return JSONResponse({"code": problem.code, "facts": problem.facts}, 503, {"Retry-After": "30"})
    status = _STATUS.get(problem.code, 422)
    headers = {"Retry-After": str(problem.facts["wait_seconds"])} if status == 429 else {}
    return JSONResponse({"code": problem.code, "facts": problem.facts}, status, headers)


def routes(district: District) -> APIRouter:
    """The calls of one district."""
    router = APIRouter(tags=["laptop"])
    said: dict[int | str, dict[str, Any]] = {
        status: {"model": ProblemBody, "description": text} | (_LATER if status in (429, 503) else {})
        for status, text in _SAID.items()
    }
    blobs = Blobs(district)
    binary_body = {"requestBody": {"required": True, "content": {BINARY: {"schema": {"type": "string"}}}}}
    binary_answer = {"content": {BINARY: {"schema": {"type": "string", "format": "binary"}}}}

    @router.get("/healthz", responses={503: said[503]})
    def healthz() -> Health:
        """Whether the hub can read its database."""
        with district.database.read() as connection:
            connection.exec_driver_sql("SELECT 1")
        return Health(hub=district.keys.hub, protocol=1)

    @router.post(
        "/v1/exchange",
        response_class=Response,
        openapi_extra=binary_body | _SIGNED_OR_SMALL,
        responses={**said, 200: binary_answer},
    )
    async def exchange(request: Request) -> Response:
        """One exchange: signed request, sealed answer (docs/exchange.md); above 64 KB the call is signed too."""
        message = await request.body()
        return Response(await run_in_threadpool(serve_exchange, district, message), media_type=BINARY)

    @router.post(
        "/v1/enrol",
        response_class=Response,
        openapi_extra=binary_body,
        responses={**said, 200: binary_answer},
    )
    async def enrol(request: Request) -> Response:
        """Trust between a laptop and the district, by a code."""
        message = await request.body()
        address = request.client.host if request.client else ""
        return Response(await run_in_threadpool(serve_enrol, district, message, address), media_type=BINARY)

    @router.put("/v1/blobs/{photo}", openapi_extra=binary_body, responses={**said, 409: {"model": Have}})
    async def put_blob(
        request: Request,
        photo: str,
        authorization: Signed,
        o: Annotated[int, Query(ge=0, description="first byte that is sent")] = 0,
    ) -> Have:
        """Append to a photo; 409 tells where to go on. Whatever came before a cut is kept."""
        with _eager(request) as pieces:
            who = await run_in_threadpool(check_caller, district, authorization or "", f"PUT /v1/blobs/{photo}")
            district.allowance.use(who)
            have = await blobs.append(who[0], photo, o, pieces)
            district.allowance.moved(who, have - o)
            return Have(have=have)

    @router.get(
        "/v1/blobs/{photo}",
        response_class=Response,
        responses={**said, 200: binary_answer, 206: binary_answer | _REST},
    )
    def get_blob(photo: str, authorization: Signed, range: Annotated[str, Header()] = "") -> Response:
        """A photo that an entry of the laptop's own village tells of, or the rest of it (``Range: bytes=<first>-``)."""
        who = check_caller(district, authorization or "", f"GET /v1/blobs/{photo}")
        district.allowance.use(who)
        return _from_byte(district, who, blobs.give(who[0], photo), range)

    @router.get(
        "/v1/packs/{sha256}",
        response_class=Response,
        responses={**said, 200: binary_answer, 206: binary_answer | _REST},
    )
    def get_pack(sha256: str, authorization: Signed, range: Annotated[str, Header()] = "") -> Response:
        """A published list, or the rest of it (``Range: bytes=<first>-``)."""
        who = check_caller(district, authorization or "", f"GET /v1/packs/{sha256}")
        district.allowance.use(who)
        with district.database.read() as connection:
            body = VillageStore(connection, district, who[0]).pack_body(sha256)
        if body is None:
            raise Refused("pack_unknown")
        return _from_byte(district, who, body, range)

    @router.put("/v1/packs/{sha256}", openapi_extra=binary_body, responses=said)
    async def put_pack(request: Request, sha256: str, authorization: Signed) -> Have:
        """Give back a list that this district published and lost with a disk; a second time changes nothing."""
        who = await run_in_threadpool(check_caller, district, authorization or "", f"PUT /v1/packs/{sha256}")
        district.allowance.use(who)
        body = await request.body()
        district.allowance.moved(who, len(body))
        await run_in_threadpool(_keep_list, district, who[0], sha256, body)
        return Have(have=len(body))

    return router


def _from_byte(district: District, who: Caller, body: bytes, asked: str) -> Response:
    """The body, or what of it lies behind the byte that ``Range`` asks for, counted for the laptop; all of it where
    nothing lies there."""
    found = _RANGE.fullmatch(asked)
    first = int(found[1]) if found else 0
    if first >= len(body):
        first = 0
    district.allowance.moved(who, len(body) - first)
    if not first:
        return Response(body, media_type=BINARY)
    headers = {"Content-Range": f"bytes {first}-{len(body) - 1}/{len(body)}"}
    return Response(body[first:], 206, headers, media_type=BINARY)


def _keep_list(district: District, code: str, sha256: str, body: bytes) -> None:
    """Refused ``pack_damaged`` where the hash differs, ``pack_unknown`` where the district told of no such list."""
    if pack_sha256(body) != sha256:
        raise Refused("pack_damaged", sha256=sha256)
    with district.database.write(code) as connection:
        kept = take_back(connection, district, code, [body])
        if not kept and VillageStore(connection, district, code).pack_body(sha256) is None:
            raise Refused("pack_unknown")


async def gap_response(request: Request, gap: Exception) -> JSONResponse:
    """409 with what the hub has."""
    assert isinstance(gap, Gap)
    return JSONResponse({"have": gap.have}, 409)


@contextmanager
def _eager(request: Request) -> Iterator[AsyncIterator[bytes]]:
    """The body, taken off the line while the caller is still being checked: what came before a cut is not lost."""
    held: asyncio.Queue[bytes | None] = asyncio.Queue(_PIECES)

    async def fill() -> None:
        try:
            async for piece in request.stream():
                await held.put(piece)
        except (ClientDisconnect, Refused):
            pass  # cut off, by the line or by the limit of a body: what came before stays
        await held.put(None)

    async def pieces() -> AsyncIterator[bytes]:
        while (piece := await held.get()) is not None:
            yield piece

    filling = asyncio.create_task(fill())
    try:
        yield pieces()
    finally:
        filling.cancel()
