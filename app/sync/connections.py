"""Connections to one hub: its pinned authority alone, no environment, and the patience that a village's line needs."""

from __future__ import annotations

import socket
import ssl
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

READ_SECONDS = 90.0
"""Without a single byte, either way."""
_NO_CHECK_TIME = ssl.VerifyFlags(0x200000)
"""X509_V_FLAG_NO_CHECK_TIME of OpenSSL, which `ssl` has no name for."""
_UNSENT = 16_384
"""Bytes that a socket takes ahead of the line, where its system can be told so."""


def _hold_little(connection: HTTPConnection) -> None:
    """Where the system can be told so, keep what was sent on this side of the line: what lies in its buffer looks sent,
    can not be stopped, and the time for an answer to it runs."""
    unsent = getattr(socket, "TCP_NOTSENT_LOWAT", None)
    if unsent is not None:
        with suppress(OSError):
            connection.sock.setsockopt(socket.IPPROTO_TCP, unsent, _UNSENT)


class _Plain(HTTPConnection):
    def connect(self) -> None:
        super().connect()
        _hold_little(self)

    def endheaders(self, *args: Any, **kwargs: Any) -> None:
        """Then comes the body: each block of it has the time of an answer. urllib3 gives it that of connecting."""
        super().endheaders(*args, **kwargs)
        self.sock.settimeout(READ_SECONDS)


class _Secure(HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        _hold_little(self)

    def endheaders(self, *args: Any, **kwargs: Any) -> None:
        """As with a plain one."""
        super().endheaders(*args, **kwargs)
        self.sock.settimeout(READ_SECONDS)


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _Secure


class _ProvedByCode(_SecurePool):
    """Connections of enrolment: urllib3 would warn that nobody checks the certificate, but the code does, in words."""

    def _validate_conn(self, conn: Any) -> None:
        if conn.is_closed:
            conn.connect()


class Pinned(HTTPAdapter):
    """Trusts one authority, and one name at whatever address; no other root, no environment variable."""

    def __init__(self, context: ssl.SSLContext, name: str) -> None:
        self._context = context
        self._name = name
        super().__init__(max_retries=0, pool_connections=1, pool_maxsize=1)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Give every connection our context."""
        named: dict[str, Any] = {"server_hostname": self._name, "assert_hostname": self._name} if self._name else {}
        super().init_poolmanager(*args, **{**kwargs, **named, "ssl_context": self._context})
        unverified = self._context.verify_mode == ssl.CERT_NONE
        self.poolmanager.pool_classes_by_scheme = {"https": _ProvedByCode if unverified else _SecurePool}

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """Nothing is added to what the context trusts."""

    def build_connection_pool_key_attributes(self, request: Any, verify: Any, cert: Any = None) -> Any:
        """Host and port alone; the context decides about certificates."""
        parts = urlsplit(request.url)
        host = {"scheme": parts.scheme, "host": parts.hostname, "port": parts.port}
        return host, {}


class OnThisMachine(HTTPAdapter):
    """Plain connections to a hub of this very machine."""

    def __init__(self) -> None:
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """With connections that have patience."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _PlainPool}


def context(ca_pem: str, *, unverified: bool) -> ssl.SSLContext:
    """TLS 1.3 with this authority alone; `unverified` where a code proves what the certificate can not. The dates of
    certificates are not looked at: the laptop's clock may stand anywhere, and its battery's end puts it to 1970."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.verify_flags |= _NO_CHECK_TIME
    if unverified:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    elif ca_pem:
        context.load_verify_locations(cadata=ca_pem)
    return context
