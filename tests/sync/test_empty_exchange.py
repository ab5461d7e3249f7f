"""What an exchange costs that has nothing to say: every laptop pays it every time."""

from __future__ import annotations

from pathlib import Path

from app.hub.local import LocalHub
from tests.benchmarks.village_line import Line, village_line
from tests.sync.laptop import Laptop


def test_an_exchange_that_has_nothing_to_say_stays_small_on_the_wire(tmp_path: Path) -> None:
    hub = LocalHub(tmp_path / "hub", tls=True)
    hub.start()
    laptop = Laptop.open(tmp_path / "laptop")
    laptop.enrol(hub)
    laptop.exchange()
    with village_line(int(hub.url.rpartition(":")[2]), Line(1e9, 0.0, 0.0)) as road:
        outcome = laptop.exchange(f"https://127.0.0.1:{road.port}")
        assert road.connections == 1
        assert 2_000 < road.passed < 2_500, "TLS, HTTP, request and answer"
    assert (outcome.sent_entries, outcome.received_entries) == (0, 0)
    laptop.close()
    hub.close()
