"""Which wheel of each locked package a laptop would get: asked of the package index, and written down for a test.

python scripts/wheels.py        asks again, after the lock was made anew (some minutes; with a network)

A laptop in a village office is set up from wheels alone. The table requirements.wheels.tsv says for CPython 3.11 to
3.13 on Windows and on Linux which file that is, so that tests/house/test_wheels.py can hold the lock to it offline.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.markers import Marker

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
TABLE = ROOT / "requirements.wheels.tsv"

PYTHONS = ("3.11", "3.12", "3.13")
PLATFORMS = {
    "win_amd64": ("win_amd64",),
    # Debian 12 has glibc 2.36: every wheel for it or for an older one runs there, the newest first.
    "manylinux": (
        *(f"manylinux_2_{minor}_x86_64" for minor in range(36, 4, -1)),
        *("manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"),
    ),
}
"""Kind of machine -> the platform tags that it takes."""

_PIN = re.compile(r"^(?P<name>[A-Za-z0-9._\[\],-]+)==(?P<version>[^ ;\\]+)(?: ; (?P<marker>[^\\]+))?")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True)
class Pin:
    """One package of the lock."""

    name: str
    version: str
    targets: tuple[str, ...]
    """The Pythons and machines that it is for (``3.11/win_amd64``)."""
    hashes: frozenset[str]


@dataclass(frozen=True, order=True)
class Wheel:
    """One file, and which Pythons on which machines get it (``3.11/win_amd64``)."""

    name: str
    version: str
    file: str
    sha256: str
    targets: tuple[str, ...]


def pins(lock: str) -> tuple[Pin, ...]:
    """The packages of a lock's text."""
    found = []
    for block in re.split(r"\n(?=[A-Za-z0-9])", lock):
        head = _PIN.match(block)
        if head is None:
            continue
        name = re.sub(r"[-_.]+", "-", head["name"].partition("[")[0]).lower()
        found.append(Pin(name, head["version"], _targets(head["marker"]), frozenset(_HASH.findall(block))))
    return tuple(found)


def read_table(text: str) -> tuple[Wheel, ...]:
    """The rows of the table."""
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(
        Wheel(name, version, file, sha256, tuple(targets.split())) for name, version, file, sha256, targets in rows
    )


def _targets(marker: str | None) -> tuple[str, ...]:
    every = tuple(f"{python}/{platform}" for platform in PLATFORMS for python in PYTHONS)
    return tuple(one for one in every if marker is None or Marker(marker.strip()).evaluate(_world(one)))


def _world(target: str) -> dict[str, str]:
    """What a marker is told of a target."""
    python, platform = target.split("/")
    windows = platform == "win_amd64"
    return {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "os_name": "nt" if windows else "posix",
        "sys_platform": "win32" if windows else "linux",
        "platform_system": "Windows" if windows else "Linux",
        "platform_machine": "AMD64" if windows else "x86_64",
    }


def _asked(wanted: tuple[Pin, ...]) -> Iterator[Wheel]:
    """What pip would take, target by target. Nothing is installed."""
    for platform, tags in PLATFORMS.items():
        for python in PYTHONS:
            here = [pin for pin in wanted if f"{python}/{platform}" in pin.targets]
            print(f"CPython {python} on {platform} ...", flush=True)
            for item in _report(here, python, tags):
                url, sha256 = item["download_info"]["url"], item["download_info"]["archive_info"]["hashes"]["sha256"]
                name = re.sub(r"[-_.]+", "-", item["metadata"]["name"]).lower()
                yield Wheel(name, item["metadata"]["version"], url.rsplit("/", 1)[1], sha256, (f"{python}/{platform}",))


def _report(wanted: list[Pin], python: str, tags: tuple[str, ...]) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "wanted.txt"
        # Without hashes, so that the index is asked for its metadata only; the test holds them against the lock.
        listed.write_text("".join(f"{pin.name}=={pin.version}\n" for pin in wanted))
        command = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--no-deps", "--quiet"]
        command += ["--only-binary=:all:", "--target", folder, "--python-version", python, "--implementation", "cp"]
        command += [word for tag in tags for word in ("--platform", tag)]
        done = subprocess.run(
            [*command, "--report", "-", "-r", str(listed)], check=True, capture_output=True, text=True
        )
        found: list[dict[str, Any]] = json.loads(done.stdout)["install"]
        return found


def main() -> None:
    """Ask, and write the table."""
    merged: dict[tuple[str, str, str, str], list[str]] = {}
    for one in _asked(pins(LOCK.read_text())):
        merged.setdefault((one.name, one.version, one.file, one.sha256), []).extend(one.targets)
    lines = ["# made by scripts/wheels.py: package, version, wheel, its SHA-256, the Pythons and machines that get it"]
    lines += ["\t".join((*key, " ".join(sorted(targets)))) for key, targets in sorted(merged.items())]
    TABLE.write_text("\n".join(lines) + "\n")
    print(f"{len(lines) - 1} wheels in {TABLE.name}")


if __name__ == "__main__":
    main()
