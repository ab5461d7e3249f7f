"""A verifier's day: sign in, the oldest first, look, answer, and the next one is there, until nothing waits."""

from __future__ import annotations

from selenium.webdriver.support.ui import Select

from app.domain.payloads import ObjectionFiled
from app.hub.local import LocalHub
from app.hub.views.queue import Wish, turn_of, wish_of
from app.usecases.ports import Act
from tests.hub.browsing import Page
from tests.hub.test_queue import suggest
from tests.sync.laptop import VILLAGE, Laptop


def test_a_day_of_work_goes_from_one_to_the_next(page: Page, district: LocalHub, head: Laptop) -> None:
    suggest(head, "f-1")
    head.exchange()
    second = suggest(head, "f-2")
    head.exchange()
    head.journal.record(Act("f-2", ObjectionFiled("Daeng Ngalle", True, "mampu", "objection@balai-1", "")))
    head.exchange()
    page.sign_in()
    page.follow(page.all(".picks a")[0])
    assert page.all("h1")[0].text.endswith("NUR SUKMAWATI")
    assert "1 dari 3 yang menunggu" in page.text
    page.press("Setujui usulan")
    assert "Jawaban dicatat. Perbaikan data · NUR SUKMAWATI: Disetujui" in page.text
    assert str(second) in page.text, "the next one of the queue is open"
    assert "Keluarga ini juga disanggah" in page.text
    assert "1 dari 2 yang menunggu" in page.text
    page.press("Berikutnya tanpa menjawab →")
    assert page.all("h1")[0].text.startswith("Sanggah")
    assert f"Usulan {second} menyangkut keluarga yang disanggah ini" in page.text
    page.press("Tolak sanggahan")
    assert page.all("[role=alert]"), "without a reason it stays where it is"
    reasons = Select(page.one("#reason-rejected"))
    assert [one.text.endswith("(perlu catatan)") for one in reasons.options[1:]].count(True) >= 1
    free = next(at for at, one in enumerate(reasons.options) if at and not one.text.endswith("(perlu catatan)"))
    reasons.select_by_index(free)
    page.press("Tolak sanggahan")
    assert "Jawaban dicatat. Sanggah · BASO DAENG: Ditolak" in page.text, [one.text for one in page.all("[role=alert]")]
    Select(page.one("#reason-returned")).select_by_index(1)
    page.one("#comment-returned").send_keys("Tulis nama jalannya lengkap.")
    page.press("Kembalikan ke desa")
    assert "Semua sudah dijawab." in page.text, [one.text for one in page.all("[role=alert]")]
    page.press("← Semua usulan")
    assert "Tidak ada usulan di sini" in page.text
    assert head.exchange().decisions == 3


def test_nobody_answers_what_he_has_not_seen(page: Page, district: LocalHub, head: Laptop) -> None:
    """What its village says while a verifier looks is not answered unseen; he looks again, and nothing he wrote is
    gone."""
    suggest(head, "f-1")
    head.exchange()
    page.sign_in()
    page.follow(page.all(".picks a")[0])
    head.visit("f-1", note="Kepala keluarga sudah pindah.")
    head.exchange()
    page.press("Setujui usulan")
    assert "ada catatan baru tentang keluarga ini" in page.one("[role=alert]").text
    assert head.exchange().decisions == 0
    head.journal.record(Act("f-1", ObjectionFiled("Daeng Ngalle", True, "mampu", "objection@balai-1", "")))
    head.exchange()
    Select(page.one("#reason-returned")).select_by_index(1)
    page.one("#comment-returned").send_keys("Tulis alamat yang baru.")
    page.press("Kembalikan ke desa")
    assert "Keluarga ini juga disanggah" in page.text
    assert page.one("#comment-returned").get_attribute("value") == "Tulis alamat yang baru."
    page.press("Kembalikan ke desa")
    assert "Jawaban dicatat" in page.text
    assert head.exchange().decisions == 1


def test_the_chosen_queue_is_kept_from_one_to_the_next(page: Page, district: LocalHub, head: Laptop) -> None:
    suggest(head, "f-1")
    suggest(head, "f-2")
    head.exchange()
    page.sign_in()
    page.go(f"/?desa={VILLAGE}&jenis=correction&urut=desa")
    page.follow(page.all(".picks a")[0])
    page.press("Setujui usulan")
    assert "Di bawah ini usulan berikutnya." in page.text
    page.press("← Semua usulan")
    assert page.one("#urut").get_attribute("value") == "desa"
    assert page.one("#jenis").get_attribute("value") == "correction"
    assert len(page.all(".picks li")) == 1
    page.go("/usulan/x/y/z?antrean=%3Cscript%3E&selesai=a/b/c")
    assert "Usulan ini tidak ada" in page.text


def test_a_wish_is_read_back_as_it_was_written_and_nonsense_is_the_usual_queue() -> None:
    for wish in (Wish(), Wish("7308032001", "correction", "agreed", 7, "lewat", "tenggat", 3)):
        assert wish_of(wish.query) == wish
    assert wish_of("hal=x&umur=-1&urut=<script>&hal=9999999") == Wish()


def test_who_was_skipped_comes_again_at_the_end(district: LocalHub, head: Laptop) -> None:
    found: list[tuple[str, str]] = []
    for family in ("f-1", "f-2", "f-1"):
        found.append((VILLAGE, str(suggest(head, family, address=f"Jalan {len(found)}"))))
        head.exchange()
    with district.district.database.read() as connection:
        turns = [turn_of(connection, district.district.now_ms(), Wish(), key) for key in found]
        elsewhere = turn_of(connection, district.district.now_ms(), Wish(), ("x", "y"))
    assert [(one.place, one.total, one.following) for one in turns] == [
        (1, 3, found[1]),
        (2, 3, found[2]),
        (3, 3, found[0]),
    ]
    assert (elsewhere.place, elsewhere.following) == (0, found[0])
