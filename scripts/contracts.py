"""A contract for import-linter that goes by names: its own "forbidden" wants every module spelt out, new ones too."""

from __future__ import annotations

import fnmatch
from typing import Any

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output
from importlinter.domain.helpers import module_expressions_to_modules


class ShowsNothing(Contract):
    """Modules of `names` (patterns of the last part, as ``*_presenter``) anywhere, and those of `also` with all that
    lies in them, reach none of `forbidden`, not even by way of another module."""

    type_name = "shows_nothing"

    names = fields.ListField(subfield=fields.StringField())
    also = fields.SetField(subfield=fields.ModuleExpressionField())
    forbidden = fields.SetField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Kept where there is no way from any of them to what is forbidden."""
        targets: Any = self.forbidden
        ways = [
            way
            for module in sorted(self._meant(graph))
            for target in sorted(targets)
            if target in graph.modules and (way := graph.find_shortest_chain(module, target))
        ]
        return ContractCheck(kept=not ways, metadata={"ways": ways})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Each way, module by module."""
        for way in check.metadata["ways"]:
            output.print_error(" -> ".join(way))

    def _meant(self, graph: ImportGraph) -> set[str]:
        patterns: Any = self.names
        named: Any = self.also
        meant = {
            one for one in graph.modules if any(fnmatch.fnmatchcase(one.rpartition(".")[2], name) for name in patterns)
        }
        for module in module_expressions_to_modules(graph, named):
            meant |= {module.name, *graph.find_descendants(module.name)}
        return meant
