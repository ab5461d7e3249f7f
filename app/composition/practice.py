"""The practice village: its own store and key, its people, and a pretended district beside it that it trusts."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import app
from app.composition.desk import Parts, make_desk, open_parts, start_journal, today
from app.composition.exchange import VaultExchange
from app.composition.places import PRACTICE_PASSWORD
from app.domain.errors import Refused, Unavailable
from app.domain.ids import FamilyId, PersonId
from app.storage.keys import FLOOR_PRACTICE, KdfParams
from app.storage.vault import Vault
from app.usecases.desk import Cancelled, Desk, DistrictPage, ExchangeOutcome, ExchangeProgress
from app.usecases.ports import Act
from app.usecases.practice_key import PlantedError

if TYPE_CHECKING:
    from app.domain.roster import Family
    from app.hub.district import District
    from app.practice.lessons import Lesson
    from app.practice.quarrels import Quarrel

NAME: Final = "Kabupaten Latihan"
VERIFIER: Final = "verifikator"
"""Who decides at the pretended district."""

KDF: Final = KdfParams(FLOOR_PRACTICE, 3, 2)
"""Cheap: there is nothing to guard, and a newcomer should not wait."""

_TOLD_ADDRESS: Final = re.compile(rb"https?://\S+")

_SEEN_AT_ONCE: Final = frozenset({"no_nik", "double_family_member"})
"""Kinds that are no riddle of their own: the list shows them, or they go with their family."""

HEAD, OPERATOR, ENUMERATOR = "Yohanes Nabu", "Maria Tefa", "Petrus Laka"


class PracticeDistrict:
    """The pretended district: a process of its own on a loopback port, from the first time it is needed.

    In this process it would hold the interpreter while it loads and works, and the window would stutter.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._url = ""
        self._starting = threading.Lock()

    def url(self) -> str:
        """The running district's address, started where it is not. Unavailable ``hub_not_started``."""
        with self._starting:
            if self._process is None or self._process.poll() is not None:
                self._process = self._start()
                self._url = _address(self._process)
            return self._url

    def page(self) -> DistrictPage:
        """Where the verifier decides, with the name and password of practice."""
        return DistrictPage(self.url(), VERIFIER, PRACTICE_PASSWORD)

    @contextmanager
    def opened(self) -> Iterator[District]:
        """The district's own hand: to publish, certify and decide without its page."""
        from app.hub.district import open_district

        district = open_district(self._folder, NAME)
        try:
            yield district
        finally:
            district.close()

    def close(self) -> None:
        """Let the process end; it ends by itself should this one be killed."""
        with self._starting:
            process, self._process = self._process, None
            if process is not None:
                for pipe in (process.stdin, process.stdout):
                    if pipe is not None:
                        pipe.close()
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "app.hub", "--data", str(self._folder), "--name", NAME]
        return subprocess.Popen(
            [*command, "--port", "0", "--no-tls", "--until-stdin-closes"],
            cwd=Path(app.__file__).parents[1],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_no_console(),
        )


def _no_console() -> int:
    """Windows would open a black window beside the program."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0


def _address(process: subprocess.Popen[bytes]) -> str:
    """The address that the district tells once it listens."""
    assert process.stdout is not None
    for line in process.stdout:
        found = _TOLD_ADDRESS.search(line)
        if found:
            return found[0].decode()
    raise Unavailable("hub_not_started")


class PracticeExchange(VaultExchange):
    """A line to the pretended district, which is started when it is first wanted and may have moved since."""

    def __init__(self, parts: Parts, district: PracticeDistrict) -> None:
        super().__init__(parts)
        self._district = district

    def reachable(self) -> bool:
        """Always near: it is this very laptop."""
        self._follow()
        return super().reachable()

    def run(
        self, progress: Callable[[ExchangeProgress], None], cancelled: Cancelled, *, everything: bool = False
    ) -> ExchangeOutcome:
        """One exchange with the pretended district."""
        self._follow()
        return super().run(progress, cancelled, everything=everything)

    def photo(
        self, name: str, progress: Callable[[int, int], None], cancelled: Cancelled, *, everything: bool = False
    ) -> bool:
        """A photo that the pretended district holds."""
        self._follow()
        return super().photo(name, progress, cancelled, everything=everything)

    def _follow(self) -> None:
        address = self._district.url()
        if self.enrolled() and self.hub_address() != address:
            self.set_address(address)


def practice_desk(parts: Parts, district: PracticeDistrict) -> Desk:
    """The desk of an unlocked practice village."""
    return make_desk(parts, PracticeExchange(parts, district), district.page, practice_key)


def practice_key() -> Sequence[PlantedError]:
    """What was planted, in the order of the lessons; people without a NIK are no error and are left out."""
    from app.practice.lessons import lessons
    from app.practice.quarrels import quarrels
    from app.practice.village import practice_village

    village, taught = practice_village(), lessons()
    listed = {family.id: family for family in village.roster.families}
    families = {**listed, **{family.id: family for family in village.left_out}}
    names = {member.id: member.name for family in families.values() for member in family.members}
    household = {member.id: family for family in families.values() for member in family.members}
    found = []
    for one in village.truth:
        if one.kind in _SEEN_AT_ONCE:
            continue
        family, other = families[one.family], families.get(one.other) or household.get(one.other)
        lesson = taught[one.kind]
        found.append(
            PlantedError(
                kind=one.kind,
                label=lesson.label,
                lesson=lesson.lesson,
                family=FamilyId(family.id if family.id in listed else ""),
                head_name=family.head_name,
                rt=family.rt,
                rw=family.rw,
                member_name=names.get(one.member, ""),
                truth=one.truth,
                other_name=other.head_name if other else "",
                facts=one.facts,
            )
        )
    found += [_quarrel(one, listed | families, taught) for one in quarrels(village)]
    order = list(taught)
    return sorted(found, key=lambda planted: order.index(planted.kind))


def _quarrel(one: Quarrel, families: Mapping[str, Family], taught: Mapping[str, Lesson]) -> PlantedError:
    family, lesson = families[one.error.family], taught[one.kind]
    names = {member.id: member.name for member in family.members}
    return PlantedError(
        kind=one.kind,
        label=lesson.label,
        lesson=lesson.lesson,
        family=FamilyId(one.subject),
        head_name=family.head_name,
        rt=family.rt,
        rw=family.rw,
        member_name=names.get(one.error.member, ""),
        truth=one.error.truth,
    )


def create_practice(
    folder: Path,
    district: PracticeDistrict,
    progress: Callable[[float], None],
    cancelled: Cancelled,
    quarrelling: bool = True,
) -> str:
    """Make the practice village in `folder`; gives the slot of its operator. Refused ``create_cancelled``.

    `quarrelling`: with what two laptops recorded otherwise, to be settled; else nobody has recorded anything yet.
    """

    def step(done: float) -> None:
        if cancelled():
            raise Refused("create_cancelled")
        progress(done)

    step(0.05)
    with district.opened() as hub:
        step(0.2)
        code = _publish(hub)
    step(0.3)
    address = district.url()
    step(0.5)
    vault = Vault.create(folder, kind="practice", name=HEAD, role="head", password=PRACTICE_PASSWORD, kdf=KDF)
    try:
        parts = open_parts(vault)
        exchange = PracticeExchange(parts, district)
        enrolment = exchange.ask(address, code)
        start_journal(parts, enrolment.village, "Laptop latihan")
        exchange.keep(enrolment)
        step(0.6)
        desk = make_desk(parts, exchange)
        desk.people.add(OPERATOR, "operator", (), PRACTICE_PASSWORD)
        desk.people.add(ENUMERATOR, "enumerator", (), PRACTICE_PASSWORD)
        exchange.run(lambda _: step(0.7), cancelled)
        with district.opened() as hub:
            _confirm(hub, enrolment.village, [row.id for row in desk.people.all() if not row.certified])
        exchange.run(lambda _: step(0.8), cancelled)
        if quarrelling:
            _plant_quarrels(district, desk, enrolment.village, address, cancelled)
            step(0.95)
            exchange.run(lambda _: step(0.97), cancelled)
        operator = next(slot.id for slot in vault.people.all() if slot.role == "operator")
        desk.close()
    except BaseException:
        vault.close()
        raise
    step(1.0)
    return operator


def _plant_quarrels(district: PracticeDistrict, desk: Desk, village: str, address: str, cancelled: Cancelled) -> None:
    """Neither laptop knows what the other one says when it records its own."""
    from app.composition.practice_second import SECOND, tell_from_second_laptop
    from app.hub.enrol import make_code
    from app.practice.quarrels import quarrels
    from app.practice.village import practice_village

    planted = quarrels(practice_village())
    desk.journal.record(*(Act(FamilyId(one.subject), one.first) for one in planted))
    with district.opened() as hub:
        code = make_code(hub, village, "Pendata kedua", "enumerator", SECOND).text
    said = [(FamilyId(one.subject), one.second) for one in planted]
    tell_from_second_laptop(code, address, said, lambda parts: PracticeExchange(parts, district), KDF, cancelled)


def _publish(district: District) -> str:
    """Hand the invented list to the village where that was not done yet, and make a code for its head."""
    from app.hub import roles
    from app.hub.accounts import set_password
    from app.hub.enrol import make_code
    from app.hub.publish import publish
    from app.practice.village import practice_village

    roster = practice_village().roster
    code = roster.village_code
    try:
        publish(district, code, roster, month=f"{today():%Y-%m}", source_name="Daftar latihan")
    except Refused as problem:
        if problem.code != "pack_unchanged":
            raise
    set_password(district, VERIFIER, "Verifikator Latihan", PRACTICE_PASSWORD, [roles.VERIFIER, roles.ADMIN])
    return make_code(district, code, roster.village_name, "head", HEAD).text


def _confirm(district: District, village: str, people: list[PersonId]) -> None:
    from app.hub.enrol import confirm_person

    for person in people:
        confirm_person(district, village, person)
