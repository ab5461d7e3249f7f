from __future__ import annotations

import pytest

from app.sync.peers import Heard, Peers, known_to_any


class Paper:
    """Remembers for as long as it lies there."""

    def __init__(self) -> None:
        self.written: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        """What is written under a key."""
        return self.written.get(key)

    def put(self, key: str, value: str) -> None:
        """Write it down."""
        self.written[key] = value


@pytest.fixture
def paper() -> Paper:
    return Paper()


def test_what_was_heard_by_line_is_known_on_a_stick_and_the_other_way_round(paper: Paper) -> None:
    Peers(paper, "hub").district_answered("e1", {"a.1": 5, "b.1": 3})
    Peers(paper, "hub").district_carried("e1", {"a.1": 4, "b.1": 7, "c.1": 1})
    assert Peers(paper, "hub").district() == Heard("e1", {"a.1": 5, "b.1": 7, "c.1": 1})


def test_a_restored_district_is_believed_even_where_it_holds_less(paper: Paper) -> None:
    peers = Peers(paper, "hub")
    peers.district_answered("e1", {"a.1": 5})
    peers.district_carried("e2", {"a.1": 2})
    assert peers.district() == Heard("e2", {"a.1": 2}, former=("e1",))
    peers.district_answered("e2", {"a.1": 1})
    assert peers.district().vector == {"a.1": 1}


def test_what_a_district_said_before_it_was_restored_holds_no_more(paper: Paper) -> None:
    peers = Peers(paper, "hub")
    peers.district_answered("e1", {"a.1": 5}, 100)
    assert peers.district_carried("e2", {"a.1": 2}, 200)
    assert not peers.district_carried("e1", {"a.1": 9}, 150)
    assert peers.district() == Heard("e2", {"a.1": 2}, 200, ("e1",))
    assert peers.district_carried("e1", {"a.1": 1}, 300)  # it was restored once more, and has not noticed it yet
    assert peers.district() == Heard("e1", {"a.1": 1}, 300, ("e2",))
    for number in range(50):
        peers.district_answered(f"f{number}", {})
    assert len(peers.district().former) == 20


def test_a_restored_district_whose_clock_was_set_back_is_believed(paper: Paper) -> None:
    peers = Peers(paper, "hub")
    peers.district_answered("1.a", {"a.1": 5}, 1_000)
    assert peers.district_carried("2.b", {"a.1": 2}, 10), "news, though it says so earlier"
    assert peers.district() == Heard("2.b", {"a.1": 2}, 10, ("1.a",))
    assert not peers.district_carried("1.c", {"a.1": 9}, 5), "an older life that was never heard"


def test_a_district_whose_clock_stood_ahead_once_is_heard_again(paper: Paper) -> None:
    peers = Peers(paper, "hub")
    assert peers.district_carried("1.a", {"a.1": 5}, 1_000_000)
    assert peers.district_carried("1.a", {"a.1": 6}, 100), "it holds more: what it says is newer"
    assert peers.district() == Heard("1.a", {"a.1": 6}, 100)
    assert not peers.district_carried("1.a", {"a.1": 5}, 90)
    assert peers.district() == Heard("1.a", {"a.1": 6}, 100)


def test_another_district_is_another_one(paper: Paper) -> None:
    Peers(paper, "hub").district_answered("e1", {"a.1": 5})
    assert Peers(paper, "other").district() == Heard()


def test_what_any_of_them_holds_is_somewhere(paper: Paper) -> None:
    peers = Peers(paper, "hub")
    peers.district_answered("e1", {"a.1": 5, "b.1": 3})
    peers.laptop_told("dev2", {"a.1": 4, "c.1": 9})
    heard = peers.of(["dev2"])
    assert known_to_any(heard) == {"a.1": 5, "b.1": 3, "c.1": 9}


@pytest.mark.parametrize("torn", ["", "{", "[1]", '{"hub": "hub"}', '{"hub": "hub", "vector": {"a.1": "x"}}', "null"])
def test_what_makes_no_sense_was_never_heard(paper: Paper, torn: str) -> None:
    paper.put("exchange.peer", torn)
    paper.put("bundle.peer.dev2", torn)
    assert Peers(paper, "hub").of(["dev2"]) == [Heard(), Heard()]
