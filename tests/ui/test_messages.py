import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import Locked, Problem, Refused, Unavailable
from app.hub.judge import CURABLE
from app.hub.problems import PROBLEMS
from app.storage.intake_of_entries import BROKEN, GAP, HEADER
from app.storage.stops import STOPPED
from app.storage.trust import NOT_OF_DISTRICT
from app.ui.messages import SENTENCES, aside, explain, explain_aside, sentence_of

APP = Path(__file__).resolve().parents[2] / "app"
KINDS = {"Refused", "Unavailable", "Locked"}


def codes_of(argument: ast.expr, names: dict[str, ast.expr]) -> Iterator[str]:
    """The codes that a raise may carry: a string, both sides of a choice, a module's constant, a table's values."""
    match argument:
        case ast.Constant(value=str() as code):
            yield code
        case ast.IfExp(body=body, orelse=other):
            yield from codes_of(body, names)
            yield from codes_of(other, names)
        case ast.Name(id=name) | ast.Subscript(value=ast.Name(id=name)) if name in names:
            yield from codes_of(names[name], {})
        case ast.Dict(values=values):
            for value in values:
                yield from codes_of(value, names)
        case _:
            pass


def raised_codes() -> dict[str, str]:
    """Every literal code of a problem in app/ and where it is raised."""
    found: dict[str, str] = {}
    for path in sorted(APP.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names: dict[str, ast.expr] = {}
        for statement in tree.body:
            match statement:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    names[name] = value
                case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                    names[name] = value
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args:
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                if name in KINDS:
                    for code in codes_of(node.args[0], names):
                        found[code] = f"{path.relative_to(APP)}:{node.lineno}"
    return found


def facts_of_codes() -> dict[str, tuple[str, set[str] | None]]:
    """The facts that every raise of a code gives (those that all give); None where a raise hands on a dict."""
    found: dict[str, tuple[str, set[str] | None]] = {}
    for path in sorted(APP.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and node.args and getattr(node.func, "id", "") in KINDS):
                continue
            facts = None if any(word.arg is None for word in node.keywords) else {str(w.arg) for w in node.keywords}
            for code in codes_of(node.args[0], {}):
                before = found.get(code, ("", facts))[1]
                both = None if facts is None or before is None else before & facts
                found[code] = (f"{path.relative_to(APP)}:{node.lineno}", both)
    return found


def test_every_reason_for_setting_an_entry_aside_has_a_sentence() -> None:
    reasons = {*CURABLE, NOT_OF_DISTRICT, *STOPPED, GAP, BROKEN, HEADER, "device_unknown", "not_district"}
    assert [code for code in sorted(reasons) if code not in aside.SENTENCES] == []


@pytest.mark.parametrize("code", sorted(aside.SENTENCES))
def test_an_entry_that_was_set_aside_is_spoken_of_as_somebody_s_entry(code: str) -> None:
    words = explain_aside(code)
    assert "Anda" not in words.title
    assert "tidak hilang" in words.safe
    assert "{" not in words.title + words.text


def test_an_act_that_is_forbidden_here_and_an_entry_set_aside_for_it_are_told_apart() -> None:
    assert explain(Refused("not_allowed")).title == "Peran Anda tidak boleh melakukan ini."
    assert explain_aside("not_allowed").title == "Peran penulis catatan ini tidak boleh mencatatnya."


def test_the_search_for_codes_finds_them() -> None:
    assert {"password_wrong", "disk_full"} <= raised_codes().keys()


ONLY_THEIR_AUTHOR_MENDS = ("calendar_", "codes_", "expression_", "form_", "reasons_", "regions_")
"""Faults inside resource files: one sentence for the whole family says who has to mend them."""


def test_every_code_that_is_raised_has_a_sentence_of_its_own() -> None:
    speechless = {
        code: place
        for code, place in raised_codes().items()
        if code not in SENTENCES
        and not (code.startswith(ONLY_THEIR_AUTHOR_MENDS) and sentence_of(code))
        and not (place.startswith("hub/") and code in PROBLEMS)
    }
    assert not speechless, json.dumps(speechless, indent=1)


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_every_sentence_says_what_happened_and_what_is_safe_or_to_do(code: str) -> None:
    sentence = SENTENCES[code]
    assert sentence.title.endswith(".")
    assert sentence.safe or sentence.advice
    words = " ".join((sentence.title, sentence.safe, sentence.advice, sentence.action)).lower()
    assert "error" not in words
    assert code.lower() not in words.split()


def test_facts_are_put_into_the_words() -> None:
    assert explain(Locked("wait", seconds=30)).title == "Terlalu banyak percobaan. Tunggu 30 detik."
    found = explain(Refused("enrol_code_misspelt", letters=23, expected=24))
    assert "24 huruf dan angka; yang terketik 23" in found.title


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_that_counts_names_the_fact_it_counts(code: str) -> None:
    sentence = SENTENCES[code]
    words = (sentence.title, sentence.safe, sentence.advice, sentence.action)
    assert bool(sentence.count) == any("%n" in text for text in words)


FACTS_IN_WORDS = re.compile(r"\{(\w+)\}")


def test_every_fact_in_a_sentence_is_one_that_its_code_is_raised_with() -> None:
    wrong = {}
    for code, (place, facts) in facts_of_codes().items():
        sentence = SENTENCES.get(code)
        if sentence is None or facts is None:
            continue
        words = " ".join((sentence.title, sentence.safe, sentence.advice))
        asked = {*FACTS_IN_WORDS.findall(words), *filter(None, [sentence.count])}
        if not asked <= facts:
            wrong[code] = f"{place}: {sorted(asked - facts)}"
    assert not wrong, json.dumps(wrong, indent=1)


def test_a_code_of_a_family_takes_the_family_s_sentence_unless_it_has_its_own() -> None:
    assert sentence_of("expression_brand_new") is SENTENCES["expression_*"]
    assert sentence_of("store_damaged") is SENTENCES["store_damaged"]
    assert sentence_of("nothing_like_it") is None


@pytest.mark.parametrize("problem", [Refused("unheard"), Unavailable("unheard"), Locked("unheard"), Problem("unheard")])
def test_even_an_unknown_code_is_explained_without_showing_it(problem: Problem) -> None:
    message = explain(problem)
    assert message.title
    assert "unheard" not in message.title + message.text
