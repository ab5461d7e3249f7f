"""The village's own network: one laptop opens a door with a code on its screen, the other one calls."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Final

from app.domain.errors import Problem, Refused, Unavailable
from app.sync.carrier import Carrier
from app.sync.enrolment import DeviceKeys, Enrolment
from app.sync.meeting import Meeting
from app.usecases.carry import Cancelled, DoorNews, Taken, Told
from app.wire.channel import Channel, Self, new_code, port_in, probe, read_code, reply_to, show_code

CALL_PORT: Final = 47_813
"""UDP, where an open door hears that it is looked for."""

MOST_WRONG: Final = 5
_CONNECT_SECONDS: Final = 8.0
_SILENCE_SECONDS: Final = 30.0
_LOOK_SECONDS: Final = 3.0
_CALL_EVERY: Final = 0.4
_POLL_SECONDS: Final = 0.25
_LARGEST_CALL: Final = 512


class LanNearby:
    """Implements `Nearby`; `room` is a folder beside the store for what is being received."""

    def __init__(
        self,
        enrolment: Callable[[], Enrolment],
        keys: DeviceKeys,
        carrier: Callable[[], Carrier],
        room: Path,
        *,
        call_port: int = CALL_PORT,
        broadcast: str = "255.255.255.255",
    ) -> None:
        """`enrolment` and `carrier` are Refused ``exchange_not_enrolled`` before a district is known."""
        self._enrolment = enrolment
        self._keys = keys
        self._carrier = carrier
        self._room = room
        self._call_port = call_port
        self._broadcast = broadcast

    def open(self, news: Callable[[DoorNews], None], told: Told) -> OpenDoor:
        """Listen until it is closed. Unavailable ``nearby_no_network``."""
        place = self._enrolment()
        return OpenDoor(self._self(place), place.root_key, self._carrier(), self._room, news, told, self._call_port)

    def meet(self, code: str, address: str, told: Told, cancelled: Cancelled) -> tuple[Taken, int]:
        """Exchange with the laptop that shows `code`. Refused ``nearby_*``, ``bundle_*``; Unavailable
        ``nearby_not_found``, ``nearby_cut``."""
        place = self._enrolment()
        letters = read_code(code)
        doors = [_typed(address)] if address.strip() else self._look(place, cancelled)
        wrong: Refused | None = None
        for host, port in doors:
            try:
                return self._call(place, host, port, letters, told, cancelled)
            except Refused as refused:
                if refused.code != "nearby_code_wrong":
                    raise
                wrong = refused
        raise wrong or Unavailable("nearby_not_found")

    def _call(
        self, place: Enrolment, host: str, port: int, code: str, told: Told, cancelled: Cancelled
    ) -> tuple[Taken, int]:
        carrier = self._carrier()
        try:
            line = socket.create_connection((host, port), _CONNECT_SECONDS)
        except OSError as error:
            raise Unavailable("nearby_not_found") from error
        with line:
            try:
                channel = _channel(line, cancelled)
                try:
                    channel.greet(self._self(place), code, first=True)
                except _Closed as closed:  # a door says nothing to who does not know its code
                    raise Refused("nearby_code_wrong") from closed
                meeting = Meeting(carrier, channel, self._room, told, cancelled, carrier.trusts)
                came = replace(meeting.hold(first=True), sender=carrier.name_of(channel.peer.device))
                return came, meeting.gave
            except OSError as error:
                raise Unavailable("nearby_cut") from error

    def _look(self, place: Enrolment, cancelled: Cancelled) -> list[tuple[str, int]]:
        """Doors of this village that answer, each once. Unavailable ``nearby_not_found``."""
        found: dict[tuple[str, int], None] = {}
        message = probe(place.root_key, place.village)
        end = monotonic() + _LOOK_SECONDS
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as caller:
            caller.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            caller.settimeout(_CALL_EVERY)
            while monotonic() < end and not cancelled():
                with suppress(OSError):
                    caller.sendto(message, (self._broadcast, self._call_port))
                with suppress(OSError):
                    answer, (host, _) = caller.recvfrom(_LARGEST_CALL)
                    port = port_in(answer, message, place.root_key, place.village)
                    if port is not None:
                        found[host, port] = None
                        end = min(end, monotonic() + 2 * _CALL_EVERY)
        if not found:
            raise Unavailable("nearby_not_found")
        return list(found)

    def _self(self, place: Enrolment) -> Self:
        return Self(place.hub, place.village, self._keys.device, self._keys.signing, self._keys.exchange)


class OpenDoor:
    """Listens on every network of this laptop, one caller at a time, until it is closed."""

    def __init__(
        self,
        me: Self,
        root_key: bytes,
        carrier: Carrier,
        room: Path,
        news: Callable[[DoorNews], None],
        told: Told,
        call_port: int,
    ) -> None:
        self._me, self._root_key, self._carrier, self._room = me, root_key, carrier, room
        self._news, self._told = news, told
        self._code = new_code()
        self._wrong = 0
        self._closing = threading.Event()
        try:
            self._ear = socket.create_server(("", 0), backlog=4)
        except OSError as error:
            raise Unavailable("nearby_no_network") from error
        self._ear.settimeout(_POLL_SECONDS)
        self._port = int(self._ear.getsockname()[1])
        self._threads = [threading.Thread(target=self._listen, name="balai-door", daemon=True)]
        self._caller = _ear_for_calls(call_port)
        if self._caller is not None:
            self._threads.append(threading.Thread(target=self._answer_calls, name="balai-door-calls", daemon=True))
        for thread in self._threads:
            thread.start()

    @property
    def code(self) -> str:
        """As it is shown."""
        return show_code(self._code)

    @property
    def addresses(self) -> Sequence[str]:
        """Where this laptop is reached, for one that does not find it by itself."""
        return [f"{host}:{self._port}" for host in own_addresses()]

    def close(self) -> None:
        """Listen no more."""
        self._closing.set()
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join()
        self._ear.close()
        if self._caller is not None:
            self._caller.close()

    def _listen(self) -> None:
        while not self._closing.is_set():
            try:
                line, _ = self._ear.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            with line:
                self._serve(line)

    def _serve(self, line: socket.socket) -> None:
        """One caller. Who does not know the code is told nothing, and after a few of them the door is closed."""
        label = ""
        try:
            channel = _channel(line, self._closing.is_set)
            peer = channel.greet(self._me, self._code, first=False)
            label = self._carrier.name_of(peer.device)
            self._news(DoorNews(label))
            meeting = Meeting(
                self._carrier, channel, self._room, self._told, self._closing.is_set, self._carrier.trusts
            )
            came = meeting.hold(first=False)
            self._news(DoorNews(self._carrier.name_of(peer.device) or label, came, meeting.gave))
        except Problem as problem:
            self._refused(label, problem)
        except OSError:
            if not self._closing.is_set():
                self._news(DoorNews(label, problem=Unavailable("nearby_cut")))

    def _refused(self, label: str, problem: Problem) -> None:
        if problem.code == "nearby_code_wrong":
            self._wrong += 1
        closed = self._wrong >= MOST_WRONG
        if closed:
            self._closing.set()
        self._news(DoorNews(label, problem=problem, closed=closed))

    def _answer_calls(self) -> None:
        assert self._caller is not None
        while not self._closing.is_set():
            with suppress(OSError):
                message, whence = self._caller.recvfrom(_LARGEST_CALL)
                answer = reply_to(message, self._root_key, self._me.village, self._port)
                if answer is not None:
                    self._caller.sendto(answer, whence)


def own_addresses() -> list[str]:
    """IPv4 addresses of this laptop in its networks, the likeliest first."""
    found: dict[str, None] = {}
    for far in ("10.255.255.255", "192.168.255.255", "172.31.255.255", "255.255.255.255"):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one, suppress(OSError):
            one.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            one.connect((far, 9))  # UDP: nothing is sent, the system only says from where it would
            found[str(one.getsockname()[0])] = None
    if not any(map(_reaches, found)):  # asking for the own name may take seconds where no server of names answers
        with suppress(OSError):
            found.update(dict.fromkeys(map(str, socket.gethostbyname_ex(socket.gethostname())[2])))
    return list(filter(_reaches, found))


def _reaches(address: str) -> bool:
    """Whether another laptop may reach it."""
    return not address.startswith(("127.", "0."))


def _typed(address: str) -> tuple[str, int]:
    """Host and port as somebody typed them. Refused ``nearby_address_wrong``."""
    host, _, port = address.strip().rpartition(":")
    if not host or not port.isdigit() or not 0 < int(port) < 65_536:
        raise Refused("nearby_address_wrong")
    return host, int(port)


def _ear_for_calls(port: int) -> socket.socket | None:
    """Where calls are heard; None where another program holds the port: the address can still be typed."""
    ear = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        ear.bind(("", port))
        ear.settimeout(_POLL_SECONDS)
    except OSError:
        ear.close()
        return None
    return ear


class _Closed(OSError):
    """The other side hung up."""


def _channel(line: socket.socket, stopped: Callable[[], bool]) -> Channel:
    """A channel over a socket that looks now and then whether somebody wants to stop."""
    line.settimeout(_POLL_SECONDS)

    def send(content: bytes) -> None:
        rest, end = memoryview(content), monotonic() + _SILENCE_SECONDS
        while rest:
            try:
                rest = rest[line.send(rest) :]
                end = monotonic() + _SILENCE_SECONDS
            except TimeoutError:
                _go_on(end, stopped)

    def receive(size: int) -> bytes:
        got, end = bytearray(), monotonic() + _SILENCE_SECONDS
        while len(got) < size:
            try:
                piece = line.recv(min(1 << 16, size - len(got)))
            except TimeoutError:
                _go_on(end, stopped)
                continue
            if not piece:
                raise _Closed("closed")
            got += piece
            end = monotonic() + _SILENCE_SECONDS
        return bytes(got)

    return Channel(send, receive)


def _go_on(end: float, stopped: Callable[[], bool]) -> None:
    if stopped():
        raise Refused("bundle_stopped")
    if monotonic() > end:
        raise TimeoutError("silent")
