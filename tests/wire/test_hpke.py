"""What is sealed to a key opens with that key, for that purpose, unchanged."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.wire import hpke

OWNER = X25519PrivateKey.generate()
PUBLIC = OWNER.public_key().public_bytes_raw()


@given(st.binary(max_size=300))
def test_what_was_sealed_comes_back(plain: bytes) -> None:
    sealed = hpke.seal(PUBLIC, plain, b"letter")
    assert hpke.open_sealed(OWNER, sealed, b"letter") == plain
    assert len(sealed) == len(plain) + hpke.OVERHEAD_BYTES


@given(st.data())
def test_any_changed_or_missing_byte_is_refused(data: st.DataObject) -> None:
    sealed = bytearray(hpke.seal(PUBLIC, b"isi surat", b"letter"))
    place = data.draw(st.integers(0, len(sealed) - 1))
    cut = data.draw(st.booleans())
    if cut:
        del sealed[place:]
    else:
        sealed[place] ^= data.draw(st.integers(1, 127)) if place == 31 else data.draw(st.integers(1, 255))
    with pytest.raises(Refused) as caught:
        hpke.open_sealed(OWNER, bytes(sealed), b"letter")
    assert caught.value.code == "seal_broken"


def test_it_opens_for_nobody_else_and_for_nothing_else() -> None:
    sealed = hpke.seal(PUBLIC, b"isi surat", b"letter")
    for key, info in ((X25519PrivateKey.generate(), b"letter"), (OWNER, b"parcel")):
        with pytest.raises(Refused) as caught:
            hpke.open_sealed(key, sealed, info)
        assert caught.value.code == "seal_broken"


@pytest.mark.parametrize("key", [b"", bytes(31), bytes(33)])
def test_a_key_that_is_none_is_refused(key: bytes) -> None:
    with pytest.raises(Refused) as caught:
        hpke.check_public_key(key)
    assert caught.value.code == "public_key_bad"
