"""The village's own network: one laptop opens a door with a code on its screen, the other one calls."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from ipaddress import IPv4Address, IPv4Interface
from pathlib import Path
from time import monotonic
from typing import Final

import psutil

from app.domain.errors import Problem, Refused, Unavailable
from app.sync.carrier import Carrier
from app.sync.enrolment import DeviceKeys, Enrolment
from app.sync.meeting import Meeting
from app.usecases.carry import Cancelled, DoorNews, Given, Taken, Told
from app.wire.channel import Channel, Self, new_code, port_in, probe, read_code, reply_to, show_code

CALL_PORT: Final = 47_813
"""UDP, where an open door hears that it is looked for."""

MOST_WRONG: Final = 5
_CONNECT_SECONDS: Final = 8.0
_SILENCE_SECONDS: Final = 30.0
_GREETING_SECONDS: Final = 10.0
"""How long who has not shown that he knows the code may hold the door: one caller is served at a time."""
_DOOR_SECONDS: Final = 30.0
"""How long a caller waits to be greeted: the door may be speaking with another laptop."""
_LOOK_SECONDS: Final = 3.0
_CALL_EVERY: Final = 0.4
_POLL_SECONDS: Final = 0.25
_LARGEST_CALL: Final = 512
_ADDRESS: Final = re.compile(r"(?=.{1,253}:)([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*):([0-9]{1,5})")
"""A number or a name in the network, and a port; on whatever else is typed the system's search for names trips."""


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

    def meet(self, code: str, address: str, told: Told, cancelled: Cancelled) -> tuple[Taken, Given]:
        """Exchange with the laptop that shows `code`. Refused ``nearby_*``, ``bundle_*``; Unavailable
        ``nearby_not_found``, ``nearby_busy`` (it is there and says nothing), ``nearby_cut``."""
        place = self._enrolment()
        letters = read_code(code)
        for host, port in _nearest_first([_typed(one) for one in address.split()], _networks()):
            try:
                return self._call(place, host, port, letters, told, cancelled)
            except Unavailable as lost:
                if lost.code != "nearby_not_found":
                    raise
        # No address, or none that is reached from here: a laptop in two networks tells those of both.
        wrong: Refused | None = None
        for host, port in self._look(place, cancelled):
            try:
                return self._call(place, host, port, letters, told, cancelled)
            except Refused as refused:
                if refused.code != "nearby_code_wrong":
                    raise
                wrong = refused
        raise wrong or Unavailable("nearby_not_found")

    def _call(
        self, place: Enrolment, host: str, port: int, code: str, told: Told, cancelled: Cancelled
    ) -> tuple[Taken, Given]:
        carrier = self._carrier()
        try:
            line = socket.create_connection((host, port), _CONNECT_SECONDS)
        except OSError as error:
            raise Unavailable("nearby_not_found") from error
        with line:
            try:
                way = _Way(line, cancelled, _DOOR_SECONDS)
                channel = Channel(way.send, way.receive)
                try:
                    channel.greet(self._self(place), code, first=True)
                except _Closed as closed:  # a door says nothing to who does not know its code
                    raise Refused("nearby_code_wrong") from closed
                except TimeoutError as silent:
                    raise Unavailable("nearby_busy") from silent
                except OSError as gone:  # it was closed while this laptop waited before it
                    raise Unavailable("nearby_not_found") from gone
                way.known()
                meeting = Meeting(carrier, channel, self._room, told, cancelled)
                came = replace(meeting.hold(first=True), sender=carrier.laptops.name_of(channel.peer.device))
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
                for everybody in dict.fromkeys((self._broadcast, *_broadcasts())):
                    with suppress(OSError):
                        caller.sendto(message, (everybody, self._call_port))
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
        try:
            while not self._closing.is_set():
                try:
                    line, _ = self._ear.accept()
                except (TimeoutError, ConnectionError):
                    continue
                except OSError:
                    return
                with line:
                    self._serve(line)
        finally:  # nobody may wait at a door at which nobody stands
            if not self._closing.is_set():
                self._closing.set()
                self._news(DoorNews("", problem=Unavailable("nearby_door_broke"), closed=True))

    def _serve(self, line: socket.socket) -> None:
        """One caller. Who does not know the code is told nothing, and after a few of them the door is closed."""
        label = ""
        try:
            way = _Way(line, self._closing.is_set, _GREETING_SECONDS)
            channel = Channel(way.send, way.receive)
            peer = channel.greet(self._me, self._code, first=False)
            way.known()
            label = self._carrier.laptops.name_of(peer.device)
            self._news(DoorNews(label))
            meeting = Meeting(self._carrier, channel, self._room, self._told, self._closing.is_set)
            came = meeting.hold(first=False)
            self._news(DoorNews(self._carrier.laptops.name_of(peer.device) or label, came, meeting.gave))
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
    found.update(dict.fromkeys(str(one.ip) for one in _networks()))
    return sorted(filter(_reaches, found), key=_made_up)


def _broadcasts() -> list[str]:
    """Where all of each network hear: a call to 255.255.255.255 leaves by one network only, perhaps another one."""
    return [str(one.network.broadcast_address) for one in _networks() if one.network.prefixlen < 31]


def _networks() -> Iterator[IPv4Interface]:
    """This laptop's addresses in networks that others may be in too."""
    states = psutil.net_if_stats()
    for card, addresses in psutil.net_if_addrs().items():
        told = [(one.address, one.netmask or "") for one in addresses if one.family == socket.AF_INET]
        yield from _joined(told, up=card not in states or states[card].isup)


def _joined(told: Iterable[tuple[str, str]], *, up: bool) -> Iterator[IPv4Interface]:
    """Addresses and masks of one card, unless it is in no network: with its Wi-Fi off a card may keep an address, and
    on Windows it makes one up."""
    for address, mask in told:
        if up and mask and _reaches(address):
            yield IPv4Interface(f"{address}/{mask}")


def _reaches(address: str) -> bool:
    """Whether another laptop may reach it."""
    return not address.startswith(("127.", "0."))


def _nearest_first(places: Sequence[tuple[str, int]], networks: Iterable[IPv4Interface]) -> list[tuple[str, int]]:
    """Those in one of these networks, which this laptop is in, before those that nobody may answer at; each once."""
    nets = [one.network for one in networks]

    def far(place: tuple[str, int]) -> bool:
        try:
            return not any(IPv4Address(place[0]) in net for net in nets)
        except ValueError:  # a name
            return True

    return sorted(dict.fromkeys(places), key=far)


def _made_up(address: str) -> bool:
    """Whether a laptop gave it to itself, as where two are joined by a cable: the last to be tried."""
    return address.startswith("169.254.")


def _typed(address: str) -> tuple[str, int]:
    """Host and port as somebody typed them. Refused ``nearby_address_wrong``."""
    found = _ADDRESS.fullmatch(address.strip())
    if found is None or not 0 < int(found[2]) < 65_536:
        raise Refused("nearby_address_wrong")
    return found[1], int(found[2])


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


class _Way:
    """Bytes over a socket, with a look now and then whether somebody wants to stop or the other side is silent."""

    def __init__(self, line: socket.socket, stopped: Callable[[], bool], greeting: float | None = None) -> None:
        """Within `greeting` seconds the other side has to be :meth:`known`."""
        self._line, self._stopped = line, stopped
        self._patience = None if greeting is None else monotonic() + greeting
        line.settimeout(_POLL_SECONDS)

    def known(self) -> None:
        """Whoever is there may take his time now."""
        self._patience = None

    def send(self, content: bytes) -> None:
        """All of it."""
        rest, heard = memoryview(content), monotonic()
        while rest:
            with suppress(TimeoutError):
                rest, heard = rest[self._line.send(rest) :], monotonic()
            self._go_on(heard)

    def receive(self, size: int) -> bytes:
        """So many bytes."""
        got, heard = bytearray(), monotonic()
        while len(got) < size:
            try:
                piece = self._line.recv(min(1 << 16, size - len(got)))
            except TimeoutError:
                pass
            else:
                if not piece:
                    raise _Closed("closed")
                got += piece
                heard = monotonic()
            self._go_on(heard)
        return bytes(got)

    def _go_on(self, heard: float) -> None:
        if self._stopped():
            raise Refused("bundle_stopped")
        now = monotonic()
        if now > heard + _SILENCE_SECONDS or (self._patience is not None and now > self._patience):
            raise TimeoutError("silent")
