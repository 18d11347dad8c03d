"""Every mistake in a rule file is named: file, key and reason, in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from hallclient import resources
from hallclient.catalog.loader import load
from hallclient.catalog.lookups import Catalog
from hallclient.errors import Unavailable, words

TODAY = date(2026, 6, 10)
Overlay = Callable[..., Catalog]

LIMIT = 'code = "x.y", zh = "甲", en = "x", amount = 1, unit = "day", start = "order.accepted", stop = "order.finished"'
KIND = (
    '[[business]]\ncode = "own"\nzh = "甲"\nen = "x"\ngroup = "change"\nqueue_class = "business"\n'
    'valid_from = 2020-01-01\nstages = [{ code = "accept" }]\n'
)


def field(rest: str) -> str:
    return KIND + 'fields = [{ code = "f", zh = "甲", en = "x", ' + rest + " }]"


# the text of the file, the key that is named, the kind of reason, a piece of the Chinese reason
MISTAKES = [
    ("limits = [", "line 1", "syntax", "TOML"),
    ("a = 1\nb = = 2", "line 2", "syntax", "第2行第5列"),
    ("[[limit]]\ncode = 'x'", "limit", "unknown_table", "检查名称"),
    ("limits = 3", "limits", "shape", "列表"),
    ("matrix = 3", "matrix", "shape", "一组"),
    ("limits = [3]", "limits[1]", "shape", "一组"),
    ("[[channels]]\nzh = '甲'", "channels[1]", "missing", "code"),
    ("[[channels]]\ncode = 'x'\nzh = '甲'\ngroup = 'hall'", "channels[x]", "missing", "“en”"),
    ("[[channels]]\ncode = 'hall'\nlimits = ''", "channels[hall]", "unknown_field", "limits"),
    ("[[channels]]\ncode = 'hall'\nzh = 5", "channels[hall].zh", "type", "应为文字，却写成了整数"),
    ("[[channels]]\ncode = 'hall'\ngroup = 'counter'", "channels[hall].group", "value", "government、hall"),
    ("[[channels]]\ncode = 'a'\n[[channels]]\ncode = 'a'", "channels[a]", "duplicate", "重复"),
    ("[[channels]]\ncode = 'nothing'\nremove = true", "channels[nothing]", "removes_nothing", "不存在"),
    ("[[channels]]\ncode = 'hall'\nlimit = 'no.such'", "channels[hall].limit", "unknown_code", "没有时限“no.such”"),
    ("[[channels]]\ncode = 'hall'\nlimit = 'fault.dispatch'", "channels[hall].limit", "no_limit", "有效版本"),
    (f"limits = [{{ {LIMIT}, edition = 'none' }}]", "limits[x.y@none].edition", "unknown_code", "没有出处"),
    (f"limits = [{{ {LIMIT} }}]", "limits[x.y]", "missing", "edition"),
    (
        f"limits = [{{ {LIMIT}, edition = 'sgcc-2022', pauses = ['rain'] }}]",
        "limits[x.y@sgcc-2022].pauses",
        "unknown_code",
        "rain",
    ),
    (
        "limits = [{ code = 'complaint.reply', edition = 'sgcc-2022', amount = 'five' }]",
        "limits[complaint.reply@sgcc-2022].amount",
        "type",
        "应为整数，却写成了文字",
    ),
    (
        "limits = [{ code = 'complaint.reply', edition = 'sgcc-2022', amount = -5 }]",
        "limits[complaint.reply@sgcc-2022].amount",
        "range",
        "应在1到",
    ),
    (
        "limits = [{ code = 'complaint.reply', edition = 'sgcc-2022', unit = 'week' }]",
        "limits[complaint.reply@sgcc-2022].unit",
        "value",
        "workday",
    ),
    (
        "limits = [{ code = 'complaint.reply', edition = 'sgcc-2022', unit = 'hour' }]",
        "limits[complaint.reply@sgcc-2022].method",
        "method",
        "accumulate",
    ),
    (
        "limits = [{ code = 'complaint.reply', edition = 'sgcc-2022', warn_ratio = 1.5 }]",
        "limits[complaint.reply@sgcc-2022].warn_ratio",
        "range",
        "0到1",
    ),
    (
        "limits = [{ code = 'complaint.reply', edition = 'sgcc-2022', effective_to = 2020-01-01 }]",
        "limits[complaint.reply@sgcc-2022].effective_to",
        "dates",
        "早于",
    ),
    (
        "limits = [{ code = 'complaint.reply', edition = 'sgcc-2022', start = 'dawn' }]",
        "limits[complaint.reply@sgcc-2022].start",
        "unknown_code",
        "没有事件“dawn”",
    ),
    (
        "limits = [{ code = 'meter.fault', edition = 'product-2022', remove = true }]",
        "business[meter_fault].whole",
        "unknown_code",
        "meter.fault",
    ),
    ("[profile]\nscopes = []", "profile.scopes", "empty", "不能为空"),
    ("[profile]\nscopes = ['mars']", "profile.scopes[1]", "value", "all、csg"),
    ("[profile]\neditions = { 'complaint.reply' = 'sgcc-norms' }", "profile.editions", "unknown_code", "sgcc-norms"),
    ("[[request_kinds]]\ncode = 'urge'\nprefix = 'TS'", "request_kinds[urge].prefix", "duplicate", "TS"),
    ("[[request_kinds]]\ncode = 'urge'\nright = 'fly.away'", "request_kinds[urge].right", "unknown_code", "没有权限"),
    ("[[request_kinds]]\ncode = 'urge'\nclocks = ['x']", "request_kinds[urge].clocks", "unknown_code", "没有时限"),
    ("[[option_lists]]\ncode = 'rating'\noptions = []", "option_lists[rating].options", "empty", "不能为空"),
    ("[[categories]]\ncode = '09.01'\nzh = '甲'\nen = 'x'", "categories[09.01].code", "unknown_code", "“09”"),
    ("[[categories]]\ncode = '01.01.01.01'\nzh = '甲'\nen = 'x'", "categories[01.01.01.01].code", "range", "1到3"),
    ("[[severities]]\ncode = 'major'\nrank = 4", "severities[major].rank", "duplicate", "4"),
    ("[[severities]]\ncode = 'major'\nretention_years = 1", "severities[major].retention_years", "range", "3"),
    ("criteria = [{ code = 'x', zh = '甲', en = 'x', severity = 'major' }]", "criteria[x]", "no_condition", "条件"),
    (
        "criteria = [{ code = 'x', zh = '甲', en = 'x', severity = 'huge', repeats = 1 }]",
        "criteria[x].severity",
        "unknown_code",
        "huge",
    ),
    (
        "criteria = [{ code = 'x', zh = '甲', en = 'x', severity = 'major', flags = ['rain'] }]",
        "criteria[x].flags",
        "unknown_code",
        "rain",
    ),
    (KIND + "group = 'x'", "line 9", "syntax", "第9行"),
    (KIND.replace('group = "change"', 'group = "x"'), "business[own].group", "unknown_code", "业务分组"),
    (KIND.replace('"business"\nv', '"vip"\nv'), "business[own].queue_class", "unknown_code", "vip"),
    (KIND + "whole = 'no.such'", "business[own].whole", "unknown_code", "no.such"),
    (KIND + "whole = 'suspension.longest'", "business[own].whole", "limit_sort", "类别"),
    (KIND + "ahead = 'change.total'", "business[own].ahead", "limit_sort", "类别"),
    (KIND + "terms = ['change.total']", "business[own].terms[1]", "limit_sort", "类别"),
    (KIND + "whole = 'fault.dispatch'", "business[own].whole", "no_limit", "有效版本"),
    (KIND + "valid_to = 2019-01-01", "business[own].valid_to", "dates", "早于"),
    (KIND + "field_sets = ['x']", "business[own].field_sets", "unknown_code", "共用组"),
    (KIND + "document_sets = ['x']", "business[own].document_sets", "unknown_code", "共用组"),
    (KIND + "documents = [{ document = 'x' }]", "business[own].documents[x]", "unknown_code", "没有材料"),
    (
        KIND + "documents = [{ document = 'bill', deferrable = true }]",
        "business[own].documents[bill].commitment_days",
        "commitment",
        "补齐天数",
    ),
    (
        KIND + "documents = [{ document = 'bill', when = { moon = ['full'] } }]",
        "business[own].documents[bill].when",
        "unknown_code",
        "没有字段“moon”",
    ),
    (
        KIND + "documents = [{ document = 'bill', when = { handler = ['robot'] } }]",
        "business[own].documents[bill].when.handler",
        "value",
        "self、agent",
    ),
    (KIND.replace('"accept"', '"dance"'), "business[own].stages[dance]", "missing", "zh"),
    (KIND.replace('{ code = "accept" }', ""), "business[own].stages", "empty", "不能为空"),
    (
        KIND.replace('"accept" }', '"accept", role = "king" }'),
        "business[own].stages[accept].role",
        "unknown_code",
        "没有角色",
    ),
    (
        KIND.replace('"accept" }', '"accept", limit = "none" }'),
        "business[own].stages[accept].limit",
        "unknown_code",
        "没有时限",
    ),
    (
        KIND.replace('"accept" }', '"accept" }, { code = "accept" }'),
        "business[own].stages[accept]",
        "duplicate",
        "重复",
    ),
    (KIND + "route = 'request'", "business[own].request_kind", "reply_route", "request_kind"),
    (KIND + KIND.replace('"own"', '"own"\nedition = "b"'), "business[own].valid_from", "overlap", "重叠"),
    (field("type = 'colour'"), "business[own].fields[f].type", "value", "long_text"),
    (field("type = 'choice'"), "business[own].fields[f].choices", "no_choices", "选项"),
    (field("type = 'number', min = 5, max = 1"), "business[own].fields[f].min", "bounds", "大于"),
    (field("type = 'number', max = 5, default = 9"), "business[own].fields[f].default", "default", "“9”"),
    (field("type = 'boolean', default = 'yes'"), "business[own].fields[f].default", "default", "“yes”"),
    (field("type = 'text', section = 'roof'"), "business[own].fields[f].section", "unknown_code", "表单分区"),
    (
        KIND + "fields = [{ code = 'f', zh = '甲', en = 'x', type = 'text', after = 'g' }]",
        "business[own].fields[f].after",
        "unknown_code",
        "“g”",
    ),
    ("[[queue_classes]]\ncode = 'enquiry'\nprefix = 'A'", "queue_classes[enquiry].prefix", "duplicate", "“A”"),
    ("[[ticket_states]]\ncode = 'done'\nnext = ['moon']", "ticket_states[done].next", "unknown_code", "moon"),
    ("[reversal]\napprove_right = 'x.y'", "reversal.approve_right", "unknown_code", "x.y"),
    ("[[unit_kinds]]\ncode = 'hall'\nparents = ['x']", "unit_kinds[hall].parents", "unknown_code", "组织层级"),
    ("[[roles]]\ncode = 'teller'\nlevels = ['x']", "roles[teller].levels", "unknown_code", "组织层级"),
    ("[matrix.ghost]\n'search.find' = 'all'", "matrix.ghost", "unknown_code", "没有角色“ghost”"),
    ("[matrix.teller]\n'search.fly' = 'all'", "matrix.teller", "unknown_code", "没有权限“search.fly”"),
    ("[matrix]\nteller = 3", "matrix", "type", "一组名称和值"),
    ("[matrix.teller]\n'search.find' = 'galaxy'", "matrix.teller.search.find", "value", "own、"),
    ("[matrix.system_admin]\n'customers.read' = 'all'", "matrix.system_admin", "admin_right", "customers.read"),
    ("[matrix.teller]\n'evidence.delete' = 'own'", "matrix.teller", "forbidden_right", "evidence.delete"),
    ("[[masking]]\ncode = 'mobile'\nhead = 4", "masking[mobile]", "example", "100****0001"),
    ("[[masking]]\ncode = 'mobile'\nunmask_right = 'x.y'", "masking[mobile].unmask_right", "unknown_code", "x.y"),
    ("[calendar]\nshifts = [{ start = 12:00:00, end = 08:00:00 }]", "calendar.shifts", "shifts", "先后"),
    ("[calendar]\nshifts = [{ start = '8:30', end = 12:00:00 }]", "calendar.shifts[1].start", "invalid", "不符合要求"),
    ("[[days]]\ndate = 2026-05-01\nzh = '甲'", "days[2026-05-01]", "missing", "work"),
]


@pytest.mark.parametrize(("text", "key", "reason", "piece"), MISTAKES)
def test_a_mistake_is_named(overlay: Overlay, text: str, key: str, reason: str, piece: str) -> None:
    with pytest.raises(Unavailable) as caught:
        overlay(text)
    error = caught.value
    assert error.code == "catalog.broken"
    assert (error.details["key"], error.details["cause"]) == (key, f"catalog.reason.{reason}")
    chinese = words(error.code, "zh", **error.details).what
    english = words(error.code, "en", **error.details).what
    assert piece in chinese
    assert "local.toml" in error.details["file"] or "remove = true" in text
    assert error.details["file"] in chinese and key in chinese
    assert error.details["file"] in english and key in english
    assert "…" not in chinese and "…" not in english and "{" not in chinese


def test_the_file_with_the_reference_is_named(overlay: Overlay) -> None:
    with pytest.raises(Unavailable) as caught:
        overlay("limits = [{ code = 'meter.fault', edition = 'product-2022', remove = true }]")
    assert caught.value.details["file"] == "business/service.toml"


def test_a_mistake_of_the_own_file_is_told_from_the_shipped_one(overlay: Overlay) -> None:
    with pytest.raises(Unavailable) as caught:
        overlay("[[channels]]\ncode = 'hall'\nzh = 5", name="requests.toml")
    assert caught.value.details["file"].endswith("/catalog/requests.toml")


def test_a_file_in_another_encoding(overlay: Overlay) -> None:
    with pytest.raises(Unavailable) as caught:
        overlay('[profile]\nshort_zh = "国网"'.encode("gb18030"))
    assert caught.value.details["cause"] == "catalog.reason.encoding"


def test_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "limits.toml").mkdir()
    with pytest.raises(Unavailable) as caught:
        load([resources.folder("catalog"), tmp_path], "sgcc", today=TODAY)
    assert caught.value.details["cause"] == "catalog.reason.unreadable"


def test_an_unknown_profile() -> None:
    with pytest.raises(Unavailable) as caught:
        load([resources.folder("catalog")], "mars", today=TODAY)
    assert caught.value.details["file"] == "profiles/mars.toml"
    assert caught.value.details["cause"] == "catalog.reason.no_profile"


def test_a_limit_that_runs_out_without_a_successor(overlay: Overlay) -> None:
    text = "limits = [{ code = 'meter.fault', edition = 'product-2022', effective_to = 2026-06-30 }]"
    assert overlay(text).limit("meter.fault", TODAY).amount == 5
    with pytest.raises(Unavailable) as caught:
        overlay(text, today=date(2026, 7, 1))
    assert caught.value.details["cause"] == "catalog.reason.no_limit"
