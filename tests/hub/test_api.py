"""Calls that no honest laptop makes."""

from __future__ import annotations

import hashlib

import pytest
import requests

from app.domain.photo_name import photo_name
from app.hub.enrol import revoke_device
from app.hub.local import LocalHub
from app.wire.exchange import LARGEST_OF_A_STRANGER, LARGEST_REQUEST, sign_call
from tests.sync.laptop import VILLAGE, Laptop


def call(
    hub: LocalHub, laptop: Laptop, method: str, path: str, body: bytes = b"", signed: str = ""
) -> requests.Response:
    """A call signed by the laptop (for another path where `signed` says so)."""
    bare = path.partition("?")[0]
    header = sign_call(
        laptop.keys.signing, hub.district.keys.hub, VILLAGE, laptop.keys.device, signed or f"{method} {bare}"
    )
    return requests.request(method, hub.url + path, data=body, headers={"Authorization": header}, timeout=60)


@pytest.mark.parametrize("body", [b"", b"x" * 63, b"x" * 64, b"x" * 500])
def test_noise_is_refused_with_a_code(district: LocalHub, body: bytes) -> None:
    for path in ("/v1/exchange", "/v1/enrol"):
        answer = requests.post(district.url + path, data=body, timeout=60)
        assert (answer.status_code, answer.json()["code"]) == (422, "exchange_malformed")


def test_a_body_beyond_the_limit_is_cut_off(district: LocalHub, laptop: Laptop) -> None:
    answer = call(district, laptop, "POST", "/v1/exchange", bytes(LARGEST_REQUEST + 1))
    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")
    assert answer.json()["facts"]["largest"] == LARGEST_REQUEST
    answer = call(district, laptop, "POST", "/v1/exchange", bytes(LARGEST_OF_A_STRANGER + 1))
    assert (answer.status_code, answer.json()["code"]) == (422, "exchange_malformed")  # read, but nonsense


def test_a_large_exchange_is_read_from_a_known_laptop_alone(district: LocalHub, laptop: Laptop) -> None:
    large = bytes(LARGEST_OF_A_STRANGER + 1)
    answer = call(district, laptop, "POST", "/v1/exchange", large, signed="GET /v1/exchange")
    assert (answer.status_code, answer.json()["code"]) == (401, "exchange_signature_wrong")
    revoke_device(district.district, VILLAGE, laptop.keys.device, "hilang", by="Rahma")
    answer = call(district, laptop, "POST", "/v1/exchange", large)
    assert (answer.status_code, answer.json()["code"]) == (403, "exchange_device_revoked")


def test_a_photo_that_no_entry_tells_of_is_not_taken(district: LocalHub, laptop: Laptop) -> None:
    for name in (photo_name(b"x"), hashlib.sha256(b"x").hexdigest()):
        answer = call(district, laptop, "PUT", f"/v1/blobs/{name}?o=0", b"x")
        assert (answer.status_code, answer.json()["code"]) == (404, "blob_untold")
    answer = call(district, laptop, "PUT", "/v1/blobs/..%2F..%2Fhub.db?o=0", b"x")
    assert answer.status_code in (401, 404)


def test_a_photo_with_another_content_is_thrown_away(district: LocalHub, laptop: Laptop) -> None:
    photo = laptop.photo("a", 500)
    laptop.visit("f-1", photo)
    laptop.exchanger().run(bytes_most=0)
    path = f"/v1/blobs/{photo.name}"
    assert call(district, laptop, "PUT", f"{path}?o=0", bytes(200)).json() == {"have": 200}
    gap = call(district, laptop, "PUT", f"{path}?o=0", bytes(200))
    assert (gap.status_code, gap.json()) == (409, {"have": 200})
    answer = call(district, laptop, "PUT", f"{path}?o=200", bytes(300))
    assert (answer.status_code, answer.json()["code"]) == (422, "blob_damaged")
    answer = call(district, laptop, "PUT", f"{path}?o=0", bytes(501))
    assert (answer.status_code, answer.json()["code"]) == (413, "blob_too_large")
    laptop.settings.put("exchange.photo_under_way", photo.name)
    assert laptop.exchange().photos_left in (0, 1)


def test_a_signature_is_good_for_its_own_call_alone(district: LocalHub, laptop: Laptop) -> None:
    sha256 = hashlib.sha256(b"x").hexdigest()
    answer = call(district, laptop, "GET", f"/v1/packs/{sha256}", signed=f"PUT /v1/blobs/{sha256}")
    assert (answer.status_code, answer.json()["code"]) == (401, "exchange_signature_wrong")
    answer = call(district, laptop, "GET", f"/v1/packs/{sha256}")
    assert (answer.status_code, answer.json()["code"]) == (404, "pack_unknown")
