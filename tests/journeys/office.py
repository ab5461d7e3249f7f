"""What the district's office does on its pages: lets somebody in by a code, and looks at what waits for its answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from selenium.webdriver.support.ui import Select

from tests.hub.browsing import Page
from tests.journeys.person import Person, breathe
from tests.sync.laptop import VILLAGE

SitDown = Callable[[Path], Person]


def let_in(office: Page, folder: Path, sit_down: SitDown, name: str, role: str, rts: str = "") -> Person:
    """Somebody gets a code, sits down at a new laptop, and has the list."""
    office.go("/laptop")
    office.fill("village", VILLAGE)
    office.fill("name", name)
    office.fill("rts", rts)
    Select(office.all("[name=role]")[0]).select_by_value(role)
    office.press("Buat kode")
    code = office.all(".code")[0].text
    breathe()
    person = sit_down(folder)
    person.enrol_new(office._url, code)
    person.introduce(name)
    person.send()
    return person


def look(office: Page, shown: str) -> None:
    """Open the one proposal among those that are shown."""
    office.go("/")
    Select(office.all("#tampil")[0]).select_by_visible_text(shown)
    office.press("Saring")
    (row,) = office.all(".rows a")
    office.follow(row)
