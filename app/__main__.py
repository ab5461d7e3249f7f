"""``python -m app``: opens Balai."""

from __future__ import annotations

import os
import sys

from app.composition.program import main
from app.composition.relaunch import open_streams

if __name__ == "__main__":
    open_streams()
    status = main(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    # Everything is saved and closed. An ordinary exit would wait for a slow line with the keys still in memory.
    os._exit(status)
