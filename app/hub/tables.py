"""The district's tables; the village stands first in every key, so that no transaction touches two villages' rows."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

metadata = MetaData()

VERSION = 2
"""Of the tables; kept in `meta` and raised with every change of shape."""


def _village() -> Column[str]:
    return Column("village", Text, nullable=False)


meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

village = Table(
    "village",
    metadata,
    Column("village", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("district", Text, nullable=False),
    Column("chain", Text, nullable=False),
    Column("epoch", Text, nullable=False),
    Column("turn", BigInteger, nullable=False),
    Column("floor_ms", BigInteger, nullable=False),
    Column("receipts", Integer, nullable=False),
    Column("heard_at_ms", BigInteger, nullable=False),
)
"""`chain` is the district's own about this village, in its present incarnation."""

entry = Table(
    "entry",
    metadata,
    _village(),
    Column("chain", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("author", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("floor_ms", BigInteger, nullable=False),
    Column("turn", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("subject", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("reason", Text, nullable=False),
    Column("arrived_at_ms", BigInteger, nullable=False),
    PrimaryKeyConstraint("village", "chain", "seq"),
)
"""Every entry as it came; `reason` is empty where it counts, else why it was set aside."""
Index("entry_subject", entry.c.village, entry.c.subject)
Index("entry_kind", entry.c.village, entry.c.kind)
Index("entry_reason", entry.c.village, entry.c.author, entry.c.reason)

head = Table(
    "head",
    metadata,
    _village(),
    Column("chain", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("sealed_seq", BigInteger, nullable=False),
    PrimaryKeyConstraint("village", "chain"),
)

seal = Table(
    "seal",
    metadata,
    _village(),
    Column("chain", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("covers", BigInteger, nullable=False),
    PrimaryKeyConstraint("village", "chain", "author"),
)
"""Up to which number of a chain an official's own key stands behind what was written in his name."""

device = Table(
    "device",
    metadata,
    _village(),
    Column("device", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("signing_key", LargeBinary, nullable=False),
    Column("exchange_key", LargeBinary, nullable=False),
    Column("certified_at_ms", BigInteger, nullable=False),
    Column("heard_at_ms", BigInteger, nullable=False),
    PrimaryKeyConstraint("village", "device"),
)

person = Table(
    "person",
    metadata,
    _village(),
    Column("person", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("rts", Text, nullable=False),
    Column("until", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("certified", Boolean, nullable=False),
    PrimaryKeyConstraint("village", "person"),
)
"""`rts` is a JSON list. Not certified: added by an official of the village, which is enough for field work alone."""

revoked = Table(
    "revoked",
    metadata,
    _village(),
    Column("public_key", LargeBinary, nullable=False),
    PrimaryKeyConstraint("village", "public_key"),
)

family = Table(
    "family",
    metadata,
    _village(),
    Column("family", Text, nullable=False),
    Column("rt", Text, nullable=False),
    Column("rw", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("village", "family"),
)
"""The list as last published."""

lost = Table(
    "lost",
    metadata,
    _village(),
    Column("family", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("village", "family"),
)
"""Families that the list held once, as it last did, and of families that it still holds the people whom it lost."""

alias = Table(
    "alias",
    metadata,
    _village(),
    Column("old", Text, nullable=False),
    Column("new", Text, nullable=False),
    PrimaryKeyConstraint("village", "old"),
)
"""Ids of families and people in laptops' own lists -> theirs in the published one; made from what laptops told."""
Index("alias_new", alias.c.village, alias.c.new)

proposal = Table(
    "proposal",
    metadata,
    _village(),
    Column("proposal", Text, nullable=False),
    Column("family", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("rt", Text, nullable=False),
    Column("rw", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("arrived_at_ms", BigInteger, nullable=False),
    Column("waits", Boolean, nullable=False),
    PrimaryKeyConstraint("village", "proposal"),
)
"""What the fold of a family says of its proposals; can be thrown away and made again."""
Index("proposal_waits", proposal.c.waits, proposal.c.arrived_at_ms)
Index("proposal_family", proposal.c.village, proposal.c.family)

evidence = Table(
    "evidence",
    metadata,
    _village(),
    Column("sha256", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("media", Text, nullable=False),
    Column("held", Boolean, nullable=False),
    PrimaryKeyConstraint("village", "sha256"),
)
"""Photos that entries tell of; `held` once the whole file is here and its hash was right."""

arrived = Table(
    "arrived",
    metadata,
    _village(),
    Column("sha256", Text, nullable=False),
    PrimaryKeyConstraint("village", "sha256"),
)
"""Photos that came whole since the receipt before; the next receipt tells of them."""

peer = Table(
    "peer",
    metadata,
    _village(),
    Column("device", Text, nullable=False),
    Column("vector", Text, nullable=False),
    PrimaryKeyConstraint("village", "device"),
)
"""What each laptop last said that it holds: a JSON object, chain -> last number."""

pack = Table(
    "pack",
    metadata,
    _village(),
    Column("sha256", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("month", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("village", "sha256"),
)

code = Table(
    "code",
    metadata,
    Column("code", Text, primary_key=True),
    _village(),
    Column("key", LargeBinary, nullable=False),
    Column("role", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("rts", Text, nullable=False),
    Column("made_at_ms", BigInteger, nullable=False),
    Column("expires_at_ms", BigInteger, nullable=False),
    Column("used_by", Text, nullable=False),
)
"""Codes that enrol one laptop and one person; `used_by` names the keys that used it."""

verifier = Table(
    "verifier",
    metadata,
    Column("login", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("admin", Boolean, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)

session = Table(
    "session",
    metadata,
    Column("token", LargeBinary, primary_key=True),
    Column("login", Text, nullable=False),
    Column("expires_at_ms", BigInteger, nullable=False),
)
"""SHA-256 of the cookie -> who is signed in."""
