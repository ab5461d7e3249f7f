"""A file of the shelf that several threads of the district's pages read first at once is read by all of them."""

from __future__ import annotations

import subprocess
import sys

_TWO_THREADS = """
from __future__ import annotations
import threading
from dataclasses import dataclass
from app.shelf.typed import decode_bytes

half_known, done = threading.Event(), threading.Event()

def number():
    half_known.set()
    done.wait(0.3)
    return int

@dataclass
class Inner:
    number: "number()"

@dataclass
class Outer:
    first: Inner
    second: int

found = []

def read():
    found.append(decode_bytes(b'{"first": {"number": 1}, "second": 2}', Outer, "x.json"))

def read_meanwhile():
    half_known.wait()
    read()
    done.set()

threads = [threading.Thread(target=one) for one in (read, read_meanwhile)]
for one in threads:
    one.start()
for one in threads:
    one.join()
assert found == [Outer(Inner(1), 2)] * 2, found
"""


def test_who_comes_while_a_shape_is_being_found_out_waits() -> None:
    """In a process of its own: where it goes wrong the process ends with it."""
    ended = subprocess.run([sys.executable, "-c", _TWO_THREADS], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
