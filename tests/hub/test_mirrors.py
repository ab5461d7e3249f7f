"""Of a laptop's mirror the district takes what an official's seal stands behind, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.entry import Entry, Head
from app.domain.errors import Refused
from app.domain.payloads import VisitRecorded
from app.hub.local import LocalHub
from app.hub.mirrors import Mirrored, take_mirror
from app.wire.entry import next_entry
from app.wire.payload import encode_payload
from app.wire.seal import make_seal
from tests.sync.laptop import Laptop

pytestmark = pytest.mark.both_stores

VISIT = VisitRecorded("visit", "1", 1, "not_found", "moved", "5", "")


def own(laptop: Laptop) -> list[Entry]:
    """All that the laptop wrote, as its mirror holds it."""
    return [one for one in laptop.store.entries_after({}, 1 << 24) if one.chain.startswith(laptop.keys.device)]


def grown(laptop: Laptop, entries: list[Entry], key: Ed25519PrivateKey) -> list[Entry]:
    """The same with one more visit and a seal by `key`, all in the name of the laptop's official."""
    made = list(entries)
    for payload in (VISIT, None):
        end = Head(made[-1].seq, made[-1].hash)
        kind, version, content = encode_payload(payload or make_seal(key, made[-1].chain, end))
        one = next_entry(
            end, chain=made[-1].chain, author=laptop.actor.person, at_ms=0, floor_ms=0, turn=made[-1].turn + 1,
            kind=kind, version=version, subject="f-1" if payload else "", payload=content,
        )  # fmt: skip
        made.append(one)
    return made


def test_what_an_official_sealed_is_taken_once(district: LocalHub, laptop: Laptop) -> None:
    before = own(laptop)
    sealed = grown(laptop, before, laptop.signing)
    brought = take_mirror(district.district, Mirrored(sealed, 0))
    assert (brought.new >= 2, brought.unproven, bool(brought.receipt)) == (True, 0, True)
    again = take_mirror(district.district, Mirrored([*sealed, *sealed], 0))
    assert (again.new, again.unproven, again.receipt) == (0, 0, "")


def test_a_strangers_seal_proves_nothing(district: LocalHub, laptop: Laptop) -> None:
    laptop.journal.seal()
    before = own(laptop)
    forged = grown(laptop, before, Ed25519PrivateKey.generate())
    assert take_mirror(district.district, Mirrored(forged, 0)).unproven == 2


def test_what_was_changed_behind_a_seal_is_left_with_all_that_follows(district: LocalHub, laptop: Laptop) -> None:
    sealed = grown(laptop, own(laptop), laptop.signing)
    spoilt = [replace(one, payload=one.payload + b" ") if one.kind == "visit_recorded" else one for one in sealed]
    held = take_mirror(district.district, Mirrored(spoilt, 0))
    assert (held.new, held.unproven) == (0, 2)


def test_a_laptop_that_nobody_certified_and_an_empty_mirror_are_refused(district: LocalHub, laptop: Laptop) -> None:
    foreign = [replace(one, chain=type(one.chain)("fremdlaptop1.1")) for one in own(laptop)]
    for entries, code in ((foreign, "mirror_laptop_unknown"), ([], "mirror_empty")):
        with pytest.raises(Refused) as caught:
            take_mirror(district.district, Mirrored(entries, 0))
        assert caught.value.code == code
