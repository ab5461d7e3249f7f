"""Who is bound to some RTs is told so where he chooses and types, and not at the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.domain.policy import is_bound, place_of
from app.ui.screens.keluarga.filters import place_words
from app.ui.screens.usulan.form_state import Block
from app.ui.screens.usulan.sheet import Sheet
from app.ui.words import translate
from app.usecases.open_drafts import NEW_FAMILY
from app.usecases.ports import Actor


def own_rts(actor: Actor) -> str:
    """The RTs to which somebody is bound, in words; empty where he is bound to none."""
    return ", ".join(place_words(*pair.split("/", 1)) for pair in actor.rts) if is_bound(actor) else ""


def search_note(actor: Actor) -> str:
    """Whom a search offers to somebody who is bound."""
    rts = own_rts(actor)
    words = translate("Proposals", "Anda bertugas di {rts}. Hanya keluarga dari RT itu yang dapat dipilih.", rts=rts)
    return words if rts else ""


def elsewhere_words(actor: Actor) -> str:
    """Why families that were found cannot be chosen, and who can."""
    return translate(
        "Proposals",
        "Di luar RT tugas Anda ({rts}), jadi tidak dapat dipilih. Minta operator atau petugas RT itu mengusulkannya.",
        rts=own_rts(actor),
    )


def gone_words(actor: Actor) -> str:
    """Why a family cannot be opened."""
    rts = own_rts(actor)
    if not rts:
        return translate("Proposals", "Keluarga ini tidak ada di daftar.")
    return translate(
        "Proposals",
        "Keluarga ini tidak ada di daftar, atau di luar RT tugas Anda ({rts}). Bila di luar RT tugas Anda, minta "
        "operator atau petugas RT itu mengusulkannya.",
        rts=rts,
    )


def outside(actor: Actor, sheet: Sheet) -> str:
    """That a family which is not listed yet lives outside the RTs of whoever proposes it; empty where it does not."""
    rt, rw = (sheet.answer(name).strip().zfill(3) if sheet.answer(name).strip() else "" for name in ("rt", "rw"))
    if sheet.kind.code != NEW_FAMILY or not rt or not is_bound(actor) or place_of(rt, rw) in actor.rts:
        return ""
    return translate("Proposals", "Di luar RT Anda. Anda bertugas di {rts}.", rts=own_rts(actor))


def bounded(blocks: tuple[Block, ...], words: str) -> tuple[Block, ...]:
    """The blocks, with `words` below the RT."""
    if not words:
        return blocks
    return tuple(
        replace(block, asks=tuple(replace(ask, error=words) if ask.path == "rt" else ask for ask in block.asks))
        for block in blocks
    )


def own_place(actor: Actor) -> Mapping[str, str]:
    """RT and RW that go without asking, for whoever is bound to one RT."""
    if not is_bound(actor) or len(actor.rts) != 1:
        return {}
    rt, _, rw = actor.rts[0].partition("/")
    return {"rt": rt, "rw": rw}
