"""What a screen reader's user hears and does: runs under Debian's own Python, which has the AT-SPI bindings.

``/usr/bin/python3 reader.py PASSWORD COMMAND...`` starts the program, unlocks it, goes to Keluarga by pressing the
entry of the navigation, reads the first row, and tells all in one line of JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import gi  # type: ignore[import-not-found]  # Debian's, not of our environment

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402 - the version has to be named first

PATIENCE = 40
"""Seconds until something that was waited for counts as missing."""


def wait_for(look: Callable[[], Any], told: str) -> Any:
    """Ask again and again while the bus is served; gives what was found."""
    loop = GLib.MainLoop()
    found: list[Any] = []
    asked = [0]

    def ask() -> bool:
        asked[0] += 1
        try:
            answer = look()
        except GLib.Error:
            answer = None
        if answer:
            found.append(answer)
        if answer or asked[0] > PATIENCE * 10:
            loop.quit()
            return False
        return True

    GLib.timeout_add(100, ask)
    loop.run()
    if not found:
        sys.exit(f"never found: {told}")
    return found[0]


def program(pid: int) -> Any:
    """The program in the tree of everything that can be read."""
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        one = desktop.get_child_at_index(number)
        if one is not None and one.get_process_id() == pid:
            return one
    return None


def everything(node: Any, depth: int = 0) -> Iterator[Any]:
    """All that can be read below a node; of a table only its first cells."""
    if node is None or depth > 40:
        return
    yield node
    table = node.get_role() in (Atspi.Role.TABLE, Atspi.Role.LIST)
    for number in range(min(node.get_child_count(), 24 if table else 400)):
        yield from everything(node.get_child_at_index(number), depth + 1)


def shown(node: Any) -> bool:
    """Whether somebody who sees would see it."""
    return bool(node.get_state_set().contains(Atspi.StateType.SHOWING))


def find(root: Any, name: str, roles: Sequence[str] = ()) -> Any:
    """The first thing of this name that is shown."""
    for node in everything(root):
        if node.get_name() == name and shown(node) and (not roles or node.get_role_name() in roles):
            return node
    return None


def main(password: str, command: Sequence[str]) -> None:
    """Play it and tell."""
    process = subprocess.Popen(command)
    try:
        app = wait_for(lambda: program(process.pid), "the program")
        field = wait_for(lambda: find(app, "Kata sandi", ("password text", "text")), "the password")
        Atspi.EditableText.set_text_contents(field, password)
        wait_for(lambda: find(app, "Masuk", ("button", "push button")), "the way in").do_action(0)
        entry = wait_for(lambda: find(app, "Keluarga"), "the navigation")
        names = [node.get_name() for node in everything(entry.get_parent()) if node.get_name() and shown(node)]
        role = entry.get_role_name()
        actions = [entry.get_action_name(number) for number in range(entry.get_n_actions())]
        entry.do_action(next((n for n, one in enumerate(actions) if one in ("Toggle", "Press")), 0))
        table = wait_for(lambda: find(app, "Daftar keluarga"), "the list")
        row = wait_for(lambda: next((n.get_name() for n in everything(table) if "RT" in n.get_name()), ""), "a row")
        told = {"navigation": names, "role": role, "row": row, "rows": table.get_table_iface().get_n_rows()}
        sys.stdout.write(json.dumps(told) + "\n")
    finally:
        process.kill()
        process.wait()


main(sys.argv[1], sys.argv[2:])
