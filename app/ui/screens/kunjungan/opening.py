"""Reads all that a form needs before its first question, and finds whose turn is next; runs in the DISK lane."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from app.domain.codelist import CodeBook
from app.domain.errors import Refused, Unavailable
from app.domain.ids import FamilyId
from app.domain.questionnaire import Questionnaire
from app.domain.standing import INCOMPLETE, NOT_VISITED
from app.domain.visit_entry import GUIDE, visit_entry
from app.ui.screens.follow_ups import FollowUp, follow_ups, newest_follow_ups
from app.ui.screens.keluarga.rights import rights_of
from app.ui.screens.kunjungan.corrections import corrections
from app.ui.screens.kunjungan.previous import previous_answers
from app.ui.screens.kunjungan.session import BEGUN, Known, Session
from app.usecases.desk import Drafts, Photos, Settings
from app.usecases.ports import Actor, Clock, EvidenceStore
from app.usecases.reading import FamilyRow, Reading
from app.usecases.record_visit import RecordVisit

LEFT: Final = frozenset({NOT_VISITED, INCOMPLETE})
"""Visit statuses that ask for somebody to go there (again)."""

CODE_LISTS: Final = "code_list_version"
"""Under which name the village's list tells the version of its code lists."""

Shelf = Callable[[], tuple[Questionnaire, CodeBook]]


@dataclass(frozen=True, slots=True)
class Tools:
    """What the form needs of the desk."""

    reading: Reading
    drafts: Drafts
    evidence: EvidenceStore
    photos: Photos
    settings: Settings
    record: RecordVisit
    actor: Actor
    clock: Clock
    today: Callable[[], date]
    shelf: Shelf


@dataclass(frozen=True, slots=True)
class Sealed:
    """A photo that lies sealed on the disk."""

    name: str
    told: str
    """What the draft keeps of it (JSON)."""
    place: str
    """``latitude longitude`` where the camera told it, else empty."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A visit that was recorded, and who is next on the route."""

    next_family: str
    next_name: str
    proposals: int
    follow_ups: tuple[FollowUp, ...]
    """Proposals that the visit leads to."""


def guide_key(rt: str, rw: str) -> str:
    """Under which setting the guide of an RT is remembered."""
    return f"visit.guide.{rt}/{rw}"


def read_known(tools: Tools, family: FamilyId) -> Known:
    """Everything about one form. Refused ``family_unknown`` where this person may not see the family.

    A draft whose visit is in the journal already (the power went in between) is forgotten here.
    """
    detail = tools.reading.family(family)
    if detail is None:
        raise Refused("family_unknown", family=family)
    form, book = tools.shelf()
    draft = tools.drafts.load(form.id, family)
    fields = dict(draft.fields) if draft is not None else {}
    begun = fields.get(BEGUN, "")
    mine = {str(a.visit.started_at_ms) for a in detail.standing.visits if a.entry.author == tools.actor.person}
    if begun and begun in mine:
        tools.drafts.discard(form.id, family)
        draft, fields = None, {}
    home = detail.standing.family
    version = tools.reading.village().extra.get(CODE_LISTS, "")
    return Known(
        family=family,
        detail=detail,
        form=form,
        book=book,
        previous=previous_answers(form, detail, version, book),
        today=tools.today(),
        now_ms=tools.clock.now_ms(),
        fields=fields,
        position=draft.position if draft is not None else "",
        guide=tools.settings.get(guide_key(home.rt, home.rw)) or "",
        may_record=rights_of(tools.actor, home.rt, home.rw).visit,
    )


def seal_photo(tools: Tools, kind: str, source: Path | bytes) -> Sealed:
    """Make a photo small and seal it. Refused ``photo_*``; Unavailable ``disk_*``."""
    photo = tools.photos.shrink(source)
    kept = tools.evidence.keep(photo.content, kind, "image/webp")
    told = json.dumps({"size": kept.size, "kind": kept.kind, "media": kept.media})
    known = photo.latitude is not None and photo.longitude is not None
    return Sealed(kept.name, told, f"{photo.latitude:.6f} {photo.longitude:.6f}" if known else "")


def record_session(tools: Tools, session: Session) -> Recorded:
    """Record the visit with its corrections, then forget the draft and look who is next on the route."""
    known, attempt = session.known, session.attempt()
    visit = visit_entry(session.filling, session.photos(), known.book, attempt)
    proposals = corrections(session.filling, known.detail.standing, attempt.base_pack, attempt.base_visit)
    tools.record(known.family, visit, proposals)
    # A full disk may keep the draft from going; the visit stands all the same and must not be asked for again.
    with suppress(Unavailable):
        tools.drafts.discard(known.form.id, known.family)
    home = known.detail.standing.family
    guide = session.filling.record().get(GUIDE, "")
    if guide:
        with suppress(Unavailable):
            tools.settings.put(guide_key(home.rt, home.rw), guide)
    after = next_of(tools.reading.route(home.rt, home.rw), known.family)
    return Recorded(
        next_family=after.id if after else "",
        next_name=after.head_name if after else "",
        proposals=len(proposals),
        follow_ups=follow_ups(visit, known.detail.standing),
    )


def still_to_propose(tools: Tools, family: FamilyId) -> tuple[FollowUp, ...]:
    """The proposals that the visit recorded last leads to and that nobody has made meanwhile."""
    detail = tools.reading.family(family)
    return newest_follow_ups(detail.standing) if detail is not None else ()


def next_of(route: Sequence[FamilyRow], family: str) -> FamilyRow | None:
    """The first family of a route that is left: one that nobody has visited before one whose visit lacks something."""
    left = [row for row in route if row.status in LEFT and row.id != family]
    return min(left, key=lambda row: row.status != NOT_VISITED, default=None)
