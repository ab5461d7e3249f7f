"""What several tests of the whole laptop begin with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.composition.doors import FileDoors
from app.composition.places import places
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.storage.keys import FLOOR_REAL, KdfParams
from tests.composition.enrolled import CODE, ROSTER


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[LocalHub]:
    """A running district with the village's list."""
    made = LocalHub(tmp_path / "hub")
    made.start()
    publish(made.district, CODE, ROSTER, month="2026-11")
    yield made
    made.close()


@pytest.fixture
def doors(tmp_path: Path) -> Iterator[FileDoors]:
    """The stores of one laptop."""
    made = FileDoors(places(tmp_path / "laptop"), KdfParams(FLOOR_REAL, 1, 2))
    yield made
    made.close()
