"""One usual record for every paper, in the invented city, masked as services mask it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from hallclient.domain import complaint_paper as c
from hallclient.domain import papers as p
from hallclient.domain.instants import BEIJING
from hallclient.reports.acceptance import acceptance
from hallclient.reports.complaint import complaint
from hallclient.reports.notice import notice
from hallclient.reports.payment import payment
from hallclient.reports.recovery import recovery
from hallclient.reports.reversal import reversal
from hallclient.reports.settlement import settlement

NOW = datetime(2026, 6, 10, 14, 9, 31, tzinfo=BEIJING)
CONTACT = p.Contact(
    address="临澜市澜东区望江路 88 号", hours="工作日 8:30 至 17:30，周六 9:00 至 16:00", phone="0599-8800012"
)
CUSTOMER = p.PaperCustomer(
    name="苏**",
    account="******0147",
    address="临澜市澜东区望江路 12 弄 3 号楼***",
    phone="138****0001",
    identity="350***********0011",
    agent_name="程*",
    agent_identity="350***********0025",
)


def head(number: str = "SL-LD03-20260610-0147", **more: Any) -> p.Head:
    return p.Head(
        unit="国网临澜供电公司", hall="澜东营业厅", printed_at=NOW, printed_by="王敏", **{"number": number, **more}
    )


def later(days: int, hour: int = 17) -> datetime:
    return (NOW + timedelta(days=days)).replace(hour=hour, minute=30, second=0)


DOCUMENTS = (
    p.DocumentLine(
        name="用电人有效身份证明", mark=p.DocumentMark.RECEIVED, form="原件核对，复印件 1 份", received_at=NOW
    ),
    p.DocumentLine(
        name="用电地址权属证明（不动产权证、购房合同或租赁合同及房东产权证明）",
        mark=p.DocumentMark.DEFERRED,
        form="复印件 1 份",
        note="提供其中一种即可",
        due=date(2026, 6, 17),
    ),
    p.DocumentLine(name="授权委托书", mark=p.DocumentMark.RECEIVED, form="原件 1 份", note="代办时提供"),
    p.DocumentLine(name="用电设备清单", mark=p.DocumentMark.MISSING, form="原件 1 份", note="加盖单位行政公章"),
)
STAGES = (
    p.StageLine(name="业务受理", limit="当场", due=NOW, done_at=NOW, by="王敏"),
    p.StageLine(name="现场勘查与供电方案答复", limit="3 个工作日", due=later(5), note="客户经理提前一天电话预约"),
    p.StageLine(name="竣工检验", limit="受理报验后 3 个工作日", due=later(12)),
    p.StageLine(name="签订合同与装表接电", limit="2 个工作日", due=later(14)),
)
NOTICE = p.NoticePaper(
    head=head(),
    business="低压非居民新装",
    customer=CUSTOMER,
    accepted_on=NOW.date(),
    total_limit="6 个工作日（不含客户施工时间）",
    documents=DOCUMENTS,
    stages=STAGES,
    conditions=(
        "用电地址须与权属证明一致；租赁房屋须同时提供房东的权属证明和同意用电的书面意见。",
        "客户受电工程由客户自行选择有资质的设计、施工单位，我们不指定。",
    ),
    fees=(
        p.FeeLine(name="业务受理、勘查、装表", basis="不收费"),
        p.FeeLine(name="高可靠性供电费用", basis="仅双电源用户，按省发展改革委公布标准", amount=None),
        p.FeeLine(name="临时接电预付电费", basis="合同约定，销户时退还", amount=50000),
    ),
    payment_channels=(
        p.Pair(label="营业厅", value="现金、POS、支票"),
        p.Pair(label="网上国网", value="手机客户端“交电费”"),
        p.Pair(label="银行代扣", value="签约后每月 20 日扣款"),
    ),
    service_channels=(
        p.Pair(label="95598 热线", value="24 小时，咨询、报修、投诉"),
        p.Pair(label="网上国网", value="进度查询、预约勘查时间"),
    ),
    next_steps=(
        "6 月 17 日前把权属证明送到本厅任一窗口，或由客户经理勘查时带回。",
        "备齐用电设备清单并加盖公章。",
        "保持电话畅通，客户经理将在 1 个工作日内与您约定勘查时间。",
    ),
    contact=CONTACT,
    edition="2025-01",
)
ACCEPTANCE = p.AcceptancePaper(
    head=head(),
    business="低压非居民新装",
    customer=CUSTOMER,
    accepted_at=NOW,
    accepted_by="王敏（LD0312）",
    window="3 号窗口",
    fields=(
        p.Pair(label="用电类别", value="一般工商业"),
        p.Pair(label="申请容量", value="40 kVA"),
        p.Pair(label="供电电压", value="0.4 kV"),
        p.Pair(label="负荷性质", value="三级"),
        p.Pair(label="希望接电日", value="2026 年 6 月 30 日"),
        p.Pair(label="用途说明", value="沿街商铺，主要设备为冷柜 6 台、空调 2 台、照明，营业时间 7:00 至 22:00。"),
    ),
    documents=DOCUMENTS[:3],
    stages=STAGES,
    total_limit="6 个工作日",
    due=later(14),
    remarks="客户希望勘查安排在上午。",
    contact=CONTACT,
    edition="2025-01",
)
ITEMS = (
    p.PaymentItem(name="电费（低压居民）", period="2026 年 5 月", quantity="186 千瓦时", amount=10230),
    p.PaymentItem(name="违约金", period="2026 年 4 月", quantity="12 天", amount=175),
)
PAYMENT = p.PaymentPaper(
    head=head("SF-LD03-20260610-0031"),
    customer=CUSTOMER,
    items=ITEMS,
    amount=10405,
    ways=(
        p.PaymentWay(way="现金", amount=5000),
        p.PaymentWay(way="聚合二维码", amount=5405, reference="4200002026061014093100"),
    ),
    received=15405,
    change=5000,
    paid_at=NOW,
    teller="王敏",
    window="3 号窗口",
)
REVERSAL = p.ReversalPaper(
    head=head("CZ-LD03-20260610-0002"),
    original_number="SF-LD03-20260610-0031",
    original_paid_at=NOW,
    customer=CUSTOMER,
    amount=10405,
    way="现金退回",
    reason="客户报错户号，实际应缴户号尾号 0174，改缴。",
    requested_by="王敏",
    requested_at=NOW,
    approved_by="何予安",
    approved_at=NOW,
    window="3 号窗口",
    items=ITEMS,
)
DRAWER = ((10000, 38), (5000, 10), (2000, 8), (1000, 3), (500, 1), (100, 14), (50, 1), (10, 0), (5, 9))
SETTLEMENT = p.SettlementPaper(
    head=head("ZZ-LD03-20260610-0001"),
    teller="王敏",
    window="3 号窗口",
    day=NOW.date(),
    ways=(
        p.WayTotal(way="现金", count=23, amount=412350, reversed_count=1, reversed_amount=10405),
        p.WayTotal(way="POS", count=14, amount=1286400),
        p.WayTotal(way="聚合二维码", count=41, amount=903217),
        p.WayTotal(way="支票", count=2, amount=5860000),
    ),
    opening_float=50000,
    cash_expected=451945,
    cash_counted=450945,
    denominations=tuple(p.Denomination(face=face, count=count) for face, count in DRAWER),
    opened_at=NOW.replace(hour=8, minute=30),
    closed_at=NOW.replace(hour=17, minute=30),
    first_number="SF-LD03-20260610-0001",
    last_number="SF-LD03-20260610-0081",
    reversals=(
        p.ReversalLine(
            number="CZ-LD03-20260610-0002",
            original_number="SF-LD03-20260610-0031",
            at=NOW,
            way="现金",
            amount=10405,
            reason="客户报错户号",
            approved_by="何予安",
        ),
    ),
    difference_reason="11 时前后连续办理 4 笔现金业务，找零可能多付 10 元，已调阅柜台录像核对。",
    checker="何予安",
)
FACTS = (
    "今天上午我在澜东营业厅办过户，10 点 05 分取号，3 号窗口的工作人员一直低头看手机，我问了两遍才抬头说“自己看墙上”。"
    "我说墙上写的是新装，不是过户，她说“那你打 95598”。旁边窗口叫号跳过了我，我前后等了 42 分钟。\n"
    "我是替我母亲来办的，带了委托书，她只看了一眼就说材料不行，问缺什么她又不说。后来大堂经理过来，"
    "我才知道缺的只是一份复印件。态度太差，要求道歉。"
)


def sha(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


EVIDENCE = (
    c.EvidenceLine(
        number="E-01",
        kind="录音",
        file_name="95598-20260610-101203.wav",
        sha256=sha("a"),
        supplied_by="95598 平台导入",
        received_at=NOW,
        duration="00:03:12",
        captured_at=NOW - timedelta(hours=3),
        size="3.1 MB",
    ),
    c.EvidenceLine(
        number="E-02",
        kind="柜台视频",
        file_name="澜东-3号窗口-20260610-1000.mp4",
        sha256=sha("b"),
        supplied_by="服务录音录像",
        received_at=NOW,
        duration="00:42:00",
        captured_at=NOW - timedelta(hours=4),
        size="1.2 GB",
    ),
    c.EvidenceLine(
        number="E-03",
        kind="照片",
        file_name="取号单.jpg",
        sha256=sha("c"),
        supplied_by="客户提交",
        received_at=NOW,
        size="2.4 MB",
        note="拍摄时间文件中没有记录。",
    ),
)
COMPLAINT = c.ComplaintPaper(
    head=head("TS-LD03-20260610-0004", internal=True),
    state="已受理，待派发",
    intake=c.ComplaintIntake(
        accepted_at=NOW,
        channel="营业厅当面",
        receiver="LD0312",
        unit="澜东营业厅",
        customer_name="苏**",
        contact_start=NOW - timedelta(minutes=9),
        contact_end=NOW,
        account="******0147",
        phone="138****0001",
        address="临澜市澜东区望江路 12 弄 3 号楼***",
        relation="户主之女",
        confidentiality="公开",
        wants_visit="是",
        emotion="激动",
        leapfrog="无",
    ),
    content=c.ComplaintContent(
        facts=FACTS,
        claim="要求当事人道歉，并说明过户到底需要哪些材料。",
        category=("投诉", "服务行为", "营业厅人员服务态度"),
        severity="一般",
        severity_basis="单一客户，未造成损失，首次反映",
        event_at="2026 年 6 月 10 日 10:05 至 10:47",
        place="澜东营业厅 3 号窗口",
        person="工号 LD0307",
        repeat_of=("TS-LD03-20260512-0002",),
    ),
    clocks=(
        c.Clock(name="首次联系客户", rule="24 小时内", due=NOW + timedelta(hours=24), state="计时中"),
        c.Clock(name="答复客户", rule="6 个工作日内", due=later(8), state="计时中"),
        c.Clock(name="调查办结", rule="5 个工作日内", due=None, state="待定"),
    ),
    versions=(
        c.FactsVersion(version=1, at=NOW - timedelta(minutes=4), by="王敏", note="首次记录"),
        c.FactsVersion(version=2, at=NOW, by="王敏", note="补充等待时间和大堂经理到场经过"),
    ),
    evidence=EVIDENCE,
    edition="2025-01",
)
CLOSED = replace(
    COMPLAINT,
    state="已归档",
    content=replace(COMPLAINT.content, facts="\n".join([FACTS] * 4), severity="重大"),
    evidence=tuple(replace(EVIDENCE[1], number=f"E-{at:02d}", sha256=sha(str(at))) for at in range(1, 13)),
    dispatch=c.Dispatch(
        dispatcher="周芷",
        at=NOW,
        owner_unit="澜东供电中心",
        co_handlers=("营销部", "纪检办"),
        limits="24 小时联系，6 个工作日答复",
        reminders=("6 月 12 日 09:00 电话催办",),
    ),
    investigation=c.Investigation(
        means=("听取投诉录音", "调阅柜台录像", "约谈当事人"),
        contacts=(c.Finding(at=NOW, by="周芷", means="电话", text="客户接听，确认事实，表示希望当面道歉。"),),
        findings=(
            c.Finding(at=NOW, by="周芷", means="录像", text="10:05 至 10:31 当事人三次低头使用手机，" * 6),
            c.Finding(at=NOW, by="周芷", means="约谈", text="当事人承认使用手机，称在查询内部通知。"),
        ),
    ),
    ruling=c.Ruling(
        result="属实",
        responsibility="个人责任",
        clause="营业厅服务规范第 12 条：工作时间不得使用手机",
        opinions=("营销专业：同意认定属实。", "纪检：建议通报。"),
        reviewer="何予安",
        at=NOW,
    ),
    measures=(
        c.Measure(
            measure="当事人当面道歉",
            owner="何予安",
            due=date(2026, 6, 12),
            done_on=date(2026, 6, 11),
            proof="录音 E-13",
            verifier="周芷",
        ),
        c.Measure(measure="营业厅手机入柜，班前会每日检查，连续一个月", owner="顾明远", due=date(2026, 7, 11)),
    ),
    reply=c.Reply(
        text="您反映的情况经核实属实。当事人已当面向您道歉，并按规定处理；过户所需材料清单已补送给您。",
        way="电话",
        at=NOW,
        replier="何予安",
        attitude="认可",
    ),
    visits=(
        c.ReturnVisit(attempt=1, at=NOW, reached="未接通", visitor="林溪"),
        c.ReturnVisit(
            attempt=2, at=NOW, reached="接通", satisfied="满意", words="态度诚恳，认可处理结果。", visitor="林溪"
        ),
    ),
    assessments=(
        c.Assessment(
            person="LD0307", basis="服务质量奖惩办法第 9 条", amount="扣 3 分，200 元", training="服务规范 8 学时"
        ),
    ),
    sign_offs=(
        *c.DEFAULT_SIGN_OFFS[:3],
        c.SignOff(role="营销部主任", name="顾明远", opinion="同意。", at=NOW),
        c.SignOff(role="市公司分管领导"),
    ),
    archive=c.Archive(at=NOW, retention="重大投诉，5 年", until=date(2031, 6, 10), by="周芷"),
)
RECOVERY = p.RecoveryPaper(
    head=head("HF-LD03-20260610-0001", masked=False),
    key_groups=("7Q4K", "9XMD", "2HWT", "BV6R", "3NFP", "8ZJC", "5LGY", "A0SE", "6T1U", "K4RW", "9D2M", "XQ7H", "JB5V"),
    counter="LD03",
    administrator="何予安",
    created_at=NOW,
    fingerprint="3F9C 17A2 84E0 D56B",
)

Sample = tuple[Callable[[Any], bytes], Any]
SAMPLES: dict[str, Sample] = {
    "notice": (notice, NOTICE),
    "notice-kind": (
        notice,
        p.NoticePaper(
            head=head(""),
            business="居民更名过户",
            documents=tuple(p.DocumentLine(name=line.name, form=line.form, note=line.note) for line in DOCUMENTS[:3]),
            stages=tuple(p.StageLine(name=line.name, limit=line.limit, note=line.note) for line in STAGES),
            total_limit="5 个工作日",
            contact=CONTACT,
        ),
    ),
    "acceptance": (acceptance, ACCEPTANCE),
    "payment": (payment, PAYMENT),
    "reversal": (reversal, REVERSAL),
    "settlement": (settlement, SETTLEMENT),
    "complaint": (complaint, COMPLAINT),
    "complaint-closed": (complaint, CLOSED),
    "recovery": (recovery, RECOVERY),
}


@pytest.fixture(params=list(SAMPLES))
def sample(request: pytest.FixtureRequest) -> Sample:
    """Each paper's function and a usual record of it."""
    return SAMPLES[request.param]


@pytest.fixture
def samples() -> dict[str, Sample]:
    """All of them by name."""
    return SAMPLES
