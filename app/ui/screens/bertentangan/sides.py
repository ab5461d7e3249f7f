"""Who tells what is contested: whose word, when, with what evidence; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from app.domain.entry import Entry
from app.domain.ids import PersonId
from app.domain.payloads import Evidence, VisitRecorded
from app.domain.proposal_course import ProposalStanding
from app.domain.rivals import FATE
from app.domain.visit_words import Word
from app.ui.screens.bertentangan.pairs import proposal_lines, side_title
from app.ui.screens.bertentangan.question import Question, Telling
from app.ui.screens.bertentangan.state import SideShown
from app.ui.screens.keluarga.card import PhotoCard
from app.ui.screens.keluarga.course import RESULT
from app.ui.vocabulary.clocks import doubt_of, when_of
from app.ui.vocabulary.proposals import state_words
from app.ui.vocabulary.times import list_month_words
from app.ui.words import translate
from app.usecases.contests import ContestDetail


def _who(names: Mapping[PersonId, str], author: PersonId) -> str:
    return names.get(author, "") or translate("Contest", "petugas lain")


def sides_of(question: Question, telling: Telling) -> Iterator[SideShown]:
    """Who tells, in the order of what is told in a row."""
    detail = question.detail
    if question.visits is not None:
        for word in question.visits.words:
            yield _word_side(word, detail, telling)
    elif question.pair is not None:
        for at, one in enumerate(question.pair.sides):
            side = _proposal_side(side_title(one, at), one, detail, telling)
            head, note = side.lines[:2], side.lines[2:]
            bare = () if one.body.evidence else (translate("Contest", "Bukti: tidak ada foto"),)
            told = proposal_lines(one, detail, telling)
            yield replace(side, lines=(*head, *told, *note, *bare), proposal=one.id)
    elif question.twins is None:
        listed = translate("Contest", "Daftar {month}", month=list_month_words(detail.list_month))
        yield SideShown(translate("Contest", "Data daftar sekarang"), (listed,))
        if detail.proposal is not None:
            yield _proposal_side(translate("Contest", "Yang diusulkan"), detail.proposal, detail, telling)
    else:
        titles = translate("Contest", "Usulan pertama, diteruskan"), translate("Contest", "Usulan kedua, digabung")
        for title, proposal in zip(titles, (detail.proposal, detail.other_proposal), strict=True):
            if proposal is not None:
                yield _proposal_side(title, proposal, detail, telling)


def _word_side(word: Word, detail: ContestDetail, telling: Telling) -> SideShown:
    who, body = _who(detail.names, word.entry.author), word.body
    if not isinstance(body, VisitRecorded):
        title = translate("Contest", "Penyelesaian oleh {who}", who=who)
        return SideShown(title, tuple(part for part in (_when(detail, word.entry), body.note) if part))
    answered = translate("Contest", "Responden: {name}", name=body.respondent) if body.respondent else ""
    result = telling.lexicon.code(RESULT, body.result)
    lines = (_when(detail, word.entry), answered, result, body.note)
    title = translate("Contest", "Kunjungan {who}", who=who)
    return SideShown(title, tuple(part for part in lines if part), _photos(body.photos, telling))


def _proposal_side(title: str, proposal: ProposalStanding, detail: ContestDetail, telling: Telling) -> SideShown:
    who = _who(detail.names, proposal.entry.author)
    lines = (f"{who} · {_when(detail, proposal.entry)}", state_words(proposal.state), proposal.body.note)
    return SideShown(title, tuple(part for part in lines if part), _photos(proposal.body.evidence, telling))


def _when(detail: ContestDetail, entry: Entry) -> str:
    """The moment, and a word where the clock of its laptop was wrong."""
    known = detail.happened.get(entry.id)
    return " · ".join(part for part in (when_of(entry, known), doubt_of(entry, known)) if part)


def _photos(evidence: tuple[Evidence, ...], telling: Telling) -> tuple[PhotoCard, ...]:
    held = telling.held
    return tuple(
        PhotoCard(one.name, telling.lexicon.evidence(one.kind), one.name in held, one.size) for one in evidence
    )


def base_of(question: Question) -> SideShown | None:
    """What stood before the sides parted; None where nothing did."""
    detail = question.detail
    if question.twins is not None:
        return None
    if question.pair is not None:
        if not question.pair.fields or question.pair.rows[0].field == FATE:
            return None
        title, month = translate("Contest", "Data daftar sekarang"), list_month_words(detail.list_month)
        return SideShown(title, (translate("Contest", "Menurut daftar {month}", month=month),))
    if question.visits is None:
        return SideShown(translate("Contest", "Saat diusulkan"), (translate("Contest", "Yang dilihat pengusul"),))
    title, base = translate("Contest", "Sebelumnya"), question.visits.base
    if base is None:
        month = list_month_words(detail.list_month)
        return SideShown(title, (translate("Contest", "Menurut daftar {month}", month=month),))
    who = _who(detail.names, base.entry.author)
    return SideShown(title, (translate("Contest", "Kunjungan {who}", who=who), _when(detail, base.entry)))
