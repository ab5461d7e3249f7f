"""Which of its own steps a village still owes an item."""

from __future__ import annotations

import pytest

from app.domain.ids import EntryId, FamilyId
from app.domain.payloads import (
    ChangeProposed,
    Endorsed,
    ItemDecided,
    KeyedIn,
    NewFamily,
    ObjectionFiled,
    Payload,
    ProposalsMerged,
    SettlingUndone,
)
from app.domain.village_word import ENDORSEMENT, MEETING, missing_steps
from tests.domain.test_standing import Story

BOTH = (MEETING, ENDORSEMENT)
ITEM = EntryId("a.1/1")
MERGED = ProposalsMerged(ITEM, EntryId("c.1/1"), FamilyId("k2"), NewFamily("", "Jl. Baru 1", "", "004", "001", ()))
SAID_TWICE = ProposalsMerged(ITEM, EntryId("c.1/1"), FamilyId("k1"))
AGREED, POSTPONED = (ItemDecided(ITEM, outcome, "2026-11-20") for outcome in ("agreed", "postponed"))


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ((), BOTH),
        ((AGREED,), (ENDORSEMENT,)),
        ((POSTPONED,), BOTH),
        ((AGREED, Endorsed(ITEM)), ()),
        ((AGREED, Endorsed(ITEM), KeyedIn(ITEM, "2026-11-21")), ()),
        ((KeyedIn(ITEM, "2026-11-21"),), BOTH),
        ((AGREED, Endorsed(ITEM), AGREED), (ENDORSEMENT,)),
        ((AGREED, Endorsed(ITEM), POSTPONED), BOTH),
        ((Endorsed(EntryId("b.1/7")),), BOTH),
        ((AGREED, Endorsed(ITEM), MERGED), BOTH),
        ((AGREED, Endorsed(ITEM), SAID_TWICE), ()),
        ((AGREED, SAID_TWICE), (ENDORSEMENT,)),
        ((AGREED, Endorsed(ITEM), MERGED, SettlingUndone(EntryId("b.1/3"), "proposals_merged")), ()),
    ],
)
def test_a_proposal_needs_an_endorsement_as_the_village_s_last_word(
    words: tuple[Payload, ...], missing: tuple[str, ...]
) -> None:
    story = Story()
    story.tells(ChangeProposed("correction"))
    for turn, said in enumerate(words, start=2):
        story.tells(said, chain="b.1", turn=turn)
    assert missing_steps(ITEM, story.records) == missing
    assert missing_steps(ITEM, reversed(story.records)) == missing


def test_an_objection_owes_nobody_an_agreement() -> None:
    story = Story()
    story.tells(ObjectionFiled("Daeng Ngalle", True, "mampu", "objection@balai-1", "Punya dua mobil."))
    assert missing_steps(ITEM, story.records) == ()
