"""A month of an invented village as entries: visits, proposals and corrections, sealed as the program seals them."""

from __future__ import annotations

import hashlib
import random

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.entry import Entry, Head
from app.domain.ids import ChainId, EntryId, FamilyId, MemberId, PackId, PersonId
from app.domain.payloads import (
    ChangeProposed,
    Evidence,
    FieldChange,
    MemberSeen,
    Payload,
    Place,
    VisitRecorded,
    is_weighty,
)
from app.domain.photo_name import NAME_BYTES
from app.wire.entry import next_entry
from app.wire.payload import encode_payload
from app.wire.seal import make_seal

CHAIN = ChainId("k3f9x2abqwer.1")
PACK = PackId("d1stc5t2abcd.1/3")
_START = 1_790_000_000_000
_NAMES = ["Muhammad", "Siti", "Andi", "Daeng", "Nur", "Rahma", "Baso", "Hasan", "Becce", "Saleh", "Ratna", "Yusuf"]
_NOTES = ["", "", "", "rumah terkunci", "kepala keluarga sedang melaut", "atap bocor di dapur", "anak sekolah di kota"]


class _Author:
    """One enumerator who writes on one chain."""

    def __init__(self, seed: int, chain: ChainId) -> None:
        self.random = random.Random(seed)
        self.chain = chain
        self.key = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(str(seed).encode()).digest())
        self.entries: list[Entry] = []
        self.now = _START

    def write(self, subject: str, payload: Payload) -> None:
        """One more entry, sealed where it weighs."""
        last = self.entries[-1] if self.entries else None
        kind, version, content = encode_payload(payload)
        self.entries.append(
            next_entry(
                Head(last.seq, last.hash) if last else None,
                chain=self.chain,
                author=PersonId("p7c2k9mnb4xy"),
                at_ms=self.now,
                floor_ms=max((entry.at_ms for entry in self.entries[-1:]), default=_START),
                turn=len(self.entries) + 5,
                kind=kind,
                version=version,
                subject=subject,
                payload=content,
            )
        )
        if is_weighty(payload):
            self.seal()

    def seal(self) -> None:
        """The author's name under everything so far."""
        last = self.entries[-1]
        self.write("", make_seal(self.key, self.chain, Head(last.seq, last.hash)))


def month_of_entries(
    visits: int = 600, proposals: int = 40, corrections: int = 60, seed: int = 7, chain: ChainId = CHAIN
) -> list[Entry]:
    """The entries of one chain, in order."""
    author = _Author(seed, chain)
    chance = author.random
    rows = chance.sample(range(1, 4000), visits)
    for number, row in enumerate(rows):
        author.now += chance.randrange(240_000, 2_400_000)
        author.write(f"f-5c1f09ab-{row}", _visit(chance, row, author.now))
        if number % 25 == 24:
            author.seal()
            author.now += 50_000_000 + chance.randrange(9_000_000)
    for number in range(proposals + corrections):
        author.now += chance.randrange(90_000, 900_000)
        row = chance.choice(rows)
        proposal = number * proposals % (proposals + corrections) < proposals
        author.write(f"f-5c1f09ab-{row}", _proposal(chance, row) if proposal else _correction(chance, row))
    author.seal()
    return author.entries


def _photo(chance: random.Random, kind: str) -> Evidence:
    return Evidence(chance.randbytes(NAME_BYTES).hex(), chance.randrange(30_000, 80_000), kind)


def _visit(chance: random.Random, row: int, now: int) -> VisitRecorded:
    found = chance.random() < 0.9
    people = range(chance.choice([1, 2, 3, 3, 4, 4, 5, 6]))
    return VisitRecorded(
        form="dtsen-visit",
        form_version="1",
        attempt=1 if chance.random() < 0.9 else 2,
        presence="found" if found else "not_found",
        absence_reason="" if found else chance.choice(["moved", "dead", "unknown"]),
        result="1" if found else "3",
        respondent=f"{chance.choice(_NAMES)} {chance.choice(_NAMES)}" if found else "",
        respondent_member=MemberId(f"m-5c1f09ab-{row}") if found else None,
        members=tuple(_member(chance, row + place) for place in people) if found else (),
        answers=_house(chance) if found else {},
        place=Place(round(-5.1 + chance.gauss(0, 0.01), 6), round(119.9 + chance.gauss(0, 0.01), 6), "photo"),
        note=chance.choice(_NOTES),
        statement=found,
        photos=(_photo(chance, "house_front"),) if found else (),
        started_at_ms=now - chance.randrange(200_000, 900_000),
        base_pack=PACK,
    )


def _member(chance: random.Random, row: int) -> MemberSeen:
    work = chance.random() < 0.5
    answers = {"id_partisipasi_sekolah": chance.choice("1234"), "membantu_bekerja": "1" if work else "2"}
    if work:
        answers["id_lapangan_usaha_dari_usaha_utama"] = chance.choice(["01", "02", "04", "12"])
        answers["id_status_kedudukan_pekerjaan_utama"] = chance.choice("12345")
    return MemberSeen(MemberId(f"m-5c1f09ab-{row}"), "1" if chance.random() < 0.93 else "3", dict(answers))


def _house(chance: random.Random) -> dict[str, str | int | float | bool | tuple[str, ...]]:
    answers: dict[str, str | int | float | bool | tuple[str, ...]] = {
        name: chance.choice(codes)
        for name, codes in (
            ("id_status_penguasaan_bangunan", "11123"),
            ("id_lantai_terluas", "35566"),
            ("id_dinding_terluas", "13345"),
            ("id_atap_terluas", "2333"),
            ("id_sumber_airminum", "3467"),
            ("id_sumberpenerangan", "1113"),
            ("id_bb_utama", "339"),
            ("id_fasilitas_bab", "1124"),
        )
    }
    answers["luas_lantai_bangunan"] = chance.randrange(21, 120)
    if chance.random() < 0.6:
        answers["kepemilikan_aset"] = tuple(
            sorted(chance.sample(["sepeda_motor", "lemari_es", "smartphone", "tv_datar"], 2))
        )
    return answers


def _correction(chance: random.Random, row: int) -> ChangeProposed:
    old = f"{chance.choice(_NAMES)} {chance.choice(_NAMES)}"
    return ChangeProposed(
        "correction",
        member=MemberId(f"m-5c1f09ab-{row}"),
        changes=(FieldChange("nama", old, f"{old} {chance.choice(_NAMES)}"),),
        base_pack=PACK,
        base_entry=EntryId(f"{CHAIN}/{chance.randrange(1, 600)}"),
    )


def _proposal(chance: random.Random, row: int) -> ChangeProposed:
    return ChangeProposed(
        chance.choice(["death", "ineligible", "move"]),
        member=MemberId(f"m-5c1f09ab-{row}"),
        other_family=FamilyId(f"f-5c1f09ab-{row + 1}") if chance.random() < 0.1 else None,
        reason=chance.choice(["asn", "moved_out", "died"]),
        reason_list="kepmensos-73-2024",
        note=chance.choice(_NOTES),
        evidence=(_photo(chance, "death_letter"),),
        event_date=f"2026-{chance.randrange(1, 11):02d}-{chance.randrange(1, 28):02d}",
        base_pack=PACK,
    )


def plain_columns(entries: list[Entry]) -> bytes:
    """The same values as plain columns, one value a line: the floor against which a body is measured."""
    columns: dict[str, list[bytes]] = {}

    def walk(path: str, value: object) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                walk(f"{path}/{key}", inner)
        elif isinstance(value, list):
            columns.setdefault(f"{path}#", []).append(str(len(value)).encode())
            for inner in value:
                walk(f"{path}/*", inner)
        else:
            plain = value if isinstance(value, bytes) else b"" if value is None else str(value).encode()
            columns.setdefault(path, []).append(plain)

    for entry in entries:
        for name in ("chain", "seq", "author", "at_ms", "floor_ms", "turn", "kind", "subject"):
            walk(name, getattr(entry, name))
        walk(entry.kind, msgspec.msgpack.decode(entry.payload))
    return b"\0".join(b"\n".join(column) for column in columns.values())
