"""``python -m app``: opens Balai."""

from __future__ import annotations

import sys

from app.composition.program import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
