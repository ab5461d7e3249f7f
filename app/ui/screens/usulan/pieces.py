"""The pieces of which detail and summary of a proposal are put together."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.ui.screens.foto.parts import PhotoLine
from app.ui.screens.keluarga.parts import Thumb, changes_column, chips_row
from app.ui.screens.usulan.card import Answer, Content, NewMemberCard
from app.ui.widgets import Avatar, Card, Column, IconText, KeyValueList, Row, Text


def _tr(words: str) -> str:
    return QCoreApplication.translate("Proposals", words)


class ContentColumn(QWidget):
    """What is proposed; `photo_asked(photo, fetch)` when one is pressed, or is to be fetched."""

    photo_asked = Signal(object, bool)

    def __init__(self, content: Content) -> None:
        super().__init__()
        self.thumbs: list[tuple[str, Thumb]] = []
        column = Column(gap=10, on=self)
        if content.outcome:
            column.put(IconText("git-compare", content.outcome, "strong", "text"))
        if content.reason:
            column.put(Text(content.reason, "strong"))
            if content.source:
                column.put(IconText("scale", content.source, "small", "muted", size=14))
        if content.facts:
            column.put(KeyValueList(content.facts))
        if content.changes:
            column.put(changes_column(content.changes))
        for member in content.members:
            column.put(_member_row(member))
        if content.criteria:
            column.put(Text(_tr("Kriteria yang terpenuhi"), "small_strong", "muted"))
            for words in content.criteria:
                column.put(IconText("check", words, "small", "text", size=14))
        if content.note:
            column.put(Text(_tr("Penjelasan"), "small_strong", "muted"))
            column.put(Text(content.note).selectable())
        if content.photos:
            column.put(Text(_tr("Bukti"), "small_strong", "muted"))
            column.put(self._photos(content))

    def show_pictures(self, pictures: Any) -> None:
        """The pictures that have come so far (name -> QImage)."""
        for name, thumb in self.thumbs:
            image = pictures.get(name)
            if isinstance(image, QImage):
                thumb.show_image(image)

    def _photos(self, content: Content) -> QWidget:
        holder = QWidget()
        column = Column(gap=8, on=holder)
        for photo in content.photos:
            line = PhotoLine(photo)
            line.asked.connect(self.photo_asked)
            self.thumbs.append((photo.name, line.thumb))
            column.put(line)
        return holder


def _member_row(member: NewMemberCard) -> QWidget:
    holder = QWidget()
    line = Row(gap=10, on=holder)
    line.put(Avatar(member.name))
    words = Column(Text(member.name, "strong"), Text(member.line, "small", "muted"), gap=1)
    words.put(Text(member.nik, "small", "muted"))
    line.put(words, 1)
    return holder


class AnswerBox(Card):
    """The district's last word, or how long it still has."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(gap=6, margins=(14, 12, 14, 12))
        self.ground = "sunken"
        self.body.put(chips_row((answer.chip,)))
        if answer.comment:
            self.body.put(Text(answer.comment, "medium").selectable())
        for words in (answer.words, answer.when):
            if words:
                self.body.put(Text(words, "small", "muted"))
        self.setAccessibleName(". ".join(part for part in (answer.chip.words, answer.comment, answer.words) if part))
