"""What the district's office does meanwhile."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import select

from app.domain.errors import Refused
from app.domain.ids import PersonId
from app.domain.policy import ENUMERATOR, HEAD, OPERATOR, VIEWER
from app.domain.proposal_course import REJECTED, RETURNED
from app.domain.roster import Family, Member
from app.hub import tables
from app.hub.decide import OUTCOMES, decide
from app.hub.enrol import confirm_person, revoke_device, revoke_person
from app.hub.publish import publish
from app.hub.terms import renew
from app.shelf.reasons import reason_book
from tests.storms.ground import LIST, NEIGHBOURS, NUR
from tests.storms.world import World
from tests.sync.laptop import VILLAGE

WHY: Final = "hilang di pasar"
BY: Final = "Rahma"
STAYS: Final = 0
"""The laptop that is never revoked: nobody were left to tell of it."""
ROLES_GIVEN: Final = ((OPERATOR, ()), (ENUMERATOR, ("001/001",)), (HEAD, ()), (ENUMERATOR, ("004/001",)), (VIEWER, ()))
VERIFIER: Final = PersonId("verifier2345")
SITI: Final = Member("m-2", "SITI", "7308034101100003", "2010-01-01", "2", "3")
"""Another one of the family of NUR, on some lists and not on others."""
LANDO: Final = Family(
    "f-9", "", "YOHANES LANDO", "Jl. Baru", "Dua", "004", "001", VILLAGE, "1",
    members=(Member("m-9", "YOHANES LANDO", "", "1979-02-03", "1", "1"),),
)  # fmt: skip
"""The family that laptops propose (`tests.storms.work`)."""


def publish_list(world: World, who: int, what: int, much: int) -> None:
    """The list of a later month: other deciles, another head of a family, one more family or member, or one less."""
    members = (*NUR.members[: 0 if what % 7 == 6 else 1], *([SITI] if what % 7 > 2 else []))
    families = [
        replace(NUR, decile=str(1 + much % 5), head_name=f"NUR {what % 5}" if what % 2 else "NUR", members=members),
        *NEIGHBOURS,
        *([LIST.families[-1]] if what % 3 else []),
        *([LANDO] if much % 2 else []),
    ]
    world.months += 1
    with suppress(Refused):  # the same list again
        publish(
            world.district, VILLAGE, replace(LIST, families=tuple(families)), month=f"2027-{world.months % 12 + 1:02}"
        )


def decide_one(world: World, who: int, what: int, much: int) -> None:
    """A verifier answers a proposal as far as he may."""
    with world.district.database.read() as connection:
        rows = connection.execute(select(tables.proposal.c.proposal).order_by(tables.proposal.c.proposal)).all()
    if not rows:
        return
    outcome = OUTCOMES[much % len(OUTCOMES)]
    group = {RETURNED: "returned", REJECTED: "rejected"}.get(outcome)
    reason = next((f"{one.key}:{found.code}" for one, found in reason_book().group(group)), "") if group else ""
    with suppress(Refused):  # it was answered, or the village has not said its own word
        decide(
            world.district,
            VILLAGE,
            rows[what % len(rows)].proposal,
            outcome,
            by=VERIFIER,
            name=BY,
            reason=reason,
            comment=f"jawaban {world.acts}",
        )


def revoke_one_laptop(world: World, who: int, what: int, much: int) -> None:
    """A laptop was lost; one stays."""
    device = world.laptop(who).keys.device
    if device != world.laptops[STAYS].keys.device:
        with suppress(Refused):  # once
            revoke_device(world.district, VILLAGE, device, WHY, by=BY)


def revoke_one_person(world: World, who: int, what: int, much: int) -> None:
    """Somebody left; his laptop goes on carrying."""
    with suppress(Refused):  # nobody has told the district of him yet, or he was revoked before
        revoke_person(world.district, VILLAGE, world.laptop(who).actor.person, WHY, by=BY)


def confirm(world: World, who: int, what: int, much: int) -> None:
    """The district certifies somebody whom officials of the village added."""
    with suppress(Refused):
        confirm_person(world.district, VILLAGE, world.laptop(who).actor.person)


def end_term(world: World, who: int, what: int, much: int) -> None:
    """Somebody's certificate gets a last day, soon, or none any more; also after it was over."""
    last = datetime.fromtimestamp(world.time.now_ms() / 1000 + much // 2 * 86_400, UTC).date().isoformat()
    actor = world.laptop(who).actor
    with suppress(Refused):  # he was revoked, or the district knows nothing of him, or it says the same
        renew(world.district, VILLAGE, actor.person, actor.role, (), last if what % 3 else "", by=BY)


def change_role(world: World, who: int, what: int, much: int) -> None:
    """Somebody's certificate gets another role and other RTs; he acts in it from his next unlocking on."""
    role, rts = ROLES_GIVEN[what % len(ROLES_GIVEN)]
    with suppress(Refused):  # he was revoked, or the district knows nothing of him, or it says the same
        renew(world.district, VILLAGE, world.laptop(who).actor.person, role, rts, "", by=BY)
