"""What a certified laptop only claims to hold of the district's chain does no harm to the others of its village."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from app.domain.entry import GENESIS, VILLAGE, Entry, Head
from app.domain.errors import Refused
from app.domain.ids import ChainId, chain_id, device_of, incarnation_of
from app.domain.payloads import CalendarSet
from app.hub.bundles import Arrived, make_bundle, take_bundle
from app.hub.chain import head_of, say, village_row
from app.hub.exchange import serve_exchange
from app.hub.local import LocalHub
from app.hub.store import VillageStore
from app.sync.exchanger import Line
from app.sync.line import HttpLine
from app.wire.bundle import check_bundle
from app.wire.entry import next_entry
from app.wire.exchange import PROTOCOL, HeadRow, Request, body_of, rows_of, sign_request
from app.wire.payload import encode_payload
from app.wire.seal import make_seal
from tests.sync.conftest import Back, NewLaptop
from tests.sync.laptop import VILLAGE as CODE
from tests.sync.laptop import Laptop


def _chain(hub: LocalHub) -> ChainId:
    with hub.district.database.read() as connection:
        return ChainId(village_row(connection, CODE).chain)


def _end(hub: LocalHub) -> Head:
    with hub.district.database.read() as connection:
        found = head_of(connection, CODE, _chain(hub))
    assert found is not None
    return found


def _said(hub: LocalHub) -> list[Entry]:
    """All of the district's present life."""
    with hub.district.database.read() as connection:
        store, chain = VillageStore(connection, hub.district, CODE), _chain(hub)
        others = {str(name): end.seq for name, end in store.vector().items() if name != chain}
        return list(store.entries_after(others, 1 << 30))


def _claim(hub: LocalHub, liar: Laptop, row: HeadRow, shown: Sequence[Entry] = ()) -> None:
    held = (*(one for one in rows_of(liar.store.vector()) if one.chain != row.chain), row)
    lost = body_of(shown) if shown else b""
    said = Request(PROTOCOL, hub.district.keys.hub, "", CODE, liar.keys.device, os.urandom(16), 0, held, b"", (), lost)
    serve_exchange(hub.district, sign_request(said, liar.keys.signing))


def _pair(hub: LocalHub, new_laptop: NewLaptop) -> tuple[Laptop, Laptop]:
    honest, liar = new_laptop(), new_laptop()
    for one in (honest, liar):
        one.enrol(hub)
        one.exchange()
    honest.visit("f-1")
    return honest, liar


def _takes_no_notice(hub: LocalHub, honest: Laptop, chain: ChainId) -> None:
    assert _chain(hub) == chain
    outcome = honest.exchange()
    assert outcome.receipt
    assert "hub_restored" not in outcome.notices


@pytest.mark.parametrize("later", [10**9 - 2, 10**6, 1])
def test_a_life_of_the_district_that_never_was_is_not_believed(
    hub: LocalHub, new_laptop: NewLaptop, later: int
) -> None:
    honest, liar = _pair(hub, new_laptop)
    chain = _chain(hub)
    with pytest.raises(Refused, match="exchange_life_unproved"):
        _claim(hub, liar, HeadRow(chain_id(device_of(chain), incarnation_of(chain) + later), 1, GENESIS))
    _takes_no_notice(hub, honest, chain)


@pytest.mark.parametrize("beyond", [1, 0, -1])
def test_words_of_its_present_life_that_the_district_never_said_are_not_believed(
    hub: LocalHub, new_laptop: NewLaptop, beyond: int
) -> None:
    honest, liar = _pair(hub, new_laptop)
    chain = _chain(hub)
    with pytest.raises(Refused, match="exchange_life_unproved"):
        _claim(hub, liar, HeadRow(chain, _end(hub).seq + beyond, os.urandom(32)))
    _takes_no_notice(hub, honest, chain)


def _forged(hub: LocalHub, liar: Laptop) -> Entry:
    """A seal over what never was, by the liar's own key."""
    chain, end = _chain(hub), _end(hub)
    made = make_seal(liar.signing, chain, Head(end.seq + 1, os.urandom(32)))
    kind, version, payload = encode_payload(made)
    head = Head(end.seq + 1, made.head)
    return next_entry(
        head, chain=chain, author=hub.district.keys.person, at_ms=1, floor_ms=1, turn=1, kind=kind, version=version,
        subject=VILLAGE, payload=payload,
    )  # fmt: skip


def test_a_seal_that_the_root_key_did_not_make_proves_nothing(hub: LocalHub, new_laptop: NewLaptop) -> None:
    honest, liar = _pair(hub, new_laptop)
    chain, seal = _chain(hub), _forged(hub, liar)
    with pytest.raises(Refused, match="exchange_life_unproved"):
        _claim(hub, liar, HeadRow(chain, seal.seq, seal.hash), [seal])
    _takes_no_notice(hub, honest, chain)


def test_a_true_seal_of_what_the_district_holds_proves_nothing(hub: LocalHub, new_laptop: NewLaptop) -> None:
    honest, liar = _pair(hub, new_laptop)
    chain, end, seals = _chain(hub), _end(hub), [one for one in _said(hub) if one.kind == "sealed"]
    assert seals
    for row in (HeadRow(chain, end.seq + 5, GENESIS), HeadRow(chain_id(device_of(chain), 2), 3, GENESIS)):
        with pytest.raises(Refused, match="exchange_life_unproved"):
            _claim(hub, liar, row, seals)
    _takes_no_notice(hub, honest, chain)


def _by_stick(hub: LocalHub, laptop: Laptop, folder: Path) -> Arrived:
    path = laptop.write_stick(folder).paths[0]
    with path.open("rb") as file:
        return take_bundle(hub.district, file, check_bundle(file, path.stat().st_size))


def test_a_stick_that_claims_a_life_is_taken_in_and_begins_none(
    hub: LocalHub, new_laptop: NewLaptop, tmp_path: Path
) -> None:
    honest, liar = _pair(hub, new_laptop)
    chain = _chain(hub)
    claimed = chain_id(device_of(chain), incarnation_of(chain) + 1)
    with liar.database.write() as connection:
        connection.exec_driver_sql("INSERT INTO head (chain, seq, hash, own) VALUES (?, 7, ?, 0)", (claimed, GENESIS))
    liar.visit("f-2")
    assert _by_stick(hub, liar, tmp_path / "stick").entries > 0
    _takes_no_notice(hub, honest, chain)


def _calls(counted: list[int]) -> Callable[[HttpLine], Line]:
    def through(line: HttpLine) -> Line:
        post = line.post

        def said(path: str, body: bytes, largest: int, authorization: str = "") -> bytes:
            counted.append(len(body))
            return post(path, body, largest, authorization)

        line.post = said  # type: ignore[method-assign]
        return line

    return through


def _say(hub: LocalHub, times: int) -> None:
    with hub.district.database.write(CODE) as connection:
        words = [(hub.district.keys.person, VILLAGE, CalendarSet(f"2026-{n}")) for n in range(1, times + 1)]
        say(connection, hub.district, CODE, words)


def test_a_restored_district_is_shown_a_seal_on_one_call_more(
    hub: LocalHub, new_laptop: NewLaptop, yesterday: Callable[[], Back]
) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    laptop.exchange()
    back = yesterday()
    plain: list[int] = []
    laptop.visit("f-1")
    laptop.exchanger(through=_calls(plain)).run()
    restored = back(hub)
    before = _chain(restored)
    asked: list[int] = []
    outcome = laptop.exchanger(restored.url, through=_calls(asked)).run()
    assert "hub_restored" in outcome.notices
    assert incarnation_of(_chain(restored)) == incarnation_of(before) + 1
    again: list[int] = []
    laptop.visit("f-2")
    outcome = laptop.exchanger(restored.url, through=_calls(again)).run()
    assert outcome.receipt
    assert len(plain) == len(again) == 1
    assert len(asked) == 3  # the claim, the seal, and what the district lacks
    assert asked[1] - asked[0] < 400


def test_one_proof_begins_one_life(hub: LocalHub, new_laptop: NewLaptop, yesterday: Callable[[], Back]) -> None:
    first, second = new_laptop(), new_laptop()
    for one in (first, second):
        one.enrol(hub)
        one.exchange()
    back = yesterday()
    first.visit("f-1")
    first.exchange()
    second.exchange()
    proof = second.store.newest_seal(device_of(_chain(hub)))
    assert proof is not None
    restored = back(hub)
    first.exchange(restored.url)
    chain = _chain(restored)
    lost = second.store.vector()[proof.chain]
    _claim(restored, second, HeadRow(proof.chain, lost.seq, lost.hash), [proof])
    assert _chain(restored) == chain
    second.exchange(restored.url)
    assert _chain(restored) == chain
    assert second.said_about("f-1") == first.said_about("f-1") == ["visit_recorded"]


def test_what_came_without_its_seal_of_a_district_that_was_restored_since_makes_way(
    hub: LocalHub, new_laptop: NewLaptop, yesterday: Callable[[], Back]
) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    laptop.exchange()
    back = yesterday()
    _say(hub, 3)
    held = laptop.store.vector()[_chain(hub)].seq
    laptop.store.receive([one for one in _said(hub) if held < one.seq <= held + 2])  # then the line was cut
    restored = back(hub)
    laptop.visit("f-1")
    outcome = laptop.exchange(restored.url)
    assert outcome.receipt
    assert laptop.said_about("f-1") == ["visit_recorded"]
    end = _end(restored)
    assert laptop.store.vector()[_chain(restored)] == end


def test_a_village_of_sticks_alone_proves_that_its_district_was_restored(
    hub: LocalHub, new_laptop: NewLaptop, yesterday: Callable[[], Back], tmp_path: Path
) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    laptop.exchange()
    back = yesterday()
    laptop.visit("f-1")
    laptop.exchange()
    restored = back(hub)
    before = _chain(restored)
    _by_stick(restored, laptop, tmp_path / "there")
    assert incarnation_of(_chain(restored)) == incarnation_of(before) + 1
    bundle = tmp_path / "back" / "Balai-kabupaten.balai"
    bundle.parent.mkdir()
    bundle.write_bytes(b"".join(make_bundle(restored.district, CODE)))
    assert "hub_restored" in laptop.read_stick(bundle.parent)[0].notices
