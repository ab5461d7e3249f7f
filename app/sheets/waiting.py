"""Waits for work of a library that says nothing while it works, and asks meanwhile whether to go on."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

from app.domain.errors import Refused
from app.domain.intake import Cancelled

_ASK_SECONDS = 0.1
Made = TypeVar("Made")


def while_asking(work: Callable[[], Made], cancelled: Cancelled) -> Made:
    """What `work` gives; raises Refused when cancelled, and then leaves the work to end by itself, unheard."""
    pool = ThreadPoolExecutor(1, thread_name_prefix="sheet")
    try:
        made = pool.submit(work)
        while not wait((made,), _ASK_SECONDS).done:
            if cancelled():
                raise Refused("import_cancelled")
        return made.result()
    finally:
        pool.shutdown(wait=False)
