"""冲正单: a payment taken back, with the second person's approval."""

from __future__ import annotations

from hallclient.domain.papers import Pair, PaymentItem, ReversalPaper
from hallclient.reports import formats, text, wording
from hallclient.reports.flow import Block, Heading, Para, Sections, Signatures
from hallclient.reports.page import WIDTH, Sheet, render
from hallclient.reports.payment import items
from hallclient.reports.tables import pairs


def reversal(paper: ReversalPaper) -> bytes:
    """The PDF of a reversal."""
    dated = formats.day_at(paper.approved_at)
    sheet = Sheet(head=paper.head, title=wording.paper("reversal")["title"], dated=dated)
    return render((sheet, lambda: _blocks(paper)))


def _blocks(paper: ReversalPaper) -> list[Block]:
    words = wording.paper("reversal")
    customer = paper.customer
    original = (
        Pair(label="原收据编号", value=paper.original_number),
        Pair(label="收费时间", value=formats.moment_exact(paper.original_paid_at)),
        Pair(label="户号", value=customer.account),
        Pair(label="客户名称", value=customer.name),
        Pair(label="用电地址", value=customer.address),
    )
    reversal = (
        Pair(label="冲正方式", value=paper.way),
        Pair(label="窗口", value=paper.window),
        Pair(label="申请人", value=paper.requested_by),
        Pair(label="申请时间", value=formats.moment_exact(paper.requested_at)),
        Pair(label="审批人", value=paper.approved_by),
        Pair(label="审批时间", value=formats.moment_exact(paper.approved_at)),
        Pair(label="冲正原因", value=paper.reason),
    )
    lines = paper.items or (PaymentItem(name=f"原收据 {paper.original_number} 全额", amount=paper.amount),)
    sections = Sections()
    return [
        Para(words["opening"].format(number=paper.original_number), text.PROSE.with_(size=10, indent=20)),
        sections.heading(words["original"]),
        pairs([pair for pair in original if pair.value], WIDTH),
        sections.heading(words["reversal"]),
        pairs([pair for pair in reversal if pair.value], WIDTH),
        Heading(words["items"], "单位：元", size=10.5),
        items(lines, paper.amount),
        Para(words["note"], text.SMALL, before=8),
        Signatures(words["signed_customer"], words["signed_requester"], words["signed_approver"], before=14),
    ]
