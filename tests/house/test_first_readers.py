"""A shape that several threads read first at once is read by all of them, in what travels and in files of the shelf."""

from __future__ import annotations

import subprocess
import sys

import pytest

_TWO_THREADS = """
from __future__ import annotations
import threading
from dataclasses import dataclass
import msgspec
from app.shelf.typed import decode_bytes
from app.wire.typed import decode_typed

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

plain = {"first": {"number": 1}, "second": 2}
readers = {
    "wire": lambda: decode_typed(msgspec.msgpack.encode(plain), Outer),
    "shelf": lambda: decode_bytes(msgspec.json.encode(plain), Outer, "x.json"),
}
found = []

def read():
    found.append(readers["ROOM"]())

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


@pytest.mark.parametrize("room", ["wire", "shelf"])
def test_who_comes_while_a_shape_is_being_found_out_waits(room: str) -> None:
    """In a process of its own: where it goes wrong the process ends with it."""
    program = _TWO_THREADS.replace("ROOM", room)
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
