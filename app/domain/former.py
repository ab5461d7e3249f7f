"""Who once stood in a family by a list of the district and stands in it no more: his name, and nothing else.

What people recorded about him names him by his id; whoever reads it after a newer list has to be told whom it is about
(docs/decisions/0023).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.domain.roster import Family

Former = Mapping[tuple[str, str], str]
"""Family and member by the ids of today -> his name as it was last known in that family."""


def former_of(
    held: Former, before: Iterable[Family], known: Iterable[Family], found: Mapping[str, str]
) -> dict[tuple[str, str], str]:
    """Them once a list came; who lives in another family of it by now is one of them.

    `held` are those until then, `before` the families as the last lists had them, `known` as this list has them or as
    they were when it dropped them; `found` gives for an id of before the one of this list, where that is another.
    """
    names = {(found.get(family, family), found.get(member, member)): name for (family, member), name in held.items()}
    for family in before:
        today = found.get(family.id, family.id)
        names.update({(today, found.get(one.id, one.id)): one.name for one in family.members})
    here = {family.id: {one.id for one in family.members} for family in known}
    return {pair: name for pair, name in names.items() if pair[0] in here and pair[1] not in here[pair[0]]}
