from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.expressions import parse
from app.domain.patterns import read_pattern
from app.domain.questionnaire import LONGEST_TEXT


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("08[0-9]{7,11}", "081234567", True),
        ("08[0-9]{7,11}", "08123456", False),
        ("08[0-9]{7,11}", "0812345678901x", False),
        (r"^\+62\d+$", "+62812", True),
        (r"(\+62|0)?8\d*", "0812", True),
        (r"(\+62|0)?8\d*", "8", True),
        (r"(\+62|0)?8\d*", "+0812", False),
        ("[^a-c]+", "xyz", True),
        ("[^a-c]+", "xyb", False),
        ("[0-9 -]*", "12 34-56", True),
        ("a|b", "b", True),
        ("", "", True),
        ("(ab|a)(bc|c)", "abc", True),
        (".?", "\n", False),
    ],
)
def test_a_pattern_means_what_it_says(pattern: str, text: str, fits: bool) -> None:
    assert read_pattern(pattern).matches(text) is fits


@pytest.mark.parametrize("pattern", ["(a+)+", "(a|b)*", "(a){2}", "[a", "a{3,1}", "(a", "a)", r"\1", "*a", "a{2}{3}"])
def test_what_could_run_for_ever_or_cannot_be_read_is_refused(pattern: str) -> None:
    with pytest.raises(Refused, match="expression_pattern"):
        read_pattern(pattern)


def test_a_form_with_a_pattern_that_cannot_be_read_is_refused_when_it_is_opened() -> None:
    for source in ("regex(., '(a+)+')", "regex(., ${a})"):
        with pytest.raises(Refused, match="expression_pattern"):
            parse(source)


_signs = st.sampled_from(["a", "b", ".", "[ab]", "[^a]", r"\d", r"\+"])
_items = st.tuples(_signs, st.sampled_from(["", "?", "*", "+", "{2}", "{0,2}", "{1,}"])).map("".join)
_rows = st.lists(_items, max_size=4).map("".join)
_groups = st.tuples(_rows, _rows, st.sampled_from(["", "?"])).map(lambda parts: f"({parts[0]}|{parts[1]}){parts[2]}")
_patterns = st.tuples(_rows, _groups, _rows).map("".join)


@given(_patterns, st.text("ab1+", max_size=8))
def test_a_pattern_matches_what_the_usual_matcher_matches(pattern: str, text: str) -> None:
    assert read_pattern(pattern).matches(text) == bool(re.fullmatch(pattern, text, re.ASCII))


def test_the_worst_pattern_on_the_longest_text_takes_a_moment() -> None:
    worst = read_pattern("a*" * 60 + "b")
    began = time.process_time()
    assert not worst.matches("a" * LONGEST_TEXT)
    assert time.process_time() - began < 2
