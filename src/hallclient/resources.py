"""Where the files shipped beside the program are: fonts, styles, catalog, wording, translations, demo."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The ``resources`` folder: HALLCLIENT_RESOURCES, then the frozen bundle, then the checkout."""
    named = os.environ.get("HALLCLIENT_RESOURCES")
    if named:
        return Path(named)
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle:
        return Path(bundle) / "resources"
    return Path(__file__).resolve().parents[2] / "resources"


def folder(*parts: str) -> Path:
    """A folder of resources, e.g. ``folder("wording", "errors")``."""
    return root().joinpath(*parts)


def file(*parts: str) -> Path:
    """A file of resources, e.g. ``file("fonts", "NotoSansSC_400Regular.ttf")``. Raises FileNotFoundError."""
    path = root().joinpath(*parts)
    if not path.is_file():
        raise FileNotFoundError(path)
    return path
