"""Laptops of many villages with work that waits for a hub: batches of ten entries, signed and sealed."""

from __future__ import annotations

import http.client
import os
import ssl
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.domain.entry import VILLAGE, Entry, Head, Vector
from app.domain.ids import DeviceId, chain_id
from app.domain.payloads import ChangeProposed, DeviceStarted, FieldChange, Payload, VisitRecorded
from app.hub.district import District
from app.hub.enrol import make_code, serve_enrol
from app.wire.columns import decode_entries
from app.wire.enrol import EnrolRequest, prove, read_answer
from app.wire.entry import next_entry
from app.wire.exchange import PROTOCOL, Answer, Request, body_of, open_answer, rows_of, sign_request, vector_of
from app.wire.payload import encode_payload
from app.wire.seal import make_seal
from app.wire.trust import device_id, person_id

BATCH = 10
"""Entries, the seal among them."""


@dataclass
class Village:
    """One enrolled laptop with work that waits."""

    code: str
    hub: str
    root_key: bytes
    signing: bytes
    exchange: bytes
    vector: Vector
    epoch: str = ""
    batches: list[tuple[bytes, Vector]] = field(default_factory=list)
    """Columns, and the laptop's own ends after them."""
    chain: str = ""
    """The laptop's own."""
    acknowledged: int = 0
    """Number of the last entry that a receipt covered."""


def prepare(district: District, count: int, batches: int, *, first: int = 7_300_000_000) -> list[Village]:
    """Enrol `count` laptops in as many villages from code `first` on, and write what they will send."""
    return [_prepared(district, f"{first + 7 * number}", batches) for number in range(count)]


def _prepared(district: District, code: str, batches: int) -> Village:
    signing, author, exchange = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate(), X25519PrivateKey.generate()
    device = device_id(signing.public_key().public_bytes_raw())
    key = author.public_key().public_bytes_raw()
    letters = make_code(district, code, f"Desa {code}", "operator", "Siti Rahma")
    asked = EnrolRequest(
        letters.id,
        device,
        "Laptop",
        signing.public_key().public_bytes_raw(),
        exchange.public_key().public_bytes_raw(),
        person_id(key),
        key,
        "",
        os.urandom(16),
    )
    message = prove(asked, letters.key)
    answer = read_answer(serve_enrol(district, message, "127.0.0.1"), message, letters)
    last = decode_entries(answer.entries)[-1]
    village = Village(
        code,
        answer.hub,
        answer.root_key,
        signing.private_bytes_raw(),
        exchange.private_bytes_raw(),
        {last.chain: Head(last.seq, last.hash)},
    )
    village.chain = chain_id(device, 1)
    village.batches = _written(device, author, code, batches, turn=last.turn)
    return village


def _written(
    device: DeviceId, author: Ed25519PrivateKey, code: str, batches: int, turn: int
) -> list[tuple[bytes, Vector]]:
    chain = chain_id(device, 1)
    person = person_id(author.public_key().public_bytes_raw())
    head: Head | None = None
    number = 0
    found = []

    def write(subject: str, payload: Payload) -> Entry:
        nonlocal head, number
        number += 1
        kind, version, content = encode_payload(payload)
        at = 1_790_000_000_000 + 60_000 * number
        one = next_entry(
            head,
            chain=chain,
            author=person,
            at_ms=at,
            floor_ms=at,
            turn=turn + number,
            kind=kind,
            version=version,
            subject=subject,
            payload=content,
        )
        head = Head(one.seq, one.hash)
        return one

    for batch in range(batches):
        entries = [] if batch else [write(VILLAGE, DeviceStarted(device, 1, code, "Laptop", "bench", None))]
        while len(entries) < BATCH - 1:
            entries.append(write(f"f-{number}", _act(number)))
        assert head is not None
        entries.append(write(VILLAGE, make_seal(author, chain, head)))
        found.append((body_of(entries), {chain: head}))
    return found


def _act(number: int) -> Payload:
    """Nine visits, then a proposal."""
    if number % 10 == 5:
        return ChangeProposed("correction", changes=(FieldChange("head_name", "NUR", f"NUR {number}"),))
    answers: dict[str, str | int | float | bool | tuple[str, ...]]
    answers = {"id_bb_utama": str(number % 5), "id_bb_lantai": str(number % 7), "id_bb_dinding": str(number % 3)}
    return VisitRecorded("dtsen-visit", "1", 1, "found", "", "1", f"Baso {number}", answers=answers)


class Caller:
    """A laptop on a line of its own."""

    def __init__(self, village: Village, address: str, *, fresh: bool = False) -> None:
        self.village = village
        self._signing = Ed25519PrivateKey.from_private_bytes(village.signing)
        self._exchange = X25519PrivateKey.from_private_bytes(village.exchange)
        self._device = device_id(self._signing.public_key().public_bytes_raw())
        self._told = b""
        """What the district said last: its seal proves how far it had come, where it asks for that."""
        self._fresh = fresh
        host, _, port = address.rpartition("/")[2].partition(":")
        self._place = (host, int(port))
        self._secure = address.startswith("https")
        self._line: http.client.HTTPConnection | None = None

    def call(self, entries: bytes, own: Vector) -> str:
        """One exchange; the receipt's number, empty where there was nothing new."""
        village = self.village
        try:
            answer = self._round(entries, own)
        except ConnectionError as error:
            if "exchange_life_unproved" not in str(error):
                raise
            told = decode_entries(self._told) if self._told else []
            answer = self._round(entries, own, body_of([one for one in told if one.kind == "sealed"][-1:]))
        assert not answer.set_aside, answer.set_aside
        assert not answer.forked, answer.forked
        village.epoch = answer.epoch
        self._told = answer.entries or self._told
        held = vector_of(answer.vector)
        for chain, head in own.items():
            assert held[chain] == head
        village.vector = held
        return answer.receipt

    def _round(self, entries: bytes, own: Vector, lost: bytes = b"") -> Answer:
        village = self.village
        request = Request(
            PROTOCOL,
            village.hub,
            village.epoch,
            village.code,
            self._device,
            os.urandom(16),
            0,
            rows_of(village.vector | own),
            entries,
            lost=lost,
        )
        message = sign_request(request, self._signing)
        return open_answer(self._post(message), message, village.root_key, self._exchange)

    def send_next(self) -> None:
        """The batch that waits longest, until a receipt names it."""
        entries, own = self.village.batches[0]
        receipt = self.call(entries, own)
        self.village.acknowledged = max(head.seq for head in own.values())
        self.village.batches.pop(0)
        assert receipt or self.village.acknowledged

    def close(self) -> None:
        """Hang up."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def _post(self, message: bytes) -> bytes:
        line = self._connected()
        line.request("POST", "/v1/exchange", message, {"Content-Type": "application/octet-stream"})
        answer = line.getresponse()
        body = answer.read()
        if self._fresh:
            self.close()
        if answer.status != 200:
            raise ConnectionError(f"{answer.status} {body[:200]!r}")
        return body

    def _connected(self) -> http.client.HTTPConnection:
        if self._line is None:
            if self._secure:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
                context.check_hostname, context.verify_mode = False, ssl.CERT_NONE  # the root key proves the answer
                self._line = http.client.HTTPSConnection(*self._place, timeout=60, context=context)
            else:
                self._line = http.client.HTTPConnection(*self._place, timeout=60)
        return self._line
