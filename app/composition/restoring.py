"""A store that began anew: the trust, the entries and the photos that lie beside it are brought back into it."""

from __future__ import annotations

from collections.abc import Sequence

from app.composition.desk import open_parts
from app.composition.exchange import trust_again
from app.domain.errors import Problem, Refused
from app.storage.integrity import check_against_anchor
from app.storage.vault import OpenVault


def bring_back(vault: OpenVault) -> Sequence[Problem]:
    """Fill the empty store of `vault`; what came back, to be told. Before `make_desk`, which looks who may do what."""
    parts = open_parts(vault)
    trust_again(parts)
    opening = check_against_anchor(vault.database, vault.anchor, vault.mirror)
    parts.evidence.adopt()
    return [Refused("entries_recovered", count=opening.recovered)] if opening.recovered else []
