"""The journal's tables: what is kept for ever, and the views that can be thrown away and made again.

Kept: `entry`, `forked`, `head`, `pack_body`, `evidence`, `evidence_acknowledged`, `aside_there`, `sent`, `counter`.
Made from those by app.storage.projection: everything else. `n` is a row number of this laptop alone; nothing that
leaves the laptop names it, and two laptops with the same entries have the same views but for it.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import BLOB, Column, Index, Integer, MetaData, Table, Text, text

from app.usecases.exchange import LINE

metadata = MetaData()

entry = Table(
    "entry",
    metadata,
    Column("chain", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("author", Text, nullable=False),
    Column("at_ms", Integer, nullable=False),
    Column("floor_ms", Integer, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("subject", Text, nullable=False),
    Column("payload", BLOB, nullable=False),
    Column("hash", BLOB, nullable=False),
    Column("received_at_ms", Integer, nullable=False),
    Column("quarantine", Text, nullable=False, server_default=""),
)
"""Every entry held, as it came. `quarantine` is empty where the entry counts, else the code of the reason."""

forked = Table(
    "forked",
    metadata,
    Column("chain", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("hash", BLOB, primary_key=True),
    Column("content", BLOB, nullable=False),
    Column("again", Text, nullable=False),
)
"""Own entries that stood at numbers which the district holds otherwise (a cloned or restored laptop), as the mirror
keeps them; `again` is the entry of the next incarnation that says the same, empty for seals and other bookkeeping."""

head = Table(
    "head",
    metadata,
    Column("chain", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("hash", BLOB, nullable=False),
    Column("sealed_seq", Integer, nullable=False, server_default="0"),
    Column("own", Integer, nullable=False, server_default="0"),
)
"""The end of every chain. `own` is 1 for the chain this laptop writes now, 2 for its earlier incarnations."""

counter = Table(
    "counter",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)
"""``version`` (grows with every write; screens compare it), ``turn`` (highest seen), ``views`` (which program made
them), ``fork <chain>`` (first number that was seen to differ)."""

sent = Table(
    "sent",
    metadata,
    Column("chain", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("at_ms", Integer, nullable=False),
    Column("road", Text, nullable=False, server_default=LINE),
)
"""Up to which number a chain was handed over, when and by which `road` (see `app.usecases.exchange`) the last time; a
receipt, not this, says that it arrived."""

pack_body = Table(
    "pack_body",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("body", BLOB, nullable=False),
)
"""Bodies of packs as they travel, proved by their hash."""

pack = Table(
    "pack",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("village", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("month", Text, nullable=False),
    Column("base", Text, nullable=False),
    Column("local", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    Column("families", Integer, nullable=False),
    Column("members", Integer, nullable=False),
    Column("source_name", Text, nullable=False),
    Column("source_sha256", Text, nullable=False),
    Column("code_list", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("at_ms", Integer, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("chain", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("applied", Integer, nullable=False, server_default="0"),
)
"""Packs told of in the journal. `applied`: 0 not (yet), 1 an earlier list, 2 the list that holds today."""

register_place = Table(
    "register_place",
    metadata,
    Column("pack", Text, primary_key=True),
    Column("village_code", Text, nullable=False),
    Column("village_name", Text, nullable=False),
    Column("subdistrict", Text, nullable=False),
    Column("district", Text, nullable=False),
    Column("province", Text, nullable=False),
    Column("code_list_version", Text, nullable=False),
)
"""One row: where today's list belongs, as its pack has it."""

register_family = Table(
    "register_family",
    metadata,
    Column("id", Text, primary_key=True),
    Column("pack", Text, nullable=False),
    Column("listed", Integer, nullable=False),
    Column("body", BLOB, nullable=False),
)
"""The register: MessagePack of `roster.Family` with members and flags. `listed` is 0 for a family that today's list
has no more; its last known row stays."""

former_member = Table(
    "former_member",
    metadata,
    Column("family", Text, primary_key=True),
    Column("member", Text, primary_key=True),
    Column("name", Text, nullable=False),
)
"""Whom a list once held in a family and today's does not (he died, moved out, or the list forgot him): his last known
name and nothing else, so that what was recorded about him still says who he is (docs/decisions/0023)."""

family_view = Table(
    "family_view",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("listed", Integer, nullable=False),
    Column("head_name", Text, nullable=False),
    Column("name_id", Integer, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("kk", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("address_key", Text, nullable=False),
    Column("street", Text, nullable=False),
    Column("dusun", Text, nullable=False),
    Column("rt", Text, nullable=False),
    Column("rw", Text, nullable=False),
    Column("members", Integer, nullable=False),
    Column("decile", Text, nullable=False),
    Column("decile_rank", Integer, nullable=False),
    Column("programmes", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("visits", Integer, nullable=False),
    Column("proposals", Integer, nullable=False),
    Column("open_proposals", Integer, nullable=False),
    Column("returned", Integer, nullable=False),
    Column("warnings", Integer, nullable=False),
    Column("people_without_nik", Integer, nullable=False),
    Column("changed_at_ms", Integer, nullable=False),
    Column("visited_at_ms", Integer, nullable=False),
    Column("visited_by", Text, nullable=False),
    Column("given_up", Integer, nullable=False, server_default="0"),
    Index("family_view_name_key", "name_key"),
    Index("family_view_name_id", "name_id"),
    Index("family_view_kk", "kk"),
    Index("family_view_place", "dusun", "rw", "rt", "status", "members", "warnings", "people_without_nik"),
    Index("family_view_chips", "status", text("warnings > 0"), text("open_proposals > 0")),
    Index("family_view_rt", "rt", "rw", "address_key"),
    Index("family_view_status", "status", "name_key"),
    Index("family_view_given_up", "given_up", sqlite_where=text("given_up = 1")),
)
"""One row a family of the list (or proposed). `programmes` is ``" BPNT PKH "`` (a space before and after each code),
`name_key` the head's name without case, `address_key` and `street` (app.storage.search_keys) what addresses are
sorted and found by, `returned` the open proposals that the district sent back, `decile_rank` the decile as a number
(99 where there is none), `warnings` the flags of family and members, `given_up` 1 for a proposed family that nobody
asks for any more (`NOT_GIVEN_UP` leaves those few out of a count).

What is counted over all families after each save (Beranda's progress, the chips) is read from `family_view_place` and
`family_view_chips` alone: with the rows it took two to five times as long, and the next save waited for it."""

NOT_GIVEN_UP: Final = "n NOT IN (SELECT n FROM family_view WHERE given_up = 1)"
"""Said so that the indexes which counts and orders are read from go on answering them."""

person_view = Table(
    "person_view",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("family", Text, nullable=False),
    Column("family_n", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("norm", Text, nullable=False),
    Column("name_id", Integer, nullable=False),
    Column("nik", Text, nullable=False),
    Column("birth_date", Text, nullable=False),
    Column("sex", Text, nullable=False),
    Column("relation", Text, nullable=False),
    Column("presence", Text, nullable=False),
    Index("person_view_family", "family_n", "position"),
    Index("person_view_name_id", "name_id", "family_n"),
    Index("person_view_norm", "norm", "family_n"),
    Index("person_view_nik", "nik", "family_n"),
)
"""One row a member, numbered by `position` from 1 in the order of the list (0 and no id: a head who is no member);
`norm` as in `name`, `presence` as the newest visit has it."""

name = Table(
    "name",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("norm", Text, nullable=False, unique=True),
)
"""Distinct normalised names of heads and members; `name_fts` (FTS5, single
trigrams, rowid = id) indexes it."""

flag_view = Table(
    "flag_view",
    metadata,
    Column("family_n", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("family", Text, nullable=False),
    Column("member", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("field", Text, nullable=False),
    Index("flag_view_code", "code", "family_n"),
)
"""One row a warning, numbered from 1 within its family; `member` is empty for the family's own."""

proposal_view = Table(
    "proposal_view",
    metadata,
    Column("id", Text, primary_key=True),
    Column("chain", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("family", Text, nullable=False),
    Column("family_n", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("open", Integer, nullable=False),
    Column("stale", Integer, nullable=False),
    Column("member", Text, nullable=False),
    Column("member_name", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("at_ms", Integer, nullable=False),
    Column("answered_at_ms", Integer, nullable=False),
    Column("comment", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("reason_list", Text, nullable=False),
    Index("proposal_view_family", "family_n"),
    Index("proposal_view_state", "state", "turn"),
    Index("proposal_view_turn", "turn"),
)
"""One row a proposal or objection. `answered_at_ms`, `comment`, `reason` come from the district's newest decision."""

person = Table(
    "person",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("rts", Text, nullable=False),
    Column("active", Integer, nullable=False),
    Column("certified", Integer, nullable=False),
    Column("until", Text, nullable=False, server_default=""),
)
"""Officials. `rts` is ``RT/RW`` pairs with spaces between; the district's certificate beats the laptop's own word, and
`until` (ISO, or empty) is its last day."""

person_key = Table(
    "person_key",
    metadata,
    Column("person", Text, primary_key=True),
    Column("public_key", BLOB, primary_key=True),
    Column("chain", Text, primary_key=True),
)
"""Ed25519 keys of officials: `chain` is empty for a key that the district certified, else the chain that vouches for it
(and for which alone it holds)."""

seal = Table(
    "seal",
    metadata,
    Column("chain", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("author", Text, nullable=False),
    Column("covers", Integer, nullable=False),
    Column("public_key", BLOB, nullable=False),
    Index("seal_key", "public_key", "chain", "covers"),
)
"""`sealed` entries whose signature holds for their own head; whose key it is, `person_key` says."""

alias = Table(
    "alias",
    metadata,
    Column("old", Text, primary_key=True),
    Column("new", Text, nullable=False),
    Column("told", Integer, nullable=False),
    Index("alias_new", "new"),
)
"""Ids of families and members of an earlier list -> the id of the same family or member in today's; `told`: another
laptop found them, whose own list is not here."""

evidence = Table(
    "evidence",
    metadata,
    Column("name", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("media", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("kept_at_ms", Integer, nullable=False),
)
"""Sealed files that lie on this laptop; `size` is of the plain bytes, `file` the random name in the vault."""

evidence_told = Table(
    "evidence_told",
    metadata,
    Column("name", Text, primary_key=True),
    Column("chain", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("media", Text, nullable=False),
    Index("evidence_told_entry", "chain", "seq"),
)
"""Photos and scans that entries tell of (view)."""

evidence_acknowledged = Table(
    "evidence_acknowledged",
    metadata,
    Column("name", Text, primary_key=True),
    Column("at_ms", Integer, nullable=False),
)
"""Files that the district said it holds whole."""

aside_there = Table(
    "aside_there",
    metadata,
    Column("chain", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("reason", Text, nullable=False),
)
"""Entries about families that the district has set aside, as it last told, each with the code of why."""

receipt_view = Table(
    "receipt_view",
    metadata,
    Column("receipt_chain", Text, primary_key=True),
    Column("receipt_seq", Integer, primary_key=True),
    Column("chain", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("hash", BLOB, nullable=False),
    Column("number", Text, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("at_ms", Integer, nullable=False),
    Column("durable", Integer, nullable=False),
    Index("receipt_view_covers", "chain", "seq", "turn"),
)
"""One row a receipt and chain that it covers: the district held `chain` up to `seq` (whose hash was `hash`)."""

list_change = Table(
    "list_change",
    metadata,
    Column("family", Text, primary_key=True),
    Column("pack", Text, primary_key=True),
    Column("body", BLOB, nullable=False),
)
"""MessagePack of `list_change.ListChange`: what a list changed for a family, under the id that the family has in it
(for one that it dropped, in the list before)."""

photo_receipt = Table(
    "photo_receipt",
    metadata,
    Column("receipt_chain", Text, primary_key=True),
    Column("receipt_seq", Integer, primary_key=True),
    Column("mark", Text, primary_key=True),
    Index("photo_receipt_mark", "mark"),
)
"""First 12 hex digits of the names of photos that a receipt says the district holds whole."""

VIEWS: Final[tuple[Table, ...]] = (
    pack,
    register_place,
    register_family,
    former_member,
    list_change,
    family_view,
    person_view,
    name,
    flag_view,
    proposal_view,
    person,
    person_key,
    seal,
    alias,
    evidence_told,
    receipt_view,
    photo_receipt,
)
"""Tables that projection makes from the rest."""

Index("entry_subject", entry.c.subject, entry.c.turn)
Index("entry_kind", entry.c.kind, entry.c.turn)
Index("entry_author", entry.c.author, entry.c.at_ms, entry.c.floor_ms)
