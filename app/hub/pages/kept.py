"""An answer that was typed while the session ended: it stays in the page, through the door, until it is sent again.

Nothing of it is kept at the district before somebody is signed in and sends it himself, with his own session's token.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from fastapi import Request

from app.hub.decide import LONGEST_COMMENT, REASON_GROUPS

_ANSWERS: Final = re.compile(r"/usulan/[^/?\s]+/[^/?\s]+/[^/?\s]+|/sekaligus(?:/catat)?")
"""Forms into which somebody may have typed for half an hour; all others are short."""
_WHERE: Final = re.compile(rf"(?:{_ANSWERS.pattern})(?:\?[\x21-\x7e]{{0,2000}})?")
_NAMES: Final = ("outcome", "reason", "dilihat")
_LONGEST = 200
_MOST: Final = 200


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """What was typed, and where it was to go."""

    where: str
    fields: Mapping[str, str]
    """Without the comment."""
    chosen: Sequence[str]
    """Of an answer to many proposals: which."""
    comment: str

    @property
    def outcome(self) -> str:
        """What was to be decided."""
        return self.fields.get("outcome", "")

    @property
    def with_comment(self) -> bool:
        """Whether a comment goes with it."""
        return self.outcome in REASON_GROUPS and self.where != "/sekaligus"


def kept_answer(where: str, fields: Mapping[str, str], chosen: Sequence[str]) -> KeptAnswer | None:
    """What a form holds that was to go to `where`; None where that is no answer to a village."""
    if _WHERE.fullmatch(where) is None or not fields.get("outcome"):
        return None
    return KeptAnswer(
        where,
        {name: fields[name][:_LONGEST] for name in _NAMES if fields.get(name)},
        [one[:_LONGEST] for one in chosen[:_MOST]],
        fields.get("comment", "")[:LONGEST_COMMENT],
    )


async def typed(request: Request) -> KeptAnswer | None:
    """What was typed into the form of this request, where it is an answer to a village."""
    if request.method != "POST" or _ANSWERS.fullmatch(request.url.path) is None:
        return None
    where = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    form = await request.form()
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    return kept_answer(where, fields, [one for one in form.getlist("pilih") if isinstance(one, str)])
