"""The verifier's pages in a real browser: sign in, look at evidence, answer; and what must not be possible."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from selenium.webdriver.support.ui import Select

from app.domain.calendar import GENERAL, OBJECTION, days_of
from app.domain.errors import Refused
from app.domain.ids import FamilyId, PersonId
from app.domain.payloads import (
    ChangeProposed,
    FieldChange,
    NewFamily,
    NewMember,
    ObjectionFiled,
    RevealLogged,
)
from app.hub.decide import decide
from app.hub.enrol import serve_enrol
from app.hub.local import LocalHub
from app.hub.pages.frame import COOKIE
from app.hub.pages.proposals import reason_choices
from app.hub.set_calendar import set_calendar
from app.hub.verifiers import sign_in
from app.shelf.calendars import shipped_calendars
from app.usecases.ports import Act
from app.wire.enrol import EnrolRequest, prove, read_code
from tests.hub.browsing import PASSWORD, Page, agree, answer, endorse, picture, proposed, stop_waits
from tests.sync.laptop import VILLAGE, Laptop


@pytest.fixture
def laptop(head: Laptop) -> Laptop:
    """The head's laptop: he may do what a proposal needs in its village."""
    return head


def test_a_verifier_looks_at_a_proposal_and_accepts_it(page: Page, laptop: Laptop) -> None:
    proposal = proposed(laptop)
    page.go("/")
    assert page.path == "/masuk"
    page.snap("masuk")
    page.sign_in()
    assert "1 usulan menunggu" in page.text
    assert "NUR SUKMAWATI" in page.text
    page.snap("antrean")
    page.snap("antrean-ponsel", 400, 800)
    page.follow(page.all(".rows a")[0])
    assert [old.text for old in page.all("del")] == ["NUR SUKMAWATI", "001"]
    assert [new.text for new in page.all("ins")] == ["NUR SUKMAWATI BINTI SALEH", "002"]
    assert "730803••••••0001" in page.text
    image = page.all("img")[0]
    assert image.get_property("naturalWidth") == 640
    page.snap("usulan", 1280, 1500)
    page.snap("usulan-ponsel", 400, 2600)
    page.press("Setujui usulan")
    assert "Disetujui kabupaten" in page.text
    said = answer(laptop)
    assert (said.proposal, said.outcome) == (proposal, "accepted")
    page.press("Tandai ditetapkan")
    assert "Ditetapkan" in page.text
    assert answer(laptop).outcome == "determined"


def test_nothing_is_accepted_before_its_village_has_said_its_word(page: Page, laptop: Laptop) -> None:
    proposal = proposed(laptop, endorsed=False)
    page.sign_in()
    assert "0 usulan menunggu jawaban" in page.text
    Select(page.all("#tampil")[0]).select_by_visible_text("Masih di desa")
    page.press("Saring")
    assert "Menunggu musyawarah desa" in page.text
    page.snap("antrean-desa")
    page.follow(page.all(".rows a")[0])
    shown = page.path
    steps = ["Keputusan musyawarah desa", "Pengesahan kepala desa"]
    assert [step.text for step in page.all("#langkah li")] == steps
    assert "Setujui usulan" not in page.text
    page.snap("belum-disahkan", 1280, 1500)
    page.snap("belum-disahkan-ponsel", 400, 2600)
    for said, missing in ((agree, steps[1:]), (endorse, []), (agree, steps[1:]), (endorse, [])):
        said(laptop, proposal)
        laptop.exchange()
        page.go(shown)
        assert [step.text for step in page.all("#langkah li")] == missing
    agree(laptop, proposal, "postponed")
    laptop.exchange()
    page.go(shown)
    assert [step.text for step in page.all("#langkah li")] == steps
    assert "Ditunda musyawarah" in page.text
    Select(page.all("#reason-rejected")[0]).select_by_visible_text("Sudah ada dalam daftar")
    page.press("Tolak usulan")
    assert "Ditolak kabupaten" in page.text
    assert answer(laptop).outcome == "rejected"


def test_an_objection_is_answered_without_a_meeting_and_before_its_day(
    page: Page, district: LocalHub, laptop: Laptop
) -> None:
    said = ObjectionFiled("Daeng Ngalle", True, "mampu", "objection@balai-1", "Punya dua mobil.")
    laptop.journal.record(Act("f-1", said))
    laptop.exchange()
    page.sign_in()
    assert "harus dijawab paling lambat" in page.text
    assert "sisa 14 hari" in page.text
    assert "Siap dijawab" in page.text
    days = days_of(shipped_calendars()[GENERAL]) | {OBJECTION: 10}
    set_calendar(district.district, days, by=PersonId("verifikator1"), name="Rahma")
    page.go("/")
    assert "sisa 10 hari" in page.text
    page.snap("antrean-sanggah")
    page.follow(page.all(".rows a")[0])
    assert "Sanggahan ini harus dijawab paling lambat" in page.text
    page.snap("sanggah", 1280, 1300)
    page.press("Setujui sanggahan")
    assert "Disetujui kabupaten" in page.text
    assert "harus dijawab" not in page.text
    assert laptop.exchange().decisions == 1


def test_returning_asks_for_a_reason_and_a_comment(page: Page, laptop: Laptop) -> None:
    proposed(laptop)
    page.sign_in()
    page.follow(page.all(".rows a")[0])
    page.press("Kembalikan ke desa")
    assert "Pilih dulu alasannya" in page.text
    assert page.focused() == "reason-returned"
    Select(page.all("#reason-returned")[0]).select_by_visible_text("Bukti belum lengkap")
    page.press("Kembalikan ke desa")
    assert "Tulis catatan untuk desa" in page.one(".word [role=alert]").text
    assert page.focused() == "comment-returned"
    page.all("#comment-returned")[0].send_keys("Lampirkan foto KTP.")
    page.snap("kembalikan", 1280, 1500)
    page.press("Kembalikan ke desa")
    assert "Dikembalikan ke desa" in page.text
    said = answer(laptop)
    assert (said.outcome, said.reason, said.comment) == ("returned", "bukti_kurang", "Lampirkan foto KTP.")


def test_a_mended_proposal_stands_beside_the_one_that_was_sent_back(
    page: Page, laptop: Laptop, district: LocalHub
) -> None:
    former = proposed(laptop)
    why = next(key for key, text in reason_choices("returned") if text == "Foto atau dokumen tidak terbaca")
    rahma = PersonId("v1")
    decide(district.district, VILLAGE, former, "returned", by=rahma, name="Rahma", reason=why, comment="Fotonya buram.")
    laptop.exchange()
    said = ChangeProposed(
        "correction",
        changes=(FieldChange("head_name", "NUR SUKMAWATI", "NUR SUKMAWATI BINTI AHMAD"),),
        evidence=(picture(laptop, 80),),
        note="Nama di KTP lebih panjang.",
        replaces=former,
    )  # fmt: skip
    made = laptop.journal.record(Act("f-1", said))[0]
    agree(laptop, made)
    endorse(laptop, made)
    laptop.exchange()
    page.sign_in()
    page.follow(page.one(".rows a"))
    card = page.one("#sebelumnya")
    assert "Foto atau dokumen tidak terbaca" in card.text
    assert "Fotonya buram." in card.text
    assert [old.text for old in page.all("#sebelumnya del")] == ["NUR SUKMAWATI BINTI SALEH", "002"]
    assert [new.text for new in page.all("#sebelumnya ins")] == ["NUR SUKMAWATI BINTI AHMAD"]
    assert "1 bukti baru. Bukti sebelumnya yang diganti:" in card.text
    assert page.one("#sebelumnya img").get_property("naturalWidth") == 640
    page.snap("perbaikan", 1280, 1500)
    page.press(f"Buka usulan sebelumnya, nomor {former}")
    assert "Diganti usulan baru" in page.text


def test_a_family_that_is_asked_for_is_told_as_it_was_proposed_and_stands_in_no_list(
    page: Page, laptop: Laptop
) -> None:
    widow = NewMember("ROSALINA KASE", "", "1980-05-12", "2", "1", fields={"nik_tidak_ada": "belum_akta"})
    new = NewFamily("", "Jalan Kebun 4", "", "001", "001", (widow,), screening=("tidak_bekerja", "lantai"))
    laptop.journal.record(Act("", ChangeProposed("new_family", new_family=new)))
    laptop.exchange()
    page.sign_in()
    page.go("/?tampil=village")
    page.follow(page.one(".rows a"))
    assert "Kepala atau pengurus keluarga tidak bekerja; Sebagian besar lantai tanah atau plesteran" in page.text
    assert "Belum punya NIK (Belum punya akta kelahiran)" in page.text
    headings = [one.text for one in page.all("h2")]
    assert "Anggota yang diusulkan" in headings
    assert "Keluarga dalam daftar" not in headings


def test_rejecting_names_a_reason_and_closes_the_proposal(page: Page, laptop: Laptop) -> None:
    proposed(laptop)
    page.sign_in()
    page.follow(page.all(".rows a")[0])
    Select(page.all("#reason-rejected")[0]).select_by_visible_text("Sudah ada dalam daftar")
    page.press("Tolak usulan")
    assert "Ditolak kabupaten" in page.text
    assert page.all("#jawab") == []
    assert answer(laptop).outcome == "rejected"
    page.go("/")
    assert "Tidak ada usulan di sini" in page.text
    page.snap("antrean-kosong")


def test_whole_numbers_are_shown_only_for_a_reason_that_the_village_gets_to_read(page: Page, laptop: Laptop) -> None:
    proposed(laptop)
    page.sign_in()
    page.follow(page.all(".rows a")[0])
    shown = page.path
    page.go(f"{shown}?buka=1")
    assert "7308037112530001" not in page.text
    page.fill("why", "a")
    page.press("Tampilkan nomor lengkap")
    assert "Tulis dulu alasannya" in page.text
    assert "7308037112530001" not in page.text
    assert laptop.exchange().received_entries == 0
    page.fill("why", "Mencocokkan dengan KTP pada foto")
    page.press("Tampilkan nomor lengkap")
    assert "7308037112530001" in page.text
    page.snap("nomor-lengkap", 1280, 1500)
    laptop.exchange()
    looks = [one for one in laptop.journal.entries(FamilyId("f-1")) if isinstance(one.payload, RevealLogged)]
    assert [one.payload.field for one in looks if isinstance(one.payload, RevealLogged)] == ["nik", "kk"]
    assert {one.payload.reason for one in looks if isinstance(one.payload, RevealLogged)} == {
        "Mencocokkan dengan KTP pada foto"
    }
    page.press("Sembunyikan lagi")
    assert page.path == shown
    assert "7308037112530001" not in page.text


def test_numbers_are_not_opened_by_a_form_of_another_page(district: LocalHub, laptop: Laptop) -> None:
    proposal = proposed(laptop)
    with requests.Session() as signed_in:
        signed_in.trust_env = False
        signed_in.post(f"{district.url}/masuk", data={"login": "rahma", "password": PASSWORD}, timeout=60)
        forged = signed_in.post(
            f"{district.url}/usulan/{VILLAGE}/{proposal}/lengkap", data={"why": "Ingin tahu", "csrf": "x"}, timeout=60
        )
        assert forged.status_code == 422
        assert "7308037112530001" not in forged.text
    assert laptop.exchange().received_entries == 0


def test_a_wrong_password_is_said_and_slows_down(page: Page, district: LocalHub) -> None:
    stop_waits(district.district)
    for _ in range(5):
        page.sign_in("salah-sekali")
        assert "tidak cocok" in page.text
    page.sign_in()
    assert "Terlalu banyak percobaan" in page.text


def test_a_code_is_made_and_shown_once(page: Page, district: LocalHub, tmp_path: Path) -> None:
    page.sign_in()
    page.press("Laptop & kode")
    page.fill("village", "73.08.03.2001")
    page.fill("name", "Andi Saleh")
    page.press("Buat kode")
    code = page.all(".code")[0].text
    assert len(code.replace("-", "")) == 24
    page.snap("kode", 1280, 1100)
    page.snap("kode-ponsel", 400, 1800)
    page.go("/laptop")
    assert code not in page.text
    assert "Andi Saleh" in page.text
    page.press("Batalkan")
    assert "Dibatalkan" in page.text
    assert "Batalkan" not in [button.text for button in page.all("button")]
    page.snap("kode-batal", 1280, 1100)
    found = read_code(code)
    asked = EnrolRequest(
        found.id,
        "d" * 12,
        "Laptop",
        bytes(32),
        X25519PrivateKey.generate().public_key().public_bytes_raw(),
        "p" * 12,
        bytes(32),
        "",
        bytes(16),
    )
    with pytest.raises(Refused, match="enrol_code_expired"):
        serve_enrol(district.district, prove(asked, found.key), "127.0.0.1")


def test_a_list_is_published_from_an_upload(page: Page, tmp_path: Path) -> None:
    page.sign_in()
    page.press("Terbitkan daftar")
    sheet = tmp_path / "daftar.csv"
    sheet.write_text("7")
    page.fill("village", VILLAGE)
    page.all("#list_file")[0].send_keys(str(sheet))
    page.press("Baca dan terbitkan")
    assert re.search(r"Daftar [A-Z][a-z]+ 20\d\d terbit: 7 keluarga", page.text)
    assert "Orang tanpa NIK: 0." in page.text
    page.snap("daftar")
    page.press("Desa")
    assert "0 dari 7 keluarga" in page.text
    page.snap("desa")
    page.snap("desa-ponsel", 400, 800)
    page.press("Akun")
    page.snap("akun")


@pytest.mark.parametrize(("lacks", "said"), [("niks", "satu pun NIK"), ("cards", "satu pun nomor KK")])
def test_a_list_without_any_number_of_a_kind_is_published_only_when_that_is_meant(
    page: Page, tmp_path: Path, lacks: str, said: str
) -> None:
    page.sign_in()
    page.press("Terbitkan daftar")
    sheet = tmp_path / "daftar.csv"
    sheet.write_text(f"7 without {lacks}")
    for meant in (False, True):
        page.fill("village", VILLAGE)
        page.all("#list_file")[0].send_keys(str(sheet))
        if meant:
            page.all("#anyway")[0].click()
        page.press("Baca dan terbitkan")
        assert ("terbit: 7 keluarga" in page.text) == meant
        assert (f"Tidak ada {said} di daftar ini" in page.text) == (not meant)
    page.press("Desa")
    assert "0 dari 7 keluarga" in page.text


def test_nothing_is_shown_or_changed_without_a_session(district: LocalHub, laptop: Laptop) -> None:
    proposal = proposed(laptop)
    name = next(iter(laptop.evidence.held()))
    with requests.Session() as stranger:
        stranger.trust_env = False
        for path in (
            "/",
            "/desa",
            "/laptop",
            "/daftar",
            "/akun",
            f"/usulan/{VILLAGE}/{proposal}",
            f"/foto/{VILLAGE}/{name}",
        ):
            seen = stranger.get(district.url + path, allow_redirects=False, timeout=60)
            assert (seen.status_code, seen.headers["location"].partition("?")[0]) == (303, "/masuk")
        done = stranger.post(
            f"{district.url}/usulan/{VILLAGE}/{proposal}",
            data={"outcome": "accepted"},
            allow_redirects=False,
            timeout=60,
        )
        assert done.status_code == 403
    assert laptop.exchange().decisions == 0


def test_a_form_of_another_page_changes_nothing(district: LocalHub, laptop: Laptop) -> None:
    proposal = proposed(laptop)
    with requests.Session() as signed_in:
        signed_in.trust_env = False
        door = signed_in.post(
            f"{district.url}/masuk", data={"login": "rahma", "password": PASSWORD}, allow_redirects=False, timeout=60
        )
        cookie = door.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
        forged = signed_in.post(
            f"{district.url}/usulan/{VILLAGE}/{proposal}", data={"outcome": "accepted", "csrf": "x"}, timeout=60
        )
        assert forged.status_code == 422
        assert "terlalu lama terbuka" in forged.text
        assert "default-src 'none'" in forged.headers["Content-Security-Policy"]
    assert laptop.exchange().decisions == 0


@pytest.mark.both_stores
def test_a_search_for_a_zero_character_finds_what_is_looked_for_beside_it(district: LocalHub, laptop: Laptop) -> None:
    cookies = {COOKIE: sign_in(district.district, "rahma", PASSWORD, "here")}
    for page in ("/laptop", "/desa", "/stik"):
        found = requests.get(f"{district.url}{page}?cari=bon%00to", cookies=cookies, timeout=60)
        assert (found.status_code, VILLAGE in found.text) == (200, True), page
