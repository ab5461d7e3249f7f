"""A process that serves does not take its memory anew for each answer."""

from __future__ import annotations

import subprocess
import sys

import pytest

COUNT = """
import ctypes, resource, sys
from app.hub.memory import keep_freed
from app.wire.squeeze import squeeze

def faults():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(100):
        squeeze(b"tanda terima " * 20)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before

def large():
    block = bytearray(64 << 20)
    del block
    with open("/proc/self/statm") as told:
        return int(told.read().split()[1]) * resource.getpagesize()

keep_freed()
faults()
held = large()
print(hasattr(ctypes.CDLL(None), "gnu_get_libc_version"), faults(), held)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's")
def test_a_small_answer_takes_no_page_of_memory_anew() -> None:
    told = subprocess.run([sys.executable, "-c", COUNT], capture_output=True, text=True, check=True).stdout.split()
    if told[0] != "True":
        pytest.skip("another C library")
    after, held = map(int, told[1:])
    assert after < 100, "by itself: dozens each time"
    assert held < 100 << 20, "a large block goes back"
