"""The journal viewer: proves chains and seals anew, names the first broken place, hides numbers."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import delete, select, update

from app.domain.entry import GENESIS, Head
from app.domain.ids import ChainId
from app.domain.payloads import (
    KINDS,
    ChangeProposed,
    FieldChange,
    NewFamily,
    NewMember,
    ReceiptIssued,
    VisitRecorded,
)
from app.hub.audit import ChainProof, prove_village
from app.hub.chain import ENTRY_COLUMNS, entry_of, is_own
from app.hub.judge import CURABLE
from app.hub.local import LocalHub
from app.hub.tables import entry, person
from app.hub.tables import head as head_table
from app.hub.views.journal import PAGE, mask_text, masked
from app.hub.words import ASIDE, EVENTS
from app.usecases.ports import Act
from app.wire.entry import entry_hash
from app.wire.payload import decode_payload, encode_payload
from app.wire.seal import make_seal
from tests.hub.browsing import Page, proposed
from tests.sync.laptop import VILLAGE, Laptop

HUB = Path(__file__).resolve().parents[2] / "app" / "hub"
NIK, KK = "7308037112530001", "7308030811210001"


def proofs(district: LocalHub) -> dict[str, ChainProof]:
    """What came of proving the village's chains."""
    with district.district.database.read() as connection:
        return {one.chain: one for one in prove_village(connection, district.district, VILLAGE)}


def chain_of(district: LocalHub, laptop: Laptop) -> str:
    """The laptop's chain."""
    return next(chain for chain in proofs(district) if chain.startswith(laptop.keys.device))


def own_chain(district: LocalHub) -> str:
    """The district's chain."""
    return next(chain for chain in proofs(district) if is_own(district.district, VILLAGE, chain))


def test_every_chain_that_is_broken_is_said_and_can_be_read_whatever_stands_in_it(
    district: LocalHub, head: Laptop, page: Page
) -> None:
    proposed(head)
    own, laptop = own_chain(district), chain_of(district, head)
    with district.district.database.write(VILLAGE) as connection:
        for chain, seq, values in (
            (own, 2, {"payload": b"\xff"}),
            (own, 3, {"kind": "receipt_issued", "payload": b""}),
            (laptop, 2, {"at_ms": -(10**17), "arrived_at_ms": 10**17}),
            (laptop, 3, {"floor_ms": 2**63 - 1, "author": "", "subject": "", "hash": b""}),
        ):
            connection.execute(update(entry).where(entry.c.chain == chain, entry.c.seq == seq).values(values))
    found = proofs(district)
    assert {chain: (one.broken, one.broken_at) for chain, one in found.items()} == {
        own: ("chain_broken", 2),
        laptop: ("chain_broken", 2),
    }
    page.sign_in()
    page.go(f"/desa/{VILLAGE}/jurnal")
    assert page.text.count("Putus pada nomor 2") == 2
    for chain in (own, laptop):
        page.go(f"/desa/{VILLAGE}/jurnal/{chain}")
        assert page.text.count("Sidik ") > 3
    assert "31 Desember 9999" in page.text, "a time that no clock shows"


@pytest.mark.both_stores
def test_whole_chains_with_their_seals_are_found_whole(district: LocalHub, head: Laptop) -> None:
    proposed(head)
    found = proofs(district)
    assert len(found) == 2
    assert [one.broken for one in found.values()] == ["", ""]
    assert all(one.seals > 0 for one in found.values())
    assert found[own_chain(district)].own
    assert next(iter(found)) == own_chain(district)


@pytest.mark.both_stores
def test_a_changed_byte_is_found_where_it_stands(district: LocalHub, head: Laptop) -> None:
    proposed(head)
    for chain in (own_chain(district), chain_of(district, head)):
        at = [entry.c.village == VILLAGE, entry.c.chain == chain, entry.c.seq == 2]
        with district.district.database.write(VILLAGE) as connection:
            held = connection.execute(select(entry.c.payload).where(*at)).scalar_one()
            connection.execute(update(entry).where(*at).values(payload=bytes(held)[:-1] + b"\x00"))
        assert (proofs(district)[chain].broken, proofs(district)[chain].broken_at) == ("chain_broken", 2)
        with district.district.database.write(VILLAGE) as connection:
            connection.execute(update(entry).where(*at).values(payload=held))
        assert proofs(district)[chain].broken == ""


def test_a_removed_entry_and_a_cut_off_end_are_found(district: LocalHub, head: Laptop) -> None:
    proposed(head)
    chain = chain_of(district, head)
    last = proofs(district)[chain].entries
    ours = [entry.c.village == VILLAGE, entry.c.chain == chain]
    with district.district.database.write(VILLAGE) as connection:
        connection.execute(delete(entry).where(*ours, entry.c.seq == last))
    assert (proofs(district)[chain].broken, proofs(district)[chain].broken_at) == ("chain_short", last)
    with district.district.database.write(VILLAGE) as connection:
        connection.execute(delete(entry).where(*ours, entry.c.seq == 3))
    assert (proofs(district)[chain].broken, proofs(district)[chain].broken_at) == ("chain_gap", 3)
    with district.district.database.write(VILLAGE) as connection:
        connection.execute(delete(entry).where(*ours))
    assert (proofs(district)[chain].broken, proofs(district)[chain].broken_at) == ("chain_short", 1)


def test_a_chain_that_somebody_computed_anew_is_found_by_its_seals(district: LocalHub, head: Laptop) -> None:
    proposed(head)
    chain = chain_of(district, head)
    ours = [entry.c.village == VILLAGE, entry.c.chain == chain]
    with district.district.database.write(VILLAGE) as connection:
        rows = connection.execute(select(*ENTRY_COLUMNS).where(*ours).order_by(entry.c.seq)).all()
        before = GENESIS
        for one in map(entry_of, rows):
            altered = replace(one, at_ms=one.at_ms + (1 if one.seq == 2 else 0))
            before = entry_hash(before, altered)
            where = [*ours, entry.c.seq == one.seq]
            connection.execute(update(entry).where(*where).values(hash=before, at_ms=altered.at_ms))
        end = [head_table.c.village == VILLAGE, head_table.c.chain == chain]
        connection.execute(update(head_table).where(*end).values(hash=before))
    first_seal = next(one.seq for one in map(entry_of, rows) if one.kind == "sealed")
    assert (proofs(district)[chain].broken, proofs(district)[chain].broken_at) == ("seal_wrong", first_seal)


def test_a_chain_that_was_made_anew_with_other_keys_does_not_fit_the_district_s_receipts(
    district: LocalHub, head: Laptop
) -> None:
    """Whoever writes in the tables can put in keys of his own and sign everything again; a receipt he cannot make."""
    proposed(head)
    chain = chain_of(district, head)
    ours = [entry.c.village == VILLAGE, entry.c.chain == chain]
    forger = Ed25519PrivateKey.generate()
    key = forger.public_key().public_bytes_raw()
    with district.district.database.write(VILLAGE) as connection:
        rows = connection.execute(select(*ENTRY_COLUMNS).where(*ours).order_by(entry.c.seq)).all()
        end: Head | None = None
        for one in map(entry_of, rows):
            changed = replace(one, at_ms=one.at_ms + 1)
            if one.kind == "sealed":
                assert end is not None
                changed = replace(changed, payload=encode_payload(make_seal(forger, ChainId(chain), end))[2])
            end = Head(one.seq, entry_hash(end.hash if end else GENESIS, changed))
            values = {"at_ms": changed.at_ms, "payload": changed.payload, "hash": end.hash}
            connection.execute(update(entry).where(*ours, entry.c.seq == one.seq).values(**values))
        assert end is not None
        where = [head_table.c.village == VILLAGE, head_table.c.chain == chain]
        connection.execute(update(head_table).where(*where).values(hash=end.hash))
        connection.execute(update(person).where(person.c.village == VILLAGE).values(public_key=key))
    found = proofs(district)
    assert found[own_chain(district)].broken == ""
    assert found[chain].broken == "receipt_wrong"
    with district.district.database.read() as connection:
        told = connection.execute(
            select(entry.c.payload).where(entry.c.village == VILLAGE, entry.c.kind == "receipt_issued")
        ).scalars()
        said = [decode_payload("receipt_issued", 1, bytes(one)) for one in told]
    assert found[chain].broken_at == min(one.heads[chain] for one in said if isinstance(one, ReceiptIssued))
    with district.district.database.write(VILLAGE) as connection:
        connection.execute(delete(entry).where(*ours))
        connection.execute(delete(head_table).where(*where))
    assert (proofs(district)[chain].broken, proofs(district)[chain].broken_at) == ("chain_short", 1), "not one is left"


def test_a_seal_of_another_key_than_the_author_s_is_found(district: LocalHub, head: Laptop) -> None:
    proposed(head)
    with district.district.database.write(VILLAGE) as connection:
        connection.execute(update(person).where(person.c.village == VILLAGE).values(public_key=bytes(32)))
        told = entry.c.kind.in_(["person_added", "person_certified"])
        connection.execute(update(entry).where(entry.c.village == VILLAGE, told).values(reason="not_allowed"))
    assert proofs(district)[chain_of(district, head)].broken == "seal_wrong"


def test_every_kind_and_every_reason_has_its_words() -> None:
    assert {kind for kind, _ in KINDS} <= set(EVENTS)
    given = set(CURABLE) | {"entry_kind_unknown", "entry_malformed"}
    for node in ast.walk(ast.parse((HUB / "judge.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Return) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            given |= {node.value.value} - {""}
    assert given == set(ASIDE)


def test_numbers_are_shown_in_part_wherever_they_were_written() -> None:
    new = NewFamily(KK, "Jalan", "Dusun", "001", "001", members=(NewMember("BASO", NIK, "1953-12-31", "2", "1"),))
    said = ChangeProposed(
        "correction",
        changes=(FieldChange("nik", NIK, "730803711253"), FieldChange("kk", KK, "")),
        new_family=new,
        note=f"NIK di KTP {NIK}, atau 730803 711253 0001; dan 7308.0371.1253.0001",
    )
    visit = VisitRecorded("v", "1", 1, "found", "", "1", "Baso", answers={"no_kk": KK, "nik": NIK, "lain": f"x {NIK}"})
    for payload in (said, visit):
        text = str(masked(payload))
        assert not re.search(r"\d{11,}", re.sub(r"[ .]", "", text)), text
        assert "730803" in text
    assert mask_text("ab12345678901234567890cd") == "ab12345678901234567890cd"
    assert mask_text("telepon 081234567890") == "telepon 081234567890"


def test_a_person_reads_the_journal_and_is_told_where_it_is_broken(
    page: Page, district: LocalHub, head: Laptop
) -> None:
    for _ in range(PAGE):
        head.visit("f-1")
    head.journal.record(Act("f-1", ChangeProposed("correction", changes=(FieldChange("nik", NIK, NIK[:-1] + "9"),))))
    head.exchange()
    page.sign_in()
    page.go(f"/desa/{VILLAGE}/jurnal")
    assert "Semua rantai utuh" in page.text
    assert page.text.count("tanda tangan cocok") >= 2
    page.snap("jurnal")
    page.follow(page.all(".rows a")[1])
    assert len(page.all(".entries li")) == PAGE
    page.press("Berikutnya")
    for summary in page.all("main summary"):
        summary.click()
    assert "Usulan dibuat" in page.text
    assert "730803••••••0009" in page.text
    assert NIK not in page.text
    page.snap("rantai", 1280, 1200)
    page.snap("rantai-ponsel", 360, 1200)
    chain = chain_of(district, head)
    at = [entry.c.village == VILLAGE, entry.c.chain == chain, entry.c.seq == PAGE + 3]
    with district.district.database.write(VILLAGE) as connection:
        connection.execute(update(entry).where(*at).values(at_ms=1))
    page.go(f"/desa/{VILLAGE}/jurnal")
    assert f"Putus pada nomor {PAGE + 3}: isinya bukan lagi yang ditulis." in page.text
    page.snap("jurnal-putus")
    page.follow(page.all(".rows a")[1])
    assert page.all(f"#n{PAGE + 3}")
    page.go(f"/desa/{VILLAGE}/jurnal/nobody.1")
    assert "Rantai catatan ini tidak ada" in page.text


def test_what_is_set_aside_is_shown_with_its_reason(page: Page, district: LocalHub, operator: Laptop) -> None:
    proposed(operator)
    page.sign_in()
    page.go(f"/desa/{VILLAGE}/jurnal/{chain_of(district, operator)}")
    assert "Peran penulisnya tidak boleh mencatat ini." in page.text
