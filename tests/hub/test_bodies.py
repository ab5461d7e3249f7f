"""How much the hub takes, from whom, and where it lies meanwhile: over a real socket, byte by byte."""

from __future__ import annotations

import http.client
import json
import socket
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from app.domain.photo_name import LARGEST_PHOTO
from app.domain.roster import Roster
from app.hub.accounts import set_password
from app.hub.bodies import LARGEST_FORM
from app.hub.district import open_district
from app.hub.local import LocalHub
from app.hub.pages.frame import COOKIE
from app.hub.roles import ADMIN, VERIFIER
from app.hub.server import application
from app.hub.upload import LARGEST_BODY, LARGEST_BUNDLES_BODY, LARGEST_LIST
from app.hub.verifiers import sign_in, signed_in
from app.wire.enrol import LARGEST as LARGEST_ENROL
from app.wire.exchange import LARGEST_OF_A_STRANGER
from tests.hub.browsing import PASSWORD
from tests.hub.conftest import read_list
from tests.machine import open_to_others
from tests.sync.laptop import VILLAGE

LIMITS = [
    ("POST", "/masuk", LARGEST_FORM, "Yang dikirim terlalu besar"),
    ("POST", "/akun/sandi", LARGEST_FORM, "Yang dikirim terlalu besar"),
    ("POST", f"/usulan/{VILLAGE}/a.1/3", LARGEST_FORM, "Yang dikirim terlalu besar"),
    ("POST", "/daftar", LARGEST_BODY, "lebih besar dari 60 MB"),
    ("POST", "/stik", LARGEST_BUNDLES_BODY, "Bundel ini terlalu besar"),
    ("POST", "/v1/exchange", LARGEST_OF_A_STRANGER, "body_too_large"),
    ("POST", "/v1/enrol", LARGEST_ENROL, "body_too_large"),
    ("PUT", f"/v1/blobs/{'a' * 40}?o=0", LARGEST_PHOTO, "blob_too_large"),
    ("GET", "/healthz", LARGEST_FORM, "body_too_large"),
]
COUNTED = [one for one in LIMITS if one[1] not in ("/healthz", "/daftar", "/stik") and one[0] != "PUT"]
"""Those that take a body from anybody; the others ask first who sends it, or read none."""
MULTIPART = {"Content-Type": "multipart/form-data; boundary=batas"}


@contextmanager
def line(hub: LocalHub) -> Iterator[http.client.HTTPConnection]:
    """A connection of its own."""
    host, _, port = hub.url.removeprefix("http://").partition(":")
    found = http.client.HTTPConnection(host, int(port), timeout=60)
    try:
        yield found
    finally:
        found.close()


def session(hub: LocalHub) -> tuple[str, str]:
    """Somebody's session, and the token of its forms."""
    token = sign_in(hub.district, "rahma", PASSWORD, "here")
    who = signed_in(hub.district, token)
    assert who is not None
    return token, who.csrf


def left(hub: LocalHub) -> list[str]:
    """What lies in the folder for uploads."""
    return [path.name for path in hub.district.incoming.iterdir()]


def form(csrf: str, content: bytes, name: str = "daftar.csv", month: str = "2026-12") -> bytes:
    """The form as a browser sends it, its end included."""
    fields = {"csrf": csrf, "village": VILLAGE, "month": month}
    parts = [
        f'--batas\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{text}\r\n' for key, text in fields.items()
    ]
    head = f'--batas\r\nContent-Disposition: form-data; name="list_file"; filename="{name}"\r\n\r\n'
    return "".join([*parts, head]).encode() + content + b"\r\n--batas--\r\n"


def post(hub: LocalHub, token: str, body: bytes | Iterable[bytes]) -> requests.Response:
    """Send the form with this session."""
    headers = MULTIPART | {"Cookie": f"{COOKIE}={token}"}
    return requests.post(f"{hub.url}/daftar", data=body, headers=headers, timeout=60, allow_redirects=False)


@pytest.mark.parametrize(("method", "path", "most", "said"), LIMITS)
def test_a_body_that_announces_too_much_is_refused_unread(
    district: LocalHub, method: str, path: str, most: int, said: str
) -> None:
    with line(district) as one:
        one.putrequest(method, path)
        one.putheader("Content-Length", str(most + 1))
        one.endheaders()  # not a byte of the body is sent: the answer comes all the same
        answer = one.getresponse()
        assert answer.status == 413
        assert said in answer.read().decode()
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(("method", "path", "most", "said"), COUNTED)
def test_a_body_that_announces_nothing_is_counted(
    district: LocalHub, method: str, path: str, most: int, said: str
) -> None:
    piece = b"x" * min(most, 64 << 10)
    pieces = [piece] * (most // len(piece)) + [b"x"]
    with requests.Session() as anybody:
        anybody.trust_env = False
        answer = anybody.request(
            method,
            district.url + path,
            data=iter(pieces),
            headers={"Content-Type": "application/x-www-form-urlencoded"},
            timeout=60,
        )
    assert answer.status_code == 413
    assert said in answer.text


def test_machines_get_a_code_with_the_facts(district: LocalHub) -> None:
    answer = requests.post(f"{district.url}/v1/enrol", data=bytes(LARGEST_ENROL + 1), timeout=60)
    assert json.loads(answer.text) == {
        "code": "body_too_large",
        "facts": {"size": LARGEST_ENROL + 1, "largest": LARGEST_ENROL},
    }


def test_a_form_as_large_as_it_may_be_passes(district: LocalHub) -> None:
    body = b"login=rahma&password=" + b"x" * (LARGEST_FORM - 21)
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = requests.post(f"{district.url}/masuk", data=body, headers=headers, timeout=60)
    assert (answer.status_code, "tidak cocok" in answer.text) == (403, True)


def test_a_list_is_not_taken_from_a_stranger(district: LocalHub) -> None:
    with line(district) as one:
        one.putrequest("POST", "/daftar")
        one.putheader("Content-Type", MULTIPART["Content-Type"])
        one.putheader("Content-Length", str(LARGEST_LIST))
        one.endheaders()  # the answer does not wait for the list
        answer = one.getresponse()
        assert (answer.status, answer.headers["location"].partition("?")[0]) == (303, "/masuk")
    assert left(district) == []


def test_a_stranger_s_endless_list_is_led_to_the_door(district: LocalHub) -> None:
    answer = post(district, "00" * 32, (b"x" * 65_536 for _ in range(40)))
    assert (answer.status_code, answer.headers["location"].partition("?")[0]) == (303, "/masuk")
    assert left(district) == []


def test_a_form_of_another_page_is_refused_before_its_file_is_kept(district: LocalHub) -> None:
    token, _ = session(district)
    district.district.incoming.rmdir()  # nothing could be kept
    answer = post(district, token, form("x", b"7"))
    assert answer.status_code == 422
    assert "terlalu lama terbuka" in answer.text


def test_a_list_that_turns_out_too_large_leaves_nothing(district: LocalHub) -> None:
    token, csrf = session(district)
    whole = form(csrf, b"")
    end = len(b"\r\n--batas--\r\n")

    def pieces() -> Iterator[bytes]:
        yield whole[:-end]
        for _ in range((LARGEST_LIST >> 20) + 1):
            yield b"7" * (1 << 20)
        yield whole[-end:]

    answer = post(district, token, pieces())
    assert answer.status_code == 413
    assert "lebih besar dari 60 MB" in answer.text
    assert left(district) == []


def test_an_upload_that_is_cut_off_leaves_nothing(
    district: LocalHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"  # the system's own is everybody's: other programs come and go there
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    token, csrf = session(district)
    body = form(csrf, b"7" * 300_000)
    host, _, port = district.url.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), 30) as one:
        head = f"POST /daftar HTTP/1.1\r\nHost: x\r\nCookie: {COOKIE}={token}\r\nContent-Length: {len(body)}\r\n"
        one.sendall(f"{head}Content-Type: {MULTIPART['Content-Type']}\r\n\r\n".encode() + body[:200_000])
        wait_for(lambda: left(district) != [])
        (path,) = district.district.incoming.iterdir()
        assert (open_to_others(path), open_to_others(path.parent)) == (0, 0)
    wait_for(lambda: left(district) == [])
    assert list(temporary.iterdir()) == []


def test_a_form_without_its_end_changes_nothing(district: LocalHub) -> None:
    token, csrf = session(district)
    for body in (form(csrf, b"7")[:-9], b"", b"--other\r\n", form(csrf, b"7").replace(b"2026-12", b"2" * 5_000)):
        answer = post(district, token, body)
        assert answer.status_code == 422
        assert "tidak sampai dengan utuh" in answer.text
    assert left(district) == []


def test_a_list_lies_in_the_hub_s_own_folder_while_it_is_read(tmp_path: Path) -> None:
    seen: list[Path] = []

    def read(path: Path) -> Roster:
        seen.append(path)
        return read_list(path)

    hub = LocalHub(tmp_path / "hub", read_list=read)
    hub.start()
    set_password(hub.district, "rahma", "Rahma Verifikator", PASSWORD, [VERIFIER, ADMIN])
    token, csrf = session(hub)
    answer = post(hub, token, form(csrf, b"7", r"C:\Daftar\..\Desa Bonto.CSV"))
    assert "7 keluarga" in answer.text
    (path,) = seen
    assert (path.parent, path.suffix) == (hub.district.incoming, ".csv")
    assert left(hub) == []
    hub.close()


def test_what_an_earlier_run_left_is_gone_before_anything_is_served(tmp_path: Path) -> None:
    district = open_district(tmp_path / "hub")
    district.incoming.mkdir()
    (district.incoming / "half.xlsx").write_bytes(b"names and numbers")
    application(district)
    assert list(district.incoming.iterdir()) == []
    district.close()


def wait_for(ready: Callable[[], bool]) -> None:
    """Until `ready()`; the hub works in another thread."""
    tick = threading.Event()
    for _ in range(6_000):
        if ready():
            return
        tick.wait(0.01)
    raise AssertionError("waited in vain")
