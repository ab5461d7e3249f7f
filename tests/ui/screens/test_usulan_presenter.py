"""The list of proposals and the detail of one, over a real practice village."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial

import pytest

from app.domain.errors import Unavailable
from app.domain.happened import happened
from app.domain.ids import EntryId
from app.domain.payloads import ChangeProposed, FieldChange, ObjectionFiled
from app.domain.proposal_course import ProposalStanding
from app.ui.lanes import run_at_once
from app.ui.screens.usulan.card import DetailState
from app.ui.screens.usulan.detail_presenter import ProposalPresenter
from app.ui.screens.usulan.page import kinds_offered, lexicon_of
from app.ui.screens.usulan.presenter import ProposalsPresenter
from app.ui.screens.usulan.state import ListState, Stage
from app.ui.screens.usulan.story import acts_of, story
from app.ui.shown import TableRow
from app.ui.vocabulary.times import day_of, moment_of
from app.usecases.desk import Desk
from app.usecases.ports import Act, Actor
from app.usecases.reading import FamilyFilter, FamilySort, ProposalFilter
from tests.fakes.families import ENUMERATOR, VIEWER, FakeJournal, FakeReading

CORRECTION = ChangeProposed("correction", changes=(FieldChange("address", "lama", "Jalan Baru 7"),), note="Menurut KK.")
OBJECTION = ObjectionFiled("Daniel Liu", True, "ganda", "objection@cek-bansos", "Tercatat dua kali.")


@dataclass
class Shown:
    """A presenter of the detail with everything it showed."""

    desk: Desk
    states: list[DetailState] = field(default_factory=list)
    writes: list[int] = field(default_factory=list)

    def open(self, proposal: EntryId, actor: Actor | None = None) -> ProposalPresenter:
        """Open one proposal as somebody."""
        presenter = ProposalPresenter(
            self.desk.reading,
            self.desk.journal,
            self.desk.evidence,
            actor or self.desk.actor,
            run_at_once,
            self.states.append,
            lambda: self.writes.append(1),
            partial(lexicon_of, self.desk.reading),
            lambda name: None,
        )
        presenter.open(proposal)
        return presenter

    @property
    def last(self) -> DetailState:
        """What is shown now."""
        return self.states[-1]


@pytest.fixture
def correction(practice_desk: Desk) -> EntryId:
    """A correction that waits for the meeting."""
    family = practice_desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0]
    return practice_desk.journal.record(Act(family.id, CORRECTION))[0]


def opened(desk: Desk) -> tuple[ProposalsPresenter, list[ListState]]:
    shown: list[ListState] = []
    presenter = ProposalsPresenter(desk.reading, desk.actor, run_at_once, shown.append)
    presenter.open({})
    return presenter, shown


def rows(state: ListState) -> list[TableRow]:
    return list(state.window.first)


def test_without_any_proposal_the_list_says_so(practice_desk: Desk) -> None:
    _, shown = opened(practice_desk)
    assert shown[-1].stage is Stage.NOTHING
    assert shown[-1].may_propose


def test_a_search_that_finds_nothing_does_not_say_that_nothing_waits(practice_desk: Desk, correction: EntryId) -> None:
    presenter, shown = opened(practice_desk)
    assert shown[-1].subtitle == "1 usulan belum selesai"
    presenter.search("qqqq")
    assert shown[-1].subtitle == "Di antara yang dicari tidak ada yang menunggu"


def test_a_row_says_who_what_where_and_how_far_it_is(practice_desk: Desk, correction: EntryId) -> None:
    _, shown = opened(practice_desk)
    (row,) = rows(shown[-1])
    assert row.key == correction
    assert row.cells[2].second == "Tersimpan di laptop"
    assert row.cells[1].text == "Perbaikan data"
    assert practice_desk.actor.name in row.cells[1].second
    assert row.cells[2].chip is not None
    assert row.cells[2].chip.words == "Menunggu musyawarah"
    assert "Menunggu musyawarah" in row.sentence


def test_an_objection_says_how_many_days_are_left(practice_desk: Desk, correction: EntryId) -> None:
    del correction
    family = practice_desk.reading.families(FamilyFilter(), FamilySort(), 0, 2)[1]
    practice_desk.journal.record(Act(family.id, OBJECTION))
    presenter, shown = opened(practice_desk)
    presenter.choose("kind", "objection")
    (row,) = rows(shown[-1])
    assert row.cells[3].text == "Sisa 14 hari untuk dijawab"


def test_pills_count_who_is_waited_for_and_an_objection_waits_for_no_meeting(
    practice_desk: Desk, correction: EntryId
) -> None:
    del correction
    family = practice_desk.reading.families(FamilyFilter(), FamilySort(), 0, 2)[1]
    practice_desk.journal.record(Act(family.id, OBJECTION))
    presenter, shown = opened(practice_desk)
    (waiting,) = [one for one in shown[-1].filters if one.key == "waiting"]
    assert {option.value: option.count for option in waiting.options} == {
        "": "2",
        "mend": "",
        "meeting": "1",
        "head": "",
        "operator": "1",
        "district": "",
    }
    assert shown[-1].subtitle == "2 usulan belum selesai"
    presenter.choose("waiting", "operator")
    (row,) = rows(shown[-1])
    assert row.cells[1].text.startswith("Sanggah")
    presenter.choose("waiting", "mend")
    assert shown[-1].stage is Stage.NONE_FOUND
    presenter.clear()
    assert len(rows(shown[-1])) == 2


def test_a_state_and_somebody_waited_for_exclude_each_other(practice_desk: Desk, correction: EntryId) -> None:
    del correction
    presenter, shown = opened(practice_desk)
    presenter.choose("waiting", "mend")
    presenter.choose("state", "open")
    assert [one.value for one in shown[-1].filters] == ["", "", "open"]
    assert len(rows(shown[-1])) == 1


def test_a_disk_that_cannot_be_read_is_told_and_asked_again() -> None:
    class FakeBrokenReading(FakeReading):
        broken = True

        def count_proposals(self, which: ProposalFilter) -> int:
            if self.broken:
                raise Unavailable("disk_unreadable")
            return super().count_proposals(which)

    reading, shown = FakeBrokenReading(), list[ListState]()
    presenter = ProposalsPresenter(reading, VIEWER, run_at_once, shown.append)
    presenter.open({})
    failed = shown[-1]
    assert failed.stage is Stage.FAILED
    assert not failed.may_propose
    reading.broken = False
    presenter.refresh()
    again = shown[-1]
    assert again.stage is Stage.NOTHING


def test_the_whole_course_is_told_with_who_and_what_was_said(practice_desk: Desk, correction: EntryId) -> None:
    shown = Shown(practice_desk)
    presenter = shown.open(correction)
    assert shown.last.card is not None
    assert shown.last.card.acts.decide
    presenter.decide("agreed", "2026-11-20", "Disetujui bersama.", "Pak RT keberatan.")
    assert shown.last.said == "Keputusan musyawarah tersimpan."
    assert shown.writes == [1]
    steps = shown.last.card.course
    assert [step.title for step in steps] == ["Diusulkan", "Disetujui musyawarah"]
    assert steps[1].who == practice_desk.actor.name
    assert steps[1].note == "Musyawarah 20 November 2026 · Disetujui bersama. · Keberatan: Pak RT keberatan."
    assert not shown.last.card.acts.endorse, "an operator does not endorse"
    assert shown.last.card.acts.withdraw


def test_what_the_district_does_not_count_of_a_proposal_is_said_where_it_stands(
    practice_desk: Desk, correction: EntryId
) -> None:
    Shown(practice_desk).open(correction).decide("agreed", "2026-11-20", "", "")
    detail = practice_desk.reading.proposal(correction)
    assert detail is not None
    (agreed,) = detail.proposal.events
    all_told: tuple[dict[EntryId, str], ...] = (
        {},
        {correction: "author_unknown"},
        {agreed.entry.id: "author_unsealed"},
    )
    for told in all_told:
        card = story(replace(detail, aside_there=told), lexicon_of(practice_desk.reading), practice_desk.actor, {})
        marks = [told.get(correction, ""), told.get(agreed.entry.id, "")]
        assert [step.aside_there for step in card.course] == marks


def test_a_wrong_clock_is_said_where_a_proposal_s_course_tells_what_it_wrote(
    practice_desk: Desk, correction: EntryId
) -> None:
    Shown(practice_desk).open(correction).decide("agreed", "2026-11-20", "", "")
    detail = practice_desk.reading.proposal(correction)
    assert detail is not None
    (agreed,) = detail.proposal.events
    made = detail.proposal.entry.at_ms
    arrived, ahead = made + 86_400_000, made + 730 * 86_400_000
    for wrong, right in ((correction, agreed.entry.id), (agreed.entry.id, correction)):
        known = {wrong: happened(ahead, made, arrived), right: happened(made, made, arrived)}
        told = replace(detail, happened=known)
        card = story(told, lexicon_of(practice_desk.reading), practice_desk.actor, {})
        words = f"Jam laptop saat itu salah (tertulis {moment_of(ahead)}); diterima kabupaten {day_of(arrived)}."
        steps = dict(zip((correction, agreed.entry.id), card.course, strict=True))
        assert (steps[wrong].doubt, steps[right].doubt) == (words, "")
        assert (steps[wrong].when, steps[right].when) == (moment_of(arrived), moment_of(made))
        assert card.by.startswith(moment_of(arrived if wrong == correction else made))


def test_the_head_may_endorse_what_was_agreed(practice_desk: Desk, correction: EntryId) -> None:
    shown = Shown(practice_desk)
    shown.open(correction).decide("agreed", "2026-11-20", "", "")
    shown.open(correction, replace(practice_desk.actor, role="head"))
    assert shown.last.card is not None
    assert shown.last.card.acts.endorse
    shown.open(correction, practice_desk.actor)
    acts = shown.last.card.acts
    assert (acts.withdraw, acts.why_not) == (True, "Menunggu pengesahan kepala desa.")


def test_a_refused_act_is_explained_and_changes_nothing(practice_desk: Desk, correction: EntryId) -> None:
    shown = Shown(practice_desk)
    shown.open(correction).decide("refused", "2026-11-20", "", "")
    assert shown.last.refusal is not None
    assert shown.last.refusal.title == "Alasan keputusan belum ditulis."
    assert shown.writes == []


def test_a_withdrawn_proposal_is_closed_to_everybody(practice_desk: Desk, correction: EntryId) -> None:
    shown = Shown(practice_desk)
    shown.open(correction).withdraw("Salah orang.")
    assert shown.last.card is not None
    assert not shown.last.card.acts.any
    assert shown.last.card.state.words == "Ditarik kembali"


def test_who_may_only_look_is_told_who_has_to_act(practice_desk: Desk, correction: EntryId) -> None:
    shown = Shown(practice_desk)
    shown.open(correction, VIEWER)
    assert shown.last.card is not None
    assert not shown.last.card.acts.any
    assert shown.last.card.acts.why_not.startswith("Menunggu keputusan musyawarah")


def test_the_detail_shows_old_beside_new(practice_desk: Desk, correction: EntryId) -> None:
    shown = Shown(practice_desk)
    shown.open(correction)
    assert shown.last.card is not None
    (change,) = shown.last.card.content.changes
    assert (change.label, change.old, change.new) == ("Alamat", "lama", "Jalan Baru 7")
    [line] = shown.last.card.contested
    assert (line.words, line.place, line.facts["kind"]) == (
        "Daftar berubah sejak diusulkan: Alamat.", "bertentangan", "base",
    ), "the list says neither of the two"  # fmt: skip


def test_who_may_not_propose_is_offered_objections_only() -> None:
    assert [one.code for one in kinds_offered(may_propose=False)] == ["objection"]
    assert len(kinds_offered(may_propose=True)) == 12


@pytest.mark.parametrize(
    ("state", "role", "open_to"),
    [
        ("proposed", "operator", {"decide", "withdraw"}),
        ("proposed", "enumerator", {"withdraw"}),
        ("agreed", "head", {"endorse", "withdraw"}),
        ("endorsed", "operator", {"key_in", "withdraw"}),
        ("keyed_in", "operator", set()),
        ("returned", "operator", {"mend", "withdraw"}),
        ("returned", "viewer", set()),
        ("accepted", "head", set()),
    ],
)
def test_each_state_opens_its_acts_to_its_roles(state: str, role: str, open_to: set[str]) -> None:
    journal = FakeJournal()
    journal.write("fam-1", CORRECTION)
    proposal = ProposalStanding(journal.recorded[0].entry, CORRECTION, state)
    acts = acts_of(replace(VIEWER, role=role), proposal, "001", "001")
    assert {name for name in ("decide", "endorse", "key_in", "withdraw", "mend") if getattr(acts, name)} == open_to


def test_an_enumerator_of_another_rt_takes_nothing_back() -> None:
    journal = FakeJournal()
    journal.write("fam-1", CORRECTION)
    proposal = ProposalStanding(journal.recorded[0].entry, CORRECTION, "returned")
    assert not acts_of(ENUMERATOR, proposal, "002", "001").any
    assert acts_of(ENUMERATOR, proposal, "001", "001").mend
