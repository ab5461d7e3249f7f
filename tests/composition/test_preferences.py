from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.composition.crash import crash_report
from app.composition.places import places
from app.composition.preferences import FilePreferences
from app.usecases.desk import Preferences


def test_preferences_come_back_as_they_were_kept(tmp_path: Path) -> None:
    kept = Preferences("en", "contrast", 1.75, 3)
    FilePreferences(tmp_path / "new" / "preferences.json").save(kept)
    assert FilePreferences(tmp_path / "new" / "preferences.json").load() == kept


def test_keeping_an_earlier_choice_does_not_put_it_on_again(tmp_path: Path) -> None:
    store = FilePreferences(tmp_path / "preferences.json")
    store.wear(Preferences(theme="dark"))
    store.wear(Preferences(theme="contrast"))
    store.save(Preferences(theme="dark"))  # the disk comes to the first choice after the second was made
    assert store.load() == Preferences(theme="contrast")


@pytest.mark.parametrize("torn", ["", "{", "[]", '{"scale": 9, "theme": 3, "language": "xx", "idle_minutes": "no"}'])
def test_a_torn_or_foreign_file_falls_back_to_the_defaults(tmp_path: Path, torn: str) -> None:
    file = tmp_path / "preferences.json"
    file.write_text(torn, "utf-8")
    assert FilePreferences(file).load() == Preferences()


def test_one_value_without_sense_does_not_cost_the_others(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    file.write_text('{"scale": 50, "theme": "dark"}', "utf-8")
    assert FilePreferences(file).load() == Preferences(theme="dark")


def test_everything_lies_below_a_chosen_folder(tmp_path: Path) -> None:
    chosen = places(tmp_path)
    everything = (chosen.villages, chosen.practice_hub, chosen.preferences, chosen.crashes)
    assert all(path.is_relative_to(tmp_path) for path in everything)


def test_a_crash_report_holds_no_words_of_the_exception() -> None:
    try:
        raise ValueError("NIK 5321107112880001 of Maria")
    except ValueError:
        report = crash_report(*sys.exc_info()[::2])
    assert "ValueError" in report
    assert "5321107112880001" not in report
    assert "Maria" not in report
