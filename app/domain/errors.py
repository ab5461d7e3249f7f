"""Everything that may go wrong and is not our bug.

    Problem
    |-- Refused       our rule: the input must change             (a short NIK reason, a torn file)
    |-- Unavailable   the world: try later or elsewhere           (no line, a full disk)
    `-- Locked        there is no key: somebody must unlock first (a wrong password)

A problem carries a code and facts, never a sentence: sentences live in app/ui/messages.py alone, so that every one of
them can be translated and a test can find a code that nobody can explain. Any other exception is a bug.
"""

from __future__ import annotations

Fact = str | int | float


class Problem(Exception):
    """The world's or the user's fault, known by its code; `facts` fill the sentence (never names or NIKs)."""

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts: dict[str, Fact] = facts


class Refused(Problem):
    """A rule of ours says no; the input has to change."""


class Unavailable(Problem):
    """Something outside is not there just now; the same act may work later."""


class Locked(Problem):
    """No key is at hand; a person has to unlock first."""
