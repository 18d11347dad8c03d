"""The counter with a full store: accept-and-save, the work list's first page, the queue, a payment, an intake.

One million customers come through the real import; 200,000 orders are copies of real ones. Each figure is taken
with the file durable (WAL, synchronous=FULL). Beside accept stands a bare one-row SQLite transaction in the same run.
"""

from __future__ import annotations

import argparse
import csv
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from bench_customers import HEADINGS, made_row
from figures import Figure, percentile, report, times
from sqlalchemy import text

from hallclient.domain.business import OrderFilter
from hallclient.domain.customer_rows import ColumnMapping, suggest
from hallclient.domain.payments import PaymentDraft, PaymentPart
from hallclient.domain.requests import RequestDraft, RequestFilter
from hallclient.services import bundle
from hallclient.services.sign_in import SYSTEM
from tests.halls import Clock, Hall, make_template, open_hall
from tests.services import business_forms

ACCEPT, PAGE = 150.0, 100.0
KIND = "lv_resident_new"


def filled(folder: Path, customers: int) -> Hall:
    """A hall with its customers imported."""
    rng, table = random.Random(20260610), folder / "客户档案.csv"
    with table.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(HEADINGS)
        writer.writerows(made_row(rng, number) for number in range(customers))
    (folder / "profile").mkdir()
    hall = open_hall(make_template(folder / "profile"), Clock())
    services = bundle.build(hall.parts)
    mapping = ColumnMapping(columns=suggest(HEADINGS), source="bench")
    services.customer_import.run(hall.actor("shift_leader"), table, mapping)
    return hall


def multiplied(hall: Hall, copies: int) -> None:
    """Copy the orders there are, with new ids and numbers, spread over the past year."""
    with hall.store.begin(SYSTEM) as tx:
        names = [row[1] for row in tx.connection.execute(text("PRAGMA table_info(orders)"))]
        fresh = {
            "id": "lower(hex(randomblob(16)))",
            "number": "'SL-LD01-20250101-' || (n.value * 1000 + orders.rowid)",
            "created_at": "strftime('%Y-%m-%dT%H:%M:%S.000000Z', created_at, '-' || (n.value % 365) || ' days')",
        }
        columns = ", ".join(fresh.get(name, f'orders."{name}"') for name in names)
        listed = ", ".join(f'"{name}"' for name in names)
        tx.connection.execute(
            text(
                f"INSERT INTO orders ({listed}) WITH RECURSIVE n(value) AS "
                f"(SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < :copies) "
                f"SELECT {columns} FROM orders, n WHERE orders.number LIKE 'SL-LD03%'"
            ),
            {"copies": copies},
        )


def one_row(folder: Path) -> Callable[[], Any]:
    """A bare transaction with one row, durable."""
    plain = sqlite3.connect(folder / "plain.db", isolation_level=None)
    plain.execute("PRAGMA journal_mode=WAL")
    plain.execute("PRAGMA synchronous=FULL")
    plain.execute("CREATE TABLE t (a, b)")
    return lambda: plain.execute("INSERT INTO t VALUES (?, ?)", (time.time(), "x" * 600))


def main() -> int:
    """Build, measure, print."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--customers", type=int, default=1_000_000)
    asked.add_argument("--orders", type=int, default=200_000)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="hall-bench-") as name:
        folder = Path(name)
        hall = filled(folder, options.customers)
        services, teller = bundle.build(hall.parts), hall.actor("teller")
        kind = hall.parts.catalog.business(KIND, hall.clock.now.date())
        plan = business_forms.full_draft(hall, kind, None)

        def accept() -> Any:
            hall.clock.forward(seconds=40)
            return services.business.accept(teller, plan)

        for _ in range(200):
            accept()
        multiplied(hall, options.orders // 200)
        taken = times(accept, 300)
        bare = times(one_row(folder), 300)
        wanted = [OrderFilter(), OrderFilter(mine=True), OrderFilter(light="late"), OrderFilter(text="王")]
        lists = [
            taken_one
            for one in wanted
            for taken_one in times(lambda one=one: services.orders.work_list(teller, one, offset=0, limit=50), 40)
        ]
        board = times(lambda: services.queue.board(teller), 100)
        account = "9900000077"

        def pay() -> Any:
            hall.clock.forward(seconds=20)
            part = PaymentPart(receivable="", item="预存电费", period="", amount=10_000)
            return services.payments.collect(teller, PaymentDraft(account=account, parts=(part,), received=10_000))

        paid = times(pay, 100)
        told = RequestDraft(
            kind="consultation", subtype="bill", channel="hall", name="林晚照", phone="10000000010", facts="峰谷电"
        )  # fmt: skip

        def listen() -> Any:
            hall.clock.forward(seconds=20)
            return services.requests.accept(teller, replace(told, facts=f"峰谷电怎么办 {time.time()}"))

        heard = times(listen, 200)
        pool = times(lambda: services.requests.page(teller, RequestFilter()), 60)
        hall.store.close()
    floor = percentile(bare, 99)
    beside = f"bare one-row transaction p99 {floor:.1f} ms, ratio {percentile(taken, 99) / floor:.0f}"
    full = f"{options.customers:,} customers, {options.orders:,} orders"
    return report(
        [
            Figure(
                name=f"accept and save, p99 ({full})",
                value=percentile(taken, 99),
                unit="ms",
                most=ACCEPT,
                beside=beside,
            ),
            Figure(name="accept and save, median", value=percentile(taken, 50), unit="ms"),
            Figure(name="work list, first page, p95", value=percentile(lists, 95), unit="ms", most=PAGE),
            Figure(name="queue board, p95", value=percentile(board, 95), unit="ms"),
            Figure(name="payment, p99", value=percentile(paid, 99), unit="ms"),
            Figure(name="request taken in, p99", value=percentile(heard, 99), unit="ms"),
            Figure(name="list of requests, first page, p95", value=percentile(pool, 95), unit="ms"),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
