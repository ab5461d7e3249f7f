"""Officials' roles in words."""

from __future__ import annotations

from typing import Final

from app.ui.vocabulary.said import QT_TRANSLATE_NOOP, word_of

_ROLE: Final = {
    "enumerator": QT_TRANSLATE_NOOP("Role", "Pendata"),
    "operator": QT_TRANSLATE_NOOP("Role", "Operator desa"),
    "head": QT_TRANSLATE_NOOP("Role", "Kepala desa"),
    "second_signer": QT_TRANSLATE_NOOP("Role", "Penanda tangan kedua"),
    "viewer": QT_TRANSLATE_NOOP("Role", "Pembaca"),
    "verifier": QT_TRANSLATE_NOOP("Role", "Verifikator kabupaten"),
}


def role_words(role: str) -> str:
    """A role in words."""
    return word_of(_ROLE, "Role", role)
