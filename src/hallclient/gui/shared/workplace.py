"""The workplace (工作台): what the shell hands to every page. One per signed-in person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from hallclient.gui.shared.background import Background
from hallclient.gui.shared.changes import Changes
from hallclient.gui.shared.messages import Messages
from hallclient.gui.shared.printing import Printing
from hallclient.settings import Settings

if TYPE_CHECKING:
    from hallclient.domain.people import Actor
    from hallclient.services.bundle import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """Services, the signed-in actor, and the window's own doors. ``go(page key, reference)`` shows another page."""

    services: Services
    actor: Actor
    settings: Settings
    background: Background
    changes: Changes
    messages: Messages
    printing: Printing
    clock: Callable[[], datetime]
    go: Callable[[str, str], None]
