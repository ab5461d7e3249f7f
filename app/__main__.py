"""``python -m app``: opens Balai."""

from __future__ import annotations

import os
import sys

from app.composition.program import main

if __name__ == "__main__":
    status = main(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    # Everything is saved and closed. An ordinary exit would wait for a slow line with the keys still in memory.
    os._exit(status)
