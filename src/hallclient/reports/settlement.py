"""轧账单: one teller's day by way of paying, the cash counted beside the cash expected, two signatures."""

from __future__ import annotations

from hallclient.domain.papers import Denomination, Pair, SettlementPaper
from hallclient.reports import formats, text, wording
from hallclient.reports.flow import Block, Columns, Para, Sections, Signatures, Together
from hallclient.reports.page import WIDTH, Sheet, render
from hallclient.reports.tables import Cell, Column, Row, Table, pairs


def settlement(paper: SettlementPaper) -> bytes:
    """The PDF of a settlement sheet."""
    span = formats.joined(formats.clock(paper.opened_at), formats.clock(paper.closed_at), by=" 至 ")
    title = wording.paper("settlement")["title"]
    sheet = Sheet(head=paper.head, title=title, subtitle=span, dated=formats.day(paper.day))
    return render((sheet, lambda: _blocks(paper)))


def _blocks(paper: SettlementPaper) -> list[Block]:
    words = wording.paper("settlement")
    numbers = formats.joined(paper.first_number, paper.last_number, by=" 至 ")
    basics = (
        Pair(label="收费员", value=formats.joined(paper.teller, paper.window)),
        Pair(label="复核人", value=paper.checker),
        Pair(label="票据号段", value=numbers),
    )
    sections = Sections()
    blocks: list[Block] = [pairs([pair for pair in basics if pair.value], WIDTH, before=8)]
    blocks += [sections.heading(words["ways"], "单位：元"), _ways(paper)]
    blocks += [sections.heading(words["cash"], "单位：元"), Columns(_notes(paper), _right(paper), share=0.5, before=4)]
    blocks.append(sections.heading(words["reversals"], "单位：元" if paper.reversals else ""))
    blocks.append(_reversals(paper) if paper.reversals else Para(words["no_reversals"]))
    signs = Signatures(words["signed_teller"], words["signed_checker"], names=(paper.teller, paper.checker), before=12)
    blocks.append(Together(Para(words["note"], text.SMALL), signs, before=8))
    return blocks


def _ways(paper: SettlementPaper) -> Table:
    columns = (
        Column("缴费方式", 102),
        Column("收费笔数", 64, "right"),
        Column("收费金额", 84, "right"),
        Column("冲正笔数", 64, "right"),
        Column("冲正金额", 84, "right"),
        Column("净额", 84, "right"),
    )
    rows = [
        Row(
            (
                way.way,
                f"{way.count:,}",
                formats.yuan(way.amount),
                f"{way.reversed_count:,}",
                formats.yuan(-way.reversed_amount),
                formats.yuan(way.amount - way.reversed_amount),
            )
        )
        for way in paper.ways
    ]
    count, amount = sum(way.count for way in paper.ways), sum(way.amount for way in paper.ways)
    back, taken = sum(way.reversed_count for way in paper.ways), sum(way.reversed_amount for way in paper.ways)
    cells = (
        "合计",
        f"{count:,}",
        formats.yuan(amount),
        f"{back:,}",
        formats.yuan(-taken),
        formats.yuan(amount - taken),
    )
    return Table(columns, [*rows, Row(cells, total=True)])


def _notes(paper: SettlementPaper) -> Table:
    columns = (Column("面额", 70), Column("张（枚）数", 70, "right"), Column("金额", 90, "right"))
    rows = [Row((face(one), f"{one.count:,}", formats.yuan(one.face * one.count))) for one in paper.denominations]
    counted = sum(one.face * one.count for one in paper.denominations)
    pieces = sum(one.count for one in paper.denominations)
    return Table(columns, [*rows, Row(("合计", f"{pieces:,}", formats.yuan(counted)), total=True)])


def face(one: Denomination) -> str:
    """100 元, 5 角, 2 分."""
    for worth, unit in ((100, "元"), (10, "角")):
        if one.face % worth == 0:
            return f"{one.face // worth}\xa0{unit}"
    return f"{one.face}\xa0分"


def _right(paper: SettlementPaper) -> Block:
    """The cash that should be there, and what came of the count."""
    reason = wording.paper("settlement")["reason"]
    told = [Para(f"{reason}：{paper.difference_reason}", text.BODY, before=3)] if paper.difference_reason else []
    return Together(_cash(paper), _result(paper), *told)


def _cash(paper: SettlementPaper) -> Table:
    taken = paper.cash_expected - paper.opening_float
    rows = [
        Row(("备用金", formats.yuan(paper.opening_float))),
        Row(("现金收入净额", formats.yuan(taken))),
        Row(("应有现金", formats.yuan(paper.cash_expected)), total=True),
        Row(("实点现金", formats.yuan(paper.cash_counted))),
        Row(("差异（实点 − 应有）", formats.yuan_signed(paper.difference)), total=True),
    ]
    return Table((Column("项目", 130), Column("金额", 100, "right")), rows)


def _reversals(paper: SettlementPaper) -> Table:
    columns = (
        Column("时间", 40),
        Column("冲正单号", 122),
        Column("原收据", 122),
        Column("方式", 48),
        Column("审批人", 52),
        Column("金额", 70, "right"),
    )
    rows = [
        Row(
            (
                formats.clock(line.at),
                Cell(line.number, text.BODY.with_(size=8.5)),
                Cell(line.original_number, text.BODY.with_(size=8.5)),
                line.way,
                line.approved_by,
                formats.yuan(-line.amount),
            ),
            below=f"原因：{line.reason}",
        )
        for line in paper.reversals
    ]
    total = sum(line.amount for line in paper.reversals)
    cells = (Cell(f"合计 {len(paper.reversals)}\xa0笔", span=5), formats.yuan(-total))
    return Table(columns, [*rows, Row(cells, total=True)])


def _result(paper: SettlementPaper) -> Block:
    words = wording.paper("settlement")
    gap = paper.difference
    if gap == 0:
        counted = paper.cash_counted
        said = f"{words['balanced']}。实点现金 {formats.yuan(counted)} 元（{formats.capitals(counted)}）。"
    else:
        word = words["over"] if gap > 0 else words["short"]
        said = f"{word} {formats.yuan(abs(gap))} 元（{formats.capitals(abs(gap))}）。"
    style = text.STRONG.with_(size=10, leading=15.5, color=text.INK if gap == 0 else text.RED)
    return Para(said, style, before=9)
