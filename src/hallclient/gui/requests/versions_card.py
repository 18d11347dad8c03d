"""Versions of what was recorded (版本): who changed which fields, when and why, and what stood there before (K05)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallclient.domain import instants
from hallclient.domain.requests import Version
from hallclient.gui.requests.request_words import RequestWords
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.chip import StatusChip
from hallclient.gui.shared.controls.text import Text
from hallclient.gui.shared.theme import look

PERSONAL = ("name", "phone", "address", "account", "customer")
_TIMES = ("external_due", "contact_start", "contact_end", "event_time")
_LISTS = {"confidentiality": "confidentiality", "emotion": "emotion", "urgency": "urgency", "relation": "relation"}


class VersionsCard(Card):
    """The first version is only named; each later one shows what it changed."""

    def __init__(self, words: RequestWords, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look().px(10))
        self.add(self._rows)

    def show_versions(self, versions: Sequence[Version]) -> None:
        """Newest first."""
        while (taken := self._rows.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        later = len(versions) - 1
        aside = self.tr("更正 %1 次").replace("%1", str(later)) if later else self.tr("没有更正过")
        self.set_title(self.tr("记录的版本"), f"{aside} · " + self.tr("原来的各版都在，不能改"))
        pairs = list(zip([None, *versions[:-1]], versions, strict=True)) if versions else []
        for before, version in reversed(pairs):
            self._rows.addWidget(self._row(before, version))

    def _row(self, before: Version | None, version: Version) -> QWidget:
        here = look()
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(here.px(12))
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(Text(formats.instant(version.at, self._words.clock()), "strong"))
        left.addWidget(Text(self.tr("工号 %1").replace("%1", version.author), "meta"))
        left.addStretch(1)
        side = QWidget()
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        side.setFixedWidth(here.px(110))
        row.addWidget(side)
        right = QVBoxLayout()
        right.setSpacing(here.px(3))
        head = QHBoxLayout()
        head.setSpacing(here.px(8))
        number = self.tr("第 %1 版").replace("%1", str(version.number))
        head.addWidget(StatusChip(number, "brand" if before is not None else "neutral", icon=""))
        head.addWidget(Text(version.reason or self.tr("首次登记"), "body", wrap=True), 1)
        right.addLayout(head)
        if before is not None:
            for name in version.changed:
                if name != "ticket":
                    right.addWidget(self._change(name, before.content, version.content))
        row.addLayout(right, 1)
        return holder

    def _change(self, name: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Text:
        label = self._words.field(name)
        if name in PERSONAL:
            return Text(self.tr("%1：已更正（个人信息不在此显示）").replace("%1", label), "soft", wrap=True)
        was, now = self.said(name, before.get(name)), self.said(name, after.get(name))
        told = self.tr("%1：%2 → %3").replace("%1", label)
        return Text(told.replace("%2", was or self.tr("空")).replace("%3", now or self.tr("空")), "soft", wrap=True)

    def said(self, name: str, value: Any) -> str:
        """A kept value as a person reads it."""
        words = self._words
        if name in _TIMES:
            return formats.instant(instants.from_iso_utc(value)) if value else ""
        if isinstance(value, bool):
            return self.tr("是") if value else self.tr("否")
        if name == "flags":
            return formats.listed(words.option("signal", flag) for flag in value or ())
        if name == "evidence":
            return self.tr("%1 件").replace("%1", str(len(value or ())))
        if name in {"repeat_of", "parent"}:
            return self.tr("已关联") if value else ""
        text = str(value or "")
        if name in _LISTS:
            return words.option(_LISTS[name], text)
        look_up = {"category": words.category, "severity": words.severity, "channel": words.channel, "kind": words.kind}
        return look_up[name](text) if name in look_up else text
