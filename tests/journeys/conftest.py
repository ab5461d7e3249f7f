"""A district in TLS on a socket of this machine, its verifier in a real browser, and people at laptops."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from app.composition.intake import read_roster
from app.hub.accounts import set_password
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.hub.roles import ADMIN, VERIFIER
from app.ui.collector import Collector
from tests.hub.browsing import PASSWORD, Page
from tests.hub.conftest import LIST
from tests.journeys.office import SitDown
from tests.journeys.person import Person
from tests.machine import browser
from tests.sync.laptop import VILLAGE


@pytest.fixture
def district(tmp_path: Path) -> Iterator[LocalHub]:
    """A running district with a verifier, who can read lists."""
    hub = LocalHub(tmp_path / "hub", name="Kabupaten Latihan", read_list=read_roster, tls=True)
    hub.start()
    set_password(hub.district, "rahma", "Rahma Verifikator", PASSWORD, [VERIFIER, ADMIN])
    yield hub
    hub.close()


@pytest.fixture
def page(district: LocalHub) -> Iterator[Page]:
    """The district's pages in a real browser without a window."""
    # The district's certificate is its own; laptops pin it, a browser of an office is told once.
    with browser("--ignore-certificate-errors") as found:
        yield Page(found, district.url)


@pytest.fixture
def office(page: Page, district: LocalHub) -> Page:
    """The district's pages, with a verifier signed in and a list handed to the village."""
    publish(district.district, VILLAGE, LIST, month="2026-11")
    page.sign_in()
    return page


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A picture of a house."""
    path = tmp_path / "rumah.jpg"
    Image.effect_mandelbrot((800, 600), (-2, -1.2, 1, 1.2), 60).convert("RGB").save(path)
    return path


@pytest.fixture
def sit_down(qapp: QApplication, dressed: object) -> Iterator[SitDown]:
    """Lets somebody sit down at the laptop of a folder; all of them leave at the end."""
    people: list[Person] = []
    collector = Collector()  # as make_application does it
    collector.start()

    def sit(folder: Path) -> Person:
        people.append(Person(qapp, folder))
        return people[-1]

    yield sit
    for person in people:
        if not person.gone:
            person.leave()
    collector.stop()
