"""That a list was handed over, and who of an earlier one was found in it."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.ids import PackId


@dataclass(frozen=True, slots=True)
class PackPublished:
    """A list arrived: the pack's body travels beside the journal and is proved by its hash."""

    village: str
    form: str
    """``full`` or ``delta``."""
    month: str
    """``YYYY-MM``."""
    sha256: str
    """Hex of the SHA-256 of the pack's body as it travels."""
    size: int
    families: int
    members: int
    base: PackId | None = None
    source_name: str = ""
    source_sha256: str = ""
    local: bool = False
    """True where a laptop without a district read the list from a file."""
    code_list: str = ""


@dataclass(frozen=True, slots=True)
class FamiliesMatched:
    """A laptop found families of its own list in the district's: what was done about them belongs there.

    Only that laptop holds both lists, so it tells everybody else.
    """

    pack: PackId
    """The district's list in which they were found."""
    ids: dict[str, str]
    """Id in the laptop's own list -> id in the district's, for every family and member that entries name."""
