"""Somebody new comes with a laptop of his own while the storm goes on, by a code on the line or by stick there and
back, also in steps between which anything happens; and a laptop takes the place of one that is gone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from app.domain.errors import Problem, Refused, Unavailable
from app.domain.payloads import ChangeProposed, FieldChange
from app.domain.policy import ENUMERATOR, HEAD, OPERATOR
from app.hub.enrol import answer_request_file, make_code
from app.storage.local_lists import SqlRegister
from app.sync.enrolment import EnrolledPerson, Enrolment, answered, ask, enrol
from app.sync.line import HttpLine
from app.usecases.ports import Act
from app.wire.enrol_file import read_answer_file, request_file
from tests.storms import accidents
from tests.storms.calm import carry
from tests.storms.ground import LIST, NEIGHBOURS, NUR
from tests.storms.office import STAYS
from tests.storms.officials import seat
from tests.storms.world import MOST_LAPTOPS, World
from tests.sync.cutting import cutting_line
from tests.sync.laptop import VILLAGE, Laptop, Wall

COMERS: Final = (
    (OPERATOR, ()),
    (ENUMERATOR, ("001/001",)),
    (ENUMERATOR, ()),
    (OPERATOR, ()),
    (ENUMERATOR, ("004/001", "002/001")),
    (HEAD, ()),
)
"""Role and RTs of those who come: not all may write about every family, nor everything about one."""
MOST_COMING: Final = 2
OWN_LIST: Final = replace(
    LIST,
    families=tuple(
        replace(one, id=f"f-0a1b2c3d-{at}", members=tuple(replace(who, id=f"n-0a1b2c3d-{at}") for who in one.members))
        for at, one in enumerate((NUR, *NEIGHBOURS[:3]))
    ),
)
"""As a laptop reads it from a sheet without ids."""
LOST_CODE: Final = frozenset({"enrol_code_wrong", "enrol_code_expired"})
"""Of a code that its district knows no more: it was restored, or the code became too old."""


@dataclass
class Coming:
    """A laptop on its way: it has a code, and by stick what it asked and what was answered."""

    laptop: Laptop
    role: str
    rts: tuple[str, ...]
    line: bool
    place: int
    """Whose place it takes, where the village has as many laptops as it may."""
    code: str
    message: bytes
    answer: Path | None = None
    done: list[str] = field(default_factory=list)
    """Words of what was recorded before anybody knew of it."""


def enrol_laptop(world: World, who: int, what: int, much: int) -> None:
    """Somebody new comes, perhaps right behind last night's backup; or whoever is on his way gets further, with
    `much` saying how far, and what is cut."""
    if world.coming and (what % 3 or len(world.coming) == MOST_COMING):
        coming = world.coming[who % len(world.coming)]
    else:
        if much % 3 == 0:
            accidents.copy_hub(world, who, what, much)
        coming = _begun(world, who, what)
        world.coming.append(coming)
    (_by_line if coming.line else _by_stick)(world, coming, much)


def enrol_again(world: World, who: int, what: int, much: int) -> None:
    """A laptop that is enrolled takes a second code, of another role or with other RTs."""
    laptop = world.laptop(who)
    role, rts = COMERS[what % len(COMERS)]
    code = make_code(world.district, VILLAGE, "Bonto", role, laptop.actor.name, rts).text
    with suppress(Refused):  # laptop or person was revoked
        if world.has_line(who):
            _take(laptop, enrol(world.url, code, laptop.keys, _person(laptop), label="Laptop desa", line=_plain))
        else:
            message = _asked(laptop, code)
            answer = answer_request_file(world.district, request_file(message), "page")
            _take(laptop, answered(read_answer_file(answer, message), message, code))
        if much % 2:
            seat(world, who, laptop.actor, laptop.signing)


def _begun(world: World, who: int, what: int) -> Coming:
    role, rts = COMERS[what % len(COMERS)]
    laptop = Laptop.open(
        world.place("new"), role, f"Pendatang {world.secrets}", secret=world.secret, wall=Wall(world.time.now_ms)
    )
    place = world.number(who)
    if place == STAYS:
        place = len(world.laptops) - 1
    line = world.lines and what // len(COMERS) % 2 == 0
    coming = Coming(laptop, role, rts, line, place, *_code(world, laptop, role, rts))
    if what % 5 == 2 and role != ENUMERATOR:
        _work_on_own_list(world, coming, what)
    return coming


def _work_on_own_list(world: World, coming: Coming, what: int) -> None:
    """The village began with a list from a sheet, in which families have no ids, and has worked on it."""
    laptop = coming.laptop
    SqlRegister(laptop.journal).publish_local(
        OWN_LIST, source_name="daftar.xlsx", source_sha256="ab" * 32, month="2026-10"
    )
    for family in OWN_LIST.families[: 1 + what % 2]:
        words = world.next_words()
        laptop.visit(family.id, laptop.photo(words, 2_500), note=words)
        coming.done.append(words)
    words = world.next_words()
    changes = (FieldChange("head_name", "NUR", "NURI"),)
    laptop.journal.record(Act(OWN_LIST.families[0].id, ChangeProposed("correction", changes=changes, note=words)))
    coming.done.append(words)


def _code(world: World, laptop: Laptop, role: str, rts: tuple[str, ...]) -> tuple[str, bytes]:
    """A code, and the request that goes with it. Now and then his certificate has a last day."""
    last = datetime.fromtimestamp(world.time.now_ms() / 1000 + 20 * 86_400, UTC).date().isoformat()
    until = last if world.secrets % 4 == 0 else ""
    code = make_code(world.district, VILLAGE, "Bonto", role, laptop.actor.name, rts, until=until).text
    return code, _asked(laptop, code)


def _by_line(world: World, coming: Coming, much: int) -> None:
    """With `much` the line breaks, or the power goes when the answer is here and nothing of it is kept."""
    laptop, person = coming.laptop, _person(coming.laptop)
    with _another_code(world, coming), suppress(Unavailable), cutting_line(world.url) as line:
        line.cuts = [(much * 47, -1 if much % 2 else much * 97)] if much % 5 == 1 else []
        found = enrol(line.url, coming.code, laptop.keys, person, label="Laptop desa", line=_plain)
        if much % 5 != 2:
            _join(world, coming, found)


def _by_stick(world: World, coming: Coming, much: int) -> None:
    """One, two or all three ways: the request is there, the answer is back, and it was read."""
    with _another_code(world, coming):
        for _ in range(1 + much % 3):
            if coming not in world.coming:
                break
            if coming.answer is None:
                answer = answer_request_file(world.district, request_file(coming.message), "page")
                coming.answer = world.place("answer")
                coming.answer.write_bytes(answer)
                continue
            _tear(coming, much)
            content = coming.answer.read_bytes()
            _join(world, coming, answered(read_answer_file(content, coming.message), coming.message, coming.code))


def _tear(coming: Coming, much: int) -> None:
    assert coming.answer is not None
    whole = coming.answer.read_bytes()
    with suppress(Problem):
        read_answer_file(whole[: len(whole) * much // 41], coming.message)
        raise AssertionError("half an answer was read")


@contextmanager
def _another_code(world: World, coming: Coming) -> Iterator[None]:
    """Where the district does not know the code any more it makes another; whom it stopped meanwhile comes no more."""
    try:
        yield
    except Refused as refused:
        if refused.code in LOST_CODE:
            coming.code, coming.message = _code(world, coming.laptop, coming.role, coming.rts)
            coming.answer = None
        elif refused.code in ("exchange_device_revoked", "enrol_key_revoked"):
            world.coming.remove(coming)
            coming.laptop.close()
        else:
            raise


def _join(world: World, coming: Coming, found: Enrolment) -> None:
    laptop = coming.laptop
    _take(laptop, found)
    world.coming.remove(coming)
    world.done += coming.done
    if len(world.laptops) < MOST_LAPTOPS:
        world.laptops.append(laptop)
        place = len(world.laptops) - 1
        if not coming.line:
            world.offline.add(place)
    else:  # the disk of the one before is gone
        place = coming.place
        world.close_laptop(place)
        world.laptops[place] = laptop
        world.note_lost()
    world.known_at(laptop.keys.device, laptop.actor, laptop.signing)
    seat(world, place, laptop.actor, laptop.signing)
    if coming.done:  # who of its own list is who in the district's is said at once: nobody else could ever say it
        for _ in range(2):
            carry(world, place)


def _take(laptop: Laptop, found: Enrolment) -> None:
    """As the program does: pin the district, take in what it said."""
    laptop.enrolment = replace(found, entries=())
    laptop.store.pin_district(found.root_key)
    laptop.store.receive(found.entries)


def _person(laptop: Laptop) -> EnrolledPerson:
    return EnrolledPerson(laptop.actor.person, laptop.signing.public_key().public_bytes_raw())


def _asked(laptop: Laptop, code: str) -> bytes:
    return ask(code, laptop.keys, _person(laptop), label="Laptop desa")


def _plain(address: str) -> HttpLine:
    return HttpLine(address, unverified=True)
