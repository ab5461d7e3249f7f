"""A wipe that is killed at any of its steps opens for nobody, holds no key, and can be finished."""

from __future__ import annotations

import base64
import itertools
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.storage import slots, wiping
from app.storage.keys import FLOOR_PRACTICE, KdfParams
from app.storage.vault import Vault

PASSWORD = "sawah hijau"
KDF = KdfParams(FLOOR_PRACTICE, 1, 1)

WIPE = """
    import os, sys
    from pathlib import Path
    from app.storage import wiping

    left = int(sys.argv[2])
    STEPS = {"open", "os.remove", "os.rename", "os.rmdir", "shutil.rmtree"}

    def step(name, arguments):
        global left
        if name in STEPS and armed:
            left -= 1
            if left < 0:
                os.kill(os.getpid(), 9)

    armed = False
    sys.addaudithook(step)
    armed = True
    wiping.begin(Path(sys.argv[1]), "Desa Bonto")
    wiping.finish(Path(sys.argv[1]))
    armed = False
"""


def laid_down(folder: Path) -> str:
    """A vault with everything that may lie in one; gives a slot of it."""
    vault = Vault.create(folder, kind="practice", name="Sari", role="head", password=PASSWORD, kdf=KDF)
    vault.people.add("Budi", "enumerator", PASSWORD)
    vault.people.issue_codes()
    vault.files.put(b"foto rumah" * 20_000, "house_front")
    vault.mirror.append(b"satu catatan", 1)
    vault.district_copy.put("kabupaten")
    vault.drafts.save("visit", "keluarga-1", "catatan", "belum selesai")
    vault.close()
    (folder / "desa.json").write_text('{"village": "Desa Bonto"}')
    (folder / "slots.json.part").write_bytes((folder / "slots.json").read_bytes())
    (folder / "incoming").mkdir()
    (folder / "incoming" / "setengah.balai").write_bytes(b"x" * 100)
    (folder / "aside-abc.db").write_bytes(b"y" * 5_000)
    (folder.parent / f".{folder.name}.halfmade").mkdir()
    return vault.slot_id


def bytes_of(folder: Path) -> bytes:
    """Everything that can be read of a folder."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_nothing_is_left_of_a_vault_that_was_wiped(tmp_path: Path) -> None:
    folder = tmp_path / "desa" / "abc"
    laid_down(folder)
    (tmp_path / "desa" / "lain").mkdir()
    wiping.begin(folder, "Desa Bonto")
    wiping.finish(folder)
    assert [path.name for path in (tmp_path / "desa").iterdir()] == ["lain"]


def test_the_keys_are_overwritten_in_their_own_place_before_anything_is_removed(tmp_path: Path) -> None:
    folder = tmp_path / "abc"
    laid_down(folder)
    sealed = [slot.sealed for slot in slots.read(folder).people]
    # A second name of the same place on the disk shows what a file holds after it was removed.
    for name in ("slots.json", "slots.copy.json", "anchor.bin", "district.bin", "village.db"):
        (tmp_path / f"seen-{name}").hardlink_to(folder / name)
    before = {path.name: path.read_bytes() for path in tmp_path.glob("seen-*")}
    wiping.begin(folder, "")
    wiping.finish(folder)
    for name, content in before.items():
        after = (tmp_path / name).read_bytes()
        assert len(after) == len(content)
        assert after[:4096] != content[:4096], name
        assert not any(one in after for one in sealed)
    assert b"Sari" not in (tmp_path / "seen-slots.json").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
@pytest.mark.timeout(900)
def test_a_kill_at_any_step_leaves_what_opens_for_nobody_and_can_be_finished(tmp_path: Path) -> None:
    ended = False
    begun_at = destroyed_at = None
    for steps in itertools.count():
        folder = tmp_path / f"{steps}" / "abc"
        folder.parent.mkdir()
        slot = laid_down(folder)
        sealed = [one.sealed for one in slots.read(folder).people]
        run = subprocess.run(
            [sys.executable, "-c", textwrap.dedent(WIPE), str(folder), str(steps)], check=False, capture_output=True
        )
        if run.returncode == 0:
            ended = True
            assert not folder.exists()
            break
        assert run.returncode == -signal.SIGKILL, run.stderr.decode()
        if not folder.exists():
            continue
        if not wiping.begun(folder):
            if (folder / "slots.json").exists():
                # Before its mark stood: whole, and open as ever.
                Vault.open(folder, slot, PASSWORD).close()
            else:
                assert begun_at is not None, "its mark goes last"
                assert list(folder.iterdir()) == []
            continue
        begun_at = steps if begun_at is None else begun_at
        assert wiping.village_of(folder) == "Desa Bonto"
        with pytest.raises(Refused) as refused:
            Vault.open(folder, slot, PASSWORD)
        assert refused.value.code == "vault_wiped"
        left = bytes_of(folder)
        keys_left = any(base64.b64encode(one) in left for one in sealed)
        if not keys_left and destroyed_at is None:
            destroyed_at = steps
        assert not (keys_left and destroyed_at is not None), "keys go first, and do not come back"
        if destroyed_at is None:
            assert (folder / "files").is_dir(), "nothing is removed while a key is left"
        wiping.finish(folder)
        assert list(folder.parent.iterdir()) == []
    assert ended
    assert begun_at is not None
    assert destroyed_at is not None
    assert steps > 30, f"only {steps} steps were tried"


def test_a_folder_whose_wipe_was_not_begun_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "abc"
    slot = laid_down(folder)
    with pytest.raises(Refused) as refused:
        wiping.finish(folder)
    assert refused.value.code == "wipe_not_begun"
    Vault.open(folder, slot, PASSWORD).close()


def test_a_vault_that_is_open_elsewhere_is_not_wiped(tmp_path: Path) -> None:
    folder = tmp_path / "abc"
    slot = laid_down(folder)
    opened = Vault.open(folder, slot, PASSWORD)
    wiping.begin(folder, "")
    with pytest.raises(Refused) as refused:
        wiping.finish(folder)
    assert refused.value.code == "vault_in_use"
    assert (folder / "slots.json").is_file()
    opened.close()
