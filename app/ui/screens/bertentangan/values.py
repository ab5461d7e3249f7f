"""Values of a contest in words; pure."""

from __future__ import annotations

from app.domain.contest import PRESENCE, Row
from app.domain.payloads import AnswerValue
from app.ui.screens.keluarga.course import PRESENCE as PRESENCE_CODES
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.words import translate


def there_words(said: AnswerValue | None) -> str:
    """Whether somebody belongs to the family."""
    if said == "1":
        return translate("Contest", "Masuk keluarga ini")
    return translate("Contest", "Tidak dimasukkan")


def value_words(row: Row, value: AnswerValue | None, lexicon: Lexicon, *, listed: bool) -> str:
    """A value of a row; `listed` where it stands in the list and not in a form."""
    if value is None or value == "":
        return translate("Contest", "(kosong)")
    if row.field == PRESENCE:
        return lexicon.code(PRESENCE_CODES, str(value)) if row.member else presence_words(str(value))
    words = lexicon.listed(row.field, str(value)) if listed else lexicon.answered(row.field, value)
    return words or str(value)


def presence_words(value: str) -> str:
    """Whether a family was there, and why not (`app.domain.contest.presence_value`)."""
    presence, _, reason = value.partition("/")
    found = {
        "found": translate("Contest", "Ditemukan"),
        "not_found": translate("Contest", "Tidak ditemukan"),
        "double": translate("Contest", "Data ganda"),
        "new_proposal": translate("Contest", "Usulan baru"),
    }.get(presence, presence)
    why = {
        "moved": translate("Contest", "pindah"),
        "dead": translate("Contest", "meninggal"),
        "unknown": translate("Contest", "sebab tidak diketahui"),
    }.get(reason, "")
    return f"{found} ({why})" if why else found
