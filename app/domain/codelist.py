"""Code lists as data: what a code means depends on the list and on its version.

Lists that look the same are not (roof 5 and 6 are swapped between Regsosek and DTSEN; "does not cook" is 12 in one
and 0 in the other), so a list is named ``<id>@<version>`` and codes go from one list to another only by a crosswalk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from app.domain.errors import Refused

INDONESIAN, ENGLISH = "id", "en"


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a list as the ministry writes it, with its words."""

    value: str
    label_id: str
    label_en: str

    def label(self, language: str = INDONESIAN) -> str:
        """The words in the language asked for."""
        return self.label_en if language == ENGLISH else self.label_id


@dataclass(frozen=True)
class CodeList:
    """The codes that one version of one variable may take.

    ``sums`` marks lists whose stored value is a sum of codes (identity cards: 1 birth record + 4 KTP = 5); codes that
    are no power of two (99, not known) stand alone.
    """

    id: str
    version: str
    source: str
    title_id: str
    title_en: str
    codes: tuple[Code, ...]
    sums: bool = False

    def __post_init__(self) -> None:
        if len(self._by_value) != len(self.codes):
            raise Refused("codes_value_twice", list=self.key)
        if self.sums and not all(code.value.isascii() and code.value.isdigit() for code in self.codes):
            raise Refused("codes_sum_not_numbers", list=self.key)

    @property
    def key(self) -> str:
        """The name by which questions and lists refer to this list: ``atap@dtsen-2025``."""
        return f"{self.id}@{self.version}"

    @cached_property
    def _by_value(self) -> dict[str, Code]:
        return {code.value: code for code in self.codes}

    def __iter__(self) -> Iterator[Code]:
        return iter(self.codes)

    def __len__(self) -> int:
        return len(self.codes)

    def __contains__(self, value: object) -> bool:
        return value in self._by_value

    def get(self, value: str) -> Code | None:
        """The code of a stored value, or None when the list does not know it."""
        return self._by_value.get(value)

    def label(self, value: str, language: str = INDONESIAN) -> str:
        """The words for a stored value (several for a sum); the value itself when the list does not know it."""
        parts = self.parts(value)
        return ", ".join(part.label(language) for part in parts) if parts else value

    def parts(self, value: str) -> tuple[Code, ...]:
        """The codes that make up a stored value: itself, or the addends of a sum; empty when it is not of this list."""
        whole = self.get(value)
        if whole is not None:
            return (whole,)
        if not self.sums or not (value.isascii() and value.isdigit()) or len(value) > 9:
            return ()
        bits = tuple(code for code in self.codes if int(code.value).bit_count() == 1 and int(code.value) & int(value))
        return bits if sum(int(code.value) for code in bits) == int(value) else ()


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """How the codes of one list are said in another; a code without a pair has no counterpart there."""

    origin: str
    target: str
    source: str
    pairs: Mapping[str, str]

    def translate(self, value: str) -> str | None:
        """The code in the target list, or None where the target has no word for it (never a guess)."""
        return self.pairs.get(value)


@dataclass(frozen=True)
class CodeBook:
    """All code lists that the program knows, by key, and the ways between them."""

    lists: Mapping[str, CodeList]
    crosswalks: Mapping[tuple[str, str], Crosswalk]

    @classmethod
    def of(cls, lists: Iterable[CodeList], crosswalks: Iterable[Crosswalk] = ()) -> CodeBook:
        """A book of these lists; refuses a list twice, and crosswalks that name lists or codes that are not there."""
        book: dict[str, CodeList] = {}
        for one in lists:
            if one.key in book:
                raise Refused("codes_list_twice", list=one.key)
            book[one.key] = one
        ways: dict[tuple[str, str], Crosswalk] = {}
        for way in crosswalks:
            for key, values in ((way.origin, way.pairs.keys()), (way.target, way.pairs.values())):
                if key not in book:
                    raise Refused("codes_list_unknown", list=key)
                for value in values:
                    if value not in book[key]:
                        raise Refused("codes_value_unknown", list=key, value=value)
            ways[way.origin, way.target] = way
        return cls(book, ways)

    def get(self, key: str) -> CodeList:
        """The list of that key (``atap@dtsen-2025``)."""
        try:
            return self.lists[key]
        except KeyError:
            raise Refused("codes_list_unknown", list=key) from None

    def crosswalk(self, origin: str, target: str) -> Crosswalk:
        """The way from one list to another; a list leads to itself, and two lists without a way are refused."""
        if origin == target:
            same = {code.value: code.value for code in self.get(origin)}
            return Crosswalk(origin, target, self.get(origin).source, same)
        try:
            return self.crosswalks[origin, target]
        except KeyError:
            raise Refused("codes_no_crosswalk", origin=origin, target=target) from None
