"""Every table of the store, so that one import registers them all with the metadata."""

from __future__ import annotations

from hallclient.store import audit, business, business_lists, numbers, outbox, people, queue

TABLES = (
    *business.TABLES,
    business_lists.drafts,
    queue.tickets,
    queue.windows,
    audit.audit,
    numbers.numbers,
    outbox.outbox,
    people.units,
    people.users,
)
