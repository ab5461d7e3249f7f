"""Waits for work of a library that says nothing while it works, and asks meanwhile whether to go on."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

from app.domain.errors import Refused
from app.domain.intake import Cancelled

_ASK_SECONDS = 0.1
_pool = ThreadPoolExecutor(1, thread_name_prefix="sheet")
"""One for all: whoever stops and opens another file waits until what was given up is done, and memory is taken once."""
Made = TypeVar("Made")


def while_asking(work: Callable[[], Made], cancelled: Cancelled) -> Made:
    """What `work` gives; raises Refused when cancelled, and then leaves the work to end by itself, unheard."""
    made = _pool.submit(work)
    while not wait((made,), _ASK_SECONDS).done:
        if cancelled():
            made.cancel()
            raise Refused("import_cancelled")
    return made.result()
