"""What the lists changed for a family, as steps of its history."""

from __future__ import annotations

from app.domain.list_change import BACK, CHANGED, DROPPED, NEW, PROGRAMMES, FieldMove, ListChange
from app.domain.proposal_course import ACCEPTED, DETERMINED
from app.domain.standing import Standing
from app.ui.screens.keluarga.card import Change, Step, change_of
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.screens.keluarga.why import is_struck, why_words
from app.ui.vocabulary.times import list_month_words, moment_of
from app.ui.words import translate
from app.usecases.list_comparison import REMOVING, AgreedRemoval
from app.usecases.reading import ListStep


def step_of_list(item: ListStep, standing: Standing, lexicon: Lexicon) -> Step:
    """What one list changed."""
    change = item.change
    return Step(
        icon="ban" if change.kind == DROPPED else "file-spreadsheet",
        title=_title(item),
        when=moment_of(item.at_ms),
        who=translate("Family", "Berkas di laptop desa") if item.local else translate("Family", "Kabupaten"),
        changes=tuple(_moved(move, lexicon) for move in change.moves),
        note=" · ".join(part for part in (_people(change), _reason(item, standing, lexicon)) if part),
        transport=None,
        seal="",
        set_aside="",
    )


def _title(item: ListStep) -> str:
    month = list_month_words(item.month)
    return {
        NEW: translate("Family", "Masuk daftar {month}", month=month),
        BACK: translate("Family", "Masuk lagi ke daftar {month}", month=month),
        DROPPED: translate("Family", "Tidak ada lagi dalam daftar {month}", month=month),
        CHANGED: translate("Family", "Daftar {month} mengubah data", month=month),
    }[item.change.kind]


def _moved(move: FieldMove, lexicon: Lexicon) -> Change:
    label = lexicon.label(move.field)
    label = f"{move.member} \u2013 {label}" if move.member else label
    if lexicon.private(move.field):
        return Change(label, "", translate("Family", "berubah (isian pribadi)"))
    if move.field == PROGRAMMES:
        return Change(label, _programmes(move.old), _programmes(move.new))
    return change_of(label, lexicon.listed(move.field, move.old), lexicon.listed(move.field, move.new))


def _programmes(codes: str) -> str:
    return ", ".join(codes.split()) or translate("Family", "tidak ada")


def _people(change: ListChange) -> str:
    joined = translate("Family", "Anggota baru: {names}", names=", ".join(change.joined)) if change.joined else ""
    left = translate("Family", "Tidak lagi anggota: {names}", names=", ".join(change.left)) if change.left else ""
    return " · ".join(part for part in (joined, left) if part)


def _reason(item: ListStep, standing: Standing, lexicon: Lexicon) -> str:
    """Why a list dropped the family or ended its aid, as far as anybody here can know."""
    return why_words(item.change, agreed_removal(item, standing), lexicon) if is_struck(item.change) else ""


def agreed_removal(item: ListStep, standing: Standing) -> AgreedRemoval | None:
    """A removal to which the district had agreed before the list came."""
    for proposal in reversed(standing.proposals):
        for event in reversed(proposal.events):
            agreed = event.state in (ACCEPTED, DETERMINED) and event.entry.order < item.order
            if agreed and proposal.kind in REMOVING:
                return AgreedRemoval(proposal.kind, event.entry.at_ms)
    return None
