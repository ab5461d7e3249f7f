"""Which folders of this laptop the program uses."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

PRACTICE_PASSWORD = "latihan-saja"
"""The password of everybody in the practice village and at its district; the lock screen tells it."""


@dataclass(frozen=True, slots=True)
class Places:
    """Folders below which everything lies; none of them needs administrator's rights."""

    data: Path
    """Villages, each in a folder of its own; everything in them is encrypted but the village's name."""
    config: Path
    """How the program looks and speaks; nothing about people."""

    @property
    def villages(self) -> Path:
        """One folder a store."""
        return self.data / "desa"

    @property
    def practice_hub(self) -> Path:
        """The pretended district of the practice village."""
        return self.data / "kabupaten-latihan"

    @property
    def preferences(self) -> Path:
        """The file of preferences."""
        return self.config / "preferences.json"

    @property
    def crashes(self) -> Path:
        """Reports of bugs, without names or NIKs."""
        return self.data / "laporan"


def places(data: Path | None = None) -> Places:
    """The usual folders of this user, or everything below `data`."""
    if data is not None:
        return Places(data, data / "config")
    usual = PlatformDirs("Balai", appauthor=False)
    return Places(Path(usual.user_data_dir), Path(usual.user_config_dir))
