"""The district killed (SIGKILL) at each inner step of what it does for villages: after the next start one more attempt
brings it about, once, and nothing is lost."""

from __future__ import annotations

import itertools
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests

from app.domain.errors import Unavailable
from app.domain.ids import EntryId
from app.hub.accounts import set_password
from app.hub.bundles import make_bundle
from app.hub.district import District, open_district
from app.hub.enrol import make_code
from app.hub.pages.frame import COOKIE
from app.hub.publish import publish
from app.hub.roles import ADMIN, VERIFIER
from app.hub.verifiers import sign_in, signed_in
from app.shelf.reasons import reason_book
from app.sync.enrolment import EnrolledPerson, enrol
from tests.hub.browsing import PASSWORD
from tests.postgres import NewDatabase
from tests.sheets.books import HEAD, PEOPLE, write_csv
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.mortal_hub import MortalHub, mortal_hub
from tests.sync.test_exchange import LIST
from tests.sync.test_sticks import waiting

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does"),
    pytest.mark.both_stores,
    pytest.mark.timeout(900),
]

CERTIFIED = ("device_certified", "person_certified")


class Place:
    """A district that dies, a laptop of one of its villages, and somebody at the desk."""

    def __init__(self, folder: Path, hub: MortalHub, district: District) -> None:
        self.folder, self.hub, self.district = folder, hub, district
        self.token = sign_in(district, "rahma", PASSWORD, "here")
        self.laptop = Laptop.open(folder / "laptop")
        self.enrol(self.laptop, make_code(district, VILLAGE, "Bonto", "operator", "Siti", ()).text)

    def enrol(self, laptop: Laptop, code: str) -> None:
        """Use a code."""
        person = EnrolledPerson(laptop.actor.person, laptop.signing.public_key().public_bytes_raw())
        laptop.enrolment = enrol(self.hub.url, code, laptop.keys, person, label="Laptop desa")
        laptop.store.pin_district(laptop.enrolment.root_key)
        laptop.store.receive(laptop.enrolment.entries)
        laptop.exchange()

    def post(self, path: str, fields: dict[str, str], file: tuple[str, Path] | None = None) -> str:
        """A form of the desk; gives the page that answers. Unavailable where the line is cut."""
        who = signed_in(self.district, self.token)
        assert who is not None
        files = {file[0]: (file[1].name, file[1].read_bytes())} if file else None
        with requests.Session() as desk:
            desk.trust_env = False
            try:
                answer = desk.post(
                    self.hub.url + path,
                    data={"csrf": who.csrf} | fields,
                    files=files,
                    cookies={COOKIE: self.token},
                    timeout=240,
                    allow_redirects=False,
                )
            except requests.ConnectionError as error:
                raise Unavailable("line_cut") from error
        assert answer.status_code in (200, 303, 422), answer.text
        return answer.text

    def said(self, kind: str) -> list[bytes]:
        """What entries of a kind say, at the district."""
        with self.district.database.read() as connection:
            rows = connection.exec_driver_sql(f"SELECT payload FROM entry WHERE kind = '{kind}' ORDER BY chain, seq")
            return [bytes(row[0]) for row in rows]

    def check(self) -> None:
        """Nothing is left to say, neither here nor there, and whatever the laptop told lies at the district."""
        outcome = self.laptop.exchange()
        assert (outcome.sent_entries, outcome.sent_photos, outcome.photos_left) == (0, 0, 0)
        assert outcome.quarantined == ()
        assert waiting(self.laptop) == (0, 0), "receipts came for all words and photos"
        assert self.laptop.exchange().received_entries == 0
        with self.district.database.read() as connection:
            lacking = connection.exec_driver_sql("SELECT name FROM evidence WHERE NOT held").scalars().all()
            heads = connection.exec_driver_sql("SELECT chain, seq FROM head").all()
        assert lacking == [], "photos that the district holds and does not know of"
        assert {row[0]: row[1] for row in heads} == {c: h.seq for c, h in self.laptop.store.vector().items()}


@pytest.fixture
def place(tmp_path: Path, new_database: NewDatabase) -> Iterator[Place]:
    """With a list, and an exchange behind it."""
    database = new_database()
    district = open_district(tmp_path / "hub", "Kabupaten", database=database)
    set_password(district, "rahma", "Rahma Verifikator", PASSWORD, [VERIFIER, ADMIN])
    publish(district, VILLAGE, LIST, month="2026-10")
    with mortal_hub(tmp_path / "hub", database) as hub:
        found = Place(tmp_path, hub, district)
        yield found
        found.laptop.close()
    district.close()


def at_every_step(place: Place, prepare: Callable[[int], Callable[[], object]], check: Callable[[int], None]) -> int:
    """Do what `prepare` gives while the district dies at its first step, then its second, ...; begin it again once
    where it died. How often it died."""
    for number in itertools.count():
        act = prepare(number)
        place.hub.arm(number)
        try:
            act()
        except Unavailable:
            assert place.hub.died(), "cut by a death and by nothing else"
            died = True
        else:
            died = place.hub.died()
        if died:
            place.hub.start()
            act()
        check(number)
        if not died:
            return number
    raise AssertionError


def test_a_batch_and_a_photo_come_at_the_second_attempt(place: Place) -> None:
    laptop = place.laptop

    def work(number: int) -> Callable[[], object]:
        laptop.visit(f"f-{number}", laptop.photo(f"foto {number}", 700))
        return laptop.exchange

    def check(number: int) -> None:
        place.check()
        assert len(place.said("visit_recorded")) == number + 1
        assert len(list((place.folder / "hub" / "blobs" / VILLAGE).iterdir())) == number + 1

    assert at_every_step(place, work, check) > 5  # PostgreSQL is asked for much at once


def test_an_enrolment_comes_at_the_second_attempt(place: Place) -> None:
    made: list[Laptop] = []
    before = [len(place.said(kind)) for kind in CERTIFIED]

    def work(number: int) -> Callable[[], object]:
        made.append(Laptop.open(place.folder / f"baru{number}", name=f"Orang {number}"))
        code = make_code(place.district, VILLAGE, "Bonto", "operator", f"Orang {number}", ())
        return lambda: place.enrol(made[-1], code.text)

    def check(number: int) -> None:
        assert [len(place.said(kind)) for kind in CERTIFIED] == [one + number + 1 for one in before]
        made[-1].visit("f-1")
        assert made[-1].exchange().quarantined == ()
        made[-1].close()

    assert at_every_step(place, work, check) > 3  # PostgreSQL is asked for much at once
    place.laptop.exchange()
    place.check()


def test_a_list_is_published_at_the_second_attempt(place: Place) -> None:
    told = place.said("pack_published")

    def work(number: int) -> Callable[[], object]:
        rows = [[*row[:7], number + 1, VILLAGE] for row in PEOPLE]
        path = write_csv(place.folder / f"daftar{number}.csv", [HEAD, *rows])
        fields = {"village": VILLAGE, "month": "2026-11"}
        return lambda: answers.append(place.post("/daftar", fields, ("list_file", path)))

    answers: list[str] = []

    def check(number: int) -> None:
        assert re.search("terbit:|sama dengan", answers[-1]), answers[-1]
        assert len(place.said("pack_published")) == len(told) + number + 1
        assert list((place.folder / "hub" / "incoming").iterdir()) == []
        place.check()
        assert place.laptop.store.pack_needed() == ()

    assert at_every_step(place, work, check) > 3


def test_the_district_s_word_is_said_at_the_second_attempt(place: Place) -> None:
    laptop = place.laptop
    (reason, code), *_ = reason_book().group("returned")
    fields = {"outcome": "returned", "reason": f"{reason.key}:{code.code}", "comment": "Kurang jelas."}

    def work(number: int) -> Callable[[], object]:
        proposal: EntryId = laptop.propose("f-1", new=f"NUR {number}")
        laptop.exchange()
        return lambda: place.post(f"/usulan/{VILLAGE}/{proposal}", fields)

    def check(number: int) -> None:
        assert len(place.said("decision_made")) == number + 1
        place.check()
        assert laptop.said_about("f-1").count("decision_made") == number + 1

    assert at_every_step(place, work, check) > 1


def test_what_a_stick_brought_is_taken_and_receipted_at_the_second_attempt(place: Place) -> None:
    laptop = place.laptop

    def work(number: int) -> Callable[[], object]:
        laptop.visit(f"f-{number}", laptop.photo(f"foto {number}", 700))
        path = laptop.write_stick(place.folder / f"stik{number}").paths[0]
        return lambda: answers.append(place.post("/stik", {}, ("files", path)))

    answers: list[str] = []

    def check(number: int) -> None:
        assert len(place.said("visit_recorded")) == number + 1
        back = place.folder / f"kembali{number}.balai"
        back.write_bytes(b"".join(make_bundle(place.district, VILLAGE)))
        laptop.sticks.take(back, lambda step: None, lambda: False)
        assert waiting(laptop) == (0, 0), "the receipt for words and photo came back by stick"
        assert list((place.folder / "hub" / "incoming").iterdir()) == []

    assert at_every_step(place, work, check) > 8
    place.check()
