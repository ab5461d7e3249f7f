from __future__ import annotations

import pytest

from app.domain.codelist import Code, CodeList
from app.domain.errors import Refused
from app.domain.expressions import parse
from app.domain.questionnaire import Kind, Question, Questionnaire, Section, Words, instances, path_of, split_path

ROOF = CodeList("atap", "1", "source", "Atap", "Roof", tuple(Code(v, v, v) for v in ("1", "2", "10")))


def ask(name: str, kind: Kind = Kind.TEXT, relevant: str = "", constraint: str = "") -> Question:
    return Question(
        name,
        kind,
        Words(f"Pertanyaan {name}"),
        choices=ROOF if kind in (Kind.CHOICE, Kind.MULTI, Kind.YESNO) else None,
        relevant=parse(relevant) if relevant else None,
        constraint=parse(constraint) if constraint else None,
    )


def page(name: str, *questions: Question, repeat: bool = False, relevant: str = "") -> Section:
    return Section(name, Words(name), questions, parse(relevant) if relevant else None, repeat)


def form(*sections: Section) -> Questionnaire:
    return Questionnaire("f", "1", Words("f"), sections)


@pytest.mark.parametrize(
    ("sections", "code"),
    [
        ((page("p"),), "form_empty"),
        ((page("p", ask("a"), ask("a")),), "form_name_twice"),
        ((page("p", ask("p")),), "form_name_twice"),
        ((page("p", ask("a/b")),), "form_name_bad"),
        ((page("p", ask("a", relevant="${b} = 1")),), "form_question_unknown"),
        ((page("p", ask("a", constraint=". < ${b}")),), "form_question_unknown"),
        ((page("p", ask("a"), relevant="${nobody} = 1"),), "form_question_unknown"),
        ((page("p", ask("a", relevant="${b} = 1"), ask("b", relevant="${a} = 1")),), "form_relevance_cycle"),
        ((page("p", ask("a"), relevant="${a} = 1"),), "form_relevance_cycle"),
        ((page("p", ask("a", relevant="${a} = 1")),), "form_relevance_cycle"),
        ((page("m", ask("a"), repeat=True), page("p", ask("b", relevant="${a} = 1"))), "form_reference_into_repeat"),
        (
            (page("m", ask("a"), repeat=True), page("n", ask("b", relevant="${a} = 1"), repeat=True)),
            "form_reference_into_repeat",
        ),
        ((page("p", ask("a"), ask("b", relevant="count(${a}) > 1")),), "form_not_a_repeat"),
        ((page("p", Question("a", Kind.TEXT, Words())),), "form_label_missing"),
        ((page("p", Question("a", Kind.CHOICE, Words("a"))),), "form_choices_missing"),
        ((page("p", Question("a", Kind.TEXT, Words("a"), choices=ROOF)),), "form_choices_unexpected"),
        ((page("p", Question("a", Kind.TEXT, Words("a"), default_from="clouds:a")),), "form_origin_unknown"),
    ],
)
def test_a_form_that_contradicts_itself_is_refused(sections: tuple[Section, ...], code: str) -> None:
    with pytest.raises(Refused) as caught:
        form(*sections)
    assert caught.value.code == code


def test_a_circle_of_skips_is_named() -> None:
    with pytest.raises(Refused) as caught:
        form(page("p", ask("a", relevant="${b} = 1"), ask("b", relevant="${c} = 1"), ask("c", relevant="${a} = 1")))
    assert set(str(caught.value.facts["names"]).split(" > ")) == {"a", "b", "c"}


def test_a_skip_may_read_a_later_question_and_count_a_repeat() -> None:
    checked = form(
        page("p", ask("a", relevant="${z} = 1 and count(${m}) > 1 and sum(${age}) > 3")),
        page("m", ask("age", Kind.INTEGER), ask("job", relevant="${age} > 9 and ${z} = 1"), repeat=True),
        page("q", ask("z")),
    )
    order = checked.dependency_order
    assert order.index("a") > max(order.index("z"), order.index("m"), order.index("age"))


def test_a_thousand_questions_that_each_wait_for_the_one_before_are_read() -> None:
    chain = [ask("q0"), *(ask(f"q{n}", relevant=f"${{q{n - 1}}} = 1") for n in range(1, 1000))]
    assert len(form(page("p", *reversed(chain))).dependency_order) == 1001


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Kind.CHOICE, ["1", "10"], ["3", "1 2", " 1", "01"]),
        (Kind.MULTI, ["1", "1 10"], ["1 1", "1  2", "3", "1 3"]),
        (Kind.INTEGER, ["0", "-4", "12"], ["1.5", "1,5", "x", "1e3", "٣", "9" * 16]),
        (Kind.DECIMAL, ["0.5", "12", "-3.25"], ["1,5", ".5", "nan", "inf"]),
        (Kind.DATE, ["2024-02-29"], ["2023-02-29", "29-02-2024", "2024-2-9", "20240229"]),
        (Kind.TEXT, ["Maria", "dua\nbaris"], ["x" * 2001, "a\x00b", "a\x1bb"]),
        (Kind.PHOTO, ["ab12.webp", "a b"], ["../x", "a  b", " a", "x" * 90]),
        (Kind.GPS, ["-9.66 124.2", "-9.66 124.2 15"], ["-91 124", "1 181", "1", "1 2 -3", "1,5 2", "1 2 3 4"]),
        (Kind.STATEMENT, ["1"], ["2", "ya"]),
        (Kind.NOTE, [], ["x"]),
    ],
)
def test_each_kind_takes_its_own_answers(kind: Kind, good: list[str], bad: list[str]) -> None:
    question = ask("a", kind)
    assert [value for value in good if question.shape(value) is not None] == []
    assert [value for value in bad if question.shape(value) is None] == []
    assert question.shape("") is None


@pytest.mark.parametrize("instance", ["123", "laptop-3/17", "a/b/c"])
def test_the_path_of_a_repeat_keeps_an_id_with_slashes(instance: str) -> None:
    section = page("anggota", ask("nama"), repeat=True)
    assert split_path(path_of(section, "nama", instance)) == ("anggota", instance, "nama")
    assert instances({"anggota": f"{instance}\n\nx\nx"}, "anggota") == (instance, "x")
