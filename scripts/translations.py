"""Keep the English words and Qt's Indonesian ones in step with the sources.

python scripts/translations.py update            reads every string of app/ui and app/composition into en.ts
python scripts/translations.py missing           prints strings without English as JSON {source: ""}
python scripts/translations.py fill words.json   gives strings without English theirs (plurals: {source: [one, many]})
python scripts/translations.py release           makes the .qm files that the program loads
python scripts/translations.py check             says what is stale or missing; exit code 1 if anything is
"""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
I18N = ROOT / "resources" / "i18n"
ENGLISH = I18N / "en.ts"
COUNTED = ("QT_TRANSLATE_N_NOOP", "translate_counted")
QT_INDONESIAN = I18N / "qtbase_id.ts"


def tool(name: str) -> str:
    """The program beside this Python (PySide6-Essentials brings pyside6-lupdate and pyside6-lrelease)."""
    found = shutil.which(f"pyside6-{name}", path=str(Path(sys.executable).parent)) or shutil.which(f"pyside6-{name}")
    if found is None:
        raise SystemExit(f"pyside6-{name} is not installed")
    return found


def spoken_files() -> list[Path]:
    """The sources whose strings people read."""
    return sorted(path for room in ("ui", "composition") for path in (ROOT / "app" / room).rglob("*.py"))


def with_facts() -> str:
    """The sentences that lupdate cannot read, as it can: facts follow them, or they are marked for a later count."""
    found: list[str] = []
    for path in spoken_files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", "")
            literals = [word.value for word in node.args[:2] if isinstance(word, ast.Constant)]
            if len(literals) == 2 and (name in COUNTED or (name == "translate" and node.keywords)):
                context, source = (json.dumps(word, ensure_ascii=False) for word in literals)
                count = ', "", 2' if name in COUNTED else ""
                found.append(f"translate({context}, {source}{count})\n")
    return "".join(found)


def update(into: Path = ENGLISH) -> None:
    """Read the strings of app/ui and app/composition; translations that are there stay, strings that are gone go."""
    with tempfile.TemporaryDirectory() as folder:
        extra = Path(folder) / "with_facts.py"
        extra.write_text(with_facts(), encoding="utf-8")
        _lupdate(into, extra)


def _lupdate(into: Path, extra: Path) -> None:
    sources = [str(path.relative_to(ROOT)) for path in spoken_files()]
    options = [
        "-no-obsolete",
        "-locations",
        "none",
        "-source-language",
        "id_ID",
        "-target-language",
        "en_GB",
        "-silent",
    ]
    subprocess.run([tool("lupdate"), *sources, str(extra), *options, "-silent", "-ts", str(into)], cwd=ROOT, check=True)


def release(source: Path, target: Path) -> None:
    """Compile one .ts file."""
    subprocess.run([tool("lrelease"), "-silent", str(source), "-qm", str(target)], check=True)


def messages(tree: ElementTree.ElementTree[ElementTree.Element[str]]) -> list[ElementTree.Element[str]]:
    """Every message of a .ts file."""
    return list(tree.iter("message"))


def unfinished(message: ElementTree.Element[str]) -> bool:
    """Whether a message has no (complete) translation."""
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return True
    forms = translation.findall("numerusform")
    return not all(form.text for form in forms) if forms else not translation.text


def missing() -> dict[str, str]:
    """Sources that have no English."""
    tree = ElementTree.parse(ENGLISH)
    return {str(message.findtext("source")): "" for message in messages(tree) if unfinished(message)}


def fill(words: dict[str, str | list[str]]) -> int:
    """Write English words into en.ts where there are none yet; gives how many strings took one."""
    tree = ElementTree.parse(ENGLISH)
    taken = 0
    for message in messages(tree):
        english = words.get(str(message.findtext("source")))
        translation = message.find("translation")
        if not english or translation is None or not unfinished(message):
            continue
        translation.attrib.pop("type", None)
        if message.get("numerus") == "yes":
            forms = [english, english] if isinstance(english, str) else english
            for form in list(translation):
                translation.remove(form)
            for text in forms:
                ElementTree.SubElement(translation, "numerusform").text = text
            translation.text = None
        else:
            translation.text = english if isinstance(english, str) else english[-1]
        taken += 1
    tree.write(ENGLISH, encoding="utf-8", xml_declaration=True)
    update()
    return taken


def faults() -> list[str]:
    """What has to be done before English is complete and the .qm files are those of the .ts files."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "en.ts"
        shutil.copyfile(ENGLISH, fresh)
        update(fresh)
        if fresh.read_bytes() != ENGLISH.read_bytes():
            found.append("en.ts does not know every string: run scripts/translations.py update")
        for source in (ENGLISH, QT_INDONESIAN):
            made = Path(folder) / f"{source.stem}.qm"
            release(source, made)
            committed = source.with_suffix(".qm")
            if not committed.is_file() or committed.read_bytes() != made.read_bytes():
                found.append(f"{committed.name} is stale: run scripts/translations.py release")
    found += [f"no English for: {source}" for source in missing()]
    return found


def main() -> None:
    """Run from the command line."""
    match sys.argv[1:]:
        case ["update"]:
            update()
        case ["missing"]:
            print(json.dumps(missing(), ensure_ascii=False, indent=1))
        case ["fill", path]:
            print(fill(json.loads(Path(path).read_text(encoding="utf-8"))))
        case ["release"]:
            for source in (ENGLISH, QT_INDONESIAN):
                release(source, source.with_suffix(".qm"))
        case ["check"]:
            found = faults()
            print("\n".join(found))
            raise SystemExit(1 if found else 0)
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
