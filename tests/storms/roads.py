"""How what was done travels: line, stick, and the village's own network, each also with what goes wrong on it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.domain.errors import Problem, Refused
from app.hub.bundles import make_bundle, take_bundle
from app.sync.line import HttpLine
from app.sync.nearby import OpenDoor
from app.usecases.carry import DoorNews
from app.wire.bundle import check_bundle
from tests.storms.world import World
from tests.sync.cutting import cutting_line
from tests.sync.laptop import VILLAGE, Laptop

PATIENCE_SECONDS = 60.0


class Killed(BaseException):
    """The process is gone at this very moment."""


class Killing:
    """A line on which the laptop's process dies before or after its n-th call."""

    def __init__(self, line: HttpLine, call: int, *, after: bool) -> None:
        self._line, self._left, self._after = line, call, after
        self.sent = self.received = 0

    def post(self, path: str, body: bytes, largest: int, authorization: str = "") -> bytes:
        with self._dying():
            return self._line.post(path, body, largest, authorization)

    def put_blob(self, name: str, offset: int, body: bytes, authorization: str) -> int:
        with self._dying():
            return self._line.put_blob(name, offset, body, authorization)

    def get_pack(self, sha256: str, into: bytearray, authorization: str, largest: int) -> None:
        with self._dying():
            self._line.get_pack(sha256, into, authorization, largest)

    def put_pack(self, sha256: str, body: bytes, authorization: str) -> None:
        with self._dying():
            self._line.put_pack(sha256, body, authorization)

    def close(self) -> None:
        self._line.close()

    @contextmanager
    def _dying(self) -> Iterator[None]:
        self._left -= 1
        if self._left == 0 and not self._after:
            raise Killed
        yield
        if self._left == 0 and self._after:
            raise Killed


# --- line -----------------------------------------------------------------------------------------------------------


def exchange(world: World, who: int, what: int, much: int) -> None:
    """Everything at once, and well. A revoked laptop is let in no more."""
    if world.has_line(who):
        try:
            world.laptop(who).exchange(world.url)
        except Refused as refused:
            if refused.code != "exchange_device_revoked" or not world.is_revoked(world.laptop(who)):
                raise


def exchange_cut(world: World, who: int, up: int, down: int) -> None:
    """The line breaks after so many bytes."""
    if world.has_line(who):
        with cutting_line(world.url) as line:
            line.cuts = [(up * 97, -1 if down % 2 else down * 61)]
            with suppress(Problem):
                world.laptop(who).exchange(line.url)


def exchange_killed(world: World, who: int, call: int, after: int) -> None:
    """The laptop's power goes in the middle."""
    if not world.has_line(who):
        return
    laptop = world.laptop(who)
    dying = lambda line: Killing(line, 1 + call % 4, after=bool(after % 2))  # noqa: E731  # used once
    with suppress(Killed, Refused):
        laptop.exchanger(world.url, through=dying).run()
    world.put(who, world.close_laptop(who))


def exchange_paused(world: World, who: int, moment: int, much: int) -> None:
    """The user stops it in the middle, or the day's limit lets no more photos go; a revoked laptop is not let in."""
    asked = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        return moment % 3 > 0 and asked > moment

    if world.has_line(who):
        with suppress(Refused):
            world.laptop(who).exchanger(world.url).run(cancelled=stop, bytes_most=much * 400 if much % 2 else None)


# --- stick ----------------------------------------------------------------------------------------------------------


def write_stick(world: World, who: int, what: int, much: int) -> None:
    """Somebody saves everything that others may lack, with photos or without."""
    world.sticks += world.laptop(who).write_stick(world.place("stick"), photos=bool(what % 2)).paths


def read_stick(world: World, who: int, which: int, much: int) -> None:
    """Any stick that was ever written, also an old one, also twice, also one's own."""
    if world.sticks:
        with suppress(Problem):  # written before its writer knew this laptop
            world.laptop(who).sticks.take(world.sticks[which % len(world.sticks)], lambda step: None, lambda: False)


def bring_stick(world: World, who: int, which: int, much: int) -> None:
    """Somebody carries a stick to the district."""
    if world.sticks:
        with suppress(Problem):
            take_at_district(world, world.sticks[which % len(world.sticks)])


def fetch_stick(world: World, who: int, what: int, much: int) -> None:
    """The district writes one for the village."""
    world.sticks.append(made_at_district(world))


def stick_torn(world: World, who: int, which: int, much: int) -> None:
    """A stick was pulled out too early, and somebody tries what is on it."""
    if world.sticks:
        whole = world.sticks[which % len(world.sticks)].read_bytes()
        torn = world.place("torn").with_suffix(".balai")
        torn.write_bytes(whole[: len(whole) * much // 41])
        with suppress(Problem):
            world.laptop(who).sticks.take(torn, lambda step: None, lambda: False)
            raise AssertionError("half a stick was taken in")
        with suppress(Problem):
            take_at_district(world, torn)
            raise AssertionError("half a stick was taken in at the district")


def stick_killed(world: World, who: int, which: int, much: int) -> None:
    """The laptop's power goes while it reads a stick or writes one."""
    laptop, steps = world.laptop(who), 0

    def dies() -> bool:
        nonlocal steps
        steps += 1
        if steps > much // 2:
            raise Killed
        return False

    with suppress(Killed, Problem):
        if much % 2 and world.sticks:
            laptop.sticks.take(world.sticks[which % len(world.sticks)], lambda step: None, dies)
        else:
            folder = world.place("stick")
            folder.mkdir()
            laptop.sticks.save(
                folder,
                for_laptops=True,
                photos=bool(which % 2),
                part_bytes=None,
                told=lambda step: None,
                cancelled=dies,
            )
    world.put(who, world.close_laptop(who))


def take_at_district(world: World, path: Path) -> int:
    """How many entries of a stick were new to the district. Refused as `check_bundle` and `take_bundle`."""
    with path.open("rb") as file:
        return take_bundle(world.district, file, check_bundle(file, path.stat().st_size)).entries


def made_at_district(world: World) -> Path:
    """A stick for the village."""
    path = world.place("district").with_suffix(".balai")
    path.write_bytes(b"".join(make_bundle(world.district, VILLAGE)))
    return path


# --- the village's own network --------------------------------------------------------------------------------------


def meet(world: World, who: int, whom: int, much: int) -> None:
    """Two laptops in one room; `much` of a few makes them part in the middle."""
    pieces = 0

    def stop() -> bool:
        nonlocal pieces
        pieces += 1
        return much % 3 == 0 and pieces > much

    with waiting(world.laptop(who + 1 + whom % 2)) as door:
        _call(world.laptop(who), door, stop)


def meet_cut(world: World, who: int, up: int, down: int) -> None:
    """The network of the room breaks after so many bytes."""
    with (
        waiting(world.laptop(who + 1 + up % 2)) as door,
        cutting_line(f"http://127.0.0.1:{_port(door)}") as line,
    ):
        line.cuts = [(-1 if up % 3 == 0 else up * 61, -1 if up % 3 else down * 61)]
        _call(world.laptop(who), door, lambda: False, int(line.url.rpartition(":")[2]))


def meet_killed(world: World, who: int, whom: int, much: int) -> None:
    """The power of the laptop that calls goes in the middle."""
    pieces = 0

    def dies() -> bool:
        nonlocal pieces
        pieces += 1
        if pieces > much:
            raise Killed
        return False

    with waiting(world.laptop(who + 1 + whom % 2)) as door, suppress(Killed):
        _call(world.laptop(who), door, dies)
    world.put(who, world.close_laptop(who))


@contextmanager
def waiting(host: Laptop) -> Iterator[OpenDoor]:
    """A laptop that waits for one caller; afterwards it has done with him, and its door is being closed."""
    done = threading.Event()

    def news(told: DoorNews) -> None:
        if told.taken is not None or told.problem is not None:
            done.set()

    door = host.nearby(0).open(news, lambda step: None)
    yield door
    assert done.wait(PATIENCE_SECONDS), "the laptop that was called never ended"
    threading.Thread(target=door.close).start()  # it looks a few times a second only whether it shall


def _call(caller: Laptop, door: OpenDoor, stop: Callable[[], bool], port: int = 0) -> None:
    with suppress(Problem):
        caller.nearby(0).meet(door.code, f"127.0.0.1:{port or _port(door)}", lambda step: None, stop)


def _port(door: OpenDoor) -> int:
    return int(door._port)  # the port of the open door, which no screen needs
