"""The village's own network: what is called out, greetings, and a whole talk with a laptop that lies."""

from __future__ import annotations

import socket
import threading
from collections.abc import Sequence
from contextlib import suppress
from functools import cache

import msgspec

from app.domain.errors import Problem
from app.sync.meeting import Meeting
from app.wire.channel import Channel, Hello, Self, port_in, probe, reply_to
from tests.fuzz.world import World
from tests.sync.laptop import VILLAGE, Laptop

_CODE = "ABCDEFGH"
_SECONDS = 5.0


def _self(laptop: Laptop) -> Self:
    place = laptop.enrolment
    assert place is not None
    return Self(place.hub, place.village, laptop.keys.device, laptop.keys.signing, laptop.keys.exchange)


def _root(world: World) -> bytes:
    place = world.other.enrolment
    assert place is not None
    return place.root_key


def calls(world: World) -> Sequence[bytes]:
    """Is there a laptop that receives?"""
    return [probe(_root(world), VILLAGE)]


def answer(world: World, content: bytes) -> object:
    """Only to a call of this village."""
    return reply_to(content, _root(world), VILLAGE, 47_000)


def replies(world: World) -> Sequence[bytes]:
    """A door's answers."""
    message = probe(_root(world), VILLAGE)
    found = reply_to(message, _root(world), VILLAGE, 47_000)
    assert found is not None
    return [found + message]


def hear(world: World, content: bytes) -> object:
    """A port, or nothing."""
    return port_in(content[:-39], content[-39:], _root(world), VILLAGE)


def greetings(world: World) -> Sequence[bytes]:
    """What the first laptop says of itself, with its length."""
    me = _self(world.mallory)
    hello = Hello(
        1,
        me.hub,
        me.village,
        me.device,
        me.signing.public_key().public_bytes_raw(),
        me.exchange.public_key().public_bytes_raw(),
        bytes(range(32)),
    )
    body = msgspec.msgpack.encode(hello)
    proof = bytes(90)
    return [len(body).to_bytes(4, "big") + body + len(proof).to_bytes(4, "big") + proof]


class _Torn(OSError):
    """Nothing more comes."""


def greet(world: World, content: bytes) -> object:
    """From both sides, as far as it goes."""
    for first in (True, False):
        left = bytearray(content)

        def receive(size: int, left: bytearray = left) -> bytes:
            if len(left) < size:
                raise _Torn
            taken = bytes(left[:size])
            del left[:size]
            return taken

        with suppress(_Torn, Problem):
            Channel(lambda content: None, receive).greet(_self(world.other), _CODE, first=first)
    return None


class _Heard(Channel):
    """Remembers what it sent."""

    def send(self, plain: bytes) -> None:
        """As ever."""
        self.said.append(plain)
        super().send(plain)

    said: list[bytes]


def _over(line: socket.socket, kind: type[Channel] = Channel) -> Channel:
    line.settimeout(_SECONDS)

    def receive(size: int) -> bytes:
        got = b""
        while len(got) < size:
            piece = line.recv(size - len(got))
            if not piece:
                raise _Torn
            got += piece
        return got

    return kind(line.sendall, receive)


@cache
def _said(world: World) -> Sequence[bytes]:
    near, far = socket.socketpair()
    with near, far:
        heard = _over(near, _Heard)
        assert isinstance(heard, _Heard)
        heard.said = []
        thread = threading.Thread(target=_door, args=(world, far))
        thread.start()
        heard.greet(_self(world.mallory), _CODE, first=True)
        del heard.said[:]
        carrier = world.mallory.carrier()
        room = world.folder / "mallory-incoming"
        Meeting(carrier, heard, room, lambda step: None, lambda: False).hold(first=True)
        thread.join()
        return heard.said


def talk(world: World) -> Sequence[bytes]:
    """All frames of a talk: each with its length, as they are sealed one by one."""
    return [b"".join(len(one).to_bytes(4, "big") + one for one in _said(world))]


def hold(world: World, content: bytes) -> object:
    """The frames, sealed as a laptop with the right code would, to a laptop that receives."""
    near, far = socket.socketpair()
    with near, far:
        thread = threading.Thread(target=_lie, args=(world, near, content))
        thread.start()
        try:
            return _door(world, far)
        finally:
            far.close()
            thread.join()


def _door(world: World, line: socket.socket) -> object:
    channel = _over(line)
    with suppress(OSError):
        channel.greet(_self(world.other), _CODE, first=False)
        carrier = world.other.carrier()
        room = world.folder / "other-incoming"
        return Meeting(carrier, channel, room, lambda step: None, lambda: False).hold(first=False)
    return None


def _lie(world: World, line: socket.socket, content: bytes) -> None:
    channel = _over(line)
    with suppress(OSError, Problem):
        channel.greet(_self(world.mallory), _CODE, first=True)
        at = 0
        while at + 4 <= len(content):
            size = min(int.from_bytes(content[at : at + 4], "big"), 1 << 19)
            channel.send(content[at + 4 : at + 4 + size])
            at += 4 + size
        line.shutdown(socket.SHUT_WR)
