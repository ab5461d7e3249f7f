"""What the sections of Pengaturan show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from app.ui.messages import Message


class Section(StrEnum):
    """Parts of the page, as `open(section=...)` names them."""

    LOOK = "tampilan"
    PEOPLE = "petugas"
    OWN = "sandi"
    DISTRICT = "kabupaten"
    IMPORT = "impor"
    TRAIL = "jejak"
    WHOLE = "keutuhan"
    LAPTOP = "laptop"
    ABOUT = "tentang"


@dataclass(frozen=True, slots=True)
class ActState:
    """An act with one button: under way, done, or refused."""

    busy: bool = False
    said: str = ""
    problem: Message | None = None


class Tenure(StrEnum):
    """How somebody's certificate stands today."""

    OPEN = "open"
    """Without an end, or with one that is far off."""
    ENDS_SOON = "ends_soon"
    ENDED = "ended"
    REVOKED = "revoked"


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
    until_words: str = ""
    """The last day of his certificate; empty where it has none."""
    tenure: Tenure = Tenure.OPEN


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

    @property
    def ending(self) -> tuple[OfficialShown, ...]:
        """Who still serves, but not for long, or past his last day."""
        return tuple(one for one in self.people if one.active and one.tenure in (Tenure.ENDS_SOON, Tenure.ENDED))


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
    left: str = ""
    """How many lines of words are not used yet, in words; empty until it is known."""
    left_few: bool = False
    """Whether new ones should be made."""


@dataclass(frozen=True, slots=True)
class HolderShown:
    """Somebody who may unlock this laptop."""

    id: str
    name: str
    role_words: str
    drafts: int
    self: bool
    may_give: bool


@dataclass(frozen=True, slots=True)
class LaptopShown:
    """The laptop itself: in whose hands it is, and what has to leave it before it leaves."""

    loading: bool = True
    enrolled: bool = False
    number: str = ""
    """The laptop's own, as people read it to each other."""
    holders: tuple[HolderShown, ...] = ()
    passed: tuple[str, ...] = ()
    """Who gave it to whom and when, the newest first."""
    entries: int = 0
    photos: int = 0
    drafts: int = 0
    may_hand_over: bool = False
    may_wipe: bool = False
    roles: tuple[tuple[str, str], ...] = ()
    """Roles that the person at the desk may give."""
    places: tuple[tuple[str, str], ...] = ()
    act: ActState = ActState()

    @property
    def waiting(self) -> bool:
        """Whether the district lacks something that is here."""
        return bool(self.entries or self.photos)

    @property
    def without_drafts(self) -> LaptopShown:
        """What might be sent: drafts never are."""
        return replace(self, drafts=0)


class Told(StrEnum):
    """Whether the district knows that a laptop was wiped; the fresh program says it."""

    YES = "told"
    NO = "untold"
    NOBODY = "nobody"
    """There is no district that this laptop knew."""


@dataclass(frozen=True, slots=True)
class Ends:
    """How the window ends a desk whose laptop changed hands, or is wiped."""

    lock: Callable[[], None]
    wipe: Callable[[Told], None]


class WipeStage(StrEnum):
    """How far a wipe is."""

    ASKED = "asked"
    """What is lost stands there, and whether it is really wanted."""
    CHECKING = "checking"
    TELLING = "telling"
    """The district is being told."""
    UNTOLD = "untold"
    """It could not be told; the person decides."""
    WIPING = "wiping"


@dataclass(frozen=True, slots=True)
class WipeState:
    """A wipe, before there is nothing left to show."""

    stage: WipeStage = WipeStage.ASKED
    sentence: str = ""
    """What has to be typed; empty where nothing is lost."""
    password_error: str = ""
    sentence_error: str = ""
    problem: Message | None = None
