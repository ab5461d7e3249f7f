"""What the official decided about columns is kept and read back, and nothing else is taken for it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.intake import Choice, ColumnMapping

MAPPING = ColumnMapping("f00d", {0: Choice("nik", 0.9), 1: Choice("nama", 0.8), 2: Choice()})


def test_a_field_moves_and_is_never_held_twice() -> None:
    moved = MAPPING.with_choice(2, "nik")
    assert moved.column_of("nik") == 2
    assert moved.choices == {0: Choice(), 1: Choice("nama", 0.8), 2: Choice("nik", 1.0)}
    assert MAPPING.column_of("nik") == 0


def test_a_column_is_let_go() -> None:
    assert MAPPING.with_choice(0, "").column_of("nik") is None


@given(
    st.dictionaries(
        st.integers(0, 300),
        st.builds(Choice, st.sampled_from(["", "nik", "x", "nama"]), st.floats(0, 1)),
    )
)
def test_a_kept_mapping_comes_back_the_same(choices: dict[int, Choice]) -> None:
    mapping = ColumnMapping("f00d", choices)
    assert ColumnMapping.from_data(mapping.as_data()) == mapping


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"fingerprint": 1, "choices": {}},
        {"fingerprint": "f", "choices": []},
        {"fingerprint": "f", "choices": {"a": ["nik", 1.0]}},
        {"fingerprint": "f", "choices": {"1": 3}},
        {"fingerprint": "f", "choices": {"1": ["nik"]}},
    ],
)
def test_anything_else_is_no_mapping(data: Mapping[str, object]) -> None:
    with pytest.raises(ValueError):
        ColumnMapping.from_data(data)
