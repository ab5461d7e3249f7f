"""Command lines as an administrator or a newcomer types them, in processes of their own."""

from __future__ import annotations

import http.client
import os
import re
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.hub.first_password import FILE

ROOT = Path(__file__).resolve().parents[2]
LIST = ROOT / "tests" / "data" / "desa-papua-420.xlsx"
VILLAGE = "9505012001"


def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command line of the checkout to its end."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=os.environ | more,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


@contextmanager
def serving(folder: Path, *more: str) -> Iterator[str]:
    """A district that serves; gives what it said up to its address."""
    process = subprocess.Popen(
        [sys.executable, "-m", "app.hub", "--data", str(folder), "--port", "0", *more],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        said = ""
        for line in process.stdout:
            said += line
            if "melayani di" in line:
                break
        yield said
    finally:
        process.terminate()
        process.wait(120)
        process.stdout.close()


def health(said: str, context: ssl.SSLContext | None) -> tuple[int, str]:
    """What ``/healthz`` answers at the address that was told."""
    found = re.search(r"https?://127\.0\.0\.1:(\d+)", said)
    assert found is not None, said
    port = int(found.group(1))
    if context is None:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    else:
        line = http.client.HTTPSConnection("127.0.0.1", port, timeout=60, context=context)
    try:
        line.request("GET", "/healthz")
        answer = line.getresponse()
        return answer.status, answer.read().decode()
    finally:
        line.close()


def test_the_hub_serves_with_no_set_up_but_a_folder(tmp_path: Path) -> None:
    anybody = ssl.create_default_context()
    anybody.check_hostname, anybody.verify_mode = False, ssl.CERT_NONE
    with serving(tmp_path / "hub") as said:
        assert f"Kata sandinya ada di {tmp_path / 'hub' / FILE}" in said
        assert (tmp_path / "hub" / FILE).read_text("utf-8").split()[1] not in said
        status, _ = health(said, anybody)
    assert status == 200
    with serving(tmp_path / "hub", "--no-tls") as again:
        assert "sandi" not in again
        assert health(again, None)[0] == 200


def test_a_real_list_is_published_and_a_code_made(tmp_path: Path) -> None:
    hub = ("-m", "app.hub", "--data", str(tmp_path / "hub"))
    done = run(*hub, "publish", str(LIST), "--village", VILLAGE, "--month", "2026-11")
    assert done.returncode == 0, done.stderr
    found = re.search(r"(\d+) keluarga, (\d+) orang", done.stdout)
    assert found is not None
    assert int(found.group(2)) > 300
    code = run(
        *hub, "code", "--village", VILLAGE, "--village-name", "Kobakma", "--person", "Siti", "--role", "operator"
    )
    assert code.returncode == 0, code.stderr
    assert len(code.stdout.strip().replace("-", "")) == 24


def test_a_wrong_list_is_refused_in_words(tmp_path: Path) -> None:
    nothing = tmp_path / "daftar.xlsx"
    nothing.write_bytes(b"PK\x03\x04 half a file")
    done = run("-m", "app.hub", "--data", str(tmp_path / "hub"), "publish", str(nothing), "--village", VILLAGE)
    assert done.returncode == 1
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_the_program_tells_how_it_is_started() -> None:
    done = run("-m", "app", "--help", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0
    assert all(option in done.stdout for option in ("--practice", "--data", "--locked"))


def test_set_up_does_nothing_where_all_is_ready() -> None:
    mark = ROOT / ".venv" / "lock.sha256"
    before = mark.stat().st_mtime_ns if mark.exists() else None
    done = run("scripts/setup.py")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout == ""
    assert (mark.stat().st_mtime_ns if mark.exists() else None) == before
