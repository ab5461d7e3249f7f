"""A disk that is full at any write, of the district, of either laptop in one room, of a laptop that saves: the write is
refused in words, nothing is half there, and with room it goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import requests

from app.domain.errors import Problem
from app.hub.accounts import set_password
from app.hub.bundles import make_bundle
from app.hub.enrol import make_code
from app.hub.local import LocalHub
from app.hub.pages.frame import COOKIE
from app.hub.publish import publish
from app.hub.roles import ADMIN, VERIFIER
from app.hub.verifiers import sign_in, signed_in
from app.shelf.reasons import reason_book
from app.storage.local_lists import SqlRegister
from app.sync.enrolment import EnrolledPerson, enrol
from app.ui.messages import explain
from app.ui.screens.kirim.nearby_words import explain_talk
from tests import machine
from tests.hub.browsing import PASSWORD
from tests.hub.conftest import read_list
from tests.machine import fill
from tests.sync.conftest import NewLaptop
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.test_exchange import LIST, NUR
from tests.sync.test_nearby import hosting, meet
from tests.sync.test_sticks import waiting

PAGE = 4096
FULL = "Tempat simpan kabupaten penuh"
"""As the district's pages say it."""


def at_every_size(disk: Path, act: Callable[[], str], check: Callable[[], None]) -> int:
    """Do `act` with a page of room more each time, until it gives no problem's code; `check` after each refusal. How
    often it was refused."""
    refused = 0
    while True:
        ballast = fill(disk, leave=refused * PAGE)
        try:
            code = act()
        finally:
            ballast.unlink()
        if not code:
            return refused
        check()
        refused += 1


def said(act: Callable[[], object]) -> str:
    """The code with which it is refused, which has a sentence; empty where it is not."""
    try:
        act()
    except Problem as problem:
        code, words = problem.code, explain(problem)
    else:
        return ""
    assert words.title
    assert words.safe
    return code


def problem_of(act: Callable[[], object]) -> Problem | None:
    """With what it is refused."""
    try:
        act()
    except Problem as problem:
        return problem
    return None


# --- the district ----------------------------------------------------------------------------------------------------


class Desk:
    """A district on a small disk, somebody at its desk, and a laptop elsewhere."""

    def __init__(self, disk: Path, laptop: Laptop) -> None:
        self.disk, self.laptop = disk, laptop
        self.hub = LocalHub(disk / "hub", read_list=read_list)
        self.hub.start()
        set_password(self.hub.district, "rahma", "Rahma Verifikator", PASSWORD, [VERIFIER, ADMIN])
        publish(self.hub.district, VILLAGE, LIST, month="2026-10")
        laptop.enrol(self.hub)
        laptop.exchange()
        self.token = sign_in(self.hub.district, "rahma", PASSWORD, "here")

    def post(self, path: str, fields: dict[str, str], file: tuple[str, bytes] | None = None) -> str:
        """A form; ``hub_disk`` where the page that answers says so, in words."""
        who = signed_in(self.hub.district, self.token)
        assert who is not None
        answer = requests.post(
            self.hub.url + path,
            data={"csrf": who.csrf} | fields,
            files={file[0]: ("berkas.balai", file[1])} if file else None,
            cookies={COOKIE: self.token},
            timeout=240,
            allow_redirects=False,
        )
        if FULL in answer.text:
            return "hub_disk"
        assert answer.status_code in (200, 303), answer.text
        return ""

    def count(self, kind: str) -> int:
        """Entries of a kind."""
        with self.hub.district.database.read() as connection:
            found = connection.exec_driver_sql(f"SELECT count(*) FROM entry WHERE kind = '{kind}'").scalar()
        return int(str(found))

    def left(self) -> list[Path]:
        """What lies about of an upload."""
        return list(self.hub.district.incoming.iterdir())


@pytest.fixture
def desk(tmp_path: Path, new_laptop: NewLaptop) -> Iterator[Desk]:
    with machine.small_disk(tmp_path / "disk", "8m") as disk:
        found = Desk(disk, new_laptop())
        yield found
        found.hub.close()


def test_a_district_that_is_full_at_any_write_takes_a_batch_and_its_photos_once_there_is_room(desk: Desk) -> None:
    laptop = desk.laptop
    for number in range(3):
        laptop.visit(f"f-{number}", laptop.photo(f"foto {number}", 6_000))
    codes: set[str] = set()

    def act() -> str:
        code = said(laptop.exchange)
        codes.add(code)
        return code

    def check() -> None:
        assert desk.count("visit_recorded") in (0, 3), "all of a batch, or nothing"

    assert at_every_size(desk.disk, act, check) > 5
    assert codes == {"hub_disk", ""}
    laptop.exchange()
    assert (desk.count("visit_recorded"), waiting(laptop)) == (3, (0, 0))


def test_a_district_that_is_full_at_any_write_lets_a_laptop_in_once_there_is_room(
    desk: Desk, new_laptop: NewLaptop
) -> None:
    fresh = new_laptop(name="Ani")
    code = make_code(desk.hub.district, VILLAGE, "Bonto", "operator", "Ani", ())
    person = EnrolledPerson(fresh.actor.person, fresh.signing.public_key().public_bytes_raw())
    before = desk.count("device_certified")

    def act() -> str:
        return said(lambda: enrol(desk.hub.url, code.text, fresh.keys, person, label="Laptop desa"))

    def check() -> None:
        assert desk.count("device_certified") == before

    assert at_every_size(desk.disk, act, check) > 0
    assert desk.count("device_certified") == before + 1


def test_a_district_that_is_full_at_any_write_says_so_on_its_pages_and_changes_nothing(desk: Desk) -> None:
    laptop = desk.laptop
    proposal = laptop.propose("f-1")
    laptop.exchange()
    laptop.visit("f-1", laptop.photo("rumah", 6_000))
    stick = laptop.write_stick(desk.disk.parent / "stik").paths[0].read_bytes()
    (reason, one), *_ = reason_book().group("returned")
    word = {"outcome": "returned", "reason": f"{reason.key}:{one.code}", "comment": "Kurang jelas."}
    acts: dict[str, Callable[[], str]] = {
        "pack_published": lambda: desk.post("/daftar", {"village": VILLAGE, "month": "2026-11"}, ("list_file", b"7")),
        "decision_made": lambda: desk.post(f"/usulan/{VILLAGE}/{proposal}", word),
        "visit_recorded": lambda: desk.post("/stik", {}, ("files", stick)),
    }
    for kind, act in acts.items():
        before = desk.count(kind)

        def check(kind: str = kind, before: int = before) -> None:
            assert desk.count(kind) in ((before,) if kind != "visit_recorded" else (before, before + 1))
            assert desk.left() == []

        assert at_every_size(desk.disk, act, check) > 0, kind
        assert desk.count(kind) == before + 1, kind
        assert desk.left() == []
    back = desk.disk.parent / "kembali.balai"
    back.write_bytes(b"".join(make_bundle(desk.hub.district, VILLAGE)))
    laptop.sticks.take(back, lambda step: None, lambda: False)
    assert waiting(laptop) == (0, 0), "the receipt for words and photo, also where it took several attempts"


# --- two laptops in one room -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("side", ["calls", "is called"])
def test_a_laptop_that_is_full_at_any_write_of_a_talk_takes_nothing_half_and_the_other_one_is_told(
    hub: LocalHub, new_laptop: NewLaptop, full: Laptop, side: str
) -> None:
    other = new_laptop()
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    for laptop in (other, full):
        laptop.enrol(hub)
    for laptop in (other, full):
        laptop.exchange()
    for number in range(4):
        other.visit(f"f-{number}", other.photo(f"foto {number}", 6_000))
    caller, door = (full, other) if side == "calls" else (other, full)

    def act() -> str:
        with hosting(door) as host:
            called = problem_of(lambda: meet(caller, host, address=host.address()))
            news = host.end()
        here = called if side == "calls" else news.problem
        there = news.problem if side == "calls" else called
        if here is None:
            return ""
        assert here.code == "disk_full", here
        assert there is not None
        assert explain_talk(there).title
        assert explain_talk(there).safe
        assert (there.code, there.facts.get("why")) == ("nearby_other_refused", "disk_full")
        return here.code

    def check() -> None:
        found = [full.said_about(f"f-{number}") for number in range(4)]
        assert found in ([[]] * 4, [["visit_recorded"]] * 4), "all words, or none"

    assert at_every_size(full.folder.parent, act, check) > 5
    assert full.said_about("f-3") == ["visit_recorded"]
    assert set(other.evidence.held()) <= set(full.evidence.held())


# --- saving ----------------------------------------------------------------------------------------------------------


def test_a_laptop_that_is_full_at_any_write_of_a_photo_a_visit_or_a_list_has_it_whole_or_not_at_all(
    full: Laptop,
) -> None:
    disk = full.folder.parent
    families = tuple(replace(NUR, id=f"f-{n}", kk="", members=()) for n in range(200))
    register = SqlRegister(full.journal)

    def import_list() -> object:
        roster = replace(LIST, families=families)
        return register.publish_local(roster, source_name="daftar.xlsx", source_sha256="ab" * 32, month="2026-11")

    acts: list[Callable[[], object]] = [
        lambda: full.photo("rumah", 40_000),
        lambda: full.visit("f-1", full.photo("rumah", 40_000), note="x" * 3_000),
        import_list,
    ]
    for place, act in enumerate(acts):
        before, files = full.store.vector(), set((full.folder / "files").iterdir())

        def check(before: object = before, files: set[Path] = files) -> None:
            assert full.store.vector() == before
            assert set((full.folder / "files").iterdir()) == files, "nothing half is left beside the store"

        assert at_every_size(disk, partial(said, act), check) > 0, place
    with full.database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM family_view").scalar() == 200
    assert full.said_about("f-1") == ["visit_recorded"]
    (photo,) = full.evidence.held()
    assert full.evidence.read(photo) is not None
    assert full.database.damage() == ()
