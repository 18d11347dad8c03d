"""The audit trail (审计日志): who did what on which record, newest first; and whether the chain still fits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.people import User
from hallclient.errors import HallError, Unavailable
from hallclient.gui.admin.audit_order import Backwards, newest
from hallclient.gui.admin.audit_words import AuditWords
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.banner import Banner, EmptyState
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import Card, PageHead
from hallclient.gui.shared.controls.facts import KeyValues
from hallclient.gui.shared.controls.layouts import Columns, page_margins
from hallclient.gui.shared.controls.tables import RecordTable
from hallclient.gui.shared.controls.text import set_shown
from hallclient.gui.shared.messages import told, words
from hallclient.gui.shared.page import KeyHint
from hallclient.gui.shared.records_model import Column, RecordsModel
from hallclient.gui.shared.shortcuts import Shortcuts
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace
from hallclient.store.audit import AuditLine

_TONES = {"ok": "", "refused": "late", "locked": "late", "inactive": "late", "failed": "late", "cancelled": "soon"}


class AuditPage(QWidget):
    """For the audit administrator; who may only verify sees only the result."""

    key = "audit"
    icon = "audit"
    rights = frozenset({"audit.read", "audit.verify"})
    kinds: frozenset[str] = frozenset()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.title = self.tr("审计日志")
        self._work = workplace
        english = workplace.settings.language.startswith("en")
        roles = {r.code: r.en if english else r.zh for r in workplace.services.parts.catalog.roles()}
        self._words = AuditWords(roles, self)
        self._people: dict[str, User] = {}
        self._last = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(*page_margins())
        column.setSpacing(look().px(12))
        self.head = PageHead(self.title, meta=self.tr("只增不改，每条与前一条用散列相连；不含客户个人信息"))
        self.again = Button(self.tr("刷新"), icon="reload", shortcut="F5")
        self.again.clicked.connect(self.refresh)
        self.verify = Button(self.tr("校验审计链"), icon="audit", kind="primary", shortcut="Ctrl+Return")
        self.verify.clicked.connect(self._verify)
        actor = workplace.actor
        self.verify.set_reason(None if actor.may("audit.verify") else self.tr("由审计或安全管理员校验"))
        self.again.set_reason(None if actor.may("audit.read") else self.tr("由审计管理员查看"))
        self.head.add_action(self.again)
        self.head.add_action(self.verify)
        column.addWidget(self.head)
        self.said = Banner("", "info")
        column.addWidget(self.said)
        self.model = self._make_model()
        self.model.loaded.connect(self._loaded)
        card = Card(name=self.tr("审计日志"))
        self.table = RecordTable(name=self.tr("审计日志"))
        self.table.setModel(self.model)
        self.table.set_widths(70, 150, 150, 140, 170, 90)
        self.table.setMinimumHeight(look().px(220))
        self.table.chosen.connect(self._chosen)
        card.add_wide(self.table, 1)
        lead = self.tr("明细由审计管理员查看，这里只能校验") if not actor.may("audit.read") else ""
        self.none = EmptyState(self.tr("没有可看的记录"), lead, icon="audit")
        card.add(self.none, 1)
        side = Card(self.tr("这一条"))
        self.facts = KeyValues(left_aligned=True)
        side.add(self.facts)
        side.add_stretch()
        column.addWidget(Columns([(card, 0), (side, 300)], least_rest=480, gap=12), 1)
        self._shortcuts = Shortcuts(self)
        self._shortcuts.note("Ctrl+Enter", self.tr("校验审计链"))
        self._shortcuts.note("F5", self.tr("刷新"))
        set_shown(self.table, False)

    def _make_model(self) -> RecordsModel[AuditLine]:
        word = self._words
        columns: list[Column[AuditLine]] = [
            Column(title=self.tr("序号"), text=lambda line: str(line.seq), right=True),
            Column(title=self.tr("时间"), text=lambda line: formats.instant(line.at, self._work.clock())),
            Column(title=self.tr("谁"), text=lambda line: self._who(line.actor)),
            Column(title=self.tr("做了什么"), text=lambda line: word.action(line.action), strong=True),
            Column(title=self.tr("对象"), text=self._object, tip=lambda line: line.object_id),
            Column(
                title=self.tr("结果"), text=lambda line: word.result(line.result),
                tone=lambda line: _TONES.get(line.result, ""), icon=lambda line: _TONES.get(line.result, "") or "ok",
            ),
            Column(title=self.tr("说明"), text=lambda line: word.detail(line.detail)),
        ]  # fmt: skip
        return RecordsModel(
            self._work.background, None, columns, key=lambda line: line.seq, page=200, failed=self._failed, parent=self
        )

    @property
    def widget(self) -> QWidget:
        """The page itself."""
        return self

    @property
    def keys(self) -> Sequence[KeyHint]:
        """For F1."""
        return self._shortcuts.hints

    def activate(self) -> None:
        """Read the newest."""
        (self.table if self._work.actor.may("audit.read") else self.verify).setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def open(self, reference: str) -> None:
        """A sequence number."""
        index = self.model.index_of(int(reference)) if reference.isdecimal() else QModelIndex()
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    def refresh(self) -> None:
        """The newest rows again."""
        work = self._work
        if not work.actor.may("audit.read"):
            return

        def read() -> tuple[dict[str, User], int]:
            known = work.services.people.users(work.actor) if work.actor.may("users.read") else ()
            return {user.id: user for user in known}, newest(self._lines)

        work.background.run("store", read, self._came, owner=self)

    def _lines(self, after: int, limit: int) -> Sequence[AuditLine]:
        return self._work.services.audit.lines(self._work.actor, after=after, limit=limit) if limit else ()

    def _came(self, found: tuple[dict[str, User], int]) -> None:
        self._people, self._last = found
        last = self._last
        self.head.set_title(self.title, self.tr("共 %1 条，只增不改").replace("%1", formats.count(last)))
        self.model.set_fetch(Backwards(self._lines, last).page)

    def _loaded(self, rows: int) -> None:
        set_shown(self.table, bool(rows))
        set_shown(self.none, not rows)
        if rows and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def _who(self, user_id: str) -> str:
        user = self._people.get(user_id)
        if user is not None:
            return f"{user.name} {user.staff_no}"
        return self.tr("系统") if len(user_id) < 20 else user_id[:8]

    def _object(self, line: AuditLine) -> str:
        kind = self._words.kind(line.kind)
        user = self._people.get(line.object_id) if line.kind == "users" else None
        named = user.name if user is not None else "" if len(line.object_id) < 20 else f"…{line.object_id[-6:]}"
        return f"{kind} {named}".strip()

    def _chosen(self, index: QModelIndex) -> None:
        line = self.model.record(index)
        if line is None:
            return
        rows: list[tuple[str, ...]] = [
            (self.tr("时间"), formats.instant(line.at)),
            (self.tr("谁"), self._who(line.actor)),
            (self.tr("工作站"), line.terminal or "—"),
            (self.tr("做了什么"), self._words.action(line.action)),
            (self.tr("对象"), f"{self._words.kind(line.kind)} {_breakable(line.object_id)}"),
            (self.tr("结果"), self._words.result(line.result), _TONES.get(line.result, "")),
            (self.tr("说明"), self._words.detail(line.detail) or "—"),
            (self.tr("散列"), f"{line.hash[:16]}…"),
            (self.tr("前一条"), f"{line.prev[:16]}…"),
        ]
        self.facts.set_rows(rows)
        self.facts.setToolTip(line.hash)

    def _verify(self) -> None:
        work = self._work
        self.verify.set_reason(self.tr("正在校验"))
        self.said.say(self.tr("正在逐条校验…"), "info")
        work.background.run(
            "files", lambda: work.services.audit.verify(work.actor), self._verified, self._failed, owner=self
        )  # fmt: skip

    def _verified(self, checked: int) -> None:
        self.verify.set_reason(None)
        text = self.tr("%1 条全部相符，没有改动或缺失的痕迹").replace("%1", formats.count(checked))
        self.said.say(text, "ok", icon="verified")
        self.refresh()

    def _failed(self, error: Exception) -> None:
        self.verify.set_reason(None if self._work.actor.may("audit.verify") else self.verify.toolTip())
        if isinstance(error, Unavailable) and error.code == "people.audit_broken":
            said = words(error)
            self.said.say(told(said), "late", icon="broken")
            self.refresh()
            return
        self.said.say("")
        if not isinstance(error, HallError) or not self._work.messages.tell(error):
            raise error


def _breakable(text: str) -> str:
    """A long id that may go over two lines."""
    return "\u200b".join(text[at : at + 8] for at in range(0, len(text), 8))
