"""Rows of foreign tables (导入行): which column holds which field, and what a cell means.

Columns are found by their headings, so a mapping saved once fits the next file of the same system whatever the order
of its columns. A cell with a fault leaves its field out; a fault in account number or name refuses the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as default
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from hallclient.domain import customers, identity
from hallclient.domain.customers import Contact, CustomerDraft, tidy_value, value_problems
from hallclient.domain.text import figures_only, search_form
from hallclient.errors import Problem

ESSENTIAL = {"account": "customers.account_missing", "name": "customers.name_missing"}
CONTACT = ("contact_name", "contact_phone", "contact_relation")

HEADINGS: dict[str, tuple[str, ...]] = {
    "account": (
        "户号", "用户编号", "客户编号", "用电户号", "合同账户", "合同帐户", "合同账号", "用户号", "客户号", "用电编号",
        "account", "account no", "account number",
    ),
    "name": ("户名", "用户名称", "客户名称", "用户名", "用电户名", "客户姓名", "姓名", "单位名称", "名称", "name"),
    "segment": ("客户分类", "生产生活", "客户类型", "用户分类"),
    "customer_class": ("用户类别", "客户类别", "用电客户类别", "用户类型", "高低压"),
    "state": ("用户状态", "客户状态", "用电状态", "状态"),
    "phone": ("联系电话", "电话", "手机", "手机号", "手机号码", "移动电话", "联系方式", "电话号码", "phone", "mobile"),
    "certificate_kind": ("证件类型", "证件种类", "证件名称"),
    "certificate_no": ("证件号码", "证件号", "身份证号", "身份证号码", "统一社会信用代码"),
    "address": ("用电地址", "地址", "用户地址", "客户地址", "装表地址", "联系地址", "address"),
    "meter": ("表号", "电能表号", "电表号", "表计编号", "电能表资产编号", "资产编号", "资产号", "meter", "meter no"),
    "contract_no": ("合同编号", "合同号", "供用电合同编号"),
    "contract_signed": ("合同签订日期", "签订日期", "签约日期"),
    "contract_from": ("合同生效日期", "合同起始日期", "合同开始日期", "生效日期"),
    "contract_to": ("合同到期日期", "合同终止日期", "合同截止日期", "合同有效期至", "到期日期", "合同到期日"),
    "grade": ("重要等级", "重要性等级", "客户等级", "客户重要性等级"),
    "vulnerable": ("弱势", "弱势群体", "特殊群体", "敏感客户"),
    "important": ("重要", "重要客户", "是否重要客户"),
    "consent": ("同意日期", "授权日期"),
    "use_category": ("用电类别", "用电性质", "行业分类"),
    "tariff": ("电价类别", "电价", "执行电价", "电价名称"),
    "voltage": ("电压等级", "供电电压", "电压"),
    "capacity_va": ("合同容量", "运行容量", "容量", "报装容量"),
    "station": ("变电站", "供电站", "站"),
    "line": ("线路", "线路名称", "供电线路", "所属线路"),
    "transformer": ("台区", "台区名称", "变压器", "所属台区", "公变名称"),
    "transformer_no": ("台区编号", "台区编码", "变压器编号"),
    "meter_box": ("表箱", "表箱编号", "计量箱", "计量箱编号"),
    "arrears_fen": ("欠费", "欠费金额", "欠费总额", "应收余额"),
    "email": ("邮箱", "电子邮箱", "电子邮件", "email", "e-mail"),
    "invoice_title": ("发票抬头", "开票名称"),
    "invoice_tax_no": ("税号", "纳税人识别号", "纳税人税号"),
    "invoice_bank": ("开户行", "开户银行"),
    "invoice_account": ("银行账号", "银行帐号", "开户账号"),
    "contact_name": ("联系人", "联系人姓名", "联系人名称"),
    "contact_phone": ("联系人电话", "联系人手机", "联系人联系电话"),
    "contact_relation": ("联系人关系", "与户主关系", "联系人类型"),
}  # fmt: skip
"""Headings by which a field is known, likeliest first."""

IMPORTABLE = tuple(HEADINGS)

_WORDS: dict[str, dict[str, str]] = {
    "segment": {
        "生活": "living", "居民": "living", "居民生活": "living", "生产": "production", "生产经营": "production",
        "非居民": "production", "经营": "production",
    },
    "customer_class": {
        "低压居民": "resident", "居民生活": "resident", "非居民": "non_resident", "低压": "non_resident",
        "一般工商业": "non_resident", "专变": "high_voltage", "高压用户": "high_voltage", "大工业": "high_voltage",
        "临时": "temporary", "光伏": "generator", "发电": "generator",
    },
    "state": {
        "正常": "active", "正常用电": "active", "在用": "active", "运行": "active", "停用": "paused",
        "已销户": "closed", "销户": "closed", "已拆": "closed",
    },
    "grade": {
        "普通": "", "一般": "", "无": "", "非重要": "", "一级": "important_1", "二级": "important_2",
        "特级": "important_special",
    },
    "certificate_kind": {
        "身份证": "id_card", "居民身份证": "id_card", "临时身份证": "temporary_id", "户口本": "household",
        "军官证": "military", "士兵证": "military", "营业执照": "licence", "统一社会信用代码": "licence",
        "组织机构代码证": "organisation", "组织机构代码": "organisation", "护照": "passport",
    },
}  # fmt: skip
_YES = {"是", "有", "y", "yes", "1", "true", "√", "✓"}
_NO = {"否", "无", "n", "no", "0", "false", "×", ""}
_DATE = re.compile(r"([12][0-9]{3})[-/.年]?([01]?[0-9])[-/.月]?([0-3]?[0-9])日?(?:[T0-9:.+Z]*)\Z", re.I)
_SERIAL = re.compile(r"[1-9][0-9]{4}(?:\.[0-9]+)?\Z")
_EPOCH = date(1899, 12, 30)
_AMOUNT = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)(?:元|千伏安|kva|kw|千瓦)?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """Which heading holds which field, under a name to use it again (导入对应关系)."""

    name: str = ""
    columns: Mapping[str, str] = default(default_factory=dict)
    source: str = ""

    def problems(self, headings: Sequence[str] | None = None) -> tuple[Problem, ...]:
        """What is missing: account and name need a column; each column must be in the file and serve once."""
        found = [
            Problem(field=name, code="customers.column_needed") for name in ESSENTIAL if not self.columns.get(name)
        ]
        used: set[str] = set()
        for name, heading in self.columns.items():
            if name not in HEADINGS:
                found.append(Problem(field=name, code="customers.column_field_unknown"))
            elif headings is not None and heading not in headings:
                found.append(Problem(field=name, code="customers.column_missing", details={"column": heading}))
            elif heading in used:
                found.append(Problem(field=name, code="customers.column_twice", details={"column": heading}))
            used.add(heading)
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProblem:
    """A fault of one row. ``row`` counts as the spreadsheet does, from 1; ``refused`` rows are not imported."""

    row: int
    column: str
    field: str
    code: str
    refused: bool
    details: Mapping[str, Any] = default(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRead:
    """What a row says: the draft, the fields that stand in it, and its faults."""

    draft: CustomerDraft
    fields: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def refused(self) -> bool:
        """Whether the row cannot be imported."""
        return any(problem.field in ESSENTIAL for problem in self.problems)


def heading_form(heading: str) -> str:
    """A heading as it is compared: without blanks, marks of must-fields, units in brackets."""
    form = re.sub(r"[(（\[【].*?[)）\]】]", "", search_form(heading).replace("*", ""))
    return form.strip("：:.、")


def suggest(headings: Iterable[str]) -> dict[str, str]:
    """Field to heading, for headings that are known; the likeliest heading wins, each serves once."""
    forms: dict[str, str] = {}
    for heading in headings:
        forms.setdefault(heading_form(heading), heading)
    chosen: dict[str, str] = {}
    for name, known in HEADINGS.items():
        for word in known:
            heading = forms.get(search_form(word), "")
            if heading and heading not in chosen.values():
                chosen[name] = heading
                break
    return chosen


def known_headings(cells: Iterable[str]) -> int:
    """How many cells of a row are headings we know: the heading row has the most."""
    return sum(heading_form(cell) in _KNOWN for cell in cells if cell)


_KNOWN = frozenset(search_form(word) for words in HEADINGS.values() for word in words)


def read_row(cells: Mapping[str, str], today: date) -> RowRead:
    """The draft of a row from its mapped cells (field to text)."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    contact = dict.fromkeys(CONTACT, "")
    for name, text in cells.items():
        text = text.strip().removeprefix("'")
        if name in contact:
            contact[name] = text
        elif text:
            value, code = read_cell(name, text)
            faults = [Problem(field=name, code=code)] if code else value_problems(name, value, today)
            if faults:
                problems += faults
            else:
                values[name] = value
    _read_contact(contact, values, problems, today)
    _read_certificate(values, problems, today)
    if values.get("vulnerable") and "consent" not in values:
        del values["vulnerable"]
        problems.append(Problem(field="vulnerable", code="customers.consent_missing"))
    for name, code in ESSENTIAL.items():
        if name not in values and not any(problem.field == name for problem in problems):
            problems.append(Problem(field=name, code=code))
    since, until = values.get("contract_from"), values.get("contract_to")
    if since and until and until < since:
        del values["contract_to"]
        problems.append(Problem(field="contract_to", code="customers.contract_term"))
    return RowRead(draft=CustomerDraft(**values), fields=tuple(values), problems=tuple(problems))


def read_cell(name: str, text: str) -> tuple[Any, str]:
    """The value of a cell and the code of its fault."""
    if name in customers.NUMBERS or name == "phone":
        return tidy_value(name, identity.plain_number(figures_only(text))), ""
    if name in customers.CHOICES:
        return _choice(name, text)
    if name in customers.DATES:
        return read_date(text)
    if name in {"vulnerable", "important"}:
        word = search_form(text)
        return (word in _YES, "") if word in _YES or word in _NO else (None, "customers.choice_unknown")
    if name in {"arrears_fen", "capacity_va"}:
        return _amount(text, 100 if name == "arrears_fen" else 1000)
    return tidy_value(name, text), ""


@lru_cache(maxsize=10_000)
def read_date(text: str) -> tuple[date | None, str]:
    """A date as tables write it: ``2026-06-01``, ``2026/6/1``, ``20260601``, ``2026年6月1日`` or Excel's day number."""
    plain = search_form(text)
    if _SERIAL.match(plain):
        return _EPOCH + timedelta(days=int(plain.partition(".")[0])), ""
    found = _DATE.match(plain)
    try:
        return (date(int(found[1]), int(found[2]), int(found[3])), "") if found else (None, "customers.date_shape")
    except ValueError:
        return None, "customers.date_shape"


@lru_cache(maxsize=1000)
def _choice(name: str, text: str) -> tuple[str, str]:
    word = search_form(text)
    choices = customers.CHOICES[name]
    for code, (zh, en) in choices.items():
        if word in {code, search_form(zh), search_form(en)} or word.removesuffix("型") == zh.removesuffix("型"):
            return code, ""
    code_of = _WORDS.get(name, {})
    found = code_of.get(word) if word in code_of else code_of.get(word.removesuffix("型").removesuffix("客户"))
    return (found, "") if found is not None else ("", "customers.choice_unknown")


def _amount(text: str, parts: int) -> tuple[int | None, str]:
    found = _AMOUNT.match(search_form(text).replace(",", "").removeprefix("¥"))
    try:
        value = Decimal(found[1]) * parts if found else None
    except InvalidOperation:
        value = None
    if value is None:
        return None, "customers.amount_shape"
    whole = int(value.to_integral_value())
    return (whole, "") if abs(value - whole) < Decimal("0.01") else (None, "customers.amount_shape")


def _read_contact(contact: Mapping[str, str], values: dict[str, Any], problems: list[Problem], today: date) -> None:
    if not contact["contact_name"] and not contact["contact_phone"]:
        return
    phone = identity.plain_number(figures_only(contact["contact_phone"]))
    made = Contact(name=contact["contact_name"], phone=phone, relation=contact["contact_relation"])
    kept = tidy_value("contacts", (made,))
    faults = value_problems("contacts", kept, today)
    if faults:
        problems += [Problem(field="contact_phone", code=fault.code) for fault in faults]
    else:
        values["contacts"] = kept


def _read_certificate(values: dict[str, Any], problems: list[Problem], today: date) -> None:
    number = values.get("certificate_no", "")
    if not number:
        values.pop("certificate_kind", None)
        return
    if "certificate_kind" not in values:
        likely = ("licence", "id_card") if number[:1] in "9" and len(number) == 18 else ("id_card", "licence")
        fits = [kind for kind in likely if not identity.certificate_fault(kind, number, today)]
        values["certificate_kind"] = fits[0] if fits else "id_card"
    code = identity.certificate_fault(values["certificate_kind"], number, today)
    if code:
        del values["certificate_no"], values["certificate_kind"]
        problems.append(Problem(field="certificate_no", code=code))
