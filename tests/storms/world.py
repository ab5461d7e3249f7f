"""A district and laptops that meet with every accident there is, and what has to be true when the storm is over."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import select

from app.domain.contest import settle_visits, visit_contest
from app.domain.errors import Problem
from app.domain.ids import EntryId, FamilyId
from app.domain.payloads import ChangeProposed, FieldChange, SettlingUndone, VisitRecorded, VisitsSettled
from app.domain.rivals import rivals
from app.domain.same_act import key_of
from app.domain.standing import Standing
from app.hub import tables
from app.hub.backup import back_up, restore
from app.hub.blobs import Blobs
from app.hub.bundles import make_bundle, take_bundle
from app.hub.chain import ENTRY_COLUMNS, entry_of
from app.hub.contested import RIVALS, VISITS
from app.hub.effects import standings_of
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.storage import projection
from app.storage.reading import SqlReading
from app.sync.line import HttpLine
from app.usecases.ports import Act
from app.usecases.settle import SettleRivals
from app.wire.bundle import check_bundle
from app.wire.payload import decode_payload
from tests.postgres import NewDatabase
from tests.storage.laptops import dump
from tests.sync.cutting import cutting_line
from tests.sync.laptop import VILLAGE, Laptop, Wall
from tests.sync.test_exchange import LIST

YEAR_MS = 365 * 86_400_000
FAMILIES = ("f-1", "f-2")


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


_MOST_ROUNDS = 6
OFFLINE = 2
"""Which laptop never has a line: sticks and the village's own network are its roads, to the end."""


class World:
    """One village with three laptops."""

    def __init__(self, path: Path, new_database: NewDatabase = lambda: "") -> None:
        self.path = path
        self._new_database = new_database
        self.hub = LocalHub(path / "hub", database=new_database())
        self.hub.start()
        publish(self.hub.district, VILLAGE, LIST, month="2026-11")
        self.laptops = [Laptop.open(path / f"laptop{number}", name=f"Petugas {number}") for number in range(3)]
        for laptop in self.laptops:
            laptop.enrol(self.hub)
        self.acts = 0
        self.done: list[str] = []
        """Words of everything that somebody was told is recorded."""
        self.lost_with_disk: set[str] = set()
        """Words that were on a disk which is gone, and nowhere else."""
        self.sticks: list[Path] = []
        self.copies: list[tuple[int, Path]] = []
        """Backups of laptops: which, where."""
        self.hub_copy: Path | None = None

    # --- work ------------------------------------------------------------------------------------------------------

    def work(self, who: int, what: int, much: int) -> None:
        """A visit with a photo, a visit, or a proposal."""
        laptop = self.laptop(who)
        self.acts += 1
        words = f"kerja {self.acts}"
        family = FAMILIES[what % 2]
        if what % 3 == 2:
            changes = (FieldChange("head_name", "NUR", f"NUR {self.acts}"),)
            laptop.journal.record(Act(family, ChangeProposed("correction", changes=changes, note=words)))
        else:
            photos = (laptop.photo(words, 2_000 + much * 100),) if what % 3 else ()
            laptop.visit(family, *photos, note=words, fuel=str(1 + much % 2))
        self.done.append(words)

    def settle(self, who: int, what: int, much: int) -> None:
        """Somebody settles what visits tell otherwise, or takes a settling back."""
        laptop, family = self.laptop(who), FamilyId(FAMILIES[what % 2])
        with laptop.database.read() as connection:
            standing = projection.standing(connection, family)
        contest = visit_contest(standing) if standing is not None else None
        settled = [word.id for word in standing.words if isinstance(word.body, VisitsSettled)] if standing else []
        if contest is not None:
            picks = {row.key: much % len(contest.words) for row in contest.rows}
            laptop.journal.record(Act(family, settle_visits(contest, picks)))
        elif settled and not what % 3:
            laptop.journal.record(Act(family, SettlingUndone(settled[-1], "visits_settled")))
        elif standing is not None:
            self._settle_proposals(laptop, standing, much)

    @staticmethod
    def _settle_proposals(laptop: Laptop, standing: Standing, much: int) -> None:
        pair = next(iter(rivals(standing)), None)
        if pair is not None and not pair.same:
            picks = {row.key: much % 2 for row in pair.rows}
            SettleRivals(laptop.journal)(standing.id, pair, picks)

    def laptop(self, who: int) -> Laptop:
        return self.laptops[who % len(self.laptops)]

    def has_line(self, who: int) -> bool:
        return who % len(self.laptops) != OFFLINE

    # --- roads -----------------------------------------------------------------------------------------------------

    def exchange(self, who: int, what: int, much: int) -> None:
        if self.has_line(who):
            self.laptop(who).exchange()

    def exchange_cut(self, who: int, up: int, down: int) -> None:
        """The line breaks after so many bytes."""
        if self.has_line(who):
            with cutting_line(self.hub.url) as line:
                line.cuts = [(up * 97, -1 if down % 2 else down * 61)]
                with suppress(Problem):
                    self.laptop(who).exchange(line.url)

    def exchange_killed(self, who: int, call: int, after: int) -> None:
        """The laptop's power goes in the middle."""
        if not self.has_line(who):
            return
        laptop = self.laptop(who)
        with suppress(Killed):
            laptop.exchanger(through=lambda line: Killing(line, 1 + call % 4, after=bool(after % 2))).run()
        self.laptops[who % len(self.laptops)] = laptop.reopen()

    def write_stick(self, who: int, what: int, much: int) -> None:
        folder = self.path / f"stick{len(self.sticks)}"
        self.sticks += self.laptop(who).write_stick(folder, photos=bool(what % 2)).paths

    def read_stick(self, who: int, which: int, much: int) -> None:
        """Any stick that was ever written, also an old one, also twice, also one's own."""
        if self.sticks:
            with suppress(Problem):  # written before its writer knew this laptop
                self.laptop(who).sticks.take(self.sticks[which % len(self.sticks)], lambda step: None, lambda: False)

    def bring_stick(self, who: int, which: int, much: int) -> None:
        """Somebody carries a stick to the district."""
        if self.sticks:
            path = self.sticks[which % len(self.sticks)]
            with path.open("rb") as file, suppress(Problem):
                take_bundle(self.hub.district, file, check_bundle(file, path.stat().st_size))

    def fetch_stick(self, who: int, what: int, much: int) -> None:
        """The district writes one for the village."""
        path = self.path / f"district{len(self.sticks)}.balai"
        with path.open("wb") as file:
            for piece in make_bundle(self.hub.district, VILLAGE):
                file.write(piece)
        self.sticks.append(path)

    def meet(self, who: int, whom: int, much: int) -> None:
        """Two laptops in one room; `much` of a few makes them part in the middle."""
        one, other = self.laptop(who), self.laptop(who + 1 + whom % 2)
        pieces = 0

        def stop() -> bool:
            nonlocal pieces
            pieces += 1
            return much % 3 == 0 and pieces > much

        door = other.nearby(0).open(lambda news: None, lambda step: None)
        try:
            with suppress(Problem):
                one.nearby(0).meet(door.code, f"127.0.0.1:{_port(door)}", lambda step: None, stop)
        finally:
            door.close()

    # --- accidents -------------------------------------------------------------------------------------------------

    def killed(self, who: int, what: int, much: int) -> None:
        self.laptops[who % len(self.laptops)] = self.laptop(who).reopen()

    def clock(self, who: int, years: int, much: int) -> None:
        """Somebody sets a clock, years ahead or back."""
        self.laptop(who).wall.wrong_by_ms = (years % 5 - 2) * YEAR_MS

    def copy(self, who: int, what: int, much: int) -> None:
        """A backup of a laptop's disk."""
        number = who % len(self.laptops)
        path = self.path / f"copy{len(self.copies)}"
        laptop = self.laptops[number]
        laptop.close()
        shutil.copytree(laptop.folder, path)
        self.laptops[number] = Laptop.over(laptop)
        self.copies.append((number, path))

    def restore(self, who: int, which: int, much: int) -> None:
        """The disk is gone; an old backup goes on."""
        if not self.copies:
            return
        number, path = self.copies[which % len(self.copies)]
        laptop = self.laptops[number]
        laptop.close()
        here = self.path / f"restored{len(list(self.path.iterdir()))}"
        shutil.copytree(path, here)
        laptop.folder = here
        self.laptops[number] = Laptop.over(laptop)
        self._note_lost()

    def clone(self, who: int, what: int, much: int) -> None:
        """Somebody copies the disk into another laptop, and both go on."""
        if len(self.laptops) < 5:
            number = who % len(self.laptops)
            twin = self.laptops[number].clone(self.path / f"twin{len(self.laptops)}")
            self.laptops.append(twin)

    def copy_hub(self, who: int, what: int, much: int) -> None:
        """Last night's backup of the district, which goes on meanwhile."""
        self.hub_copy = back_up(self.hub.district, self.path / f"hubcopy{len(list(self.path.iterdir()))}").folder

    def restore_hub(self, who: int, what: int, much: int) -> None:
        """The district's disk is gone; last night's backup goes on."""
        if self.hub_copy is not None:
            port = int(self.hub.url.rpartition(":")[2])
            self.hub.close()
            folder = self.path / f"hub{len(list(self.path.iterdir()))}"
            shutil.copytree(self.hub.district.folder / "keys", folder / "keys")
            restore(self.hub_copy, folder, self._new_database())
            self.hub = LocalHub(folder, port=port)
            self.hub.start()
            self._note_lost()

    def _note_lost(self) -> None:
        """What no laptop and no district holds any more went with a disk; what is held must never be lost."""
        held = set(self._words_at_district(counting=False))
        for laptop in self.laptops:
            with laptop.database.read() as connection:
                rows = connection.exec_driver_sql(
                    "SELECT kind, version, payload FROM entry WHERE kind IN ('visit_recorded', 'change_proposed')"
                ).all()
            said = (decode_payload(str(kind), int(version), bytes(body)) for kind, version, body in rows)
            held |= {one.note for one in said if isinstance(one, VisitRecorded | ChangeProposed)}
        self.lost_with_disk |= set(self.done) - held

    # --- afterwards ------------------------------------------------------------------------------------------------

    def settle_down(self) -> None:
        """Everybody meets the district again, by line, and whoever has none by sticks there and back, until nobody has
        anything new: that takes a few rounds, because what heals on one laptop is news for the others."""
        for laptop in self.laptops:
            laptop.wall.wrong_by_ms = 0
        for _ in range(_MOST_ROUNDS):
            if self._round() == 0:
                break

    def _round(self) -> int:
        """How much went to and fro when everybody met the district once."""
        moved = 0
        for who in range(len(self.laptops)):
            if self.has_line(who):
                told = self.laptops[who].exchange()
                moved += told.sent_entries + told.received_entries + told.sent_photos + told.photos_left
            else:
                moved += self.carry(who)
        return moved

    def carry(self, who: int) -> int:
        """A stick from a laptop to the district and one back; how many entries were new on either side."""
        laptop = self.laptop(who)
        new = 0
        for path in laptop.write_stick(self.path / f"there{len(list(self.path.iterdir()))}").paths:
            with path.open("rb") as file:
                new += take_bundle(self.hub.district, file, check_bundle(file, path.stat().st_size)).entries
        path = self.path / f"back{len(list(self.path.iterdir()))}.balai"
        path.write_bytes(b"".join(make_bundle(self.hub.district, VILLAGE)))
        return new + laptop.sticks.take(path, lambda step: None, lambda: False).entries

    def check(self) -> None:
        """Nothing lost, nothing doubled; every laptop shows the same, which is what a rebuild shows and what the
        district reckons with."""
        assert self._round() == 0
        shown = []
        for laptop in self.laptops:
            with laptop.database.read() as connection:
                shown.append(dump(connection))
        for other in shown[1:]:
            assert other == shown[0]
        with self.laptops[-1].database.write() as connection:
            projection.rebuild(connection)
            assert dump(connection) == shown[0]
        words = self._words_at_district()
        doubled = {one: count for one, count in words.items() if count > 1}
        assert not doubled
        assert set(words) <= set(self.done)
        assert set(self.done) - set(words) <= self.lost_with_disk
        self._check_district()
        self._check_proposals()

    def _check_district(self) -> None:
        """The district reckons with the very same families as laptops, and holds every photo that somebody holds."""
        with self.hub.district.database.read() as connection:
            there, _ = standings_of(connection, VILLAGE, FAMILIES)
        with self.laptops[0].database.read() as connection:
            here = projection.standings(connection, FAMILIES)
        assert there == {name: here[name] for name in there}
        blobs = Blobs(self.hub.district)
        held = {photo for laptop in self.laptops for photo in laptop.evidence.wanted()}
        assert all(blobs.holds(VILLAGE, photo) for photo in held)

    def _words_at_district(self, *, counting: bool = True) -> Counter[str]:
        """What was recorded, as far as the district lets it count (or holds it at all)."""
        told = select(*ENTRY_COLUMNS).where(tables.entry.c.kind.in_(["visit_recorded", "change_proposed"]))
        with self.hub.district.database.read() as connection:
            rows = connection.execute(told.where(tables.entry.c.reason == "") if counting else told).all()
        # Copies of one act (its chain was cut off, and whoever held it said it again) are one act.
        acts = {key_of(one): one for one in map(entry_of, rows)}
        said = [decode_payload(one.kind, one.version, one.payload) for one in acts.values()]
        return Counter(one.note for one in said if isinstance(one, VisitRecorded | ChangeProposed))

    def _check_proposals(self) -> None:
        """The district shows every proposal as laptops do."""
        with self.hub.district.database.read() as connection:
            rows = connection.execute(select(tables.proposal.c.proposal, tables.proposal.c.state)).all()
        district = {EntryId(row.proposal): row.state for row in rows}
        with self.laptops[0].database.read() as connection:
            here = connection.exec_driver_sql("SELECT id, state FROM proposal_view").all()
        assert {EntryId(str(one)): str(state) for one, state in here} == district
        self._check_contested()

    def _check_contested(self) -> None:
        """The district marks the proposals that contradict each other, and those of families whose visits disagree, as
        laptops do."""
        with self.hub.district.database.read() as connection:
            marked = connection.execute(select(tables.contested.c.proposal, tables.contested.c.why)).all()
        told = SqlReading(self.laptops[0].database, Wall()).contests()
        beside = {one for row in told if row.key.kind == RIVALS for one in (row.key.proposal, row.key.other)}
        assert beside == {row.proposal for row in marked if row.why == RIVALS}
        with self.laptops[0].database.read() as connection:
            here = connection.exec_driver_sql(
                "SELECT proposal_view.id FROM proposal_view JOIN family_view ON family_view.n = proposal_view.family_n"
                " WHERE open = 1 AND status = 'conflicting'"
            ).all()
        assert {str(row[0]) for row in here} == {row.proposal for row in marked if row.why == VISITS}

    def close(self) -> None:
        for laptop in self.laptops:
            laptop.close()
        self.hub.close()


Deed = Callable[[World, int, int, int], None]

DEEDS: tuple[Deed, ...] = (
    World.work,
    World.work,
    World.work,
    World.settle,
    World.settle,
    World.exchange,
    World.exchange,
    World.exchange_cut,
    World.exchange_killed,
    World.write_stick,
    World.read_stick,
    World.read_stick,
    World.bring_stick,
    World.fetch_stick,
    World.meet,
    World.meet,
    World.killed,
    World.clock,
    World.copy,
    World.restore,
    World.clone,
    World.copy_hub,
    World.restore_hub,
)


def _port(door: object) -> int:
    return int(door._port)  # type: ignore[attr-defined]  # the port of the open door, which no screen needs
