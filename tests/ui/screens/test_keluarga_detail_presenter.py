"""The detail of one family: loading, photos, and whole numbers for a reason."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from app.domain.errors import Unavailable
from app.domain.ids import FamilyId
from app.domain.payloads import RevealLogged
from app.shelf.codes import code_book
from app.shelf.forms import visit_form
from app.shelf.reasons import reason_book
from app.ui.lanes import run_at_once
from app.ui.screens.keluarga.card import DetailStage, DetailState
from app.ui.screens.keluarga.detail_presenter import FamilyPresenter
from app.ui.screens.keluarga.lexicon import Lexicon
from app.usecases.ports import Actor
from app.usecases.reading import FamilyDetail
from app.usecases.reveal_identity import RevealIdentity
from tests.fakes.families import ENUMERATOR, NOW_MS, OPERATOR, PHOTO, TODAY, VIEWER, FakeReading, eventful


@dataclass
class Desk:
    actor: Actor = OPERATOR
    reading: FakeReading = field(default_factory=FakeReading)
    shown: list[DetailState] = field(default_factory=list)
    now_ms: int = NOW_MS

    def __post_init__(self) -> None:
        eventful(self.reading.journal)
        self.presenter = FamilyPresenter(
            reading=self.reading,
            actor=self.actor,
            reveal=RevealIdentity(self.reading.journal),
            run=run_at_once,
            show=self.shown.append,
            lexicon_for=lambda version: Lexicon(visit_form(), code_book(), reason_book(), version),
            read_picture=lambda name: f"picture of {name[:1]}",
            today=lambda: TODAY,
            now_ms=lambda: self.now_ms,
        )

    @property
    def state(self) -> DetailState:
        return self.shown[-1]


def test_a_family_is_drawn_and_its_photos_follow_one_by_one() -> None:
    desk = Desk()
    desk.presenter.open(FamilyId("fam-1"))
    assert desk.state.card is not None
    assert desk.state.card.head == "Agustinus Nenabu"
    assert desk.state.pictures == {PHOTO.name: "picture of a"}
    drawn_at = next(at for at, state in enumerate(desk.shown) if state.card is not None)
    assert desk.shown[drawn_at].pictures == {}


def test_a_family_that_nobody_knows_is_said_to_be_gone() -> None:
    desk = Desk()
    desk.presenter.open(FamilyId("nowhere"))
    assert desk.state.stage is DetailStage.GONE


@pytest.mark.parametrize("member", ["m1-0", ""])
def test_a_whole_number_is_logged_with_its_reason_before_it_is_seen(member: str) -> None:
    desk = Desk()
    desk.presenter.open(FamilyId("fam-1"))
    before = len(desk.reading.journal.recorded)
    desk.presenter.reveal(member, "nik" if member else "kk", "Mencocokkan dengan kartu")
    log = desk.reading.journal.recorded[before].payload
    assert log == RevealLogged("nik" if member else "kk", "Mencocokkan dengan kartu", member or None)
    assert desk.state.revealed is not None
    family = desk.reading.official[0]
    assert desk.state.revealed.number == (family.members[0].nik if member else family.kk)
    assert desk.state.card is not None
    assert "lengkap dilihat" in desk.state.card.history[0].title


def test_a_whole_number_leaves_the_screen_after_a_minute() -> None:
    desk = Desk()
    desk.presenter.open(FamilyId("fam-1"))
    desk.presenter.reveal("", "kk", "Mencocokkan dengan kartu")
    desk.now_ms += 20_500
    desk.presenter.tick()
    assert desk.state.revealed is not None
    assert desk.state.revealed.seconds_left == 40
    desk.now_ms += 39_500
    desk.presenter.tick()
    assert desk.state.revealed is None


def test_without_a_reason_nothing_is_shown_and_nothing_is_logged() -> None:
    desk = Desk()
    desk.presenter.open(FamilyId("fam-1"))
    before = len(desk.reading.journal.recorded)
    desk.presenter.reveal("", "kk", "  ")
    assert desk.state.revealed is None
    assert desk.state.refusal is not None
    assert len(desk.reading.journal.recorded) == before


def test_going_to_another_family_takes_the_number_away() -> None:
    desk = Desk()
    desk.presenter.open(FamilyId("fam-1"))
    desk.presenter.reveal("", "kk", "Mencocokkan dengan kartu")
    at = len(desk.shown)
    desk.presenter.open(FamilyId("fam-2"))
    assert all(state.revealed is None for state in desk.shown[at:])


def test_rights_follow_the_role_and_the_rt() -> None:
    for actor, family, visit, elsewhere in (
        (OPERATOR, "fam-1", True, False),
        (ENUMERATOR, "fam-3", True, False),
        (ENUMERATOR, "fam-1", False, True),
        (VIEWER, "fam-1", False, False),
    ):
        desk = Desk(actor)
        desk.presenter.open(FamilyId(family))
        rights = desk.state.rights
        assert (rights.visit, rights.propose, rights.reveal, rights.elsewhere) == (visit, visit, visit, elsewhere)


@dataclass
class BrokenReading(FakeReading):
    def family(self, family: FamilyId) -> FamilyDetail | None:
        raise Unavailable("store_busy")


def test_a_store_that_does_not_answer_is_explained() -> None:
    desk = Desk(reading=BrokenReading())
    desk.presenter.open(FamilyId("fam-1"))
    assert desk.state.stage is DetailStage.FAILED
    assert desk.state.problem is not None
