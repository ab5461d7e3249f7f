"""Laptops for figures on screens: a folder with a real encrypted village of any size, made through the program's doors.

python -m tests.benchmarks.laptops FOLDER PEOPLE
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from app.storage.keys import KdfParams

PASSWORD: Final = "sawah hijau"
KDF: Final = KdfParams(64 * 1024, 1, 1)
"""As cheap as a real village may be: less noise to subtract."""


def make(folder: Path, people: int) -> None:
    """A laptop whose only village has about so many people."""
    from app.composition.doors import FileDoors
    from app.composition.places import places
    from app.domain.intake import ColumnMapping, IntakeReport, ListDraft
    from app.practice.village import generate
    from app.usecases.doors import NewPerson
    from tests.benchmarks.stores import PEOPLE_A_FAMILY

    roster = generate(5, round(people / PEOPLE_A_FAMILY)).roster
    report = IntakeReport(roster.people, 0, 0, 0, len(roster.families), roster.people)
    draft = ListDraft("daftar.xlsx", "0" * 64, "BNBA", (), ColumnMapping("f"), roster, report)
    doors = FileDoors(places(folder), kdf=KDF)
    person = NewPerson("Maria Bano", "operator", PASSWORD)
    desk, _ = doors.create_from_list(draft, person, lambda done: None, lambda: False)
    desk.close()
    doors.close()


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
