"""The detail of one family: loads it, shows its photos, and lets a whole number be seen for a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

from app.domain.errors import Problem
from app.domain.ids import FamilyId, MemberId
from app.domain.roster import Family
from app.ui.lanes import Lane, Run
from app.ui.messages import explain
from app.ui.screens.keluarga.card import DetailStage, DetailState, FamilyCard, Revealed
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.screens.keluarga.portrait import portrait
from app.ui.screens.keluarga.rights import Rights, rights_of
from app.ui.screens.latest import Latest
from app.ui.words import translate
from app.usecases.ports import Actor
from app.usecases.reading import Reading
from app.usecases.reveal_identity import RevealIdentity

CODE_LIST: Final = "code_list_version"
"""Where the store tells which version of the house code lists today's list names."""
SHOWN_MS: Final = 60_000
"""How long a whole number stays on the screen."""

ReadPicture = Callable[[str], object | None]
"""SHA-256 of a photo -> a small picture, None where its file is not here or is no picture; called in the lane."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    family: Family
    card: FamilyCard


class FamilyPresenter:
    """`show` gets every new state; `lexicon_for` gives the words for a code list version (called in the lane)."""

    def __init__(
        self,
        reading: Reading,
        actor: Actor,
        reveal: RevealIdentity,
        run: Run,
        show: Callable[[DetailState], None],
        lexicon_for: Callable[[str], Lexicon],
        read_picture: ReadPicture,
        today: Callable[[], date],
        now_ms: Callable[[], int],
    ) -> None:
        self._reading, self._actor, self._reveal, self._run, self._out = reading, actor, reveal, run, show
        self._lexicon_for, self._read_picture = lexicon_for, read_picture
        self._today, self._now_ms = today, now_ms
        self._id = FamilyId("")
        self._family: Family | None = None
        self._hides_at_ms = 0
        self._load = Latest[FamilyId, _Loaded | None](run, self._read, self._loaded, self._failed)
        self._state = DetailState()

    @property
    def family(self) -> FamilyId:
        """Which family is shown, empty where none is."""
        return self._id

    def open(self, family: FamilyId) -> None:
        """Show a family; the one before stays until the new one is here, so that nothing flickers."""
        if family != self._id:
            self._id = family
            stage = self._state.stage if self._state.card is not None else DetailStage.LOADING
            self._show(replace(self._state, stage=stage, revealed=None, refusal=None))
        self._load.ask(family)

    def close(self) -> None:
        """Show no family."""
        self._id, self._family = FamilyId(""), None
        self._load.forget()
        self._show(DetailState())

    def refresh(self) -> None:
        """Look again, because something was written meanwhile."""
        if self._id:
            self._load.ask(self._id)

    def reveal(self, member: str, field: str, reason: str) -> None:
        """Write down who asks and why, then show the whole number for a minute; `member` empty means the KK."""
        family = self._family
        if family is None:
            return
        whose = MemberId(member) if member else None
        self._run(
            Lane.DISK,
            partial(self._reveal, family, whose, field, reason),
            partial(self._revealed, family.id, member, field),
            self._refused,
        )

    def hide(self) -> None:
        """Take a whole number from the screen."""
        self._show(replace(self._state, revealed=None, refusal=None))

    def tick(self) -> None:
        """A second went by: count down, and hide the number when its time is over."""
        shown = self._state.revealed
        if shown is None:
            return
        left = -(-(self._hides_at_ms - self._now_ms()) // 1000)
        if left <= 0 or left > SHOWN_MS // 1000:
            self.hide()
        else:
            self._show(replace(self._state, revealed=replace(shown, seconds_left=left)))

    def _read(self, family: FamilyId) -> _Loaded | None:
        detail = self._reading.family(family)
        if detail is None:
            return None
        version = self._reading.village().extra.get(CODE_LIST, "")
        days = self._reading.calendar().objection_days
        card = portrait(detail, self._lexicon_for(version), self._today(), days)
        return _Loaded(detail.standing.family, card)

    def _loaded(self, _family: FamilyId, loaded: _Loaded | None) -> None:
        if loaded is None:
            self._family = None
            self._show(DetailState(stage=DetailStage.GONE))
            return
        self._family = loaded.family
        self._id = FamilyId(loaded.card.id)  # a new list may have given the family another id
        same = self._state.card is not None and self._state.card.id == loaded.card.id
        self._show(
            DetailState(
                stage=DetailStage.READY,
                card=loaded.card,
                rights=rights_of(self._actor, loaded.family.rt, loaded.family.rw),
                pictures=self._state.pictures if same else {},
                revealed=self._state.revealed if same else None,
            )
        )
        self._next_picture()

    def photo_came(self, name: str) -> None:
        """The file of a photo that was missing is here now."""
        pictures = {one: picture for one, picture in self._state.pictures.items() if one != name}
        self._show(replace(self._state, pictures=pictures))
        self.refresh()

    def _next_picture(self) -> None:
        """One photo at a time, so that a family with many does not keep a search waiting."""
        card = self._state.card
        if card is None:
            return
        missing = next((p for p in card.photos if p.held and p.name not in self._state.pictures), None)
        if missing is not None:
            self._run(
                Lane.DISK,
                partial(self._read_picture, missing.name),
                partial(self._pictured, card.id, missing.name),
                partial(self._not_pictured, card.id, missing.name),
            )

    def _pictured(self, family: str, name: str, picture: object | None) -> None:
        if self._state.card is None or self._state.card.id != family:
            return
        self._show(replace(self._state, pictures={**self._state.pictures, name: picture}))
        self._next_picture()

    def _not_pictured(self, family: str, name: str, _problem: Problem) -> None:
        """A photo that cannot be read is told by its caption; the rest of the family is shown all the same."""
        self._pictured(family, name, None)

    def _revealed(self, family: str, member: str, field: str, number: str) -> None:
        card = self._state.card
        if card is None or card.id != family:
            return
        name = next((one.name for one in card.members if one.id == member), card.head)
        title = (
            translate("Family", "NIK {name}", name=name)
            if field == "nik"
            else translate("Family", "Nomor KK keluarga {name}", name=name)
        )
        self._hides_at_ms = self._now_ms() + SHOWN_MS
        shown = Revealed(field, member, title, number, SHOWN_MS // 1000)
        self._show(replace(self._state, revealed=shown, refusal=None))
        self._load.ask(FamilyId(family))

    def _refused(self, problem: Problem) -> None:
        self._show(replace(self._state, refusal=explain(problem)))

    def _failed(self, problem: Problem) -> None:
        self._show(DetailState(stage=DetailStage.FAILED, rights=Rights(), problem=explain(problem)))

    def _show(self, state: DetailState) -> None:
        self._state = state
        self._out(state)
