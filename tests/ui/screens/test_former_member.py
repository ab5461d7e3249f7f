"""Whom a later list dropped from his family is called by his name on every screen that tells of him."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.ids import MemberId
from app.domain.payloads import ChangeProposed
from app.storage.reading import SqlReading
from app.ui.screens.keluarga.course import course_of
from app.ui.screens.keluarga.page import lexicon_for
from app.ui.screens.keluarga.portrait import portrait
from app.ui.screens.usulan.rows import row_of
from app.ui.screens.usulan.story import story
from app.usecases.reading import ProposalFilter
from tests.storage.laptops import OPERATOR, Laptop, family, roster
from tests.ui.screens.contest_screen import FAMILY, K1, Screen, contradict, first_laptop, second_laptop

GONE = FAMILY.members[1]
OTHERS = [family(n) for n in range(2, 5)]
ALONE = replace(FAMILY, members=FAMILY.members[:1])
DEATH = ChangeProposed("death", member=MemberId(GONE.id), event_date="2026-10-03")
LEXICON = lexicon_for("DTSEN")


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A laptop with a list."""
    return first_laptop(tmp_path)


def drop(laptop: Laptop) -> None:
    """The next list has him no more."""
    laptop.publish(roster([ALONE, *OTHERS]), month="2026-12")


def test_the_list_of_proposals_and_the_proposal_name_him_and_say_that_he_is_gone(laptop: Laptop) -> None:
    made = laptop.record(K1, DEATH)
    drop(laptop)
    reading = SqlReading(laptop.database, laptop.clock)
    detail = reading.proposal(made)
    assert detail is not None
    (row,) = reading.proposals(ProposalFilter(), 0, 10)
    assert f"Meninggal: {GONE.name}" in row_of(row).sentence
    card = story(detail, LEXICON, OPERATOR, {})
    assert card.title == f"Meninggal: {GONE.name}"
    assert ("Anggota", f"{GONE.name} (tidak lagi tercatat di keluarganya)") in card.content.facts


def test_the_family_and_its_history_name_him(laptop: Laptop) -> None:
    laptop.record(K1, DEATH)
    drop(laptop)
    detail = SqlReading(laptop.database, laptop.clock).family(K1)
    assert detail is not None
    assert [one.title for one in portrait(detail, LEXICON, date(2026, 12, 1)).proposals] == [f"Meninggal: {GONE.name}"]
    assert f"Usulan: Meninggal – {GONE.name}" in [step.title for step in course_of(detail, LEXICON)]


def test_the_other_record_of_a_duplicate_is_named_after_it_was_dropped(laptop: Laptop) -> None:
    made = laptop.record(
        "k2",
        ChangeProposed("duplicate", member=MemberId("k2-1"), other_family=K1, other_member=MemberId(GONE.id)),
    )
    drop(laptop)
    reading = SqlReading(laptop.database, laptop.clock)
    detail, other = reading.proposal(made), reading.family(K1)
    assert detail is not None
    assert other is not None
    facts = story(detail, LEXICON, OPERATOR, {}, other.standing).content.facts
    assert ("Anggota keluarga itu", f"{GONE.name} (tidak lagi tercatat di keluarganya)") in facts


def test_two_proposals_that_contradict_each_other_name_him(laptop: Laptop, tmp_path: Path) -> None:
    two = second_laptop(tmp_path, laptop)
    contradict(laptop, two, DEATH, replace(DEATH, event_date="2026-10-05"))
    drop(laptop)
    screen = Screen(laptop)
    screen.open()
    told = [option.words for row in screen.shown.rows for option in row.options] + [
        line for side in screen.shown.sides for line in side.lines
    ]
    assert any(GONE.name in one for one in told), told
