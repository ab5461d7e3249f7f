"""How a visit stands, and where an entry is on its way, always as icon and words."""

from __future__ import annotations

from typing import Final

from app.domain.standing import CONFLICTING, DOUBLE, INCOMPLETE, NOT_FOUND, NOT_VISITED, VISITED
from app.ui.shown import Chip
from app.ui.tokens import Tone
from app.ui.vocabulary.said import QT_TRANSLATE_NOOP, word_of
from app.ui.vocabulary.times import day_of
from app.ui.words import translate
from app.usecases.reading import Transport

_STATUS: Final = {
    NOT_VISITED: QT_TRANSLATE_NOOP("Status", "Belum dikunjungi"),
    VISITED: QT_TRANSLATE_NOOP("Status", "Sudah dikunjungi"),
    INCOMPLETE: QT_TRANSLATE_NOOP("Status", "Belum lengkap"),
    NOT_FOUND: QT_TRANSLATE_NOOP("Status", "Tidak ditemukan"),
    DOUBLE: QT_TRANSLATE_NOOP("Status", "Ganda"),
    CONFLICTING: QT_TRANSLATE_NOOP("Status", "Bertentangan"),
}
_STATUS_SIGN: Final = {
    NOT_VISITED: (Tone.IDLE, "circle-dashed"),
    VISITED: (Tone.OK, "circle-check"),
    INCOMPLETE: (Tone.WARN, "hourglass"),
    NOT_FOUND: (Tone.WARN, "circle-question-mark"),
    DOUBLE: (Tone.INFO, "copy"),
    CONFLICTING: (Tone.BAD, "git-compare"),
}
_TRANSPORT: Final = {
    "saved": QT_TRANSLATE_NOOP("Transport", "Tersimpan di laptop"),
    "sent": QT_TRANSLATE_NOOP("Transport", "Dalam perjalanan"),
    "received": QT_TRANSLATE_NOOP("Transport", "Diterima kabupaten"),
    "decided": QT_TRANSLATE_NOOP("Transport", "Diputus"),
}
_RECEIVED_AS: Final = QT_TRANSLATE_NOOP("Transport", "Diterima kabupaten (nomor {number})")
_DECIDED_AS: Final = QT_TRANSLATE_NOOP("Transport", "Diputus (nomor {number})")
_SENT_BY: Final = {
    "stick": QT_TRANSLATE_NOOP("Transport", "Dalam perjalanan (stik, {day})"),
    "nearby": QT_TRANSLATE_NOOP("Transport", "Dalam perjalanan (laptop lain, {day})"),
}
"""Roads that a person walks; the line needs no word."""
_LINES: Final = {
    "received": QT_TRANSLATE_NOOP("Transport", "Diterima, nomor {number}"),
    "decided": QT_TRANSLATE_NOOP("Transport", "Diputus, nomor {number}"),
}
_ROAD_LINES: Final = {
    "stick": QT_TRANSLATE_NOOP("Transport", "Lewat stik, {day}"),
    "nearby": QT_TRANSLATE_NOOP("Transport", "Lewat laptop lain, {day}"),
}
_TRANSPORT_SIGN: Final = {
    "saved": (Tone.IDLE, "hard-drive"),
    "sent": (Tone.INFO, "truck"),
    "received": (Tone.OK, "badge-check"),
    "decided": (Tone.OK, "scale"),
}


def status_words(status: str) -> str:
    """A visit status in words."""
    return word_of(_STATUS, "Status", status)


def status_chip(status: str) -> Chip:
    """A visit status as icon and words."""
    tone, icon = _STATUS_SIGN.get(status, (Tone.IDLE, ""))
    return Chip(status_words(status), tone, icon)


def transport_words(transport: Transport) -> str:
    """Where an entry is, with the number of the receipt where there is one, and the stick that it went with."""
    if transport.state == "received" and transport.receipt:
        return translate("Transport", _RECEIVED_AS, number=transport.receipt)
    if transport.state == "decided" and transport.receipt:
        return translate("Transport", _DECIDED_AS, number=transport.receipt)
    if transport.state == "sent" and transport.road in _SENT_BY:
        return translate("Transport", _SENT_BY[transport.road], day=day_of(transport.at_ms))
    return word_of(_TRANSPORT, "Transport", transport.state)


def transport_line(transport: Transport) -> str:
    """The same in few words, for a line of a table: the number of the receipt is whole."""
    if transport.state in _LINES and transport.receipt:
        return translate("Transport", _LINES[transport.state], number=transport.receipt)
    if transport.state == "sent" and transport.road in _ROAD_LINES:
        return translate("Transport", _ROAD_LINES[transport.road], day=day_of(transport.at_ms))
    return word_of(_TRANSPORT, "Transport", transport.state)


def transport_chip(transport: Transport) -> Chip:
    """Where an entry is, as icon and words."""
    tone, icon = _TRANSPORT_SIGN.get(transport.state, (Tone.IDLE, ""))
    return Chip(transport_words(transport), tone, icon)
