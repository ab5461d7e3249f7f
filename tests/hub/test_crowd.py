"""Many callers at once, and callers who say nothing."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

import pytest
import requests

from app.domain.errors import Refused
from app.hub import patience, server
from app.hub.accounts import TURN
from app.hub.enrol import make_code, serve_enrol
from app.hub.limits import FREE_TRIES
from app.hub.local import LocalHub
from app.hub.verifiers import MOST_AT_THE_DOOR
from app.wire.enrol import EnrolRequest, prove
from tests.hub.browsing import stop_waits
from tests.sync.laptop import VILLAGE, Laptop

MANY = 260


@pytest.fixture
def impatient(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHub]:
    """A hub that waits for words for two seconds: less, and on a busy machine it hangs up on whoever does speak."""
    monkeypatch.setattr(patience, "PATIENCE_SECONDS", 2.0)
    hub = LocalHub(tmp_path / "hub")
    hub.start()
    yield hub
    hub.close()


def silent(hub: LocalHub, stack: ExitStack) -> socket.socket:
    """Somebody who comes and says nothing."""
    return stack.enter_context(socket.create_connection(("127.0.0.1", int(hub.url.rpartition(":")[2]))))


def hung_up(line: socket.socket) -> bool:
    """Whether the hub closed the line; waits for it."""
    line.settimeout(60)
    try:
        while line.recv(1 << 16):
            pass
    except TimeoutError:
        return False
    except ConnectionError:
        pass
    return True


def test_people_who_say_nothing_keep_nobody_out_and_are_hung_up_on(
    district: LocalHub, laptop: Laptop, impatient: LocalHub
) -> None:
    with ExitStack() as stack:
        for _ in range(MANY):
            silent(district, stack)
        laptop.visit("f-1")
        assert laptop.exchange(district.url).receipt
    with ExitStack() as stack:
        mute, slow, again = (silent(impatient, stack) for _ in range(3))
        slow.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-")
        again.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b"200" in again.recv(1 << 16)
        again.sendall(b"GET /hea")
        assert all(map(hung_up, (mute, slow, again)))


def test_a_call_beyond_those_at_work_is_asked_to_come_again(
    district: LocalHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "MOST_AT_ONCE", 1)
    with socket.create_connection(("127.0.0.1", int(district.url.rpartition(":")[2]))) as slow:
        slow.sendall(b"POST /v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n")
        answers = [requests.get(f"{district.url}/healthz", timeout=60) for _ in range(20)]
    busy = [answer for answer in answers if answer.status_code == 503]
    assert busy
    assert busy[0].json()["code"] == "hub_busy"


def test_who_comes_through_our_own_proxy_is_not_stopped_for_another_s_guesses(district: LocalHub) -> None:
    def guess(address: str) -> str:
        code = make_code(district.district, VILLAGE, "", "operator", "Siti")
        wrong = EnrolRequest(code.id, "d-x", "Laptop", bytes(32), bytes(32), "p-x", bytes(32), "", bytes(16))
        with pytest.raises(Refused) as refused:
            serve_enrol(district.district, prove(wrong, bytes(32)), address)
        return refused.value.code

    stop_waits(district.district)
    district.district.limits.proxies = frozenset({"10.0.0.1"})
    assert "too_many_tries" not in [guess("10.0.0.1") for _ in range(FREE_TRIES + 2)]
    assert [guess("10.0.0.2") for _ in range(FREE_TRIES + 2)][-1] == "too_many_tries"


def test_many_at_the_door_keep_no_laptop_waiting(district: LocalHub) -> None:
    """While one password is weighed, the others of a crowd are not kept: they held every hand of the process."""
    many = 60

    def knock(number: int) -> int:
        said = {"login": f"orang-{number}", "password": "salah", "kembali": "/desa"}
        return requests.post(f"{district.url}/masuk", said, timeout=120).status_code

    with ThreadPoolExecutor(many) as crowd:
        with TURN:
            knocks = [crowd.submit(knock, number) for number in range(many)]
            sent_away = list(islice(as_completed(knocks), many - MOST_AT_THE_DOOR))
            assert {one.result() for one in sent_away} == {503}
            assert requests.get(f"{district.url}/healthz", timeout=60).status_code == 200
        assert {one.result() for one in knocks} - {503} <= {403, 429}
