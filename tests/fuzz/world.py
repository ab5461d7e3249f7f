"""A real district and two real laptops of one village, with something of every kind of message between them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.domain.entry import Entry, Vector
from app.domain.ids import ChainId
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.wire.entry import next_entry
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.test_exchange import LIST


@dataclass(eq=False)
class World:
    """What foreign bytes come to."""

    folder: Path
    hub: LocalHub
    mallory: Laptop
    """Certified, but its program was changed: it signs whatever it is told."""
    other: Laptop
    stick: Path
    """A bundle of the first laptop's, with a photo, words and a list."""
    chain: ChainId
    """On which the first laptop wrote all of this."""


@contextmanager
def world(folder: Path) -> Iterator[World]:
    """Made anew, with one exchange behind both laptops."""
    hub = LocalHub(folder / "hub")
    hub.start()
    mallory, other = Laptop.open(folder / "mallory"), Laptop.open(folder / "other")
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    for laptop in (mallory, other):
        laptop.enrol(hub)
    mallory.visit("f-1", mallory.photo("rumah", 2_000), note="atap bocor")
    mallory.propose("f-1", mallory.photo("surat", 1_000))
    other.visit("f-2")
    for laptop in (other, mallory):
        laptop.exchange()
    mallory.visit("f-1", mallory.photo("dapur", 2_000))
    saved = mallory.write_stick(folder / "stick")
    for laptop in (mallory, other):
        laptop.exchange()
    try:
        yield World(folder, hub, mallory, other, saved.paths[0], ChainId(mallory.store.own_chain()))
    finally:
        mallory.close()
        other.close()
        hub.close()


def following(
    world: World, held: Vector, kind: str, version: int, payload: bytes, at_ms: int, turn: int, subject: str
) -> Entry:
    """The next entry of the first laptop's chain for who holds `held`, whatever it says."""
    return next_entry(
        held[world.chain],
        chain=world.chain,
        author=world.mallory.actor.person,
        at_ms=at_ms,
        floor_ms=at_ms,
        turn=turn,
        kind=kind,
        version=version,
        subject=subject,
        payload=payload,
    )
