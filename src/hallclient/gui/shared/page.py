"""What a page of a workspace is (页面), what the find box finds, and where the shell goes from a hit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from hallclient.gui.shared.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyHint:
    """A key of a page and what it does, for F1."""

    keys: str
    does: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing found: where it opens (page key and reference), what it shows, and its number for exact jumps."""

    page: str
    reference: str
    title: str
    note: str = ""
    icon: str = "document"
    group: str = ""
    number: str = ""


Finder = Callable[[str], Sequence[Hit]]
"""``find(text)`` on the store lane: a few hits, best first."""


@runtime_checkable
class Page(Protocol):
    """A page in the frame. A QWidget subclass usually implements it itself and returns itself as ``widget``."""

    key: str
    title: str
    icon: str
    rights: frozenset[str]
    kinds: frozenset[str]

    @property
    def widget(self) -> QWidget:
        """The widget shown."""

    @property
    def keys(self) -> Sequence[KeyHint]:
        """Its keys, for F1."""

    def activate(self) -> None:
        """The page is shown now: put the focus where work starts; load what was not loaded."""

    def open(self, reference: str) -> None:
        """Show one record: the reference of a Hit."""

    def refresh(self) -> None:
        """One of ``kinds`` has changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """A count on the rail: red when somebody must act now."""

    count: int = 0
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An entry of the rail. ``make`` builds its page the first time it is opened; ``rights``: any of them is enough.

    ``badge`` runs on the store lane when one of ``kinds`` changes.
    """

    key: str
    title: str
    icon: str
    make: Callable[[Workplace], Page]
    rights: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    badge: Callable[[], Badge] | None = None
    finder: Finder | None = None
