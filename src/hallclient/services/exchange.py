"""Exchange with other systems (数据交换, S10): bills read from a file, orders and requests written to one, each logged.

A number keeps its owner: what comes in keeps the other system's number beside ours, what goes out carries both.
"""

from __future__ import annotations

import csv
import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from hallclient.domain.business import OrderFilter
from hallclient.domain.instants import beijing
from hallclient.domain.money import from_figures
from hallclient.domain.payments import ReceivableDraft
from hallclient.domain.people import Actor
from hallclient.domain.requests import RequestFilter
from hallclient.errors import Problem, RuleBroken, Unavailable
from hallclient.services.orders import OrderService
from hallclient.services.parts import Parts
from hallclient.services.payments import PaymentService
from hallclient.services.permission import needs
from hallclient.services.requests import RequestService
from hallclient.services.table_files import open_table
from hallclient.store import customers, exchanges
from hallclient.store.exchanges import Exchange

PAGE = 500
Line = TypeVar("Line")
HEADINGS = {
    "account": ("户号", "用户编号", "客户编号"),
    "item": ("费用项目", "项目", "收费项目"),
    "period": ("电费年月", "月份", "账期"),
    "amount": ("应收金额", "金额", "应收"),
    "due": ("缴费截止日", "截止日期", "到期日"),
}
"""What bills' columns are called in files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BillReport:
    """What became of a file of bills: how many came in, and each row that did not, with why."""

    added: int
    refused: tuple[tuple[int, Problem], ...]


class ExchangeService:
    """Files in and out, each with its hash, who and when."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._payments, self._orders, self._requests = PaymentService(parts), OrderService(parts), RequestService(parts)

    @needs("payments.import")
    def import_bills(self, actor: Actor, path: Path) -> BillReport:
        """Read a CSV or XLSX of bills; rows with a fault are left out and named.

        Raises RuleBroken("payments.columns_missing", columns=…) and ("payments.file_known") for a file read before,
        and what reading a table raises.
        """
        table = open_table(path)
        places = {name: _place(table.headings, names) for name, names in HEADINGS.items()}
        missing = [names[0] for name, names in HEADINGS.items() if places[name] is None and name != "due"]
        if missing:
            raise RuleBroken("payments.columns_missing", columns="、".join(missing))
        with self._parts.store.read() as tx:
            if exchanges.same_file(tx, "receivables", table.sha256):
                raise RuleBroken("payments.file_known")
        good: list[ReceivableDraft] = []
        bad: list[tuple[int, Problem]] = []
        for number, cells in table.rows():
            draft, problems = self._bill(cells, places)
            (good.append(draft) if not problems else bad.extend((number, problem) for problem in problems[:1]))
        added = self._payments.import_bills(actor, good) if good else 0
        with self._parts.store.begin(actor) as tx:
            exchanges.log(
                tx, kind="receivables", file=path.name, sha256=table.sha256, size=table.size, rows=added + len(bad),
                done=added, refused=len(bad),
            )  # fmt: skip
        return BillReport(added=added, refused=tuple(bad))

    @needs("business.read")
    def export_orders(self, actor: Actor, wanted: OrderFilter, target: Path) -> Exchange:
        """Write the orders of a work list as CSV, personal data masked. Raises Unavailable("exchange.unwritable")."""
        names = {kind.code: kind.zh for kind in self._parts.catalog.kinds(self._parts.clock().date())}
        head = ("受理单号", "业务类型", "客户", "户号", "状态", "受理时间", "到期时间")

        def rows() -> Iterable[Sequence[str]]:
            for line in _pages(lambda offset: self._orders.work_list(actor, wanted, offset=offset, limit=PAGE)):
                yield (
                    line.number, names.get(line.kind, line.kind), line.customer_name, line.account, line.state,
                    f"{beijing(line.accepted_at):%Y-%m-%d %H:%M}",
                    f"{beijing(line.due):%Y-%m-%d %H:%M}" if line.due else "",
                )  # fmt: skip

        return self._write(actor, "orders", target, head, rows())

    @needs("requests.read")
    def export_requests(self, actor: Actor, wanted: RequestFilter, target: Path) -> Exchange:
        """Write a list of requests as CSV with our number and the other system's, names masked."""
        kinds = {kind.code: kind.zh for kind in self._parts.catalog.request_kinds()}
        channels = {channel.code: channel.zh for channel in self._parts.catalog.channels()}
        head = ("诉求单号", "外部编号", "类型", "渠道", "分类", "等级", "客户", "受理时间", "状态")

        def rows() -> Iterable[Sequence[str]]:
            for line in _pages(lambda offset: self._requests.page(actor, wanted, offset=offset, limit=PAGE)):
                yield (
                    line.number, line.external_no, kinds.get(line.kind, line.kind),
                    channels.get(line.channel, line.channel), line.category, line.severity, line.name,
                    f"{beijing(line.accepted_at):%Y-%m-%d %H:%M}", line.state,
                )  # fmt: skip

        return self._write(actor, "requests", target, head, rows())

    @needs("customers.import")
    def log(self, actor: Actor, *, limit: int = 200) -> tuple[Exchange, ...]:
        """Every file that came in or went out, newest first."""
        with self._parts.store.read() as tx:
            return exchanges.logged(tx, limit=limit)

    def _bill(self, cells: Sequence[str], places: dict[str, int | None]) -> tuple[ReceivableDraft, list[Problem]]:
        def cell(name: str) -> str:
            place = places[name]
            return cells[place].strip() if place is not None and place < len(cells) else ""

        account, problems = cell("account"), []
        with self._parts.store.read() as tx:
            known = customers.by_account(tx, account) if account else None
        if known is None:
            problems.append(Problem(field="account", code="payments.account_unknown"))
        try:
            amount = from_figures(cell("amount"))
        except ValueError:
            amount = -1
        due, written = _day(cell("due")), cell("period").replace("年", "-").replace("月", "")
        period = f"{written[:4]}-{written[4:]}" if len(written) == 6 and written.isdecimal() else written
        draft = ReceivableDraft(
            customer=known.id if known else "", account=account, item=cell("item"), period=period, amount=amount,
            due=due,
        )  # fmt: skip
        return draft, [*problems, *draft.problems()]

    def _write(
        self, actor: Actor, kind: str, target: Path, head: Sequence[str], rows: Iterable[Sequence[str]]
    ) -> Exchange:  # fmt: skip
        part, count = target.with_name(target.name + ".part"), 0
        try:
            with part.open("w", encoding="utf-8-sig", newline="") as out:
                writer = csv.writer(out)
                writer.writerow(head)
                for row in rows:
                    writer.writerow([_harmless(text) for text in row])
                    count += 1
                out.flush()
                os.fsync(out.fileno())
            digest, size = hashlib.sha256(part.read_bytes()).hexdigest(), part.stat().st_size
            part.replace(target)
        except OSError as fault:
            part.unlink(missing_ok=True)
            raise Unavailable("exchange.unwritable", file=target.name) from fault
        with self._parts.store.begin(actor) as tx:
            return exchanges.log(
                tx, kind=f"{kind}.export", file=target.name, sha256=digest, size=size, rows=count, done=count, refused=0
            )  # fmt: skip


def _pages(fetch: Callable[[int], Sequence[Line]]) -> Iterable[Line]:
    offset = 0
    while page := fetch(offset):
        yield from page
        offset += len(page)
        if len(page) < PAGE:
            return


def _place(headings: Sequence[str], names: Sequence[str]) -> int | None:
    plain = [heading.strip() for heading in headings]
    return next((plain.index(name) for name in names if name in plain), None)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.replace("/", "-").replace(".", "-")) if text else None
    except ValueError:
        return None


def _harmless(text: str) -> str:
    """A cell that a spreadsheet does not take for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
