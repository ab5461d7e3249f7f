"""What several screens' tests need."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from tests.storage.laptops import Laptop
from tests.ui.screens.contest_screen import first_laptop, second_laptop


@pytest.fixture
def photo(tmp_path: Path) -> str:
    """A small photo on the disk."""
    from PIL import Image

    content = BytesIO()
    Image.effect_noise((320, 240), 60).convert("RGB").save(content, "JPEG")
    path = tmp_path / "bukti.jpg"
    path.write_bytes(content.getvalue())
    return str(path)


@pytest.fixture
def one(tmp_path: Path) -> Laptop:
    """The first laptop of a village, for what is contested."""
    return first_laptop(tmp_path)


@pytest.fixture
def two(tmp_path: Path, one: Laptop) -> Laptop:
    """The second one, which has the same list."""
    return second_laptop(tmp_path, one)
