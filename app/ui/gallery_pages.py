"""The gallery's pages: every widget at least once, with invented people."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QWidget

from app.ui.gallery_rows import COLUMNS, FILTERS, STATUSES, rows
from app.ui.shell import PageSpec, Shell
from app.ui.shell_state import ShellState
from app.ui.shown import Chip, Option, Window
from app.ui.table import RowTable
from app.ui.tasks import Tasks
from app.ui.tokens import Tone
from app.ui.widgets import (
    Avatar,
    Card,
    ChoiceList,
    Column,
    DangerButton,
    DateBox,
    EmptyState,
    ErrorState,
    Field,
    FilterBar,
    Flow,
    IconText,
    KeyValueList,
    LoadingState,
    MasterDetail,
    NoteBox,
    Notice,
    Page,
    PrimaryButton,
    ProgressBar,
    QuietButton,
    Room,
    Row,
    SearchField,
    SecondaryButton,
    SelectBox,
    StatusChip,
    StruckValue,
    TableCard,
    Text,
    TextBox,
    Tiles,
    Wizard,
)


class ListPage(Page):
    """A list with its detail."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(
            "Keluarga",
            "100.000 keluarga · Desa Oelbubuk, Kec. Mollo Tengah",
            SecondaryButton("Cetak daftar", "printer"),
            PrimaryButton("Tambah keluarga", "plus"),
        )
        self.filters = FilterBar(FILTERS)
        head = Row(SearchField("Cari nama, NIK, nomor KK, atau dusun"), gap=8, margins=(14, 0, 14, 0))
        foot = Row(self.filters, gap=8, margins=(14, 0, 14, 0))
        self.head, self.foot = head, foot
        self.table = RowTable("Daftar keluarga", COLUMNS, tasks.bound(self))
        self.table.show_window(Window(100_000, rows, tuple(rows(0, 128))))
        self.table.show_sort("name", False)
        card = TableCard(head, foot)
        card.body.put(self.table, 1)
        self.split = MasterDetail(card, self._detail(), "Kembali ke daftar")
        self.split.breakpoint_changed.connect(self._make_room)
        self.body.put(self.split, 1)

    def focus_work(self) -> None:
        self.table.setFocus()
        self.table.selectRow(0)

    def _make_room(self, room: Room) -> None:
        self.filters.set_low(room.low)
        (self.foot if room.low else self.head).removeWidget(self.filters)
        (self.head if room.low else self.foot).addWidget(self.filters)

    def _detail(self) -> QWidget:
        bar = ProgressBar("Kelengkapan data", "bar")
        bar.set_share(0.5)
        card = Card(
            Column(Text("Yohanes Nabu", "heading"), Text("KK 530204 •••••• 0785", "body", "muted"), gap=2),
            StatusChip(STATUSES[1]),
            Row(Text("Kelengkapan data", "body", "muted"), None, Text("50%", "strong", wrap=False)),
            bar,
            IconText("map-pin", "RT 005 / RW 011"),
            IconText("house", "Dusun Oelbubuk"),
            IconText("clock", "Diubah 2 Agu 2026"),
            Text("2 anggota keluarga", "strong"),
        )
        for name, words, accent in (
            ("Yohanes Nabu", "Kepala keluarga · 73 tahun · Petani", True),
            ("Maria Tefa", "Istri · 69 tahun · Mengurus rumah tangga", False),
        ):
            line = Row(Avatar(name, accent), gap=12)
            line.put(Column(Text(name, "strong"), Text(words, "small", "muted"), gap=0), 1)
            card.body.put(line)
        card.body.put(None)
        card.body.put(Row(PrimaryButton("Catat kunjungan", "footprints"), SecondaryButton("Ubah", "pencil"), None))
        return card


class FormPage(Page):
    """Controls of a form."""

    def __init__(self) -> None:
        super().__init__("Kunjungan", "Draf tersimpan pukul 14.05", QuietButton("Simpan nanti", "save"))
        wrong = Field("NIK", TextBox("5302041").digits(16), "16 angka, boleh dikosongkan")
        wrong.set_error("NIK harus 16 angka, baru 7.")
        choice = ChoiceList(
            (
                Option("1", "Milik sendiri"),
                Option("2", "Kontrak atau sewa"),
                Option("3", "Bebas sewa", "Menempati rumah orang lain tanpa membayar, misalnya milik orang tua"),
            ),
            name="Status rumah",
        )
        choice.set_value(("2",))
        many = ChoiceList((Option("1", "Sepeda motor"), Option("2", "Lemari es")), multiple=True, name="Aset")
        many.set_value(("1",))
        self.body.put(
            Card(
                Field("Nama lengkap", TextBox("Maria Tefa"), "Seperti pada KTP"),
                wrong,
                Field("Hubungan", SelectBox((("1", "Kepala keluarga"), ("2", "Istri/suami")))),
                Field("Tanggal lahir", DateBox()),
                Field("Catatan", NoteBox(placeholder="Tulis bila perlu")),
                QCheckBox("Saya sudah membacakan pernyataan ini"),
                title="Anggota",
            )
        )
        self.body.put(Card(Text("Status rumah", "strong"), choice, Text("Aset", "strong"), many, title="Rumah"))
        buttons = QWidget()
        Flow(
            PrimaryButton("Simpan kunjungan", "check"),
            SecondaryButton("Kembali", "arrow-left"),
            QuietButton("Lewati"),
            DangerButton("Hapus draf", "trash-2"),
            on=buttons,
        )
        self.body.put(buttons)


class StatesPage(Page):
    """Signs and states."""

    def __init__(self) -> None:
        super().__init__("Keadaan")
        chips = QWidget()
        Flow(*(StatusChip(chip) for chip in STATUSES), on=chips)
        self.body.put(Notice("Daftar bulan November sudah datang.", Tone.INFO, "Lihat"))
        self.body.put(Notice("Ruang di laptop ini hampir penuh.", Tone.WARN))
        facts = KeyValueList((("Nomor KK", "530204 ••••••"), ("Alamat", "Jalan ke Oelbubuk"), ("Desil", "")))
        struck = StruckValue("Yohanis Nabo", "Yohanes Nabu")
        self.body.put(Card(chips, facts, struck, ProgressBar("x"), title="Fakta"))
        trouble = ErrorState(
            "Sambungan ke kabupaten belum berhasil.",
            "Perubahan Anda tersimpan di laptop ini.",
            "Coba lagi saat ada sambungan.",
            "Coba sekarang",
        )
        self.body.put(
            Tiles(
                Card(EmptyState("Belum ada usulan", "Usulan desa akan tampil di sini.", "Buat usulan")),
                Card(LoadingState("Membuka daftar keluarga")),
                Card(trouble),
            )
        )
        self.body.put(None)


def wizard_page() -> QWidget:
    """Steps."""
    wizard = Wizard(("Pilih berkas", "Cocokkan kolom", "Periksa"))
    wizard.add_page(Card(Text("Pilih daftar dari kabupaten.")))
    second = QWidget()
    column = Column(gap=10, on=second)
    for name in ("Nama kepala keluarga", "NIK", "Nomor KK", "Alamat", "RT", "RW"):
        column.put(Field(name, SelectBox((("a", f"Kolom {name}"),))))
    column.put(None)
    wizard.add_page(second)
    wizard.add_page(Card(StatusChip(Chip("Siap", Tone.OK))))
    wizard.show_step(1)
    return wizard


def make_shell(page: str) -> Shell:
    """The frame with the gallery's pages; one of them is shown."""
    tasks = Tasks()
    shell = Shell(
        (
            PageSpec("home", "Beranda", "house", StatesPage),
            PageSpec("list", "Keluarga", "users", partial(ListPage, tasks)),
            PageSpec("form", "Kunjungan", "footprints", FormPage),
            PageSpec("wizard", "Usulan", "messages-square", wizard_page),
            PageSpec("states", "Kirim & terima", "refresh-cw", StatesPage),
            PageSpec("settings", "Pengaturan", "settings", FormPage, bottom=True),
        )
    )
    tasks.setParent(shell)
    shell.closed.connect(tasks.close)
    shell.show_state(
        ShellState(
            village="Desa Oelbubuk",
            person="Maria Tefa",
            practice=page != "list",
            waiting=14,
            travelling=3,
            decided=2,
            received="2026-118",
            last_exchange="lewat USB 21 Nov 2026",
            badges=(("wizard", 4),),
        )
    )
    shell.show_page("list" if page == "dialog" else page)
    if page == "dialog":
        QTimer.singleShot(100, shell, shell.show_shortcuts)
    if page == "form":
        QTimer.singleShot(50, shell, partial(shell.say, "Kunjungan tersimpan di laptop ini.", Tone.OK, "Lihat"))
    return shell
