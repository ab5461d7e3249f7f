"""Where a family lives as lists write it: RT and RW in all their shapes, hamlets inside addresses, village codes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from app.domain.region import VILLAGE, RegionBook, plain_code
from app.domain.roster import Flag

_UNIT = re.compile(r"(?:r\s*[tw]\.?\s*[:.]?\s*)?0*(\d{1,3})(?:\.0+)?", re.IGNORECASE)
_PAIR = re.compile(r"\D*?0*(\d{1,3})\s*(?:[/\\,\-]|\s)\s*(?:r\s*w)?\s*[.:]?\s*0*(\d{1,3})\D*", re.IGNORECASE)
_RT_INSIDE = re.compile(r"\bRT\s*[.:]?\s*0*(\d{1,3})(?!\d)", re.IGNORECASE)
_RW_INSIDE = re.compile(r"\bRW\s*[.:]?\s*0*(\d{1,3})(?!\d)", re.IGNORECASE)
_RW_BEHIND = re.compile(r"\bRT\s*[.:]?\s*\d{1,3}\s*/\s*(?:RW\s*[.:]?\s*)?0*(\d{1,3})(?!\d)", re.IGNORECASE)
_HAMLET = re.compile(
    r"\b(?:dusun|dsn|padukuhan|dukuh|jorong|banjar|lingkungan|lingk|kampung|kp|lorong)\b\.?\s+"
    r"[\w' ]+?(?=\s*(?:,|;|/|\brt\b|\brw\b|\bno\b|$))",
    re.IGNORECASE,
)
_NOTHING = {"", "-", "--", "0", "00", "000", "tidak ada"}
_USUAL_SHARE = 0.05
_CODE_IN_TITLE = re.compile(r"(?<!\d)(\d{2}\.?\d{2}\.?\d{2}\.?\d{4})(?!\d)")


def unit(text: str, field: str) -> tuple[str, tuple[Flag, ...]]:
    """An RT or RW as three digits: ``1``, ``01``, ``RT.001`` are one; other words are flagged, not guessed."""
    if text in _NOTHING:
        return "", ()
    match = _UNIT.fullmatch(text)
    if match is None:
        return "", (Flag(f"{field}_unreadable", field, text),)
    return (match[1].zfill(3), ()) if int(match[1]) else ("", ())


def pair(text: str) -> tuple[str, str]:
    """RT and RW from one cell such as ``001/002``; empty where they are not both there."""
    match = _PAIR.fullmatch(text)
    return (match[1].zfill(3), match[2].zfill(3)) if match else ("", "")


def inside_address(address: str) -> tuple[str, str, str]:
    """Hamlet, RT and RW that an address names itself, each empty when it does not."""
    hamlet = _HAMLET.search(address)
    rt = _RT_INSIDE.search(address)
    rw = _RW_BEHIND.search(address) or _RW_INSIDE.search(address)
    return (
        hamlet[0].strip() if hamlet else "",
        rt[1].zfill(3) if rt and int(rt[1]) else "",
        rw[1].zfill(3) if rw and int(rw[1]) else "",
    )


def code_in_title(lines: Iterable[str]) -> str:
    """The village code that the lines above the table name, or empty."""
    for line in lines:
        if match := _CODE_IN_TITLE.search(line):
            return plain_code(match[1])
    return ""


class VillageCodes:
    """The village codes of one list, told apart into the usual ones and strays that today's list does not know."""

    def __init__(self, codes: Iterable[str], regions: RegionBook) -> None:
        self._seen = Counter(code for code in codes if code)
        self._regions = regions
        least = max(1, sum(self._seen.values()) * _USUAL_SHARE)
        self.usual = [code for code, times in self._seen.most_common() if times >= least]
        self._stray = {code for code in self._seen if code not in self.usual and not self._known(code)}

    @property
    def main(self) -> str:
        """The code that most rows have."""
        return self.usual[0] if self.usual else ""

    @property
    def unknown(self) -> list[str]:
        """Usual codes that today's list has not: a finding about the list, not about each of its rows."""
        return [code for code in self.usual if not self._known(code)]

    def flags(self, code: str, row: str) -> tuple[Flag, ...]:
        """A flag where the row names a place that does not exist."""
        if code not in self._stray:
            return ()
        return (Flag("village_unknown", "kode_desa", code, facts=(("row", row),)),)

    def _known(self, code: str) -> bool:
        return len(code) == VILLAGE and bool(self._regions.name(code))
