"""Keeps a form's fields on the disk as they are left, in order; what could not be kept is tried again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from app.domain.errors import Problem
from app.ui.lanes import Lane, Run
from app.usecases.desk import Drafts


class Keeping:
    """The draft of one form about one family. `told(kept, problem)` is called after each attempt."""

    def __init__(
        self, drafts: Drafts, run: Run, form: str, subject: str, told: Callable[[bool, Problem | None], None]
    ) -> None:
        self._drafts, self._run, self._form, self.subject, self._told = drafts, run, form, subject, told
        self._owed: dict[str, str] = {}
        self._position: str | None = None
        self._ended = False

    @property
    def owes(self) -> bool:
        """Whether something is not on the disk yet."""
        return bool(self._owed) or self._position is not None

    @property
    def owed(self) -> Mapping[str, str]:
        """What is not on the disk yet."""
        return dict(self._owed)

    def keep(self, fields: Mapping[str, str]) -> None:
        """Keep these fields (empty text: forget the field) and whatever is still owed."""
        self._owed.update(fields)
        self._write()

    def move_to(self, position: str) -> None:
        """Keep where the person is."""
        self._position = position
        self._write()

    def retry(self) -> None:
        """Try again what is owed."""
        if self.owes:
            self._write()

    def end(self) -> None:
        """The form was recorded: nothing more is kept."""
        self._ended = True

    def _write(self) -> None:
        if self._ended:
            return
        fields, position = dict(self._owed), self._position
        work = partial(self._save, fields, position)
        self._run(Lane.DISK, work, partial(self._kept, fields, position), self._failed)

    def _save(self, fields: Mapping[str, str], position: str | None) -> None:
        """In the lane: each field by itself, because each is on the disk when its call returns."""
        for field, value in fields.items():
            if value:
                self._drafts.save(self._form, self.subject, field, value)
            else:
                self._drafts.clear(self._form, self.subject, field)
        if position is not None:
            self._drafts.move_to(self._form, self.subject, position)

    def _kept(self, fields: Mapping[str, str], position: str | None, _done: None) -> None:
        for field, value in fields.items():
            if self._owed.get(field) == value:
                del self._owed[field]
        if self._position == position:
            self._position = None
        self._told(not self.owes, None)

    def _failed(self, problem: Problem) -> None:
        self._told(False, problem)
