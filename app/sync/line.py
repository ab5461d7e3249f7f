"""The line to the district over HTTPS: pinned authority, explicit timeouts, no redirects, no environment.

Every way in which a line can fail has a code of its own, because the person at the laptop has to do something else
each time. Every timeout counts from the last byte that moved, never for a whole body: a phone on 2G needs minutes for
what an office sends at once. So bodies are sent in blocks that such a phone carries in a few seconds, and what comes is
handed on as it comes, so that a cut loses nothing that was here.
"""

from __future__ import annotations

import io
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any
from urllib.parse import urlsplit

import msgspec
import requests
from urllib3.exceptions import HTTPError, NameResolutionError, NewConnectionError, SSLError

from app.domain.errors import Fact, Problem, Refused, Unavailable
from app.sync.connections import READ_SECONDS, OnThisMachine, Pinned, context
from app.wire.trust import server_name

CONNECT_SECONDS = 40.0
"""For a connection, and for each step of its TLS: at 8 kbit/s half a minute of other bytes may wait in the modem."""
LOOK_SECONDS = 12.0
BLOCK = 16_384
"""Bytes that are taken in at once at most."""
SENT_AT_ONCE = 4_096
"""Bytes of a body that one timeout counts for."""
_BUFFERED, _SLOWEST = 65_536, 500
"""Bytes that a system holds back where it can not be told, and the bytes a second at which they leave at the worst: so
much longer is waited for the answer, because what was sent may only just be on its way."""
MOST_WAITS = 30
"""How often one call waits when the hub says that this laptop asks too much; then a person hears of it."""
LONGEST_WAIT = 60
_LOOK_UP_SECONDS = 0.2
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

Moved = Callable[[int, int], None]
"""Told after each block: bytes sent and bytes received of this call."""


class Stopped(Exception):
    """The person asked to stop in the middle of a call."""


class Gap(Exception):
    """The hub holds another number of bytes of a photo."""

    def __init__(self, have: int) -> None:
        super().__init__(have)
        self.have = have


class _Said(msgspec.Struct):
    code: str
    facts: dict[str, str | int | float] = {}


class _Have(msgspec.Struct):
    have: Annotated[int, msgspec.Meta(ge=0)]


class _Health(msgspec.Struct):
    hub: str


class _Body(io.BytesIO):
    """A request's body that tells how far it was sent, and may be stopped."""

    def __init__(self, content: bytes, sent: Callable[[int], None], stopped: Callable[[], bool]) -> None:
        super().__init__(content)
        self._sent = sent
        self._stopped = stopped
        self._size = len(content)

    def __len__(self) -> int:
        return self._size

    def read(self, size: int | None = -1) -> bytes:
        """The next block."""
        if self._stopped():
            raise Stopped
        piece = super().read(min(size, SENT_AT_ONCE) if size is not None and size > 0 else SENT_AT_ONCE)
        self._sent(len(piece))
        return piece


class _AskedTooMuch(Unavailable):
    """The hub has this laptop wait for a moment."""

    def __init__(self, wait_seconds: Fact) -> None:
        self.seconds = min(max(1, int(wait_seconds)) if isinstance(wait_seconds, int) else 30, LONGEST_WAIT)
        super().__init__("line_busy", wait_seconds=self.seconds)


def check_address(address: str) -> str:
    """The hub's address as it is kept: ``https://host[:port]``, or plain ``http`` on this very machine.

    Refused ``hub_address_wrong``.
    """
    text = address.strip().rstrip("/")
    if "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise Refused("hub_address_wrong") from error
    plain = parts.scheme == "http" and parts.hostname in _LOOPBACK
    odd = parts.path or parts.query or parts.fragment or parts.username is not None
    if not parts.hostname or odd or not (plain or parts.scheme == "https") or " " in text:
        raise Refused("hub_address_wrong")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}{f':{port}' if port else ''}"


class HttpLine:
    """Calls to one hub; `close` when the exchange is over."""

    def __init__(
        self,
        address: str,
        ca_pem: str = "",
        hub: str = "",
        *,
        moved: Moved = lambda sent, received: None,
        stopped: Callable[[], bool] = lambda: False,
        unverified: bool = False,
        connect_seconds: float = CONNECT_SECONDS,
        read_seconds: float = READ_SECONDS,
    ) -> None:
        """`unverified` is for enrolment alone, where the code proves what the certificate cannot yet."""
        self._address = check_address(address)
        self._hub = hub
        self._moved = moved
        self._stopped = stopped
        self._timeouts = (connect_seconds, read_seconds)
        self.sent = self.received = 0
        self._session = requests.Session()
        self._session.trust_env = False
        trusted = context(ca_pem, unverified=unverified)
        self._session.mount("https://", Pinned(trusted, "" if unverified else server_name(hub)))
        self._session.mount("http://", OnThisMachine())
        self._session.headers = requests.structures.CaseInsensitiveDict(
            {"User-Agent": "balai", "Accept-Encoding": "identity"}
        )

    def close(self) -> None:
        """Let go of the connection."""
        self._session.close()

    def post(self, path: str, body: bytes, largest: int, authorization: str = "") -> bytes:
        """The answer to a binary call."""
        headers = {"Authorization": authorization} if authorization else {}
        return self._call("POST", path, largest, body=body, headers=headers)

    def put_blob(self, name: str, offset: int, body: bytes, authorization: str) -> int:
        """Append to a photo; how many bytes the hub has now. Raises `Gap` where it stands elsewhere."""
        path = f"/v1/blobs/{name}?o={offset}"
        answer = self._call("PUT", path, BLOCK, body=body, headers={"Authorization": authorization})
        return int(_decoded(answer, _Have).have)

    def get_pack(self, sha256: str, into: bytearray, authorization: str, largest: int) -> None:
        """Fetch what is missing of a list behind what `into` holds; what came before a cut stays there."""
        self._get_rest(f"/v1/packs/{sha256}", into, authorization, largest)

    def get_blob(self, name: str, into: bytearray, authorization: str, largest: int) -> None:
        """The same for a photo. Refused ``blob_not_held``, ``blob_spoilt``, ``blob_untold``."""
        self._get_rest(f"/v1/blobs/{name}", into, authorization, largest)

    def _get_rest(self, path: str, into: bytearray, authorization: str, largest: int) -> None:
        headers = {"Authorization": authorization}
        if into:
            headers["Range"] = f"bytes={len(into)}-"
        self._call("GET", path, largest, headers=headers, into=into)

    def put_pack(self, sha256: str, body: bytes, authorization: str) -> None:
        """Give a list back. Refused ``pack_unknown`` where the district does not know that it is its own."""
        self._call("PUT", f"/v1/packs/{sha256}", BLOCK, body=body, headers={"Authorization": authorization})

    def reachable(self) -> bool:
        """Whether the very hub answers just now."""
        try:
            answer = self._call("GET", "/healthz", BLOCK, timeouts=(LOOK_SECONDS, LOOK_SECONDS))
            return not self._hub or _decoded(answer, _Health).hub == self._hub
        except Problem:
            return False

    def _call(
        self,
        method: str,
        path: str,
        largest: int,
        *,
        body: bytes = b"",
        headers: dict[str, str] | None = None,
        into: bytearray | None = None,
        timeouts: tuple[float, float] | None = None,
    ) -> bytes:
        """One call; where this laptop has asked more than the hub lets it, it waits as it is told and goes on."""
        for _ in range(MOST_WAITS):
            try:
                return self._call_once(method, path, largest, body, headers, into, timeouts)
            except _AskedTooMuch as later:
                self._rest(later.seconds)
        return self._call_once(method, path, largest, body, headers, into, timeouts)

    def _rest(self, seconds: int) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if self._stopped():
                raise Stopped
            time.sleep(min(left, _LOOK_UP_SECONDS))

    def _call_once(
        self,
        method: str,
        path: str,
        largest: int,
        body: bytes,
        headers: dict[str, str] | None,
        into: bytearray | None,
        timeouts: tuple[float, float] | None,
    ) -> bytes:
        data = _Body(body, self._count_sent, self._stopped) if method != "GET" else None
        connect, read = timeouts or self._timeouts
        with (
            _translated(),
            self._session.request(
                method,
                self._address + path,
                data=data,
                headers=headers,
                timeout=(connect, read + min(len(body), _BUFFERED) / _SLOWEST),
                allow_redirects=False,
                stream=True,
            ) as response,
        ):
            if response.status_code in (200, 206):
                if into is not None and response.status_code == 200:
                    into.clear()
                return bytes(self._read(response, largest, bytearray() if into is None else into))
            said = bytes(self._read(response, BLOCK, bytearray()))
        raise _problem(response.status_code, said)

    def _read(self, response: requests.Response, largest: int, into: bytearray) -> bytearray:
        while piece := response.raw.read1(BLOCK, decode_content=False):
            into.extend(piece)
            self.received += len(piece)
            self._moved(self.sent, self.received)
            if len(into) > largest:
                raise Refused("body_too_large", size=len(into), largest=largest)
            if self._stopped():
                raise Stopped
        announced = response.headers.get("Content-Length", "")
        if not announced.isdecimal() or response.raw.tell() < int(announced):
            raise Unavailable("line_cut")  # a hub always says how long it speaks; a cut among the headers hides it
        return into

    def _count_sent(self, size: int) -> None:
        self.sent += size
        self._moved(self.sent, self.received)


@contextmanager
def _translated() -> Iterator[None]:
    """The library's errors as ours."""
    try:
        yield
    except requests.exceptions.Timeout as error:
        raise Unavailable("line_timeout") from error
    except requests.exceptions.ChunkedEncodingError as error:
        raise Unavailable("line_cut") from error
    except requests.exceptions.ConnectionError as error:
        raise Unavailable(_connection_code(error)) from error
    except requests.exceptions.RequestException as error:
        raise Refused("hub_address_wrong") from error
    except TimeoutError as error:
        raise Unavailable("line_timeout") from error
    except (HTTPError, OSError) as error:
        raise Unavailable(_connection_code(error)) from error


def _connection_code(error: BaseException) -> str:
    """Which of the failures hides in a chain of wrapped ones."""
    found = list(_causes(error))
    for kinds, code in _CODES:
        if any(isinstance(one, kinds) for one in found):
            return code
    return "line_cut"


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    found: BaseException | None = error
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        yield found
        within = (getattr(found, "reason", None), *found.args[:1], found.__cause__, found.__context__)
        found = next((one for one in within if isinstance(one, BaseException)), None)


_CODES: tuple[tuple[tuple[type[BaseException], ...], str], ...] = (
    ((NameResolutionError, socket.gaierror), "line_name_unknown"),
    ((ssl.SSLEOFError, ssl.SSLZeroReturnError), "line_cut"),  # in the middle of TLS, nobody's certificate
    ((SSLError, ssl.SSLError), "line_certificate_wrong"),
    ((TimeoutError,), "line_timeout"),
    ((NewConnectionError,), "line_none"),
)
"""The first that fits counts."""


def _problem(status: int, said: bytes) -> Exception:
    """What an answer that is no success means."""
    if status == 409:
        try:
            return Gap(_decoded(said, _Have).have)
        except Refused:
            return Unavailable("line_hub_failed", status=status)
    try:
        told = msgspec.json.decode(said, type=_Said)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return Unavailable("line_not_hub" if status < 500 else "line_hub_failed", status=status)
    facts: dict[str, Fact] = dict(told.facts)
    if status == 429 and told.code == "calls_too_many":
        return _AskedTooMuch(facts.get("wait_seconds", 30))
    if status == 429:
        return Unavailable("line_busy", wait_seconds=facts.get("wait_seconds", 30))
    if status == 503 and told.code == "hub_disk":
        return Unavailable("hub_disk")  # waiting does not help: somebody there has to make room
    if status == 503:
        return Unavailable("line_busy", wait_seconds=30)
    if status >= 500:
        return Unavailable("line_hub_failed", status=status)
    return Refused(told.code if told.code in KNOWN else "exchange_refused", **facts)


def _decoded(answer: bytes, shape: type[Any]) -> Any:
    try:
        return msgspec.json.decode(answer, type=shape)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise Refused("line_not_hub") from error


KNOWN = frozenset(
    {
        "blob_damaged",
        "blob_not_held",
        "blob_spoilt",
        "blob_too_large",
        "blob_untold",
        "body_damaged",
        "body_newer",
        "body_too_large",
        "enrol_code_expired",
        "enrol_code_used",
        "enrol_code_wrong",
        "enrol_key_revoked",
        "enrol_name_taken",
        "exchange_device_revoked",
        "exchange_device_unknown",
        "exchange_life_unproved",
        "exchange_malformed",
        "exchange_protocol_newer",
        "exchange_signature_wrong",
        "exchange_wrong_hub",
        "hub_village_unknown",
        "pack_unknown",
        "public_key_bad",
    }
)
"""Codes that a hub may give; words from the line are never shown."""
