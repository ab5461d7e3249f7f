"""The line to the district over HTTPS: pinned authority, explicit timeouts, no redirects, no environment.

Every way in which a line can fail has a code of its own, because the person at the laptop has to do something else
each time. Bodies are sent in small blocks: a socket's timeout counts for a whole `sendall`, and a village's line may
need a minute for what an office sends at once.
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
from requests.adapters import HTTPAdapter
from urllib3.connectionpool import HTTPSConnectionPool
from urllib3.exceptions import HTTPError, NameResolutionError, NewConnectionError, SSLError

from app.domain.errors import Fact, Problem, Refused, Unavailable
from app.wire.trust import server_name

CONNECT_SECONDS = 20.0
READ_SECONDS = 90.0
LOOK_SECONDS = 6.0
BLOCK = 16_384
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
        piece = super().read(min(size, BLOCK) if size is not None and size > 0 else BLOCK)
        self._sent(len(piece))
        return piece


class _AskedTooMuch(Unavailable):
    """The hub has this laptop wait for a moment."""

    def __init__(self, wait_seconds: Fact) -> None:
        self.seconds = min(max(1, int(wait_seconds)) if isinstance(wait_seconds, int) else 30, LONGEST_WAIT)
        super().__init__("line_busy", wait_seconds=self.seconds)


class _ProvedByCode(HTTPSConnectionPool):
    """Connections of enrolment: urllib3 would warn that nobody checks the certificate, but the code does, in words."""

    def _validate_conn(self, conn: Any) -> None:
        if conn.is_closed:
            conn.connect()


class _Pinned(HTTPAdapter):
    """Trusts one authority, and one name at whatever address; no other root, no environment variable."""

    def __init__(self, context: ssl.SSLContext, name: str) -> None:
        self._context = context
        self._name = name
        super().__init__(max_retries=0, pool_connections=1, pool_maxsize=1)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Give every connection our context."""
        named: dict[str, Any] = {"server_hostname": self._name, "assert_hostname": self._name} if self._name else {}
        super().init_poolmanager(*args, **{**kwargs, **named, "ssl_context": self._context})
        if self._context.verify_mode == ssl.CERT_NONE:
            self.poolmanager.pool_classes_by_scheme = {"https": _ProvedByCode}

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """Nothing is added to what the context trusts."""

    def build_connection_pool_key_attributes(self, request: Any, verify: Any, cert: Any = None) -> Any:
        """Host and port alone; the context decides about certificates."""
        parts = urlsplit(request.url)
        host = {"scheme": parts.scheme, "host": parts.hostname, "port": parts.port}
        return host, {}


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
        context = _context(ca_pem, unverified=unverified)
        self._session.mount("https://", _Pinned(context, "" if unverified else server_name(hub)))
        self._session.mount("http://", HTTPAdapter(max_retries=0))
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
        headers = {"Authorization": authorization}
        if into:
            headers["Range"] = f"bytes={len(into)}-"
        self._call("GET", f"/v1/packs/{sha256}", largest, headers=headers, into=into)

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
        with (
            _translated(),
            self._session.request(
                method,
                self._address + path,
                data=data,
                headers=headers,
                timeout=timeouts or self._timeouts,
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
        for piece in response.iter_content(BLOCK):
            if self._stopped():
                raise Stopped
            into.extend(piece)
            self.received += len(piece)
            self._moved(self.sent, self.received)
            if len(into) > largest:
                raise Refused("body_too_large", size=len(into), largest=largest)
        announced = response.headers.get("Content-Length", "")
        if not announced.isdecimal() or response.raw.tell() < int(announced):
            raise Unavailable("line_cut")  # a hub always says how long it speaks; a cut among the headers hides it
        return into

    def _count_sent(self, size: int) -> None:
        self.sent += size
        self._moved(self.sent, self.received)


def _context(ca_pem: str, *, unverified: bool) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    if unverified:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    elif ca_pem:
        context.load_verify_locations(cadata=ca_pem)
    return context


@contextmanager
def _translated() -> Iterator[None]:
    """The library's errors as ours."""
    try:
        yield
    except requests.exceptions.SSLError as error:
        raise Unavailable("line_certificate_wrong") from error
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
        raise Unavailable("line_cut") from error


def _connection_code(error: BaseException) -> str:
    """Which of the failures hides in a chain of wrapped ones."""
    seen: set[int] = set()
    found: BaseException | None = error
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        if isinstance(found, NameResolutionError | socket.gaierror):
            return "line_name_unknown"
        if isinstance(found, SSLError | ssl.SSLError):
            return "line_certificate_wrong"
        if isinstance(found, TimeoutError):
            return "line_timeout"
        if isinstance(found, NewConnectionError):
            return "line_none"
        inner = found.args[0] if found.args and isinstance(found.args[0], BaseException) else None
        found = getattr(found, "reason", None) or inner or found.__cause__ or found.__context__
    return "line_cut"


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
