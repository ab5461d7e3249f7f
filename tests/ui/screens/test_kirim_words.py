"""What came of an exchange, in words: never nothing but what it cost."""

from __future__ import annotations

from dataclasses import replace

from app.ui.screens.kirim.words import outcome_lines
from app.usecases.desk import ExchangeOutcome

NOTHING = ExchangeOutcome(
    sent_entries=0,
    received_entries=0,
    sent_photos=0,
    photos_left=0,
    bytes_sent=600,
    bytes_received=600,
    receipt="",
    decisions=0,
    list_month="",
)


def test_an_exchange_that_brought_nothing_says_so() -> None:
    assert outcome_lines(NOTHING)[0] == "Tidak ada yang baru, di sini maupun di kabupaten."


def test_what_has_no_sentence_of_its_own_is_told_as_records() -> None:
    revoked = replace(NOTHING, received_entries=2)
    assert outcome_lines(revoked) == ("Diterima dari kabupaten: 2 catatan.", "Kuota terpakai: 1,2 KB.")
    answered = replace(revoked, decisions=1)
    assert outcome_lines(answered)[0] == "Jawaban kabupaten yang baru: 1."
    assert len(outcome_lines(answered)) == 2
