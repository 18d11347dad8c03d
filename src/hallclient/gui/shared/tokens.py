"""Tokens of the look (样式令牌): colours by theme and brand, type roles, measures. Parsed from one file, no Qt."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from hallclient import resources

THEMES = ("light", "dark", "contrast")
BRANDS = ("sgcc", "csg")
TONES = ("brand", "ok", "soon", "late", "info", "neutral")
"""What a chip, row or banner may say with its colour; always with an icon and a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeRole:
    """How a text of one role is set: points at 100 %, weight, colour token."""

    size: float
    weight: int
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """All tokens of one theme and brand."""

    theme: str
    brand: str
    colours: Mapping[str, str]
    type: Mapping[str, TypeRole]
    measures: Mapping[str, int]
    pairs: Mapping[str, tuple[str, ...]]

    def colour(self, name: str) -> str:
        """``#RRGGBB`` of a token. Raises KeyError for an unknown one."""
        return self.colours[name]


@cache
def _parsed() -> dict[str, Any]:
    return tomllib.loads(resources.file("styles", "tokens.toml").read_text(encoding="utf-8"))


@cache
def tokens(theme: str = "light", brand: str = "sgcc") -> Tokens:
    """The tokens of a theme (light, dark, contrast) under a brand (sgcc, csg)."""
    parsed = _parsed()
    colours: dict[str, str] = dict(parsed["themes"][theme])
    colours.update(parsed["brands"].get(brand, {}).get(theme, {}))
    colours.update(parsed["stage"])
    return Tokens(
        theme=theme,
        brand=brand,
        colours=colours,
        type={role: TypeRole(**values) for role, values in parsed["type"].items()},
        measures=parsed["measures"],
        pairs={text: tuple(grounds) for text, grounds in parsed["pairs"].items()},
    )


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#RRGGBB`` colours by WCAG 2."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
