"""Payloads to bytes and back: MessagePack maps of the frozen types, checked whenever they are read."""

from __future__ import annotations

from typing import cast

import msgspec

from app.domain.errors import Refused
from app.domain.payloads import KIND_OF, KINDS, TELLING, Payload, evidence_of
from app.domain.photo_name import is_photo_name
from app.wire.typed import decoder_of

_encoder = msgspec.msgpack.Encoder(order="deterministic")


def encode_payload(payload: Payload) -> tuple[str, int, bytes]:
    """Kind, version and bytes under which `payload` is written today; the same payload gives the same bytes."""
    kind, version = KIND_OF[type(payload)]
    return kind, version, _encoder.encode(payload)


def decode_payload(kind: str, version: int, payload: bytes) -> Payload:
    """The typed payload. Refused ``entry_kind_unknown`` for a newer program's kind, ``entry_malformed`` otherwise."""
    shape = KINDS.get((kind, version))
    if shape is None:
        raise Refused("entry_kind_unknown", kind=kind, version=version)
    try:
        said = cast(Payload, decoder_of(shape).decode(payload))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Refused("entry_malformed", kind=kind, version=version) from error
    if kind in TELLING and not all(is_photo_name(one.name) for one in evidence_of(said)):
        raise Refused("entry_malformed", kind=kind, version=version)
    return said
