"""pages"""

from fastapi import APIRouter

from app.hub.district import District


def pages(district: District, read_list: object, *, secure: bool) -> APIRouter:
    return APIRouter()
