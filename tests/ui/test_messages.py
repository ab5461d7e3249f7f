import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import Locked, Problem, Refused, Unavailable
from app.hub.judge import CURABLE
from app.hub.words import PROBLEMS
from app.storage.intake_of_entries import BROKEN, GAP, HEADER
from app.storage.trust import KEY_REVOKED, NOT_OF_DISTRICT
from app.ui.messages import SENTENCES, explain, sentence_of

APP = Path(__file__).resolve().parents[2] / "app"
KINDS = {"Refused", "Unavailable", "Locked"}


def codes_of(argument: ast.expr, names: dict[str, ast.expr]) -> Iterator[str]:
    """The codes that a raise may carry: a string, both sides of a choice, a constant of the module, a table's values."""
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


def test_every_reason_for_setting_an_entry_aside_has_a_sentence() -> None:
    reasons = {*CURABLE, NOT_OF_DISTRICT, KEY_REVOKED, GAP, BROKEN, HEADER, "device_unknown", "not_district"}
    assert [code for code in sorted(reasons) if sentence_of(code) is None] == []


def test_the_search_for_codes_finds_them() -> None:
    assert {"password_wrong", "disk_full"} <= raised_codes().keys()


def test_nobody_raises_a_code_without_a_sentence() -> None:
    speechless = {
        code: place
        for code, place in raised_codes().items()
        if sentence_of(code) is None and not (place.startswith("hub/") and code in PROBLEMS)
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


def test_a_code_of_a_family_takes_the_family_s_sentence_unless_it_has_its_own() -> None:
    assert sentence_of("expression_brand_new") is SENTENCES["expression_*"]
    assert sentence_of("store_damaged") is SENTENCES["store_damaged"]
    assert sentence_of("nothing_like_it") is None


@pytest.mark.parametrize("problem", [Refused("unheard"), Unavailable("unheard"), Locked("unheard"), Problem("unheard")])
def test_even_an_unknown_code_is_explained_without_showing_it(problem: Problem) -> None:
    message = explain(problem)
    assert message.title
    assert "unheard" not in message.title + message.text
