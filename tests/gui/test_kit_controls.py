"""The controls: worked by keyboard, named for a screen reader, nothing jumps, nothing clipped at 200 %."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hallclient.gui.shared import theme
from hallclient.gui.shared.controls.banner import Banner, EmptyState
from hallclient.gui.shared.controls.button import Button, IconButton
from hallclient.gui.shared.controls.card import Card, PageHead
from hallclient.gui.shared.controls.chip import FilterChips, StatusChip
from hallclient.gui.shared.controls.clocks import ClockBlock, TicketBlock
from hallclient.gui.shared.controls.dates import DateBox, read_date
from hallclient.gui.shared.controls.editors import Choice, LineBox, LongBox, PasswordBox
from hallclient.gui.shared.controls.facts import KeyValues, Tile
from hallclient.gui.shared.controls.field import Field
from hallclient.gui.shared.controls.layouts import Columns
from hallclient.gui.shared.controls.papers import DocumentList, PaperLine
from hallclient.gui.shared.controls.plan import Stage, StagePlan, Step, StepPath
from hallclient.gui.shared.controls.progress import ProgressLine
from hallclient.gui.shared.controls.segment import Segment
from tests.gui.clipping import clipped
from tests.house.controls import unnamed

TODAY = date(2026, 6, 10)


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp)
    yield
    _held.clear()
    theme.apply(qapp)


_held: list[QWidget] = []  # qtbot only holds windows weakly


def shown(qtbot: QtBot, *widgets: QWidget, width: int = 640) -> QWidget:
    window = QWidget()
    _held.append(window)
    column = QVBoxLayout(window)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    qtbot.addWidget(window)
    window.resize(width, 400)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def everything() -> QWidget:
    card = Card("客户", aside="两列")
    card.add_action(Button("全部", kind="link"))
    head = PageHead("低压居民新装", meta="受理单")
    head.set_chips(StatusChip("受理中", "brand"))
    head.add_action(Button("受理并打印", icon="print", kind="primary", shortcut="Ctrl+Return"))
    name = Field("户名", LineBox(), help="读卡 14:10")
    name.set_problem("请填写户名")
    papers = DocumentList()
    papers.set_lines(
        [
            PaperLine(key="id", title="居民身份证", note="读卡", state="received"),
            PaperLine(key="deed", title="房屋权属证明", state="deferred", promise="6 月 16 日前补齐", action="改期"),
        ]
    )
    path = StepPath([Step(key=mark, mark=mark, title=mark, line="6 月 4 日 10:42") for mark in "听记析查纠答"])
    ticket, clock = TicketBlock(), ClockBlock()
    ticket.show_ticket(
        number="A027", state="服务中", kind="业务", used="12:40", left="还剩 7 分", share=0.6, norm="限 20 分"
    )
    clock.show_clock(
        state="答复即将到期", parts=[("27", "小时"), ("36", "分")], due="6 月 11 日", used=0.8, tone="soon"
    )
    stages = [
        Stage(title="受理签约", note="王敏", when="今天", state="now"),
        Stage(title="装表接电", when="6 月 17 日"),
    ]
    tile = Tile("已超期")
    tile.show_figure("2", "件", note="比昨天多 1 件", tone="late", icon="trend-up", alarm=True)
    for item in (
        name, Field("电压", Segment([(220, "220 V"), (380, "380 V")], 220)), Field("类别", Choice([(1, "居民")], 1)),
        Field("送电日", DateBox(TODAY), optional=True), Field("密码", PasswordBox()), Field("事实", LongBox()),
        FilterChips([("all", "全部 6"), ("pay", "收费 2")], name="过滤"), papers, path, ticket, clock, tile,
        StagePlan(stages),
        Banner("她 6 月 2 日投诉过", "info", action="看投诉", closable=True), KeyValues([("电话", "100****0001")]),
        IconButton("pause", "暂停"), EmptyState("今天还没有诉求", "新建一件", action="新建诉求"),
    ):  # fmt: skip
        card.add(item)
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(head)
    column.addWidget(card)
    return page


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("name", ["light", "contrast"])
def test_nothing_is_clipped_and_everything_has_a_name(
    qtbot: QtBot, qapp: QApplication, percent: int, name: str
) -> None:
    theme.apply(qapp, name, percent)
    window = shown(qtbot, everything(), width=900 * percent // 100)
    layout = window.layout()
    assert layout is not None
    window.resize(window.width(), layout.totalHeightForWidth(window.width()))
    QApplication.processEvents()
    assert clipped(window) == []
    assert unnamed(window) == []
    assert not window.grab().isNull()


def test_clipping_is_seen(qtbot: QtBot) -> None:
    button = Button("受理并打印")
    window = shown(qtbot, button)
    button.setFixedWidth(30)
    QApplication.processEvents()
    assert len(clipped(window)) == 1


def test_field_shows_only_problems_under_it(qtbot: QtBot) -> None:
    field = Field("联系电话", LineBox())
    shown(qtbot, field)
    quiet = field.sizeHint().height()
    field.set_help("设备 11.2 kW", icon="ok", tone="ok")
    assert field.sizeHint().height() == quiet, "help never makes anything jump"
    field.set_problem("只有 10 位")
    assert field.sizeHint().height() > quiet
    assert field.problem() == "只有 10 位"
    assert field.editor.accessibleDescription() == "只有 10 位"
    assert field.editor.property("problem") is True
    field.set_problem(None)
    assert (field.sizeHint().height(), field.problem()) == (quiet, None)


def test_field_names_its_editor(qtbot: QtBot) -> None:
    field = Field("户名", LineBox())
    qtbot.addWidget(field)
    assert field.editor.accessibleName() == "户名"
    assert field.label.buddy() is field.editor


def test_segment_is_chosen_by_arrows(qtbot: QtBot) -> None:
    segment = Segment([(220, "220 V"), (380, "380 V")], 220, name="供电电压")
    shown(qtbot, segment)
    picked: list[object] = []
    segment.picked.connect(picked.append)
    segment.setFocus()
    qtbot.keyClick(segment.buttons()[0], Qt.Key.Key_Right)
    assert (segment.value(), picked) == (380, [380])
    segment.set_value(None)
    assert segment.value() is None
    assert picked == [380], "the program choosing is silent"


def test_one_chip_is_on(qtbot: QtBot) -> None:
    chips = FilterChips([("all", "全部 6"), ("pay", "收费 2")], name="过滤")
    window = shown(qtbot, chips)
    assert chips.value() == "all"
    with qtbot.waitSignal(chips.picked) as told:
        qtbot.mouseClick(window.findChildren(type(chips._chips["pay"]))[1], Qt.MouseButton.LeftButton)
    assert (told.args, chips.values()) == (["pay"], ("pay",))
    chips.set_options([("all", "全部 7"), ("pay", "收费 3")])
    assert chips.value() == "pay", "another count does not move the choice"


def test_choice_keeps_its_value_over_new_options(qtbot: QtBot) -> None:
    choice = Choice([("a", "甲"), ("b", "乙")], "b")
    qtbot.addWidget(choice)
    choice.set_options([("b", "乙"), ("c", "丙")])
    assert choice.value() == "b"
    choice.set_options([("c", "丙")])
    assert choice.value() is None


def test_choice_is_searched_by_any_part(qtbot: QtBot) -> None:
    choice = Choice([(1, "服务行为·态度"), (2, "停送电·信息")], searchable=True)
    shown(qtbot, choice)
    choice.setEditText("停送电·信息")
    assert choice.value() == 2
    choice.setEditText("没有这一项")
    assert choice.value() is None


@given(st.dates(date(2007, 1, 1), date(2099, 12, 31)))
def test_dates_are_read_as_people_write_them(day: date) -> None:
    for text in (
        f"{day:%Y-%m-%d}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day:%Y%m%d}",
        f"{day.year}年{day.month}月{day.day}日",
    ):
        assert read_date(text, TODAY) == day
    this_year = day.replace(year=2028)  # a leap year has every day
    assert read_date(f"{this_year.month}-{this_year.day}", date(2028, 1, 1)) == this_year


@pytest.mark.parametrize(
    ("text", "days"), [("今天", 0), ("明天", 1), ("+3", 3), ("-2", -2), ("10", 0), ("0613", 3), ("2026-06-11  周四", 1)]
)
def test_short_dates(text: str, days: int) -> None:
    assert read_date(text, TODAY) == TODAY + timedelta(days=days)


@pytest.mark.parametrize("text", ["2026-02-30", "32", "六月", "1-2-3-4", "明天见", "13-1", "'; DROP TABLE"])
def test_impossible_dates(text: str) -> None:
    assert read_date(text, TODAY) is None


def test_date_box_keeps_bad_text_and_says_so(qtbot: QtBot) -> None:
    box = DateBox(today=lambda: TODAY)
    shown(qtbot, box)
    qtbot.keyClicks(box, "2026-02-30")
    assert (box.value(), box.bad(), box.text()) == (None, True, "2026-02-30")
    box.clear()
    qtbot.keyClicks(box, "+7")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (box.value(), box.text()) == (date(2026, 6, 17), "2026-06-17  周三")


def test_a_reason_disables_and_is_told(qtbot: QtBot) -> None:
    button = Button("受理", kind="primary")
    qtbot.addWidget(button)
    button.set_reason("还差两份材料")
    assert not button.isEnabled()
    assert button.toolTip() == button.accessibleDescription() == "还差两份材料"
    button.set_reason(None)
    assert button.isEnabled()
    assert button.accessibleDescription() == ""


def test_papers_by_keyboard(qtbot: QtBot) -> None:
    papers = DocumentList()
    lines = [PaperLine(key=key, title=key, state="missing") for key in ("id", "deed")]
    papers.set_lines(lines)
    shown(qtbot, papers)
    picked: list[tuple[str, str]] = []
    papers.state_picked.connect(lambda key, state: picked.append((key, state)))
    first, second = papers.rows()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_D)
    assert picked == [("id", "received"), ("deed", "deferred")]
    papers.set_lines([lines[0], PaperLine(key="deed", title="房产证", state="deferred", promise="6 月 16 日前")])
    assert papers.rows()[1] is second, "a row that stays keeps its focus"
    assert second.hasFocus()
    assert "容缺" in second.accessibleName()


def test_steps_are_buttons(qtbot: QtBot) -> None:
    path = StepPath([Step(key=mark, mark=mark, title=mark) for mark in "听记析"])
    shown(qtbot, path)
    first, second, _third = path.buttons()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    with qtbot.waitSignal(path.picked) as told:
        qtbot.keyClick(second, Qt.Key.Key_Return)
    assert told.args == ["记"]
    assert "未开始" in second.accessibleName()


def test_progress_says_what_and_how_much(qtbot: QtBot) -> None:
    line = ProgressLine()
    window = shown(qtbot, line)
    assert not line.isVisible()
    line.start("导入客户档案")
    line.report(123_456, 1_000_000, "行")
    assert [label.text() for label in window.findChildren(type(line._much)) if label.text()] == [
        "导入客户档案", "123,456 / 1,000,000 行"
    ]  # fmt: skip
    with qtbot.waitSignal(line.cancelled):
        qtbot.mouseClick(line._stop, Qt.MouseButton.LeftButton)
    assert not line._stop.isEnabled()
    line.finish()
    assert not line.isVisible()


def test_columns_stack_when_the_room_is_short(qtbot: QtBot, qapp: QApplication) -> None:
    columns = Columns([(QWidget(), 248), (QWidget(), 0), (QWidget(), 332)])
    qtbot.addWidget(columns)
    columns.resize(1262, 600)
    columns.show()
    assert not columns.stacked()
    theme.apply(qapp, "light", 200)
    QApplication.processEvents()
    assert columns.stacked()


def test_head_puts_its_actions_below_when_the_room_is_short(qtbot: QtBot) -> None:
    head = PageHead("窗口人员看手机，不答询问")
    head.add_action(Button("提交查明情况", kind="primary", shortcut="Ctrl+Return"))
    window = shown(qtbot, head, width=800)
    beside = head.height()
    window.resize(330, 400)
    QApplication.processEvents()
    assert head.height() > beside
    assert clipped(window) == []


def test_long_text_is_cut_at_its_limit(qtbot: QtBot) -> None:
    box = LongBox(limit=10_000)
    qtbot.addWidget(box)
    box.setPlainText("电" * 12_000)
    assert len(box.value()) == 10_000
