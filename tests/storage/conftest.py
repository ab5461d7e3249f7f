"""Laptops that a test opened are shut behind it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.storage.laptops import close_all


@pytest.fixture(autouse=True)
def shut_laptops() -> Iterator[None]:
    """Nothing stays open between tests."""
    yield
    close_all()
