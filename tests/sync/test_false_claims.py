"""What a certified laptop only claims to hold of the district's chain does no harm to the others of its village."""

from __future__ import annotations

import os

import pytest

from app.domain.entry import GENESIS
from app.domain.ids import ChainId, device_of
from app.hub.chain import village_row
from app.hub.exchange import serve_exchange
from app.hub.local import LocalHub
from app.wire.exchange import PROTOCOL, HeadRow, Request, rows_of, sign_request
from tests.sync.conftest import NewLaptop
from tests.sync.laptop import VILLAGE


@pytest.mark.parametrize("number", [10**9 - 1, 10**6])
def test_a_life_of_the_district_that_cannot_have_been_is_not_believed(
    hub: LocalHub, new_laptop: NewLaptop, number: int
) -> None:
    honest, liar = new_laptop(), new_laptop()
    honest.enrol(hub)
    liar.enrol(hub)
    honest.visit("f-1")
    with hub.district.database.read() as connection:
        chain = ChainId(village_row(connection, VILLAGE).chain)
    held = (*rows_of(liar.store.vector()), HeadRow(f"{device_of(chain)}.{number}", 1, GENESIS))
    said = Request(PROTOCOL, hub.district.keys.hub, "", VILLAGE, liar.keys.device, os.urandom(16), 0, held, b"", ())
    serve_exchange(hub.district, sign_request(said, liar.keys.signing))
    with hub.district.database.read() as connection:
        assert village_row(connection, VILLAGE).chain == chain
    outcome = honest.exchange()
    assert outcome.receipt
    assert "hub_restored" not in outcome.notices
