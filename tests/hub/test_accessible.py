"""Every page of the district for eyes, ears and thumbs: axe-core finds nothing, nothing scrolls sideways at 360 px."""

from __future__ import annotations

import importlib.resources
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver

from app.domain.ids import PersonId
from app.domain.payloads import ChangeProposed, FieldChange, ObjectionFiled, PersonAdded
from app.hub.accounts import add_account
from app.hub.enrol import make_code
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.hub.roles import ADMIN, AUDITOR, VERIFIER
from app.usecases.ports import Act
from tests.hub.browsing import PASSWORD, Page, proposed
from tests.hub.conftest import LIST, NUR
from tests.hub.test_queue import suggest
from tests.sync.laptop import VILLAGE, Laptop

AXE = importlib.resources.files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RUN = """
const done = arguments[0];
axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}).then(
  found => done(found.violations.map(one => [one.id, one.nodes.map(node => node.html.slice(0, 200))])));
"""
PHONE = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}


class Reader:
    """Looks at a page as an assistive tool and as a phone do."""

    def __init__(self, browser: webdriver.Chrome, page: Page) -> None:
        self._browser = browser
        self._page = page

    def scheme(self, name: str) -> None:
        """Light or dark, as the reader's device is set."""
        wish = {"features": [{"name": "prefers-color-scheme", "value": name}]}
        self._browser.execute_cdp_cmd("Emulation.setEmulatedMedia", wish)

    def faults(self) -> Any:
        """What axe-core finds wrong with the page that is open."""
        self._browser.execute_script(AXE)
        return self._browser.execute_async_script(RUN)

    def phone(self) -> None:
        """A small phone, held upright."""
        self._browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", PHONE)

    def desk(self) -> None:
        """The window again."""
        self._browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})

    def width(self) -> int:
        """How wide the page is, scrolled sideways."""
        return int(self._browser.execute_script("return document.documentElement.scrollWidth"))


@pytest.fixture
def reader(browser: webdriver.Chrome, page: Page) -> Iterator[Reader]:
    """A reader of the district's pages."""
    found = Reader(browser, page)
    yield found
    found.desk()
    found.scheme("light")


@pytest.fixture
def places(district: LocalHub, head: Laptop) -> list[str]:
    """Every page, with something to show on each."""
    add_account(
        district.district, "auditor-inspektorat-kabupaten", "Nama Panjang Sekali Pemeriksa", PASSWORD, [AUDITOR]
    )
    proposal = proposed(head)
    suggest(head, "f-2")
    suggest(head, "f-2", address="Jalan Lain")
    head.journal.record(Act("f-1", ObjectionFiled("Daeng Ngalle", True, "mampu", "objection@balai-1", "")))
    head.exchange()
    chain = proposal.partition("/")[0]
    village, one = f"/desa/{VILLAGE}", f"/usulan/{VILLAGE}/{proposal}"
    return [
        *("/", "/?tampil=all", "/?tampil=rejected", "/desa", "/laptop", "/daftar", "/stik", "/jadwal", "/akun"),
        *(village, f"{village}/keluarga", f"{village}/jurnal", f"{village}/jurnal/{chain}"),
        f"{village}/orang/{head.actor.person}",
        *(f"/laptop/{VILLAGE}/{head.keys.device}", one, f"{one}/bukti/1", "/halaman-yang-tidak-ada"),
    ]


def test_axe_finds_nothing_on_any_page_in_light_and_dark(reader: Reader, page: Page, places: list[str]) -> None:
    page.go("/masuk")
    found = {"/masuk": reader.faults()}
    page.sign_in()
    for scheme in ("light", "dark"):
        reader.scheme(scheme)
        for place in places:
            page.go(place)
            page.snap(f"a11y-{place.strip('/').replace('/', '-').replace('?', '-')[:40]}")
            reader.scheme(scheme)
            found[f"{place} {scheme}"] = reader.faults()
    assert {place: faults for place, faults in found.items() if faults} == {}


def test_what_a_form_answers_is_for_everybody_too(reader: Reader, page: Page, head: Laptop, tmp_path: Path) -> None:
    """Pages that no address opens: whole numbers, what a stick brought, parts, many answers, the next of the queue."""
    first, second = suggest(head, "f-1"), suggest(head, "f-2")
    head.exchange()
    head.visit("f-1")
    (bundle,) = head.write_stick(tmp_path / "stik").paths
    other = tmp_path / "catatan.balai"
    other.write_bytes(b"bukan bundel")
    found, wide = {}, {}

    def look(name: str) -> None:
        for scheme in ("light", "dark"):
            reader.scheme(scheme)
            found[f"{name} {scheme}"] = reader.faults()
        reader.phone()
        wide[name] = reader.width()
        reader.desk()

    page.sign_in()
    page.go(f"/usulan/{VILLAGE}/{first}")
    page.fill("why", "Mencocokkan dengan KTP")
    page.press("Tampilkan nomor lengkap")
    assert "7308037112530001" in page.text
    look("lengkap")
    page.go("/stik")
    page.one("#bundles").send_keys(f"{bundle}\n{other}")
    page.press("Baca")
    assert "Tanda terima nomor" in page.text
    assert "bukan bundel Balai" in page.text
    look("stik")
    page.go(f"/stik/{VILLAGE}/bagian")
    page.press("Siapkan bagian")
    assert "siap diunduh" in page.text
    look("bagian")
    page.go(f"/usulan/{VILLAGE}/{first}")
    page.press("Setujui usulan")
    assert "Di bawah ini usulan berikutnya." in page.text
    look("berikutnya")
    page.go("/")
    page.all("input[name=pilih]")[0].click()
    page.press("Setujui yang dipilih …")
    look("sekaligus")
    page.press("Setujui 1 usulan")
    assert page.all(f"a[href='/usulan/{VILLAGE}/{second}']")
    look("sekaligus_hasil")
    assert {name: faults for name, faults in found.items() if faults} == {}
    assert {name: width for name, width in wide.items() if width > PHONE["width"]} == {}


def test_axe_finds_what_is_wrong(reader: Reader, page: Page, browser: webdriver.Chrome) -> None:
    page.go("/masuk")
    browser.execute_script("document.querySelector('label[for=login]').remove()")
    assert "label" in {name for name, _ in reader.faults()}


def test_nothing_scrolls_sideways_on_a_small_phone(reader: Reader, page: Page, places: list[str]) -> None:
    reader.phone()
    page.sign_in()
    for language in ("Indonesia", "English"):
        if language == "English":
            page.go("/")
            page.press("English")
        wide = {}
        for place in ["/masuk", *places]:
            page.go(place)
            if reader.width() > PHONE["width"]:
                wide[place] = reader.width()
        assert wide == {}, language


def test_a_name_without_a_gap_makes_no_page_wider(
    reader: Reader, page: Page, district: LocalHub, head: Laptop, places: list[str]
) -> None:
    endless = "SITINURHALIZABINTIABDULRAHMAN" * 5
    long = replace(NUR, head_name=endless, members=(replace(NUR.members[0], name=endless),))
    publish(district.district, VILLAGE, replace(LIST, families=(long, *LIST.families[1:])), month="2026-11")
    add_account(district.district, "panjang", endless, PASSWORD, [VERIFIER, ADMIN])
    make_code(district.district, VILLAGE, "", "operator", endless)
    head.journal.record(Act("", PersonAdded(PersonId("estherkase23"), endless, "head", b"e" * 32)))
    said = ChangeProposed("correction", changes=(FieldChange("head_name", endless, f"{endless}X"),), note=endless)
    proposal = head.journal.record(Act("f-1", said))[0]
    head.exchange()
    reader.phone()
    page.sign_in(login="panjang")
    wide = {}
    for place in [*places, f"/usulan/{VILLAGE}/{proposal}", f"/desa/{VILLAGE}/orang/estherkase23"]:
        page.go(place)
        if reader.width() > PHONE["width"]:
            wide[place] = reader.width()
    assert wide == {}


def test_a_form_s_answer_is_announced(page: Page, places: list[str]) -> None:
    page.sign_in()
    page.go(places[-3])
    page.press("Kembalikan ke desa")
    assert page.all("[role=alert]")[0].text.startswith("Belum dicatat.")
    page.go("/akun")
    page.one("#old").send_keys("salah-sekali")
    page.one("#new").send_keys("kata-sandi-baru")
    page.press("Ganti kata sandi")
    assert page.all("[role=alert]")


def test_the_whole_queue_is_answered_from_the_keyboard(page: Page, browser: webdriver.Chrome, head: Laptop) -> None:
    suggest(head, "f-1")
    head.exchange()
    page.sign_in()
    seen = []
    for _ in range(40):
        focused = browser.switch_to.active_element
        focused.send_keys("\ue004")  # tab
        now = browser.switch_to.active_element
        seen.append(now.get_attribute("id") or now.get_attribute("type") or now.get_attribute("href") or now.text)
        if now.get_attribute("type") == "checkbox":
            now.send_keys(" ")
            assert now.is_selected()
        if now.get_attribute("value") == "accepted":
            page.follow(now, "\ue007")  # enter
            break
    assert "Setujui 1 usulan?" in page.text
    assert seen[0].endswith("#isi")  # straight to what the page is about
    assert seen.index("desa") < seen.index("checkbox")
