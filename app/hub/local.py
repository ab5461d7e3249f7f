"""A hub inside this very process, on a loopback port: for the practice village, the tour and tests."""

from __future__ import annotations

import threading
from pathlib import Path

from app.domain.errors import Unavailable
from app.hub.district import District, open_district, wall_ms
from app.hub.publish import ReadList
from app.hub.server import application, listen, server


class LocalHub:
    """Start, use at `url`, stop; what it holds lasts in its folder."""

    def __init__(
        self,
        folder: Path,
        *,
        name: str = "Kabupaten Latihan",
        read_list: ReadList | None = None,
        tls: bool = False,
        port: int = 0,
        district: District | None = None,
        database: str = "",
    ) -> None:
        self.district = district or open_district(folder, name, now_ms=wall_ms, database=database)
        self._read_list = read_list
        self._tls = tls
        self._port = port
        self._thread: threading.Thread | None = None
        self.url = ""

    def start(self) -> str:
        """Serve in a thread of its own; gives the address."""
        app = application(self.district, self._read_list, secure=self._tls)
        try:
            door = listen("127.0.0.1", self._port)
        except OSError as error:
            raise Unavailable("hub_port_taken", port=self._port) from error
        self._port = int(door.getsockname()[1])
        self._server = server(app, self.district, tls=self._tls)
        self._thread = threading.Thread(target=self._server.run, args=([door],), name="balai-hub", daemon=True)
        self._thread.start()
        self.url = f"{'https' if self._tls else 'http'}://127.0.0.1:{self._port}"
        return self.url

    def stop(self) -> None:
        """Answer what is under way, then end; the same port serves again after another `start`."""
        if self._thread is not None:
            self._server.should_exit = True
            self._thread.join(10)
            self._thread = None

    def close(self) -> None:
        """Stop and let go of the database."""
        self.stop()
        self.district.close()
