"""Three nodes of PostgreSQL under Patroni and one etcd, on loopback ports of this machine."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError

import psycopg

from tests.machine import lacks
from tests.postgres import other_user, programs

NODES = ("satu", "dua", "tiga")
TTL, LOOP, RETRY = 9, 2, 3
"""Seconds: a leader not heard of for so long is none any more; how often each node looks; how long it tries."""


def free_port() -> int:
    """One that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass
class Node:
    """One machine: Patroni, and the server that it minds."""

    name: str
    folder: Path
    port: int
    rest: int
    process: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def data(self) -> Path:
        """The server's folder."""
        return self.folder / "data"

    def state(self) -> dict[str, object]:
        """What Patroni says of it, empty where it says nothing."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.rest}/patroni", timeout=2) as answer:
                return dict(json.load(answer))
        except (URLError, OSError, ValueError):
            return {}

    def kill(self) -> None:
        """As if somebody pulled the plug: Patroni, the server and every process of it at once."""
        assert self.process is not None
        for number in [self.process.pid, *_below(self.process.pid), *self._server()]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        self.process.wait()

    def freeze_line(self) -> list[int]:
        """Nothing of the primary's changes arrives any more; the processes that `cut_line` wants."""
        found = [number for number in self._server() if b"walreceiver" in Path(f"/proc/{number}/cmdline").read_bytes()]
        for number in found:
            os.kill(number, signal.SIGSTOP)
        return found

    def _server(self) -> list[int]:
        note = self.data / "postmaster.pid"
        first = int(note.read_text().splitlines()[0]) if note.exists() else 0
        return [first, *_below(first)] if first else []


def cut_line(receivers: Sequence[int]) -> None:
    """What was on its way never arrives."""
    for number in receivers:
        os.kill(number, signal.SIGTERM)
        os.kill(number, signal.SIGCONT)


def _below(number: int) -> list[int]:
    found: list[int] = []
    for path in Path(f"/proc/{number}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in map(int, path.read_text().split()):
                found += [child, *_below(child)]
    return found


class Cluster:
    """Three nodes; `address` finds whichever takes writes."""

    def __init__(self, folder: Path, *, synchronous: bool) -> None:
        found = programs()
        if found is None or shutil.which("patroni") is None or shutil.which("etcd") is None:
            lacks("needs patroni, etcd-server and postgresql (apt-get install patroni etcd-server postgresql)")
        self._programs = found
        self._folder = folder
        self._synchronous = synchronous
        self._etcd_port = free_port()
        self._etcd: subprocess.Popen[bytes] | None = None
        self.nodes = [Node(name, folder / name, free_port(), free_port()) for name in NODES]

    @property
    def address(self) -> str:
        """For the hub."""
        places = ",".join(f"127.0.0.1:{node.port}" for node in self.nodes)
        return f"postgresql://postgres@{places}/postgres?target_session_attrs=read-write"

    def start(self) -> None:
        """All of it; ends once two standbys stream from a primary."""
        self._start_etcd()
        for node in self.nodes:
            self._start(node)
        until(90, self._whole)

    def primary(self) -> Node:
        """Whoever holds the leader's key."""
        return next(node for node in self.nodes if node.state().get("role") in ("master", "primary"))

    def takes_writes(self) -> bool:
        """Whether somebody is the primary now."""
        try:
            with psycopg.connect(self.address, connect_timeout=2) as connection:
                row = connection.execute("SELECT pg_is_in_recovery()").fetchone()
        except psycopg.Error:
            return False
        return row == (False,)

    def stop(self) -> None:
        """Everything, without ceremony."""
        for node in self.nodes:
            if node.process is not None and node.process.poll() is None:
                node.kill()
        if self._etcd is not None:
            self._etcd.kill()
            self._etcd.wait()

    def _whole(self) -> bool:
        try:
            with psycopg.connect(self.address, connect_timeout=2) as connection:
                rows = connection.execute(
                    "SELECT state, sync_state FROM pg_stat_replication WHERE application_name = ANY(%s)", [list(NODES)]
                ).fetchall()
        except psycopg.Error:
            return False
        streaming = sum(state == "streaming" for state, _ in rows) == len(self.nodes) - 1
        return streaming and (not self._synchronous or any(sync == "sync" for _, sync in rows))

    def _start_etcd(self) -> None:
        peer = free_port()
        told = f"http://127.0.0.1:{self._etcd_port}"
        self._etcd = self._spawn(
            "etcd",
            "etcd",
            *("--data-dir", str(self._folder / "etcd"), "--name", "etcd1"),
            *("--listen-client-urls", told, "--advertise-client-urls", told),
            *("--listen-peer-urls", f"http://127.0.0.1:{peer}"),
            *("--initial-advertise-peer-urls", f"http://127.0.0.1:{peer}"),
            *("--initial-cluster", f"etcd1=http://127.0.0.1:{peer}"),
        )
        until(30, lambda: _listens(self._etcd_port))

    def _start(self, node: Node) -> None:
        node.folder.mkdir()
        (node.folder / "patroni.json").write_text(json.dumps(self._configuration(node)))
        if os.geteuid() == 0:
            shutil.chown(node.folder, other_user())
        node.process = self._spawn(node.name, "patroni", str(node.folder / "patroni.json"))

    def _configuration(self, node: Node) -> dict[str, object]:
        """YAML takes JSON as well."""
        users = {name: {"username": name, "password": "-"} for name in ("superuser", "replication", "rewind")}
        users["superuser"]["username"] = "postgres"
        users["replication"]["username"] = "replicator"
        return {
            "scope": "balai",
            "name": node.name,
            "restapi": {"listen": f"127.0.0.1:{node.rest}", "connect_address": f"127.0.0.1:{node.rest}"},
            "etcd3": {"host": f"127.0.0.1:{self._etcd_port}"},
            "bootstrap": {
                "dcs": {
                    "ttl": TTL,
                    "loop_wait": LOOP,
                    "retry_timeout": RETRY,
                    "maximum_lag_on_failover": 64 << 20,
                    "synchronous_mode": self._synchronous,
                    "synchronous_mode_strict": self._synchronous,
                    "postgresql": {
                        "use_pg_rewind": True,
                        "parameters": {"max_connections": 100, "shared_buffers": "32MB", "wal_keep_size": "64MB"},
                    },
                },
                "initdb": [{"encoding": "UTF8"}, "data-checksums", {"auth": "trust"}, "no-sync"],
                "pg_hba": [
                    "local all all trust",
                    *(f"host {what} all 127.0.0.1/32 trust" for what in ("all", "replication")),
                ],
            },
            "postgresql": {
                "listen": f"127.0.0.1:{node.port}",
                "connect_address": f"127.0.0.1:{node.port}",
                "data_dir": str(node.data),
                "bin_dir": str(self._programs),
                "pgpass": str(node.folder / "pgpass"),
                "authentication": users,
                "parameters": {"unix_socket_directories": str(node.folder)},
            },
        }

    def _spawn(self, name: str, *command: str) -> subprocess.Popen[bytes]:
        """As another user than root, its words in a file."""
        with (self._folder / f"{name}.log").open("wb") as log:
            return subprocess.Popen(
                command,
                cwd=self._folder,
                user=other_user() if os.geteuid() == 0 else None,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**os.environ, "ETCD_UNSUPPORTED_ARCH": "", "PGPASSFILE": "/dev/null"},
            )


def _listens(port: int) -> bool:
    with socket.socket() as found:
        found.settimeout(1)
        return found.connect_ex(("127.0.0.1", port)) == 0


def until(seconds: float, ready: Callable[[], bool]) -> None:
    """Wait for what other programs do."""
    tick = threading.Event()
    for _ in range(int(seconds * 5)):
        if ready():
            return
        tick.wait(0.2)
    raise AssertionError(f"waited {seconds:g} s in vain")


@contextmanager
def running(*, synchronous: bool) -> Iterator[Cluster]:
    """A fresh cluster."""
    folder = Path(tempfile.mkdtemp(prefix="balai-ha-"))
    if os.geteuid() == 0:
        shutil.chown(folder, other_user())
    cluster = Cluster(folder, synchronous=synchronous)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()
        shutil.rmtree(folder)
