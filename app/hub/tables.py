"""The district's tables; the village stands first in every key, so that no transaction touches two villages' rows."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    TypeDecorator,
)

metadata = MetaData()

VERSION = 12
"""Of the tables; kept in `meta` and raised with every change of shape."""


class _Nulls(TypeDecorator[str]):
    """Text with zero characters, which PostgreSQL has no room for; an altered program may send them, and a hash
    covers them. Ordered by bytes, as SQLite does."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """As it is kept."""
        if value is not None and ("\x00" in value or "\x1b" in value):
            return value.replace("\x1b", "\x1b1").replace("\x00", "\x1b0")
        return value

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """As it was given."""
        if value is not None and "\x1b" in value:
            return value.replace("\x1b0", "\x00").replace("\x1b1", "\x1b")
        return value


_TEXT = Text().with_variant(_Nulls(collation="C"), "postgresql")


def _village() -> Column[str]:
    return Column("village", _TEXT, nullable=False)


meta = Table("meta", metadata, Column("key", _TEXT, primary_key=True), Column("value", _TEXT, nullable=False))
migration = Table(
    "migration",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("applied_at_ms", BigInteger, nullable=False),
)
"""Which changes of shape were made here, and when."""

village = Table(
    "village",
    metadata,
    Column("village", _TEXT, primary_key=True),
    Column("name", _TEXT, nullable=False),
    Column("district", _TEXT, nullable=False),
    Column("chain", _TEXT, nullable=False),
    Column("epoch", _TEXT, nullable=False),
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
    Column("chain", _TEXT, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("author", _TEXT, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("floor_ms", BigInteger, nullable=False),
    Column("turn", BigInteger, nullable=False),
    Column("kind", _TEXT, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("subject", _TEXT, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("reason", _TEXT, nullable=False),
    Column("arrived_at_ms", BigInteger, nullable=False),
    PrimaryKeyConstraint("village", "chain", "seq"),
)
"""Every entry as it came; `reason` is empty where it counts, else why it was set aside."""
Index("entry_subject", entry.c.village, entry.c.subject)
Index(
    "entry_kind_subject", entry.c.village, entry.c.kind, entry.c.reason, entry.c.subject
)  # whole for whoever counts what families were visited: the rows themselves are not read
_ASIDE = entry.c.reason != ""
Index(
    "entry_waiting", entry.c.village, entry.c.author, entry.c.reason, sqlite_where=_ASIDE, postgresql_where=_ASIDE
)  # of an author what may count later
Index(
    "entry_aside", entry.c.village, entry.c.chain, entry.c.reason, sqlite_where=_ASIDE, postgresql_where=_ASIDE
)  # counted on pages that show many villages, where hardly any entry is one of these
_CALENDARS = entry.c.kind == "calendar_set"
Index(
    "entry_calendar", entry.c.at_ms, entry.c.turn, sqlite_where=_CALENDARS, postgresql_where=_CALENDARS
)  # the newest of all villages is asked for whenever one is opened

head = Table(
    "head",
    metadata,
    _village(),
    Column("chain", _TEXT, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("sealed_seq", BigInteger, nullable=False),
    PrimaryKeyConstraint("village", "chain"),
)

seal = Table(
    "seal",
    metadata,
    _village(),
    Column("chain", _TEXT, nullable=False),
    Column("author", _TEXT, nullable=False),
    Column("covers", BigInteger, nullable=False),
    PrimaryKeyConstraint("village", "chain", "author"),
)
"""Up to which number of a chain an official's own key stands behind what was written in his name."""

device = Table(
    "device",
    metadata,
    _village(),
    Column("device", _TEXT, nullable=False),
    Column("label", _TEXT, nullable=False),
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
    Column("person", _TEXT, nullable=False),
    Column("name", _TEXT, nullable=False),
    Column("role", _TEXT, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("rts", _TEXT, nullable=False),
    Column("until", _TEXT, nullable=False),
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
    Column("family", _TEXT, nullable=False),
    Column("rt", _TEXT, nullable=False),
    Column("rw", _TEXT, nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("village", "family"),
)
"""The list as last published."""

lost = Table(
    "lost",
    metadata,
    _village(),
    Column("family", _TEXT, nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("village", "family"),
)
"""Families that the list held once, as it last did, and of families that it still holds the people whom it lost."""

former_member = Table(
    "former_member",
    metadata,
    _village(),
    Column("family", _TEXT, nullable=False),
    Column("member", _TEXT, nullable=False),
    Column("name", _TEXT, nullable=False),
    PrimaryKeyConstraint("village", "family", "member"),
)
"""Whom a list once held in a family and today's does not: his last known name and nothing else, so that what was
recorded about him still says who he is. Also who is in another family now, whom `lost` does not have."""

alias = Table(
    "alias",
    metadata,
    _village(),
    Column("old", _TEXT, nullable=False),
    Column("new", _TEXT, nullable=False),
    PrimaryKeyConstraint("village", "old"),
)
"""Ids of families and people in laptops' own lists -> theirs in the published one; made from what laptops told."""
Index("alias_new", alias.c.village, alias.c.new)

proposal = Table(
    "proposal",
    metadata,
    _village(),
    Column("proposal", _TEXT, nullable=False),
    Column("family", _TEXT, nullable=False),
    Column("kind", _TEXT, nullable=False),
    Column("state", _TEXT, nullable=False),
    Column("name", _TEXT, nullable=False),
    Column("member", _TEXT, nullable=False, server_default=""),
    Column("rt", _TEXT, nullable=False),
    Column("rw", _TEXT, nullable=False),
    Column("author", _TEXT, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("arrived_at_ms", BigInteger, nullable=False),
    Column("waits", Boolean, nullable=False),
    PrimaryKeyConstraint("village", "proposal"),
)
"""What the fold of a family says of its proposals (`name` of its head, `member` whom one is about); can be thrown away
and made again."""
Index("proposal_waits", proposal.c.waits, proposal.c.arrived_at_ms)
Index("proposal_family", proposal.c.village, proposal.c.family)

contested = Table(
    "contested",
    metadata,
    _village(),
    Column("proposal", Text, nullable=False),
    Column("family", Text, nullable=False),
    Column("why", Text, nullable=False),
    PrimaryKeyConstraint("village", "proposal", "why"),
)
"""Open proposals about which something has to be settled in their village first, and why (app.hub.contested); made with
`proposal`."""
Index("contested_family", contested.c.village, contested.c.family)

evidence = Table(
    "evidence",
    metadata,
    _village(),
    Column("name", _TEXT, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("kind", _TEXT, nullable=False),
    Column("media", _TEXT, nullable=False),
    Column("held", Boolean, nullable=False),
    PrimaryKeyConstraint("village", "name"),
)
"""Photos that entries tell of; `held` once the whole file is here and its name was right."""

arrived = Table(
    "arrived",
    metadata,
    _village(),
    Column("name", Text, nullable=False),
    PrimaryKeyConstraint("village", "name"),
)
"""What the next receipt tells of: photos that came whole since the one before; ``@`` and a
time where words came then whose receipt is still to be written."""

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
    Column("sha256", _TEXT, nullable=False),
    Column("pack", _TEXT, nullable=False),
    Column("form", _TEXT, nullable=False),
    Column("month", _TEXT, nullable=False),
    Column("number", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("village", "sha256"),
)

code = Table(
    "code",
    metadata,
    _village(),
    Column("code", _TEXT, nullable=False),
    Column("key", LargeBinary, nullable=False),
    Column("role", _TEXT, nullable=False),
    Column("name", _TEXT, nullable=False),
    Column("rts", _TEXT, nullable=False),
    Column("until", _TEXT, nullable=False, server_default=""),
    Column("made_at_ms", BigInteger, nullable=False),
    Column("expires_at_ms", BigInteger, nullable=False),
    Column("used_by", _TEXT, nullable=False),
    PrimaryKeyConstraint("village", "code"),
)
"""Codes that enrol one laptop and one person; `used_by` names the keys that used it."""
Index("code_code", code.c.code)

verifier = Table(
    "verifier",
    metadata,
    Column("login", _TEXT, primary_key=True),
    Column("person", _TEXT, nullable=False),
    Column("name", _TEXT, nullable=False),
    Column("roles", _TEXT, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)
"""People of the district who may sign in; `roles` as `app.hub.roles` writes them."""

session = Table(
    "session",
    metadata,
    Column("token", LargeBinary, primary_key=True),
    Column("login", _TEXT, nullable=False),
    Column("expires_at_ms", BigInteger, nullable=False),
    Column("seen_at_ms", BigInteger, nullable=False),
)
"""SHA-256 of the cookie -> who is signed in, and when he last did something (to the minute)."""

attempt = Table(
    "attempt",
    metadata,
    Column("name", _TEXT, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last_ms", BigInteger, nullable=False),
)
"""How often somebody failed (SHA-256 of an address, a login or a code), and when for the last time."""
