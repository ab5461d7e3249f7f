"""Two proposals about one family in words: what they are, and what becomes of each by the choices; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app.domain.contest import Row
from app.domain.payloads import ChangeProposed
from app.domain.proposal_course import ProposalStanding
from app.domain.rivals import FATE, Rivalry, kept_of, left_of
from app.ui.screens.bertentangan.question import Telling
from app.ui.screens.bertentangan.state import RowShown, SideShown
from app.ui.screens.usulan.content import Telling as Content
from app.ui.screens.usulan.content import content_of
from app.ui.vocabulary.proposals import kind_words
from app.ui.words import translate
from app.usecases.contests import ContestDetail


def pair_words(pair: Rivalry) -> tuple[str, str, str]:
    """Title, explanation, and what the act is called."""
    if pair.same:
        return (
            translate("Contest", "Usulan yang sama, dicatat dua kali"),
            translate(
                "Contest",
                "Dua orang mengusulkan hal yang sama. Tidak ada yang keliru; satu usulan sudah cukup. Bila dijadikan "
                "satu, bukti dari keduanya tetap ada, dan ini bisa dibatalkan.",
            ),
            translate("Contest", "Jadikan satu usulan"),
        )
    return (
        translate("Contest", "Dua usulan yang bertentangan"),
        translate(
            "Contest",
            "Dua usulan tentang keluarga ini tidak dapat berlaku bersama. Pilih yang benar: yang lain ditutup, tetap "
            "tercatat, dan pilihan ini bisa dibatalkan. Bila keduanya memang berlaku, tulis sebabnya di catatan.",
        ),
        translate("Contest", "Simpan pilihan"),
    )


def proposal_words(proposal: ProposalStanding, detail: ContestDetail, telling: Telling) -> str:
    """What one proposal asks for, in a line."""
    body = proposal.body
    name = detail.standing.name_of(body.member)
    kind = kind_words(proposal.kind)
    told = f"{kind}: {name}" if name else kind
    why = telling.lexicon.reason(body.reason_list, body.reason) if body.reason else ""
    fields: tuple[str, ...] = ()
    if isinstance(body, ChangeProposed) and not why:
        fields = tuple(telling.lexicon.label(change.field) for change in body.changes)
    return " – ".join(part for part in (told, why, ", ".join(fields)) if part)


def proposal_lines(proposal: ProposalStanding, detail: ContestDetail, telling: Telling) -> Iterator[str]:
    """All that one proposal asks for, line by line."""
    content = content_of(proposal.body, Content(telling.lexicon, detail.standing.family, former=detail.standing.former))
    if content.reason:
        yield translate("Contest", "Alasan: {reason}", reason=content.reason)
    for label, value in content.facts:
        yield translate("Contest", "{whose}: {value}", whose=label, value=value)
    for change in content.changes:
        yield translate("Contest", "{whose}: {value}", whose=change.label, value=change.new)


def side_title(proposal: ProposalStanding, number: int) -> str:
    """What one of the two is called."""
    kind = kind_words(proposal.kind)
    if number == 0:
        return translate("Contest", "Usulan pertama ({kind})", kind=kind)
    return translate("Contest", "Usulan kedua ({kind})", kind=kind)


def pair_summary(
    pair: Rivalry, asked: Sequence[Row], rows: Sequence[RowShown], picks: Mapping[str, int], sides: Sequence[SideShown]
) -> str:
    """What becomes of both."""
    if pair.same:
        kept = next(at for at, one in enumerate(pair.sides) if one.id == kept_of(pair)[0].id)
        return translate(
            "Contest",
            "Yang diteruskan: {kept}, dengan bukti dari keduanya. Yang lain ditutup dan tetap tercatat.",
            kept=sides[kept].title,
        )
    said = [_becomes(pair, at, asked, rows, picks, side) for at, side in enumerate(sides)]
    return " ".join(said)


def _becomes(
    pair: Rivalry, at: int, asked: Sequence[Row], rows: Sequence[RowShown], picks: Mapping[str, int], side: SideShown
) -> str:
    lost = [row for row in asked if picks.get(row.key) != at]
    left = left_of(pair, at, lost)
    if left is None:
        return translate("Contest", "{whose} ditutup.", whose=side.title)
    if not lost:
        return translate("Contest", "{whose} diteruskan.", whose=side.title)
    if any(row.field == FATE for row in lost):
        return translate("Contest", "{whose} diteruskan tanpa isian yang bertentangan.", whose=side.title)
    gone = ", ".join(shown.label for row, shown in zip(asked, rows, strict=True) if row in lost)
    return translate("Contest", "{whose} diteruskan tanpa {fields}.", whose=side.title, fields=gone)
