"""Two laptops of one village and the screen of what is contested, for the tests of that screen."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from app.domain.ids import EntryId, FamilyId, PersonId
from app.domain.payloads import ChangeProposed
from app.storage.drafts import Drafts
from app.storage.reading import SqlReading
from app.ui.lanes import run_at_once
from app.ui.screens.bertentangan.presenter import ContestsPresenter
from app.ui.screens.bertentangan.state import PageState, RowShown, SettlingShown
from app.ui.screens.keluarga.page import lexicon_for
from app.usecases.ports import Actor
from tests.storage.laptops import OPERATOR, Laptop, family, photo, roster, visit

FAMILY = family(1)
K1 = FamilyId(FAMILY.id)
HOUSE = {"id_atap_terluas": "3", "id_lantai_terluas": "6"}


@dataclass
class Screen:
    """The presenter of one laptop, and everything that it showed."""

    laptop: Laptop
    actor: Actor = OPERATOR
    states: list[PageState] = field(default_factory=list)

    def __post_init__(self) -> None:
        reading = SqlReading(self.laptop.database, self.laptop.clock, rts=self.actor.rts)
        self.presenter = ContestsPresenter(
            reading,
            self.laptop.journal,
            Drafts(self.laptop.database, self.actor.person),
            self.actor,
            lambda: lexicon_for("DTSEN"),
            lambda: frozenset({photo(1).name}),
            run_at_once,
            self.states.append,
        )
        self.presenter.refresh()

    @property
    def state(self) -> PageState:
        """What is shown now."""
        return self.states[-1]

    @property
    def shown(self) -> SettlingShown:
        """The contest that is shown."""
        assert self.state.shown is not None
        return self.state.shown

    def open(self, at: int = 0) -> None:
        """The `at`-th contest of the list."""
        self.presenter.open_row(self.state.lines[at][0])

    def row(self, label: str) -> RowShown:
        """The row with that label."""
        return next(row for row in self.shown.rows if row.label == label)

    def choose(self, label: str, words: str) -> None:
        """The option with these words."""
        row = self.row(label)
        self.presenter.choose(row.key, next(one.code for one in row.options if one.words == words))


def first_laptop(folder: Path) -> Laptop:
    """Maria's, with a list."""
    laptop = Laptop(folder / "one")
    laptop.publish(roster(replace(family(n), fields={"id_atap_terluas": "8"}) for n in range(1, 5)))
    return laptop


def second_laptop(folder: Path, one: Laptop) -> Laptop:
    """Nur's, which knows what the first knew."""
    laptop = Laptop(folder / "two", "laptopbbbbbb", Actor(PersonId("operator0002"), "Nur Bora", "operator"), 2)
    laptop.take_all(one.store)
    return laptop


def disagree(one: Laptop, two: Laptop, **words: object) -> None:
    """Both visit the first family, and tell it otherwise."""
    one.record(K1, visit(FAMILY, answers=HOUSE, photos=(photo(1), photo(2)), note="Dua kamar"))
    two.record(K1, visit(FAMILY, **{"answers": {**HOUSE, "id_atap_terluas": "5"}, "respondent": "Pak RT", **words}))
    one.take_all(two.store)


def contradict(one: Laptop, two: Laptop, *bodies: ChangeProposed) -> tuple[EntryId, EntryId]:
    """Each proposes one of the two about the first family."""
    first, second = bodies
    found = one.record(K1, first), two.record(K1, second)
    one.take_all(two.store)
    return found


def proposal_states(laptop: Laptop, *proposals: EntryId) -> list[str]:
    """Where these stand on one laptop."""
    reading = SqlReading(laptop.database, laptop.clock)
    found = [reading.proposal(one) for one in proposals]
    return [one.proposal.state for one in found if one is not None]
