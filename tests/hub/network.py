"""A network of machines that are namespaces of this one's kernel: a machine can vanish without a word, as real ones do.

Processes that are killed hang up; a machine without power does not, and whoever waits for it waits until a clock of his
own runs out. On loopback addresses no test would see that.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.machine import lacks


class Network:
    """One switch, this machine behind it, and as many others as are wanted."""

    def __init__(self) -> None:
        if os.geteuid() != 0 or any(shutil.which(one) is None for one in ("ip", "nsenter")):
            lacks("needs root, iproute2 and util-linux: each machine is a network namespace")
        self.numbers = _free()
        self.here = f"{self.numbers}.254"
        self._name = "bl" + self.numbers.partition(".")[2].replace(".", "x")
        self._machines: list[str] = []
        _ip("link", "add", self._name, "type", "bridge")
        _ip("address", "add", f"{self.here}/24", "dev", self._name)
        _ip("link", "set", self._name, "up")

    def machine(self, number: int) -> str:
        """A new one; its address."""
        name, address = f"{self._name}n{number}", f"{self.numbers}.{number}"
        _ip("netns", "add", name)
        self._machines.append(name)
        _ip("link", "add", name, "type", "veth", "peer", "name", "eth0", "netns", name)
        _ip("link", "set", name, "master", self._name, "up")
        _ip("-n", name, "address", "add", f"{address}/24", "dev", "eth0")
        _ip("-n", name, "link", "set", "lo", "up")
        _ip("-n", name, "link", "set", "eth0", "up")
        return address

    def within(self, address: str) -> Sequence[str]:
        """What a command begins with that runs on the machine."""
        return ("nsenter", f"--net=/run/netns/{self._of(address)}")

    def unplug(self, address: str) -> None:
        """Nothing reaches the machine any more, nothing comes from it, and nobody is told."""
        _ip("link", "set", self._of(address), "down")

    def plug(self, address: str) -> None:
        """The line is back."""
        _ip("link", "set", self._of(address), "up")

    def close(self) -> None:
        """The kernel forgets it."""
        for name in self._machines:
            _ip("link", "delete", name)
            _ip("netns", "delete", name)
        _ip("link", "delete", self._name)

    def _of(self, address: str) -> str:
        return f"{self._name}n{address.rpartition('.')[2]}"


def _free() -> str:
    """Three numbers that this machine has no way to."""
    known = Path("/proc/net/fib_trie").read_text()
    while True:
        numbers = f"10.{random.randrange(64, 255)}.{random.randrange(1, 255)}"
        if f"{numbers}." not in known:
            return numbers


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)
