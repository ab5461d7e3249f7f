from __future__ import annotations

from functools import partial

from app.storage.latest import Latest


def counted(calls: list[str], answer: str) -> str:
    calls.append(answer)
    return answer


def test_an_answer_is_made_once_for_one_version() -> None:
    calls: list[str] = []
    kept: Latest[str, str] = Latest(3)

    assert [kept.get(1, "a", lambda: counted(calls, "x")) for _ in range(3)] == ["x", "x", "x"]
    assert calls == ["x"]


def test_a_newer_version_forgets_what_was_answered() -> None:
    kept: Latest[str, str] = Latest(3)
    kept.get(1, "a", lambda: "old")

    assert kept.get(2, "a", lambda: "new") == "new"


def test_an_answer_about_an_older_state_is_never_given_to_a_newer_one() -> None:
    kept: Latest[str, str] = Latest(3)
    kept.get(2, "a", lambda: "new")

    assert kept.get(1, "a", lambda: "old") == "old"
    assert kept.get(2, "a", lambda: "made again") == "new"


def test_an_answer_made_while_the_store_changed_is_not_kept_for_the_new_state() -> None:
    kept: Latest[str, str] = Latest(3)

    def slow() -> str:
        kept.get(2, "b", lambda: "other")
        return "old"

    assert kept.get(1, "a", slow) == "old"
    assert kept.get(2, "a", lambda: "new") == "new"


def test_what_was_asked_for_longest_ago_is_forgotten_first() -> None:
    calls: list[str] = []
    kept: Latest[str, str] = Latest(2)
    for key in ("a", "b", "a", "c", "a", "b"):
        kept.get(1, key, partial(counted, calls, key))

    assert calls == ["a", "b", "c", "b"]


def test_answers_are_kept_by_weight() -> None:
    calls: list[str] = []
    kept: Latest[str, str] = Latest(5, len)
    for key in ("aaa", "bb", "aaa", "cccccc", "aaa"):
        kept.get(1, key, partial(counted, calls, key))

    assert calls == ["aaa", "bb", "cccccc", "aaa"]
