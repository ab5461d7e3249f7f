"""The second laptop of the practice village: a real store of its own that has told its words and is gone again.

What it told otherwise than the first laptop is there to be settled.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.composition.desk import open_parts, start_journal
from app.composition.places import PRACTICE_PASSWORD
from app.storage.vault import Vault
from app.usecases.ports import Act

if TYPE_CHECKING:
    from app.composition.desk import Parts
    from app.composition.exchange import VaultExchange
    from app.domain.ids import FamilyId
    from app.domain.payloads import Payload
    from app.storage.keys import KdfParams
    from app.usecases.desk import Cancelled

SECOND: Final = "Rut Nenabu"
"""An enumerator with a laptop of her own."""
LABEL: Final = "Laptop kedua"


def tell_from_second_laptop(
    code: str,
    address: str,
    said: Sequence[tuple[FamilyId, Payload]],
    line: Callable[[Parts], VaultExchange],
    kdf: KdfParams,
    cancelled: Cancelled,
) -> None:
    """Enrol a laptop by `code`, record what it has to say, and hand it to the district. Refused and Unavailable as an
    exchange is."""
    with tempfile.TemporaryDirectory(prefix="balai-latihan-", ignore_cleanup_errors=True) as folder:
        vault = Vault.create(
            Path(folder) / "kedua", kind="practice", name=SECOND, role="operator", password=PRACTICE_PASSWORD, kdf=kdf
        )
        try:
            parts = open_parts(vault)  # a vault begins with somebody who manages it; who she is, the code tells
            exchange = line(parts)
            enrolment = exchange.ask(address, code)
            start_journal(parts, enrolment.village, LABEL)
            exchange.keep(enrolment)
            exchange.run(lambda _: None, cancelled)
            parts = open_parts(vault)
            exchange = line(parts)
            parts.journal.record(*(Act(family, payload) for family, payload in said))
            parts.journal.seal()
            exchange.run(lambda _: None, cancelled)
        finally:
            vault.close()
