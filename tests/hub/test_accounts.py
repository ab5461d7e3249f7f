"""Who may do what at the district: accounts, rights, and what ends with them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from app.domain.errors import Locked, Refused
from app.hub.accounts import (
    Account,
    accounts,
    add_account,
    change_own_password,
    reset_password,
    set_active,
    set_password,
    set_roles,
)
from app.hub.command import main
from app.hub.district import District, open_district
from app.hub.local import LocalHub
from app.hub.roles import ADMIN, HEAD, VERIFIER
from app.hub.verifiers import sign_in, signed_in
from tests.hub.browsing import PASSWORD, Page
from tests.postgres import NewDatabase

OTHER = "kata-sandi-lain"


@pytest.fixture
def office(tmp_path: Path, new_database: NewDatabase) -> Iterator[District]:
    """A district with an admin and a verifier."""
    found = open_district(tmp_path / "office", database=new_database())
    add_account(found, "rahma", "Rahma", PASSWORD, [ADMIN])
    add_account(found, "yosef", "Yosef", PASSWORD, [VERIFIER])
    yield found
    found.close()


def known(district: District) -> list[Account]:
    """All accounts."""
    with district.database.read() as connection:
        return accounts(connection)


def test_a_new_password_takes_no_rights_away(office: District) -> None:
    set_active(office, "yosef", active=False)
    for login in ("rahma", "yosef"):
        reset_password(office, login, OTHER)
    assert known(office) == [Account("rahma", "Rahma", (ADMIN,), True), Account("yosef", "Yosef", (VERIFIER,), False)]
    change_own_password(office, "rahma", OTHER, PASSWORD)
    assert known(office)[0] == Account("rahma", "Rahma", (ADMIN,), True)
    assert sign_in(office, "rahma", PASSWORD, "here")


def test_a_new_password_ends_the_sessions_of_the_old_one(office: District) -> None:
    token = sign_in(office, "yosef", PASSWORD, "here")
    reset_password(office, "yosef", OTHER)
    assert signed_in(office, token) is None
    with pytest.raises(Locked):
        sign_in(office, "yosef", PASSWORD, "here")


def test_a_login_is_given_once(office: District) -> None:
    with pytest.raises(Refused, match="verifier_login_taken"):
        add_account(office, " Rahma ", "Lain", OTHER, [VERIFIER])
    assert known(office)[0].name == "Rahma"


def test_the_sessions_of_a_deactivated_account_end_and_stay_ended(office: District) -> None:
    token = sign_in(office, "yosef", PASSWORD, "here")
    set_active(office, "yosef", active=False)
    assert signed_in(office, token) is None
    with pytest.raises(Locked, match="password_wrong"):
        sign_in(office, "yosef", PASSWORD, "here")
    set_active(office, "yosef", active=True)
    assert signed_in(office, token) is None
    assert signed_in(office, sign_in(office, "yosef", PASSWORD, "here")) is not None


def test_somebody_always_may_manage_accounts(office: District) -> None:
    with pytest.raises(Refused, match="last_admin"):
        set_active(office, "rahma", active=False)
    with pytest.raises(Refused, match="last_admin"):
        set_roles(office, "rahma", [VERIFIER, HEAD])
    set_roles(office, "yosef", [ADMIN, VERIFIER])
    set_active(office, "rahma", active=False)
    with pytest.raises(Refused, match="last_admin"):
        set_active(office, "yosef", active=False)
    with pytest.raises(Refused, match="verifier_unknown"):
        set_active(office, "siapa", active=True)


def test_the_machine_s_owner_gets_back_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "hub"

    def run(*asked: str) -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
        return main(["--data", str(folder), *asked])

    assert run("init-admin", "--login", "rahma", "--person", "Rahma Wati") == 0
    assert run("account", "--login", "yosef", "--person", "Yosef", "--role", "admin") == 0
    assert run("account", "--login", "siti", "--person", "Siti") == 0
    district = open_district(folder)
    set_active(district, "yosef", active=False)
    district.close()
    assert run("account", "--login", "yosef") == 0
    assert run("account", "--login", "baru") == 1
    district = open_district(folder)
    assert known(district) == [
        Account("rahma", "Rahma Wati", (ADMIN,), True),
        Account("siti", "Siti", (VERIFIER,), True),
        Account("yosef", "Yosef", (ADMIN,), True),
    ]
    district.close()


@pytest.fixture
def page(browser: webdriver.Chrome, district: LocalHub) -> Page:
    """The district's pages, with an admin signed in."""
    found = Page(browser, district.url)
    found.sign_in()
    found.press("Akun")
    return found


def line(page: Page, name: str) -> WebElement:
    """The line of one account, opened."""
    (found,) = [one for one in page.all(".plain li") if name in one.text]
    found.find_element(By.TAG_NAME, "summary").click()
    return found


def press(page: Page, name: str, words: str) -> None:
    """Press a button of one account."""
    page.follow(line(page, name).find_element(By.XPATH, f".//button[.='{words}']"))


def write(page: Page, **words: str) -> None:
    """Fill in the form for a new account."""
    for field, text in words.items():
        page.all(f"#{field}")[0].send_keys(text)


def test_an_admin_adds_people_and_lets_them_go(page: Page, district: LocalHub) -> None:
    write(page, login="budi", name="Budi Santoso", password=OTHER)
    page.all("#baru-admin")[0].click()
    page.press("Tambah akun")
    assert "Akun budi siap dipakai." in page.text
    write(page, login="budi", name="Budi Lain", password=OTHER)
    page.press("Tambah akun")
    assert "Nama pengguna budi sudah ada" in page.text
    token = sign_in(district.district, "budi", OTHER, "here")
    line(page, "Budi Santoso")
    page.snap("akun-admin", 1280, 1500)
    page.snap("akun-admin-ponsel", 400, 2000)
    page.go("/akun")
    press(page, "Budi Santoso", "Nonaktifkan")
    assert "Akun budi tidak dapat masuk lagi." in page.text
    assert signed_in(district.district, token) is None
    press(page, "Rahma", "Nonaktifkan")
    assert "satu-satunya admin yang aktif" in page.text
    press(page, "Budi Santoso", "Aktifkan")
    assert "Akun budi boleh masuk lagi." in page.text
    line(page, "Rahma").find_element(By.ID, "rahma-admin").click()
    page.follow(page.all("#rahma-admin")[0].find_element(By.XPATH, "./ancestor::form//button"))
    assert page.path == "/akun"
    assert "Budi Santoso" not in page.text


def test_an_admin_who_gives_himself_a_password_is_told_at_the_door(page: Page) -> None:
    form = line(page, "Rahma").find_element(By.XPATH, ".//form[contains(@action, 'sandi-baru')]")
    form.find_element(By.NAME, "password").send_keys(OTHER)
    page.follow(form.find_element(By.TAG_NAME, "button"))
    assert page.one("[role=status]").text == "Kata sandi Anda sudah diganti. Masuklah dengan kata sandi yang baru."
    page.sign_in(OTHER)
    assert page.path == "/"


def test_a_verifier_manages_nobody(district: LocalHub) -> None:
    set_password(district.district, "yosef", "Yosef", PASSWORD, [VERIFIER])
    with requests.Session() as yosef:
        yosef.trust_env = False
        yosef.post(f"{district.url}/masuk", data={"login": "yosef", "password": PASSWORD}, timeout=60)
        who = signed_in(district.district, yosef.cookies["balai_sesi"])
        assert who is not None
        assert "Akun petugas" not in yosef.get(f"{district.url}/akun", timeout=60).text
        for path, values in (
            ("aktif", {"active": "0"}),
            ("peran", {"roles": "admin"}),
            ("sandi-baru", {"password": OTHER}),
        ):
            answer = yosef.post(
                f"{district.url}/akun/{path}", data={"csrf": who.csrf, "login": "rahma", **values}, timeout=60
            )
            assert answer.status_code == 403
            assert "tidak boleh melakukan ini" in answer.text
    assert sign_in(district.district, "rahma", PASSWORD, "here")
