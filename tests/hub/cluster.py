"""Three machines as docs/deploy.md and installer/hub make them, on addresses of this one's loopback.

Each machine is an etcd and a Patroni that minds a PostgreSQL server; ports, passwords, certificates and who may come in
are the recipe's own. Only addresses, names, folders and passwords are changed, as a district changes them, and how much
memory a server takes.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import random
import re
import secrets
import shlex
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

from tests.hub.recipe import FILES, changed, commands, shipped, words
from tests.machine import lacks
from tests.postgres import other_user, programs

NODES = ("satu", "dua", "tiga")
RECIPE = "Three machines"
_PORTS = (2379, 2380, 5432, 8008)
_ROLES = ("postgres", "replicator", "rewind", "balai")
"""Whose password each CHANGE-ME of the recipe is."""


def free_network() -> str:
    """The first three numbers of addresses on which nobody listens at the recipe's ports."""
    while True:
        network = f"127.{random.randrange(1, 255)}.{random.randrange(1, 255)}"
        if all(_free(f"{network}.{node}", port) for node in range(1, len(NODES) + 1) for port in _PORTS):
            return network


def _free(address: str, port: int) -> bool:
    with socket.socket() as found:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((address, port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            return False
    return True


@dataclass
class Node:
    """One machine: etcd, Patroni, and the server that it minds."""

    name: str
    address: str
    folder: Path
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def data(self) -> Path:
        """The server's folder."""
        return self.folder / "data"

    @property
    def log(self) -> str:
        """All that Patroni and the server said."""
        return (self.folder / "patroni.log").read_text("utf-8", "replace")

    def state(self) -> dict[str, object]:
        """What Patroni says of it, empty where it says nothing."""
        return _asked(f"http://{self.address}:8008/patroni")

    def kill(self) -> None:
        """As if somebody pulled the plug: every process of the machine at once."""
        everything = [one.pid for one in self.processes]
        for number in [*everything, *(below for one in everything for below in _below(one)), *self._server()]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        for one in self.processes:
            one.wait()
        self.processes.clear()

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


def _asked(url: str) -> dict[str, object]:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return dict(json.load(answer))
    except (URLError, OSError, ValueError):
        return {}


class Cluster:
    """Three machines; `address` finds whichever takes writes."""

    def __init__(self, folder: Path, *, synchronous: bool) -> None:
        found = programs()
        if found is None or shutil.which("patroni") is None or shutil.which("etcd") is None:
            lacks("needs patroni, etcd-server and postgresql (apt-get install patroni etcd-server postgresql)")
        self._programs = found
        self._folder = folder
        self._synchronous = synchronous
        self._network = free_network()
        self._places = ",".join(f"{self._network}.{at}" for at in range(1, len(NODES) + 1))
        self.passwords = {role: secrets.token_hex(12) for role in _ROLES}
        self.nodes = [Node(name, f"{self._network}.{at}", folder / name) for at, name in enumerate(NODES, 1)]

    @property
    def address(self) -> str:
        """For the hub, as the recipe says it."""
        (told,) = commands(RECIPE, "hub --name")
        found = words(told, "--database")[0]
        places = {"10.0.0.": f"{self._network}.", "/etc/balai/": f"{self._folder}/"}
        return changed(found, places)

    def office(self, database: str = "postgres") -> str:
        """For whoever may do everything; on a machine of the district it is `runuser -u postgres`."""
        secret = f"user=postgres password={self.passwords['postgres']}"
        tls = f"sslmode=verify-full sslrootcert={self._folder}/db-ca.pem"
        return f"host={self._places} dbname={database} {secret} {tls} target_session_attrs=read-write"

    def reader(self, password: str) -> str:
        """For the reading side, as the recipe says it."""
        changes = {"10.0.0.": f"{self._network}.", "/etc/balai/db-ca-7308.pem": f"{self._folder}/db-ca.pem"}
        (told,) = re.findall(r"CONNECTION '(.*)'", shipped("subscription.sql", changes | {"CHANGE-ME-5": password}))
        return str(told)

    def keep_place(self) -> None:
        """Of the reading side, by the recipe's own command; ends once every machine keeps it."""
        (told,) = commands("Many districts", "patronictl")
        places = {"/etc/patroni/config.yml": str(self.nodes[0].folder / "patroni.yml"), "installer/hub": str(FILES)}
        _shell(self._folder, changed(told, places))
        until(60, lambda: all(self.slots().values()))

    def slots(self) -> dict[str, bool]:
        """Which machines keep the reading side's place."""
        found = {}
        for node in self.nodes:
            alone = self.office().replace(self._places, node.address).replace("read-write", "any")
            found[node.name] = False
            with contextlib.suppress(psycopg.Error), psycopg.connect(alone) as connection:
                row = connection.execute("SELECT true FROM pg_replication_slots WHERE slot_name = 'reading_side'")
                found[node.name] = row.fetchone() is not None
        return found

    def told(self) -> bool:
        """Whether the reading side has confirmed everything that was written."""
        with psycopg.connect(self.office()) as connection:
            row = connection.execute(
                "SELECT active AND confirmed_flush_lsn >= pg_current_wal_lsn() FROM pg_replication_slots"
                " WHERE slot_name = 'reading_side'"
            ).fetchone()
        return row == (True,)

    def start(self) -> None:
        """All of it, and the district's role and database; ends once two standbys stream from a primary."""
        self._make_certificates()
        for node in self.nodes:
            self._install(node)
            self.switch_on(node)
        until(120, self.whole)
        self._make_database()

    def switch_on(self, node: Node) -> None:
        """The machine has power (again)."""
        changes = {
            "ETCD_NAME=satu": f"ETCD_NAME={node.name}",
            "_URLS=http://10.0.0.1:": f"_URLS=http://{node.address}:",
            "10.0.0.": f"{self._network}.",
        }
        settings = shipped("etcd.env", changes)
        told = dict(line.split("=", 1) for line in settings.splitlines() if line.startswith("ETCD_"))
        self._spawn(node, "etcd", {**told, "ETCD_DATA_DIR": str(node.folder / "etcd")}, "etcd")
        self._spawn(node, "patroni", {}, "patroni", str(node.folder / "patroni.yml"))

    def primary(self) -> Node:
        """Whoever holds the leader's key."""
        return next(node for node in self.nodes if node.state().get("role") in ("master", "primary"))

    def takes_writes(self) -> bool:
        """Whether somebody is the primary now."""
        try:
            with psycopg.connect(self.office(), connect_timeout=2) as connection:
                row = connection.execute("SELECT pg_is_in_recovery()").fetchone()
        except psycopg.Error:
            return False
        return row == (False,)

    def whole(self) -> bool:
        """Whether two standbys stream from a primary, one of them synchronously where that is wanted."""
        rows = self.standbys()
        streaming = sum(state == "streaming" for state, _ in rows.values()) == len(self.nodes) - 1
        return streaming and (not self._synchronous or any(kind == "sync" for _, kind in rows.values()))

    def standbys(self) -> dict[str, tuple[str, str]]:
        """Each standby's state and kind as the primary sees it, by name; empty where there is none."""
        try:
            with psycopg.connect(self.office(), connect_timeout=2) as connection:
                rows = connection.execute(
                    "SELECT application_name, state, sync_state FROM pg_stat_replication"
                    " WHERE application_name = ANY(%s)",
                    [list(NODES)],
                ).fetchall()
        except psycopg.Error:
            return {}
        return {name: (state, kind) for name, state, kind in rows}

    def stop(self) -> None:
        """Everything, without ceremony."""
        for node in self.nodes:
            node.kill()

    def _make_certificates(self) -> None:
        """The recipe's own commands, in one folder."""
        authority, *each = commands(RECIPE, "openssl")
        (note,) = commands(RECIPE, "echo subjectAltName")
        _shell(self._folder, authority)
        for node in self.nodes:
            node.folder.mkdir()
            places = {"CN=satu": f"CN={node.name}", "10.0.0.1": node.address, "db-ca.": "../db-ca."}
            script = "\n".join((each[0], note, *each[1:]))
            _shell(node.folder, changed(script, places))

    def _install(self, node: Node) -> None:
        """Patroni's file, and everything the other user's."""
        changes = {
            "name: satu": f"name: {node.name}",
            "listen: 10.0.0.1:": f"listen: {node.address}:",
            "connect_address: 10.0.0.1:": f"connect_address: {node.address}:",
            "10.0.0.0/24": "127.0.0.0/8",  # whoever calls a loopback address calls from 127.0.0.1
            "10.9.0.0/24": "127.0.0.0/8",
            "10.0.0.": f"{self._network}.",
            "/var/lib/postgresql/15/balai": str(node.data),
            "/usr/lib/postgresql/15/bin": str(self._programs),
            "/var/lib/postgresql/patroni.pgpass": str(node.folder / "patroni.pgpass"),
            "/etc/patroni/": f"{node.folder}/",
            # three servers of one machine
            '    ssl: "on"\n': f'    ssl: "on"\n    unix_socket_directories: {node.folder}\n    shared_buffers: 32MB\n',
        }
        for number, role in enumerate(_ROLES[:3], 1):
            changes[f"CHANGE-ME-{number}"] = self.passwords[role]
        if not self._synchronous:
            changes |= {"synchronous_mode: true": "synchronous_mode: false"}
            changes |= {"synchronous_mode_strict: true": "synchronous_mode_strict: false"}
        (node.folder / "patroni.yml").write_text(shipped("patroni.yml", changes))
        (node.folder / "patroni.yml").chmod(0o600)
        if os.geteuid() == 0:
            for path in (node.folder, *node.folder.iterdir()):
                shutil.chown(path, other_user())

    def _make_database(self) -> None:
        """As the recipe does on the leader, and what lets the hub in."""
        psql, createdb = (words(line, "--") for line in commands(RECIPE, "runuser -u postgres"))
        role = changed(psql[-1], {"CHANGE-ME-4": self.passwords["balai"]})
        with psycopg.connect(self.office(), autocommit=True) as connection:
            connection.execute(role.encode())
        subprocess.run(
            [self._programs / createdb[0], "--maintenance-db", self.office(), *createdb[1:]],
            check=True,
            cwd=self._folder,
        )
        (line,) = commands(RECIPE, "echo '*:")
        note = self._folder / "pgpass"
        note.write_text(changed(shlex.split(line)[1], {"CHANGE-ME-4": self.passwords["balai"]}) + "\n")
        note.chmod(0o600)

    def _spawn(self, node: Node, name: str, settings: dict[str, str], *command: str) -> None:
        """As another user than root, its words in a file."""
        with (node.folder / f"{name}.log").open("ab") as log:
            started = subprocess.Popen(
                command,
                cwd=node.folder,
                user=other_user() if os.geteuid() == 0 else None,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**os.environ, **settings, "HOME": str(node.folder)},
            )
        node.processes.append(started)


def _shell(folder: Path, script: str) -> None:
    subprocess.run(["sh", "-e", "-c", script], cwd=folder, check=True, capture_output=True)


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
    folder.chmod(0o755)
    cluster = Cluster(folder, synchronous=synchronous)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()
        shutil.rmtree(folder)
