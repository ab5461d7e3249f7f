"""Photos are sealed before they are told, kept once, and never dropped while the journal tells of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.storage.evidence import SqlEvidence
from app.storage.files import SealedFiles
from tests.storage.laptops import KEY, Laptop, correction, family, roster, visit


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    laptop = Laptop(tmp_path)
    laptop.publish(roster([family(1)]))
    return laptop


@pytest.fixture
def evidence(laptop: Laptop) -> SqlEvidence:
    return SqlEvidence(laptop.database, SealedFiles(laptop.folder / "files", KEY), laptop.clock)


def test_a_photo_comes_back_as_it_was(evidence: SqlEvidence) -> None:
    kept = evidence.keep(b"rumah", "house_front", "image/webp")
    assert (kept.size, kept.kind, kept.media) == (5, "house_front", "image/webp")
    assert evidence.read(kept.name) == b"rumah"
    assert evidence.read("00" * 24) is None


def test_the_same_photo_is_kept_once(evidence: SqlEvidence, laptop: Laptop) -> None:
    evidence.keep(b"rumah", "house_front", "image/webp")
    evidence.keep(b"rumah", "kk", "image/webp")
    assert len(list((laptop.folder / "files").iterdir())) == 1


def test_a_photo_is_held_once_it_is_told_and_waits_until_it_is_acknowledged(
    evidence: SqlEvidence, laptop: Laptop
) -> None:
    one = evidence.keep(b"rumah", "house_front", "image/webp")
    two = evidence.keep(b"surat", "death_letter", "image/webp")
    assert evidence.held() == {}
    laptop.record("k1", visit(photos=(one,)))
    laptop.record("k1", correction("address", "", "Jl. Kenari", evidence=(two,)))
    assert evidence.held() == evidence.waiting() == {one.name: 5, two.name: 5}
    laptop.store.acknowledge_evidence([one.name])
    assert evidence.waiting() == {two.name: 5}


def test_what_only_set_aside_entries_tell_of_is_held_but_not_wanted(evidence: SqlEvidence, laptop: Laptop) -> None:
    one = evidence.keep(b"rumah", "house_front", "image/webp")
    two = evidence.keep(b"surat", "death_letter", "image/webp")
    told = laptop.record("k1", visit(photos=(one, two)))
    laptop.record("k1", correction("address", "", "Jl. Kenari", evidence=(two,)))
    laptop.store.keep_aside({(told.partition("/")[0], int(told.partition("/")[2])): "not_allowed"})
    assert evidence.held() == {one.name: 5, two.name: 5}
    assert evidence.wanted() == evidence.waiting() == {two.name: 5}


def test_only_photos_that_nothing_tells_of_are_removed(evidence: SqlEvidence, laptop: Laptop) -> None:
    told, drafted, neither = (evidence.keep(word, "house_front", "image/webp") for word in (b"a", b"b", b"c"))
    laptop.record("k1", visit(photos=(told,)))
    assert evidence.forget_untold({drafted.name}) == 1
    assert evidence.read(told.name) == b"a"
    assert evidence.read(drafted.name) == b"b"
    assert evidence.read(neither.name) is None
