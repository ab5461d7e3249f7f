"""Pengaturan without Qt: people, own password, district, wholeness, licences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from app.domain.errors import Locked, Problem, Refused
from app.domain.ids import PersonId
from app.ui.lanes import run_at_once
from app.ui.screens.pengaturan.licences import shipped
from app.ui.screens.pengaturan.presenters import DistrictPresenter, OwnPresenter, PeoplePresenter, WholePresenter
from app.ui.screens.pengaturan.state import DistrictState, OwnState, PeopleState, Tenure, WholeState
from app.usecases.desk import Cancelled
from app.usecases.ports import Actor
from app.usecases.reading import PersonRow, Place
from tests.fakes.doors import PASSWORD, WORDS
from tests.fakes.families import NOW_MS, OPERATOR, FakeReading
from tests.fakes.line import FakeExchange

TODAY = date(2026, 11, 28)
HEAD = Actor(PersonId("kepala123456"), "Yohanes Taek", "head")


@dataclass
class FakePeople:
    """Officials in memory; refuses with `problem`."""

    rows: list[PersonRow] = field(
        default_factory=lambda: [
            PersonRow(OPERATOR.person, OPERATOR.name, "operator", (), active=True, certified=True),
            PersonRow(PersonId("pendata12345"), "Yosef Tefa", "enumerator", ("001/002",), active=True, certified=False),
            PersonRow(PersonId("verif1234567"), "Kabupaten", "verifier", (), active=True, certified=True),
        ]
    )
    problem: Problem | None = None
    password: str = PASSWORD
    left: int = 0

    def add(self, name: str, role: str, rts: tuple[str, ...], password: str) -> PersonId:
        """One more."""
        self._maybe_refuse()
        person = PersonId(f"baru{len(self.rows):08d}")
        self.rows.append(PersonRow(person, name, role, rts, active=True, certified=False))
        return person

    def change(self, person: PersonId, name: str, role: str, rts: tuple[str, ...], active: bool) -> None:
        """Another name, role, place."""
        self._maybe_refuse()
        at = next(at for at, row in enumerate(self.rows) if row.id == person)
        self.rows[at] = replace(self.rows[at], name=name, role=role, rts=rts, active=active)

    def change_password(self, old: str, new: str) -> None:
        """The own."""
        if old != self.password:
            raise Locked("password_wrong")
        self.password = new

    def reset_password(self, person: PersonId, new: str) -> None:
        """Another's."""
        self._maybe_refuse()

    def all(self) -> Sequence[PersonRow]:
        """Everybody."""
        return self.rows

    def manages(self) -> bool:
        """Yes."""
        return True

    def recovery_words(self) -> tuple[str, ...]:
        """One code."""
        self.left = 1
        return (" ".join(WORDS),)

    def recovery_left(self) -> int:
        """As many as were made."""
        return self.left

    def _maybe_refuse(self) -> None:
        if self.problem is not None:
            raise self.problem


class FixedClock:
    """Always now."""

    def now_ms(self) -> int:
        """The same moment."""
        return NOW_MS


def same(slot: Callable[[float], None]) -> Callable[[float], None]:
    """Progress without threads."""
    return slot


def people_of(people: FakePeople, actor: Actor = OPERATOR) -> tuple[PeoplePresenter, list[PeopleState]]:
    """The people's presenter, opened."""
    states: list[PeopleState] = []
    presenter = PeoplePresenter(people, FakeReading(), actor, run_at_once, states.append, lambda: TODAY)
    presenter.refresh()
    return presenter, states


def test_officials_are_shown_with_role_and_place_and_the_district_is_none_of_them() -> None:
    _, states = people_of(FakePeople())
    shown = [(one.name, one.role_words, one.rt_words) for one in states[-1].people]
    assert shown == [
        (OPERATOR.name, "Operator desa", "Seluruh desa"),
        ("Yosef Tefa", "Pendata", "RT 001 / RW 002"),
    ]
    assert states[-1].people[0].self


def test_the_end_of_a_certificate_is_told_before_it_comes_and_a_revocation_at_once() -> None:
    people = FakePeople()
    ends = ("", "2027-06-30", "2026-12-28", "2026-11-28", "2026-11-27")
    people.rows = [
        PersonRow(PersonId(f"p{at}"), f"Orang {at}", "viewer", (), True, True, until) for at, until in enumerate(ends)
    ]
    people.rows.append(PersonRow(PersonId("p9"), "Orang 9", "viewer", (), True, True, "2026-11-27", revoked=True))
    people.rows.append(PersonRow(PersonId("p8"), "Orang 8", "viewer", (), False, True, "2026-11-27"))
    _, states = people_of(people)
    tenures = [one.tenure for one in states[-1].people]
    soon, ended = Tenure.ENDS_SOON, Tenure.ENDED
    assert tenures == [Tenure.OPEN, Tenure.OPEN, soon, soon, ended, Tenure.REVOKED, ended]
    assert [one.name for one in states[-1].ending] == ["Orang 2", "Orang 3", "Orang 4"]
    assert [one.until_words for one in states[-1].people][:2] == ["", "30 Jun 2027"]


def test_only_a_head_may_make_heads() -> None:
    assert "head" not in dict(people_of(FakePeople())[1][-1].roles)
    assert "head" in dict(people_of(FakePeople(), HEAD)[1][-1].roles)


def test_a_new_official_is_in_the_list_and_only_enumerators_are_bound_to_rts() -> None:
    people = FakePeople()
    presenter, states = people_of(people)
    presenter.add("Rut Nenabu", "viewer", ("001/001",), PASSWORD)
    assert people.rows[-1].rts == ()
    assert "Rut Nenabu" in [one.name for one in states[-1].people]
    assert "Rut Nenabu" in states[-1].act.said


def test_a_refusal_is_explained_and_the_list_stays() -> None:
    people = FakePeople()
    presenter, states = people_of(people)
    people.problem = Refused("last_manager")
    presenter.change(OPERATOR.person, OPERATOR.name, "viewer", (), True)
    assert states[-1].act.problem is not None
    assert states[-1].act.problem.code == "last_manager"
    assert len(states[-1].people) == 2


def test_the_own_password_changes_only_with_the_old_one() -> None:
    people = FakePeople()
    states: list[OwnState] = []
    presenter = OwnPresenter(people, run_at_once, states.append)
    presenter.change_password("salah sekali", "jagung padi baru", "jagung padi baru")
    assert states[-1].act.problem is not None
    presenter.change_password(PASSWORD, "jagung padi baru", "lain lagi dong")
    assert states[-1].new_error
    assert people.password == PASSWORD
    presenter.change_password(PASSWORD, "jagung padi baru", "jagung padi baru")
    assert people.password == "jagung padi baru"
    assert states[-1].done == 1


def test_new_recovery_words_are_shown_until_they_are_on_paper() -> None:
    states: list[OwnState] = []
    presenter = OwnPresenter(FakePeople(), run_at_once, states.append)
    presenter.make_words()
    assert states[-1].recovery == (WORDS,)
    presenter.hide_words()
    assert not states[-1].recovery


@pytest.mark.parametrize(
    ("left", "words", "few"),
    [(0, "Anda belum punya", True), (1, "1 rangkaian", True), (3, "3 rangkaian", False)],
)
def test_who_has_few_recovery_words_left_is_told(left: int, words: str, few: bool) -> None:
    states: list[OwnState] = []
    OwnPresenter(FakePeople(left=left), run_at_once, states.append).refresh()
    assert states[-1].left.startswith(words)
    assert states[-1].left_few == few


def test_the_district_moves_to_another_address_or_says_why_not() -> None:
    exchange = FakeExchange()
    states: list[DistrictState] = []
    presenter = DistrictPresenter(exchange, run_at_once, states.append)
    presenter.refresh()
    presenter.set_address(" https://baru.example ")
    assert states[-1].address == "https://baru.example"
    assert states[-1].act.said
    exchange.problem = Refused("hub_address_wrong")
    presenter.set_address("bukan alamat")
    assert states[-1].act.problem is not None
    assert states[-1].address == "https://baru.example"


def test_a_whole_laptop_and_a_damaged_one_are_told_apart() -> None:
    found: list[Problem] = []

    def verify(progress: Callable[[float], None], cancelled: Cancelled) -> Sequence[Problem]:
        progress(0.5)
        return () if cancelled() else tuple(found)

    states: list[WholeState] = []
    presenter = WholePresenter(verify, FixedClock(), run_at_once, same, states.append, lambda: None)
    presenter.start()
    assert 0.5 in [state.share for state in states]
    assert states[-1].checked
    assert not states[-1].found
    found.append(Refused("file_missing"))
    presenter.start()
    assert [message.code for message in states[-1].found] == ["file_missing"]


def test_only_who_may_settles_what_the_opening_found_and_then_it_is_quiet() -> None:
    settled: list[bool] = []
    states: list[WholeState] = []
    for may_settle in (False, True):
        presenter = WholePresenter(
            lambda progress, cancelled: (),
            FixedClock(),
            run_at_once,
            same,
            states.append,
            lambda: settled.append(True),
            may_settle,
        )
        presenter.open([Refused("anchor_missing")])
        presenter.start()
        assert [message.code for message in states[-1].found] == ["anchor_missing"]
        assert states[-1].may_settle is may_settle
        presenter.settle()
    assert settled == [True]
    assert states[-1].settled
    assert not states[-1].found


def test_everything_that_is_shipped_has_a_licence_to_read() -> None:
    licences = {one.name: one for one in shipped()}
    assert {"Balai", "Plus Jakarta Sans", "Lucide", "SQLAlchemy", "cryptography"} <= set(licences)
    assert "SIL Open Font License" in licences["Plus Jakarta Sans"].text
    assert all(one.text and one.kind for one in licences.values())


class TwoDusun(FakeReading):
    """RT 001 lies in two dusun."""

    def places(self) -> Sequence[Place]:
        """One RT twice."""
        return (Place("Oelbubuk", "001", "001", 3, 0), Place("", "001", "001", 1, 0), Place("Noe", "001", "001", 2, 0))


def test_an_rt_is_offered_once_and_one_that_left_the_list_is_not_forgotten() -> None:
    shown: list[PeopleState] = []
    PeoplePresenter(FakePeople(), TwoDusun(), HEAD, run_at_once, shown.append, lambda: TODAY).refresh()
    assert shown[-1].places == (
        ("001/001", "RT 001 / RW 001 · Oelbubuk · Noe"),
        ("001/002", "RT 001 / RW 002 · tidak ada di daftar sekarang"),
    )
