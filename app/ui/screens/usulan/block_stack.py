"""Blocks of questions below each other; what is typed in a block that stays is not lost."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.screens.questions.ask import Ask
from app.ui.screens.questions.field import AskField
from app.ui.screens.usulan.form_state import Block
from app.ui.tokens import Tone
from app.ui.widgets import Card, Column, Notice, QuietButton, Row, Text


class AskColumn(QWidget):
    """Questions below each other; those that stay keep their controls and what is typed in them."""

    answered = Signal(str, str)
    confirmed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, AskField] = {}
        self._column = Column(gap=14, on=self)

    def show_asks(self, asks: tuple[Ask, ...]) -> None:
        """Show these questions in this order."""
        shapes = {ask.path: ask.shape for ask in asks}
        for path, field in list(self.fields.items()):
            if shapes.get(path) != field.ask.shape:
                self._column.removeWidget(field)
                field.hide()
                field.deleteLater()
                del self.fields[path]
        for at, ask in enumerate(asks):
            known = self.fields.get(ask.path)
            if known is not None:
                known.show_ask(ask)
                continue
            field = AskField(ask)
            field.answered.connect(self.answered)
            field.confirmed.connect(self.confirmed)
            self.fields[ask.path] = field
            self._column.insertWidget(at, field)
        # Enter goes by this order, and a question that an answer brought stands between older ones.
        self.fields = {ask.path: self.fields[ask.path] for ask in asks}

    def focus_work(self) -> None:
        """Put the focus on the first question."""
        for field in list(self.fields.values())[:1]:
            field.focus_work()

    def flush(self) -> None:
        """Tell what is typed."""
        for field in list(self.fields.values()):
            field.flush()


class BlockCard(Card):
    """One block of questions; `removed(instance)` where it is a person who may be taken out."""

    answered = Signal(str, str)
    confirmed = Signal(str)
    removed = Signal(str)

    def __init__(self, block: Block) -> None:
        super().__init__(gap=12)
        self._title = Text("", "heading")
        head = Row(gap=8)
        head.put(self._title, 1)
        self.remove_button = QuietButton(self.tr("Keluarkan"), "trash-2")
        self.remove_button.clicked.connect(partial(self.removed.emit, block.instance))
        head.put(self.remove_button)
        self._head = QWidget()
        Column(head, on=self._head)
        self.remove_button.setVisible(bool(block.instance))
        self.asks = AskColumn()
        self.asks.answered.connect(self.answered)
        self.asks.confirmed.connect(self.confirmed)
        self._warning = Notice("", Tone.WARN)
        self.body.put(self._head)
        self.body.put(self._warning)
        self.body.put(self.asks)
        self.show_block(block)

    def show_block(self, block: Block) -> None:
        """The same block with other answers."""
        alone = len(block.asks) == 1 and block.asks[0].label == block.title
        self._title.setText(block.title)
        self._head.setVisible(not alone)
        self.setAccessibleName(block.title)
        self.remove_button.setAccessibleName(self.tr("Keluarkan %1").replace("%1", block.title))
        self._warning.set_notice(block.warning)
        self._warning.setVisible(bool(block.warning))
        self.asks.show_asks(block.asks)


class BlockStack(QWidget):
    """Blocks below each other; those that stay keep their cards."""

    answered = Signal(str, str)
    confirmed = Signal(str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards: dict[str, BlockCard] = {}
        self._column = Column(gap=14, on=self)

    def show_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Show these blocks in this order."""
        wanted = {block.key for block in blocks}
        for key, card in list(self.cards.items()):
            if key not in wanted:
                self._column.removeWidget(card)
                card.hide()
                card.deleteLater()
                del self.cards[key]
        for at, block in enumerate(blocks):
            known = self.cards.get(block.key)
            if known is not None:
                known.show_block(block)
                continue
            card = BlockCard(block)
            card.answered.connect(self.answered)
            card.confirmed.connect(self.confirmed)
            card.removed.connect(self.removed)
            self.cards[block.key] = card
            self._column.insertWidget(at, card)
        self.setVisible(bool(blocks))

    def flush(self) -> None:
        """Tell what is typed."""
        for card in list(self.cards.values()):
            card.asks.flush()

    def fields(self) -> list[AskField]:
        """All questions in order."""
        cards = sorted(self.cards.values(), key=self._column.indexOf)
        return [field for card in cards for field in card.asks.fields.values()]
