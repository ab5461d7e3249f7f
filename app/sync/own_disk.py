"""The disk of this laptop, beside its store, where what comes lies while it is read."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from app.domain.errors import Unavailable

FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
"""How systems say that there is no room."""


@contextmanager
def own_disk() -> Iterator[None]:
    """Unavailable ``disk_full``, ``disk_failed``."""
    try:
        yield
    except OSError as error:
        raise Unavailable("disk_full" if error.errno in FULL else "disk_failed", errno=error.errno or 0) from error
