"""What districts and ministries write: expressions, patterns, forms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from app.domain.expressions import parse
from app.domain.patterns import read_pattern
from app.shelf.codes import code_book
from app.shelf.forms import VISIT, read_form
from app.shelf.place import resource
from tests.fuzz.world import World

_EXPRESSIONS = (
    "${a} = '1' and (${b} > 3.5 or not(selected(${c}, '2')))",
    "if(count(${orang}) >= 2, sum(${umur}) div 2, coalesce(${a}, -${b})) != 7 mod 2",
    "regex(., '(08|\\+62)[0-9]{7,11}') and length(.) < 14 and age(${lahir}) >= 17",
    "string-length(.) > 2 or number(.) * 1000000 = 99999999999999999999999 - 1",
)
_PATTERNS = (
    "(08|\\+62)[0-9]{7,11}",
    "^[A-Z][a-z .']{2,40}(, (S|M)\\.[A-Z]+)?$",
    "((a?b*){0}|[^x\\]-])+"[:20],
    "\\d{16}|-",
)


class _Answers:
    """Whatever is asked for, there is something."""

    today = date(2026, 11, 28)

    def value(self, name: str) -> str:
        """Numbers, dates and nonsense."""
        return ("", "12", "1953-12-31", "1e400", "9" * 400, "-", "٣")[len(name) % 7]

    def each(self, name: str) -> tuple[str, ...]:
        """Three of them."""
        return ("1", "", "9" * 330)


def expressions(world: World) -> Sequence[bytes]:
    """As forms have them."""
    return [one.encode() for one in _EXPRESSIONS]


def evaluate(world: World, content: bytes) -> object:
    """Read, written again, and evaluated."""
    expression = parse(content.decode("utf-8", "replace"))
    return str(expression), expression.evaluate(_Answers(), "08123456789"), expression.evaluate(_Answers(), "9" * 2_000)


def patterns(world: World) -> Sequence[bytes]:
    """As forms have them."""
    return [one.encode() for one in _PATTERNS]


def match(world: World, content: bytes) -> object:
    """Met with the longest answer there is."""
    pattern = read_pattern(content.decode("utf-8", "replace"))
    return [pattern.matches(text) for text in ("", "081234567890", "a" * 2_000, "0" * 2_000, "ab\n" * 600)]


@cache
def forms(world: World | None = None) -> Sequence[bytes]:
    """The visit's form."""
    return [resource("forms", VISIT).read_bytes()]


def read(world: World, content: bytes) -> object:
    """The form of a file."""
    path = world.folder / "form.json"
    path.write_bytes(content)
    return read_form(path, code_book())
