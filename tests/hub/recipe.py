"""docs/deploy.md and installer/hub as somebody follows them: what is tried here is what is shipped."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILES = ROOT / "installer" / "hub"


def shipped(name: str, changes: Mapping[str, str]) -> str:
    """A file of installer/hub with what a district changes in it; each has to be there."""
    return changed((FILES / name).read_text("utf-8"), changes)


def changed(text: str, changes: Mapping[str, str]) -> str:
    """Words for other words, in this order; each has to be there."""
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


def section(heading: str) -> str:
    """One part of docs/deploy.md."""
    told = (ROOT / "docs" / "deploy.md").read_text("utf-8")
    (found,) = re.findall(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", told, re.MULTILINE | re.DOTALL)
    return str(found)


def commands(heading: str, program: str) -> list[str]:
    """The lines of a part that begin with a program, without their remarks."""
    lines = re.findall(rf"^    ({re.escape(program)}.*?)(?:\s+# .*)?$", section(heading), re.MULTILINE)
    assert lines, f"{heading}: no {program}"
    return [str(line) for line in lines]


def words(line: str, after: str) -> list[str]:
    """The words of a command behind one of them."""
    found = shlex.split(line)
    return found[found.index(after) + 1 :]


def statements(heading: str, begin: str) -> list[str]:
    """The SQL of a part, one after another, without remarks; those that begin so."""
    blocks = "\n".join(re.findall(r"^    (.*)$", section(heading), re.MULTILINE))
    bare = re.sub(r"--\s.*$", "", blocks, flags=re.MULTILINE)
    found = re.findall(rf"{re.escape(begin)}[^;]*;", bare)
    assert found, f"{heading}: no {begin}"
    return [" ".join(one.rstrip(";").split()) for one in found]
