"""What each laptop has sent, and the way of a village's proposals with the lists behind its numbers."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from app.domain.entry import Head
from app.domain.payloads import DeviceHandedOver, DeviceRetired, PersonChanged
from app.hub.exchange import note_heard
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.hub.store import VillageStore
from app.hub.views.laptop_work import LaptopWork, one_laptop
from app.hub.views.queue import Wish, queue_page
from app.hub.views.villages import Step, funnel, one_village
from app.storage.custody import passings
from app.usecases.ports import Act
from tests.hub.browsing import Page
from tests.hub.conftest import LIST
from tests.hub.test_queue import suggest
from tests.sync.laptop import VILLAGE, Laptop


def work(district: LocalHub, laptop: Laptop) -> LaptopWork:
    """What the district knows of a laptop."""
    with district.district.database.read() as connection:
        return one_laptop(connection, VILLAGE, laptop.keys.device)


def steps(district: LocalHub) -> dict[str, Step]:
    """The way of the village's proposals."""
    with district.district.database.read() as connection:
        return {one.name: one for one in funnel(connection, VILLAGE)}


def test_a_laptop_tells_what_it_holds_and_of_which_version_it_is(district: LocalHub, head: Laptop) -> None:
    head.visit("f-1")
    head.exchange()
    found = work(district, head)
    with head.database.read() as connection:
        held = connection.exec_driver_sql("SELECT max(seq) FROM entry WHERE chain LIKE ?", (f"{head.keys.device}%",))
        assert found.held == held.scalar()
    assert (found.missing, found.set_aside, found.revoked) == (0, 0, False)
    assert found.program == "balai 0.1.0"
    assert found.heard_at_ms >= found.last_entry_ms > found.certified_at_ms
    assert found.behind > 0  # the receipt that the answer brought was written after the laptop had told what it holds


@pytest.mark.both_stores
def test_entries_that_others_hold_and_the_district_lacks_are_named(
    district: LocalHub, head: Laptop, operator: Laptop
) -> None:
    head.visit("f-1")
    head.exchange()
    with district.district.database.write(VILLAGE) as connection:
        vector = dict(VillageStore(connection, district.district, VILLAGE).vector())
        chain = next(one for one in vector if one.startswith(head.keys.device))
        held = vector[chain].seq
        vector[chain] = Head(held + 14, bytes(32))
        note_heard(connection, district.district, VILLAGE, operator.keys.device, vector)
    found = work(district, head)
    assert found.missing == 14
    one = found.chains[0]
    assert (one.held, one.said, one.holders) == (held, held + 14, [operator.actor.name])


def test_a_laptop_is_revoked_with_a_reason_that_the_village_reads(
    page: Page,
    district: LocalHub,
    head: Laptop,
    operator: Laptop,
) -> None:
    page.sign_in()
    page.go("/laptop")
    page.snap("laptop")
    page.go(f"/laptop/{VILLAGE}/{operator.keys.device}")
    assert "Lengkap" in page.text
    page.snap("satu-laptop")
    page.fill("why", "    x    ")
    page.press("Cabut laptop")
    assert "Tulis dulu mengapa" in page.text
    assert not work(district, operator).revoked
    page.fill("why", "Dicuri di pasar")
    page.press("Cabut laptop")
    assert page.all("#why") == []
    told = dict(
        zip(*([one.text for one in page.all(f"section:first-of-type {tag}")] for tag in ("dt", "dd")), strict=True)
    )
    assert (told["Alasan"], told["Dicabut oleh"]) == ("Dicuri di pasar", "Rahma Verifikator")
    assert told["Dicabut pada"]
    page.snap("satu-laptop-dicabut", 360, 800)
    assert work(district, operator).revoked
    head.exchange()
    with head.database.read() as connection:
        found = connection.exec_driver_sql("SELECT payload FROM entry WHERE kind = 'key_revoked'").scalar()
    assert found is not None
    assert b"Dicuri di pasar (Rahma Verifikator)" in found


@pytest.mark.both_stores
def test_the_district_reads_who_has_a_laptop_who_had_it_and_that_it_was_wiped(
    district: LocalHub, head: Laptop, operator: Laptop
) -> None:
    assert work(district, head).holder == head.actor.name
    head.wall.wrong_by_ms = 730 * 86_400_000
    head.journal.record(Act("", DeviceHandedOver(head.actor.person, operator.actor.person)))
    head.wall.wrong_by_ms = 0
    head.exchange()
    found = work(district, head)
    assert (found.holder, [one.giver for one in found.passed]) == (operator.actor.name, [head.actor.name])
    assert 0 < found.passed[0].at_ms <= district.district.now_ms(), "whatever the clock of the laptop said"
    with head.database.read() as connection:
        (passed,) = passings(connection, head.keys.device)
    assert abs(passed.at_ms - found.passed[0].at_ms) < 1_000
    head.journal.record(Act("", DeviceRetired(3, 1, 0)))
    head.exchange()
    retired = work(district, head).retired
    assert retired is not None
    assert (retired.entries, retired.photos, retired.drafts, retired.lost) == (3, 1, 0, True)
    assert work(district, operator).retired is None
    head.visit("f-1")
    head.exchange()
    assert work(district, head).retired is None, "it was worked with after all"


def test_a_handing_over_by_somebody_who_may_not_is_set_aside(
    district: LocalHub, operator: Laptop, head: Laptop
) -> None:
    confirmed = PersonChanged(operator.actor.person, operator.actor.name, "operator", active=False)
    head.journal.record(Act("", confirmed))
    head.exchange()
    operator.exchange()  # hears that he rests: what he writes from now on stands behind it
    operator.journal.record(Act("", DeviceHandedOver(operator.actor.person, head.actor.person)))
    operator.exchange()
    found = work(district, operator)
    assert (found.holder, found.passed) == (operator.actor.name, [])
    assert found.set_aside == 1, "the seal of somebody who rests still stands behind his words"


def test_the_pages_tell_who_holds_a_laptop(page: Page, district: LocalHub, head: Laptop, operator: Laptop) -> None:
    head.journal.record(
        Act("", DeviceHandedOver(head.actor.person, operator.actor.person)),
        Act("", DeviceRetired(0, 0, 2)),
    )
    head.exchange()
    page.sign_in()
    page.go("/laptop")
    assert f"Dipegang {operator.actor.name} · sebelumnya {head.actor.name}" in page.text
    page.go(f"/laptop/{VILLAGE}/{head.keys.device}")
    assert f"{head.actor.name} menyerahkan kepada {operator.actor.name}" in page.text
    assert "0 catatan, 0 foto, 2 isian yang belum selesai" in page.text
    page.snap("satu-laptop")


@pytest.mark.both_stores
def test_the_way_counts_who_came_how_far(district: LocalHub, head: Laptop) -> None:
    head.visit("f-1")
    suggest(head, "f-1")
    suggest(head, "f-2", steps=1)
    suggest(head, "f-2", steps=0, address="Jalan Lain")
    head.exchange()
    found = steps(district)
    assert {name: one.number for name, one in found.items()} == {
        "families": 2, "visited": 1, "proposed": 3, "agreed": 2, "endorsed": 1, "accepted": 0, "determined": 0,
        "returned": 0, "rejected": 0,
    }  # fmt: skip
    assert (found["visited"].share, found["agreed"].share) == (50, 67)
    with district.district.database.read() as connection:
        for name, one in found.items():
            if "tampil=" in one.link and "/keluarga" not in one.link:
                shown = one.link.rpartition("tampil=")[2]
                assert queue_page(connection, 0, Wish(VILLAGE, shown=shown)).at.total == one.number, name


@pytest.mark.both_stores
def test_only_families_of_the_list_count_as_visited(district: LocalHub, head: Laptop) -> None:
    head.visit("f-1")
    head.visit("f-2")
    head.exchange()
    publish(district.district, VILLAGE, replace(LIST, families=LIST.families[:1]), month="2026-12")
    with district.district.database.read() as connection:
        one = one_village(connection, VILLAGE)
    assert (one.families, one.visited, one.share) == (1, 1, 100)


def test_every_number_opens_the_list_behind_it(page: Page, district: LocalHub, head: Laptop) -> None:
    head.visit("f-1")
    suggest(head, "f-1")
    suggest(head, "f-2", steps=0)
    head.exchange()
    page.sign_in()
    page.press("Desa")
    page.follow(page.all(".rows a")[0])
    page.snap("satu-desa")
    page.snap("satu-desa-ponsel", 360, 1400)
    links = [
        (link.get_attribute("href"), int(link.find_element("tag name", "strong").text))
        for link in page.all(".funnel a")
    ]
    assert len(links) == 9
    for address, number in links:
        assert address is not None
        page.go("/" + address.split("/", 3)[3])
        rows = page.all("tbody tr") if "/keluarga" in address else page.all(".rows li")
        assert len(rows) == number, address
    page.go(f"/desa/{VILLAGE}/keluarga?tampil=belum")
    assert "BASO DAENG" in page.text
    assert not re.search(r"\d{16}", page.text)
    page.snap("keluarga")
    page.go("/desa/0000000000")
    assert "Desa ini belum ada" in page.text
