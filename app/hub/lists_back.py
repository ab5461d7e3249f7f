"""A district that was restored from a copy gets back the lists that it had published since.

Its chain comes back from laptops, and tells of lists whose bodies were lost with the disk. A list is known by its hash,
which the district itself had told, so a body may come from any laptop of the village, by line or by stick.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select, update

from app.hub.district import District
from app.hub.publish import replay_lists
from app.hub.receive import look_again
from app.hub.tables import pack
from app.hub.told_lists import told_lists
from app.wire.pack import pack_sha256


def take_back(connection: Connection, district: District, code: str, bodies: Iterable[bytes]) -> frozenset[str]:
    """Keep those that the district told of and lacks, each in its place among the others; SHA-256 of those.

    Runs in the village's write transaction; what the list of today is, and whom it dropped, is reckoned anew.
    """
    given = {pack_sha256(body): body for body in bodies}
    held = set(connection.execute(select(pack.c.sha256).where(pack.c.village == code)).scalars())
    if given.keys() <= held:
        return frozenset()
    told = told_lists(connection, district, code)
    fresh = {one.sha256: (name, one) for name, one in told.items() if one.sha256 in given.keys() - held}
    for sha256, (name, one) in fresh.items():
        row = {"village": code, "sha256": sha256, "pack": name, "form": one.form, "month": one.month, "number": 0}
        connection.execute(insert(pack), {**row, "body": given[sha256]})
    if fresh:
        _number(connection, code, list(told))
        replay_lists(connection, code)
        look_again(connection, district, code)
    return frozenset(fresh)


def _number(connection: Connection, code: str, order: list[str]) -> None:
    held = connection.execute(select(pack.c.pack).where(pack.c.village == code)).scalars()
    for number, name in enumerate(sorted(held, key=order.index), 1):
        connection.execute(update(pack).where(pack.c.village == code, pack.c.pack == name).values(number=number))
