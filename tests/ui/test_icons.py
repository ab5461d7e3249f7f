import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ICONS = {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")}

PLACE = {
    "PrimaryButton": 1,
    "SecondaryButton": 1,
    "QuietButton": 1,
    "DangerButton": 1,
    "NavButton": 1,
    "IconButton": 0,
    "IconText": 0,
    "Chip": 2,
    "EmptyState": 3,
    "PageSpec": 2,
    "icon": 0,
    "icon_pixmap": 0,
    "set_icon": 0,
}
"""Where the name of an icon stands among the arguments of a call; as a keyword it is always `icon`."""


def named_icons() -> Iterator[tuple[str, str]]:
    """Every literal name of an icon in app/ and where it stands."""
    for path in sorted((ROOT / "app").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in PLACE:
                arguments = [keyword.value for keyword in node.keywords if keyword.arg == "icon"]
                arguments += node.args[PLACE[name] : PLACE[name] + 1]
                for argument in arguments:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
                        yield argument.value, f"{path.relative_to(ROOT)}:{node.lineno}"


def test_every_icon_that_is_named_is_there() -> None:
    named = list(named_icons())
    assert len(named) > 20
    assert [place for name, place in named if name not in ICONS] == []


def test_the_licences_of_icons_and_fonts_come_along() -> None:
    assert "ISC License" in (ROOT / "resources/icons/LICENSE").read_text(encoding="utf-8")
    assert "SIL Open Font License" in (ROOT / "resources/fonts/OFL.txt").read_text(encoding="utf-8")
