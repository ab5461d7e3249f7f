"""What a page costs does not depend on how many villages the district has, nor on what they wrote."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import requests
from sqlalchemy import delete, event

from app.hub.local import LocalHub
from app.hub.tables import device, entry, family, head, peer, person, proposal, seal, village
from app.hub.views.laptop_work import PAGE as LAPTOPS
from app.hub.views.villages import PAGE as VILLAGES
from tests.benchmarks.village_rows import FIRST, Size, fill
from tests.hub.browsing import PASSWORD
from tests.postgres import SQLITE

FEW, MANY = 3, VILLAGES + 20
SIZE = Size(entries=60, families=10, proposals=8, laptops=2, aside=True)
PAGES = (
    "/",
    "/desa",
    "/desa?cari=Desa&hal=2",
    f"/desa/{FIRST}",
    f"/desa/{FIRST}/keluarga",
    "/laptop",
    f"/laptop/{FIRST}/d{FIRST}",
    "/stik",
    "/daftar",
)
NAMES_ALONE = ("/stik", "/daftar")


@contextmanager
def statements(district: LocalHub) -> Iterator[list[tuple[str, Any]]]:
    """What the district's store is asked meanwhile, and with which values."""
    found: list[tuple[str, Any]] = []
    engine = district.district.database._store.engine  # the only place where all statements pass

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        found.append((statement, values))

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", note)


@contextmanager
def signed_in(district: LocalHub) -> Iterator[requests.Session]:
    """A browser of a verifier who is an admin too."""
    with requests.Session() as browser:
        browser.trust_env = False
        browser.post(f"{district.url}/masuk", data={"login": "rahma", "password": PASSWORD}, timeout=60)
        yield browser


def asked(district: LocalHub) -> dict[str, list[tuple[str, Any]]]:
    """Page -> the statements behind it.

    Whoever asks has just signed in: a minute later a session's last act is written down, a statement that is no page's.
    """
    found = {}
    with signed_in(district) as browser:
        for path in PAGES:
            with statements(district) as heard:
                assert browser.get(district.url + path, timeout=60).status_code == 200, path
            found[path] = heard
    return found


@pytest.mark.both_stores
def test_a_page_asks_as_many_questions_of_many_villages_as_of_few(district: LocalHub) -> None:
    fill(district.district, FEW, SIZE)
    few = asked(district)
    with district.district.database.write("") as connection:
        for one in (village, head, device, peer, person, seal, entry, family, proposal):
            connection.execute(delete(one).where(one.c.village.startswith(FIRST[:2])))
    fill(district.district, MANY, SIZE)
    many = asked(district)
    assert {path: len(told) for path, told in many.items()} == {path: len(told) for path, told in few.items()}
    assert max(len(told) for told in many.values()) <= 25
    for path in NAMES_ALONE:
        assert not [told for told, _ in many[path] if "FROM entry" in told or "FROM family" in told], path


def test_what_a_page_counts_it_counts_in_an_index(district: LocalHub, store_kind: str) -> None:
    if store_kind != SQLITE:
        pytest.skip("PostgreSQL chooses by what is in the table; there this is measured (hub_pages)")
    fill(district.district, FEW, SIZE)
    heard = asked(district)
    with district.district.database.read() as connection:
        for path in ("/", "/desa", f"/desa/{FIRST}", "/laptop"):
            for told, values in heard[path]:
                if "entry" in told and told.lstrip().startswith("SELECT"):
                    plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {told}", values)]
                    scans = [line for line in plan if line.startswith("SCAN entry") and "entry_calendar" not in line]
                    assert not scans, (path, told, plan)
        (visits,) = {told for told, given in heard["/desa"] if "visit_recorded" in given}
        (aside,) = {told for told, _ in heard["/desa"] if "entry.reason != ''" in told}
        for told, names in (
            (visits, ("entry_kind_subject (village=? AND kind=? AND reason=? AND subject=?)",)),
            (aside, ("entry_waiting", "entry_aside")),  # either will do, and which is taken hangs on their order
        ):
            values = next(given for text, given in heard["/desa"] if text == told)
            plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {told}", values)]
            assert any(f"INDEX {name}" in line for line in plan for name in names), plan


def test_long_lists_are_shown_page_by_page_and_can_be_searched(district: LocalHub) -> None:
    fill(district.district, MANY, SIZE)
    with signed_in(district) as browser:

        def look(path: str) -> str:
            return browser.get(district.url + path, timeout=60).text

        first, second = look("/desa"), look("/desa?hal=2")
        shown = [text.count('<li><a href="/desa/') for text in (first, second)]
        assert shown == [VILLAGES, MANY + 1 - VILLAGES]  # and the village that the district has anyway
        assert "Halaman 1 dari 2" in first
        assert look(f"/desa?cari={FIRST[:6]}").count('<li><a href="/desa/') == look("/desa").count(f"/desa/{FIRST[:6]}")
        assert look("/desa?cari=bonto").count('<li><a href="/desa/') == 1
        assert "Tidak ada desa dengan nama" in look("/desa?cari=%25")
        assert look("/laptop").count('<span class="main"><a href="/laptop/') == LAPTOPS
        assert look(f"/laptop?cari=d{FIRST}").count('<span class="main"><a href="/laptop/') == SIZE.laptops
        assert look("/stik?hal=2").count('<li><a href="/stik/') == MANY + 1 - VILLAGES
        assert look("/stik?cari=bonto").count('<li><a href="/stik/') == 1
