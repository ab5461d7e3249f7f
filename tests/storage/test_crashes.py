"""Programs that are killed in the middle, with real processes and real files."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from app.domain.entry import Head
from app.domain.errors import Refused
from app.domain.ids import ChainId
from app.storage.keys import FLOOR_PRACTICE, KdfParams
from app.storage.vault import STORE, OpenVault, Vault

if sys.platform == "win32":
    pytest.skip("processes are killed with SIGKILL here", allow_module_level=True)

PASSWORD = "sawah hijau"
CHAIN = ChainId("laptop.1")

ENTRIES = """
    import hashlib, os, sys
    from pathlib import Path
    from app.domain.entry import Head
    from app.domain.ids import ChainId
    from app.storage.vault import Vault

    vault = Vault.open(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
    die_at, die_after = int(sys.argv[4]), sys.argv[5]

    def step(name, seq):
        if seq == die_at and name == die_after:
            os.kill(os.getpid(), 9)

    seq = 0
    while True:
        seq += 1
        digest = hashlib.sha256(str(seq).encode()).digest()
        with vault.database.write() as connection:
            connection.exec_driver_sql("INSERT INTO told (seq, hash) VALUES (?, ?)", (seq, digest))
            step("insert", seq)
        step("commit", seq)
        vault.mirror.append(str(seq).encode(), seq)
        step("mirror", seq)
        vault.anchor.record(ChainId("laptop.1"), Head(seq, digest))
        step("anchor", seq)
        os.write(1, f"{seq}\\n".encode())
"""

DRAFT = """
    import os, sys
    from pathlib import Path
    from app.storage.vault import Vault

    vault = Vault.open(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
    number = 0
    while True:
        number += 1
        vault.drafts.save("visit-2025", "keluarga-1", f"question-{number}", f"jawaban {number}")
        vault.drafts.move_to("visit-2025", "keluarga-1", f"question-{number + 1}")
        os.write(1, f"{number}\\n".encode())
"""


@pytest.fixture
def closed(tmp_path: Path) -> tuple[Path, str]:
    folder = tmp_path / "desa"
    kdf = KdfParams(FLOOR_PRACTICE, 1, 1)
    vault = Vault.create(folder, kind="practice", name="Sari", role="head", password=PASSWORD, kdf=kdf)
    with vault.database.write() as connection:
        connection.exec_driver_sql("CREATE TABLE told (seq INTEGER PRIMARY KEY, hash BLOB NOT NULL) STRICT")
    vault.close()
    return folder, vault.slot_id


def run(program: str, folder: Path, slot_id: str, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", textwrap.dedent(program), str(folder), slot_id, PASSWORD, *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def reported(process: subprocess.Popen[bytes]) -> int:
    """The last number that the program showed to its user before it died."""
    assert process.stdout is not None
    with process.stdout:
        lines = process.stdout.read().split()
    assert process.wait() == -signal.SIGKILL
    return int(lines[-1]) if lines else 0


def held(vault: OpenVault) -> dict[int, bytes]:
    with vault.database.read() as connection:
        return {row.seq: row.hash for row in connection.exec_driver_sql("SELECT seq, hash FROM told")}


@pytest.mark.parametrize("after", ["insert", "commit", "mirror", "anchor"])
def test_a_kill_between_any_two_steps_of_a_save_leaves_a_vault_that_agrees_with_itself(
    closed: tuple[Path, str], after: str
) -> None:
    assert reported(run(ENTRIES, *closed, "5", after)) == 4
    vault = Vault.open(*closed, PASSWORD)
    entries = held(vault)
    assert sorted(entries) == list(range(1, 5 if after == "insert" else 6))
    vault.anchor.verify(lambda chain, seq: entries.get(seq))
    assert vault.anchor.mark is not None
    assert vault.anchor.mark.head.seq == (5 if after == "anchor" else 4)
    assert vault.mirror.last_number() == (5 if after in ("mirror", "anchor") else 4)
    for seq in range(vault.mirror.last_number() + 1, len(entries) + 1):
        vault.mirror.append(str(seq).encode(), seq)
    assert [entry.number for entry in vault.mirror.read_with_vault().entries] == sorted(entries)
    vault.close()


def test_kills_at_any_moment_lose_nothing_that_was_shown_as_saved(tmp_path: Path, closed: tuple[Path, str]) -> None:
    chance = random.Random(20260101)
    for _ in range(4):
        process = run(ENTRIES.replace("seq = 0", "seq = len(vault.mirror.read_with_vault().entries)"), *closed, "0", "")
        assert process.stdout is not None
        for _ in range(chance.randint(1, 40)):
            last = int(process.stdout.readline())
        os.kill(process.pid, signal.SIGKILL)
        last = reported(process) or last
        vault = Vault.open(*closed, PASSWORD)
        entries = held(vault)
        assert len(entries) >= last
        vault.anchor.verify(lambda chain, seq, entries=entries: entries.get(seq))  # type: ignore[misc]  # bound here
        for seq in range(vault.mirror.last_number() + 1, len(entries) + 1):
            vault.mirror.append(str(seq).encode(), seq)
        vault.close()


def test_a_form_opens_at_the_same_question_with_the_same_words_after_a_kill(closed: tuple[Path, str]) -> None:
    process = run(DRAFT, *closed)
    assert process.stdout is not None
    for _ in range(17):
        process.stdout.readline()
    os.kill(process.pid, signal.SIGKILL)
    last = max(reported(process), 17)
    vault = Vault.open(*closed, PASSWORD)
    draft = vault.drafts.load("visit-2025", "keluarga-1")
    assert draft is not None
    assert len(draft.fields) in (last, last + 1)
    assert draft.fields[f"question-{last}"] == f"jawaban {last}"
    assert draft.position in (f"question-{last + 1}", f"question-{last + 2}")
    vault.close()


def test_a_flipped_bit_in_the_write_ahead_log_drops_saves_silently_and_only_the_anchor_tells(
    closed: tuple[Path, str],
) -> None:
    assert reported(run(ENTRIES, *closed, "9", "anchor")) == 8
    log = closed[0] / (STORE + "-wal")
    content = bytearray(log.read_bytes())
    content[len(content) // 2] ^= 1
    log.write_bytes(bytes(content))
    vault = Vault.open(*closed, PASSWORD)
    entries = held(vault)
    assert len(entries) < 9
    assert vault.database.damage() == ()
    with pytest.raises(Refused) as caught:
        vault.anchor.verify(lambda chain, seq: entries.get(seq))
    assert caught.value.code == "journal_behind_anchor"
    assert caught.value.facts == {"chain": CHAIN, "anchored": 9, "missing_from": len(entries) + 1}
    saved = [entry.number for entry in vault.mirror.read_with_vault().entries]
    assert saved == list(range(1, 10))
    vault.close()


def test_a_restored_older_store_is_behind_its_anchor(closed: tuple[Path, str]) -> None:
    folder, slot_id = closed
    old = (folder / STORE).read_bytes()
    vault = Vault.open(folder, slot_id, PASSWORD)
    vault.anchor.record(CHAIN, Head(1, bytes(32)))
    with vault.database.write() as connection:
        connection.exec_driver_sql("INSERT INTO told (seq, hash) VALUES (1, ?)", (bytes(32),))
    vault.close()
    (folder / STORE).write_bytes(old)
    again = Vault.open(folder, slot_id, PASSWORD)
    entries = held(again)
    with pytest.raises(Refused) as caught:
        again.anchor.verify(lambda chain, seq: entries.get(seq))
    assert caught.value.code == "journal_behind_anchor"
    again.close()
