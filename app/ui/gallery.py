"""Paints every widget into one picture, to look at: python -m app.ui.gallery --theme dark --scale 2 --out x.png."""

from __future__ import annotations

import argparse
import os


def main() -> None:
    """Read the wishes, paint, leave."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--theme", default="light", choices=("light", "dark", "contrast"))
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--page", default="list", choices=("list", "form", "states", "dialog", "wizard"))
    parser.add_argument("--out", required=True)
    wishes = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

    from PySide6.QtCore import QTimer

    from app.ui.application import make_application
    from app.ui.gallery_pages import make_shell

    app = make_application(["gallery"], "id", wishes.theme, wishes.scale)
    shell = make_shell(wishes.page)
    shell.show()

    def paint() -> None:
        target = app.activeModalWidget() or shell
        shell.grab().save(wishes.out)
        if target is not shell:
            target.grab().save(wishes.out)
        app.quit()

    QTimer.singleShot(400, paint)
    app.exec()


if __name__ == "__main__":
    main()
