"""Every table of the store, so that one import registers them all with the metadata."""

from __future__ import annotations

from hallclient.store import (
    audit,
    business,
    business_lists,
    customer_imports,
    customer_index,
    customers,
    evidence,
    exchanges,
    numbers,
    outbox,
    payments,
    people,
    queue,
    requests,
)

TABLES = (
    exchanges.exchanges,
    *evidence.TABLES,
    *payments.TABLES,
    *requests.TABLES,
    *business.TABLES,
    business_lists.drafts,
    queue.tickets,
    queue.windows,
    audit.audit,
    numbers.numbers,
    outbox.outbox,
    people.units,
    people.users,
    customers.customers,
    customers.customer_changes,
    customers.customer_events,
    customer_imports.imports,
    customer_imports.import_mappings,
    customer_index.customer_docs,
    customer_index.customer_keys,
    customer_index.customer_common,
)
