"""Sticks at the district: bundles are brought over its page or its command line, and one goes back to the village."""

from __future__ import annotations

import os
import re
import secrets
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

import pytest
import requests
from selenium import webdriver

from app.domain.errors import Unavailable
from app.domain.laptop_names import number_words
from app.domain.payloads import DeviceHandedOver, ReceiptIssued
from app.hub import bundle_out
from app.hub.bundles import make_bundle
from app.hub.command import main
from app.hub.laptop_names import laptop_names
from app.hub.local import LocalHub
from app.hub.pages import sticks
from app.hub.pages.frame import COOKIE
from app.hub.publish import publish
from app.hub.receipts import owe_receipt, receipt_for
from app.hub.store import VillageStore
from app.hub.upload import LARGEST_BUNDLES
from app.hub.verifiers import sign_in, signed_in
from app.storage.reading import SqlReading
from app.usecases.ports import Act
from tests.hub.browsing import PASSWORD, Page
from tests.hub.conftest import LIST
from tests.sync.laptop import VILLAGE, Laptop


class Clerk:
    """Somebody at the district who is signed in, over a real socket."""

    def __init__(self, hub: LocalHub) -> None:
        self._hub = hub
        token = sign_in(hub.district, "rahma", PASSWORD, "here")
        who = signed_in(hub.district, token)
        assert who is not None
        self.csrf = who.csrf
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers["Cookie"] = f"{COOKIE}={token}"

    def bring(self, *files: tuple[str, bytes], csrf: str | None = None) -> requests.Response:
        """Upload bundles."""
        fields: list[tuple[str, tuple[str | None, str | bytes]]] = [
            ("csrf", (None, self.csrf if csrf is None else csrf))
        ]
        fields += [("bundles", file) for file in files]
        return self._session.post(f"{self._hub.url}/stik", files=fields, timeout=60, allow_redirects=False)

    def fetch(self, village: str = VILLAGE) -> requests.Response:
        """Download the village's bundle."""
        return self._session.get(f"{self._hub.url}/stik/{village}", timeout=60, allow_redirects=False)

    def prepare(self, size: int, village: str = VILLAGE) -> list[tuple[str, bytes]]:
        """Have the village's bundle cut into parts and download all of them."""
        form = {"csrf": self.csrf, "ukuran": str(size)}
        page = f"{self._hub.url}/stik/{village}/bagian"
        assert self._session.post(page, data=form, timeout=60, allow_redirects=False).status_code == 303
        said = self._session.get(page, timeout=60)
        links = re.findall(rf'href="(/stik/{village}/bagian/([^"]+))"', said.text)
        return [(name, self._session.get(self._hub.url + link, timeout=60).content) for link, name in links]

    def get(self, path: str) -> requests.Response:
        """Any page."""
        return self._session.get(self._hub.url + path, timeout=60)

    def close(self) -> None:
        """Let go."""
        self._session.close()


@pytest.fixture
def clerk(district: LocalHub) -> Iterator[Clerk]:
    found = Clerk(district)
    yield found
    found.close()


def files(*paths: Path) -> list[tuple[str, bytes]]:
    """As a browser sends them."""
    return [(path.name, path.read_bytes()) for path in paths]


def left(hub: LocalHub) -> list[str]:
    """What lies in the folder for uploads."""
    return [path.name for path in hub.district.incoming.iterdir()]


def test_a_bundle_is_brought_and_the_receipt_goes_back(
    district: LocalHub, laptop: Laptop, clerk: Clerk, tmp_path: Path
) -> None:
    laptop.visit("f-1", laptop.photo("rumah"))
    path = laptop.write_stick(tmp_path / "stik").paths[0]
    said = clerk.bring(*files(path))
    assert said.status_code == 200
    assert "Desa Bonto Latihan, Siti Rahma, dibuat" in said.text
    assert "Tanda terima nomor" in said.text
    again = clerk.bring(*files(path))
    assert "Tidak ada yang baru: semuanya sudah ada di kabupaten." in again.text
    back = clerk.fetch()
    assert back.headers["content-disposition"].startswith(f'attachment; filename="Balai-kabupaten-{VILLAGE}-')
    brought = tmp_path / "kabupaten.balai"
    brought.write_bytes(back.content)
    taken = laptop.sticks.take(brought, lambda step: None, lambda: False)
    assert taken.receipts
    assert len(laptop.evidence.waiting()) == 0
    assert left(district) == []


def test_parts_are_put_together_and_one_that_lacks_is_named(
    district: LocalHub, laptop: Laptop, clerk: Clerk, tmp_path: Path
) -> None:
    laptop.visit("f-1", *(laptop.photo(f"foto {n}", 60_000) for n in range(4)))
    parts = laptop.write_stick(tmp_path / "stik", part_bytes=100_000).paths
    assert len(parts) == 3
    said = clerk.bring(*files(parts[2], parts[0]))
    assert (said.status_code, "Bagian nomor 2 dari 3 belum ada." in said.text) == (422, True)
    said = clerk.bring(*files(parts[2], parts[0], parts[1]), ("catatan.balai", b"bukan bundel"))
    assert said.status_code == 200
    assert "dan 4 foto." in said.text
    assert "Berkas ini bukan bundel Balai." in said.text, "one that is none keeps no other away"
    assert left(district) == []


@pytest.mark.both_stores
def test_a_receipt_that_another_exchange_has_paid_meanwhile_is_named(district: LocalHub, laptop: Laptop) -> None:
    """Between a bundle's words and its receipt there are two transactions, and room for another one."""
    held = district.district
    for came in (False, True):
        laptop.visit("f-1")
        with held.database.write(VILLAGE) as connection:
            owe_receipt(connection, VILLAGE, held.now_ms())
        laptop.exchange()
        with held.database.write(VILLAGE) as connection:
            named = receipt_for(connection, held, VILLAGE, VillageStore(connection, held, VILLAGE), came=came)
        assert named == (receipts(laptop)[0] if came else "")


def receipts(laptop: Laptop) -> list[str]:
    """Numbers of the receipts that a laptop holds."""
    told = [one.payload for one in SqlReading(laptop.database, laptop.wall).receipts(20)]
    return [one.number for one in told if isinstance(one, ReceiptIssued)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "bukan bundel Balai"),
        (b"%PDF-1.7", "bukan bundel Balai"),
        (b"\x89BALAI\r\n\x1a\n", "terpotong"),
        (b"\x89BALAIPART\r\n\x1a\n\x00\x05hello", "terpotong"),
    ],
)
def test_what_is_no_bundle_is_said(clerk: Clerk, content: bytes, said: str) -> None:
    answer = clerk.bring(("apa.balai", content))
    assert (answer.status_code, said in answer.text) == (422, True)


def test_a_changed_bundle_and_the_district_s_own_change_nothing(
    district: LocalHub, laptop: Laptop, clerk: Clerk, tmp_path: Path
) -> None:
    laptop.visit("f-1")
    path = laptop.write_stick(tmp_path / "stik").paths[0]
    flipped = bytearray(path.read_bytes())
    flipped[-100] ^= 1
    assert "rusak atau diubah orang" in clerk.bring((path.name, bytes(flipped))).text
    own = b"".join(make_bundle(district.district, VILLAGE))
    assert "Bacalah di laptop desa" in clerk.bring(("sendiri.balai", own)).text
    assert "Tanda terima nomor" in clerk.bring(*files(path)).text, "the true one is new still"


def test_nothing_is_taken_from_a_stranger_or_from_another_page_s_form(
    district: LocalHub, laptop: Laptop, clerk: Clerk, tmp_path: Path
) -> None:
    laptop.visit("f-1")
    path = laptop.write_stick(tmp_path / "stik").paths[0]
    assert "terlalu lama terbuka" in clerk.bring(*files(path), csrf="x").text
    for method, where in (("GET", "/stik"), ("GET", f"/stik/{VILLAGE}"), ("POST", "/stik")):
        answer = requests.request(method, district.url + where, timeout=60, allow_redirects=False)
        assert (answer.status_code, answer.headers["location"].partition("?")[0]) == (303, "/masuk")
    assert clerk.bring().status_code == 422
    huge = requests.post(
        f"{district.url}/stik", headers={"Content-Length": str(LARGEST_BUNDLES + (1 << 20))}, timeout=60
    )
    assert (huge.status_code, "Bundel ini terlalu besar." in huge.text) == (413, True)
    assert left(district) == []
    assert "Tanda terima nomor" in clerk.bring(*files(path)).text


def test_a_village_without_laptops_or_that_is_unknown_is_said(district: LocalHub, clerk: Clerk) -> None:
    nobody = clerk.fetch()
    assert (nobody.status_code, "belum punya laptop terdaftar" in nobody.text) == (422, True)
    unknown = clerk.fetch("7308032999")
    assert (unknown.status_code, "belum ada di kabupaten" in unknown.text) == (422, True)


def test_a_clerk_brings_a_stick_in_a_browser(
    browser: webdriver.Chrome, district: LocalHub, laptop: Laptop, tmp_path: Path
) -> None:
    laptop.visit("f-1", laptop.photo("rumah"))
    path = laptop.write_stick(tmp_path / "stik").paths[0]
    page = Page(browser, district.url)
    page.sign_in()
    page.press("Stik")
    page.all("#bundles")[0].send_keys(str(path))
    page.press("Baca")
    assert "dan 1 foto." in page.text
    page.snap("stik")
    page.snap("stik-ponsel", 400, 800)
    page.press("English")
    assert "Bundles for villages" in page.text
    page.press("Bahasa Indonesia")
    (link,) = page.all(f'a[href="/stik/{VILLAGE}"]')
    assert link.text == "Unduh bundel untuk Desa Bonto Latihan"


def test_the_district_writes_parts_that_a_laptop_puts_together(
    district: LocalHub, laptop: Laptop, clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    families = tuple(
        replace(LIST.families[0], id=f"g-{n}", kk="", address=secrets.token_hex(60), members=()) for n in range(1_500)
    )
    publish(district.district, VILLAGE, replace(LIST, families=families), month="2026-12")
    laptop.visit("f-1")
    clerk.bring(*files(laptop.write_stick(tmp_path / "stik").paths[0]))
    monkeypatch.setattr(bundle_out, "PART_SIZES", (70_000,))
    monkeypatch.setattr(sticks, "PART_SIZES", (70_000,))
    parts = clerk.prepare(70_000)
    assert len(parts) > 1
    assert {len(content) <= 70_000 for _, content in parts} == {True}
    brought = tmp_path / "dari-kabupaten"
    brought.mkdir()
    for name, content in parts[::-1]:
        (brought / name).write_bytes(content)
    (found,) = laptop.sticks.find(brought)
    assert (found.parts, found.missing_parts, found.problem) == (len(parts), (), "")
    taken = laptop.sticks.take(found.path, lambda step: None, lambda: False)
    assert taken.receipts
    assert taken.list_month == "2026-12"
    again = clerk.prepare(70_000)
    assert not {name for name, _ in parts} - {name for name, _ in again}
    lost = next(iter(bundle_out.prepared_parts(district.district, VILLAGE)))
    lost.unlink()
    said = clerk.get(f"/stik/{VILLAGE}/bagian/{lost.name}")
    assert (said.status_code, "sudah tidak ada" in said.text) == (422, True)
    assert clerk.get("/stik/7308032999/bagian").status_code == 404
    assert left(district) == []


def test_parts_are_kept_for_a_week(district: LocalHub, laptop: Laptop, clerk: Clerk) -> None:
    assert len(clerk.prepare(bundle_out.PART_SIZES[0])) == 1, "a small bundle is one file"
    other = district.district.outgoing / "7308032002"
    other.mkdir()
    old = time.time() - 8 * 86_400
    os.utime(other, (old, old))
    clerk.prepare(bundle_out.PART_SIZES[0])
    assert [path.name for path in district.district.outgoing.iterdir()] == [VILLAGE]


@pytest.mark.parametrize("most", [0, 70_000])
def test_a_disk_that_gives_back_other_bytes_is_told(
    district: LocalHub, laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """As a broken stick does: what is read again is one bit different from what was written."""
    laptop.visit("f-1")
    target = tmp_path / "x.balai"
    flush = bundle_out._flush

    def flip(file: IO[bytes]) -> None:
        flush(file)
        with open(file.name, "r+b") as same:
            same.seek(-100, os.SEEK_END)
            byte = same.read(1)
            same.seek(-100, os.SEEK_END)
            same.write(bytes([byte[0] ^ 1]))

    monkeypatch.setattr(bundle_out, "_flush", flip)
    with pytest.raises(Unavailable, match="bundle_changed"):
        bundle_out.write_bundle(district.district, VILLAGE, target, most)
    assert list(tmp_path.glob("x*")) == []


def test_the_command_line_reads_and_writes_the_same_bundles(
    district: LocalHub, laptop: Laptop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    laptop.visit("f-1", *(laptop.photo(f"foto {n}", 60_000) for n in range(2)))
    parts = laptop.write_stick(tmp_path / "stik", part_bytes=100_000).paths
    called = ["--data", str(district.district.folder), "bundle"]
    assert main([*called, "read", str(parts[1])]) == 1
    assert "Bagian nomor 1 dari 2 belum ada." in capsys.readouterr().err
    assert main([*called, "read", str(tmp_path / "tidak-ada.balai")]) == 1
    assert "tidak dapat dibuka" in capsys.readouterr().err
    assert main([*called, "read", *map(str, parts)]) == 0
    assert "dan 2 foto." in capsys.readouterr().out
    back = tmp_path / "kembali.balai"
    assert main([*called, "write", "--village", VILLAGE, str(back)]) == 0
    assert str(back) in capsys.readouterr().out
    assert laptop.sticks.take(back, lambda step: None, lambda: False).receipts
    assert main([*called, "write", "--village", VILLAGE, "--part-mb", "1", str(back)]) == 0
    assert main([*called, "write", "--village", VILLAGE, str(tmp_path / "nowhere" / "x.balai")]) == 1
    assert main([*called, "write", "--village", "7308032999", str(back)]) == 1
    assert "belum ada di kabupaten" in capsys.readouterr().err
    assert not list(tmp_path.glob("*.tulis"))


def test_a_laptop_is_called_by_who_has_it_now(
    district: LocalHub, laptop: Laptop, head: Laptop, clerk: Clerk, tmp_path: Path
) -> None:
    head.journal.record(Act("", DeviceHandedOver(head.actor.person, laptop.actor.person)))
    path = head.write_stick(tmp_path / "stik").paths[0]
    said = clerk.bring(*files(path))
    own, other = (f"{laptop.actor.name} (Laptop desa, {number_words(one.keys.device)[:4]})" for one in (laptop, head))
    assert f"Desa Bonto Latihan, {other}, dibuat" in said.text, "she has two of one name now"
    with district.district.database.read() as connection:
        assert set(laptop_names(connection, VILLAGE).values()) == {own, other}
