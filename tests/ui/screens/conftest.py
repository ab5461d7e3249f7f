"""What several screens' tests need."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest


@pytest.fixture
def photo(tmp_path: Path) -> str:
    """A small photo on the disk."""
    from PIL import Image

    content = BytesIO()
    Image.effect_noise((320, 240), 60).convert("RGB").save(content, "JPEG")
    path = tmp_path / "bukti.jpg"
    path.write_bytes(content.getvalue())
    return str(path)
