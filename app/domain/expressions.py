"""A small language for "when is this asked" and "which answers are allowed"; parsed once, never run as code.

    or, and, = != < <= > >=, + - * div mod, -x, not(x)
    ${name}      the answer to a question (empty when it was skipped)      .   the value being checked
    'text', 3.5  literals
    selected(${q}, 'c')  count-selected(${q})  count(${repeat})  sum(${q})  coalesce(a, b)  if(c, a, b)
    length(x)  digits(x)  number(x)  regex(x, '08[0-9]{7,11}')  age(${date})  today()  true()  false()

The grammar is the part of XLSForm's that districts use, so that their forms can be read into it. Evaluation knows no
loops, no attributes and no failure: nonsense is empty text (what values mean: app/domain/expression_values.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Protocol

from app.domain.errors import Refused
from app.domain.expression_values import AGGREGATES, FUNCTIONS, OPERATORS, PATTERN, age, negative, truth
from app.domain.patterns import read_pattern

LONGEST, MOST_WORDS, DEEPEST = 4_000, 400, 40
"""Characters, words and nested levels of one expression; a district's form is data from outside."""

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<number>\d+(?:\.\d+)?) | (?P<text>'[^']*'|"[^"]*") | \$\{\s*(?P<ref>[A-Za-z_][\w.-]*)\s*\}
    | (?P<name>[A-Za-z][A-Za-z_-]*) | (?P<sign><=|>=|!=|[=<>+*(),.-])
    )""",
    re.VERBOSE | re.ASCII,
)


class Scope(Protocol):
    """Where an expression finds the answers it speaks of."""

    def value(self, name: str) -> str:
        """The answer to a question, empty when there is none."""

    def each(self, name: str) -> tuple[str, ...]:
        """The answers to a question in all repeats, or the instances of a repeat when the name is one."""

    @property
    def today(self) -> date:
        """The day on which the form is filled in."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A number or a text that stands in the expression."""

    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Reference:
    """``${name}``."""

    name: str


@dataclass(frozen=True, slots=True)
class Itself:
    """``.``: the value being checked."""


@dataclass(frozen=True, slots=True)
class Call:
    """A function or an operator with its arguments."""

    name: str
    arguments: tuple[Node, ...]


Node = Literal | Reference | Itself | Call


@dataclass(frozen=True, slots=True)
class Expression:
    """One parsed expression; `source` is what was written."""

    source: str
    root: Node

    def evaluate(self, scope: Scope, itself: str = "") -> str:
        """The value as text; never raises."""
        return _value(self.root, scope, itself)

    def holds(self, scope: Scope, itself: str = "") -> bool:
        """Whether the expression is true: neither empty nor nought."""
        return truth(self.evaluate(scope, itself))

    def references(self) -> frozenset[str]:
        """The names that are read one by one (``${name}`` outside count and sum)."""
        return frozenset(name for name, over_all in _names(self.root) if not over_all)

    def aggregates(self) -> frozenset[str]:
        """The names that are read over all repeats (inside count and sum)."""
        return frozenset(name for name, over_all in _names(self.root) if over_all)

    def __str__(self) -> str:
        return _written(self.root)


@lru_cache(maxsize=4096)
def parse(source: str) -> Expression:
    """The expression that a text writes; refuses with a code and the place (character, from 1) of what is wrong."""
    if len(source) > LONGEST:
        raise Refused("expression_too_long", longest=LONGEST)
    return Expression(source, _Parser(source).whole())


# ---------------------------------------------------------------------------------------------------------- parsing

_LEVELS: tuple[frozenset[str], ...] = (
    frozenset({"or"}),
    frozenset({"and"}),
    frozenset({"=", "!="}),
    frozenset({"<", "<=", ">", ">="}),
    frozenset({"+", "-"}),
    frozenset({"*", "div", "mod"}),
)
_WORDS = frozenset({"or", "and", "div", "mod"})


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    place: int


def _tokens(source: str) -> Iterator[_Token]:
    place, end = 0, len(source.rstrip())
    while place < end:
        found = _TOKEN.match(source, place)
        if found is None:
            raise Refused("expression_character", place=place + 1, source=source)
        kind = str(found.lastgroup)
        yield _Token(kind, found.group(kind), found.start(kind) + 1)
        place = found.end()


class _Parser:
    """Recursive descent over the tokens; one level of `_LEVELS` binds tighter than the one before."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._tokens = [*_tokens(source), _Token("end", "", len(source) + 1)]
        if len(self._tokens) > MOST_WORDS:
            raise Refused("expression_too_long", longest=MOST_WORDS)
        self._at = 0
        self._depth = 0

    def whole(self) -> Node:
        node = self._binary(0)
        if self._now.kind != "end":
            raise self._unexpected()
        return node

    @property
    def _now(self) -> _Token:
        return self._tokens[self._at]

    def _unexpected(self) -> Refused:
        token = self._now
        code = "expression_incomplete" if token.kind == "end" else "expression_unexpected"
        return Refused(code, place=token.place, found=token.text, source=self._source)

    def _take(self) -> _Token:
        token = self._now
        self._at += 1
        return token

    def _expect(self, sign: str) -> None:
        if self._now.kind != "sign" or self._now.text != sign:
            raise self._unexpected()
        self._at += 1

    def _binary(self, level: int) -> Node:
        if level == len(_LEVELS):
            return self._unary()
        left = self._binary(level + 1)
        while self._now.kind in ("sign", "name") and self._now.text in _LEVELS[level]:
            operator = self._take().text
            left = Call(operator, (left, self._binary(level + 1)))
        return left

    def _unary(self) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Refused("expression_too_deep", deepest=DEEPEST, source=self._source)
        if self._now.kind == "sign" and self._now.text == "-":
            self._take()
            node: Node = Call("negative", (self._unary(),))
        else:
            node = self._primary()
        self._depth -= 1
        return node

    def _primary(self) -> Node:
        token = self._now
        if token.kind == "number":
            return Literal(self._take().text, quoted=False)
        if token.kind == "text":
            return Literal(self._take().text[1:-1], quoted=True)
        if token.kind == "ref":
            return Reference(self._take().text)
        if token.kind == "sign" and token.text == ".":
            self._take()
            return Itself()
        if token.kind == "sign" and token.text == "(":
            self._take()
            node = self._binary(0)
            self._expect(")")
            return node
        if token.kind == "name" and token.text not in _WORDS:
            return self._call()
        raise self._unexpected()

    def _call(self) -> Call:
        name = self._take()
        if name.text not in FUNCTIONS:
            raise Refused("expression_function_unknown", place=name.place, found=name.text, source=self._source)
        self._expect("(")
        arguments: list[Node] = []
        while not (self._now.kind == "sign" and self._now.text == ")"):
            if arguments:
                self._expect(",")
            arguments.append(self._binary(0))
        self._expect(")")
        count, _ = FUNCTIONS[name.text]
        if len(arguments) != count:
            raise Refused("expression_arguments", place=name.place, found=name.text, wanted=count, source=self._source)
        if name.text in AGGREGATES and not isinstance(arguments[0], Reference):
            raise Refused("expression_not_a_name", place=name.place, found=name.text, source=self._source)
        if name.text == PATTERN:
            self._check_pattern(name, arguments[1])
        return Call(name.text, tuple(arguments))

    def _check_pattern(self, name: _Token, pattern: Node) -> None:
        """A pattern stands there as it is, so that one that cannot be read is refused with the form."""
        if not isinstance(pattern, Literal):
            raise Refused("expression_pattern", place=name.place, found=name.text, source=self._source)
        read_pattern(pattern.text)


# ------------------------------------------------------------------------------------------------------- evaluation


def _value(node: Node, scope: Scope, itself: str) -> str:
    if isinstance(node, Literal):
        return node.text
    if isinstance(node, Reference):
        return scope.value(node.name)
    if isinstance(node, Itself):
        return itself
    first = node.arguments[0] if node.arguments else None
    if node.name in AGGREGATES and isinstance(first, Reference):
        return AGGREGATES[node.name](scope.each(first.name))
    if node.name == "today":
        return scope.today.isoformat()
    values = [_value(argument, scope, itself) for argument in node.arguments]
    if node.name == "age":
        return age(values[0], scope.today)
    if node.name == "negative":
        return negative(values[0])
    if node.name in OPERATORS:
        return OPERATORS[node.name](values[0], values[1])
    return FUNCTIONS[node.name][1](*values)


# -------------------------------------------------------------------------------------------------- names, writing


def _names(node: Node, over_all: bool = False) -> Iterator[tuple[str, bool]]:
    if isinstance(node, Reference):
        yield node.name, over_all
    elif isinstance(node, Call):
        for argument in node.arguments:
            yield from _names(argument, node.name in AGGREGATES)


def _written(node: Node) -> str:
    if isinstance(node, Literal):
        quote = '"' if "'" in node.text else "'"
        return f"{quote}{node.text}{quote}" if node.quoted else node.text
    if isinstance(node, Reference):
        return f"${{{node.name}}}"
    if isinstance(node, Itself):
        return "."
    arguments = [_written(argument) for argument in node.arguments]
    if node.name in OPERATORS:
        return f"({arguments[0]} {node.name} {arguments[1]})"
    if node.name == "negative":
        return f"(-{arguments[0]})"
    return f"{node.name}({', '.join(arguments)})"
