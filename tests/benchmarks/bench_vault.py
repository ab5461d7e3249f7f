"""What opening and saving cost on the disk at hand: ``python -m tests.benchmarks.bench_vault [folder]``."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app.domain.entry import Head
from app.domain.ids import ChainId
from app.storage.database import Database
from app.storage.keys import KdfParams, calibrate, password_key, subkey
from app.storage.photos import import_photo
from app.storage.vault import STORE, Vault

ROUNDS = 500


def main(parent: Path | None) -> None:
    """Print one line for each act, in milliseconds."""
    folder = Path(tempfile.mkdtemp(dir=parent)) / "desa"
    try:
        started = time.perf_counter()
        vault = Vault.create(folder, kind="real", name="Sari", role="head", password="sawah hijau")
        print(f"create (one Argon2id)   {1000 * (time.perf_counter() - started):8.1f}")
        measured("Argon2id, default", lambda _: password_key("sawah hijau", bytes(16), KdfParams()), 5)
        print("calibrated to a second ", calibrate(1.0))
        with vault.database.write() as connection:
            connection.exec_driver_sql("CREATE TABLE told (seq INTEGER PRIMARY KEY, words TEXT) STRICT")

        def commit(number: int) -> None:
            with vault.database.write() as connection:
                connection.exec_driver_sql("INSERT INTO told (words) VALUES (?)", ("kunjungan " * 30,))

        def anchor(number: int) -> None:
            vault.anchor.record(ChainId("k3f9x2abqwer.1"), Head(number + 1, hashlib.sha256(b"x").digest()))

        def save(number: int) -> None:
            commit(number)
            vault.mirror.append(bytes(400), ROUNDS + number + 1)
            anchor(ROUNDS + number)

        camera = _noise()
        photo = import_photo(camera)
        measured("committed write", commit)
        measured("mirror append", lambda number: vault.mirror.append(bytes(400), number + 1))
        measured("anchor write", anchor)
        measured("write + mirror + anchor", save)
        measured("draft field", lambda number: vault.drafts.save("visit", "k", f"q{number % 60}", f"ya {number}"))
        measured("sealed photo, 80 KB", lambda _: vault.files.put(photo.content, "photo"), 100)
        measured("photo from 12 million px", lambda _: import_photo(camera), 5)
        vault.close()
        key = subkey(vault._secret.vault_key, "database")
        measured("open the store", lambda _: Database(folder / STORE, key).engine.dispose(), 50)
        cheap = KdfParams(64 * 1024, 1, 1)
        shutil.rmtree(folder)
        vault = Vault.create(folder, kind="real", name="Sari", role="head", password="sawah hijau", kdf=cheap)
        vault.close()
        derivation = measured("Argon2id, 64 MiB t=1", lambda _: password_key("sawah hijau", bytes(16), cheap), 20)
        whole = measured(
            "open vault, 64 MiB t=1", lambda _: Vault.open(folder, vault.slot_id, "sawah hijau").close(), 20
        )
        print(f"open vault without KDF  {whole - derivation:8.1f}")
    finally:
        shutil.rmtree(folder.parent)


def measured(name: str, act: Callable[[int], object], rounds: int = ROUNDS) -> float:
    """Run `act` and print the middle, the 99th percentile and the worst; gives the middle."""
    times = []
    for number in range(rounds):
        started = time.perf_counter()
        act(number)
        times.append(1000 * (time.perf_counter() - started))
    times.sort()
    middle, late = times[len(times) // 2], times[min(len(times) - 1, int(len(times) * 0.99))]
    print(f"{name:24}{middle:8.1f} p50 {late:8.1f} p99 {times[-1]:8.1f} max")
    return middle


def _noise() -> bytes:
    from io import BytesIO

    from PIL import Image

    small = Image.frombytes("RGB", (500, 375), os.urandom(500 * 375 * 3))
    out = BytesIO()
    small.resize((4000, 3000), Image.Resampling.BICUBIC).save(out, "JPEG", quality=90)
    return out.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
