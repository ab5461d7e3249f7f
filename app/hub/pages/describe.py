"""How programs talk with this hub: its OpenAPI description, for those who look after it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse

from app.hub.pages.frame import Needs
from app.hub.roles import Act
from app.hub.verifiers import Verifier

router = APIRouter()
Reader = Annotated[Verifier, Depends(Needs(Act.DESCRIBE))]


@router.get("/openapi.json", response_class=JSONResponse, responses={200: {"model": dict[str, object]}})
def description(request: Request, who: Reader) -> JSONResponse:
    """Every call and every page, with what it takes and answers."""
    return JSONResponse(request.app.openapi())
