"""One changed family in words; pure."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.list_change import (
    ARRIVED,
    BACK,
    DECILE,
    DROPPED,
    EXCLUDED,
    GONE,
    GROUPS,
    MOVED,
    NEW,
    OTHER,
    PROGRAMMES,
    FieldMove,
    ListChange,
    groups_of,
)
from app.ui.screens.keluarga.filters import place_words
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.screens.keluarga.why import is_struck, lost_words, why_words
from app.ui.shown import Cell, Chip, TableRow
from app.ui.tokens import Tone
from app.ui.words import translate
from app.usecases.list_comparison import ChangedFamily

_TONES = {
    ARRIVED: (Tone.OK, "house-plus"),
    GONE: (Tone.BAD, "ban"),
    MOVED: (Tone.INFO, "map-pin"),
    DECILE: (Tone.INFO, "chart-column"),
    EXCLUDED: (Tone.WARN, "triangle-alert"),
    OTHER: (Tone.IDLE, "file-text"),
}
_IN_PLACE = ("rt", "rw", "dusun", "address", "village_code")


def group_words(group: str) -> str:
    """A heading of the changes."""
    return {
        ARRIVED: translate("Lists", "Baru"),
        GONE: translate("Lists", "Keluar"),
        MOVED: translate("Lists", "Pindah alamat"),
        DECILE: translate("Lists", "Desil berubah"),
        EXCLUDED: translate("Lists", "Bantuan berhenti"),
        OTHER: translate("Lists", "Lainnya"),
    }[group]


def counts_of(families: tuple[ChangedFamily, ...]) -> dict[str, int]:
    """How many families each heading has; one may stand under several."""
    groups = [groups_of(one.change) for one in families]
    return {group: sum(group in held for held in groups) for group in GROUPS}


def change_words(one: ChangedFamily, lexicon: Lexicon) -> str:
    """What changed, in one line."""
    return "; ".join(part for part in _parts(one.change, lexicon) if part)


def reason_words(one: ChangedFamily, lexicon: Lexicon) -> str:
    """Why, where somebody will ask; else empty."""
    return why_words(one.change, one.removal, lexicon) if is_struck(one.change) else ""


def row_of(one: ChangedFamily, lexicon: Lexicon) -> TableRow:
    """The line of the table."""
    place, what, why = place_words(one.rt, one.rw), change_words(one, lexicon), reason_words(one, lexicon)
    group = groups_of(one.change)[0] if EXCLUDED not in groups_of(one.change) else EXCLUDED
    tone, icon = _TONES[group]
    chip = Chip(group_words(group), tone, icon)
    sentence = ". ".join(part.rstrip(".") for part in (one.head_name, place, chip.words, what, why) if part)
    return TableRow(one.family, (Cell(one.head_name, place), Cell(chip=chip), Cell(what, why)), sentence)


def _parts(change: ListChange, lexicon: Lexicon) -> Iterator[str]:
    if change.kind == NEW:
        yield translate("Lists", "Baru di daftar")
    elif change.kind == BACK:
        yield translate("Lists", "Kembali ke daftar")
    elif change.kind == DROPPED:
        yield translate("Lists", "Tidak ada lagi di daftar")
    else:
        yield lost_words(change, lexicon)
        moves = sorted(change.moves, key=lambda move: (move.field not in ("decile", *_IN_PLACE), bool(move.member)))
        yield from (_moved(move, lexicon) for move in moves)
        if change.joined:
            yield translate("Lists", "anggota baru: {names}", names=", ".join(change.joined))
        if change.left:
            yield translate("Lists", "tidak lagi anggota: {names}", names=", ".join(change.left))


def _moved(move: FieldMove, lexicon: Lexicon) -> str:
    label = lexicon.label(move.field)
    label = f"{move.member} \u2013 {label}" if move.member else label
    if move.field == PROGRAMMES:
        gained = [code for code in move.new.split() if code not in move.old.split()]
        return translate("Lists", "mulai menerima: {programmes}", programmes=", ".join(gained)) if gained else ""
    if lexicon.private(move.field):
        return translate("Lists", "{label}: berubah", label=label)
    empty = translate("Lists", "kosong")
    old, new = (lexicon.listed(move.field, value) or empty for value in (move.old, move.new))
    return translate("Lists", "{label}: {old} \u2192 {new}", label=label, old=old, new=new)
