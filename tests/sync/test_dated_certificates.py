"""A laptop's clock may stand anywhere: what the district's certificate says of dates ends no exchange."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key

from app.domain.errors import Unavailable
from app.hub.local import LocalHub
from tests.sync.conftest import NewLaptop


def dated(folder: Path, start: datetime, end: datetime) -> None:
    """The district's authority and its certificate, as they would be with these dates."""
    authority = load_pem_private_key((folder / "ca.key").read_bytes(), None)
    assert isinstance(authority, EllipticCurvePrivateKey)
    for name in ("ca.pem", "tls.pem"):
        old = x509.load_pem_x509_certificate((folder / name).read_bytes())
        made = x509.CertificateBuilder(
            old.issuer, old.subject, old.public_key(), old.serial_number, start, end, list(old.extensions)
        )
        (folder / name).write_bytes(made.sign(authority, hashes.SHA256()).public_bytes(Encoding.PEM))


@pytest.mark.parametrize("years", [(2090, 2110), (1990, 1995)], ids=["clock of 1970", "clock of 2099"])
def test_a_laptop_whose_clock_is_outside_of_the_certificate_exchanges(
    tmp_path: Path, new_laptop: NewLaptop, years: tuple[int, int]
) -> None:
    first = LocalHub(tmp_path / "hub", tls=True)
    first.close()
    dated(tmp_path / "hub" / "keys", *(datetime(year, 1, 1, tzinfo=UTC) for year in years))
    hub = LocalHub(tmp_path / "hub", tls=True)
    hub.start()
    try:
        laptop = new_laptop()
        laptop.enrol(hub)
        laptop.visit("f-1")
        assert laptop.exchange().receipt
    finally:
        hub.close()


def test_another_authority_is_refused_all_the_same(tmp_path: Path, new_laptop: NewLaptop) -> None:
    hub, other = (LocalHub(tmp_path / name, tls=True) for name in ("hub", "other"))
    hub.start()
    other.start()
    try:
        laptop = new_laptop()
        laptop.enrol(hub)
        laptop.visit("f-1")
        with pytest.raises(Unavailable, match="line_certificate_wrong"):
            laptop.exchange(other.url)
    finally:
        hub.close()
        other.close()
