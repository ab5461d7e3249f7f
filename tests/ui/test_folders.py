from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.ui.folders import Place, folder_of, remember_folder, remember_stick, stick_folder
from app.ui.screens.stik.places import ONLY_THESE, places


def test_the_next_window_of_files_opens_where_the_last_file_was(tmp_path: Path) -> None:
    remember_folder(Place.MusicLocation, str(tmp_path / "lagu.mp3"))
    assert folder_of(Place.MusicLocation) == str(tmp_path)


def test_a_folder_that_is_gone_is_not_offered(tmp_path: Path) -> None:
    remember_folder(Place.MoviesLocation, str(tmp_path / "stik" / "film.mp4"))
    assert Path(folder_of(Place.MoviesLocation)).is_dir()


def test_the_folder_of_the_last_bundle_is_offered_as_long_as_it_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "stik"
    folder.mkdir()
    remember_stick(folder.as_posix())  # as Qt's windows of files tell it
    assert Path(stick_folder()) == folder
    assert [place.folder for place in places()].count(str(folder)) == 1
    folder.rmdir()
    assert stick_folder() == ""
    assert str(folder) not in {place.folder for place in places()}
    remember_stick("")


def test_every_place_that_is_offered_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ONLY_THESE)
    monkeypatch.setenv("HOME", str(tmp_path))  # whose owner has no folder of downloads
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert all(Path(place.folder).is_dir() for place in places())
    assert sys.platform == "win32" or str(tmp_path) in {place.folder for place in places()}


def test_a_test_is_offered_its_own_folders_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert places() == [], "no stick and no downloads of the machine that runs the tests"
    own = [str(tmp_path / "stik"), str(tmp_path / "lain")]
    monkeypatch.setenv(ONLY_THESE, os.pathsep.join(own))
    assert [place.folder for place in places()] == own
    assert places()[0].words == "Stik stik"
