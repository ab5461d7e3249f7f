"""Finds damage in a list's numbers: what spreadsheets and hurried typing did to NIKs, KKs and birth dates.

Nothing is repaired silently. A value is cleaned for use where the digits are all there (quotes, spaces, a number cell)
and flagged all the same; where something is lost, what can be derived stands beside the original as a proposal.
Codes begin with the field they speak of (``nik_``, ``kk_``, ``birth_date_``, ``sex_``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from app.domain.birth_date import swapped
from app.domain.nik import LENGTH, WOMEN_ADD, Nik, nik_warnings, parse_nik
from app.domain.reading import Raw, Reading
from app.domain.roster import Flag, Member

_NOTHING = {"", "-", "--", "---", ".", "?", "x", "xx", "xxx", "n/a", "#n/a", "null", "none", "nihil", "belum"}
_NO_WORDS = ("tidak ada", "belum ada", "tidak punya", "belum punya", "tdk ada", "blm ada", "tidak memiliki")
_SCIENTIFIC = re.compile(r"(\d)(?:[.,](\d+))?\s*[eE]\s*\+?\s*(\d{1,2})")
_DECIMAL = re.compile(r"(\d{12,17})[.,]0+")
_QUOTES = "'`’‘‛´\"“”ʹ′"
_SEPARATORS = re.compile(r"[\s.\-_/,]+")
_LOOKALIKES = str.maketrans({"O": "0", "o": "0", "Q": "0", "I": "1", "l": "1", "i": "1", "|": "1", "S": "5", "B": "8"})
_EXACT_FLOAT = 2**53
_NO_BIRTH_DATE = ("birth_date_missing", "birth_date_unreadable", "birth_date_impossible", "birth_date_year_only")


def read_number(raw: Raw, field: str) -> Reading:
    """The digits of a NIK or KK cell (`field` names it) in whatever shape the sheet holds them."""
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _from_number(raw, field)
    text = raw.strip() if isinstance(raw, str) else "" if raw is None else str(raw)
    lowered = text.lower()
    if not lowered.strip("'"):
        return Reading("", (Flag(f"{field}_missing", field, ""),))
    if lowered in _NOTHING or lowered.startswith(_NO_WORDS):
        return Reading("", (Flag(f"{field}_placeholder", field, text),))
    if text.isascii() and text.isdigit():
        return _weighed(text, field, text, ())
    return _from_text(text, field)


def _from_number(number: float, field: str) -> Reading:
    if not 0 <= number <= 1e17:
        return Reading("", (Flag(f"{field}_not_digits", field, str(number)),))
    digits = str(int(number))
    flags = [Flag(f"{field}_number", field, digits)]
    if isinstance(number, float) and number >= _EXACT_FLOAT:
        flags.append(Flag(f"{field}_inexact", field, digits))
    elif len(digits) == LENGTH and digits.endswith("0"):
        flags.append(Flag(f"{field}_last_digit_zero", field, digits))
    return _weighed(digits, field, digits, tuple(flags))


def _from_text(text: str, field: str) -> Reading:
    flags: list[Flag] = []
    bare = text.strip(_QUOTES + " =")
    if any(quote in text for quote in _QUOTES):
        flags.append(Flag(f"{field}_quoted", field, text, bare))
    if match := _SCIENTIFIC.fullmatch(bare):
        digits = match[1] + (match[2] or "")
        whole = digits if len(digits) == LENGTH == int(match[3]) + 1 else ""
        return Reading(whole, (*flags, Flag(f"{field}_scientific", field, text, whole)))
    if match := _DECIMAL.fullmatch(bare):
        flags.append(Flag(f"{field}_number", field, text, match[1]))
        bare = match[1]
    joined = _SEPARATORS.sub("", bare)
    if joined != bare:
        flags.append(Flag(f"{field}_spaced", field, text, joined))
    if not (joined.isascii() and joined.isdigit()):
        meant = joined.translate(_LOOKALIKES)
        proposed = meant if len(meant) == LENGTH and meant.isascii() and meant.isdigit() else ""
        return Reading("", (*flags, Flag(f"{field}_not_digits", field, text, proposed)))
    return _weighed(joined, field, text, tuple(flags))


def _weighed(digits: str, field: str, original: str, flags: tuple[Flag, ...]) -> Reading:
    """Flags for the digits as such: one digit repeated stands for "none", ten zeros for a rounded 7.10202E+15."""
    if len(set(digits)) == 1:
        return Reading("", (Flag(f"{field}_placeholder", field, original),))
    if len(digits) == LENGTH and not digits[6:].strip("0"):
        return Reading("", (Flag(f"{field}_scientific", field, original),))
    if len(digits) == LENGTH:
        known = any(flag.code == f"{field}_last_digit_zero" for flag in flags)
        if digits.endswith("0000") and not known:
            flags = (*flags, Flag(f"{field}_last_digit_zero", field, original))
        return Reading(digits, flags)
    code = f"{field}_short" if len(digits) < LENGTH else f"{field}_long"
    return Reading(digits, (*flags, Flag(code, field, original, facts=(("digits", str(len(digits))),))))


def cross_checks(member: Member, kk: str, knows_region: Callable[[str], bool]) -> tuple[Flag, ...]:
    """What a person's NIK, birth date, sex and family card say against each other, with what follows from it."""
    parts = parse_nik(member.nik)
    if parts is None:
        return ()
    flags: list[Flag] = []
    known = knows_region(parts.region)
    for code in nik_warnings(member.nik, member.birth_date, member.sex, known):
        if code == "nik_birth_date_differs":
            flags.append(_date_against_nik(member.birth_date, parts))
        elif code == "nik_date_impossible":
            flags.append(Flag(code, "nik", member.nik, _with_birth_date(parts, member.birth_date, member.sex)))
        elif code == "nik_sex_differs":
            flags.append(Flag(code, "sex", member.sex, parts.sex))
        elif code == "nik_region_unknown":
            flags.append(Flag(code, "nik", member.nik, _nearest(parts, member.birth_date, kk, knows_region)))
    return tuple(flags)


def with_proposals(member: Member, kk: str, today: date, knows_region: Callable[[str], bool]) -> tuple[Flag, ...]:
    """A person's own flags, where the rest of the row lets a missing date or digit be derived."""
    done: list[Flag] = []
    for flag in member.flags:
        if flag.code in _NO_BIRTH_DATE and not flag.proposed:
            parts = parse_nik(member.nik)
            born = parts.birth_date(today) if parts is not None else None
            flag = replace(flag, proposed=born.isoformat() if born else "")
        elif flag.code == "nik_short" and not flag.proposed and member.birth_date:
            flag = replace(flag, proposed=_digit_put_back(member, kk, knows_region))
        done.append(flag)
    return tuple(done)


def nik_twice(people: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The ids of the people that share a NIK, by that NIK, from pairs of id and NIK."""
    holders: dict[str, list[str]] = defaultdict(list)
    for person, nik in people:
        if parse_nik(nik) is not None:
            holders[nik].append(person)
    return {nik: tuple(ids) for nik, ids in holders.items() if len(ids) > 1}


def _date_against_nik(iso: str, parts: Nik) -> Flag:
    turned = swapped(iso)
    if turned and not nik_warnings(parts.text, turned):
        return Flag("birth_date_swapped", "birth_date", iso, turned)
    born = date.fromisoformat(iso)
    meant = parts.birth_date(date(born.year + 100, 1, 1), near=born)
    return Flag("nik_birth_date_differs", "birth_date", iso, meant.isoformat() if meant else "")


def _date_digits(iso: str, sex: str) -> str:
    born = date.fromisoformat(iso)
    return f"{born.day + (WOMEN_ADD if sex == '2' else 0):02}{born.month:02}{born.year % 100:02}"


def _with_birth_date(parts: Nik, iso: str, sex: str) -> str:
    return parts.region + _date_digits(iso, sex) + parts.serial if iso and sex else ""


def _digit_put_back(member: Member, kk: str, knows_region: Callable[[str], bool]) -> str:
    """The one NIK that lacks a single digit to be this one and agrees with birth date, sex and a known region."""
    if len(member.nik) != LENGTH - 1:
        return ""
    birth = _date_digits(member.birth_date, member.sex)
    fits = {
        nik
        for at in range(LENGTH)
        for digit in "0123456789"
        if (nik := member.nik[:at] + digit + member.nik[at:])[6:12] == birth and nik[12:] != "0000"
    }
    return _only_one({nik for nik in fits if knows_region(nik[:6])}, kk)


def _nearest(parts: Nik, iso: str, kk: str, knows_region: Callable[[str], bool]) -> str:
    """The one NIK with a known region that two exchanged or one wrong digit away from it."""
    meant = {nik for nik in _exchanged(parts.text) if knows_region(nik[:6]) and not nik_warnings(nik, iso)}
    if not meant and sum(one != other for one, other in zip(parts.region, kk[:6], strict=False)) == 1:
        meant = {kk[:6] + parts.text[6:]}
    return _only_one(meant, kk)


def _exchanged(nik: str) -> Iterator[str]:
    for at in range(LENGTH - 1):
        if nik[at] != nik[at + 1]:
            yield nik[:at] + nik[at + 1] + nik[at] + nik[at + 2 :]


def _only_one(niks: set[str], kk: str) -> str:
    """The only candidate, or the only one of the region that issued the family card."""
    if len(niks) > 1:
        niks = {nik for nik in niks if nik[:6] == kk[:6]}
    return next(iter(niks)) if len(niks) == 1 else ""
