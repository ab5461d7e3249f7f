"""What the district's pages cost among few villages and among many (`python -m tests.benchmarks.hub_pages`).

Every page is fetched from a hub that serves, as a browser fetches it; the rows are written past the hub.
"""

from __future__ import annotations

import argparse
import http.client
import os
import sys
import time
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from app.hub.accounts import set_password
from app.hub.local import LocalHub
from app.hub.roles import ADMIN, VERIFIER
from tests.benchmarks.figures import Figure, table
from tests.benchmarks.hub import stores
from tests.benchmarks.village_rows import FIRST, Size, fill
from tests.postgres import POSTGRESQL, SQLITE

FEW, MANY = 30, 300
SIZE: Final = Size(entries=3_000, families=500, proposals=40, laptops=3, aside=True)
GOAL_RATIO = 2.0
"""Ten times the villages may cost so many times as much: pages hold more rows until they are full."""
TIMES = 5
PAGES: Final = {
    "queue": "/",
    "villages": "/desa",
    "a village": "/desa/{code}",
    "its families": "/desa/{code}/keluarga",
    "laptops": "/laptop",
    "a laptop": "/laptop/{code}/d{code}",
    "sticks": "/stik",
    "lists": "/daftar",
}


class Browser:
    """Signed in; keeps one line open."""

    def __init__(self, url: str, password: str) -> None:
        self._line = http.client.HTTPConnection(url.removeprefix("http://"))
        form = urlencode({"login": "admin", "password": password})
        self._line.request("POST", "/masuk", form, {"Content-Type": "application/x-www-form-urlencoded"})
        answer = self._line.getresponse()
        answer.read()
        self._cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]

    def milliseconds(self, path: str) -> float:
        """Of one page, the best of a few."""
        spent = []
        for _ in range(TIMES):
            start = time.perf_counter()
            self._line.request("GET", path, headers={"Cookie": self._cookie})
            answer = self._line.getresponse()
            answer.read()
            spent.append(1000 * (time.perf_counter() - start))
            if answer.status != 200:
                raise SystemExit(f"{path}: {answer.status}")
        return min(spent)


def costs(folder: Path, database: str, villages: int) -> dict[str, float]:
    """Page -> milliseconds among so many villages."""
    hub = LocalHub(folder, database=database)
    hub.start()
    try:
        password = "kata sandi latihan"
        set_password(hub.district, "admin", "Admin", password, [VERIFIER, ADMIN])
        fill(hub.district, villages, SIZE)
        browser = Browser(hub.url, password)
        return {name: browser.milliseconds(path.format(code=FIRST)) for name, path in PAGES.items()}
    finally:
        hub.close()


def main() -> int:
    """Print the table; fail where a page grows with the villages."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.hub_pages")
    parser.add_argument("stores", nargs="*", choices=[SQLITE, POSTGRESQL, []], help="only these (both otherwise)")
    chosen = parser.parse_args()
    figures = [Figure("this machine: load, before the run", os.getloadavg()[0], "")]
    for kind in chosen.stores or (SQLITE, POSTGRESQL):
        with stores([kind, kind]) as found:
            few, many = (
                costs(folder, database, villages)
                for villages, (_, folder, database, _) in zip((FEW, MANY), found, strict=True)
            )
        figures += [
            Figure(
                f"{kind}: {name}, {MANY} villages", many[name], "ms", None, f"{FEW}", few[name], goal_ratio=GOAL_RATIO
            )
            for name in PAGES
        ]
    figures.append(Figure("this machine: load, behind the run", os.getloadavg()[0], ""))
    print(table(figures))
    return 1 if any(figure.met is False for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
