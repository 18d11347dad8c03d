"""What the shell needs from the program (接口): callables and records only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from hallclient.domain.people import Actor
from hallclient.gui.shared.page import Place
from hallclient.gui.shared.workplace import Workplace
from hallclient.settings import Settings

if TYPE_CHECKING:
    from hallclient.services.bundle import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What the status bar says: last sync, rows waiting to go up, clocks due soon and late, and why it is offline."""

    synced_at: datetime | None = None
    waiting: int = 0
    soon: int = 0
    late: int = 0
    offline: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """The shell's ways into the program. All but ``places``, ``clock`` and ``services`` run on the store lane."""

    services: Callable[[], Services]
    """Asked for once somebody has signed in; the workspace may still be opening before."""
    hall: Callable[[], tuple[str, str]]
    """Hall name and window."""
    sign_in: Callable[[str, str], Actor]
    unlock: Callable[[Actor, str], None]
    sign_out: Callable[[Actor], None]
    change_password: Callable[[Actor, str, str], None]
    must_change: Callable[[Actor], bool]
    status: Callable[[Actor], Status]
    save_settings: Callable[[Settings], None]
    places: Callable[[Workplace], Sequence[Place]]
    role_word: Callable[[Actor], str]
    clock: Callable[[], datetime]
    key_place: str = "keyring"
    """Where the data key lies: keyring or file."""
