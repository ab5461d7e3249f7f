from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.codelist import Code, CodeList
from app.domain.expressions import parse
from app.domain.filling import Filling
from app.domain.questionnaire import Kind, Question, Questionnaire, Section, Words

TODAY = date(2026, 11, 23)
YES_NO = CodeList("yn", "1", "source", "yn", "yn", (Code("1", "Ya", "Yes"), Code("2", "Tidak", "No")))


def ask(name: str, kind: Kind = Kind.TEXT, relevant: str = "", constraint: str = "", required: bool = True) -> Question:
    return Question(
        name,
        kind,
        Words(name),
        choices=YES_NO if kind is Kind.YESNO else None,
        relevant=parse(relevant) if relevant else None,
        constraint=parse(constraint) if constraint else None,
        message=Words("Tidak cocok.", "Does not fit.") if constraint else Words(),
        required=required,
    )


FORM = Questionnaire(
    "visit",
    "1",
    Words("Kunjungan"),
    (
        Section("met", Words("met"), (ask("found", Kind.YESNO), ask("why", relevant="${found} = 2"))),
        Section(
            "members",
            Words("members"),
            (
                ask("here", Kind.YESNO),
                ask("born", Kind.DATE, constraint=". <= today()", required=False),
                ask("works", Kind.YESNO, relevant="${here} = 1 and (${born} = '' or age(${born}) >= 10)"),
                ask("job", relevant="${works} = 1"),
            ),
            relevant=parse("${found} = 1"),
            repeat=True,
        ),
        Section(
            "house",
            Words("house"),
            (
                ask("read", Kind.NOTE, required=False),
                ask("crowded", relevant="count(${members}) >= 3"),
                ask("earners", relevant="count(${job}) > 0"),
            ),
            relevant=parse("${found} = 1"),
        ),
    ),
)


def paths(answers: dict[str, str]) -> list[str]:
    return [step.path for step in Filling(FORM, answers, TODAY).steps]


def test_a_family_that_was_not_found_is_asked_only_why() -> None:
    assert paths({"found": "2", "members": "a"}) == ["found", "why"]


def test_skips_follow_each_member_alone() -> None:
    asked = paths({"found": "1", "members": "a\nb/1", "members/a/here": "1", "members/b/1/here": "2"})
    assert "members/a/works" in asked
    assert "members/b/1/works" not in asked


def test_a_skipped_answer_counts_for_nothing_that_depends_on_it() -> None:
    answers = {"found": "1", "members": "a", "members/a/here": "1", "members/a/works": "1", "members/a/job": "tani"}
    assert "earners" in paths(answers)
    answers["members/a/born"] = "2020-01-01"
    assert "members/a/job" not in paths(answers)
    assert "earners" not in paths(answers)


def test_an_answer_of_a_skipped_question_stays_in_the_draft_and_comes_back() -> None:
    answers = {"found": "1", "members": "a", "members/a/here": "1"}
    before = Filling(FORM, answers, TODAY).record()
    away = Filling(FORM, {**answers, "found": "2"}, TODAY)
    assert away.record() == {"found": "2"}
    assert away.answers["members/a/here"] == "1"
    assert Filling(FORM, {**away.answers, "found": "1"}, TODAY).record() == before


def test_the_forms_own_words_tell_what_a_constraint_wants() -> None:
    filling = Filling(FORM, {"found": "1", "members": "a", "members/a/born": "2027-01-01"}, TODAY)
    ((step, violation),) = filling.violations()
    assert step.path == "members/a/born"
    assert (violation.code, violation.words.en) == ("answer_constraint", "Does not fit.")


def test_going_on_from_a_question_that_was_skipped_meanwhile_finds_the_next_one() -> None:
    filling = Filling(FORM, {"found": "1", "members": "a", "members/a/here": "1"}, TODAY)
    assert (step := filling.next_step("why")) is not None
    assert step.path == "members/a/here"
    assert (step := filling.next_step("members/gone/job")) is not None
    assert step.path == "members/a/here"
    assert filling.previous_step("found") is None


def test_the_summary_tells_how_far_each_member_has_come() -> None:
    filling = Filling(FORM, {"found": "1", "members": "a\nb", "members/a/here": "2"}, TODAY)
    by_place = {(one.section.name, one.instance): one for one in filling.summary()}
    assert [len(by_place["members", who].missing) for who in "ab"] == [0, 1]
    assert by_place["members", "a"].answered == 1
    assert all(
        step.question.kind is not Kind.NOTE for step, _ in by_place.get(("house", ""), by_place["met", ""]).lines
    )


ids = st.lists(st.sampled_from(["a", "b", "c/1", "d"]), max_size=4, unique=True)
values = st.sampled_from(["", "1", "2", "2001-05-06", "2024-01-01", "2030-01-01", "tani"])


@st.composite
def any_answers(draw: st.DrawFn) -> dict[str, str]:
    members = draw(ids)
    answers = {"members": "\n".join(members)}
    names = ["found", "why", "crowded", "earners"]
    names += [f"members/{one}/{name}" for one in members for name in ("here", "born", "works", "job")]
    for name in names:
        answers[name] = draw(values)
    return answers


@given(any_answers())
def test_going_on_step_by_step_meets_every_question_asked_once_and_going_back_does_too(answers: dict[str, str]) -> None:
    filling = Filling(FORM, answers, TODAY)
    forward = []
    step = filling.next_step()
    while step is not None:
        forward.append(step.path)
        step = filling.next_step(step.path)
    assert forward == [step.path for step in filling.steps]
    back = [forward[-1]]
    while (step := filling.previous_step(back[-1])) is not None:
        back.append(step.path)
    assert back == forward[::-1]


@given(any_answers())
def test_leaving_out_the_skipped_answers_changes_nothing(answers: dict[str, str]) -> None:
    filling = Filling(FORM, answers, TODAY)
    record = filling.record()
    assert Filling(FORM, record, TODAY).record() == record
    asked = {step.path for step in filling.steps}
    assert set(record) <= asked | {"members"}
    assert all(record[path] == answers[path] for path in record)


@given(any_answers())
def test_what_is_missing_is_asked_required_and_empty_and_the_summary_agrees(answers: dict[str, str]) -> None:
    filling = Filling(FORM, answers, TODAY)
    missing = filling.missing()
    assert all(step in filling.steps and step.question.required and not answers.get(step.path) for step in missing)
    summary = filling.summary()
    assert [step for one in summary for step in one.missing] == list(missing)
    assert {step.path for one in summary for step, _ in one.violations} == {s.path for s, _ in filling.violations()}
    assert sum(one.answered for one in summary) == sum(
        bool(answers.get(s.path)) for s in filling.steps if s.question.kind is not Kind.NOTE
    )


@given(any_answers(), st.sampled_from(["found", "why"]), values)
def test_changing_an_answer_and_changing_it_back_restores_the_record(
    answers: dict[str, str], name: str, other: str
) -> None:
    before = Filling(FORM, answers, TODAY).record()
    changed = {**answers, name: other}
    assert Filling(FORM, {**changed, name: answers[name]}, TODAY).record() == before
