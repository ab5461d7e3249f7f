"""Several processes that answer at one door, so that a hub uses every core of its machine."""

from __future__ import annotations

import logging
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from types import FrameType

_log = logging.getLogger("balai.hub")

READY = "ready"
"""What a worker says once it serves. One that ends before would end again: the whole hub ends then, and says so."""


class Workers:
    """Starts workers, starts another in place of one that died, and ends all of them together.

    They end by themselves should this process be killed: each reads a pipe that closes with it.
    """

    def __init__(self, door: socket.socket, arguments: Sequence[str]) -> None:
        door.set_inheritable(True)
        self._door = door
        self._command = [sys.executable, "-m", "app.hub", "--door", str(door.fileno()), "--until-stdin-closes"]
        self._command += arguments
        self._running: dict[subprocess.Popen[str], bool] = {}
        """Whether it was ready."""
        self._changed = threading.Condition()
        self._stopping = False

    def run(self, count: int, announce: Callable[[], None]) -> int:
        """Until `stop` or a signal; 0 where it was asked to end. `announce` is called once all are ready."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._signalled)
        for _ in range(count):
            self._start()
        failed = announced = False
        with self._changed:
            while not self._stopping and not failed:
                self._changed.wait()
                failed = self._replace_the_dead()
                if not announced and all(self._running.values()):
                    announced = True
                    announce()
        for worker in self._running:
            worker.terminate()
        for worker in self._running:
            worker.wait()
            for pipe in (worker.stdin, worker.stdout):
                if pipe is not None:
                    pipe.close()
        return 1 if failed else 0

    def stop(self) -> None:
        """Let `run` end; from any thread."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()

    def _signalled(self, _number: int, _frame: FrameType | None) -> None:
        threading.Thread(target=self.stop).start()  # a handler may not wait for a lock that its own thread holds

    def _start(self) -> None:
        worker = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, pass_fds=[self._door.fileno()]
        )
        self._running[worker] = False
        threading.Thread(target=self._watch, args=(worker,), daemon=True).start()

    def _watch(self, worker: subprocess.Popen[str]) -> None:
        assert worker.stdout is not None
        for line in worker.stdout:
            with self._changed:
                self._running[worker] = line.strip() == READY
                self._changed.notify_all()
        worker.wait()
        with self._changed:
            self._changed.notify_all()

    def _replace_the_dead(self) -> bool:
        """Whether one never was ready, as another would not be either."""
        for worker, ready in list(self._running.items()):
            if worker.poll() is not None and not self._stopping:
                del self._running[worker]
                _log.error("a worker ended with %s", worker.returncode)
                if not ready:
                    return True
                self._start()
        return False
