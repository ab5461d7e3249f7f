"""One of the three machines: its programs, and the ways in which they die."""

from __future__ import annotations

import contextlib
import os
import pwd
import signal
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.hub.network import Network


@dataclass
class Node:
    """One machine: etcd, Patroni, the server that it minds, and a hub."""

    name: str
    address: str
    folder: Path
    network: Network
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def data(self) -> Path:
        """The server's folder."""
        return self.folder / "data"

    @property
    def log(self) -> str:
        """All that Patroni and the server said."""
        return (self.folder / "patroni.log").read_text("utf-8", "replace")

    def spawn(
        self, name: str, settings: Mapping[str, str], *command: str, user: str = "", cwd: Path | None = None
    ) -> None:
        """On the machine, as that user (else as root), its words in a file."""
        known = pwd.getpwnam(user) if user else None
        rights = (f"--setuid={known.pw_uid}", f"--setgid={known.pw_gid}") if known else ()
        with (self.folder / f"{name}.log").open("ab") as log:
            self.processes[name] = subprocess.Popen(
                [*self.network.within(self.address), *rights, *command],
                cwd=cwd or self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**os.environ, **settings, "HOME": str(self.folder)},
            )

    def vanish(self) -> None:
        """As if somebody pulled the plug: every process at once, and nobody hears a word of it."""
        self.network.unplug(self.address)
        self.kill(*self.processes)

    def kill(self, *names: str) -> None:
        """These programs with all that they started; the server is Patroni's."""
        first = [self.processes[name].pid for name in names]
        server = self._server() if "patroni" in names else []
        _kill([*first, *(below for one in first for below in _below(one)), *server])
        for name in names:
            self.processes.pop(name).wait()

    def kill_server(self) -> None:
        """Its first process alone; the others see it and end."""
        _kill(self._server()[:1])

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


def _kill(numbers: Sequence[int]) -> None:
    for number in numbers:
        with contextlib.suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)


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
