"""PouchDB as a peer: both ends run by Node on this machine, installed under build/ from the lock beside this file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from app.hub.keys import open_keys
from tests.benchmarks.village_line import Line, village_line

_HERE: Final = Path(__file__).with_name("pouchdb")
_BUILT: Final = Path(__file__).resolve().parents[2] / "build" / "pouchdb"
_MINUTES: Final = 20
_WORLD: Final = os.environ | {"NODE_TLS_REJECT_UNAUTHORIZED": "0", "NODE_NO_WARNINGS": "1"}
"""The certificate names a hub, and not this machine; on the line it costs the same."""

DATABASE: Final = "desa"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a replication took."""

    seconds: float
    requests: int
    bytes_passed: int


def missing() -> str:
    """Why PouchDB cannot be measured here; empty where it can (it is installed then)."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        return "node and npm are not on this machine"
    lock = (_HERE / "package-lock.json").read_bytes()
    stamp = _BUILT / "installed"
    if not stamp.exists() or stamp.read_bytes() != lock:
        shutil.copytree(_HERE, _BUILT, dirs_exist_ok=True)
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=_BUILT, capture_output=True, text=True)
        if done.returncode:
            return f"npm could not install it: {done.stderr.strip().splitlines()[-1:]}"
        stamp.write_bytes(lock)
    shutil.copytree(_HERE, _BUILT, dirs_exist_ok=True)
    return ""


def sync(documents: Sequence[dict[str, Any]], line: Line) -> Cost:
    """The documents of a laptop to the district, and what the district has back (nothing)."""
    with _district() as (port, counter):
        return _act("sync", documents, port, counter, line)


def pull(documents: Sequence[dict[str, Any]], line: Line) -> Cost:
    """The documents of the district to a laptop that has none."""
    with _district() as (port, counter):
        _laptop("fill", port, documents)
        return _act("pull", documents, port, counter, line)


def _act(act: str, documents: Sequence[dict[str, Any]], port: int, counter: int, line: Line) -> Cost:
    before = _asked(counter)
    with village_line(port, line) as road:
        told = _laptop(act, road.port, documents)
        if told["documents"] != len(documents):
            raise SystemExit(f"PouchDB lost documents: {told}")
        return Cost(told["seconds"], _asked(counter) - before, road.passed)


def _laptop(act: str, port: int, documents: Sequence[dict[str, Any]]) -> dict[str, Any]:
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(documents, file)
        file.flush()
        command = ["node", "laptop.mjs", act, f"https://127.0.0.1:{port}/{DATABASE}", file.name]
        done = subprocess.run(
            command, cwd=_BUILT, env=_WORLD, stdout=subprocess.PIPE, text=True, check=True, timeout=60 * _MINUTES
        )
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _asked(counter: int) -> int:
    with urllib.request.urlopen(f"http://127.0.0.1:{counter}/") as answer:
        return int(answer.read())


@contextmanager
def _district() -> Iterator[tuple[int, int]]:
    """The port of a fresh one, with keys of the kind that a hub has, and the port of its counter."""
    with tempfile.TemporaryDirectory() as folder:
        keys = open_keys(Path(folder) / "keys")
        command = ["node", "server.mjs", str(keys.leaf_path), str(keys.leaf_key_path)]
        with subprocess.Popen(command, cwd=_BUILT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdin is not None
            assert server.stdout is not None
            try:
                port, counter = map(int, server.stdout.readline().split())
                yield port, counter
            finally:
                server.stdin.close()
                server.wait(10)
