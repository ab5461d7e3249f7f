"""The password that the program made up for the first account opens nothing but the choice of another."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver

from app.domain.errors import Locked, Refused
from app.hub.accounts import change_own_password, first_admin
from app.hub.command import main
from app.hub.district import open_district
from app.hub.local import LocalHub
from app.hub.roles import ACTS, ADMIN, Act
from app.hub.verifiers import Verifier, sign_in, signed_in
from tests.hub.browsing import PASSWORD, Page
from tests.machine import open_to_others
from tests.postgres import NewDatabase


@pytest.fixture
def fresh(tmp_path: Path, new_database: NewDatabase) -> Iterator[LocalHub]:
    """A district in which nobody has an account yet."""
    found = LocalHub(tmp_path / "hub", name="Kabupaten Latihan", database=new_database())
    found.start()
    yield found
    found.close()


def made(hub: LocalHub) -> tuple[Path, str]:
    """The file of the first password, and the password."""
    path = first_admin(hub.district)
    assert path is not None
    login, password = path.read_text("utf-8").split()
    assert login == "admin"
    return path, password


def who(hub: LocalHub, password: str) -> Verifier:
    """The admin, signed in with a password."""
    found = signed_in(hub.district, sign_in(hub.district, "admin", password, "here"))
    assert found is not None
    return found


@pytest.mark.both_stores
def test_it_is_good_for_choosing_another_and_its_file_goes_with_it(fresh: LocalHub) -> None:
    path, password = made(fresh)
    assert open_to_others(path) == 0
    assert first_admin(fresh.district) is None
    assert (who(fresh, password).made_up, who(fresh, password).acts) == (True, frozenset({Act.OWN}))
    with pytest.raises(Refused, match="password_same"):
        change_own_password(fresh.district, "admin", password, password)
    assert path.exists()
    change_own_password(fresh.district, "admin", password, PASSWORD)
    assert not path.exists()
    assert (who(fresh, PASSWORD).made_up, who(fresh, PASSWORD).acts) == (False, ACTS[ADMIN])
    with pytest.raises(Locked, match="password_wrong"):
        sign_in(fresh.district, "admin", password, "here")


def test_the_machine_s_owner_settles_it_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "hub"
    district = open_district(folder)
    path = first_admin(district)
    district.close()
    assert path is not None
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    assert main(["--data", str(folder), "init-admin"]) == 0
    assert not path.exists()
    district = open_district(folder)
    found = signed_in(district, sign_in(district, "admin", PASSWORD, "here"))
    district.close()
    assert found is not None
    assert not found.made_up


WORDS = {
    "id": (
        "Gantilah dulu kata sandi ini.",
        "Ganti kata sandi",
        "Belum diubah.",
        "Kata sandi Anda sudah diganti. Masuklah dengan kata sandi yang baru.",
        "Desa",
    ),
    "en": (
        "Change this password first.",
        "Change password",
        "Not changed.",
        "Your password has been changed. Sign in with the new one.",
        "Villages",
    ),
}


@pytest.mark.parametrize("language", WORDS)
def test_every_page_leads_to_the_choice_until_it_is_made(
    fresh: LocalHub, browser: webdriver.Chrome, language: str
) -> None:
    first, change, unchanged, changed, villages = WORDS[language]
    _, password = made(fresh)
    page = Page(browser, fresh.url)
    page.sign_in(password, "admin")
    if language == "en":
        page.press("English")
    assert first in page.text
    assert [one.text for one in page.all("nav a")] == [page.one("nav a").text]
    page.snap(f"sandi-pertama-{language}", 1280, 700)
    page.snap(f"sandi-pertama-{language}-ponsel", 400, 900)
    for path in (
        "/",
        "/mulai",
        "/desa",
        "/laptop",
        "/daftar",
        "/stik",
        "/desa/7308032001/jurnal",
        "/jadwal",
        "/openapi.json",
    ):
        page.go(path)
        assert first in page.text, path
    choose(page, change, password, password)
    assert unchanged in page.text
    choose(page, change, password, PASSWORD)
    assert page.one("[role=status]").text == changed
    page.snap(f"sandi-diganti-{language}", 1280, 700)
    page.go("/masuk")
    assert page.all("[role=status]") == [], "told once only"
    page.sign_in(PASSWORD, "admin")
    if language == "en":
        page.press("English")
    assert first not in page.text
    assert villages in [one.text for one in page.all("nav a")]


def choose(page: Page, change: str, old: str, new: str) -> None:
    """Another password."""
    page.fill("old", old)
    page.fill("new", new)
    page.press(change)
