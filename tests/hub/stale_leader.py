"""Run by Patroni's own Python with two machines' files: the first leads, is not heard of, and the second leads then.

Afterwards the first, which has not looked meanwhile, says again that it leads, as one does that was cut off. Told in
the end: whether it was believed, and who leads.
"""

from __future__ import annotations

import inspect
import sys

from patroni.config import Config  # type: ignore[import-not-found]  # Debian's, not this project's
from patroni.dcs import get_dcs  # type: ignore[import-not-found]

from tests.hub.waiting import until

LEASE = 2
"""Seconds; the least that etcd grants."""


def believed(first: str, second: str) -> str:
    """Play it with these two files of Patroni, nobody else having led."""
    one, other = (get_dcs(Config(path)) for path in (first, second))
    for each in (one, other):
        each.set_ttl(LEASE)
        each.set_retry_timeout(3)
    assert one.attempt_to_acquire_leader()
    seen = one.get_cluster()
    until(30, lambda: other.get_cluster().leader is not None)
    until(30, lambda: other.get_cluster().leader is None)
    assert other.attempt_to_acquire_leader()
    newer = len(inspect.signature(one.update_leader).parameters) > 3  # from 3.0.3 on it is told what was seen
    told = one.update_leader(*((seen,) if newer else ()), 0)
    return f"{told} {other.get_cluster().leader.name}"


if __name__ == "__main__":
    sys.stdout.write(believed(*sys.argv[1:]))
