"""What a proposal said before the district sent it back, beside what the mended one says now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.hub.language import tr

Line = tuple[str, str, str]
"""What is told, as it was told before, as it is told now; empty where it was not told."""


@dataclass(frozen=True, slots=True)
class Photo:
    """One piece of evidence; `held` where the file is here."""

    name: str
    label: str
    held: bool
    shown: bool
    """Whether a browser can show it as a picture."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one version asks for, in words."""

    facts: Sequence[tuple[str, str]]
    changes: Sequence[tuple[str, str]]
    """Fields with what is proposed for them."""
    people: Sequence[Sequence[str]]
    photos: Sequence[Photo]


@dataclass(frozen=True, slots=True)
class Former:
    """The version that was sent back."""

    proposal: str
    when: str
    answer: str
    """The district's reason and comment."""
    lines: Sequence[Line]
    """What differs, apart from the evidence."""
    photos: Sequence[Photo]
    """Evidence that the mended version no longer has."""
    new_photos: int
    """How many pieces of evidence came with the mended version."""


def former_of(proposal: str, when: str, answer: str, before: Said, now: Said) -> Former:
    """The version `before`, which the district sent back, beside the one that took its place."""
    kept = {photo.name for photo in before.photos} & {photo.name for photo in now.photos}
    return Former(
        proposal,
        when,
        answer,
        [*_differing(before.facts, now.facts), *_differing(before.changes, now.changes), *_people(before, now)],
        [photo for photo in before.photos if photo.name not in kept],
        sum(photo.name not in kept for photo in now.photos),
    )


def _differing(before: Sequence[tuple[str, str]], now: Sequence[tuple[str, str]]) -> list[Line]:
    was, stands = dict(before), dict(now)
    labels = dict.fromkeys((*was, *stands))
    return [(one, was.get(one, ""), stands.get(one, "")) for one in labels if was.get(one, "") != stands.get(one, "")]


def _people(before: Said, now: Said) -> list[Line]:
    was, stands = ([" · ".join(filter(None, line)) for line in said.people] for said in (before, now))
    label = tr("Anggota yang diusulkan")
    gone = [(label, one, "") for one in was if one not in stands]
    return gone + [(label, "", one) for one in stands if one not in was]
