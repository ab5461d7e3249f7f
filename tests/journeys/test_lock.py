"""Locking ends the process: seen from outside, on a real X screen, with the program as it is started by a person."""

from __future__ import annotations

import ast
import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests import watch
from tests.machine import lacks

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """An X screen of its own; gives its name."""
    if sys.platform == "win32":
        pytest.skip("Windows has no X screen")
    if shutil.which("Xvfb") is None:
        lacks("needs Xvfb")
    read, write = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
        server.terminate()


def play(screen: str, folder: Path, way: str) -> str:
    """One process of the real program that unlocks, works and is locked; gives what it said until it ended."""
    said = folder.parent / f"{way}.txt"
    with said.open("w") as out:  # a pipe would be held open by the fresh process
        done = subprocess.run(
            [sys.executable, "-m", "tests.journeys.act_lock", str(folder), way],
            cwd=ROOT,
            env=os.environ | {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"},
            stdout=out,
            stderr=subprocess.STDOUT,
            timeout=240,
            check=False,
        )
    words = said.read_text()
    assert done.returncode == 0, words
    watched = [ast.literal_eval(line.removeprefix("watched ")) for line in words.splitlines() if line[:8] == "watched "]
    assert watched, f"nobody watched the UI thread: {words}"
    watch.told.extend(watched)
    stalls = [ast.literal_eval(line.removeprefix("stall ")) for line in words.splitlines() if line[:6] == "stall "]
    assert not stalls, "\n".join(stalls)
    return words


def fresh_processes(folder: Path) -> list[int]:
    """The processes that show the lock screen of the laptop in this folder."""
    found = []
    for place in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            words = place.read_bytes().decode(errors="replace").split("\0")
            if str(folder) in words and "--locked" in words:
                found.append(int(place.parent.name))
    return found


@pytest.mark.parametrize("way", ["keys", "idle"])
def test_locking_ends_the_process_and_a_fresh_one_asks_for_the_password(
    screen: str, practice_copy: Path, way: str, qtbot: QtBot
) -> None:
    play(screen, practice_copy, way)
    qtbot.waitUntil(lambda: len(fresh_processes(practice_copy)) == 1)
    os.kill(fresh_processes(practice_copy)[0], signal.SIGKILL)
    after = play(screen, practice_copy, "look")
    assert "lock screen" in after
    assert "draft saksi_rt: Ibu Yuliana d'Rosa" in after
