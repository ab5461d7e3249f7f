"""A family's history: who did what and when, what changed from what to what, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from app.domain.entry import Recorded
from app.domain.ids import EntryId, MemberId
from app.domain.new_address import new_address_of
from app.domain.payloads import (
    AnswerValue,
    ChangeProposed,
    DecisionMade,
    Endorsed,
    FieldChange,
    ItemDecided,
    KeyedIn,
    ObjectionFiled,
    ProposalSettled,
    ProposalsMerged,
    ProposalsToldApart,
    ProposalWithdrawn,
    RevealLogged,
    SettlingUndone,
    VisitRecorded,
    VisitsSettled,
)
from app.domain.policy import is_of_district
from app.domain.roster import Family
from app.domain.standing import Standing, value_of
from app.ui.screens.keluarga.card import Change, Step, change_of
from app.ui.screens.keluarga.lexicon import Lexicon, field_of, plain
from app.ui.screens.keluarga.list_course import step_of_list
from app.ui.vocabulary.clocks import doubt_of, when_of
from app.ui.vocabulary.proposals import kind_words, state_words
from app.ui.vocabulary.statuses import transport_chip
from app.ui.vocabulary.times import iso_day_words
from app.ui.words import translate
from app.usecases.reading import FamilyDetail, HistoryItem, UnreadItem

PRESENCE: Final = "keberadaan_anggota@regsosek-2022"
RESULT: Final = "hasil_kunjungan@regsosek-2022"
PRESENT: Final = "1"


@dataclass(frozen=True, slots=True)
class _Told:
    """What one entry says, before who and when are put beside it."""

    icon: str
    title: str
    changes: tuple[Change, ...] = ()
    note: str = ""


@dataclass(slots=True)
class _Telling:
    """What is known at the point of the history that is being told: answers and presence so far."""

    standing: Standing
    lexicon: Lexicon
    kinds: Mapping[EntryId, str]
    answers: dict[tuple[str, str], str]
    """(member or "", column) -> the newest answer."""

    def apart(self) -> _Telling:
        """The same point, of which nothing is kept."""
        return replace(self, answers=dict(self.answers))

    def name(self, member: str | None) -> str:
        """A member's name, empty where nobody is meant."""
        return self.standing.name_of(MemberId(member)) if member else ""

    def move(self, member: str, column: str, value: AnswerValue) -> tuple[str, str]:
        """The text before and after this answer; keeps the answer."""
        text = plain(value)
        official = value_of(self.standing.family, MemberId(member) if member else None, field_of(column))
        before = self.answers.get((member, column), official)
        self.answers[member, column] = text
        return before, text


def course_of(detail: FamilyDetail, lexicon: Lexicon) -> tuple[Step, ...]:
    """The whole history, newest first."""
    ordered = sorted(detail.history, key=lambda item: item.record.entry.order)
    kinds = {item.record.entry.id: _kind_of(item.record) for item in ordered}
    telling = _Telling(detail.standing, lexicon, kinds, {})
    steps = [(item.record.entry.order, step) for item in ordered if (step := _step(item, telling)) is not None]
    steps += [(item.entry.order, _unread(item)) for item in detail.unread]
    steps += [(item.order, step_of_list(item, detail.standing, lexicon)) for item in detail.lists]
    return tuple(step for _, step in sorted(steps, key=lambda one: one[0], reverse=True))


def _unread(item: UnreadItem) -> Step:
    return Step(
        icon="file-warning",
        title=translate("Family", "Catatan yang tidak dapat dibaca versi Balai ini"),
        when=when_of(item.entry, item.happened),
        who=item.author_name,
        changes=(),
        note=translate("Family", "Catatan tetap tersimpan apa adanya."),
        transport=None,
        seal="",
        set_aside=item.reason,
        doubt=doubt_of(item.entry, item.happened),
    )


def _kind_of(record: Recorded) -> str:
    body = record.payload
    if isinstance(body, ChangeProposed):
        return body.proposal
    return "objection" if isinstance(body, ObjectionFiled) else ""


def _step(item: HistoryItem, telling: _Telling) -> Step | None:
    # What does not count is told, but what comes after it did not change from there.
    told = _tell(item.record, telling.apart() if item.quarantined else telling)
    if told is None:
        return None
    entry = item.record.entry
    return Step(
        icon=told.icon,
        title=told.title,
        when=when_of(entry, item.happened),
        who=item.author_name,
        changes=told.changes,
        note=told.note,
        transport=None if is_of_district(item.record.payload) else transport_chip(item.transport),
        seal=translate("Family", "Ditandatangani pembuatnya")
        if item.sealed
        else translate("Family", "Belum ditandatangani pembuatnya"),
        set_aside=item.quarantined,
        doubt=doubt_of(entry, item.happened),
        aside_there=item.aside_there,
    )


def _tell(record: Recorded, telling: _Telling) -> _Told | None:
    told: _Told | None = None
    match record.payload:
        case VisitRecorded() as body:
            told = _visit(body, telling)
        case ChangeProposed() as body:
            told = _proposal(body, telling)
        case ObjectionFiled() as body:
            told = _objection(body, telling)
        case ProposalWithdrawn() as body:
            told = _withdrawn(body, telling)
        case ItemDecided() as body:
            told = _decided(body, telling)
        case Endorsed() as body:
            told = _endorsed(body, telling)
        case KeyedIn() as body:
            told = _keyed_in(body, telling)
        case DecisionMade() as body:
            told = _answered(body, telling)
        case RevealLogged() as body:
            told = _revealed(body, telling)
        case VisitsSettled() as body:
            told = _settled(body, telling)
        case ProposalSettled() | ProposalsMerged() | ProposalsToldApart() as body:
            told = _proposals_settled(body, telling)
        case SettlingUndone() as body:
            told = _Told("undo-2", translate("Family", "Penyelesaian dibatalkan"), (), body.note)
    return told


def _visit(body: VisitRecorded, telling: _Telling) -> _Told:
    lexicon = telling.lexicon
    found = {
        "found": translate("Family", "ditemukan"),
        "not_found": translate("Family", "tidak ditemukan"),
        "double": translate("Family", "data ganda"),
        "new_proposal": translate("Family", "usulan baru"),
    }.get(body.presence, body.presence)
    why = {
        "moved": translate("Family", "pindah"),
        "dead": translate("Family", "meninggal"),
        "unknown": translate("Family", "sebab tidak diketahui"),
    }.get(body.absence_reason, "")
    result = lexicon.code(RESULT, body.result)
    title = translate("Family", "Kunjungan ke-{n}: {found}", n=body.attempt, found=found)
    changes = [*_answers(body.answers.items(), "", telling)]
    for seen in body.members:
        changes += _presence(seen.member, seen.presence, telling)
        changes += _answers(seen.answers.items(), seen.member, telling)
    note = [
        result,
        why,
        translate("Family", "Responden: {name}", name=body.respondent) if body.respondent else "",
        translate("Family", "Foto: {n}", n=len(body.photos)) if body.photos else "",
        body.note,
    ]
    return _Told("footprints", title, tuple(changes), _joined(note))


def _settled(body: VisitsSettled, telling: _Telling) -> _Told:
    """Which word of visits that disagreed holds."""
    changes = [*_answers(body.answers.items(), "", telling)]
    for seen in body.members:
        changes += _presence(seen.member, seen.presence, telling)
        changes += _answers(seen.answers.items(), seen.member, telling)
    title = translate("Family", "Hasil kunjungan yang berbeda diselesaikan")
    return _Told("git-compare", title, tuple(changes), body.note)


def _proposals_settled(body: ProposalSettled | ProposalsMerged | ProposalsToldApart, telling: _Telling) -> _Told:
    if isinstance(body, ProposalsToldApart):
        return _Told("users", translate("Family", "Bukan keluarga yang sama dengan usulan lain"), (), body.note)
    if isinstance(body, ProposalsMerged):
        return _Told("git-compare", translate("Family", "Digabung dengan usulan lain"), (), body.note)
    title = (
        translate("Family", "Usulan diteruskan menurut daftar baru")
        if body.outcome == "kept"
        else translate("Family", "Usulan ditutup, data daftar yang dipakai")
    )
    return _moved("git-compare", title, body.proposal, body.note, telling)


def _answers(answers: Iterable[tuple[str, AnswerValue]], member: str, telling: _Telling) -> list[Change]:
    changes = []
    for column, value in answers:
        before, after = telling.move(member, column, value)
        if before == after:
            continue
        lexicon, first = telling.lexicon, telling.name(member)
        label = f"{first} – {lexicon.label(column)}" if first else lexicon.label(column)
        if lexicon.private(column):
            changes.append(Change(label, "", translate("Family", "dicatat (isian pribadi)")))
            continue
        changes.append(change_of(label, lexicon.listed(column, before), lexicon.answered(column, value)))
    return changes


def _presence(member: str, presence: str, telling: _Telling) -> list[Change]:
    before = telling.answers.get((member, PRESENCE), PRESENT)
    telling.answers[member, PRESENCE] = presence
    if before == presence:
        return []
    words = telling.lexicon.code
    return [Change(telling.name(member), words(PRESENCE, before), words(PRESENCE, presence))]


def _proposal(body: ChangeProposed, telling: _Telling) -> _Told:
    about = telling.name(body.member)
    kind = kind_words(body.proposal)
    title = translate("Family", "Usulan: {kind}", kind=kind) + (f" – {about}" if about else "")
    note = [
        telling.lexicon.reason(body.reason_list, body.reason) if body.reason else "",
        translate("Family", "Tanggal kejadian: {day}", day=iso_day_words(body.event_date)) if body.event_date else "",
        translate("Family", "Bukti: {n}", n=len(body.evidence)) if body.evidence else "",
        body.note,
    ]
    return _Told("file-text", title, changes_of(body, telling.lexicon), _joined(note))


def changes_of(body: ChangeProposed, lexicon: Lexicon, family: Family | None = None) -> tuple[Change, ...]:
    """The fields that a proposal changes, old beside new, and the address of those who move, join or split off."""
    address = new_address_of(body, family)
    return (
        *(_change(lexicon.label(change.field), change, lexicon) for change in body.changes),
        *(_change(_address_label(body.proposal, lexicon.label(one.field)), one, lexicon) for one in address),
    )


def _change(label: str, change: FieldChange, lexicon: Lexicon) -> Change:
    old, new = lexicon.listed(change.field, change.seen), lexicon.answered(change.field, change.proposed)
    return Change(label, "", new) if change.seen == change.proposed else change_of(label, old, new)


def _address_label(kind: str, field: str) -> str:
    """Whose address it is: that of the family as a whole stays as it is."""
    if kind == "merge":
        return translate("Family", "{field} setelah digabung", field=field)
    if kind == "split":
        return translate("Family", "{field} keluarga baru", field=field)
    return translate("Family", "{field} yang pindah", field=field)


def _objection(body: ObjectionFiled, telling: _Telling) -> _Told:
    note = [telling.lexicon.reason(body.reason_list, body.reason), body.note]
    return _Told("message-square-warning", translate("Family", "Sanggah diajukan"), (), _joined(note))


def _withdrawn(body: ProposalWithdrawn, telling: _Telling) -> _Told:
    return _moved("undo-2", translate("Family", "Usulan ditarik kembali"), body.proposal, body.note, telling)


def _decided(body: ItemDecided, telling: _Telling) -> _Told:
    outcome = state_words(body.outcome)
    day = translate("Family", "Musyawarah {day}", day=iso_day_words(body.meeting_date)) if body.meeting_date else ""
    against = translate("Family", "Keberatan: {words}", words=body.dissent) if body.dissent else ""
    return _moved("messages-square", outcome, body.proposal, _joined([day, body.note, against]), telling)


def _endorsed(body: Endorsed, telling: _Telling) -> _Told:
    return _moved("signature", state_words("endorsed"), body.proposal, body.note, telling)


def _keyed_in(body: KeyedIn, telling: _Telling) -> _Told:
    note = _joined([iso_day_words(body.date), body.result])
    return _moved("keyboard", state_words("keyed_in"), body.proposal, note, telling)


def _answered(body: DecisionMade, telling: _Telling) -> _Told:
    why = telling.lexicon.reason(body.reason_list, body.reason) if body.reason else ""
    return _moved("landmark", state_words(body.outcome), body.proposal, _joined([why, body.comment]), telling)


def _moved(icon: str, title: str, proposal: EntryId, note: str, telling: _Telling) -> _Told:
    kind = telling.kinds.get(proposal, "")
    return _Told(icon, f"{title} – {kind_words(kind)}" if kind else title, (), note)


def _revealed(body: RevealLogged, telling: _Telling) -> _Told:
    whose = telling.name(body.member)
    what = "NIK" if body.field == "nik" else translate("Family", "Nomor KK")
    title = translate("Family", "{what} lengkap dilihat", what=what) + (f" – {whose}" if whose else "")
    return _Told("eye", title, (), translate("Family", "Alasan: {reason}", reason=body.reason))


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)
