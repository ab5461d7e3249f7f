"""What the values of an expression mean: truth, equality, order and arithmetic on text.

Answers are text. Two texts that are numbers compare as numbers, ISO dates compare as they stand, and an order with an
empty side is never true. Arithmetic with something that is no number is empty text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Context, Decimal, InvalidOperation

from app.domain.patterns import read_pattern

TRUE, FALSE = "1", ""

_ARITHMETIC = Context(prec=28, traps=[InvalidOperation])
_NUMBER = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?", re.ASCII)


def truth(text: str) -> bool:
    """Neither empty nor nought."""
    value = number(text)
    return text != "" if value is None else value != 0


def number(text: str) -> Decimal | None:
    """The number that a text writes in digits, or None."""
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def age(birth: str, today: date) -> str:
    """Completed years from an ISO birth date to a day; empty when there is no such date or it lies ahead."""
    try:
        born = date.fromisoformat(birth)
    except ValueError:
        return ""
    return str(today.year - born.year - ((today.month, today.day) < (born.month, born.day))) if born <= today else ""


def negative(text: str) -> str:
    """The number with the other sign."""
    return _calculated("-", "0", text)


def _text(fact: bool) -> str:
    return TRUE if fact else FALSE


def _equal(left: str, right: str) -> bool:
    a, b = number(left), number(right)
    return left == right if a is None or b is None else a == b


def _order(left: str, right: str) -> int | None:
    """Below nought when left comes first, above when right does; None when a side is empty."""
    if not left or not right:
        return None
    a, b = number(left), number(right)
    if a is None or b is None:
        return (left > right) - (left < right)
    return (a > b) - (a < b)


def _calculated(operator: str, left: str, right: str) -> str:
    a, b = number(left), number(right)
    if a is None or b is None or (operator in ("div", "mod") and b == 0):
        return ""
    calculate = {
        "+": _ARITHMETIC.add,
        "-": _ARITHMETIC.subtract,
        "*": _ARITHMETIC.multiply,
        "div": _ARITHMETIC.divide,
        "mod": _ARITHMETIC.remainder,
    }[operator]
    try:
        return _plain(calculate(a, b))
    except InvalidOperation:
        return ""


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _count(values: tuple[str, ...]) -> str:
    return str(sum(value != "" for value in values))


def _sum(values: tuple[str, ...]) -> str:
    total = "0"
    for value in values:
        total = _calculated("+", total, value) or total
    return total


AGGREGATES: Mapping[str, Callable[[tuple[str, ...]], str]] = {"count": _count, "sum": _sum}
"""Functions over the answers of all repeats; they take a name, not a value."""

OPERATORS: Mapping[str, Callable[[str, str], str]] = {
    "or": lambda a, b: _text(truth(a) or truth(b)),
    "and": lambda a, b: _text(truth(a) and truth(b)),
    "=": lambda a, b: _text(_equal(a, b)),
    "!=": lambda a, b: _text(not _equal(a, b)),
    "<": lambda a, b: _text((order := _order(a, b)) is not None and order < 0),
    "<=": lambda a, b: _text((order := _order(a, b)) is not None and order <= 0),
    ">": lambda a, b: _text((order := _order(a, b)) is not None and order > 0),
    ">=": lambda a, b: _text((order := _order(a, b)) is not None and order >= 0),
    "+": lambda a, b: _calculated("+", a, b),
    "-": lambda a, b: _calculated("-", a, b),
    "*": lambda a, b: _calculated("*", a, b),
    "div": lambda a, b: _calculated("div", a, b),
    "mod": lambda a, b: _calculated("mod", a, b),
}

PATTERN = "regex"
"""Whether the whole text is as a pattern says (app/domain/patterns.py)."""

FUNCTIONS: Mapping[str, tuple[int, Callable[..., str]]] = {
    "not": (1, lambda a: _text(not truth(a))),
    "true": (0, lambda: TRUE),
    "false": (0, lambda: FALSE),
    "selected": (2, lambda a, b: _text(b in a.split())),
    "count-selected": (1, lambda a: str(len(a.split()))),
    "coalesce": (2, lambda a, b: a or b),
    "if": (3, lambda c, a, b: a if truth(c) else b),
    "length": (1, lambda a: str(len(a))),
    "digits": (1, lambda a: _text(a.isascii() and a.isdigit())),
    "number": (1, lambda a: a if number(a) is not None else ""),
    PATTERN: (2, lambda a, b: _text(read_pattern(b).matches(a))),
    "count": (1, str),
    "sum": (1, str),
    "age": (1, str),
    "today": (0, str),
}
"""Each function's number of arguments and its meaning; the last four read the answers or the day and are met there."""
