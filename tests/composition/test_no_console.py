"""Without a console, as after a lock on Windows, a program has no streams to write to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from pathlib import Path
from app.composition.crash import report_crashes
from app.composition.relaunch import open_streams
assert sys.stdout is None and sys.stderr is None
open_streams()
report_crashes(Path(sys.argv[1]))
print("nobody reads this")
raise LookupError("a name")
"""


def test_a_crash_without_a_console_is_kept_all_the_same(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    root = Path(__file__).parents[2]
    if sys.platform == "win32":
        status = subprocess.Popen(command, cwd=root, creationflags=subprocess.DETACHED_PROCESS).wait()
    else:
        status = subprocess.run(["sh", "-c", 'exec "$@" >&- 2>&-', "sh", *command], cwd=root, check=False).returncode
    assert status == 1
    (report,) = tmp_path.glob("*.txt")
    assert "LookupError" in report.read_text()
    assert "a name" not in report.read_text()
