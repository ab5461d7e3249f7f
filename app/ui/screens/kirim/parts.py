"""Parts of Kirim & terima: figures, the running exchange, enrolment, sticks, receipts, the practice district."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.screens.kirim.state import ExchangeState, ReceiptShown, Stage
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.facts import KeyValueList
from app.ui.widgets.icontext import IconText
from app.ui.widgets.layouts import Column, Flow, Row
from app.ui.widgets.status import ProgressBar
from app.ui.widgets.text import Text


class Figure(Card):
    """How much of one sort waits, and its size."""

    def __init__(self, icon: str, words: str) -> None:
        super().__init__(gap=2, margins=(18, 14, 18, 14))
        self._words = words
        self.number, self.measure = Text("", "display"), Text("", "small", "muted")
        self.body.put(IconText(icon, words, "medium", "muted"))
        self.body.put(self.number)
        self.body.put(self.measure)

    def show_figure(self, number: str, size: str) -> None:
        """The number and its size."""
        self.number.setText(number)
        self.measure.setText(size or "–")
        self.number.setAccessibleName(f"{self._words}: {number}, {size}")


class Running(Card):
    """An exchange under way."""

    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__(gap=10)
        self._stopping = False
        self.step = Text("", "strong")
        self.bar = ProgressBar("")
        self.stop_button = SecondaryButton(self.tr("Hentikan"), "x")
        self.stop_button.clicked.connect(self._stop)
        note = Text(self.tr("Anda bisa terus bekerja. Catatan dikirim dulu, foto menyusul."), "small", "muted")
        line = Row(gap=12)
        line.put(self.step, 1)
        line.put(self.stop_button)
        for part in (line, self.bar, note):
            self.body.put(part)

    def _stop(self) -> None:
        if not self._stopping:
            self.stop_asked.emit()

    def show_state(self, state: ExchangeState) -> None:
        """How far it is; the button keeps the focus while it stops, and then does nothing more."""
        self._stopping = state.stopping
        enrolling = state.stage is Stage.ENROLLING
        words = self.tr("Mendaftarkan laptop ini") if enrolling else state.step
        self.step.setText(self.tr("Menghentikan") if state.stopping else words)
        self.stop_button.setVisible(not enrolling)
        self.bar.setAccessibleName(self.step.text())
        if state.share is None or enrolling:
            self.bar.setRange(0, 0)
            self.bar.update()
        else:
            self.bar.set_share(state.share)


class StickButtons(QWidget):
    """The two ways that need no line."""

    def __init__(self) -> None:
        super().__init__()
        self.save_button = SecondaryButton(self.tr("Simpan ke stik…"), "usb")
        self.read_button = SecondaryButton(self.tr("Baca dari stik…"), "usb")
        Flow(self.save_button, self.read_button, gap=8, on=self)


class Receipts(Card):
    """What the district says it holds."""

    def __init__(self) -> None:
        super().__init__(gap=10, title=self.tr("Tanda terima dari kabupaten"))
        self._shown: tuple[ReceiptShown, ...] | None = None
        self._rows = QWidget()
        self._column = Column(gap=8, on=self._rows)
        self.body.put(self._rows)
        self.body.put(None)

    def show_receipts(self, receipts: tuple[ReceiptShown, ...]) -> None:
        """The newest first."""
        if receipts == self._shown:
            return
        self._shown = receipts
        self._column.clear()
        if not receipts:
            self._column.put(
                Text(self.tr("Belum ada. Tanda terima pertama datang setelah kiriman pertama."), "body", "muted")
            )
        for receipt in receipts:
            holder, words = QWidget(), QWidget()
            Column(
                Text(self.tr("Nomor %1").replace("%1", receipt.number), "strong").selectable(),
                Text(f"{receipt.when} · {receipt.how_many}", "small", "muted"),
                gap=0,
                on=words,
            )
            row = Row(gap=8, on=holder)
            sign = IconText("badge-check", "", "body", "ok")
            sign.setAccessibleName("")
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.put(words, 1)
            self._column.put(holder)


class PracticeDistrict(Card):
    """How to be the district oneself; `asked` for its page in a browser."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__(gap=10, title=self.tr("Jadi kabupaten sendiri"))
        self.line = "practice_bg"
        self.facts = KeyValueList()
        self.button = SecondaryButton(self.tr("Buka halaman kabupaten"), "link")
        self.button.clicked.connect(self.asked)
        words = self.tr(
            "Setelah mengirim, buka halaman kabupaten latihan di peramban, putuskan usulan sebagai verifikator, "
            "lalu kirim sekali lagi untuk menerima jawabannya."
        )
        for part in (Text(words), self.facts, self.button, None):
            self.body.put(part)

    def show_district(self, address: str, verifier: tuple[str, str]) -> None:
        """Where it is and how to get in, once it is known."""
        pairs = (
            (self.tr("Alamat"), address),
            (self.tr("Nama"), verifier[0]),
            (self.tr("Kata sandi"), verifier[1]),
        )
        self.facts.set_pairs(pairs if address else ())
        self.facts.setVisible(bool(address))
