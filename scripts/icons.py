"""Copy icons from an unpacked npm package `lucide-static` into resources/icons.

python scripts/icons.py <package folder> name [name ...]     adds icons (the licence comes along)
python scripts/icons.py --unused                             names those that no line of app/ speaks of
python scripts/icons.py --tint                               recolours those that the style sheet takes from files
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ICONS = ROOT / "resources" / "icons"
sys.path.insert(0, str(ROOT))


def add(package: Path, names: list[str]) -> None:
    """Copy the named icons and the licence; a name that the package does not know stops everything."""
    sources = [package / "icons" / f"{name}.svg" for name in names]
    unknown = [source.stem for source in sources if not source.is_file()]
    if unknown:
        raise SystemExit("lucide has no icon named: " + ", ".join(unknown))
    ICONS.mkdir(parents=True, exist_ok=True)
    for source in sources:
        shutil.copyfile(source, ICONS / source.name)
    shutil.copyfile(package / "LICENSE", ICONS / "LICENSE")


def unused() -> list[str]:
    """Icons whose name stands between quotes nowhere in app/."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "app").rglob("*.py")))
    return [path.stem for path in sorted(ICONS.glob("*.svg")) if f'"{path.stem}"' not in text]


def tinted() -> dict[Path, str]:
    """What has to lie in resources/icons/tinted, made from the tokens of every theme."""
    from app.ui.stylesheet import TINTED
    from app.ui.tokens import THEMES

    return {
        ICONS / "tinted" / theme / f"{name}.svg": (ICONS / f"{name}.svg")
        .read_text(encoding="utf-8")
        .replace("currentColor", getattr(tokens, token))
        for theme, tokens in THEMES.items()
        for name, token in TINTED.items()
    }


def tint() -> None:
    """Write the recoloured icons."""
    for path, text in tinted().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Run from the command line."""
    if sys.argv[1:] == ["--tint"]:
        tint()
    elif sys.argv[1:] == ["--unused"]:
        print("\n".join(unused()))
    elif len(sys.argv) > 2:
        add(Path(sys.argv[1]), sys.argv[2:])
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
