"""Requests, channels, the complaint tree, and the severity that signals suggest."""

from __future__ import annotations

from datetime import date

import pytest

from hallclient.catalog.lookups import Catalog
from hallclient.catalog.model import Signals
from hallclient.errors import NotFound

TODAY = date(2026, 6, 10)

KINDS = ["咨询", "查询", "故障报修", "投诉", "举报", "建议", "意见", "表扬", "服务申请", "催办", "撤诉", "补充"]

COMPLAINT = ("complaint.contact", "complaint.reply", "complaint.reply_internal", "request.visit")

# level 2 of the tree, and how many kinds of level 3 each has
TREE = {
    "01.01": ("服务行为", 10),
    "01.02": ("服务渠道", 9),
    "02.01": ("业扩报装", 7),
    "02.02": ("用电变更", 3),
    "02.03": ("抄表催费", 5),
    "02.04": ("电价电费", 5),
    "02.05": ("电能计量", 6),
    "02.06": ("业务收费", 3),
    "02.07": ("用电检查", 2),
    "03.01": ("停送电信息公告", 4),
    "03.02": ("停电计划执行", 4),
    "03.03": ("抢修服务", 5),
    "03.04": ("增值服务", 2),
    "04.01": ("电压质量", 5),
    "04.02": ("供电频率", 1),
    "04.03": ("供电可靠性", 1),
    "05.01": ("供电设施", 3),
    "05.02": ("农网(配网)改造", 3),
    "05.03": ("电力施工", 4),
}


def test_all_request_kinds(sgcc: Catalog) -> None:
    assert [kind.zh for kind in sgcc.request_kinds()] == KINDS
    assert len({kind.prefix for kind in sgcc.request_kinds()}) == len(KINDS)
    subtypes = {kind.code: len(kind.subtypes) for kind in sgcc.request_kinds()}
    assert subtypes["suggestion"] == 18 and subtypes["fault"] == 7 and subtypes["report"] == 4
    assert sgcc.request_kind("opinion").uses_complaint_tree
    assert {kind.code for kind in sgcc.request_kinds() if kind.needs_parent} == {"urge", "withdrawal", "supplement"}


@pytest.mark.parametrize(
    ("kind", "subtype", "channel", "expected"),
    [
        (
            "complaint",
            "",
            "hall",
            ("complaint.contact", "complaint.reply", "complaint.reply_internal", "request.visit"),
        ),
        ("report", "theft", "hall", ("report.reply",)),
        ("service", "reconnection", "hall", ("reconnect.power", "reconnect.answer")),
        ("service", "other", "hall", ("service.reply",)),
        ("opinion", "", "12398", ("opinion.reply", "channel.12398")),
        ("opinion", "", "12345", ("opinion.reply", "channel.12345")),
        ("suggestion", "", "letter", ("suggestion.reply", "channel.other")),
    ],
)
def test_kind_and_channel_start_the_clocks(
    sgcc: Catalog, kind: str, subtype: str, channel: str, expected: tuple[str, ...]
) -> None:
    assert sgcc.clocks(kind, subtype, channel=channel) == expected


def test_channels_and_their_external_deadlines(sgcc: Catalog) -> None:
    names = {channel.zh for channel in sgcc.channels()}
    assert {
        "95598电话",
        "营业厅当面",
        "12398能源监管热线",
        "12345政务热线",
        "领导接待日",
        "社会监督员",
        "信访",
    } <= names
    assert {"社会监督员", "短信营业厅", "媒体", "微博等舆情", "明察暗访发现", "内部转办", "其他"} <= names
    regulator = sgcc.channel("12398")
    assert regulator.limit == "channel.12398" and regulator.reference_required and regulator.deadline_on_transfer
    assert sgcc.channel("hall").limit == ""


def test_choice_lists(sgcc: Catalog) -> None:
    def names(code: str) -> list[str]:
        return [option.zh for option in sgcc.options(code)]

    assert names("emotion") == ["一般", "激动", "非常激动"]
    assert names("confidentiality") == ["公开", "保密", "匿名"]
    assert names("urgency") == ["一般", "重要", "紧急"]
    assert names("responsibility") == ["营销责任", "非营销责任", "用户责任", "公司合作伙伴责任"]
    assert names("site") == ["城区", "农村", "特殊边远"]
    assert names("rating") == ["非常满意", "满意", "一般", "不满意"]
    assert names("priority_reason") == ["老年人", "残疾人", "孕妇", "现役军人"]
    assert sgcc.option("emotion", "agitated").en == "agitated"
    with pytest.raises(NotFound):
        sgcc.option("emotion", "bored")


def test_the_whole_tree(sgcc: Catalog) -> None:
    assert [node.zh for node in sgcc.category_children()] == [
        "服务投诉",
        "营业投诉",
        "停送电投诉",
        "供电质量投诉",
        "电网建设投诉",
    ]
    second = [node for top in sgcc.category_children() for node in sgcc.category_children(top.code)]
    assert {node.code: (node.zh, len(sgcc.category_children(node.code))) for node in second} == TREE
    for code, (_, count) in TREE.items():
        codes = [node.code for node in sgcc.category_children(code)]
        assert codes == [f"{code}.{number:02}" for number in range(1, count + 1)]
    assert all(node.definition_zh and node.definition_en for node in second)


def test_a_path_from_the_class_down(sgcc: Catalog) -> None:
    assert [node.zh for node in sgcc.category_path("02.05.01")] == ["营业投诉", "电能计量", "表计线路接错"]
    assert sgcc.category("02.05.01").level == 3 and sgcc.category("02.05.01").parent == "02.05"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("串户", "02.05.01"),
        ("02.05.01", "02.05.01"),
        ("三指定", "02.01.04"),
        ("low voltage", "04.01.01"),
        ("营业厅 态度", "01.01.01"),
        ("电能计量 误差", "02.05.06"),
        ("APP", "01.02.07"),
    ],
)
def test_search_finds_the_category(sgcc: Catalog, text: str, first: str) -> None:
    assert sgcc.search_categories(text)[0].code == first


def test_search_by_an_upper_name_gives_all_below(sgcc: Catalog) -> None:
    assert {node.code for node in sgcc.search_categories("抢修服务")} == {f"03.03.0{number}" for number in range(1, 6)}
    assert sgcc.search_categories("  ") == () and sgcc.search_categories("量子") == ()


SUGGESTIONS = [
    (Signals(), "general", ""),
    (Signals(channel="hall", text="表箱坏了没人修"), "general", ""),
    (Signals(channel="12398"), "important", "important.regulator"),
    (Signals(channel="12345"), "important", "important.government"),
    (Signals(channel="hall", repeats=1), "important", "important.repeat"),
    (Signals(flags=frozenset({"vulnerable"})), "important", "important.vulnerable"),
    (Signals(flags=frozenset({"key_customer"})), "important", "important.key"),
    (Signals(flags=frozenset({"escalation"})), "important", "important.escalation"),
    (Signals(text="再不处理我就打12398，找电视台曝光"), "important", "important.words"),
    (Signals(media="city"), "important", "important.media"),
    (Signals(media="province"), "major", "major.media"),
    (Signals(flags=frozenset({"injury", "vulnerable"})), "major", "major.injury"),
    (Signals(text="孩子在变压器旁触电住院"), "major", "major.words"),
    (Signals(passed_on_by="province"), "major", "major.passed_on"),
    (Signals(passed_on_by="province", flags=frozenset({"group"})), "special", "special.national_group"),
    (Signals(passed_on_by="regulator_body", flags=frozenset({"group"})), "special", "special.national_group"),
    (Signals(media="national"), "special", "special.national_media"),
]


@pytest.mark.parametrize(("signals", "severity", "reason"), SUGGESTIONS)
def test_signals_suggest_a_severity(sgcc: Catalog, signals: Signals, severity: str, reason: str) -> None:
    found, reasons = sgcc.severity_suggestion(signals)
    assert found == severity
    assert [criterion.code for criterion in reasons][:1] == ([reason] if reason else [])


def test_reasons_come_gravest_first(sgcc: Catalog) -> None:
    signals = Signals(channel="12345", repeats=2, flags=frozenset({"injury"}), text="要找记者")
    found, reasons = sgcc.severity_suggestion(signals)
    ranks = [sgcc.severity(criterion.severity).rank for criterion in reasons]
    assert found == "major" and ranks == sorted(ranks, reverse=True) and len(reasons) >= 4


def test_severities_of_the_two_operators(sgcc: Catalog, csg: Catalog) -> None:
    assert [grade.zh for grade in sgcc.severities()] == ["特殊", "重大", "重要", "一般"]
    assert [grade.zh for grade in csg.severities()] == ["特大", "重大", "较大", "一般"]
    assert [grade.retention_years for grade in sgcc.severities()] == [5, 5, 3, 3]
    assert csg.severity_suggestion(Signals(repeats=3))[0] == "major"
    assert sgcc.severity_suggestion(Signals(repeats=3))[0] == "important"
