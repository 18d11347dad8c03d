"""R3 投诉处理单: a complaint's whole record, block by block; what has not happened yet prints as blanks, 待办."""

from __future__ import annotations

from collections.abc import Sequence

from hallclient.domain.complaint_paper import ComplaintPaper, Finding
from hallclient.domain.papers import Pair
from hallclient.reports import formats, text, wording
from hallclient.reports.flow import Block, Heading, Para, Sections
from hallclient.reports.page import WIDTH, Sheet, render
from hallclient.reports.tables import Cell, Column, Row, Table, pairs

_SUB = 10.0


def complaint(paper: ComplaintPaper) -> bytes:
    """The PDF of a complaint handling record."""
    dated = formats.day_at(paper.intake.accepted_at)
    words = wording.paper("complaint")
    subtitle = paper.state
    if paper.content.severity:
        subtitle = words["subtitle"].format(state=paper.state, severity=paper.content.severity)
    sheet = Sheet(head=paper.head, title=words["title"], subtitle=subtitle, dated=dated)
    return render((sheet, lambda: _blocks(paper)))


def _blocks(paper: ComplaintPaper) -> list[Block]:
    sections = Sections()
    return [
        *_intake(paper, sections),
        *_content(paper, sections),
        *_evidence(paper, sections),
        *_dispatch(paper, sections),
        *_investigation(paper, sections),
        *_ruling(paper, sections),
        *_measures(paper, sections),
        *_reply(paper, sections),
        *_visits(paper, sections),
        *_assessments(paper, sections),
        *_sign_offs(paper, sections),
        *_archive(paper, sections),
    ]


def _heading(sections: Sections, key: str, *, pending: bool = False, note: str = "") -> Heading:
    words = wording.paper("complaint")
    return sections.heading(words[key], words["pending"] if pending else note)


def _blank(*labels: str, room: str = "") -> Block:
    """Blank rows to fill in by hand, for a block that has not happened yet."""
    return pairs([Pair(label=label) for label in labels], WIDTH, room=room)


def _intake(paper: ComplaintPaper, sections: Sections) -> list[Block]:
    one = paper.intake
    contact = formats.joined(formats.moment(one.contact_start), formats.clock(one.contact_end), by=" 至 ")
    shown = (
        Pair(label="受理时间", value=formats.moment_exact(one.accepted_at)),
        Pair(label="受理渠道", value=one.channel),
        Pair(label="接触起止", value=contact),
        Pair(label="受理人工号", value=one.receiver),
        Pair(label="受理单位", value=one.unit),
        Pair(label="当前状态", value=paper.state),
        Pair(label="外部编号", value=one.external_number),
        Pair(label="外部时限", value=formats.moment(one.external_deadline)),
        Pair(label="客户名称", value=one.customer_name),
        Pair(label="户号", value=one.account),
        Pair(label="联系电话", value=one.phone),
        Pair(label="与户主关系", value=one.relation),
        Pair(label="保密要求", value=one.confidentiality),
        Pair(label="要求回访", value=one.wants_visit),
        Pair(label="客户情绪", value=one.emotion),
        Pair(label="越级倾向", value=one.leapfrog),
        Pair(label="用电地址", value=one.address),
    )
    blocks: list[Block] = [_heading(sections, "intake"), pairs([pair for pair in shown if pair.value], WIDTH)]
    if paper.clocks:
        words = wording.paper("complaint")
        columns = (Column("时限", 92), Column("规则", 136), Column("到期", 95), Column("完成", 95), Column("情况", 64))
        rows = [
            Row(
                (
                    Cell(clock.name, text.STRONG),
                    formats.joined(clock.rule, clock.paused, by="；"),
                    formats.moment(clock.due) or words["unpublished"],
                    formats.moment(clock.done_at) or "—",
                    clock.state,
                )
            )
            for clock in paper.clocks
        ]
        edition = words["edition"].format(edition=paper.edition) if paper.edition else ""
        blocks += [Heading(words["clocks"], edition, size=_SUB, before=9), Table(columns, rows)]
    return blocks


def _content(paper: ComplaintPaper, sections: Sections) -> list[Block]:
    one, words = paper.content, wording.paper("complaint")
    shown = (
        Pair(label="投诉类别", value=" › ".join(one.category)),
        Pair(label="投诉等级", value=one.severity),
        Pair(label="定级依据", value=one.severity_basis),
        Pair(label="发生时间", value=one.event_at),
        Pair(label="发生地点", value=one.place),
        Pair(label="被投诉人", value=one.person),
        Pair(label="重复诉求", value="、".join(one.repeat_of)),
    )
    filled = [pair for pair in shown if pair.value]
    blocks: list[Block] = [_heading(sections, "content")]
    if filled:
        blocks.append(pairs(filled, WIDTH))
    blocks.append(Heading(words["facts"], size=_SUB, before=9))
    blocks.append(Para(one.facts, text.PROSE, before=2))
    blocks.append(Heading(words["claim"], size=_SUB, before=9))
    blocks.append(Para(one.claim or words["no_claim"], text.PROSE, before=2))
    if paper.versions:
        columns = (Column("版本", 46), Column("保存时间", 110), Column("保存人", 110), Column("说明", 216))
        rows = [
            Row((f"第\xa0{line.version}\xa0版", formats.moment_exact(line.at), line.by, line.note))
            for line in paper.versions
        ]
        blocks += [Heading(words["versions"], size=_SUB, before=9), Table(columns, rows)]
    return blocks


def _evidence(paper: ComplaintPaper, sections: Sections) -> list[Block]:
    words = wording.paper("complaint")
    if not paper.evidence:
        return [_heading(sections, "evidence"), Para(words["no_evidence"])]
    columns = (
        Column("编号", 38),
        Column("种类", 50),
        Column("文件名", 156),
        Column("时长", 50, "right"),
        Column("形成时间", 62),
        Column("提供人", 66),
        Column("收存时间", 62),
    )
    hashed = text.SMALL.with_(size=7.5, leading=11)
    small = text.BODY.with_(size=8.5, leading=13)
    rows = [
        Row(
            (
                Cell(line.number, small),
                Cell(line.kind, small),
                Cell(line.file_name, small),
                Cell(line.duration or "—", small.with_(align="right")),
                Cell(formats.moment_stacked(line.captured_at) or "—", small),
                Cell(line.supplied_by, small),
                Cell(formats.moment_stacked(line.received_at), small),
            ),
            below=formats.joined(formats.joined(f"SHA-256\xa0{line.sha256}", line.size, by="　"), line.note, by="\n"),
            below_style=hashed,
            below_at=1,
        )
        for line in paper.evidence
    ]
    note = words["evidence_note"].format(count=len(paper.evidence))
    return [
        _heading(sections, "evidence", note=note),
        Table(columns, rows),
        Para(words["hash_note"], text.SMALL, before=5),
    ]


def _dispatch(paper: ComplaintPaper, sections: Sections) -> list[Block]:
    one = paper.dispatch
    if one is None:
        return [
            _heading(sections, "dispatch", pending=True),
            _blank("派发人", "派发时间", "主办单位", "协办单位", "办理时限", "催办"),
        ]
    shown = (
        Pair(label="派发人", value=one.dispatcher),
        Pair(label="派发时间", value=formats.moment(one.at)),
        Pair(label="主办单位", value=one.owner_unit),
        Pair(label="协办单位", value="、".join(one.co_handlers) or "无"),
        Pair(label="办理时限", value=one.limits),
        Pair(label="催办", value="；".join(one.reminders) or "无"),
    )
    return [_heading(sections, "dispatch"), pairs(shown, WIDTH)]


def _investigation(paper: ComplaintPaper, sections: Sections) -> list[Block]:
    one, words = paper.investigation, wording.paper("complaint")
    if one is None:
        return [
            _heading(sections, "investigation", pending=True),
            _blank("联系客户", "联系时间", "调查方式", "调查人", room="调查情况"),
        ]
    blocks: list[Block] = [_heading(sections, "investigation")]
    if one.means:
        blocks.append(pairs([Pair(label="调查方式", value="、".join(one.means))], WIDTH))
    for key, lines in (("contacts", one.contacts), ("findings", one.findings)):
        if lines:
            blocks += [Heading(words[key], size=_SUB, before=9), _findings(lines)]
    return blocks


def _findings(lines: Sequence[Finding]) -> Table:
    columns = (Column("时间", 92), Column("方式", 62), Column("人员", 72), Column("情况", 256))
    return Table(columns, [Row((formats.moment(line.at), line.means, line.by, line.text)) for line in lines])


def _ruling(paper: ComplaintPaper, sections: Sections) -> list[Block]:
    one = paper.ruling
    if one is None:
        return [
            _heading(sections, "ruling", pending=True),
            _blank("判定结果", "责任类别", "违反条款", "审核人", room="专业意见"),
        ]
    shown = (
        Pair(label="判定结果", value=one.result),
        Pair(label="责任类别", value=one.responsibility),
        Pair(label="违反条款", value=one.clause),
        Pair(label="专业意见", value="\n".join(one.opinions)),
        Pair(label="审核人", value=one.reviewer),
        Pair(label="审核时间", value=formats.moment(one.at)),
    )
    return [_heading(sections, "ruling"), pairs([pair for pair in shown if pair.value], WIDTH)]


def _measures(paper: ComplaintPaper, sections: Sections) -> list[Block]:
    columns = (
        Column("序号", 36),
        Column("整改措施", 152),
        Column("责任人", 62),
        Column("期限", 66),
        Column("完成", 66),
        Column("佐证", 52),
        Column("验证人", 48),
    )
    rows = [
        Row(
            (
                str(number),
                line.measure,
                line.owner,
                formats.day_short(line.due),
                formats.day_short(line.done_on),
                line.proof,
                line.verifier,
            )
        )
        for number, line in enumerate(paper.measures, 1)
    ]
    blank = Row(("", "", "", "", "", "", ""), tall=24)
    return [_heading(sections, "measures", pending=not rows), Table(columns, rows or [blank, blank])]


def _reply(paper: ComplaintPaper, sections: Sections) -> list[Block]:
    one = paper.reply
    if one is None:
        return [
            _heading(sections, "reply", pending=True),
            _blank("答复方式", "答复时间", "答复人", "客户态度", room="答复内容"),
        ]
    shown = (
        Pair(label="答复方式", value=one.way),
        Pair(label="答复时间", value=formats.moment(one.at)),
        Pair(label="答复人", value=one.replier),
        Pair(label="客户态度", value=one.attitude),
        Pair(label="补偿情况", value=one.compensation or "无"),
    )
    return [_heading(sections, "reply"), pairs(shown, WIDTH), Para(one.text, text.PROSE, before=6)]


def _visits(paper: ComplaintPaper, sections: Sections) -> list[Block]:
    columns = (
        Column("次数", 44),
        Column("回访时间", 96),
        Column("接通情况", 64),
        Column("满意度", 64),
        Column("客户意见", 146),
        Column("回访人", 68),
    )
    rows = [
        Row((f"第\xa0{one.attempt}\xa0次", formats.moment(one.at), one.reached, one.satisfied, one.words, one.visitor))
        for one in paper.visits
    ]
    blank = Row(("", "", "", "", "", ""), tall=24)
    return [_heading(sections, "visits", pending=not rows), Table(columns, rows or [blank])]


def _assessments(paper: ComplaintPaper, sections: Sections) -> list[Block]:
    columns = (Column("人员（工号）", 92), Column("考核依据", 200), Column("分值或金额", 90), Column("培训", 100))
    rows = [Row((one.person, one.basis, one.amount, one.training)) for one in paper.assessments]
    return [
        _heading(sections, "assessments", pending=not rows),
        Table(columns, rows or [Row(("", "", "", ""), tall=24)]),
    ]


def _sign_offs(paper: ComplaintPaper, sections: Sections) -> list[Block]:
    columns = (Column("签批人", 92), Column("意见", 216), Column("签名", 84), Column("日期", 90))
    rows = [
        Row((Cell(one.role, text.STRONG), one.opinion, one.name, formats.moment(one.at)), tall=34)
        for one in paper.sign_offs
    ]
    return [_heading(sections, "sign_offs"), Table(columns, rows)]


def _archive(paper: ComplaintPaper, sections: Sections) -> list[Block]:
    one = paper.archive
    if one is None:
        return [_heading(sections, "archive", pending=True), _blank("归档时间", "归档人", "保存类别", "保存至")]
    shown = (
        Pair(label="归档时间", value=formats.moment(one.at)),
        Pair(label="归档人", value=one.by),
        Pair(label="保存类别", value=one.retention),
        Pair(label="保存至", value=formats.day(one.until)),
    )
    return [_heading(sections, "archive"), pairs(shown, WIDTH)]
