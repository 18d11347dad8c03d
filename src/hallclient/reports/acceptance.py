"""业务受理回执: proof of acceptance, one copy for the customer and one for the hall."""

from __future__ import annotations

from hallclient.domain.papers import AcceptancePaper, DocumentMark, Pair
from hallclient.reports import formats, text, wording
from hallclient.reports.flow import Block, Heading, Para, Sections, Signatures, Together
from hallclient.reports.notice import documents, fees, stages
from hallclient.reports.page import WIDTH, Sheet, render
from hallclient.reports.tables import Cell, Column, Row, Table, pairs


def acceptance(paper: AcceptancePaper) -> bytes:
    """The PDF of a receipt: customer's copy, then hall's copy, each with its own page numbers."""
    words = wording.paper("acceptance")
    dated = formats.day_at(paper.accepted_at)

    def sheet(copy: str) -> Sheet:
        return Sheet(head=paper.head, title=words["title"], subtitle=words[copy], dated=dated)

    return render(
        (sheet("customer_copy"), lambda: _customer_copy(paper)), (sheet("hall_copy"), lambda: _hall_copy(paper))
    )


def _customer_copy(paper: AcceptancePaper) -> list[Block]:
    words = wording.paper("acceptance")
    opening = words["accepted"].format(business=paper.business, at=formats.moment_long(paper.accepted_at))
    sections = Sections()
    blocks: list[Block] = [
        Para(opening, text.PROSE.with_(size=10, indent=20)),
        *_basics(paper, sections),
        *_documents(paper, sections),
    ]
    limit = words["limit_note"].format(limit=paper.total_limit) if paper.total_limit else ""
    planned = words["stages_note"].format(due=formats.moment_long(paper.due)) if paper.due else ""
    due = formats.joined(limit, planned, by="，")
    blocks += [sections.heading(words["stages"], due), stages(paper.stages)]
    blocks += _commitment(paper, sections)
    if paper.fees:
        blocks += [Heading(words["fees"], size=10.5), fees(paper.fees)]
    if paper.remarks:
        blocks += [Heading(words["remarks"], size=10.5), Para(paper.remarks)]
    contact = paper.contact
    asked = words["contact"].format(
        hall=paper.head.hall,
        address=f"（{contact.address}）" if contact.address else "",
        phone=contact.phone or contact.hotline,
        hours=f"，{contact.hours}" if contact.hours else "",
        hotline=contact.hotline,
        regulator=contact.regulator,
    )
    blocks.append(Para(asked, text.SMALL, before=12))
    if paper.edition:
        blocks.append(Para(words["edition"].format(edition=paper.edition), text.SMALL, before=2))
    blocks.append(_signed(paper))
    return blocks


def _hall_copy(paper: AcceptancePaper) -> list[Block]:
    words = wording.paper("acceptance")
    opening = words["accepted_hall"].format(business=paper.business, at=formats.moment_long(paper.accepted_at))
    sections = Sections()
    blocks: list[Block] = [
        Para(opening, text.PROSE.with_(size=10, indent=20)),
        *_basics(paper, sections),
        *_documents(paper, sections),
    ]
    blocks += _commitment(paper, sections)
    blocks.append(_signed(paper))
    return blocks


def _basics(paper: AcceptancePaper, sections: Sections) -> list[Block]:
    customer = paper.customer
    shown = [
        Pair(label="业务类型", value=paper.business),
        Pair(label="受理人", value=formats.joined(paper.accepted_by, paper.window)),
        Pair(label="客户名称", value=customer.name),
        Pair(label="户号", value=customer.account),
        Pair(label="联系电话", value=customer.phone),
        Pair(label="证件号码", value=customer.identity),
        Pair(label="用电地址", value=customer.address),
        Pair(label="代办人", value=formats.joined(customer.agent_name, customer.agent_identity, customer.agent_phone)),
        *paper.fields,
    ]
    kept = [pair for pair in shown if pair.value]
    return [sections.heading(wording.paper("acceptance")["basics"]), pairs(kept, WIDTH)]


def _documents(paper: AcceptancePaper, sections: Sections) -> list[Block]:
    words = wording.paper("acceptance")
    marks = [line.mark for line in paper.documents]
    note = words["documents_note"].format(
        received=marks.count(DocumentMark.RECEIVED), deferred=marks.count(DocumentMark.DEFERRED)
    )
    if not paper.documents:
        return []
    return [sections.heading(words["documents"], note), documents(paper.documents, marked=True)]


def _commitment(paper: AcceptancePaper, sections: Sections) -> list[Block]:
    promised = [line for line in paper.documents if line.mark is DocumentMark.DEFERRED]
    if not promised:
        return []
    words = wording.paper("acceptance")
    columns = (Column("所缺材料", 240), Column("补齐期限", 122), Column("说明", 120))
    rows = [Row((Cell(line.name, text.STRONG), formats.day(line.due), line.note)) for line in promised]
    return [
        sections.heading(words["commitment"]),
        Para(words["commitment_text"], text.BODY.with_(justify=True, indent=19), keep_next=True),
        Table(columns, rows, before=6),
    ]


def _signed(paper: AcceptancePaper) -> Block:
    words = wording.paper("acceptance")
    declaration = Para(words["declaration"], text.BODY.with_(justify=True, indent=19))
    names = ("", paper.accepted_by)
    signs = Signatures(words["signed_customer"], words["signed_clerk"], names=names, before=8)
    return Together(declaration, signs, before=14)
