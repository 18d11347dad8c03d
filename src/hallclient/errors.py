"""Errors for people: one exception family, and one place that turns a code into sentences.

Every error that a person may see is a :class:`HallError` with a stable code such as ``business.document_missing``.
The sentences of a code stand in ``resources/wording/errors/<noun>.toml`` in Chinese and English; a test fails where
one is missing. Anything that is not a HallError is a bug and goes to the crash dialog.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from dataclasses import field as default
from functools import cache
from typing import Any

from hallclient import resources


class HallError(Exception):
    """An error with words for people. ``code`` names the words, ``details`` fill their placeholders."""

    def __init__(self, code: str, **details: Any) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

    def __str__(self) -> str:
        return self.code


class RuleBroken(HallError):
    """A rule the person can satisfy. ``problems`` names each field; shown beside the fields."""

    def __init__(self, code: str, problems: tuple[Problem, ...] = (), **details: Any) -> None:
        super().__init__(code, **details)
        self.problems = problems


class NotAllowed(HallError):
    """The signed-in person lacks the right, or the scope."""


class NotFound(HallError):
    """The record does not exist here."""


class Stale(HallError):
    """The record was changed by somebody else since it was read: offer to reload."""


class Unavailable(HallError):
    """A part of the machine fails: disk full, no printer, keyring closed, clock set back. Says what to do."""


class Offline(HallError):
    """The central database cannot be reached: a status sentence, never a box."""


class Cancelled(HallError):
    """The person stopped it. Shown by silence."""

    def __init__(self) -> None:
        super().__init__("cancelled")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with one field of a draft. ``code`` has words like an error; ``what`` stands under the field."""

    field: str
    code: str
    details: dict[str, Any] = default(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a person reads: a title, what happened, what to do now."""

    title: str
    what: str
    do: str


@cache
def _wording(language: str) -> dict[str, Words]:
    found: dict[str, Words] = {}
    for path in sorted(resources.folder("wording", "errors").glob("*.toml")):
        for code, texts in tomllib.loads(path.read_text(encoding="utf-8")).items():
            found[code] = Words(**texts[language])
    return found


def codes() -> frozenset[str]:
    """Every code that has words."""
    return frozenset(_wording("zh"))


def words(code: str, language: str = "zh", **details: Any) -> Words:
    """The sentences of a code in ``zh`` or ``en``, with their placeholders filled.

    Raises KeyError for a code without words: that is a bug, and a test finds it first.
    """
    text = _wording(language)[code]
    return Words(
        title=text.title.format_map(_Shown(details)),
        what=text.what.format_map(_Shown(details)),
        do=text.do.format_map(_Shown(details)),
    )


class _Shown(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"
