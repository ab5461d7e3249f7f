"""Where people live once a proposal is carried out: said field by field, beside the address they come from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.payloads import ChangeProposed, FieldChange, Outcome
from app.domain.roster import Family
from app.domain.standing import value_of

ADDRESS: Final = ("address", "dusun", "rt", "rw")
"""The fields of a family that make its address, from the house to the RW."""


def address_told(family: Family | None, said: Mapping[str, str]) -> tuple[FieldChange, ...]:
    """The new address, each known field beside what `family` has there; `said` by the fields of `ADDRESS`."""
    seen = {name: value_of(family, None, name) if family is not None else "" for name in ADDRESS}
    return tuple(FieldChange(name, seen[name], said[name]) for name in ADDRESS if said.get(name))


def new_address_of(body: ChangeProposed, here: Family | None) -> tuple[FieldChange, ...]:
    """The address that a move of some members, a merge or a split asks for; none where it says none.

    A split tells it with its new family, so it stands beside what `here`, the family they leave, has now.
    """
    new = body.new_family
    if body.proposal != "split" or new is None:
        return body.new_address
    return address_told(here, {"address": new.address, "dusun": new.dusun, "rt": new.rt, "rw": new.rw})


def leaves_from(after: Outcome, here: Family | None, there: Family | None) -> Family | None:
    """The family whose address the new one takes the place of: of a merge the one whose card stays."""
    return there if there is not None and after.kept_family == there.id else here
