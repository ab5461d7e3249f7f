"""The district's address, the check of wholeness, and about with every licence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app import __version__
from app.ui.lanes import Lane, Run
from app.ui.screens.pengaturan.licences import Licence, shipped
from app.ui.screens.pengaturan.said import Said
from app.ui.screens.pengaturan.state import DistrictState, WholeState
from app.ui.theme import dress, theme
from app.ui.tokens import Tone
from app.ui.widgets.banner import Notice
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.field import Field, SelectBox, TextBox
from app.ui.widgets.icontext import IconText
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.status import ProgressBar
from app.ui.widgets.text import Text
from app.ui.wording import share_words


class DistrictSection(QWidget):
    """`address_given(address)`, `enrol_asked` where no district is known."""

    address_given = Signal(str)
    enrol_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""
        self.said = Said()
        self.address = TextBox("", "https://")
        self.field = Field(
            self.tr("Alamat kabupaten"),
            self.address,
            self.tr("Ubah hanya jika kabupaten pindah alamat. Kunci kabupaten tetap diperiksa."),
        )
        self.save_button = PrimaryButton(self.tr("Simpan alamat"), "save")
        self.enrol_button = SecondaryButton(self.tr("Daftarkan ke kabupaten"), "link")
        self.none = Text(self.tr("Laptop ini belum terdaftar di kabupaten. Semua pekerjaan tersimpan dan menunggu."))
        Column(
            self.said,
            Card(self.none, self.field, self.save_button, self.enrol_button, title=self.tr("Kabupaten")),
            None,
            gap=12,
            on=self,
        )
        self.save_button.clicked.connect(self._give)
        self.address.returnPressed.connect(self._give)
        self.enrol_button.clicked.connect(self.enrol_asked)

    def show_state(self, state: DistrictState) -> None:
        """Show the district."""
        self.said.show_act(state.act)
        for part in (self.field, self.save_button):
            part.setVisible(state.enrolled)
        for other in (self.none, self.enrol_button):
            other.setVisible(not state.enrolled and not state.loading)
        if state.address != self._shown:
            self._shown = state.address
            self.address.setText(state.address)
        self.save_button.setEnabled(not state.act.busy)

    def _give(self) -> None:
        if self.address.text().strip():
            self.address_given.emit(self.address.text())
        else:
            self.field.set_error(self.tr("Tulis alamat dari kabupaten."))


class WholeSection(QWidget):
    """`check_asked`, `stop_asked`, `settle_asked`."""

    check_asked = Signal()
    stop_asked = Signal()
    settle_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.check_button = PrimaryButton(self.tr("Periksa keutuhan data"), "shield-check")
        self.stop_button = SecondaryButton(self.tr("Hentikan"), "x")
        self.settle_button = SecondaryButton(self.tr("Saya sudah memeriksa, terima keadaan sekarang"), "check")
        self.settle_words = Text(
            self.tr(
                "Setelah Anda menerima keadaan sekarang, peringatan tentang tanda pengaman tidak tampil lagi. "
                "Catatan dan daftar tidak diubah."
            ),
            "small",
            "muted",
        )
        self.step = Text("", "strong")
        self.bar = ProgressBar(self.tr("Memeriksa"))
        self.result = Notice("", Tone.OK)
        self._found = QWidget()
        self._column = Column(gap=10, on=self._found)
        about = Text(
            self.tr(
                "Balai memeriksa setiap catatan, tanda tangan, daftar dan foto di laptop ini: apakah masih lengkap dan "
                "tidak diubah siapa pun. Tidak ada yang diubah oleh pemeriksaan ini."
            ),
            "body",
            "muted",
        )
        acts = Row(self.check_button, self.stop_button, None, gap=8)
        Column(
            Card(
                about,
                self.step,
                self.bar,
                self.result,
                self._found,
                self.settle_words,
                self.settle_button,
                acts,
                title=self.tr("Keutuhan data"),
            ),
            None,
            on=self,
        )
        self.check_button.clicked.connect(self.check_asked)
        self.settle_button.clicked.connect(self.settle_asked)
        self.stop_button.clicked.connect(self.stop_asked)
        self.show_state(WholeState())

    def show_state(self, state: WholeState) -> None:
        """Show how far it is, or what was found."""
        words = self.tr("Menghentikan") if state.stopping else self.tr("Memeriksa")
        self.step.setText(f"{words} · {share_words(state.share)}")
        self.bar.set_share(state.share)
        for part in (self.step, self.bar, self.stop_button):
            part.setVisible(state.running)
        self.check_button.setEnabled(not state.running)
        self._show_result(state)
        self._column.clear()
        for message in state.found:
            words = "\n".join(filter(None, (message.title, message.text)))
            self._column.put(IconText("triangle-alert", words, "body", "warn"))
        self._found.setVisible(bool(state.found))
        for part in (self.settle_words, self.settle_button):
            part.setVisible(state.may_settle and not state.running)

    def _show_result(self, state: WholeState) -> None:
        if state.problem is not None:
            self.result.set_notice(f"{state.problem.title} {state.problem.text}".strip(), Tone.WARN)
        elif state.found:
            words = self.tr("%n hal perlu perhatian. Jangan menghapus apa pun.", "", len(state.found))
            self.result.set_notice(words, Tone.WARN)
        elif state.settled:
            self.result.set_notice(self.tr("Keadaan sekarang diterima. Peringatan itu tidak tampil lagi."), Tone.OK)
        else:
            words = self.tr("Semua utuh. Diperiksa %1.").replace("%1", state.checked)
            self.result.set_notice(words, Tone.OK)
        self.result.setVisible(state.problem is not None or bool(state.found) or state.settled or bool(state.checked))


class AboutSection(QWidget):
    """Version, and every licence to be read."""

    def __init__(self, run: Run) -> None:
        super().__init__()
        self._licences: tuple[Licence, ...] = ()
        head = Card(
            Text(f"Balai {__version__}", "heading"),
            Text(
                self.tr(
                    "Meja kerja desa untuk memeriksa daftar bantuan sosial, dengan atau tanpa sambungan. "
                    "Perangkat lunak bebas: boleh dipakai, dipelajari, diubah dan dibagikan."
                ),
                "body",
                "muted",
            ),
            gap=4,
        )
        self.parts = SelectBox()
        self.parts.setMaxVisibleItems(18)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Teks lisensi"))
        card = Card(Field(self.tr("Lisensi dari"), self.parts), gap=12)
        card.body.put(self.text, 1)
        column = Column(head, gap=14, on=self)
        column.put(card, 1)
        self.parts.currentIndexChanged.connect(self._show_text)
        dress(self._redress)
        run(Lane.DISK, shipped, self._arrived)

    def _arrived(self, licences: Sequence[Licence]) -> None:
        self._licences = tuple(licences)
        self.parts.set_options(tuple((str(at), _title(one)) for at, one in enumerate(licences)))
        self._show_text()

    def _show_text(self) -> None:
        value = self.parts.value()
        if value:
            licence = self._licences[int(value)]
            self.text.setPlainText(licence.text or licence.kind)

    def _redress(self) -> None:
        self.text.setFont(theme().font("body"))
        self.text.setMinimumHeight(theme().px(220))


def _title(licence: Licence) -> str:
    name = f"{licence.name} {licence.version}".strip()
    return f"{name} · {licence.kind}" if licence.kind else name
