"""What several tests of the whole laptop begin with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.composition.doors import FileDoors
from app.composition.intake import MappingsInMemory, SheetIntake
from app.composition.places import places
from app.domain.intake import ListDraft
from app.hub.district import District, open_district
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.storage.keys import FLOOR_REAL, KdfParams
from tests.composition.enrolled import CODE, ROSTER, never, nothing


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[LocalHub]:
    """A running district with the village's list."""
    made = LocalHub(tmp_path / "hub")
    made.start()
    publish(made.district, CODE, ROSTER, month="2026-11")
    yield made
    made.close()


@pytest.fixture
def district(tmp_path: Path) -> Iterator[District]:
    """A district that no line leads to, with the village's list."""
    made = open_district(tmp_path / "hub", "Kab. Uji")
    publish(made, CODE, ROSTER, month="2026-11")
    yield made
    made.close()


@pytest.fixture
def doors(tmp_path: Path) -> Iterator[FileDoors]:
    """The stores of one laptop."""
    made = FileDoors(places(tmp_path / "laptop"), KdfParams(FLOOR_REAL, 1, 2))
    yield made
    made.close()


@pytest.fixture(scope="module")
def draft() -> ListDraft:
    """A damaged list as an official takes it in."""
    intake = SheetIntake(MappingsInMemory(), lambda: date(2026, 11, 23), str)
    view = intake.open(Path(__file__).parents[1] / "data" / "desa-papua-420.xlsx")
    return intake.read(view, view.mapping, nothing, never)
