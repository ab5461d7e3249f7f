"""Acts on their way, steps and outcomes of an exchange, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from app.domain.entry import Recorded
from app.domain.errors import Refused
from app.domain.ids import EntryId
from app.domain.payloads import ReceiptIssued
from app.ui.messages import explain, explain_aside
from app.ui.messages.sentence import QT_TRANSLATE_NOOP
from app.ui.screens.kirim.state import ItemShown, ReceiptShown
from app.ui.shown import Chip
from app.ui.tokens import Tone
from app.ui.vocabulary.said import word_of
from app.ui.vocabulary.statuses import transport_chip
from app.ui.vocabulary.times import list_month_words, moment_of
from app.ui.wording import number_words, size_words
from app.ui.words import translate, translate_counted
from app.usecases.desk import ExchangeOutcome, ExchangeProgress
from app.usecases.reading import Transport, WaitingItem

_ACT: Final = {
    "visit_recorded": QT_TRANSLATE_NOOP("Act", "Kunjungan"),
    "change_proposed": QT_TRANSLATE_NOOP("Act", "Usulan"),
    "objection_filed": QT_TRANSLATE_NOOP("Act", "Sanggahan"),
    "proposal_withdrawn": QT_TRANSLATE_NOOP("Act", "Usulan ditarik kembali"),
    "item_decided": QT_TRANSLATE_NOOP("Act", "Putusan musyawarah"),
    "endorsed": QT_TRANSLATE_NOOP("Act", "Pengesahan"),
    "visits_settled": QT_TRANSLATE_NOOP("Act", "Hasil kunjungan diselesaikan"),
    "proposal_settled": QT_TRANSLATE_NOOP("Act", "Usulan disesuaikan dengan daftar"),
    "proposals_merged": QT_TRANSLATE_NOOP("Act", "Dua usulan digabung"),
    "proposals_told_apart": QT_TRANSLATE_NOOP("Act", "Dua usulan, orang yang berbeda"),
    "settling_undone": QT_TRANSLATE_NOOP("Act", "Penyelesaian dibatalkan"),
    "keyed_in": QT_TRANSLATE_NOOP("Act", "Tanda sudah diinput ke SIKS-NG"),
    "reveal_logged": QT_TRANSLATE_NOOP("Act", "NIK atau KK dilihat utuh"),
    "list_exported": QT_TRANSLATE_NOOP("Act", "Berkas berisi nama disimpan ke luar Balai"),
    "person_added": QT_TRANSLATE_NOOP("Act", "Petugas baru"),
    "person_changed": QT_TRANSLATE_NOOP("Act", "Petugas diubah"),
    "calendar_set": QT_TRANSLATE_NOOP("Act", "Jadwal bulan"),
    "pack_published": QT_TRANSLATE_NOOP("Act", "Daftar dari berkas"),
    "device_handed_over": QT_TRANSLATE_NOOP("Act", "Laptop diserahkan"),
    "device_retired": QT_TRANSLATE_NOOP("Act", "Laptop dikosongkan"),
    "device_started": QT_TRANSLATE_NOOP("Act", "Laptop mulai dipakai"),
    "sealed": QT_TRANSLATE_NOOP("Act", "Tanda tangan"),
}
_STEP: Final = {
    "connecting": QT_TRANSLATE_NOOP("Step", "Menghubungi kabupaten"),
    "words": QT_TRANSLATE_NOOP("Step", "Mengirim dan menerima catatan"),
    "pack": QT_TRANSLATE_NOOP("Step", "Mengambil daftar"),
    "photos": QT_TRANSLATE_NOOP("Step", "Mengirim foto; catatan sudah sampai"),
    "done": QT_TRANSLATE_NOOP("Step", "Selesai"),
}
_NOTICE: Final = {
    "clone_noticed": QT_TRANSLATE_NOOP(
        "ExchangeNotice",
        "Laptop ini tampaknya dipulihkan dari salinan. Balai memulai urutan baru; tidak ada yang hilang.",
    ),
    "hub_restored": QT_TRANSLATE_NOOP(
        "ExchangeNotice", "Kabupaten dipulihkan dari cadangan. Catatan yang hilang di sana dikirim lagi."
    ),
    "clock_wrong": QT_TRANSLATE_NOOP(
        "ExchangeNotice", "Jam laptop ini berbeda dari jam kabupaten. Perbaiki tanggal dan jamnya."
    ),
    "photo_unreadable": QT_TRANSLATE_NOOP(
        "ExchangeNotice",
        "Ada foto yang tidak terkirim: berkasnya di laptop ini rusak atau hilang. Yang lain dikirim terus. Jalankan "
        "Periksa keutuhan data di Pengaturan.",
    ),
}


def act_words(kind: str) -> str:
    """What an entry does."""
    return word_of(_ACT, "Act", kind)


def asked_words(asked_at_ms: int) -> str:
    """That a request is on its way by stick, and since when; empty where none is."""
    if not asked_at_ms:
        return ""
    return translate("Exchange", "Permintaan ditulis {when}. Menunggu jawaban kabupaten.", when=moment_of(asked_at_ms))


def step_words(progress: ExchangeProgress) -> str:
    """What goes on, with how much of it is done."""
    words = word_of(_STEP, "Step", progress.step)
    if progress.total <= 0:
        return words
    done = min(progress.done, progress.total)
    return translate(
        "Exchange",
        "{step} · {done} dari {total}",
        step=words,
        done=size_words(done),
        total=size_words(progress.total),
    )


def items_shown(items: Sequence[WaitingItem]) -> tuple[ItemShown, ...]:
    """What waits, all of a family together, in the order in which families travel first."""
    order: dict[str, int] = {}
    for item in items:
        order.setdefault(item.entry.subject, len(order))
    return tuple(_item(item) for item in sorted(items, key=lambda item: order[item.entry.subject]))


def _item(item: WaitingItem) -> ItemShown:
    sizes = [size_words(item.size)]
    if item.photos:
        sizes.append(translate_counted("Exchange", "{n} foto, {size}", item.photos, size=size_words(item.photo_bytes)))
    return ItemShown(
        id=item.entry.id,
        family=item.entry.subject,
        head=item.head_name or translate("Exchange", "Urusan desa"),
        act=_with_receipt(act_words(item.entry.kind), item.transport.receipt),
        when=moment_of(item.entry.at_ms),
        size=" + ".join(sizes),
        chip=_chip(item),
        numbered=bool(item.transport.receipt),
    )


def _chip(item: WaitingItem) -> Chip:
    """Where it is; of what was received only the photos still wait, which is why it stands among what waits."""
    if item.transport.state == "received" and item.photos:
        return Chip(translate_counted("Exchange", "Diterima, {n} foto menunggu", item.photos), Tone.INFO, "image")
    return transport_chip(replace(item.transport, receipt=""))


def _with_receipt(act: str, number: str) -> str:
    """The number stands beside the act: a chip does not wrap."""
    return translate("Exchange", "{act} · nomor {number}", act=act, number=number) if number else act


def results_shown(
    before: Sequence[ItemShown], now: Sequence[ItemShown], outcome: ExchangeOutcome, receipts: Sequence[Recorded]
) -> tuple[ItemShown, ...]:
    """What became of everything that waited `before`: received with the number of the receipt, still on its way, or
    set aside with the reason. `receipts`: the newest first."""
    still = {item.id: item for item in now}
    aside: Mapping[EntryId, str] = dict(outcome.quarantined)
    return tuple(_result(item, still, aside, receipts) for item in before)


def _result(
    item: ItemShown, still: Mapping[str, ItemShown], aside: Mapping[EntryId, str], receipts: Sequence[Recorded]
) -> ItemShown:
    reason = aside.get(EntryId(item.id))
    if reason is not None:
        why = explain_aside(reason).title
        chip = Chip(translate("Exchange", "Disisihkan kabupaten"), Tone.BAD)
        return ItemShown(item.id, item.family, item.head, f"{item.act}: {why}", item.when, item.size, chip)
    if item.id in still:
        return still[item.id]
    chip = transport_chip(Transport("received"))
    act = item.act if item.numbered else _with_receipt(item.act, _first_to_cover(item.id, receipts))
    return ItemShown(item.id, item.family, item.head, act, item.when, item.size, chip)


def _first_to_cover(entry: str, receipts: Sequence[Recorded]) -> str:
    """The number of the oldest of these receipts that names the entry, empty where none does."""
    chain, _, seq = entry.rpartition("/")
    covering = (
        one.payload.number
        for one in reversed(receipts)
        if isinstance(one.payload, ReceiptIssued) and one.payload.heads.get(chain, 0) >= int(seq)
    )
    return next(covering, "")


def receipts_shown(receipts: Sequence[Recorded]) -> tuple[ReceiptShown, ...]:
    """Receipts, the newest first, each with how many entries it tells of that the one before did not."""
    known = [
        (recorded.entry.at_ms, recorded.payload) for recorded in receipts if isinstance(recorded.payload, ReceiptIssued)
    ]
    shown = []
    for at, (at_ms, receipt) in enumerate(known):
        older = known[at + 1][1].heads if at + 1 < len(known) else {}
        new = sum(max(0, seq - older.get(chain, 0)) for chain, seq in receipt.heads.items())
        shown.append(ReceiptShown(receipt.number, moment_of(at_ms), translate_counted("Exchange", "{n} catatan", new)))
    return tuple(shown)


def waiting_words(entries: int, size: int, travelling: int) -> str:
    """Below the number of entries that the district has not confirmed: their bytes, and how many are on their way."""
    if not entries:
        return ""
    if not travelling:
        return size_words(size)
    return f"{size_words(size)} · {translate_counted('Exchange', '{n} dalam perjalanan', travelling)}"


def outcome_lines(outcome: ExchangeOutcome) -> tuple[str, ...]:
    """What an exchange brought, the most important first."""
    lines = []
    if outcome.receipt:
        lines.append(translate("Exchange", "Diterima kabupaten dengan nomor {number}.", number=outcome.receipt))
    if outcome.sent_entries or outcome.sent_photos:
        records = translate_counted("Exchange", "{n} catatan", outcome.sent_entries)
        photos = translate_counted("Exchange", "{n} foto", outcome.sent_photos)
        lines.append(translate("Exchange", "Terkirim: {records}, {photos}.", records=records, photos=photos))
    if outcome.photos_left and outcome.limit_reached:
        lines.append(
            translate_counted("Exchange", "{n} foto menunggu besok: batas hari ini tercapai.", outcome.photos_left)
        )
    elif outcome.photos_left:
        lines.append(translate_counted("Exchange", "{n} foto menyusul lain kali.", outcome.photos_left))
    if outcome.decisions:
        lines.append(translate("Exchange", "Jawaban kabupaten yang baru: {n}.", n=number_words(outcome.decisions)))
    if outcome.list_month:
        lines.append(
            translate("Exchange", "Daftar {month} sudah diterima.", month=list_month_words(outcome.list_month))
        )
    if outcome.quarantined:
        lines.append(
            translate_counted(
                "Exchange", "{n} catatan disisihkan kabupaten; alasannya ada di bawah.", len(outcome.quarantined)
            )
        )
    lines += [translate("ExchangeNotice", _NOTICE[code]) for code in outcome.notices if code in _NOTICE]
    lines += [explain(Refused(code)).title for code in outcome.notices if code not in _NOTICE]
    if not outcome.sent_entries and not outcome.received_entries and not outcome.sent_photos:
        lines.append(translate("Exchange", "Tidak ada yang baru, di sini maupun di kabupaten."))
    elif not lines:
        lines.append(translate_counted("Exchange", "Diterima dari kabupaten: {n} catatan.", outcome.received_entries))
    moved = outcome.bytes_sent + outcome.bytes_received
    lines.append(translate("Exchange", "Kuota terpakai: {size}.", size=size_words(moved)))
    return tuple(lines)
