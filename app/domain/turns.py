"""How far a laptop or the district follows the turns that others claim (docs/decisions/0025).

An honest turn is one more than the highest that its laptop knew, so it is never higher than the number of entries that
the village ever wrote. A changed program may claim any; whoever followed it would soon stand at the last number that
there is, where all turns are equal.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

AHEAD: Final = 1 << 20
"""So many entries of a village may be unknown here, such as those that a disk took with it: a hundred years of work."""
OF_LAPTOPS, AT_DISTRICT, TRUSTED = AHEAD, 2 * AHEAD, 4 * AHEAD
"""How far beyond the number of entries held a laptop follows others, the district follows laptops, and a laptop follows
the district and itself: the district's words stand behind whatever a laptop wrote, and its village's behind those."""


def followed(turns: Iterable[int], held: int, ahead: int) -> int:
    """The highest of `turns` that `held` entries explain; 0 where none is."""
    return max((turn for turn in turns if turn <= held + ahead), default=0)
