from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from app.ui import wording
from app.ui.words import fill, translate

DAY = date(2026, 11, 23)


@pytest.fixture
def english() -> Iterator[None]:
    before = wording.language()
    wording.set_language("en")
    yield
    wording.set_language(before)


def test_dates_are_words_in_indonesian() -> None:
    assert wording.date_words(DAY) == "23 November 2026"
    assert wording.short_date_words(date(2026, 8, 2)) == "2 Agu 2026"
    assert wording.month_words(DAY) == "November 2026"


def test_a_moment_is_told_in_local_time() -> None:
    makassar = timezone(timedelta(hours=8))
    assert wording.moment_words(datetime(2026, 11, 23, 6, 5, tzinfo=UTC), makassar) == "23 Nov 2026 pukul 14.05"


@pytest.mark.parametrize(
    ("number", "digits", "words"),
    [(0, 0, "0"), (1_234_567, 0, "1.234.567"), (-1_000, 0, "-1.000"), (1234.56, 1, "1.234,6")],
)
def test_numbers_have_points_between_thousands(number: float, digits: int, words: str) -> None:
    assert wording.number_words(number, digits) == words


def test_money_sizes_and_shares() -> None:
    assert wording.rupiah_words(1_500_000) == "Rp1.500.000"
    assert [wording.size_words(size) for size in (0, 400, 21_300, 1_240_000)] == ["0 KB", "0,4 KB", "21 KB", "1,2 MB"]
    assert [wording.share_words(share) for share in (0, 0.504, 0.999, 1)] == ["0%", "50%", "99%", "100%"]


@pytest.mark.usefixtures("english")
def test_english_is_spoken_when_it_is_chosen() -> None:
    assert wording.date_words(date(2026, 5, 2)) == "2 May 2026"
    assert wording.number_words(1_234_567) == "1,234,567"


def test_words_without_an_application_stay_as_they_are_written() -> None:
    assert translate("Nobody", "Kalimat yang tidak diterjemahkan") == "Kalimat yang tidak diterjemahkan"


def test_only_named_places_are_filled() -> None:
    assert fill("{a} dan {b} {c}", a=1, b="{c}") == "1 dan {c} {c}"


def test_a_fact_may_bear_the_name_of_anything() -> None:
    assert translate("Test", "Keberatan: {words} {source} {context}", words="a", source="b", context="c") == (
        "Keberatan: a b c"
    )


def test_what_belongs_together_is_not_parted_at_the_end_of_a_line() -> None:
    gap = wording.NO_BREAK
    assert (
        wording.unbroken("Jl. Tefa, RT 004 / RW 002 · Dusun 1")
        == f"Jl. Tefa, RT{gap}004{gap}/{gap}RW{gap}002 · Dusun 1"
    )
    assert wording.unbroken("RT 12 dan RW 2: 2,5 MB") == f"RT{gap}12 dan RW{gap}2: 2,5{gap}MB"
    assert wording.unbroken("KK 530204••••••") == f"KK{gap}530204••••••"
    assert wording.unbroken("3 RT, tanpa nomor KK") == "3 RT, tanpa nomor KK"
