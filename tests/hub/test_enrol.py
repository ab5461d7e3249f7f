"""A code lets one laptop and one person in, once, for some days; guessing is slow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.errors import Refused, Unavailable
from app.domain.payloads import PersonCertified
from app.hub import tables
from app.hub.district import open_district, wall_ms
from app.hub.enrol import make_code, read_rts, revoke_device
from app.hub.local import LocalHub
from app.sync.enrolment import EnrolledPerson, Enrolment, enrol
from app.sync.line import HttpLine
from app.wire.enrol import new_code
from app.wire.payload import decode_payload
from tests.postgres import NewDatabase
from tests.sync.laptop import VILLAGE, Laptop


class Calendar:
    """A clock that can be moved by days."""

    def __init__(self) -> None:
        self.days = 0

    def now_ms(self) -> int:
        """Now, some days later."""
        return wall_ms() + self.days * 86_400_000


@pytest.fixture
def calendar() -> Calendar:
    """The district's clock."""
    return Calendar()


@pytest.fixture
def hub(tmp_path: Path, calendar: Calendar, new_database: NewDatabase) -> Iterator[LocalHub]:
    """A district that serves over TLS, as real ones do."""
    folder = tmp_path / "hub"
    district = open_district(folder, "Kab. Uji", now_ms=calendar.now_ms, database=new_database())
    found = LocalHub(folder, tls=True, district=district)
    found.start()
    yield found
    found.close()


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[list[Laptop]]:
    """Two laptops."""
    found = [Laptop.open(tmp_path / name) for name in ("one", "two")]
    yield found
    for laptop in found:
        laptop.close()


def ask(laptop: Laptop, hub: LocalHub, code: str) -> Enrolment:
    """Use a code."""
    person = EnrolledPerson(laptop.actor.person, laptop.signing.public_key().public_bytes_raw())
    return enrol(hub.url, code, laptop.keys, person, label="Laptop desa")


def test_a_code_over_tls_gives_keys_certificates_and_the_authority(hub: LocalHub, laptops: list[Laptop]) -> None:
    laptop = laptops[0]
    got = laptop.enrol(hub)
    assert (got.village, got.village_name, got.role, got.district) == (VILLAGE, "Bonto", "operator", "Kab. Uji")
    assert {entry.kind for entry in got.entries} >= {"device_certified", "person_certified", "sealed"}
    laptop.visit("f-1")
    assert laptop.exchange().receipt


def test_a_code_is_for_one_laptop_but_its_answer_may_be_lost(hub: LocalHub, laptops: list[Laptop]) -> None:
    code = make_code(hub.district, VILLAGE, "Bonto", "operator", "Siti").text
    assert ask(laptops[0], hub, code).hub == ask(laptops[0], hub, code).hub
    with pytest.raises(Refused, match="enrol_code_used"):
        ask(laptops[1], hub, code)
    with hub.district.database.read() as connection:
        assert len(connection.execute(select(tables.device)).all()) == 1


def test_an_old_code_is_refused(hub: LocalHub, laptops: list[Laptop], calendar: Calendar) -> None:
    code = make_code(hub.district, VILLAGE, "Bonto", "operator", "Siti").text
    calendar.days = 15
    with pytest.raises(Refused, match="enrol_code_expired"):
        ask(laptops[0], hub, code)


def test_guessing_becomes_slow(hub: LocalHub, laptops: list[Laptop]) -> None:
    keys = hub.district.keys
    for _ in range(5):
        with pytest.raises(Refused, match="enrol_code_wrong"):
            ask(laptops[0], hub, new_code(keys.root_public, keys.ca_pem).text)
    with pytest.raises(Unavailable, match="line_busy"):
        ask(laptops[0], hub, new_code(keys.root_public, keys.ca_pem).text)


def test_a_code_of_another_district_is_noticed(hub: LocalHub, laptops: list[Laptop]) -> None:
    code = make_code(hub.district, VILLAGE, "Bonto", "operator", "Siti")
    elsewhere = new_code(b"x" * 32, "other")
    with pytest.raises(Refused, match="enrol_wrong_hub"):
        ask(laptops[0], hub, type(code)(code.secret, elsewhere.mark).text)


def test_nobody_takes_anothers_name(hub: LocalHub, laptops: list[Laptop]) -> None:
    laptops[0].enrol(hub)
    code = make_code(hub.district, VILLAGE, "Bonto", "head", "Andi").text
    taken = EnrolledPerson(laptops[0].actor.person, b"k" * 32)
    with pytest.raises(Refused, match="enrol_name_taken"):
        enrol(hub.url, code, laptops[1].keys, taken)


def test_a_lost_laptop_is_shut_out(hub: LocalHub, laptops: list[Laptop]) -> None:
    laptop = laptops[0]
    laptop.enrol(hub)
    laptop.exchange()
    revoke_device(hub.district, VILLAGE, laptop.keys.device, "hilang", by="Rahma")
    laptop.visit("f-1")
    with pytest.raises(Refused, match="exchange_device_revoked"):
        laptop.exchange()


def test_another_authority_is_not_believed(hub: LocalHub, laptops: list[Laptop], tmp_path: Path) -> None:
    got = laptops[0].enrol(hub)
    other = open_district(tmp_path / "other")
    wrong = HttpLine(hub.url, other.keys.ca_pem, got.hub)
    with pytest.raises(Unavailable, match="line_certificate_wrong"):
        wrong.post("/v1/exchange", b"", 10)
    wrong.close()
    named = HttpLine(hub.url, got.ca_pem, "another12hub")
    with pytest.raises(Unavailable, match="line_certificate_wrong"):
        named.post("/v1/exchange", b"", 10)
    named.close()
    right = HttpLine(hub.url, got.ca_pem, got.hub)
    assert right.reachable()
    right.close()
    other.close()


@pytest.mark.parametrize(
    ("village", "role", "name", "rts", "code"),
    [
        ("73080320", "operator", "Siti", (), "enrol_village_code"),
        (VILLAGE, "verifier", "Siti", (), "enrol_role_unknown"),
        (VILLAGE, "operator", "  ", (), "person_name_missing"),
        (VILLAGE, "head", "Siti", ("001/001",), "enrol_rt_for_enumerators"),
    ],
)
def test_a_code_that_makes_no_sense_is_not_made(
    hub: LocalHub, village: str, role: str, name: str, rts: tuple[str, ...], code: str
) -> None:
    with pytest.raises(Refused, match=code):
        make_code(hub.district, village, "", role, name, rts)


@pytest.mark.parametrize(
    ("typed", "bound"),
    [
        ("", ()),
        ("1/1", ("001/001",)),
        ("RT 001/001, RT 002/001 dan 3 / 2", ("001/001", "002/001", "003/002")),
        ("001/001;002/001", ("001/001", "002/001")),
    ],
)
def test_rts_are_read_as_people_write_them(typed: str, bound: tuple[str, ...]) -> None:
    assert read_rts(typed) == bound


@pytest.mark.parametrize("typed", ["001", "001/001, 002", "1/1/1", "0001/001", "001/001 002/", "semua"])
def test_an_rt_that_cannot_be_read_is_not_left_out(typed: str) -> None:
    with pytest.raises(Refused, match="enrol_rt_unreadable"):
        read_rts(typed)


def test_a_code_carries_the_last_day_of_the_certificate(hub: LocalHub, laptops: list[Laptop]) -> None:
    for until, code in (("31-12-2027", "until_unreadable"), ("2020-01-01", "until_past")):
        with pytest.raises(Refused, match=code):
            make_code(hub.district, VILLAGE, "Bonto", "operator", "Siti", until=until)
    made = make_code(hub.district, VILLAGE, "Bonto", "operator", "Siti", until="2099-12-31")
    got = ask(laptops[0], hub, made.text)
    (said,) = [
        decode_payload(entry.kind, entry.version, entry.payload)
        for entry in got.entries
        if entry.kind == "person_certified" and b"Siti" in entry.payload
    ]
    assert isinstance(said, PersonCertified)
    assert said.until == "2099-12-31"
