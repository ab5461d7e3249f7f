"""One proposal in full: content, the way it went, the district's answer, and what may be done now."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from app.domain import proposal_course as states
from app.domain.entry import Entry
from app.domain.ids import EntryId
from app.domain.payloads import ItemDecided, KeyedIn, Payload
from app.domain.policy import ACTS, ENUMERATOR, place_of
from app.domain.proposal_course import ProposalEvent, ProposalStanding
from app.domain.standing import Standing
from app.ui.screens.keluarga.card import Step
from app.ui.screens.keluarga.filters import place_words
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.screens.usulan.card import Acts, Answer, ProposalCard
from app.ui.screens.usulan.content import Telling, content_of
from app.ui.screens.usulan.contested import contested_lines
from app.ui.screens.usulan.rows import days_words
from app.ui.shown import Chip
from app.ui.tokens import Tone
from app.ui.vocabulary.clocks import doubt_of, when_of
from app.ui.vocabulary.proposals import chip_of, kind_words, state_chip
from app.ui.vocabulary.statuses import transport_chip, transport_words
from app.ui.vocabulary.times import iso_day_words, moment_of
from app.ui.words import translate
from app.usecases.contests import ContestRow
from app.usecases.ports import Actor
from app.usecases.reading import ProposalDetail

_OF_DISTRICT = frozenset({states.ACCEPTED, states.RETURNED, states.REJECTED, states.DETERMINED})


def story(
    detail: ProposalDetail,
    lexicon: Lexicon,
    actor: Actor,
    bodies: Mapping[EntryId, Payload],
    other: Standing | None = None,
    held: Collection[str] | None = None,
    contests: Sequence[ContestRow] = (),
) -> ProposalCard:
    """Everything about one proposal; `bodies` has what the entries of its family say.

    `other` is the other family of a duplicate or a merge, `contests` all that is contested in the village.
    """
    proposal, family = detail.proposal, detail.standing.family
    member = detail.standing.name_of(proposal.body.member)
    kind = kind_words(proposal.kind)
    place = " · ".join(part for part in (place_words(family.rt, family.rw), family.dusun) if part)
    there = other.family if other is not None else None
    former = {**(other.former if other is not None else {}), **detail.standing.former}
    told = Telling(lexicon, family, there, held, former)
    return ProposalCard(
        id=proposal.id,
        family=detail.standing.id,
        kind=proposal.kind,
        title=f"{kind}: {member}" if member else kind,
        head=family.head_name,
        place=place,
        by=" · ".join(part for part in (_when(detail, proposal.entry), detail.author_name) if part),
        state=chip_of(proposal.kind, proposal.state),
        transport=transport_chip(detail.transport),
        answer=_answer(detail, lexicon),
        contested=tuple(contested_lines(proposal, detail.standing, contests, lexicon)),
        content=content_of(proposal.body, told),
        course=tuple(_course(detail, lexicon, bodies)),
        acts=acts_of(actor, proposal, family.rt, family.rw),
    )


def acts_of(actor: Actor, proposal: ProposalStanding, rt: str, rw: str) -> Acts:
    """What `actor` may do now (app.domain.policy, and the state of the proposal)."""
    state, objection = proposal.state, proposal.kind == "objection"
    if not proposal.open:
        return Acts()
    bound = actor.role == ENUMERATOR and bool(actor.rts) and place_of(rt, rw) not in actor.rts

    def may(kind: str) -> bool:
        return actor.role in ACTS[kind]

    in_village = state in (states.PROPOSED, states.POSTPONED, states.AGREED, states.ENDORSED)
    acts = Acts(
        decide=may("item_decided") and state in (states.PROPOSED, states.POSTPONED) and not objection,
        endorse=may("endorsed") and state == states.AGREED,
        key_in=may("keyed_in") and (state == states.ENDORSED or (objection and state == states.PROPOSED)),
        withdraw=may("proposal_withdrawn") and not bound and (in_village or state == states.RETURNED),
        mend=may("objection_filed" if objection else "change_proposed") and not bound and state == states.RETURNED,
    )
    return acts if acts.onward else replace(acts, why_not=waits_for(proposal))


def waits_for(proposal: ProposalStanding) -> str:
    """Who has to act next."""
    if proposal.kind == "objection" and proposal.state == states.PROPOSED:
        return translate("Proposals", "Menunggu diteruskan dan dijawab kabupaten.")
    return {
        states.PROPOSED: translate("Proposals", "Menunggu keputusan musyawarah, dicatat operator atau kepala desa."),
        states.POSTPONED: translate("Proposals", "Menunggu musyawarah berikutnya."),
        states.AGREED: translate("Proposals", "Menunggu pengesahan kepala desa."),
        states.ENDORSED: translate("Proposals", "Menunggu diinput ke SIKS-NG oleh operator."),
        states.KEYED_IN: translate("Proposals", "Menunggu jawaban kabupaten."),
        states.RETURNED: translate("Proposals", "Menunggu diperbaiki oleh desa."),
    }.get(proposal.state, "")


def last_answer(proposal: ProposalStanding) -> ProposalEvent | None:
    """The district's newest word."""
    return next((event for event in reversed(proposal.events) if event.state in _OF_DISTRICT), None)


def _answer(detail: ProposalDetail, lexicon: Lexicon) -> Answer | None:
    event, left = last_answer(detail.proposal), detail.objection_days_left
    if event is not None:
        why = lexicon.reason(event.reason_list, event.reason) if event.reason else ""
        chip = state_chip(event.state)
        return Answer(why, chip, event.note, _when(detail, event.entry))
    if left is None:
        return None
    tone = Tone.BAD if left < 0 else Tone.WARN if left <= 3 else Tone.INFO
    words = translate(
        "Proposals", "Sanggahan harus dijawab sebelum batas waktunya. Tanpa jawaban, bantuan berhenti sendiri."
    )
    return Answer(words, Chip(days_words(left), tone, "clock"))


def _course(detail: ProposalDetail, lexicon: Lexicon, bodies: Mapping[EntryId, Payload]) -> Iterator[Step]:
    """From the beginning to now."""
    proposal = detail.proposal
    yield Step(
        icon="file-text",
        title=translate("Proposals", "Sanggah diajukan")
        if proposal.kind == "objection"
        else translate("Proposals", "Diusulkan"),
        when=_when(detail, proposal.entry),
        who=detail.author_name,
        changes=(),
        note="",
        transport=None,
        seal="",
        set_aside="",
        doubt=doubt_of(proposal.entry, detail.happened.get(proposal.entry.id)),
        aside_there=detail.aside_there.get(proposal.entry.id, ""),
    )
    transport = detail.transport
    when = moment_of(transport.received_at_ms or (0 if transport.state == "decided" else transport.at_ms))
    if transport.state != "saved" and (when or transport.state == "decided"):
        words = translate("Proposals", "Tanda terima nomor {n}", n=transport.receipt) if transport.receipt else ""
        received = transport.state != "sent"
        title = translate("Proposals", "Diterima kabupaten") if received else transport_words(transport)
        yield _step("badge-check" if received else "truck", title, when, "", words)
    for event in proposal.events:
        author = event.entry.author
        who = "" if event.state in _OF_DISTRICT else detail.names.get(author, "")
        chip = state_chip(event.state)
        step = _step(
            chip.icon, chip.words, _when(detail, event.entry), who, _note(event, bodies.get(event.entry.id), lexicon)
        )
        doubt = doubt_of(event.entry, detail.happened.get(event.entry.id))
        yield replace(step, doubt=doubt, aside_there=detail.aside_there.get(event.entry.id, ""))


def _when(detail: ProposalDetail, entry: Entry) -> str:
    return when_of(entry, detail.happened.get(entry.id))


def _step(icon: str, title: str, when: str, who: str, note: str) -> Step:
    return Step(icon, title, when, who, (), note, None, "", "")


def _note(event: ProposalEvent, body: Payload | None, lexicon: Lexicon) -> str:
    why = lexicon.reason(event.reason_list, event.reason) if event.reason else ""
    day, against = "", ""
    if isinstance(body, ItemDecided):
        day = translate("Proposals", "Musyawarah {day}", day=iso_day_words(body.meeting_date))
        against = translate("Proposals", "Keberatan: {dissent}", dissent=body.dissent) if body.dissent else ""
    elif isinstance(body, KeyedIn):
        day = translate("Proposals", "Diinput {day}", day=iso_day_words(body.date))
    return " · ".join(part for part in (day, why, event.note, against) if part)
