"""What the sections of Pengaturan show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.ui.messages import Message


class Section(StrEnum):
    """Parts of the page, as `open(section=...)` names them."""

    LOOK = "tampilan"
    PEOPLE = "petugas"
    OWN = "sandi"
    DISTRICT = "kabupaten"
    IMPORT = "impor"
    WHOLE = "keutuhan"
    ABOUT = "tentang"


@dataclass(frozen=True, slots=True)
class ActState:
    """An act with one button: under way, done, or refused."""

    busy: bool = False
    said: str = ""
    problem: Message | None = None


@dataclass(frozen=True, slots=True)
class OfficialShown:
    """One official."""

    id: str
    name: str
    role: str
    """As stored."""
    role_words: str
    rts: tuple[str, ...]
    rt_words: str
    active: bool
    certified: bool
    self: bool


@dataclass(frozen=True, slots=True)
class PeopleState:
    """All officials, and what may be done about them."""

    loading: bool = True
    manages: bool = False
    people: tuple[OfficialShown, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    """Roles that the person at the desk may give: (role, words)."""
    places: tuple[tuple[str, str], ...] = ()
    """RTs an enumerator may be bound to: (``RT/RW``, words)."""
    act: ActState = ActState()


@dataclass(frozen=True, slots=True)
class DistrictState:
    """The district that this laptop trusts."""

    loading: bool = True
    enrolled: bool = False
    address: str = ""
    act: ActState = ActState()


@dataclass(frozen=True, slots=True)
class WholeState:
    """A check of everything that this laptop holds."""

    running: bool = False
    stopping: bool = False
    share: float = 0.0
    checked: str = ""
    """When the last whole check ended, in words."""
    found: tuple[Message, ...] = ()
    problem: Message | None = None
    may_settle: bool = False
    """Whether something here comes back until a head or operator says that he has looked."""
    settled: bool = False


@dataclass(frozen=True, slots=True)
class OwnState:
    """The own password and the words on paper."""

    act: ActState = ActState()
    old_error: str = ""
    new_error: str = ""
    done: int = 0
    """Grows with every password that was changed, so that the fields are emptied."""
    recovery: tuple[tuple[str, ...], ...] = ()
