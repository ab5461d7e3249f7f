"""Entries that somebody told of and that are not here: whose, how many, and which bundle has them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from app.domain.ids import ChainId, device_of
from app.usecases.carry import Missing
from app.usecases.exchange import Memory
from app.wire.bundle import Earlier, Span, written_with

_EARLIER: Final = "bundle.earlier."
"""By sender: the bundles that he said he made before."""

_MADE: Final = "bundle.log"
_TOLD: Final = 24
"""Bundles made that the next ones tell of."""


def missing(
    ours: Mapping[str, int],
    theirs: Mapping[str, int],
    earlier: Sequence[Earlier],
    name: Callable[[str], str],
    district: str,
) -> list[Missing]:
    """What `theirs` has beyond `ours`, summed for each laptop by its `name` (of a device) and for the `district` (a
    device too), with the newest bundle of `earlier` that holds the first of it."""
    found: dict[str, Missing] = {}
    for chain, seq in sorted(theirs.items()):
        have = ours.get(chain, 0)
        if seq <= have:
            continue
        device = device_of(ChainId(chain))
        label = name(device)
        before = found.get(label, Missing(label, 0))
        written = before.written_at_ms or written_with(earlier, chain, have + 1)
        found[label] = Missing(label, before.entries + seq - have, written, device == district)
    return list(found.values())


def keep_earlier(memory: Memory, sender: str, earlier: Sequence[Earlier]) -> None:
    """Remember which bundles a sender made, to name them while something is missing."""
    memory.put(_EARLIER + sender, _written_down(earlier))


def kept_earlier(memory: Memory, senders: Iterable[str]) -> list[Earlier]:
    """Those of some senders, oldest first."""
    found = [one for sender in senders for one in _read(memory.get(_EARLIER + sender))]
    return sorted(found, key=lambda one: one.at_ms)


def keep_made(memory: Memory, bundle: Earlier) -> None:
    """Remember that this laptop made a bundle, for the next ones to tell of."""
    memory.put(_MADE, _written_down([*made(memory), bundle][-_TOLD:]))


def made(memory: Memory) -> tuple[Earlier, ...]:
    """The newest bundles that this laptop made, oldest first."""
    return _read(memory.get(_MADE))


def _written_down(earlier: Iterable[Earlier]) -> str:
    """Bundles as JSON."""
    return json.dumps([[one.at_ms, [[span.chain, span.first, span.last] for span in one.spans]] for one in earlier])


def _read(text: str | None) -> tuple[Earlier, ...]:
    """Bundles from JSON; none where it makes no sense."""
    try:
        return tuple(
            Earlier(int(at), tuple(Span(str(chain), int(first), int(last)) for chain, first, last in spans))
            for at, spans in json.loads(text or "[]")
        )
    except (ValueError, TypeError):
        return ()
