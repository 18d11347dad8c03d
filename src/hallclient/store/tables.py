"""Every table of the store, so that one import registers them all with the metadata."""

from __future__ import annotations

from hallclient.store import audit, numbers, outbox, people

TABLES = (audit.audit, numbers.numbers, outbox.outbox, people.units, people.users)
