"""``python -m app.hub``: the hub with everything that composition gives it.

This file stands above composition, as ``app.__main__`` does; it is the one place of this room that looks up.
"""

from __future__ import annotations

import os
import sys

from app.composition.hub import main

if __name__ == "__main__":
    os.umask(0o077)  # the district's store is not encrypted: nobody else on this machine may read it
    sys.exit(main(sys.argv[1:]))
