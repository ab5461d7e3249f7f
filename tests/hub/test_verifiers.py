"""Signing in at the district."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.domain.errors import Locked, Refused
from app.hub.accounts import set_password
from app.hub.district import open_district
from app.hub.limits import FREE_TRIES
from app.hub.roles import VERIFIER
from app.hub.verifiers import sign_in
from tests.hub.browsing import stop_waits
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
