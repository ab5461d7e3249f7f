"""The district's power goes in the middle of something, and it is started again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

from sqlalchemy import Connection

from app.domain.errors import Problem, Unavailable
from app.hub.database import HubDatabase
from tests.storms import office
from tests.storms.ground import TOWN
from tests.storms.roads import bring_stick, write_stick
from tests.storms.world import World


class Dying(HubDatabase):
    """A district's database of which nothing is left from a moment before, in the middle of or behind its n-th write
    on: what a killed process had committed stays, and nothing else."""

    def __init__(self, whole: HubDatabase, writes: int, moment: int) -> None:
        self._whole, self._left, self._moment = whole, writes, moment
        self.dead = False

    @contextmanager
    def read(self) -> Iterator[Connection]:
        self._alive()
        with self._whole.read() as connection:
            yield connection

    @contextmanager
    def look(self) -> Iterator[Connection]:
        self._alive()
        with self._whole.look() as connection:
            yield connection

    @contextmanager
    def write(self, place: str, *, lazily: bool = False) -> Iterator[Connection]:
        self._alive()
        self._left -= 1
        now = self._left == 0
        if now and self._moment == 0:
            self._die()
        with self._whole.write(place, lazily=lazily) as connection:
            yield connection
            if now and self._moment == 1:
                self._die()
        if now:
            self._die()

    def close(self) -> None:
        self._whole.close()

    def _alive(self) -> None:
        if self.dead:
            raise Unavailable("hub_store_away")

    def _die(self) -> None:
        self.dead = True
        raise Unavailable("hub_store_away")


def hub_dies(world: World, who: int, what: int, much: int) -> None:
    """While a laptop exchanges, a stick is read, or the office does something; then it is started again."""
    whole = world.district
    world.district = replace(whole, database=Dying(whole.database, 1 + what % 4, much % 3))
    TOWN.seat(world.district)
    with suppress(Problem):
        if much // 3 % 4 == 0:
            write_stick(world, who, what, much)
            bring_stick(world, who, len(world.sticks) - 1, much)
        elif much // 3 % 4 == 1:
            office.publish_list(world, who, what, much)
        elif world.has_line(who):
            world.laptop(who).exchange(world.url)
    world.district = whole
    hub_restarted(world, who, what, much)


def hub_restarted(world: World, who: int, what: int, much: int) -> None:
    """The district ends and is started again."""
    world.district.close()
    world.move_district(world.district.folder)
