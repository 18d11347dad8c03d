"""A program that is killed in the middle of accepting an order, at each statement in turn; says what was left.

``python -m tests.services.business_killed FOLDER`` works on a profile made by ``tests.halls.make_template`` and prints
one JSON line for each kill: the statement, and how many orders, stages, documents, events and audit rows there are.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event, func, select

from hallclient.domain.instants import day_of
from hallclient.services.business import BusinessService
from hallclient.store import audit, business, customers, numbers, outbox
from tests.halls import Clock, Hall, open_hall
from tests.services.business_forms import add_customer, full_draft

STEP = 7
KILL = 9


def main(folder: Path) -> None:
    hall = open_hall(folder, Clock())
    customer_id = add_customer(hall)
    print(json.dumps({"at": -1, **state(hall)}), flush=True)
    hall.store.close()
    at = 0
    while True:
        child = multiprocessing.Process(target=accept_and_die, args=(folder, customer_id, at))
        child.start()
        child.join()
        killed = child.exitcode != 0
        hall = open_hall(folder, Clock())
        print(json.dumps({"at": at, "killed": killed, **state(hall)}), flush=True)
        hall.store.close()
        if not killed:
            return
        at += STEP


def accept_and_die(folder: Path, customer_id: str, at: int) -> None:
    """Accept an order; die before the statement of that number, or before the commit when the statements are over."""
    hall = open_hall(folder, Clock())
    actor = hall.actor("teller")
    kind = hall.parts.catalog.business("lv_resident_increase", day_of(hall.clock()))
    draft = full_draft(hall, kind, customer_id)
    count = 0

    def strike(*_: Any) -> None:
        nonlocal count
        if count == at:
            os.kill(os.getpid(), KILL)
        count += 1

    event.listen(Engine, "before_cursor_execute", strike)
    event.listen(Engine, "commit", lambda *_: [strike() for _ in range(STEP)])
    BusinessService(hall.parts).accept(actor, draft)


def state(hall: Hall) -> dict[str, int]:
    """How much of everything there is."""
    tables = {
        "orders": business.orders, "stages": business.stages, "documents": business.documents,
        "events": business.events, "timeline": customers.customer_events, "outbox": outbox.outbox,
        "audit": audit.audit,
    }  # fmt: skip
    with hall.store.read() as tx:
        counts = {name: int(tx.scalar(select(func.count()).select_from(table))) for name, table in tables.items()}
        broken = audit.first_broken(tx.connection)[1]
        last = numbers.last(tx.connection, prefix="SL", block="LD03", day=day_of(hall.clock()))
    return {**counts, "last": last, "broken": broken or 0}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
