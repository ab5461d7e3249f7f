"""What a bundle brought, whether a stick or a laptop's own network carried it, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.domain.errors import Refused
from app.ui.messages import explain, explain_aside
from app.ui.messages.sentence import QT_TRANSLATE_NOOP
from app.ui.vocabulary.said import word_of
from app.ui.vocabulary.times import day_of, list_month_words
from app.ui.wording import number_words, size_words
from app.ui.words import records_words, translate, translate_counted
from app.usecases.carry import Carrying, Missing, Taken

_STEP: Final = {
    "gathering": QT_TRANSLATE_NOOP("Carrying", "Mengumpulkan"),
    "words": QT_TRANSLATE_NOOP("Carrying", "Memasukkan catatan"),
    "photos": QT_TRANSLATE_NOOP("Carrying", "Memasukkan foto"),
    "checking": QT_TRANSLATE_NOOP("Carrying", "Memeriksa"),
    "writing": QT_TRANSLATE_NOOP("Carrying", "Memberikan"),
    "copying": QT_TRANSLATE_NOOP("Carrying", "Menerima"),
}
_NOTICE: Final = {
    "clone_noticed": QT_TRANSLATE_NOOP(
        "ExchangeNotice",
        "Laptop ini tampaknya dipulihkan dari salinan. Balai memulai urutan baru; tidak ada yang hilang.",
    ),
    "hub_restored": QT_TRANSLATE_NOOP(
        "ExchangeNotice",
        "Kabupaten dipulihkan dari cadangan. Catatan yang hilang di sana ikut dalam bundel Anda berikutnya.",
    ),
    "held_otherwise": QT_TRANSLATE_NOOP(
        "ExchangeNotice",
        "Sebagian catatan tidak sama di kedua laptop. Tidak ada yang hilang: kabupaten menyamakannya saat keduanya "
        "mengirim.",
    ),
    "sender_revoked": QT_TRANSLATE_NOOP(
        "ExchangeNotice",
        "Izin laptop itu sudah dicabut kabupaten. Catatannya sesudah itu disisihkan, tidak dibuang.",
    ),
}


def carrying_words(step: Carrying) -> str:
    """How far it is, in words."""
    words = word_of(_STEP, "Carrying", step.step)
    if step.total <= 0:
        return words
    return translate(
        "Exchange",
        "{step} · {done} dari {total}",
        step=words,
        done=size_words(min(step.done, step.total)),
        total=size_words(step.total),
    )


def carrying_share(step: Carrying) -> float | None:
    """How far it is, None where that is not known."""
    return min(1.0, step.done / step.total) if step.total > 0 else None


def came_lines(taken: Taken) -> tuple[str, ...]:
    """What came, the most important first; empty where nothing is new."""
    lines = []
    if taken.entries or taken.photos:
        lines.append(translate("Carrying", "Diterima: {what}.", what=records_words(taken.entries, taken.photos)))
    if taken.receipts:
        lines.append(
            translate("Carrying", "Tanda terima kabupaten: nomor {numbers}.", numbers=", ".join(taken.receipts))
        )
    if taken.decisions:
        lines.append(translate("Exchange", "Jawaban kabupaten yang baru: {n}.", n=number_words(taken.decisions)))
    if taken.list_month:
        month = list_month_words(taken.list_month)
        lines.append(translate("Exchange", "Daftar {month} sudah diterima.", month=month))
    lines += missing_lines(taken.missing)
    if taken.set_aside:
        reasons = "; ".join(dict.fromkeys(explain_aside(code).title for _, code in taken.set_aside))
        lines.append(
            translate_counted("Carrying", "{n} catatan disisihkan: {reasons}", len(taken.set_aside), reasons=reasons)
        )
    return (*lines, *notice_lines(taken.notices))


def unreadable_words(photos: int) -> str:
    """That so many photos stayed behind because this laptop can not read them itself."""
    return translate_counted(
        "Carrying",
        "{n} foto tidak ikut: berkasnya di laptop ini rusak atau hilang. Jalankan Periksa keutuhan data di Pengaturan.",
        photos,
    )


def laptop_words(name: str) -> str:
    """Another laptop by the name of whoever has it, where that is known."""
    if not name:
        return translate("Carrying", "laptop yang belum dikenal")
    return translate("Carrying", "laptop {name}", name=name)


def missing_lines(missing: Sequence[Missing]) -> list[str]:
    """Which entries of other laptops are known of and not here, and where they may be found."""
    lines = []
    for one in missing:
        laptop = one.laptop if one.by_district else laptop_words(one.laptop)
        if one.written_at_ms:
            lines.append(
                translate_counted(
                    "Carrying",
                    "Kurang {n} catatan dari {laptop}; ada di stik tanggal {day}.",
                    one.entries,
                    laptop=laptop,
                    day=day_of(one.written_at_ms),
                )
            )
        else:
            lines.append(translate_counted("Carrying", "Kurang {n} catatan dari {laptop}.", one.entries, laptop=laptop))
    return lines


def notice_lines(codes: Sequence[str]) -> list[str]:
    """What was noticed and healed."""
    return [
        translate("ExchangeNotice", _NOTICE[code]) if code in _NOTICE else explain(Refused(code)).title
        for code in codes
    ]
