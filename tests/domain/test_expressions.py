from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.expression_values import OPERATORS
from app.domain.expressions import parse


@dataclass
class FixedScope:
    answers: dict[str, str] = field(default_factory=dict)
    repeats: dict[str, tuple[str, ...]] = field(default_factory=dict)
    today: date = date(2026, 11, 23)

    def value(self, name: str) -> str:
        return self.answers.get(name, "")

    def each(self, name: str) -> tuple[str, ...]:
        return self.repeats.get(name, ())


SCOPE = FixedScope({"a": "7", "b": "10", "c": "1 3 12", "d": "2001-11-24", "kk": "9" * 16}, {"m": ("2", "", "x", "3")})


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("${a} < ${b}", "1"),
        ("'7' = 7.0", "1"),
        ("${none} = ''", "1"),
        ("${none} < 1 or ${none} >= 1", ""),
        ("selected(${c}, '1')", "1"),
        ("selected(${c}, '2')", ""),
        ("count-selected(${c})", "3"),
        ("count(${m})", "3"),
        ("sum(${m})", "5"),
        ("age(${d})", "24"),
        ("${d} <= today()", "1"),
        ("2 + 3 * 4 - -1", "15"),
        ("(2 + 3) * 4 div 8", "2.5"),
        ("7 mod 4", "3"),
        ("1 div 0", ""),
        ("not(${a} = 7 and ${b} = 10)", ""),
        ("1 = 1 or 1 = 2 and 1 = 2", "1"),
        ("if(${a} > 3, 'besar', 'kecil')", "besar"),
        ("coalesce(${none}, ${a})", "7"),
        ("digits(${kk}) and length(${kk}) = 16", "1"),
        ("number('1e5')", ""),
    ],
)
def test_an_expression_means_what_it_says(source: str, value: str) -> None:
    assert parse(source).evaluate(SCOPE) == value


def test_the_dot_is_the_value_being_checked() -> None:
    assert parse(". >= 0 and . <= 120").holds(SCOPE, "45")
    assert not parse(". >= 0 and . <= 120").holds(SCOPE, "121")


def test_a_long_number_is_not_rounded_when_compared() -> None:
    assert not parse("${kk} = 9999999999999998").holds(SCOPE)


@pytest.mark.parametrize(
    ("source", "code", "place"),
    [
        ("", "expression_incomplete", 1),
        ("${a} =", "expression_incomplete", 7),
        ("${a} = = 1", "expression_unexpected", 8),
        ("${a} & 1", "expression_character", 5),
        ("1 = 'open", "expression_character", 4),
        ("open('x')", "expression_function_unknown", 1),
        ("__import__('os')", "expression_character", 1),
        ("selected(${a})", "expression_arguments", 1),
        ("count(1)", "expression_not_a_name", 1),
        ("(1", "expression_incomplete", 3),
        ("1 2", "expression_unexpected", 3),
    ],
)
def test_a_wrong_expression_is_refused_with_the_place_of_what_is_wrong(source: str, code: str, place: int) -> None:
    with pytest.raises(Refused) as caught:
        parse(source)
    assert (caught.value.code, caught.value.facts["place"]) == (code, place)


@pytest.mark.parametrize("source", ["(" * 200 + "1" + ")" * 200, "-" * 300 + "1", "+".join("1" * 900), " " * 5000])
def test_an_expression_made_to_exhaust_the_program_is_refused(source: str) -> None:
    with pytest.raises(Refused):
        parse(source)


def test_an_expression_tells_the_names_that_it_reads() -> None:
    found = parse("${a} = 1 and count(${m}) > selected(${c}, ${b})")
    assert found.references() == {"a", "b", "c"}
    assert found.aggregates() == {"m"}


leaves = st.one_of(
    st.sampled_from(["${a}", "${none}", "${d}", ".", "today()", "''", "'x y'", "count(${m})", "sum(${m})"]),
    st.integers(0, 10**18).map(str),
)
expressions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(sorted(OPERATORS)), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        st.tuples(st.sampled_from(["not", "age", "length", "digits", "number"]), inner).map(
            lambda t: f"{t[0]}({t[1]})"
        ),
        inner.map(lambda text: f"-{text}"),
        st.tuples(inner, inner, inner).map(lambda t: f"if({t[0]}, {t[1]}, {t[2]})"),
    ),
    max_leaves=12,
)


@given(expressions, st.text(max_size=20), st.text(max_size=20))
def test_every_expression_has_a_value_whatever_was_answered(source: str, answer: str, itself: str) -> None:
    value = parse(source).evaluate(FixedScope({"a": answer, "d": itself}, {"m": (answer, itself)}), itself)
    assert isinstance(value, str)


@given(expressions)
def test_an_expression_written_out_again_means_the_same(source: str) -> None:
    once = parse(source)
    again = parse(str(once))
    assert str(again) == str(once)
    assert again.evaluate(SCOPE, "4") == once.evaluate(SCOPE, "4")


@given(st.text(alphabet="${}abc 01.'()<>=!-+*,orndif", max_size=40))
def test_any_text_is_an_expression_or_refused(source: str) -> None:
    with suppress(Refused):
        assert parse(source).source == source
