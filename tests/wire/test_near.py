"""What both sides have already need not travel: words by their places, numbers by what lies close to them."""

from __future__ import annotations

import hashlib
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.payloads import KINDS, ChangeProposed, Evidence, MemberSeen, VisitRecorded
from app.wire.body import Reader, Writer
from app.wire.column import number_at_end, read_texts, write_ints, write_texts
from app.wire.known_words import PLACES, WORDS
from app.wire.tree import read_values, write_values

FROZEN = 334
LARGE = {"largest": 1 << 20, "budget": 1 << 24}
numbers = st.integers(-(2**70), 2**70) | st.integers(0, 5_000)
ids = st.builds("m-5c1f09ab-{}".format, st.integers(0, 5_000))
texts = st.text(max_size=9) | ids | st.sampled_from(WORDS)
rows = st.lists(
    st.tuples(numbers, st.lists(st.integers(-9, 9) | texts | st.lists(ids, max_size=2), max_size=4)), max_size=9
)


def test_words_keep_their_places_for_ever() -> None:
    assert hashlib.sha256(" ".join(WORDS[:FROZEN]).encode()).hexdigest()[:16] == "946e852ae806fbba"
    assert len(PLACES) == len(WORDS)


def test_no_field_of_what_villages_write_most_is_spelt_out() -> None:
    said = {kind for kind, _ in KINDS} | {
        field.name for shape in (VisitRecorded, MemberSeen, ChangeProposed, Evidence) for field in fields(shape)
    }
    assert said <= set(WORDS)


@given(st.lists(st.tuples(numbers, texts), max_size=30))
def test_texts_come_out_as_they_went_in_whatever_they_are_beside(beside: list[tuple[int, str]]) -> None:
    near = [[number for number, _ in beside]]
    values = [text for _, text in beside]
    writer = Writer()
    write_texts(writer, values, references=near)
    reader = Reader(writer.body(), **LARGE)
    assert read_texts(reader, len(values), references=near) == values
    reader.finish()


@given(rows)
@settings(deadline=None)
def test_trees_come_out_as_they_went_in_whatever_they_are_beside(beside: list[tuple[int, list[object]]]) -> None:
    near = [[number for number, _ in beside]] * 2
    values = [value for _, value in beside]
    writer = Writer()
    write_values(writer, values, near)
    reader = Reader(writer.body(), **LARGE)
    assert read_values(reader, len(values), near) == values
    reader.finish()


def test_members_that_are_counted_on_from_their_family_cost_next_to_nothing() -> None:
    families = [hashlib.sha256(str(n).encode()).digest()[0] * 37 + n for n in range(300)]
    members = [[f"m-5c1f09ab-{number + place}" for place in range(3)] for number in families]
    alone, beside = Writer(), Writer()
    write_values(alone, members)
    write_values(beside, members, [families])
    assert len(beside.body()) < 80 < 300 < len(alone.body())


@pytest.mark.parametrize(("text", "number"), [("f-ab12cd34-7", 7), ("12", 12), ("", 0), ("k2x", 0), ("p-07", 7)])
def test_the_number_at_the_end_of_a_text(text: str, number: int) -> None:
    assert number_at_end(text) == number


def test_a_word_beyond_the_last_is_refused() -> None:
    writer = Writer()
    writer.uint(7)
    write_ints(writer, [1, 1])
    write_ints(writer, [0, len(WORDS)])
    with pytest.raises(Refused, match="body_damaged"):
        read_texts(Reader(writer.body(), **LARGE), 2)
