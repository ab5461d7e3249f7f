"""One photo on its way to the hub, in pieces of a few seconds, from where the hub stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

from app.domain.errors import Unavailable
from app.sync.line import Gap
from app.sync.pace import Pace

_MOST_GAPS: Final = 4


class PhotoLine(Protocol):
    """What a photo needs of a line."""

    sent: int
    received: int

    def put_blob(self, name: str, offset: int, body: bytes, authorization: str) -> int:
        """Append to a photo; how many bytes the hub has now. Raises `Gap` where it stands elsewhere."""


def send_photo(
    line: PhotoLine, name: str, content: bytes, offset: int, signed: str, pace: Pace, went: Callable[[int | None], None]
) -> None:
    """Send what lies behind `offset`, or behind where the hub says that it stands; `went` after each piece, with where
    the hub stands then, None where the line broke.

    Unavailable ``line_*``.
    """
    gaps = 0
    while gaps < _MOST_GAPS:
        piece = content[offset : offset + pace.piece]
        have = None
        try:
            with pace.piece_under_way(lambda: line.sent + line.received):
                have = line.put_blob(name, offset, piece, signed)
        except Gap as gap:
            gaps += 1
            have = gap.have
            offset = have if have < len(content) else 0
            continue
        finally:
            went(have)
        if have >= len(content):
            return
        if have < offset + len(piece):
            raise Unavailable("line_cut")
        offset = have
    raise Unavailable("line_hub_failed", status=409)
