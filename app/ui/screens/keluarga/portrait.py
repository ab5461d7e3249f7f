"""Draws one family from what the store tells: pure, so that it is done in the lane and not on the screen's thread."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.domain.ids import MemberId
from app.domain.kk import mask_kk
from app.domain.list_change import DROPPED
from app.domain.nik import mask_nik
from app.domain.payloads import ChangeProposed, Evidence, ObjectionFiled
from app.domain.proposal_course import ProposalStanding
from app.domain.questionnaire import CHOOSING, Question
from app.domain.roster import EXTRA, Family, Flag, Member
from app.domain.standing import CONFLICTING, Standing
from app.ui.screens.follow_ups import newest_follow_ups
from app.ui.screens.keluarga.card import (
    Fact,
    FactGroup,
    FamilyCard,
    MemberCard,
    PhotoCard,
    ProposalCard,
    RevealReason,
    WarningCard,
)
from app.ui.screens.keluarga.course import PRESENCE, changes_of, course_of
from app.ui.screens.keluarga.filters import place_words
from app.ui.screens.keluarga.lexicon import Lexicon, plain
from app.ui.screens.keluarga.list_course import agreed_removal
from app.ui.screens.keluarga.why import is_struck, lost_words, may_do_words, why_words
from app.ui.shown import Chip
from app.ui.tokens import Tone
from app.ui.vocabulary.flags import flag_words
from app.ui.vocabulary.proposals import chip_of, kind_words
from app.ui.vocabulary.statuses import status_chip
from app.ui.vocabulary.times import day_of, list_month_words
from app.ui.wording import language
from app.ui.words import translate, translate_counted
from app.usecases.reading import FamilyDetail

PROGRAMMES: Final = "program@kemensos-2025"
REVEAL: Final = "reveal"
LIVES_HERE: Final = "1"
PLACED_HERE: Final = "family:"
MOST_DIGITS_SHOWN: Final = 8
"""A damaged number with no more digits than this says nothing about a person."""


def portrait(detail: FamilyDetail, lexicon: Lexicon, today: date, objection_days: int = 14) -> FamilyCard:
    """Everything of one family, masked and in words; within `objection_days` the district has to answer."""
    standing = detail.standing
    family = standing.family
    return FamilyCard(
        id=standing.id,
        head=family.head_name or translate("Family", "(tanpa nama)"),
        kk=mask_kk(family.kk),
        chip=status_chip(standing.visit_status),
        listed=standing.listed,
        place=place_words(family.rt, family.rw),
        address=family.address
        if family.dusun in family.address
        else " · ".join(part for part in (family.address, family.dusun) if part),
        programmes=tuple(lexicon.code(PROGRAMMES, one) for one in family.programmes),
        decile=family.decile,
        members=tuple(_member(member, standing, lexicon, today) for member in family.members),
        house=(*_house(standing, lexicon), *_unknown_columns(standing.family, lexicon)),
        warnings=_warnings(family.flags, family.members, lexicon),
        photos=_photos(standing, detail.photos_held, lexicon),
        proposals=tuple(_proposal(one, detail, lexicon) for one in reversed(standing.proposals)),
        follow_ups=newest_follow_ups(standing),
        struck=_struck(detail, lexicon, objection_days),
        dropped=_dropped(detail),
        contested=standing.visit_status == CONFLICTING,
        history=course_of(detail, lexicon),
        source=_source(detail),
        reveal_reasons=tuple(
            RevealReason(reason.label(language()), reason.note_required) for _, reason in lexicon.reasons.group(REVEAL)
        ),
    )


def _struck(detail: FamilyDetail, lexicon: Lexicon, objection_days: int) -> tuple[str, ...]:
    """What happened, why, and what the family may do; only of the list that holds today."""
    newest = detail.lists[-1] if detail.lists else None
    if newest is None or newest.month != detail.pack_month or not is_struck(newest.change):
        return ()
    month = list_month_words(newest.month)
    gone = translate("Family", "Tidak ada lagi dalam daftar {month}.", month=month)
    what = gone if newest.change.kind == DROPPED else lost_words(newest.change, lexicon)
    said = (what, why_words(newest.change, agreed_removal(newest, detail.standing), lexicon))
    return (*(part for part in said if part), may_do_words(objection_days))


def _dropped(detail: FamilyDetail) -> bool:
    return not detail.standing.listed and bool(detail.lists) and detail.lists[-1].change.kind == DROPPED


def _source(detail: FamilyDetail) -> str:
    if _dropped(detail):
        return translate("Family", "Menurut daftar terakhir yang memuat keluarga ini.")
    if not detail.standing.listed:
        return translate("Family", "Belum ada di daftar kabupaten; data menurut usulan desa.")
    if detail.pack_month:
        return translate("Family", "Menurut daftar {month}.", month=list_month_words(detail.pack_month))
    return translate("Family", "Menurut daftar yang terakhir dibuka.")


def age_on(birth_date: str, today: date) -> int | None:
    """Whole years of life; None where the date is unknown or lies ahead."""
    try:
        born = date.fromisoformat(birth_date)
    except ValueError:
        return None
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return years if years >= 0 else None


def _member(member: Member, standing: Standing, lexicon: Lexicon, today: date) -> MemberCard:
    age = age_on(member.birth_date, today)
    parts = (
        lexicon.listed("relation", member.relation),
        translate_counted("Family", "{n} tahun", age)
        if age is not None
        else translate("Family", "umur tidak diketahui"),
        lexicon.listed("sex", member.sex),
    )
    presence = standing.presence.get(MemberId(member.id), "")
    return MemberCard(
        id=member.id,
        name=member.name or translate("Family", "(tanpa nama)"),
        line=" · ".join(part for part in parts if part),
        nik=mask_nik(member.nik),
        presence=lexicon.code(PRESENCE, presence) if presence != LIVES_HERE else "",
        chips=_member_chips(member, standing),
    )


def _member_chips(member: Member, standing: Standing) -> tuple[Chip, ...]:
    chips = []
    for proposal in standing.open_proposals:
        if _is_about(proposal, member.id):
            words = translate("Family", "Usulan: {kind}", kind=kind_words(proposal.kind))
            chips.append(Chip(words, Tone.INFO, "file-text"))
    if not member.nik:
        chips.append(Chip(translate("Family", "Tanpa NIK"), Tone.WARN, "id-card"))
    if member.flags:
        chips.append(Chip(translate("Family", "Peringatan: {n}", n=len(member.flags)), Tone.WARN))
    return tuple(chips)


def _is_about(proposal: ProposalStanding, member: str) -> bool:
    body = proposal.body
    return body.member == member or (isinstance(body, ChangeProposed) and member in body.members)


def _house(standing: Standing, lexicon: Lexicon) -> tuple[FactGroup, ...]:
    visited = _newest_answers(standing)
    groups = []
    for section in lexicon.form.sections:
        facts = [
            fact
            for question in section.questions
            if question.default_from.startswith(PLACED_HERE) and not question.private
            if (fact := _house_fact(question, standing, visited, lexicon)) is not None
        ]
        if facts:
            groups.append(FactGroup(section.label.say(language()), tuple(facts)))
    return tuple(groups)


def _house_fact(question: Question, standing: Standing, visited: dict[str, str], lexicon: Lexicon) -> Fact | None:
    code = standing.family.fields.get(question.name, "")
    official = lexicon.listed(question.name, code)
    seen = lexicon.answered(question.name, visited[question.name]) if visited.get(question.name) else ""
    if not official and not seen:
        return None
    label = question.label.say(language())
    bare = question.kind not in CHOOSING and code == visited.get(question.name, "")
    return Fact(label, official, "" if bare or seen == official else seen)


def _unknown_columns(family: Family, lexicon: Lexicon) -> tuple[FactGroup, ...]:
    """What the district wrote into columns of its own: kept as it stands, so that somebody can read it."""
    told = [("", family.fields), *((member.name, member.fields) for member in family.members)]
    facts = [
        Fact(" · ".join(part for part in (lexicon.label(field), who) if part), lexicon.listed(field, value), "")
        for who, fields in told
        for field, value in fields.items()
        if field.startswith(EXTRA) and value
    ]
    return (FactGroup(translate("Family", "Kolom lain dari daftar"), tuple(facts)),) if facts else ()


def _newest_answers(standing: Standing) -> dict[str, str]:
    """What each house question was answered with last; later attempts without an answer do not empty it."""
    answers: dict[str, str] = {}
    for word in standing.words:
        answers.update({name: plain(value) for name, value in word.body.answers.items()})
    return answers


def _warnings(flags: tuple[Flag, ...], members: tuple[Member, ...], lexicon: Lexicon) -> tuple[WarningCard, ...]:
    own = [_warning(flag, "", lexicon) for flag in flags]
    theirs = [_warning(flag, member.name, lexicon) for member in members for flag in member.flags]
    return (*own, *theirs)


def _warning(flag: Flag, who: str, lexicon: Lexicon) -> WarningCard:
    return WarningCard(
        title=flag_words(flag.code),
        who=who,
        field=lexicon.label(flag.field),
        original=_flagged_value(flag, flag.original, lexicon),
        proposed=_flagged_value(flag, flag.proposed, lexicon),
    )


def _flagged_value(flag: Flag, value: str, lexicon: Lexicon) -> str:
    if flag.field in ("nik", "kk"):
        return mask_damaged(value, 10 if flag.field == "kk" else 6, 0 if flag.field == "kk" else 4)
    return lexicon.listed(flag.field, value) if flag.field in ("birth_date", "sex", "relation", "marital") else value


def mask_damaged(text: str, first: int, last: int) -> str:
    """A damaged number with its odd signs kept, so that one sees what is wrong, and its middle digits hidden."""
    total = sum(sign.isdigit() for sign in text)
    if total <= MOST_DIGITS_SHOWN:
        return text
    shown, seen = [], 0
    for sign in text:
        if sign.isdigit():
            seen += 1
            hidden = first < seen <= total - last
            shown.append("•" if hidden else sign)
        else:
            shown.append(sign)
    return "".join(shown)


def _photos(standing: Standing, held: frozenset[str], lexicon: Lexicon) -> tuple[PhotoCard, ...]:
    found: dict[str, PhotoCard] = {}

    def keep(item: Evidence, at_ms: int) -> None:
        caption = f"{lexicon.evidence(item.kind)} · {day_of(at_ms)}"
        found.setdefault(item.name, PhotoCard(item.name, caption, item.name in held, item.size))

    for attempt in reversed(standing.visits):
        for item in attempt.visit.photos:
            keep(item, attempt.entry.at_ms)
    for proposal in reversed(standing.proposals):
        for item in proposal.body.evidence:
            keep(item, proposal.entry.at_ms)
    return tuple(found.values())


def _proposal(proposal: ProposalStanding, detail: FamilyDetail, lexicon: Lexicon) -> ProposalCard:
    body = proposal.body
    author = next((item.author_name for item in detail.history if item.record.entry.id == proposal.id), "")
    about = detail.standing.name_of(body.member)
    title = kind_words(proposal.kind) + (f": {about}" if about else "")
    return ProposalCard(
        id=proposal.id,
        title=title,
        line=" · ".join(part for part in (day_of(proposal.entry.at_ms), author) if part),
        chip=chip_of(proposal.kind, proposal.state),
        changes=() if isinstance(body, ObjectionFiled) else changes_of(body, lexicon, detail.standing.family),
        open=proposal.open,
    )
