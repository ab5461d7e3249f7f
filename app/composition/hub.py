"""The district's hub with the sheets that it can read: what ``python -m app.hub`` runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.composition.laptop_folders import VaultFolders
from app.domain.roster import Roster
from app.hub import command


def main(argv: Sequence[str]) -> int:
    """Run one command of the hub."""
    return command.main(argv, _read_list, VaultFolders())


def _read_list(path: Path) -> Roster:
    # Reading sheets costs a second to load; serving does not need it.
    from app.composition.intake import read_roster

    return read_roster(path)
