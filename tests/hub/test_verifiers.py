"""Signing in at the district."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests
from selenium import webdriver

from app.domain.errors import Locked, Refused
from app.hub.accounts import set_password
from app.hub.district import open_district
from app.hub.known_browser import browser_of, fresh_sign
from app.hub.limits import FREE_TRIES
from app.hub.local import LocalHub
from app.hub.roles import VERIFIER
from app.hub.verifiers import sign_in
from tests.hub.browsing import PASSWORD, Page, stop_waits
from tests.postgres import NewDatabase

GOOD = "kata-sandi-panjang"


def test_two_verifiers_may_sign_in_at_the_same_moment(tmp_path: Path, new_database: NewDatabase) -> None:
    district = open_district(tmp_path / "hub", database=new_database())
    for login in ("siti", "yosef"):
        set_password(district, login, login.title(), GOOD, [VERIFIER])
    with ThreadPoolExecutor(2) as both:
        tokens = list(both.map(lambda login: sign_in(district, login, GOOD, login), ("siti", "yosef") * 3))
    assert len(set(tokens)) == 6
    district.close()


def test_guesses_side_by_side_do_not_pass_the_limit_together(tmp_path: Path, new_database: NewDatabase) -> None:
    district = open_district(tmp_path / "hub", database=new_database())
    stop_waits(district)
    set_password(district, "siti", "Siti", GOOD, [VERIFIER])

    def guess(number: int) -> str:
        with pytest.raises((Locked, Refused)) as caught:
            sign_in(district, "siti", f"salah-{number}", "here")
        return str(caught.value.code)

    with ThreadPoolExecutor(8) as many:
        codes = list(many.map(guess, range(12)))
    assert codes.count("password_wrong") == FREE_TRIES
    district.close()


def test_wrong_passwords_of_others_keep_nobody_out_of_his_own_browser(
    district: LocalHub, browser: webdriver.Chrome, page: Page
) -> None:
    stop_waits(district.district)
    page.sign_in()
    page.press("Keluar")
    for number in range(3 * FREE_TRIES):
        requests.post(f"{district.url}/masuk", {"login": " Rahma", "password": f"salah-{number}"}, timeout=60)
    stranger = requests.post(f"{district.url}/masuk", {"login": "rahma", "password": PASSWORD}, timeout=60)
    assert stranger.status_code == 429
    page.fill("login", "Rahma ")
    page.fill("password", PASSWORD)
    page.follow(page.one("button.primary"))
    assert page.path == "/"
    browser.execute_cdp_cmd("Network.clearBrowserCookies", {})
    page.sign_in()
    assert "Terlalu banyak percobaan" in page.text


def test_a_sign_is_of_one_login_and_waits_as_strangers_do(tmp_path: Path, new_database: NewDatabase) -> None:
    district = open_district(tmp_path / "hub", database=new_database())
    stop_waits(district)
    for login in ("siti", "yosef"):
        set_password(district, login, login.title(), GOOD, [VERIFIER])
    sign = fresh_sign(district, "siti")
    assert browser_of(district, "siti", sign)
    for other, shown in (
        ("yosef", sign),
        ("siti", ""),
        ("siti", sign[:-1]),
        ("siti", sign[:-1] + "é"),
        ("siti", "0" * len(sign)),
        ("siti", fresh_sign(district, "siti")[:16] + sign[16:]),
    ):
        assert not browser_of(district, other, shown)
    for number in range(FREE_TRIES):
        with pytest.raises(Locked, match="password_wrong"):
            sign_in(district, "siti", f"salah-{number}", "here", sign)
    with pytest.raises(Refused, match="too_many_tries"):
        sign_in(district, "siti", GOOD, "here", sign)
    assert sign_in(district, "siti", GOOD, "here")
    with pytest.raises(Refused, match="too_many_tries"):  # another's success forgives nothing here
        sign_in(district, "siti", GOOD, "here", sign)
    assert sign_in(district, "siti", GOOD, "here", fresh_sign(district, "siti"))
    district.close()
