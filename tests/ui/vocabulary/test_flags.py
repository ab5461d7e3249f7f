"""Every warning that the import can raise has words of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.ui.vocabulary.flags import flag_words

APP = Path(__file__).resolve().parents[3] / "app"
FILLED: dict[str, dict[str, tuple[str, ...]]] = {
    "field": {
        "inexact": ("nik", "kk"),
        "last_digit_zero": ("nik", "kk"),
        "missing": ("nik", "kk"),
        "not_digits": ("nik", "kk"),
        "number": ("nik", "kk"),
        "placeholder": ("nik", "kk"),
        "quoted": ("nik", "kk"),
        "scientific": ("nik", "kk"),
        "spaced": ("nik", "kk"),
        "short": ("nik", "kk"),
        "long": ("nik", "kk"),
        "unreadable": ("rt", "rw"),
    },
    "target": {"missing": ("sex", "relation"), "unknown": ("sex", "relation", "marital")},
}
"""What the import fills into codes that it puts together."""


def codes() -> set[str]:
    found: set[str] = set()
    for folder in ("domain", "sheets"):
        for path in (APP / folder).rglob("*.py"):
            source = path.read_text(encoding="utf-8")
            found.update(re.findall(r'Flag\(\s*"([a-z_]+)"', source))
            for name, kind in re.findall(r'f"\{(field|target)\}_([a-z_]+)"', source):
                found.update(f"{value}_{kind}" for value in FILLED[name][kind])
    found.update(re.findall(r'"(nik_[a-z_]+)"', (APP / "domain" / "nik.py").read_text(encoding="utf-8")))
    return found - {"nik_length"}


def test_the_codes_are_found() -> None:
    assert {"nik_scientific", "family_no_head", "nik_serial_zero", "rt_unreadable", "sex_unknown"} <= codes()


@pytest.mark.parametrize("code", sorted(codes()))
def test_a_warning_has_words(code: str) -> None:
    assert flag_words(code) != code
    assert "{" not in flag_words(code)
