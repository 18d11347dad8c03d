"""A contract for import-linter: these outside packages are imported only by these floors.

import-linter's own ``protected`` contract wants every module it names to exist and to be imported already; this one
holds from the first day on, whatever has been built.
"""

from __future__ import annotations

from typing import Any

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class KeptTo(Contract):
    """``packages`` may be imported by the modules in ``floors`` and below them, and by nobody else."""

    type_name = "kept_to"

    packages = fields.ListField(subfield=fields.StringField())
    floors = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        packages: list[Any] = self.packages  # type: ignore[assignment]
        floors: list[Any] = self.floors  # type: ignore[assignment]
        strangers = sorted(
            (importer, package)
            for package in set(packages) & graph.modules
            for importer in graph.find_modules_that_directly_import(package)
            if not any(importer == floor or importer.startswith(f"{floor}.") for floor in floors)
        )
        return ContractCheck(kept=not strangers, metadata={"strangers": strangers})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for importer, package in check.metadata["strangers"]:
            output.print_error(f"{importer} imports {package}")
