from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.composition.doors import FileDoors
from app.composition.places import places
from app.domain.errors import Refused
from tests.villages import unlocked


def lose(anchor: Path) -> None:
    anchor.unlink()


def damage(anchor: Path) -> None:
    anchor.write_bytes(b"\x5a" * anchor.stat().st_size)


def anchor_of(laptop: Path) -> Path:
    (vault,) = FileDoors(places(laptop)).vaults()
    return vault.folder / "anchor.bin"


@pytest.mark.parametrize(("harm", "code"), [(lose, "anchor_missing"), (damage, "anchor_damaged")])
def test_what_a_person_has_looked_at_is_not_told_for_ever(
    practice_copy: Path, harm: Callable[[Path], None], code: str
) -> None:
    harm(anchor_of(practice_copy))
    for _ in range(2):
        with unlocked(practice_copy, "head") as desk:
            assert code in [problem.code for problem in desk.findings], "told until somebody settles it"
    with unlocked(practice_copy, "head") as desk:
        desk.settle()
    with unlocked(practice_copy, "head") as desk:
        assert desk.findings == ()


def test_a_lost_anchor_keeps_nobody_out_but_an_enumerator_does_not_settle_it(practice_copy: Path) -> None:
    lose(anchor_of(practice_copy))
    with unlocked(practice_copy, "enumerator") as desk:
        assert [problem.code for problem in desk.findings] == ["anchor_missing"]
        with pytest.raises(Refused) as refused:
            desk.settle()
        assert refused.value.code == "not_allowed"
    with unlocked(practice_copy) as desk:
        assert [problem.code for problem in desk.findings] == ["anchor_missing"]
