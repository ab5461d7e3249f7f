"""What a cluster of three machines was doing: for whoever reads why a wait was in vain."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.hub.node import Node

PATIENCE = 20
"""Seconds for `patronictl`: with a machine cut off it asks one etcd after the other."""

LINES = {"patroni": 40, "etcd": 15, "hub": 5}
_DULL = ("no action", "Lock owner:", "Loop time exceeded", "Traceback (most recent call last)")
"""What Patroni says every second, and what stands between its errors."""


def condition(nodes: Sequence[Node]) -> str:
    """`patronictl list`, which programs still run on each machine, and the last lines of their logs."""
    return "\n".join((_listed(nodes), *(_of(node) for node in nodes)))


def kept(nodes: Sequence[Node]) -> Path:
    """A folder with all logs, which outlives the cluster."""
    folder = Path(tempfile.mkdtemp(prefix="balai-ha-failed-"))
    for node in nodes:
        for log in node.folder.glob("*.log"):
            shutil.copyfile(log, folder / f"{node.name}-{log.name}")
    return folder


def _listed(nodes: Sequence[Node]) -> str:
    """As one of the machines answers; each asks its own etcd first."""
    said = ""
    for node in nodes:
        said += f"\npatronictl list, of {node.name}:\n"
        try:
            ran = subprocess.run(
                ["patronictl", "-c", node.folder / "patroni.yml", "list"],
                capture_output=True,
                text=True,
                timeout=PATIENCE,
                cwd=node.folder,
            )
        except (subprocess.TimeoutExpired, OSError) as error:
            said += f"{error}\n"
            continue
        said += ran.stdout or ran.stderr
        if ran.returncode == 0 and ran.stdout:
            break
    return said


def _of(node: Node) -> str:
    runs = [
        f"{name} {'runs' if one.poll() is None else f'ended ({one.returncode})'}"
        for name, one in node.processes.items()
    ]
    told = [f"\n=== {node.name} ({node.address}): {', '.join(runs) or 'nothing runs'}"]
    for name, number in LINES.items():
        log = node.folder / f"{name}.log"
        if log.exists():
            told += [f"--- {name}.log", *_last(log.read_text("utf-8", "replace"), number)]
    return "\n".join(told)


def _last(text: str, number: int) -> list[str]:
    """The last lines that say something, each cut where it becomes long."""
    lines = [one[:240] for one in text.splitlines() if one[:1].strip() and not any(dull in one for dull in _DULL)]
    return lines[-number:]
