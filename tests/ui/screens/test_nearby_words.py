"""What is typed, scanned and said when two laptops of a village meet."""

from __future__ import annotations

from dataclasses import replace

import pytest
import segno

from app.domain.errors import Refused
from app.ui.screens.kirim.carried_words import came_lines
from app.ui.screens.kirim.nearby_words import end_lines, explain_talk, read_scan, scan_words, spoken_code
from app.usecases.carry import Given, Missing, Taken
from app.wire.channel import new_code, show_code

NOTHING = Taken("", 0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("typed", "address", "code", "at"),
    [
        ("ABCD-EFGH", "", "ABCD-EFGH", ""),
        ("abcd efgh", " 10.0.0.4:5000 ", "abcd efgh", "10.0.0.4:5000"),
        ("ABCD-EFGH 192.168.43.17:51842", "", "ABCD-EFGH", "192.168.43.17:51842"),
        ("ABCD-EFGH 192.168.43.17:51842", "10.0.0.4:5000", "ABCD-EFGH", "10.0.0.4:5000"),
        ("ABCD-EFGH 10.9.0.2:5000 192.168.43.17:5000", "", "ABCD-EFGH", "10.9.0.2:5000 192.168.43.17:5000"),
        ("", "10.0.0.4:5000", "", "10.0.0.4:5000"),
    ],
)
def test_code_and_address_are_told_apart(typed: str, address: str, code: str, at: str) -> None:
    assert read_scan(typed, address) == (code, at)


def test_every_code_fits_the_small_alphabet_of_qr_codes() -> None:
    code = show_code(new_code())
    made = segno.make(scan_words(code, ("192.168.143.217:51842",)), error="m", micro=False)
    assert (made.mode, made.version) == ("alphanumeric", 2)
    networks = ("10.239.143.217:51842", "192.168.143.217:51842")
    made = segno.make(scan_words(code, networks), error="m", micro=False)
    assert (made.mode, made.version) == ("alphanumeric", 3), "no finer than a hand scanner reads from a screen"


def test_a_code_is_said_letter_by_letter() -> None:
    assert spoken_code("AB2D-EFGH") == "A B 2 D, E F G H"


def test_a_refusal_of_the_other_laptop_is_said_from_where_we_stand() -> None:
    for why, code in (
        ("bundle_sender_unknown", "nearby_unknown_there"),
        ("nearby_not_certified", "nearby_unknown_there"),
        ("bundle_stopped", "nearby_stopped_there"),
        ("bundle_malformed", "nearby_other_refused"),
    ):
        assert explain_talk(Refused("nearby_other_refused", why=why)).code == code


def test_a_talk_that_brought_nothing_says_so() -> None:
    assert end_lines(NOTHING, Given(), "") == (
        "Selesai dengan laptop yang belum dikenal.",
        "Kedua laptop sudah memegang catatan yang sama.",
    )


def test_photos_that_were_given_or_came_alone_are_told() -> None:
    assert end_lines(NOTHING, Given(3, 2), "Maria Nope") == (
        "Selesai dengan laptop Maria Nope.",
        "Diberikan: 3 catatan, 2 foto.",
    )
    came = replace(NOTHING, photos=1)
    assert end_lines(came, Given(photos=2), "Maria Nope")[1:] == ("Diterima: 1 foto.", "Diberikan: 2 foto.")


def test_photos_that_stayed_behind_because_they_can_not_be_read_are_told() -> None:
    said = end_lines(NOTHING, Given(unreadable=2), "Maria Nope")
    assert said[-1].startswith("2 foto tidak ikut: berkasnya di laptop ini rusak atau hilang.")


def test_gaps_are_named_with_the_laptop_and_the_day_of_the_stick() -> None:
    noon = 1_793_682_000_000
    gaps = (Missing("Pak Yan", 14, noon), Missing("Bu Ester", 2), Missing("Kabupaten Belu", 1, by_district=True))
    lines = came_lines(Taken("Bu Maria", 0, 1, 0, 0, 0, missing=gaps))
    assert lines[1] == "Kurang 14 catatan dari laptop Pak Yan; ada di stik tanggal 3 Nov 2026."
    assert lines[2] == "Kurang 2 catatan dari laptop Bu Ester."
    assert lines[3] == "Kurang 1 catatan dari Kabupaten Belu."
