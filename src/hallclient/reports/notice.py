"""一次性告知单: everything a customer must bring and know, said once; for an order or for a business kind."""

from __future__ import annotations

from collections.abc import Sequence

from hallclient.domain.papers import DocumentLine, DocumentMark, FeeLine, NoticePaper, Pair, StageLine
from hallclient.reports import formats, text, wording
from hallclient.reports.flow import Block, Para, Sections, Signatures, Together
from hallclient.reports.page import WIDTH, Sheet, render
from hallclient.reports.tables import Cell, Column, Row, Table, pairs

MARK_WORDS = {
    DocumentMark.NEEDED: "",
    DocumentMark.RECEIVED: "已收",
    DocumentMark.MISSING: "还缺",
    DocumentMark.DEFERRED: "容缺",
}


def notice(paper: NoticePaper) -> bytes:
    """The PDF of a notice."""
    words = wording.paper("notice")
    dated = formats.day(paper.accepted_on) or formats.day_at(paper.head.printed_at)
    sheet = Sheet(head=paper.head, title=words["title"], subtitle=paper.business, dated=dated)
    return render((sheet, lambda: _blocks(paper)))


def _blocks(paper: NoticePaper) -> list[Block]:
    words = wording.paper("notice")
    sections = Sections()
    blocks: list[Block] = []
    opening = words["opening_order" if paper.customer else "opening_kind"].format(business=paper.business)
    if paper.customer:
        greeting = words["greeting"].format(name=paper.customer.name)
        blocks.append(Para(greeting, text.PROSE.with_(indent=0, size=10), keep_next=True))
    blocks.append(Para(opening, text.PROSE.with_(size=10, indent=20), before=0))
    if paper.customer:
        blocks.append(_customer(paper))
    blocks.append(sections.heading(words["documents"], _documents_note(paper)))
    blocks.append(documents(paper.documents, marked=paper.customer is not None))
    marks = {line.mark for line in paper.documents}
    if DocumentMark.DEFERRED in marks:
        blocks.append(Para(words["deferred_text"], text.SMALL, before=5))
    if DocumentMark.MISSING in marks:
        blocks.append(Para(words["missing_text"], text.SMALL, before=5))
    limit = words["steps_note"].format(limit=paper.total_limit) if paper.total_limit else ""
    blocks += [sections.heading(words["steps"], limit), stages(paper.stages)]
    if paper.conditions:
        blocks += [sections.heading(words["conditions"]), *numbered(paper.conditions)]
    blocks.append(sections.heading(words["fees"], words["fees_note"] if paper.fees else ""))
    blocks.append(fees(paper.fees) if paper.fees else Para(words["no_fees"]))
    if paper.payment_channels or paper.service_channels:
        blocks += [sections.heading(words["channels"]), _channels(paper)]
    if paper.next_steps:
        blocks += [sections.heading(words["next"]), *numbered(paper.next_steps)]
    blocks += [sections.heading(words["contact"]), _contact(paper)]
    if paper.edition:
        blocks.append(Para(words["edition"].format(edition=paper.edition), text.SMALL, before=5))
    if paper.customer:
        signs = Signatures(words["signed_customer"], words["signed_clerk"], before=6)
        blocks.append(Together(Para(words["receipt_text"], text.BODY), signs, before=14))
    return blocks


def _customer(paper: NoticePaper) -> Block:
    customer = paper.customer
    assert customer is not None
    shown = [
        Pair(label="客户名称", value=customer.name),
        Pair(label="户号", value=customer.account),
        Pair(label="联系电话", value=customer.phone),
        Pair(label="证件号码", value=customer.identity),
        Pair(label="用电地址", value=customer.address),
        Pair(label="代办人", value=formats.joined(customer.agent_name, customer.agent_identity, customer.agent_phone)),
    ]
    return pairs([pair for pair in shown if pair.value], WIDTH, before=8)


def _documents_note(paper: NoticePaper) -> str:
    words = wording.paper("notice")
    marks = [line.mark for line in paper.documents]
    if not paper.customer:
        return words["documents_kind_note"].format(total=len(marks))
    return words["documents_note"].format(
        total=len(marks),
        received=marks.count(DocumentMark.RECEIVED),
        deferred=marks.count(DocumentMark.DEFERRED),
        missing=marks.count(DocumentMark.MISSING),
    )


def documents(lines: Sequence[DocumentLine], *, marked: bool) -> Table:
    """The table of documents; ``marked`` shows for each whether it was received."""
    columns = [Column("序号", 36), Column("材料名称", 158 if marked else 230), Column("形式", 104), Column("说明", 92)]
    if marked:
        columns.insert(2, Column("情况", 92))
    rows = []
    for number, line in enumerate(lines, 1):
        cells: list[Cell | str] = [str(number), Cell(line.name, text.STRONG), line.form, line.note]
        if marked:
            cells.insert(2, Cell(_state(line), tick=line.mark))
        rows.append(Row(tuple(cells)))
    return Table(columns, rows)


def _state(line: DocumentLine) -> str:
    if line.mark is DocumentMark.DEFERRED and line.due:
        return f"容缺\n{formats.day_short(line.due)}\xa0前"
    return MARK_WORDS[line.mark]


def stages(lines: Sequence[StageLine]) -> Table:
    """The table of stages; the columns of planned and actual ends appear only when there are any."""
    dated = any(line.due or line.done_at for line in lines)
    done = any(line.done_at for line in lines)
    by = any(line.by for line in lines)
    columns = [Column("序号", 36), Column("环节", 126), Column("时限", 110)]
    columns += [Column("计划完成", 92)] if dated else []
    columns += [Column("实际完成", 92)] if done else []
    columns += [Column("办理人", 62)] if by else []
    rows = []
    for number, line in enumerate(lines, 1):
        cells: list[Cell | str] = [str(number), Cell(line.name, text.STRONG), line.limit]
        cells += [formats.moment(line.due)] if dated else []
        cells += [formats.moment(line.done_at)] if done else []
        cells += [line.by] if by else []
        rows.append(Row(tuple(cells), below=line.note, below_at=1))
    return Table(columns, rows)


def fees(lines: Sequence[FeeLine]) -> Table:
    """The table of fees; an amount that is not known yet is told in words by its basis."""
    columns = (Column("项目", 150), Column("依据与说明", 232), Column("金额（元）", 100, "right"))
    return Table(columns, [Row((line.name, line.basis, formats.yuan(line.amount) or "—")) for line in lines])


def numbered(lines: Sequence[str]) -> list[Block]:
    """Sentences with their numbers, one paragraph each."""
    columns = (Column("", 20), Column("", 462))
    table = Table(
        columns, [Row((f"{number}.", line)) for number, line in enumerate(lines, 1)], titled=False, ruled=False
    )
    return [table]


def _channels(paper: NoticePaper) -> Block:
    shown = [
        Row((Cell("缴费" if not at else "", text.LABEL), Cell(one.label, text.STRONG), one.value))
        for at, one in enumerate(paper.payment_channels)
    ]
    shown += [
        Row((Cell("服务" if not at else "", text.LABEL), Cell(one.label, text.STRONG), one.value))
        for at, one in enumerate(paper.service_channels)
    ]
    return Table((Column("", 46), Column("", 130), Column("", 306)), shown, titled=False)


def _contact(paper: NoticePaper) -> Block:
    words, contact = wording.paper("notice"), paper.contact
    phones = (("phone", contact.phone), ("hotline", contact.hotline), ("regulator", contact.regulator))
    cells: list[Cell] = []
    for key, value in phones:
        cells += [Cell(words[key], text.LABEL), Cell(value)]
    rows = [Row(tuple(cells))]
    for key, value in (("hours", contact.hours), ("address", contact.address)):
        if value:
            rows.append(Row((Cell(words[key], text.LABEL), Cell(value, span=5))))
    columns = [Column("", share) for share in (66, 112, 76, 66, 76, 86)]
    return Table(columns, rows, titled=False)
