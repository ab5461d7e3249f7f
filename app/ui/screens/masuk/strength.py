"""How good a password is, honestly: length decides, signs and figures do not."""

from __future__ import annotations

from typing import Final

from app.ui.tokens import Tone
from app.ui.words import translate, translate_counted

LEAST: Final = 8
"""Shortest password that the vault takes (app.storage.keys)."""
_GOOD, _STRONG = 12, 18
_TYPED_BY_EVERYBODY: Final = frozenset(
    ("password", "katasandi", "sandi123", "12345678", "123456789", "1234567890", "11111111", "qwertyui", "indonesia")
)


def strength_words(password: str) -> tuple[str, Tone]:
    """One line on a password as it stands, and how it is meant."""
    plain = password.lower().replace(" ", "")
    if not password:
        return translate("Strength", "Paling sedikit 8 huruf. Tiga atau empat kata lebih baik daripada tanda aneh."), (
            Tone.IDLE
        )
    if len(password) < LEAST:
        return translate_counted("Strength", "Terlalu pendek: kurang {n} huruf lagi.", LEAST - len(password)), Tone.BAD
    if plain in _TYPED_BY_EVERYBODY or len(set(plain)) < 4 or (plain.isdigit() and len(plain) < _GOOD):
        return translate("Strength", "Mudah ditebak. Pakai beberapa kata yang hanya Anda ingat."), Tone.WARN
    if len(password) < _GOOD:
        return translate("Strength", "Cukup. Satu kata lagi membuatnya jauh lebih kuat."), Tone.WARN
    if len(password) < _STRONG:
        return translate("Strength", "Baik."), Tone.OK
    return translate("Strength", "Kuat."), Tone.OK


def acceptable(password: str, again: str) -> str:
    """Why a password with its repetition can not be taken yet; empty when it can."""
    if len(password) < LEAST:
        return translate("Strength", "Kata sandi paling sedikit 8 huruf.")
    if password != again:
        return translate("Strength", "Kedua kata sandi belum sama.")
    return ""
