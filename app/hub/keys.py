"""The district's keys: root (signs its chains and answers), exchange (mirrors and sticks are sealed to it), files, TLS.

They lie in one folder, readable by its owner alone, which may be kept apart from the data: data without keys shows no
photo, and keys without data know nobody. The certificate names the hub and not its address, so that an office may move.
"""

from __future__ import annotations

import os
import ssl
import stat
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.domain.errors import Refused, Unavailable
from app.domain.ids import DeviceId, PersonId
from app.hub.private import write_whole
from app.wire.trust import hub_id, person_id, server_name

_KEY_BYTES = 32
_YEARS = 20
_FILES = ("root.key", "exchange.key", "files.key", "tls.key", "tls.pem", "ca.pem")
"""Without ``ca.key``, which may lie in a safe."""


@dataclass(frozen=True)
class HubKeys:
    """The private side of one district."""

    root: Ed25519PrivateKey
    exchange: X25519PrivateKey
    files: bytes
    """From which the key of each photo's file is made."""
    ca_pem: str
    leaf_path: Path
    leaf_key_path: Path

    @cached_property
    def root_public(self) -> bytes:
        """The key that laptops pin."""
        return self.root.public_key().public_bytes_raw()

    @cached_property
    def exchange_public(self) -> bytes:
        """The key to which laptops seal."""
        return self.exchange.public_key().public_bytes_raw()

    @cached_property
    def hub(self) -> DeviceId:
        """The district's name."""
        return hub_id(self.root_public)

    @cached_property
    def person(self) -> PersonId:
        """The author of what the district writes by itself (receipts, certificates, lists)."""
        return person_id(self.root_public)

    def tls(self) -> ssl.SSLContext:
        """A server context: TLS 1.3 alone, with the district's own certificate."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.num_tickets = 0  # nobody comes back with one: a laptop connects anew each time, and they are 510 bytes
        context.load_cert_chain(self.leaf_path, self.leaf_key_path)
        return context


def open_keys(folder: Path, label: str = "Balai", *, begun: bool = False) -> HubKeys:
    """The keys of a folder, made where it holds none yet; of a district that has `begun` none is made, because fresh
    ones would be another district's.

    Refused ``hub_keys_missing`` (facts: folder, file), ``hub_keys_damaged``; Unavailable ``hub_disk``.
    """
    try:
        missing = next((name for name in _FILES if begun and not (folder / name).exists()), None)
        if missing is not None:
            raise Refused("hub_keys_missing", folder=str(folder), file=missing)
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(stat.S_IRWXU)
        root = Ed25519PrivateKey.from_private_bytes(_secret(folder / "root.key"))
        exchange = X25519PrivateKey.from_private_bytes(_secret(folder / "exchange.key"))
        files = _secret(folder / "files.key")
        leaf, leaf_key, ca = folder / "tls.pem", folder / "tls.key", folder / "ca.pem"
        if not (leaf.exists() and leaf_key.exists() and ca.exists()):
            _issue(folder, server_name(hub_id(root.public_key().public_bytes_raw())), label)
        return HubKeys(root, exchange, files, ca.read_text(encoding="ascii"), leaf, leaf_key)
    except OSError as error:
        raise Unavailable("hub_disk") from error


def _secret(path: Path) -> bytes:
    if not path.exists():
        write_whole(path, os.urandom(_KEY_BYTES))
    content = path.read_bytes()
    if len(content) != _KEY_BYTES:
        raise Refused("hub_keys_damaged", file=path.name)
    return content


def _issue(folder: Path, name: str, label: str) -> None:
    """Make an authority and one certificate of it. Laptops pin the authority; its key may be kept in a safe."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    ca_key, leaf_key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    start = datetime.now(UTC) - timedelta(days=3650)
    """For browsers with clocks that stand behind; laptops do not look at the dates: the root key decides."""
    end = datetime.now(UTC) + timedelta(days=365 * _YEARS)
    ca_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"{label} CA {name}"[:64])])

    def base(subject: x509.Name, public: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(ca_name)
            .public_key(public)
            .serial_number(x509.random_serial_number())
            .not_valid_before(start)
            .not_valid_after(end)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(ca_key.public_key()), False)
        )

    def usage(*, signs: bool) -> x509.KeyUsage:
        return x509.KeyUsage(not signs, False, False, False, False, signs, signs, False, False)

    authority = (
        base(ca_name, ca_key.public_key())
        .add_extension(x509.BasicConstraints(True, 0), True)
        .add_extension(usage(signs=True), True)
        .sign(ca_key, hashes.SHA256())
    )
    leaf = (
        base(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]), leaf_key.public_key())
        .add_extension(x509.BasicConstraints(False, None), True)
        .add_extension(usage(signs=False), True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name), x509.DNSName("localhost")]), False)
        .sign(ca_key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = serialization.NoEncryption
    write_whole(folder / "ca.key", ca_key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain()))
    write_whole(folder / "tls.key", leaf_key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain()))
    write_whole(folder / "tls.pem", leaf.public_bytes(pem))
    write_whole(folder / "ca.pem", authority.public_bytes(pem))
