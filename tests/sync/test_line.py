"""Addresses that people type, and answers that are no hub's."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from app.domain.errors import Refused, Unavailable
from app.sync.line import HttpLine, check_address


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("balai.kab.go.id", "https://balai.kab.go.id"),
        (" https://10.0.0.5:8443/ ", "https://10.0.0.5:8443"),
        ("http://127.0.0.1:9000", "http://127.0.0.1:9000"),
        ("[fe80::1]:8443", "https://[fe80::1]:8443"),
    ],
)
def test_an_address_is_kept_in_one_form(typed: str, kept: str) -> None:
    assert check_address(typed) == kept


@pytest.mark.parametrize(
    "typed", ["", "http://balai.kab.go.id", "ftp://a", "https://a/b", "https://u@a", "https://a:99999", "a b"]
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="hub_address_wrong"):
        check_address(typed)


class _Portal(BaseHTTPRequestHandler):
    """Answers as a Wi-Fi's sign-in page, a broken server or a busy one would."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Each path another answer."""
        self.rfile.read(int(self.headers["Content-Length"]))
        status, body = {
            "/portal": (302, b""),
            "/page": (404, b"<html>Not found</html>"),
            "/broken": (500, b"oops"),
            "/busy": (503, b'{"code": "hub_busy", "facts": {}}'),
            "/wait": (429, b'{"code": "too_many_tries", "facts": {"wait_seconds": 7}}'),
            "/known": (422, b'{"code": "exchange_malformed", "facts": {}}'),
            "/words": (422, b'{"code": "pay <b>now</b>", "facts": {}}'),
            "/large": (200, b"x" * 5000),
        }[self.path]
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Location", "http://127.0.0.1:1/")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def portal() -> Iterator[str]:
    """The address of such a server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Portal)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "kind", "code"),
    [
        ("/portal", Unavailable, "line_not_hub"),
        ("/page", Unavailable, "line_not_hub"),
        ("/broken", Unavailable, "line_hub_failed"),
        ("/busy", Unavailable, "line_busy"),
        ("/wait", Unavailable, "line_busy"),
        ("/known", Refused, "exchange_malformed"),
        ("/words", Refused, "exchange_refused"),
        ("/large", Refused, "body_too_large"),
    ],
)
def test_each_answer_has_its_code(portal: str, path: str, kind: type[Exception], code: str) -> None:
    line = HttpLine(portal)
    with pytest.raises(kind, match=code):
        line.post(path, b"x", 1000)
    line.close()


def test_a_name_that_nobody_knows_is_said() -> None:
    line = HttpLine("https://balai.invalid")
    with pytest.raises(Unavailable, match="line_name_unknown"):
        line.post("/", b"", 10)
    line.close()


def test_the_environment_can_not_lead_the_line_elsewhere(portal: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "REQUESTS_CA_BUNDLE"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    line = HttpLine(portal)
    with pytest.raises(Refused, match="exchange_malformed"):
        line.post("/known", b"x", 1000)
    line.close()
