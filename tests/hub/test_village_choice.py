"""One village among very many: a district of 84,000 had all their names in three of its pages."""

from __future__ import annotations

import re

import pytest
import requests
from sqlalchemy import update

from app.domain.village_word import OBJECTION
from app.hub.local import LocalHub
from app.hub.tables import proposal, village
from app.hub.views.queue import MOST_WAITING, Wish, by_village, queue_page
from app.hub.views.village_choice import FOUND, MOST_NAMES, choice
from tests.benchmarks.village_rows import FIRST, Size, fill
from tests.hub.browsing import PASSWORD, Page
from tests.hub.conftest import LIST
from tests.sync.laptop import VILLAGE

MANY = MOST_NAMES + 20
SIZE = Size(entries=10, families=2, proposals=5, laptops=1, aside=False)
PAGES = ("/", "/daftar", "/laptop")


@pytest.fixture
def crowded(district: LocalHub) -> LocalHub:
    """A district of many villages."""
    fill(district.district, MANY, SIZE)
    return district


def look(district: LocalHub, path: str) -> str:
    """A page as the admin is given it."""
    with requests.Session() as browser:
        browser.trust_env = False
        browser.post(f"{district.url}/masuk", data={"login": "rahma", "password": PASSWORD}, timeout=60)
        answer = browser.get(district.url + path, timeout=60)
    assert answer.status_code == 200, path
    return answer.text


def names(text: str) -> int:
    """How many villages a form of the page offers."""
    return len(re.findall(r'<option value="\d{10}"', text))


@pytest.mark.parametrize("path", PAGES)
def test_few_villages_are_offered_by_name(district: LocalHub, path: str) -> None:
    assert names(look(district, path)) == 1
    assert "cari_desa" not in look(district, path)


@pytest.mark.both_stores
def test_no_page_holds_the_names_of_many_villages(crowded: LocalHub) -> None:
    for path in PAGES:
        assert names(look(crowded, path)) == 0, path
    assert look(crowded, "/daftar?cari_desa=Desa").count("?desa=") == FOUND
    with crowded.district.database.read() as connection:
        first, second = (choice(connection, "desa", page).found for page in (1, 2))
        assert first is not None
        assert second is not None
        assert first.at.total == MANY + 1
        assert not {one.village for one in first.rows} & {one.village for one in second.rows}
        assert choice(connection, "  ").found is None


def test_a_village_is_found_by_name_and_its_code_is_filled_in(page: Page, crowded: LocalHub) -> None:
    page.sign_in()
    for path in ("/daftar", "/laptop"):
        page.go(path)
        page.fill("cari_desa", "bonto lat")
        page.press("Cari desa")
        page.snap(f"cari-desa{path.replace('/', '-')}")
        page.snap(f"cari-desa{path.replace('/', '-')}-ponsel", 360, 1200)
        page.press(LIST.village_name)
        assert page.one("#village").get_attribute("value") == VILLAGE
        described = page.one("#village").get_attribute("aria-describedby")
        assert page.one(f"#{described}").text.startswith(LIST.village_name)
    assert page.one("#village_name").get_attribute("value") == LIST.village_name
    page.snap("cari-desa-terpilih")
    page.go("/daftar?cari_desa=tidak+ada+begini")
    assert "Tidak ada desa dengan nama atau kode itu" in page.text


def test_two_villages_of_one_name_are_told_apart_by_what_they_lie_in(crowded: LocalHub) -> None:
    with crowded.district.database.write("") as connection:
        connection.execute(update(village).where(village.c.village == FIRST).values(name=LIST.village_name))
    text = look(crowded, "/daftar?cari_desa=Bonto+Latihan")
    assert text.count(f">{LIST.village_name}</a>") == 2
    assert re.search(rf"Kab[^<]* · {VILLAGE}<", text) or re.search(rf"[A-Z][^<]*, [A-Z][^<]* · {VILLAGE}<", text)


@pytest.mark.both_stores
def test_the_queue_is_narrowed_by_part_of_a_name_where_villages_are_many(crowded: LocalHub) -> None:
    with crowded.district.database.read() as connection:
        whole, by_name, by_code, nobody = (
            queue_page(connection, 0, Wish(wanted, shown="all")).at.total
            for wanted in ("", f"desa\0 {FIRST}", FIRST, "tidak ada begini")
        )
    assert (whole, by_name, by_code, nobody) == (MANY * SIZE.proposals, SIZE.proposals, SIZE.proposals, 0)
    assert "Tidak ada desa dengan nama atau kode itu" in look(crowded, "/?desa=tidak+ada+begini")
    assert f'value="{FIRST}"' in look(crowded, f"/?desa={FIRST}&tampil=all")


@pytest.mark.both_stores
def test_the_most_pressing_villages_alone_are_named_above_the_queue(crowded: LocalHub) -> None:
    last, late = f"{int(FIRST) + 97_531 * (MANY - 1)}", f"{int(FIRST) + 97_531 * (MANY - 2)}"
    with crowded.district.database.write("") as connection:
        connection.execute(update(proposal).where(proposal.c.village == last).values(arrived_at_ms=1))
        connection.execute(update(proposal).where(proposal.c.village == late).values(kind=OBJECTION))
    with crowded.district.database.read() as connection:
        found = by_village(connection, crowded.district.now_ms())
    assert [one.village for one in found.rows][:3] == [late, last, FIRST]
    assert len(found.rows) == MOST_WAITING
    assert found.at.total == MANY
    text = look(crowded, "/")
    assert f"Yang menunggu di {MANY} desa" in text
    assert f"Di sini {MOST_WAITING} desa yang paling mendesak" in text


def test_the_filter_of_the_queue_is_a_field_where_villages_are_many(page: Page, crowded: LocalHub) -> None:
    page.sign_in()
    page.go("/?tampil=all")
    page.fill("desa", f"Desa {FIRST}")
    page.press("Saring")
    assert len(page.all(".rows li")) == SIZE.proposals
    page.snap("antrean-saringan")
    page.snap("antrean-saringan-ponsel", 360, 1200)
