"""Which column holds which field (列对应): first rows of the file, a choice for each field, mappings kept by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from hallclient.domain.customer_rows import ESSENTIAL, IMPORTABLE, ColumnMapping
from hallclient.domain.instants import day_of
from hallclient.errors import Problem
from hallclient.gui.customers.field_words import FieldWords
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.dates import DateBox
from hallclient.gui.shared.controls.editors import Choice, LineBox
from hallclient.gui.shared.controls.field import Field
from hallclient.gui.shared.controls.segment import Segment
from hallclient.gui.shared.controls.tables import RecordTable
from hallclient.gui.shared.controls.text import set_shown
from hallclient.gui.shared.messages import show_problems
from hallclient.gui.shared.records_model import Column, RecordsModel
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace
from hallclient.services.customer_import import FileLook

ACROSS = 3


class MappingCard(Card):
    """``changed`` fires when anything of the question to the service is another; ``save_asked`` keeps the mapping."""

    changed = Signal()
    save_asked = Signal()
    sheet_picked = Signal(str)

    def __init__(self, work: Workplace, words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("对应列"), parent=parent)
        self._work, self._words = work, words
        self._look: FileLook | None = None
        self._filling = False
        self.preview = RecordTable(name=self.tr("文件的前几行"))
        self.preview.setFixedHeight(look().px(214))
        self.preview.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add_wide(self.preview)
        self.add(self._how())
        self.add_line()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look().px(16))
        self._grid.setVerticalSpacing(look().px(8))
        self.choices: dict[str, Choice] = {}
        self.fields: dict[str, Field] = {}
        for name in IMPORTABLE:
            choice = Choice(placeholder=self.tr("不导入"))
            choice.changed.connect(self._picked)
            self.choices[name] = choice
            self.fields[name] = Field(words.label(name), choice, optional=name not in ESSENTIAL)
        self.add(self._grid)
        self.more = Button("", icon="down", kind="link")
        self.more.clicked.connect(self._turn_more)
        self.add(self._keep())
        self._all = False

    def _how(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(16))
        self.sheet = Choice()
        self.sheet.picked.connect(lambda name: self.sheet_picked.emit(name))
        self._sheet_field = Field(self.tr("工作表"), self.sheet)
        self.saved = Choice(placeholder=self.tr("按列名自动对应"))
        self.saved.picked.connect(self._take_saved)
        self.policy = Segment(
            [("skip", self.tr("跳过")), ("update", self.tr("更新"))], "skip", name=self.tr("已有的户号")
        )
        self.policy.picked.connect(lambda _value: self.changed.emit())
        self.source = LineBox(limit=100)
        self.day = DateBox(today=lambda: day_of(self._work.clock()))
        for field, stretch in (
            (self._sheet_field, 3),
            (Field(self.tr("已存的对应关系"), self.saved, optional=True), 4),
            (Field(self.tr("已有的户号"), self.policy), 3),
            (Field(self.tr("来源名称"), self.source), 4),
            (Field(self.tr("数据日期"), self.day, optional=True), 3),
        ):
            row.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)
        return box

    def _keep(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        self.name = LineBox(self.tr("给对应关系起个名字，下次直接用"), limit=80)
        self.name.setAccessibleName(self.tr("对应关系的名称"))
        self.keep = Button(self.tr("保存对应关系"), icon="save")
        self.keep.clicked.connect(self.save_asked)
        self.name.returnPressed.connect(self.save_asked)
        row.addWidget(self.more)
        row.addStretch(1)
        row.addWidget(self.name, 2)
        row.addWidget(self.keep)
        return box

    def show_look(self, found: FileLook) -> None:
        """The file as it was read; the mapping starts from a saved one that fits, else from the suggestion."""
        self._look = found
        table = found.table
        facts = [self.tr("标题在第 %1 行").replace("%1", str(table.heading_row))]
        if table.encoding:
            facts.append(table.encoding.upper().replace("-SIG", ""))
        self.set_title(self.tr("对应列"), " · ".join(facts))
        several = len(table.sheets) > 1
        self.sheet.set_options([(name, name) for name in table.sheets], table.sheet)
        set_shown(self._sheet_field, several)
        self._offer(found.saved)
        best = max(found.saved, key=lambda m: len(m.columns), default=None)
        self._all = False
        use = best if best is not None and len(best.columns) >= len(found.suggested.columns) else found.suggested
        self.saved.set_value(use.name or None)
        self.source.set_value(use.source or found.suggested.source)
        self.name.set_value("")
        self._use(use)

    def offer_saved(self, mappings: Sequence[ColumnMapping], name: str) -> None:
        """One more was kept."""
        if self._look is not None:
            fits = tuple(m for m in mappings if not m.problems(self._look.table.headings))
            self._look = replace(self._look, saved=fits)
            self._offer(fits)
            self.saved.set_value(name)

    def mapping(self) -> ColumnMapping:
        """The mapping as it stands, with the name of the one it came from."""
        columns = {name: choice.value() for name, choice in self.choices.items() if choice.value()}
        return ColumnMapping(name=self.saved.value() or "", columns=columns, source=self.source.value())

    def show_mapping_problems(self, problems: Sequence[Problem]) -> None:
        """What is missing or twice, beside its field."""
        show_problems(self.fields, [p for p in problems if p.code != "customers.mapping_name"])
        wrong = [name for name in self.choices if self.fields[name].problem()]
        if wrong:
            self._lay_out()
            self.fields[wrong[0]].go()

    def _offer(self, saved: Sequence[ColumnMapping]) -> None:
        self.saved.set_options([("", self.tr("按列名自动对应")), *((m.name, m.name) for m in saved)])

    def _take_saved(self, name: str) -> None:
        if self._look is None:
            return
        found = next((m for m in self._look.saved if m.name == name), self._look.suggested)
        self._use(found)

    def _use(self, mapping: ColumnMapping) -> None:
        assert self._look is not None
        options: list[tuple[str, str]] = [("", self.tr("不导入"))]
        options += [(heading, heading) for heading in self._look.table.headings if heading]
        self._filling = True
        for name, choice in self.choices.items():
            choice.set_options(options, "")
            choice.set_value(mapping.columns.get(name, ""))
        self._filling = False
        self._lay_out()
        self._mapped()

    def _picked(self) -> None:
        if not self._filling:
            self._mapped()

    def _mapped(self) -> None:
        assert self._look is not None
        mapping = self.mapping()
        show_problems(self.fields, mapping.problems(self._look.table.headings))
        self._show_preview(mapping)
        used = len(mapping.columns)
        total = sum(1 for heading in self._look.table.headings if heading)
        self.aside.setText(self.tr("%1 列中用了 %2 列").replace("%1", str(total)).replace("%2", str(used)))
        self.aside.show()
        self.changed.emit()

    def _show_preview(self, mapping: ColumnMapping) -> None:
        assert self._look is not None
        table = self._look.table
        target = {heading: self._words.label(name) for name, heading in mapping.columns.items()}
        columns: list[Column[tuple[str, ...]]] = []
        for place, heading in enumerate(table.headings):
            said = target.get(heading, "")
            title = heading if said in ("", heading) else f"{heading} → {said}"

            def cell(row: tuple[str, ...], at: int = place) -> str:
                return row[at] if at < len(row) else ""

            tone = (lambda _row: "") if said else (lambda _row: "text-off")
            columns.append(Column(title=title, text=cell, tone=tone))
        model: RecordsModel[tuple[str, ...]] = RecordsModel(
            self._work.background, None, columns, key=id, parent=self.preview
        )
        model.set_records(table.sample)
        old = self.preview.model()
        self.preview.setModel(model)
        if old is not None:
            old.deleteLater()
        head = self.preview.horizontalHeader()
        for place in range(len(columns)):
            wide = min(max(head.sectionSizeHint(place), self.preview.sizeHintForColumn(place)), look().px(220))
            self.preview.setColumnWidth(place, max(wide, look().px(70)))

    def _turn_more(self) -> None:
        self._all = not self._all
        self._lay_out()

    def _lay_out(self) -> None:
        """Fields that have a column, must have one or are wrong; the others on demand."""
        while self._grid.count():
            self._grid.takeAt(0)
        place = 0
        hidden = 0
        across = ACROSS if self.width() >= look().px(560) else 2
        for name, choice in self.choices.items():
            field = self.fields[name]
            shown = self._all or bool(choice.value()) or name in ESSENTIAL or bool(field.problem())
            hidden += not shown
            if shown:
                self._grid.addWidget(field, place // across, place % across, Qt.AlignmentFlag.AlignTop)
                place += 1
            set_shown(field, shown)
        for column in range(ACROSS):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        set_shown(self.more, self._all or bool(hidden))
        self.more.setText(
            self.tr("收起没有对应的项目") if self._all else self.tr("还有 %1 项没有对应").replace("%1", str(hidden))
        )
        self.more.set_icon("up" if self._all else "down")
