"""The district's pages speak Indonesian and English, and nothing is left without its words."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import requests
from selenium.webdriver.common.keys import Keys

from app.domain.errors import Refused
from app.hub.language import catalogue, speaking, tr
from app.hub.local import LocalHub
from app.hub.problems import say_problem
from app.hub.words import say_kind, say_place, say_state, say_time
from scripts.hub_words import PAGES, sources, wrong
from tests.hub.browsing import PASSWORD, Page, proposed
from tests.sync.laptop import VILLAGE, Laptop

SPOKEN = ("aria-label", "alt", "placeholder", "title")
NAMES = re.compile("Balai|RT|English|Bahasa Indonesia")


class Bare(HTMLParser):
    """What a template says without asking for its words."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        if re.search(r"[A-Za-z]{2}", NAMES.sub("", data)):
            self.found.append(data.strip())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Text in attributes that are read out."""
        self.found += [text for name, text in attrs if name in SPOKEN and text and re.search(r"[A-Za-z]{2}", text)]


def bare(template: str) -> list[str]:
    """The bare words of a template."""
    reader = Bare()
    reader.feed(re.sub(r"(?s)\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", "", template))
    return reader.found


def test_every_sentence_has_its_english_and_names_the_same_facts() -> None:
    assert wrong() == []
    assert {"Setujui usulan", "Nama belum diisi.", "Siap dijawab"} <= sources()


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_no_page_says_a_word_that_cannot_be_said_in_another_language(path: Path) -> None:
    assert bare(path.read_text(encoding="utf-8")) == []


def test_a_bare_word_is_found() -> None:
    assert bare('<p aria-label="Halaman">{{ tr("Satu") }} dua</p>') == ["Halaman", "dua"]


def test_a_language_is_spoken_for_as_long_as_an_answer_takes() -> None:
    wrong_password = Refused("password_short", least=10)
    assert "paling sedikit 10" in say_problem(wrong_password)
    with speaking("en"):
        assert say_problem(wrong_password) == "The password is too short. Use at least 10 letters or digits."
        assert say_kind("death") == "Death"
        assert say_state("death", "accepted")[0] == "Accepted by the district"
        assert say_time(1_764_000_000_000).endswith("WITA")
        assert " at " in say_time(1_764_000_000_000)
        assert say_place("001", "002") == "RT 001 / RW 002"
        assert tr("{n} usulan.", n=1) == "1 proposal."
        assert tr("{n} usulan.", n=2) == "2 proposals."
    assert tr("{n} usulan.", n=1) == "1 usulan."
    with speaking("xx"):
        assert tr("Selesai.") == "Selesai."


def test_a_reader_chooses_a_language_and_keeps_it(page: Page, head: Laptop) -> None:
    proposed(head)
    page.sign_in()
    page.follow(page.all(".rows a")[0])
    shown = page.path
    page.press("English")
    assert page.path == shown
    assert "Accept proposal" in page.text
    assert page.all("html")[0].get_attribute("lang") == "en"
    page.press("Return to the village")
    assert "First choose the reason" in page.text
    page.snap("usulan-inggris", 1280, 1500)
    page.press("Sign out")
    assert "User name" in page.text
    page.press("Bahasa Indonesia")
    assert "Nama pengguna" in page.text


def test_what_was_filled_in_is_not_lost_to_another_language_unasked(page: Page, head: Laptop) -> None:
    proposed(head)
    page.sign_in()
    page.follow(page.all(".rows a")[0])
    note = page.one("#comment-returned")
    assert not page.one(".unsent summary").is_displayed()
    note.send_keys("Foto KTP tidak terbaca.", Keys.TAB)
    assert not page.one("form.tongue button").is_displayed()
    ask = page.one(".unsent summary")
    assert (ask.text, ask.get_attribute("lang")) == ("English", "en")
    ask.send_keys(Keys.ENTER)
    assert "isian itu hilang" in page.text
    page.snap("bahasa-isian", 1280, 900)
    page.snap("bahasa-isian-ponsel", 400, 900)
    assert note.get_attribute("value") == "Foto KTP tidak terbaca."
    page.press("Tetap ganti bahasa")
    assert "Accept proposal" in page.text
    assert page.one("form.tongue button").is_displayed(), "nothing is filled in any more"


def test_in_english_no_page_says_anything_in_indonesian(district: LocalHub, head: Laptop) -> None:
    proposal = proposed(head)
    with requests.Session() as reader:
        reader.trust_env = False
        reader.cookies.set("balai_bahasa", "en")
        reader.post(f"{district.url}/masuk", data={"login": "rahma", "password": PASSWORD}, timeout=60)
        for path in (
            "/",
            "/?tampil=all",
            "/desa",
            "/laptop",
            "/daftar",
            "/jadwal",
            "/akun",
            "/stik",
            f"/usulan/{VILLAGE}/{proposal}",
            f"/usulan/{VILLAGE}/{proposal}/bukti/1",
            f"/stik/{VILLAGE}/bagian",
            f"/desa/{VILLAGE}",
            f"/desa/{VILLAGE}/keluarga",
            f"/desa/{VILLAGE}/jurnal",
            f"/laptop/{VILLAGE}/{head.keys.device}",
        ):
            seen = reader.get(district.url + path, timeout=60)
            assert seen.status_code == 200
            text = " ".join(html.unescape(re.sub(r"<[^>]*>", "\n", seen.text)).split("\n"))
            said = {one for one, english in catalogue().items() if one != english and len(one) > 8 and one in text}
            assert said == set(), path


def test_choosing_a_language_leads_to_no_other_server(district: LocalHub) -> None:
    for wish, leads in (
        ("/desa?x=1", "/desa?x=1"),
        ("//example.org/", "/"),
        ("/\\example.org", "/"),
        ("https://example.org/", "/"),
        ("", "/"),
        ("/a\r\nset-cookie: x=y", "/"),
    ):
        done = requests.get(
            f"{district.url}/bahasa", params={"pilih": "en", "kembali": wish}, allow_redirects=False, timeout=60
        )
        assert (done.status_code, done.headers["location"]) == (303, leads)
        assert "HttpOnly" in done.headers["set-cookie"]
    unknown = requests.get(f"{district.url}/bahasa", params={"pilih": "xx"}, allow_redirects=False, timeout=60)
    assert "set-cookie" not in unknown.headers
