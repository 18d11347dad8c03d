"""The printed texts of the papers: declarations, commitments, instructions, from ``resources/wording/papers``."""

from __future__ import annotations

import tomllib
from functools import cache
from types import MappingProxyType

from hallclient import resources


@cache
def paper(name: str) -> MappingProxyType[str, str]:
    """The texts of one paper by key, e.g. ``paper("sheet")["internal"]``."""
    path = resources.file("wording", "papers", f"{name}.toml")
    return MappingProxyType(tomllib.loads(path.read_text(encoding="utf-8")))
