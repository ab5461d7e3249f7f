"""How an answer of each kind is typed, said in the empty field and in what is said of a wrong one."""

from __future__ import annotations

from app.domain.questionnaire import Kind
from app.ui.words import translate


def example_of(kind: Kind) -> str:
    """What stands in the empty field of a typed answer; empty where words are typed."""
    return {
        Kind.DATE: translate("Questions", "hari-bulan-tahun, misalnya 17-08-1990"),
        Kind.GPS: translate("Questions", "lintang dan bujur, misalnya -9,8632 124,2841"),
        Kind.INTEGER: translate("Questions", "angka, misalnya 36"),
        Kind.DECIMAL: translate("Questions", "angka, misalnya 2,5"),
    }.get(kind, "")
