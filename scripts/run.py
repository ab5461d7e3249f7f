"""`make run`: opens Balai on the practice village; where there is no screen, plays the guided tour into pictures.

Options are handed on to whichever of the two it is.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def has_screen() -> bool:
    """Whether a window can be shown here."""
    if os.name == "nt" or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main() -> int:
    """Start the program as a newcomer meets it."""
    if has_screen():
        return subprocess.call([sys.executable, "-m", "app", "--practice", *sys.argv[1:]], cwd=ROOT)
    pictures = ROOT / "build" / "tour"
    print("There is no screen here, so Balai plays its guided tour without one.", flush=True)
    tour = [sys.executable, str(ROOT / "scripts" / "tour.py"), "--quick", "--out", str(pictures), *sys.argv[1:]]
    return subprocess.call(tour, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main())
