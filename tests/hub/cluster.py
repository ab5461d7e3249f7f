"""Three machines as docs/deploy.md and installer/hub make them, each with a network of its own.

Each machine is an etcd, a Patroni that minds a PostgreSQL server, and a hub; a fourth, this one, is HAProxy's. Ports,
passwords, certificates and who may come in are the recipe's own. Only addresses, names, folders and passwords are
changed, as a district changes them, and how much memory a server takes.
"""

from __future__ import annotations

import contextlib
import json
import re
import secrets
import shlex
import shutil
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.error import URLError

import psycopg

from app.hub.district import District, open_district
from tests.hub.condition import condition, kept
from tests.hub.front import haproxy
from tests.hub.network import Network
from tests.hub.node import Node
from tests.hub.recipe import FILES, ROOT, changed, commands, shipped, words
from tests.machine import lacks
from tests.postgres import other_user, programs

NODES = ("satu", "dua", "tiga")
RECIPE = "Three machines"
_ROLES = ("postgres", "replicator", "rewind", "balai")
"""Whose password each CHANGE-ME of the recipe is."""


class Cluster:
    """Three machines; `address` finds whichever takes writes."""

    def __init__(self, folder: Path, *, synchronous: bool) -> None:
        found = programs()
        if found is None or shutil.which("patroni") is None or shutil.which("etcd") is None:
            lacks("needs patroni, etcd-server and postgresql (apt-get install patroni etcd-server postgresql)")
        self._programs = found
        self._folder = folder
        self._synchronous = synchronous
        self.network = Network()
        self.passwords = {role: secrets.token_hex(12) for role in _ROLES}
        self.nodes = [
            Node(name, self.network.machine(at), folder / name, self.network) for at, name in enumerate(NODES, 1)
        ]
        self._places = ",".join(node.address for node in self.nodes)

    @property
    def address(self) -> str:
        """For the hub, as the recipe says it."""
        (told,) = commands(RECIPE, "hub --name")
        found = words(told, "--database")[0]
        places = {"10.0.0.": f"{self.network.numbers}.", "/etc/balai/": f"{self._folder}/"}
        return changed(found, places)

    def office(self, database: str = "postgres") -> str:
        """For whoever may do everything; on a machine of the district it is `runuser -u postgres`."""
        secret = f"user=postgres password={self.passwords['postgres']}"
        tls = f"sslmode=verify-full sslrootcert={self._folder}/db-ca.pem"
        return f"host={self._places} dbname={database} {secret} {tls} target_session_attrs=read-write"

    def reader(self, password: str) -> str:
        """For the reading side, as the recipe says it."""
        changes = {"10.0.0.": f"{self.network.numbers}.", "/etc/balai/db-ca-7308.pem": f"{self._folder}/db-ca.pem"}
        (told,) = re.findall(r"CONNECTION '(.*)'", shipped("subscription.sql", changes | {"CHANGE-ME-5": password}))
        return str(told)

    def keep_place(self) -> None:
        """Of the reading side, by the recipe's own command; ends once every machine keeps it."""
        (told,) = commands("Many districts", "patronictl")
        places = {"/etc/patroni/config.yml": str(self.nodes[0].folder / "patroni.yml"), "installer/hub": str(FILES)}
        _shell(self._folder, changed(told, places))
        self.until(60, lambda: all(self.slots().values()))

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
        self.start_etcd()
        for node in self.nodes:
            self.start_patroni(node)
        self.until(120, self.whole)
        self._make_database()

    def start_etcd(self) -> None:
        """On each machine, with its files; ends once all serve."""
        self._make_certificates()
        for node in self.nodes:
            self._install(node)
            self._start_etcd(node)
        for node in self.nodes:
            self.until(60, partial(self._has_etcd, node))

    def until(self, seconds: float, ready: Callable[[], bool]) -> None:
        """Wait for what the machines do; in vain, it tells what they did. A look may take seconds: they count too."""
        end = time.monotonic() + seconds
        tick = threading.Event()
        while not ready():
            if time.monotonic() > end:
                error = AssertionError(f"waited {seconds:g} s in vain")
                error.add_note(condition(self.nodes))
                raise error
            tick.wait(0.2)

    def switch_on(self, node: Node) -> None:
        """The machine has power again; Patroni's unit waits for etcd's."""
        self.network.plug(node.address)
        self._start_etcd(node)
        self.until(60, lambda: self._has_etcd(node))
        self.start_patroni(node)

    def _start_etcd(self, node: Node) -> None:
        changes = {
            "ETCD_NAME=satu": f"ETCD_NAME={node.name}",
            "_URLS=https://10.0.0.1:": f"_URLS=https://{node.address}:",
            "10.0.0.": f"{self.network.numbers}.",
            "/etc/etcd/": f"{node.folder}/",
            "/etc/balai/": f"{self._folder}/",
        }
        settings = shipped("etcd.env", changes)
        told = dict(line.split("=", 1) for line in settings.splitlines() if line.startswith("ETCD_"))
        node.spawn("etcd", {**told, "ETCD_DATA_DIR": str(node.folder / "etcd")}, "etcd", user=other_user())

    def _has_etcd(self, node: Node) -> bool:
        """Whether its own etcd serves, as a unit of type `notify` tells."""
        trust = self._trust()
        trust.load_cert_chain(node.folder / "server.pem", node.folder / "server.key")
        return _fetched(f"https://{node.address}:2379/health", trust).get("health") == "true"

    def start_patroni(self, node: Node) -> None:
        """As its unit does, also after it was killed."""
        node.spawn("patroni", {}, "patroni", str(node.folder / "patroni.yml"), user=other_user())

    def start_hub(self, node: Node) -> None:
        """As its unit does, behind HAProxy."""
        (keys, data), proxy = (self._folder / "keys", node.folder / "hub"), ("--proxy", self.network.here)
        command = [sys.executable, "-m", "app.hub", "--data", str(data), "--keys", str(keys), *proxy]
        node.spawn("hub", {}, *command, "--host", "0.0.0.0", "--port", "9443", "--workers", "2", cwd=ROOT)

    @contextmanager
    def district(self) -> Iterator[District]:
        """The folder of each hub, and the district that they all serve."""
        for node in self.nodes:
            found = open_district(node.folder / "hub", keys=self._folder / "keys", database=self.address)
            if node is not self.nodes[-1]:
                found.close()
        yield found
        found.close()

    @contextmanager
    def in_front(self) -> Iterator[str]:
        """HAProxy on this machine; where laptops call."""
        here = self.network.here
        changes = {":8443": f"{here}:8443", "127.0.0.1:5000": f"{here}:5000"}
        changes |= {"10.0.0.": f"{self.network.numbers}.", "/etc/balai/": f"{self._folder}/"}
        with haproxy(self._folder, shipped("haproxy.cfg", changes), f"{here}:8443"):
            yield f"https://{here}:8443"

    def primary(self) -> Node:
        """Whoever holds the leader's key."""
        return next(node for node in self.nodes if self.leads(node))

    def leads(self, node: Node) -> bool:
        """Whether that one does."""
        return self._asked(node, "patroni").get("role") in ("master", "primary")

    def lease(self) -> int:
        """Seconds for which a leader is believed that is not heard of, as this Patroni takes them."""
        found = self._asked(self.primary(), "config")["ttl"]
        assert isinstance(found, int)
        return found

    def _asked(self, node: Node, what: str) -> dict[str, object]:
        """What a Patroni says, empty where it says nothing."""
        return _fetched(f"https://{node.address}:8008/{what}", self._trust())

    def _trust(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self._folder / "db-ca.pem")

    def takes_writes(self) -> bool:
        """Whether somebody is the primary now."""
        try:
            with psycopg.connect(self.office(), connect_timeout=2) as connection:
                row = connection.execute("SELECT pg_is_in_recovery()").fetchone()
        except psycopg.Error:
            return False
        return row == (False,)

    def through_haproxy(self) -> str:
        """The address of the server to which it leads programs that cannot name three; empty where to none."""
        told = self.office().replace(self._places, f"{self.network.here} port=5000").replace("verify-full", "verify-ca")
        try:
            with psycopg.connect(told) as connection:
                row = connection.execute("SELECT host(inet_server_addr())").fetchone()
        except psycopg.Error:
            return ""
        return str(row[0]) if row else ""

    def whole(self) -> bool:
        """Whether two standbys stream from a primary; where that is wanted, Patroni has named one as the next."""
        streaming = sum(state == "streaming" for state, _ in self.standbys().values()) == len(self.nodes) - 1
        return streaming and (not self._synchronous or "sync_standby" in self._roles())

    def _roles(self) -> list[str]:
        found = next((told for node in self.nodes if (told := self._asked(node, "cluster").get("members"))), [])
        assert isinstance(found, list)
        return [one["role"] for one in found]

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
            node.vanish()
        self.network.close()

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
            "hosts: 10.0.0.1:2379,10.0.0.2:2379,10.0.0.3:2379": f"hosts: {self._own_first(node)}",
            "10.0.0.": f"{self.network.numbers}.",
            "10.9.0.": f"{self.network.numbers}.",
            "/etc/balai/": f"{self._folder}/",
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
        for path in (node.folder, *node.folder.iterdir()):
            shutil.chown(path, other_user())

    def _own_first(self, node: Node) -> str:
        others = [one.address for one in self.nodes if one is not node]
        return ",".join(f"{address}:2379" for address in (node.address, *others))

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


def _fetched(url: str, trust: ssl.SSLContext) -> dict[str, object]:
    try:
        with urllib.request.urlopen(url, timeout=2, context=trust) as answer:
            return dict(json.load(answer))
    except (URLError, OSError, ValueError):
        return {}


def _shell(folder: Path, script: str) -> None:
    subprocess.run(["sh", "-e", "-c", script], cwd=folder, check=True, capture_output=True)


@contextmanager
def machines(*, synchronous: bool) -> Iterator[Cluster]:
    """Three machines on which nothing runs yet; where something fails, what they did, and a folder with their logs."""
    folder = Path(tempfile.mkdtemp(prefix="balai-ha-"))
    folder.chmod(0o755)
    cluster = Cluster(folder, synchronous=synchronous)
    try:
        yield cluster
    except BaseException as error:  # pytest's end of patience too
        if not getattr(error, "__notes__", ()):
            error.add_note(condition(cluster.nodes))
        error.add_note(f"all logs: {kept(cluster.nodes)}")
        raise
    finally:
        cluster.stop()
        shutil.rmtree(folder)


@contextmanager
def running(*, synchronous: bool) -> Iterator[Cluster]:
    """A fresh cluster."""
    with machines(synchronous=synchronous) as cluster:
        cluster.start()
        yield cluster
