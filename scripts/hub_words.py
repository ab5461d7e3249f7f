"""Keep the English words of the district's pages in step with their Indonesian sources.

python scripts/hub_words.py missing           prints sentences without English as JSON {source: ""}
python scripts/hub_words.py fill words.json   gives sentences their English (plurals: {source: [one, many]})
python scripts/hub_words.py check             says what is missing, stale or does not fit; exit code 1 if anything is
"""

from __future__ import annotations

import ast
import json
import string
import sys
from collections.abc import Iterator
from pathlib import Path

import jinja2
from jinja2 import nodes

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "resources" / "hub"
ENGLISH = PAGES / "en.json"
CALLS = ("tr", "mark")
SENTENCES = "PROBLEMS"
"""The table of sentences that need no mark each."""

Words = dict[str, str | list[str]]


def sources() -> set[str]:
    """Every Indonesian sentence of app/hub and of its pages."""
    found: set[str] = set()
    for path in sorted((ROOT / "app" / "hub").rglob("*.py")):
        found.update(_in_python(path.read_text(encoding="utf-8")))
    pages = jinja2.Environment(trim_blocks=True, lstrip_blocks=True)
    for path in sorted(PAGES.glob("*.html")):
        found.update(_in_page(pages.parse(path.read_text(encoding="utf-8"))))
    return found


def _in_python(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in CALLS:
            yield from _literals(node.args[:1])
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == SENTENCES:
            assert isinstance(node.value, ast.Dict)
            yield from _literals(node.value.values)


def _literals(values: list[ast.expr]) -> Iterator[str]:
    for value in values:
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.value


def _in_page(page: nodes.Template) -> Iterator[str]:
    for call in page.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in CALLS and isinstance(call.args[0], nodes.Const):
            yield str(call.args[0].value)


def english() -> Words:
    """The catalogue as it is."""
    found: Words = json.loads(ENGLISH.read_text(encoding="utf-8")) if ENGLISH.exists() else {}
    return found


def wrong() -> list[str]:
    """What is missing, stale or names other facts than its source."""
    known, held = sources(), english()
    found = [f"no English: {source}" for source in sorted(known - held.keys())]
    found += [f"no such sentence any more: {source}" for source in sorted(held.keys() - known)]
    for source, text in held.items():
        forms = [text] if isinstance(text, str) else text
        if not all(form.strip() for form in forms) or (len(forms) != 2 and not isinstance(text, str)):
            found.append(f"empty, or not one and many: {source}")
        if any(_facts(form) - {"n"} != _facts(source) - {"n"} for form in forms):
            found.append(f"other facts: {source}")
    return found


def _facts(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def fill(given: Words) -> None:
    """Give sentences their English; what no page says any more goes."""
    known = sources()
    held = {source: text for source, text in {**english(), **given}.items() if source in known}
    text = json.dumps(dict(sorted(held.items())), ensure_ascii=False, indent=1)
    ENGLISH.write_text(text + "\n", encoding="utf-8")


def main(argv: list[str]) -> int:
    """Run one command."""
    command = argv[0] if argv else "check"
    if command == "missing":
        missing = sorted(sources() - english().keys())
        print(json.dumps(dict.fromkeys(missing, ""), ensure_ascii=False, indent=1))
    elif command == "fill":
        fill(json.loads(Path(argv[1]).read_text(encoding="utf-8")))
    else:
        found = wrong()
        print("\n".join(found) or "every sentence of the district's pages has its English")
        return 1 if found else 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
