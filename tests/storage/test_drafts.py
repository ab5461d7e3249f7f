"""A form that was left open opens again as it was, for the person who was filling it in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.ids import PersonId
from app.storage.database import Database
from app.storage.drafts import Drafts
from app.storage.migrations import migrate
from app.storage.settings import Settings

VISIT = "visit-2025"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "village.db", bytes(32), create=True)
    migrate(database)
    yield database
    database.close()


@pytest.fixture
def drafts(database: Database) -> Drafts:
    return Drafts(database, PersonId("sari"))


def test_every_field_and_the_place_come_back(drafts: Drafts) -> None:
    drafts.save(VISIT, "keluarga-1", "roof", "3")
    drafts.save(VISIT, "keluarga-1", "note", "atap bocor\ndi dapur")
    drafts.save(VISIT, "keluarga-1", "roof", "4")
    drafts.move_to(VISIT, "keluarga-1", "wall")
    draft = drafts.load(VISIT, "keluarga-1")
    assert draft is not None
    assert draft.fields == {"roof": "4", "note": "atap bocor\ndi dapur"}
    assert drafts.position(VISIT, "keluarga-1") == draft.position == "wall"
    assert draft.started_at <= draft.saved_at
    assert draft.saved_at.tzinfo is not None


def test_a_form_that_was_never_begun_has_no_draft(drafts: Drafts) -> None:
    assert drafts.load(VISIT, "keluarga-1") is None
    assert drafts.position(VISIT, "keluarga-1") == ""
    assert drafts.list() == ()


def test_a_form_about_another_family_is_another_draft(drafts: Drafts) -> None:
    drafts.save(VISIT, "keluarga-1", "roof", "3")
    drafts.save(VISIT, "keluarga-2", "roof", "5")
    first, second = drafts.load(VISIT, "keluarga-1"), drafts.load(VISIT, "keluarga-2")
    assert first is not None
    assert second is not None
    assert (first.fields["roof"], second.fields["roof"]) == ("3", "5")


def test_the_draft_saved_last_stands_first(drafts: Drafts) -> None:
    drafts.move_to(VISIT, "keluarga-1", "roof")
    drafts.move_to(VISIT, "keluarga-2", "roof")
    assert [draft.subject for draft in drafts.list()] == ["keluarga-2", "keluarga-1"]


def test_nobody_sees_or_discards_the_draft_of_another(database: Database, drafts: Drafts) -> None:
    other = Drafts(database, PersonId("budi"))
    drafts.save(VISIT, "keluarga-1", "roof", "3")
    other.discard(VISIT, "keluarga-1")
    assert other.load(VISIT, "keluarga-1") is None
    assert other.list() == ()
    assert [draft.person for draft in other.list(everyone=True)] == ["sari"]
    assert drafts.load(VISIT, "keluarga-1") is not None


def test_a_discarded_draft_is_gone_with_its_fields(database: Database, drafts: Drafts) -> None:
    drafts.save(VISIT, "keluarga-1", "roof", "3")
    drafts.discard(VISIT, "keluarga-1")
    assert drafts.load(VISIT, "keluarga-1") is None
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM draft_field").scalar_one() == 0


def test_a_draft_goes_only_if_what_it_became_is_recorded(database: Database, drafts: Drafts) -> None:
    drafts.save(VISIT, "keluarga-1", "roof", "3")

    def record_and_fail() -> None:
        with database.write() as connection:
            drafts.discard_in(connection, VISIT, "keluarga-1")
            raise ArithmeticError

    with pytest.raises(ArithmeticError):
        record_and_fail()
    assert drafts.load(VISIT, "keluarga-1") is not None


def test_an_answer_that_a_skip_made_void_is_cleared(drafts: Drafts) -> None:
    drafts.save(VISIT, "keluarga-1", "roof", "3")
    drafts.save(VISIT, "keluarga-1", "meter", "450")
    drafts.clear(VISIT, "keluarga-1", "meter")
    draft = drafts.load(VISIT, "keluarga-1")
    assert draft is not None
    assert draft.fields == {"roof": "3"}


def test_settings_keep_text_by_key(database: Database) -> None:
    settings = Settings(database)
    assert settings.get("theme") is None
    settings.put("theme", "dark")
    settings.put("theme", "light")
    assert settings.get("theme") == "light"
    settings.forget("theme")
    assert settings.get("theme") is None
