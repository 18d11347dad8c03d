"""收费收据: what was paid, in figures and capitals, how, and the change given back."""

from __future__ import annotations

from collections.abc import Sequence

from hallclient.domain.papers import Pair, PaymentItem, PaymentPaper
from hallclient.reports import formats, text, wording
from hallclient.reports.flow import Block, Heading, Para, Signatures, Strip
from hallclient.reports.page import WIDTH, Sheet, render
from hallclient.reports.tables import Cell, Column, Row, Table, pairs


def payment(paper: PaymentPaper) -> bytes:
    """The PDF of a receipt for money."""
    dated = formats.day_at(paper.paid_at)
    sheet = Sheet(head=paper.head, title=wording.paper("payment")["title"], subtitle=paper.business, dated=dated)
    return render((sheet, lambda: _blocks(paper)))


def _blocks(paper: PaymentPaper) -> list[Block]:
    words = wording.paper("payment")
    blocks: list[Block] = []
    if paper.reversed_by:
        blocks.append(Strip(words["void"], words["void_text"].format(number=paper.reversed_by)))
    customer = paper.customer
    shown = (
        Pair(label="户号", value=customer.account),
        Pair(label="客户名称", value=customer.name),
        Pair(label="用电地址", value=customer.address),
        Pair(label="收费时间", value=formats.moment_exact(paper.paid_at)),
        Pair(label="收费员", value=formats.joined(paper.teller, paper.window)),
    )
    blocks.append(pairs([pair for pair in shown if pair.value], WIDTH, before=8))
    blocks.append(Heading(words["items"], "单位：元", size=10.5))
    blocks.append(items(paper.items, paper.amount))
    blocks.append(_ways(paper))
    if paper.remarks:
        blocks.append(Para(f"备注：{paper.remarks}", text.BODY, before=8))
    notes = [words["not_invoice"], words["check"], words["keep"]]
    blocks.append(Para("".join(notes), text.SMALL, before=10))
    blocks.append(
        Signatures(
            words["seal"],
            words["signed_teller"],
            words["signed_customer"],
            names=("", paper.teller),
            dated=False,
            before=14,
        )
    )
    return blocks


def items(lines: Sequence[PaymentItem], amount: int) -> Table:
    """The items with their sum in figures and in capitals."""
    columns = (Column("项目", 172), Column("费用期间", 110), Column("数量", 100, "right"), Column("金额", 100, "right"))
    rows = [Row((line.name, line.period, line.quantity, formats.yuan(line.amount))) for line in lines]
    strong = text.STRONG.with_(size=10.5)
    total = Row(
        (
            Cell(f"合计（大写）{formats.capitals(amount)}", strong, span=3),
            Cell(f"¥{formats.yuan(amount)}", strong.with_(align="right")),
        ),
        total=True,
    )
    return Table(columns, [*rows, total])


def _ways(paper: PaymentPaper) -> Table:
    columns = (Column("缴费方式", 172), Column("凭证号", 210), Column("金额", 100, "right"))
    rows = [Row((way.way, way.reference, formats.yuan(way.amount))) for way in paper.ways]
    rows.append(Row((Cell("实收", text.BODY, span=2), formats.yuan(paper.received)), total=True))
    rows.append(Row((Cell("找零", text.BODY, span=2), formats.yuan(paper.change))))
    return Table(columns, rows, before=10)
