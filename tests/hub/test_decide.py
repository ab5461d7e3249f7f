"""What the district may say, and when: checked where the word is written, whatever a page shows."""

from __future__ import annotations

import pytest

from app.domain.errors import Refused
from app.domain.ids import EntryId, PersonId
from app.domain.payloads import KeyedIn, ObjectionFiled
from app.hub.decide import decide
from app.hub.local import LocalHub
from app.usecases.ports import Act
from tests.hub.browsing import agree, endorse, proposed
from tests.sync.laptop import VILLAGE, Laptop

pytestmark = pytest.mark.both_stores

RETURN = ("returned", "returned@balai-1:bukti_kurang", "Lampirkan foto KTP.")


@pytest.fixture
def laptop(head: Laptop) -> Laptop:
    """The head's laptop: he may do what a proposal needs in its village."""
    return head


def say(hub: LocalHub, proposal: EntryId, outcome: str, reason: str = "", comment: str = "") -> None:
    """The district's word."""
    who = PersonId("verifikator1")
    decide(hub.district, VILLAGE, proposal, outcome, by=who, name="Rahma", reason=reason, comment=comment)


def test_an_endorsement_comes_before_an_acceptance(district: LocalHub, laptop: Laptop) -> None:
    proposal = proposed(laptop, endorsed=False)
    with pytest.raises(Refused, match="proposal_before_meeting"):
        say(district, proposal, "accepted")
    agree(laptop, proposal)
    laptop.exchange()
    with pytest.raises(Refused, match="proposal_before_endorsement"):
        say(district, proposal, "accepted")
    endorse(laptop, proposal)
    with pytest.raises(Refused, match="proposal_before_endorsement"):
        say(district, proposal, "accepted")  # the endorsement has not come yet
    laptop.exchange()
    say(district, proposal, "accepted")
    say(district, proposal, "determined")
    assert laptop.exchange().decisions == 2


def test_typing_it_into_siks_ng_is_no_endorsement(district: LocalHub, laptop: Laptop) -> None:
    proposal = proposed(laptop, endorsed=False)
    laptop.journal.record(Act("f-1", KeyedIn(proposal, "2026-11-21")))
    laptop.exchange()
    with pytest.raises(Refused, match="proposal_before_meeting"):
        say(district, proposal, "accepted")


def test_an_operator_s_endorsement_is_none(district: LocalHub, laptop: Laptop, operator: Laptop) -> None:
    proposal = proposed(laptop, endorsed=False)
    agree(laptop, proposal)
    laptop.exchange()
    operator.exchange()
    endorse(operator, proposal)
    assert [reason for _, reason in operator.exchange().quarantined] == ["not_allowed"]
    with pytest.raises(Refused, match="proposal_before_endorsement"):
        say(district, proposal, "accepted")


def test_what_is_not_endorsed_may_be_sent_back_with_a_reason(district: LocalHub, laptop: Laptop) -> None:
    proposal = proposed(laptop, endorsed=False)
    with pytest.raises(Refused, match="decision_reason_missing"):
        say(district, proposal, "returned")
    say(district, proposal, *RETURN)
    with pytest.raises(Refused, match="proposal_closed"):
        say(district, proposal, "accepted")


def test_an_objection_needs_no_endorsement(district: LocalHub, laptop: Laptop) -> None:
    said = ObjectionFiled("Daeng Ngalle", True, "mampu", "objection@balai-1", "Punya dua mobil.")
    filed = laptop.journal.record(Act("f-1", said))[0]
    laptop.exchange()
    say(district, filed, "accepted")
