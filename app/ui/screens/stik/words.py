"""Bundles, steps and what a bundle brought, in words."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from app.domain.errors import Problem
from app.ui.messages import explain
from app.ui.messages.sentence import QT_TRANSLATE_NOOP
from app.ui.screens.kirim.carried_words import came_lines, unreadable_words
from app.ui.screens.stik.state import BundleShown, Going, ReportShown
from app.ui.shown import Chip
from app.ui.tokens import Tone
from app.ui.vocabulary.said import word_of
from app.ui.vocabulary.times import moment_of
from app.ui.wording import size_words
from app.ui.words import translate, translate_counted
from app.usecases.carry import Carrying, Found, Load, Saved, Taken

_STEP: Final = {
    "gathering": QT_TRANSLATE_NOOP("StickStep", "Mengumpulkan catatan"),
    "writing": QT_TRANSLATE_NOOP("StickStep", "Menulis"),
    "checking": QT_TRANSLATE_NOOP("StickStep", "Membaca ulang untuk diperiksa"),
    "copying": QT_TRANSLATE_NOOP("StickStep", "Menyalin ke laptop ini"),
    "photos": QT_TRANSLATE_NOOP("StickStep", "Menyimpan foto"),
    "words": QT_TRANSLATE_NOOP("StickStep", "Memasukkan catatan"),
}

_PROBLEM: Final = {
    "bundle_newer": QT_TRANSLATE_NOOP("StickProblem", "Dibuat Balai yang lebih baru"),
    "bundle_not_for_us": QT_TRANSLATE_NOOP("StickProblem", "Bukan untuk laptop ini"),
    "bundle_other_district": QT_TRANSLATE_NOOP("StickProblem", "Milik kabupaten lain"),
    "bundle_other_village": QT_TRANSLATE_NOOP("StickProblem", "Milik desa lain"),
    "bundle_torn": QT_TRANSLATE_NOOP("StickProblem", "Terpotong"),
    "bundle_unknown": QT_TRANSLATE_NOOP("StickProblem", "Bukan bundel Balai"),
}
_UNREADABLE: Final = QT_TRANSLATE_NOOP("StickProblem", "Tidak terbaca")
"""Of every other bundle that cannot be taken in."""


def going(step: Carrying, before: Going, *, title: str = "") -> Going:
    """How far it is; `title` names the bundle where there are several."""
    words = word_of(_STEP, "StickStep", step.step)
    words = f"{title} · {words}" if title else words
    if step.total <= 0:
        return Going(words, stopping=before.stopping)
    done = min(step.done, step.total)
    amount = translate("Stick", "{done} dari {total}", done=size_words(done), total=size_words(step.total))
    return Going(words, amount, done / step.total, before.stopping)


def load_words(load: Load) -> str:
    """12 catatan (35 KB), 8 foto (420 KB)."""
    records = translate_counted("Stick", "{n} catatan ({size})", load.entries, size=size_words(load.word_bytes))
    if not load.photos:
        return records
    return f"{records}, {photo_words(load)}"


def photo_words(load: Load) -> str:
    """8 foto (420 KB)."""
    return translate_counted("Stick", "{n} foto ({size})", load.photos, size=size_words(load.photo_bytes))


def file_words(saved: Saved) -> tuple[str, ...]:
    """The files' names; of many parts the first and the last."""
    names = [path.name for path in saved.paths]
    return tuple(names) if len(names) <= 4 else (names[0], "…", names[-1])


def held_words(saved: Saved) -> str:
    """What was made, in a line."""
    said = [
        translate_counted("Stick", "{n} catatan", saved.entries),
        translate_counted("Stick", "{n} foto", saved.photos),
        size_words(saved.size),
    ]
    if len(saved.paths) > 1:
        said.append(translate_counted("Stick", "{n} bagian", len(saved.paths)))
    return ", ".join(said)


def left_out_words(saved: Saved) -> str:
    """Which photos did not come along though they were wanted; empty where all did."""
    return unreadable_words(saved.unreadable) if saved.unreadable else ""


def bundle_shown(found: Found) -> BundleShown:
    """A bundle as the list shows it."""
    about = [moment_of(found.at_ms), size_words(found.size)]
    if found.parts > 1:
        about.append(translate_counted("Stick", "{n} bagian", found.parts))
    return BundleShown(str(found.path), sender_words(found), " · ".join(filter(None, about)), _status(found))


def sender_words(found: Found) -> str:
    """Who made it; the file's name where that is not known."""
    return translate("Stick", "Dari {sender}", sender=found.sender) if found.sender else found.path.name


def _status(found: Found) -> Chip | None:
    if found.missing_parts:
        places = ", ".join(map(str, found.missing_parts[:8]))
        return Chip(translate("Stick", "Bagian nomor {places} belum ada", places=places), Tone.WARN)
    if found.own:
        return Chip(translate("Stick", "Dibuat laptop ini"), Tone.IDLE)
    if found.problem:
        return Chip(translate("StickProblem", _PROBLEM.get(found.problem, _UNREADABLE)), Tone.WARN)
    return None


def taken_report(found: Found, taken: Taken) -> ReportShown:
    """What a bundle brought, the most important first."""
    lines = list(came_lines(taken))
    if not (taken.entries or taken.photos or taken.receipts or taken.decisions or taken.list_month):
        lines.insert(0, translate("Stick", "Tidak ada yang baru: semuanya sudah ada di laptop ini."))
    elif taken.known:
        lines.append(translate_counted("Stick", "{n} catatan sudah ada sebelumnya.", taken.known))
    good = not (taken.missing or taken.set_aside or taken.notices)
    return ReportShown(_title(found, taken), tuple(lines), good)


def failed_report(found: Found, problem: Problem) -> ReportShown:
    """Why a bundle brought nothing."""
    message = explain(problem)
    return ReportShown(_title(found), (message.title, message.text), False)


def _title(found: Found, taken: Taken | None = None) -> str:
    # Whose it is may only be known once it was read: it brought the certificate along.
    sender = (taken.sender if taken else "") or found.sender
    who = translate("Stick", "Dari {sender}", sender=sender) if sender else Path(found.path).name
    return " · ".join(filter(None, (who, moment_of(found.at_ms))))
