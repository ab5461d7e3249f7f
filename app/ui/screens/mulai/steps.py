"""The pages of the first start: three ways, the district, the person, the words, the proof that they are on paper."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QSizePolicy, QWidget

from app.ui.icons import icon_pixmap
from app.ui.screens.masuk.secret import SecretField
from app.ui.screens.masuk.strength import strength_words
from app.ui.screens.mulai.recovery import RecoveryWords
from app.ui.screens.mulai.state import Asked, StartState, Way
from app.ui.theme import dress, theme
from app.ui.tokens import Tone
from app.ui.vocabulary.roles import role_words
from app.ui.widgets.banner import Notice
from app.ui.widgets.buttons import paint_ring
from app.ui.widgets.card import Card
from app.ui.widgets.field import Field, SelectBox, TextBox
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.text import Text

FIRST_ROLES = ("head", "operator")


class WayButton(QPushButton):
    """One way, told in two lines."""

    def __init__(self, icon: str, title: str, words: str) -> None:
        super().__init__()
        self._icon = icon
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self._sign = QLabel()
        text = QWidget()
        Column(Text(title, "heading"), Text(words, "body", "muted"), gap=3, on=text)
        self._arrow = QLabel()
        line = Row(gap=16, margins=(20, 16, 18, 16), on=self)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.put(text, 1)
        line.addWidget(self._arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        dress(self._restyle)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        line = self.layout()
        return line.totalHeightForWidth(width) if line is not None else 0

    def sizeHint(self) -> QSize:
        return QSize(theme().px(420), self.heightForWidth(max(self.width(), theme().px(260))))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(60))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        worn = theme()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = worn.px(1)
            frame = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
            over = self.underMouse() or self.isDown()
            painter.setPen(QPen(worn.colour("primary" if over else "border"), width))
            painter.setBrush(worn.colour("hover" if over else "surface"))
            painter.drawRoundedRect(frame, worn.px(14), worn.px(14))
            if self.hasFocus():
                paint_ring(painter, QRectF(self.rect()), worn.px(14))
        finally:
            painter.end()

    def _restyle(self) -> None:
        self._sign.setPixmap(icon_pixmap(self._icon, "primary", 30))
        self._arrow.setPixmap(icon_pixmap("chevron-right", "muted", 20))
        self.updateGeometry()


class WaysStep(QWidget):
    """Three clear ways."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.buttons = {
            Way.PRACTICE: WayButton(
                "graduation-cap",
                self.tr("Coba desa latihan"),
                self.tr("Sekitar 300 keluarga rekaan untuk belajar. Semua boleh dicoba, tidak ada yang bisa rusak."),
            ),
            Way.LIST: WayButton(
                "file-spreadsheet",
                self.tr("Buka daftar dari berkas"),
                self.tr("Daftar Excel atau CSV dari kabupaten. Balai membuat salinan terkunci di laptop ini."),
            ),
            Way.DISTRICT: WayButton(
                "building-2",
                self.tr("Daftarkan ke kabupaten"),
                self.tr("Dengan kode dari kabupaten, lewat sambungan atau lewat stik. Daftar desa datang dari sana."),
            ),
        }
        column = Column(gap=12, on=self)
        for way, button in self.buttons.items():
            button.clicked.connect(partial(self.chosen.emit, way))
            column.put(button)
        column.put(None)


class PracticeStep(QWidget):
    """There is a practice village already: two ways, neither of which surprises."""

    open_asked = Signal()
    anew_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.open_button = WayButton(
            "graduation-cap",
            self.tr("Buka desa latihan yang sudah ada"),
            self.tr("Semua yang pernah Anda coba di sana masih ada."),
        )
        self.anew_button = WayButton(
            "refresh-cw",
            self.tr("Mulai desa latihan dari awal"),
            self.tr("Yang lama dihapus bersama semua kunjungan dan usulan latihan di dalamnya."),
        )
        self.open_button.clicked.connect(self.open_asked)
        self.anew_button.clicked.connect(self.anew_asked)
        Column(self.open_button, self.anew_button, None, gap=12, on=self)


class DistrictStep(QWidget):
    """The code, and the address unless there is no line."""

    given = Signal(str, str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.address = TextBox("", "https://")
        self.code = TextBox()
        self.address_field = Field(
            self.tr("Alamat kabupaten"), self.address, self.tr("Tertulis di surat dari kabupaten.")
        )
        self.code_field = Field(
            self.tr("Kode pendaftaran"), self.code, self.tr("Berlaku satu kali, untuk satu orang dan satu laptop.")
        )
        self.by_stick = QCheckBox(self.tr("Tanpa sambungan: lewat stik atau pesan"))
        Column(Card(self.by_stick, self.address_field, self.code_field, gap=16), None, on=self)
        self.by_stick.toggled.connect(self._choose_road)
        dress(self._redress)
        self.address.returnPressed.connect(self.code.setFocus)
        self.code.returnPressed.connect(self.give)

    def give(self) -> None:
        """Hand over what was typed."""
        self.given.emit(self.address.text(), self.code.text(), self.by_stick.isChecked())

    def _choose_road(self, by_stick: bool) -> None:
        self.address_field.setVisible(not by_stick)

    def _redress(self) -> None:
        self.by_stick.setFont(theme().font("body"))

    def show_state(self, state: StartState) -> None:
        """Show what is missing."""
        self.address_field.set_error(state.address_error)
        self.code_field.set_error(state.code_error)
        if state.address_error or state.code_error:
            (self.address if state.address_error else self.code).setFocus(Qt.FocusReason.OtherFocusReason)


class PersonStep(QWidget):
    """Name, role, password twice."""

    given = Signal(str, str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.name = TextBox()
        self._told = ("", "", "")
        self.role = SelectBox()
        self.name_field = Field(self.tr("Nama lengkap"), self.name)
        self.role_field = Field(self.tr("Peran Anda"), self.role)
        self.first = SecretField(self.tr("Kata sandi"), strength_words("")[0])
        self.again = SecretField(self.tr("Kata sandi sekali lagi"))
        note = Text(
            self.tr("Tidak seorang pun dapat membaca kata sandi ini, juga kabupaten. Simpan baik-baik."),
            "small",
            "muted",
        )
        Column(Card(self.name_field, self.role_field, self.first, self.again, note, gap=14), None, on=self)
        self.name.returnPressed.connect(self._go_on)
        self.first.confirmed.connect(self.again.box.setFocus)
        self.first.edited.connect(self._weigh)
        self.again.confirmed.connect(self.give)

    def _go_on(self) -> None:
        (self.first.box if self.role_field.isHidden() else self.role).setFocus()

    def give(self) -> None:
        """Hand over what was typed."""
        self.given.emit(self.name.text(), self.role.value(), self.first.text(), self.again.text())

    def show_state(self, state: StartState) -> None:
        """Show what is missing, and ask for the role where no code of the district tells it."""
        self.role.set_options(tuple((role, role_words(role)) for role in FIRST_ROLES))
        by_code = state.way is Way.DISTRICT
        self.role_field.setVisible(not by_code)
        self.name_field.set_hint(self.tr("Kode dari kabupaten menentukan peran yang berlaku.") if by_code else "")
        self.name_field.set_error(state.name_error)
        self.first.set_error(state.password_error)
        self.again.set_error(state.again_error)
        self._go_to_error(state)

    def forget(self) -> None:
        """Forget the passwords."""
        self.first.clear()
        self.again.clear()

    def _go_to_error(self, state: StartState) -> None:
        errors = (state.name_error, state.password_error, state.again_error)
        told, self._told = self._told, errors
        boxes = (self.name, self.first.box, self.again.box)
        if errors != told:
            wrong = next((box for box, error in zip(boxes, errors, strict=True) if error), None)
            if wrong is not None:
                wrong.setFocus(Qt.FocusReason.OtherFocusReason)

    def _weigh(self) -> None:
        self.first.set_hint(strength_words(self.first.text())[0])


class WordsStep(QWidget):
    """The words, shown once."""

    def __init__(self) -> None:
        super().__init__()
        why = Text(
            self.tr(
                "Jika lupa kata sandi, kata-kata ini satu-satunya jalan masuk. Setiap rangkaian berlaku satu kali. "
                "Balai tidak menampilkannya lagi."
            )
        )
        paper = Notice(self.tr("Tulis di kertas dan simpan jauh dari laptop. Jangan difoto."), Tone.WARN)
        self.words = RecoveryWords()
        Column(why, paper, self.words, None, gap=12, on=self)

    def show_state(self, state: StartState) -> None:
        """Show the words."""
        self.words.show_lines(state.recovery)


class ConfirmStep(QWidget):
    """Two words from the paper."""

    given = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self._asked: tuple[Asked, ...] = ()
        self._fields: list[Field] = []
        self._boxes: list[TextBox] = []
        self._card = Card(gap=14)
        Column(Text(self.tr("Ambil kertas Anda dan tulis dua kata ini.")), self._card, None, gap=12, on=self)

    def show_state(self, state: StartState) -> None:
        """Ask for the words of this state."""
        if state.asked != self._asked:
            self._asked = state.asked
            self._build(len(state.recovery) > 1)
        for field, error in zip(self._fields, state.confirm_errors, strict=False):
            field.set_error(error)
        wrong = next((box for box, error in zip(self._boxes, state.confirm_errors, strict=False) if error), None)
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            wrong.selectAll()

    def give(self) -> None:
        """Hand over what was typed."""
        self.given.emit(tuple(box.text() for box in self._boxes))

    def _build(self, several: bool) -> None:
        self._card.body.clear()
        self._fields, self._boxes = [], []
        for asked in self._asked:
            words = self.tr("Kata ke-%1").replace("%1", str(asked.word))
            if several:
                words = self.tr("Rangkaian %1, kata ke-%2").replace("%1", str(asked.line))
                words = words.replace("%2", str(asked.word))
            box = TextBox()
            field = Field(words, box)
            self._card.body.put(field)
            self._boxes.append(box)
            self._fields.append(field)
        for box, after in zip(self._boxes, self._boxes[1:], strict=False):
            box.returnPressed.connect(after.setFocus)
        if self._boxes:
            self._boxes[-1].returnPressed.connect(self.give)
