"""A district for its pages, with a verifier, a list, and a village that proposes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from selenium import webdriver

from app.domain.roster import Family, Member, Roster
from app.hub.accounts import set_password
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.hub.roles import ADMIN, VERIFIER
from tests import machine
from tests.hub.browsing import PASSWORD, Page
from tests.postgres import NewDatabase
from tests.sync.laptop import VILLAGE, Laptop

NUR = Family(
    "f-1", "7308030811210001", "NUR SUKMAWATI", "Dusun Satu", "Dusun Satu", "001", "001", VILLAGE, "2",
    members=(
        Member("m-1", "NUR SUKMAWATI", "7308037112530001", "1953-12-31", "2", "1"),
        Member("m-2", "ROSTINA HASMAWATI", "7308034311050001", "2005-11-03", "2", "3"),
    ),
)  # fmt: skip
LIST = Roster(
    VILLAGE,
    "Desa Bonto Latihan",
    code_list_version="DTSEN",
    families=(NUR, replace(NUR, id="f-2", kk="7308030811210002", head_name="BASO DAENG", rt="002", members=())),
)


def read_list(path: Path) -> Roster:
    """Stands for the sheets: the uploaded file says how many families, and whether they lack a kind of number."""
    wanted, _, lacks = path.read_text().strip().partition(" without ")

    def one(number: int) -> Family:
        niks = "" if lacks == "niks" else f"730803711253{number + 1:04}"
        cards = "" if lacks == "cards" else f"730803081121{number + 1:04}"
        return replace(NUR, id=f"u-{number}", kk=cards, members=(replace(NUR.members[0], id=f"w-{number}", nik=niks),))

    return replace(LIST, families=tuple(map(one, range(int(wanted)))))


@pytest.fixture
def district(tmp_path: Path, new_database: NewDatabase) -> Iterator[LocalHub]:
    """A running district with a published list and a verifier."""
    hub = LocalHub(tmp_path / "hub", name="Kabupaten Latihan", read_list=read_list, database=new_database())
    hub.start()
    set_password(hub.district, "rahma", "Rahma Verifikator", PASSWORD, [VERIFIER, ADMIN])
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    yield hub
    hub.close()


@pytest.fixture
def laptop(tmp_path: Path, district: LocalHub) -> Iterator[Laptop]:
    """An enrolled laptop of the village."""
    found = Laptop.open(tmp_path / "laptop")
    found.enrol(district)
    found.exchange()
    yield found
    found.close()


@pytest.fixture
def head(tmp_path: Path, district: LocalHub) -> Iterator[Laptop]:
    """The head's laptop, enrolled."""
    found = Laptop.open(tmp_path / "head", "head", "Andi Saleh")
    found.enrol(district)
    found.exchange()
    yield found
    found.close()


@pytest.fixture
def operator(tmp_path: Path, district: LocalHub) -> Iterator[Laptop]:
    """A second laptop, of an operator whose changed program lets him do what the head may."""
    found = Laptop.open(tmp_path / "operator", "head")
    found.enrol(district, role="operator")
    found.exchange()
    yield found
    found.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    """A real browser without a window."""
    with machine.browser() as found:
        yield found


@pytest.fixture
def page(browser: webdriver.Chrome, district: LocalHub) -> Page:
    """The district's pages."""
    return Page(browser, district.url)
