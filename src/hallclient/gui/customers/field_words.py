"""Words of the archive fields (档案字段): labels, groups, choices and values as people read them."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from hallclient.domain.customers import CHOICES, Customer
from hallclient.gui.shared import formats

STALE_DAYS = 730
"""A field that nobody has confirmed for two years is marked."""


class FieldWords(QObject):
    """Everything a page says about a field, in the language of the window."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.english = language.startswith("en")
        self.labels = {
            "account": self.tr("户号"), "name": self.tr("户名"), "segment": self.tr("客户分类"),
            "customer_class": self.tr("用户类别"), "state": self.tr("用电状态"), "phone": self.tr("联系电话"),
            "contacts": self.tr("其他联系人"), "certificate_kind": self.tr("证件种类"),
            "certificate_no": self.tr("证件号码"), "address": self.tr("用电地址"), "meter": self.tr("表号"),
            "contract_no": self.tr("合同编号"), "contract_signed": self.tr("签订日期"),
            "contract_from": self.tr("起始日期"), "contract_to": self.tr("终止日期"), "grade": self.tr("重要等级"),
            "vulnerable": self.tr("弱势客户"), "important": self.tr("重要客户"), "consent": self.tr("同意登记日期"),
            "use_category": self.tr("用电类别"), "tariff": self.tr("电价"), "voltage": self.tr("供电电压"),
            "capacity_va": self.tr("合同容量（kVA）"), "station": self.tr("变电站"), "line": self.tr("线路"),
            "transformer": self.tr("台区"), "transformer_no": self.tr("台区编号"), "meter_box": self.tr("表箱"),
            "arrears_fen": self.tr("欠费（元）"), "email": self.tr("电子邮箱"), "invoice_title": self.tr("发票抬头"),
            "invoice_tax_no": self.tr("税号"), "invoice_bank": self.tr("开户行"),
            "invoice_account": self.tr("银行账号"), "manager": self.tr("客户经理"), "contact_name": self.tr("联系人"),
            "contact_phone": self.tr("联系人电话"), "contact_relation": self.tr("联系人关系"),
        }  # fmt: skip
        self.groups: tuple[tuple[str, tuple[str, ...]], ...] = (
            (self.tr("客户"), ("name", "account", "segment", "customer_class", "certificate_kind", "certificate_no")),
            (self.tr("联系方式"), ("phone", "email", "contacts")),
            (
                self.tr("用电"),
                ("address", "meter", "meter_box", "voltage", "capacity_va", "use_category", "tariff", "state"),
            ),
            (self.tr("供用电合同"), ("contract_no", "contract_signed", "contract_from", "contract_to")),
            (self.tr("供电路径"), ("station", "line", "transformer", "transformer_no")),
            (self.tr("分级与关怀"), ("grade", "important", "vulnerable", "consent")),
            (
                self.tr("开票与欠费"),
                ("invoice_title", "invoice_tax_no", "invoice_bank", "invoice_account", "arrears_fen"),
            ),
        )
        self._yes, self._no = self.tr("是"), self.tr("否")

    def label(self, name: str) -> str:
        """What a field is called."""
        return self.labels.get(name, name)

    def choice(self, name: str, value: str) -> str:
        """The word of a choice."""
        pair = CHOICES[name].get(value)
        return value if pair is None else pair[1 if self.english else 0]

    def choices(self, name: str) -> list[tuple[Any, str]]:
        """Values and words of a choice."""
        return [(value, self.choice(name, value)) for value in CHOICES[name]]

    def value(self, name: str, value: Any) -> str:
        """A value as it is read; an empty text for none."""
        if value is None or (value == "" and name not in CHOICES) or value == ():
            return ""
        if name in CHOICES:
            return self.choice(name, value)
        if isinstance(value, bool):
            return self._yes if value else self._no
        if isinstance(value, date):
            return formats.day(value)
        if name == "capacity_va":
            return f"{value / 1000:g}"
        if name == "arrears_fen":
            return formats.money(value)
        if name == "contacts":
            return formats.listed(
                (" ".join(filter(None, (c.name, c.relation, formats.phone(c.phone)))) for c in value), apart=True
            )
        return formats.phone(value) if name == "phone" else str(value)

    def provenance(self, customer: Customer, name: str) -> str:
        """Where a value comes from and when it was last confirmed."""
        said = customer.source_of(name)
        if said is None:
            return self.tr("来源未知")
        return self.tr("%1，%2 确认").replace("%1", said.source).replace("%2", formats.day(said.confirmed))

    def stale(self, customer: Customer, name: str, today: date) -> bool:
        """Whether nobody has confirmed the value for long."""
        said = customer.source_of(name)
        return said is None or (today - said.confirmed).days > STALE_DAYS

    def why(self, names: tuple[str, ...]) -> str:
        """Why a customer was found, in short."""
        words = {
            "account": self.tr("户号"), "phone": self.tr("电话"), "meter": self.tr("表号"), "name": self.tr("户名"),
            "initials": self.tr("拼音"), "address": self.tr("地址"),
        }  # fmt: skip
        shown = [words[name] for name in names[:2] if name in words]
        return self.tr("按%1").replace("%1", formats.listed(shown)) if shown else ""
