"""A line between laptop and hub that cuts: a small TCP relay on loopback."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator


class CuttingLine:
    """Relays connections to a hub; each lets through so many bytes up and down, then hangs up. Empty list: all."""

    def __init__(self, target_port: int) -> None:
        self._target = target_port
        self.cuts: list[tuple[int, int]] = []
        """For each coming connection: bytes that go up, bytes that come down; None left: no cut."""
        self.passed_up = 0
        self._door = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Take no more connections."""
        with contextlib.suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits there
        self._door.close()
        self._thread.join(5)

    def _serve(self) -> None:
        while True:
            try:
                near, _ = self._door.accept()
            except OSError:
                return
            up, down = self.cuts.pop(0) if self.cuts else (-1, -1)
            far = socket.create_connection(("127.0.0.1", self._target))
            pair = (near, far)
            threads = [
                threading.Thread(target=self._pump, args=(near, far, up, pair, True), daemon=True),
                threading.Thread(target=self._pump, args=(far, near, down, pair, False), daemon=True),
            ]
            for thread in threads:
                thread.start()

    def _pump(
        self, source: socket.socket, target: socket.socket, most: int, pair: tuple[socket.socket, ...], up: bool
    ) -> None:
        passed = 0
        with contextlib.suppress(OSError):
            while most < 0 or passed < most:
                piece = source.recv(4096 if most < 0 else min(4096, most - passed))
                if not piece:
                    break
                target.sendall(piece)
                passed += len(piece)
                if up:
                    self.passed_up += len(piece)
        for one in pair:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()


@contextlib.contextmanager
def cutting_line(url: str) -> Iterator[CuttingLine]:
    """A line to the hub at `url`."""
    line = CuttingLine(int(url.rpartition(":")[2]))
    try:
        yield line
    finally:
        line.close()
