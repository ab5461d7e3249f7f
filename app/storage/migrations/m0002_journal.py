"""The journal, the register and the views that are made of them (docs in app.storage.tables)."""

from __future__ import annotations

from sqlalchemy import Connection

_STATEMENTS = (
    """
    CREATE TABLE alias (
        old TEXT NOT NULL,
        new TEXT NOT NULL,
        PRIMARY KEY (old)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX alias_new ON alias (new)",
    """
    CREATE TABLE counter (
        name TEXT NOT NULL,
        value INTEGER NOT NULL,
        PRIMARY KEY (name)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE entry (
        chain TEXT NOT NULL,
        seq INTEGER NOT NULL,
        author TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        floor_ms INTEGER NOT NULL,
        turn INTEGER NOT NULL,
        kind TEXT NOT NULL,
        version INTEGER NOT NULL,
        subject TEXT NOT NULL,
        payload BLOB NOT NULL,
        hash BLOB NOT NULL,
        received_at_ms INTEGER NOT NULL,
        quarantine TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (chain, seq)
    ) STRICT
    """,
    "CREATE INDEX entry_kind ON entry (kind, turn)",
    "CREATE INDEX entry_subject ON entry (subject, turn)",
    """
    CREATE TABLE evidence (
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL,
        kind TEXT NOT NULL,
        media TEXT NOT NULL,
        file TEXT NOT NULL,
        kept_at_ms INTEGER NOT NULL,
        PRIMARY KEY (sha256)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE evidence_acknowledged (
        sha256 TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        PRIMARY KEY (sha256)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE evidence_told (
        sha256 TEXT NOT NULL,
        chain TEXT NOT NULL,
        seq INTEGER NOT NULL,
        size INTEGER NOT NULL,
        kind TEXT NOT NULL,
        media TEXT NOT NULL,
        PRIMARY KEY (sha256, chain, seq)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX evidence_told_entry ON evidence_told (chain, seq)",
    """
    CREATE TABLE family_view (
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        listed INTEGER NOT NULL,
        head_name TEXT NOT NULL,
        name_id INTEGER NOT NULL,
        name_key TEXT NOT NULL,
        kk TEXT NOT NULL,
        address TEXT NOT NULL,
        address_key TEXT NOT NULL,
        street TEXT NOT NULL,
        dusun TEXT NOT NULL,
        rt TEXT NOT NULL,
        rw TEXT NOT NULL,
        members INTEGER NOT NULL,
        decile TEXT NOT NULL,
        decile_rank INTEGER NOT NULL,
        programmes TEXT NOT NULL,
        status TEXT NOT NULL,
        visits INTEGER NOT NULL,
        proposals INTEGER NOT NULL,
        open_proposals INTEGER NOT NULL,
        returned INTEGER NOT NULL,
        warnings INTEGER NOT NULL,
        people_without_nik INTEGER NOT NULL,
        changed_at_ms INTEGER NOT NULL,
        visited_at_ms INTEGER NOT NULL,
        visited_by TEXT NOT NULL,
        UNIQUE (id)
    ) STRICT
    """,
    "CREATE INDEX family_view_kk ON family_view (kk)",
    "CREATE INDEX family_view_name_id ON family_view (name_id)",
    "CREATE INDEX family_view_name_key ON family_view (name_key)",
    "CREATE INDEX family_view_place ON family_view (dusun, rw, rt, status)",
    "CREATE INDEX family_view_rt ON family_view (rt, rw, address_key)",
    "CREATE INDEX family_view_status ON family_view (status, name_key)",
    """
    CREATE TABLE flag_view (
        family_n INTEGER NOT NULL,
        position INTEGER NOT NULL,
        family TEXT NOT NULL,
        member TEXT NOT NULL,
        code TEXT NOT NULL,
        field TEXT NOT NULL,
        PRIMARY KEY (family_n, position)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX flag_view_code ON flag_view (code, family_n)",
    """
    CREATE TABLE forked (
        chain TEXT NOT NULL,
        seq INTEGER NOT NULL,
        hash BLOB NOT NULL,
        content BLOB NOT NULL,
        again TEXT NOT NULL,
        PRIMARY KEY (chain, seq, hash)
    ) STRICT
    """,
    """
    CREATE TABLE head (
        chain TEXT NOT NULL,
        seq INTEGER NOT NULL,
        hash BLOB NOT NULL,
        sealed_seq INTEGER DEFAULT '0' NOT NULL,
        own INTEGER DEFAULT '0' NOT NULL,
        PRIMARY KEY (chain)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE name (
        id INTEGER PRIMARY KEY,
        norm TEXT NOT NULL,
        UNIQUE (norm)
    ) STRICT
    """,
    """
    CREATE TABLE pack (
        id TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        village TEXT NOT NULL,
        form TEXT NOT NULL,
        month TEXT NOT NULL,
        base TEXT NOT NULL,
        local INTEGER NOT NULL,
        size INTEGER NOT NULL,
        families INTEGER NOT NULL,
        members INTEGER NOT NULL,
        source_name TEXT NOT NULL,
        source_sha256 TEXT NOT NULL,
        code_list TEXT NOT NULL,
        author TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        turn INTEGER NOT NULL,
        chain TEXT NOT NULL,
        seq INTEGER NOT NULL,
        applied INTEGER DEFAULT '0' NOT NULL,
        PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE pack_body (
        sha256 TEXT NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (sha256)
    ) STRICT
    """,
    """
    CREATE TABLE person (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        rts TEXT NOT NULL,
        active INTEGER NOT NULL,
        certified INTEGER NOT NULL,
        PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE person_key (
        person TEXT NOT NULL,
        public_key BLOB NOT NULL,
        chain TEXT NOT NULL,
        PRIMARY KEY (person, public_key, chain)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE person_view (
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        family TEXT NOT NULL,
        family_n INTEGER NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        norm TEXT NOT NULL,
        name_id INTEGER NOT NULL,
        nik TEXT NOT NULL,
        birth_date TEXT NOT NULL,
        sex TEXT NOT NULL,
        relation TEXT NOT NULL,
        presence TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX person_view_family ON person_view (family_n, position)",
    "CREATE INDEX person_view_name_id ON person_view (name_id, family_n)",
    "CREATE INDEX person_view_nik ON person_view (nik, family_n)",
    "CREATE INDEX person_view_norm ON person_view (norm, family_n)",
    """
    CREATE TABLE proposal_view (
        id TEXT NOT NULL,
        chain TEXT NOT NULL,
        seq INTEGER NOT NULL,
        turn INTEGER NOT NULL,
        family TEXT NOT NULL,
        family_n INTEGER NOT NULL,
        kind TEXT NOT NULL,
        state TEXT NOT NULL,
        open INTEGER NOT NULL,
        stale INTEGER NOT NULL,
        member TEXT NOT NULL,
        member_name TEXT NOT NULL,
        author TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        answered_at_ms INTEGER NOT NULL,
        comment TEXT NOT NULL,
        reason TEXT NOT NULL,
        reason_list TEXT NOT NULL,
        PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX proposal_view_family ON proposal_view (family_n)",
    "CREATE INDEX proposal_view_state ON proposal_view (state, turn)",
    "CREATE INDEX proposal_view_turn ON proposal_view (turn)",
    """
    CREATE TABLE receipt_view (
        receipt_chain TEXT NOT NULL,
        receipt_seq INTEGER NOT NULL,
        chain TEXT NOT NULL,
        seq INTEGER NOT NULL,
        hash BLOB NOT NULL,
        number TEXT NOT NULL,
        turn INTEGER NOT NULL,
        at_ms INTEGER NOT NULL,
        durable INTEGER NOT NULL,
        PRIMARY KEY (receipt_chain, receipt_seq, chain)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX receipt_view_covers ON receipt_view (chain, seq, turn)",
    """
    CREATE TABLE register_family (
        id TEXT NOT NULL,
        pack TEXT NOT NULL,
        listed INTEGER NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE register_place (
        pack TEXT NOT NULL,
        village_code TEXT NOT NULL,
        village_name TEXT NOT NULL,
        subdistrict TEXT NOT NULL,
        district TEXT NOT NULL,
        province TEXT NOT NULL,
        code_list_version TEXT NOT NULL,
        PRIMARY KEY (pack)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE seal (
        chain TEXT NOT NULL,
        seq INTEGER NOT NULL,
        author TEXT NOT NULL,
        covers INTEGER NOT NULL,
        public_key BLOB NOT NULL,
        PRIMARY KEY (chain, seq)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE sent (
        chain TEXT NOT NULL,
        seq INTEGER NOT NULL,
        at_ms INTEGER NOT NULL,
        PRIMARY KEY (chain)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE VIRTUAL TABLE name_fts USING fts5 (
        norm, content = '', contentless_delete = 1, detail = 'none', tokenize = 'trigram case_sensitive 1'
    )
    """,
)


def up(connection: Connection) -> None:
    """Make the tables."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement)
