"""Which version of the house code lists a list's numbers belong to, as far as the list itself shows it.

Roof 5 and 6 are swapped between DTSEN and Regsosek, and "does not cook" is 0 in one and 12 in the other (domain facts,
2.4). Nothing else in the numbers tells them apart, so the headings and the DTSEN status count as witnesses, and where
no witness speaks the version stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from app.domain.intake import ColumnMapping
from app.domain.roster import DTSEN, REGSOSEK, UNKNOWN_CODES
from app.sheets.columns import Table
from app.shelf.headers import plain_heading

_DTSEN_NAMES = frozenset(
    plain_heading(name)
    for name in (
        "id_bb_utama",
        "id_sumber_airminum",
        "id_sumberpenerangan",
        "id_atap_terluas",
        "desil_nasional_keluarga",
    )
)
_REGSOSEK_NAME = re.compile(r"(?:regsosek.*|r?30[1-9][a-z]?\d?|r?31[0-9][a-z]?)")


def detect_version(table: Table, mapping: ColumnMapping, title: str, fuel_codes: Collection[str]) -> tuple[str, str]:
    """The version, and what showed it: ``fuel``, ``headings``, ``status``, ``title`` or, for an unknown one, ``""``."""
    no_cooking = {"0", "12"}.intersection(fuel_codes)
    if len(no_cooking) == 1:
        return (DTSEN if no_cooking == {"0"} else REGSOSEK), "fuel"
    if no_cooking:
        return UNKNOWN_CODES, ""
    headings = {plain_heading(column.heading) for column in table.columns}
    if headings & _DTSEN_NAMES:
        return DTSEN, "headings"
    if any(_REGSOSEK_NAME.fullmatch(heading) for heading in headings):
        return REGSOSEK, "headings"
    if mapping.column_of("status_dtsen") is not None:
        return DTSEN, "status"
    words = title.upper()
    named = [version for version in (DTSEN, REGSOSEK) if version in words]
    return (named[0], "title") if len(named) == 1 else (UNKNOWN_CODES, "")
