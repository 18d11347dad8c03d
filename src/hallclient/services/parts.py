"""What every service is built from (部件): one store, one catalog, one vault, one clock."""

from __future__ import annotations

from dataclasses import dataclass

from hallclient.catalog.lookups import Catalog
from hallclient.domain.worktime import Calendar
from hallclient.settings import Settings
from hallclient.store.database import Clock, Store
from hallclient.store.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The shared parts. ``clock`` returns an aware datetime; tests set it."""

    store: Store
    catalog: Catalog
    calendar: Calendar
    vault: Vault
    clock: Clock
    settings: Settings
