"""Many districts behind one address: HAProxy, by the shipped file, leads each laptop to its own by its name."""

from __future__ import annotations

import random
import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from app.hub.local import LocalHub
from tests.hub.front import haproxy, program
from tests.hub.recipe import ROOT, changed, commands, shipped
from tests.sync.laptop import Laptop

NUMBERS = ("7308", "7403")


@contextmanager
def routed(folder: Path, hubs: dict[str, LocalHub]) -> Iterator[str]:
    """The one address of them all."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        door = f"127.{random.randrange(1, 255)}.{random.randrange(1, 255)}.1:{free.getsockname()[1]}"
    table = folder / "districts.map"
    table.write_text("".join(f"{name(folder / number)} district_{number}\n" for number in hubs))
    places = {"10.8.0.1:8443": "7308", "10.8.1.1:8443": "7403"}
    changes = {place: hubs[number].url.rpartition("/")[2] for place, number in places.items()}
    changes |= {"bind :8443": f"bind {door}", "/etc/haproxy/districts.map": str(table)}
    with haproxy(folder, shipped("haproxy-districts.cfg", changes), door):
        yield f"https://{door}"


def name(folder: Path) -> str:
    """Of a district, as the recipe finds it."""
    (command,) = commands("Many districts", "openssl x509")
    told = subprocess.run(
        ["sh", "-c", changed(command, {"/etc/balai": str(folder)})], check=True, capture_output=True, text=True
    ).stdout
    (found,) = [line.partition("=")[2].strip() for line in told.splitlines() if "commonName" in line]
    return found


@pytest.fixture
def hubs(tmp_path: Path) -> Iterator[dict[str, LocalHub]]:
    """Two districts, with keys of their own."""
    with ExitStack() as open_:
        made = {}
        for number in NUMBERS:
            made[number] = LocalHub(tmp_path / number, tls=True)
            open_.callback(made[number].close)
            made[number].start()
        yield made


def test_each_laptop_reaches_its_own_district(tmp_path: Path, hubs: dict[str, LocalHub]) -> None:
    with routed(tmp_path, hubs) as address:
        for number, hub in hubs.items():
            laptop = Laptop.open(tmp_path / f"laptop-{number}")
            laptop.enrol(hub)
            laptop.visit("f-1")
            done = laptop.exchange(address)
            assert done.receipt
            laptop.close()


def test_who_names_no_district_is_sent_away(tmp_path: Path, hubs: dict[str, LocalHub]) -> None:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with routed(tmp_path, hubs) as address:
        host, _, port = address.rpartition("/")[2].partition(":")
        for named in ("balai.example", None):
            with socket.create_connection((host, int(port)), 10) as line, pytest.raises((ssl.SSLError, OSError)):
                context.wrap_socket(line, server_hostname=named)
        known = name(tmp_path / NUMBERS[0]).upper()
        with socket.create_connection((host, int(port)), 10) as line:
            context.wrap_socket(line, server_hostname=known).close()


def test_the_shipped_files_are_haproxy_s(tmp_path: Path) -> None:
    (tmp_path / "districts.map").write_text("one.example district_7308\n")
    authority, *_ = commands("Three machines", "openssl")
    subprocess.run(["sh", "-c", authority], cwd=tmp_path, check=True, capture_output=True)
    for file in sorted((ROOT / "installer" / "hub").glob("*.cfg")):
        told = file.read_text("utf-8").replace("/etc/haproxy", str(tmp_path)).replace("/etc/balai", str(tmp_path))
        (tmp_path / file.name).write_text(told)
        ran = subprocess.run([program(), "-c", "-f", tmp_path / file.name], capture_output=True, text=True)
        assert ran.returncode == 0, ran.stderr
        assert "WARNING" not in ran.stderr
