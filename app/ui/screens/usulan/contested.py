"""What is contested about one proposal, or what became of it when it was: each line leads to where one goes on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.proposal_course import ProposalStanding
from app.domain.standing import Standing
from app.ui.screens.bertentangan.drawing import PLACE, facts_of
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.tokens import Tone
from app.ui.vocabulary.proposals import kind_words
from app.ui.words import translate
from app.usecases.contests import BASE, RIVALS, SAME, TWINS, ContestKey, ContestRow


@dataclass(frozen=True, slots=True)
class ContestedLine:
    """Words, and the screen to which the button leads."""

    words: str
    tone: Tone
    action: str
    place: str
    facts: Mapping[str, object]


def contested_lines(
    proposal: ProposalStanding, standing: Standing, rows: Sequence[ContestRow], lexicon: Lexicon
) -> Iterator[ContestedLine]:
    """`rows` is all that is contested in the village."""
    if proposal.stale and proposal.open:
        fields = ", ".join(lexicon.label(name) for name in proposal.stale)
        words = translate("Proposals", "Daftar berubah sejak diusulkan: {fields}.", fields=fields)
        facts = facts_of(ContestKey(BASE, standing.id, proposal.id))
        yield ContestedLine(words, Tone.WARN, translate("Proposals", "Pilih data yang benar"), PLACE, facts)
    for row in rows:
        if row.key.kind == TWINS and proposal.id in (row.key.proposal, row.key.other):
            name = row.other_name if row.key.proposal == proposal.id else row.head_name
            words = translate("Proposals", "Mungkin sama dengan usulan keluarga {name}.", name=name)
            action = translate("Proposals", "Bandingkan keduanya")
            yield ContestedLine(words, Tone.WARN, action, PLACE, facts_of(row.key))
        if row.key.kind in (RIVALS, SAME) and proposal.id in (row.key.proposal, row.key.other):
            yield _beside(row, proposal)
    open_it = translate("Proposals", "Buka usulan itu")
    if proposal.merged_into is not None:
        words = translate("Proposals", "Digabung ke usulan lain, dan diteruskan di sana.")
        yield ContestedLine(words, Tone.INFO, open_it, "usulan", {"proposal": proposal.merged_into.proposal})
    for pair in proposal.merged:
        words = translate("Proposals", "Usulan lain digabung ke sini, dengan anggota dan buktinya.")
        yield ContestedLine(words, Tone.INFO, open_it, "usulan", {"proposal": pair.proposal})


def _beside(row: ContestRow, proposal: ProposalStanding) -> ContestedLine:
    """Another proposal about the same family that contradicts this one, or says the same."""
    kind = kind_words(row.other_asked if row.key.proposal == proposal.id else row.asked)
    compare = translate("Proposals", "Bandingkan keduanya")
    if row.key.kind == SAME:
        words = translate("Proposals", "Hal yang sama juga diusulkan orang lain; satu usulan sudah cukup.")
        return ContestedLine(words, Tone.INFO, compare, PLACE, facts_of(row.key))
    words = translate("Proposals", "Bertentangan dengan usulan lain tentang keluarga ini: {kind}.", kind=kind)
    return ContestedLine(words, Tone.WARN, compare, PLACE, facts_of(row.key))
