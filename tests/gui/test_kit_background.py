"""Background lanes, changes and the records model: results here, dropped with their owner, paged, in place."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hallclient.errors import Cancelled, NotFound
from hallclient.gui.shared.background import Background, Debounce, Reporter
from hallclient.gui.shared.changes import Changes
from hallclient.gui.shared.controls.tables import LOOK_ROLE, RecordTable, RowList, RowLook
from hallclient.gui.shared.records_model import RECORD_ROLE, Column, RecordsModel


@pytest.fixture
def bugs() -> list[BaseException]:
    return []


@pytest.fixture
def background(qapp: QApplication, bugs: list[BaseException]) -> Iterator[Background]:
    lanes = Background(bugs.append)
    yield lanes
    lanes.close()


def quiet(qtbot: QtBot, background: Background) -> None:
    qtbot.waitUntil(lambda: background.busy == 0)


def test_work_elsewhere_result_here(qtbot: QtBot, background: Background) -> None:
    threads: list[object] = []
    background.run("store", threading.current_thread, lambda ran: threads.extend([ran, threading.current_thread()]))
    quiet(qtbot, background)
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_a_lane_works_in_order_and_lanes_do_not_wait_for_each_other(qtbot: QtBot, background: Background) -> None:
    gate, done = threading.Event(), []
    background.run("files", gate.wait, lambda _: done.append("video"))
    for number in range(20):
        background.run("store", lambda number=number: number, done.append)
    qtbot.waitUntil(lambda: len(done) == 20)
    assert done == list(range(20)), "small rows are never behind a video"
    gate.set()
    quiet(qtbot, background)
    assert done[-1] == "video"


def test_nothing_is_delivered_to_a_widget_that_is_gone(qtbot: QtBot, background: Background) -> None:
    owner, gate, told = QWidget(), threading.Event(), []
    background.run("store", gate.wait, lambda _: told.append("done"), owner=owner)
    owner.deleteLater()
    QApplication.sendPostedEvents(owner, 52)  # DeferredDelete
    gate.set()
    quiet(qtbot, background)
    assert told == []


def test_errors_go_where_they_belong(qtbot: QtBot, background: Background, bugs: list[BaseException]) -> None:
    def fails(error: Exception) -> None:
        raise error

    own: list[Exception] = []
    shown: list[Exception] = []
    background.expected = lambda error, _owner: isinstance(error, NotFound) and not shown.append(error)
    bug = RuntimeError("a bug")
    background.run("store", lambda: fails(NotFound("record.gone")), failed=own.append)
    background.run("store", lambda: fails(NotFound("record.gone")))
    background.run("store", lambda: fails(Cancelled()))
    background.run("store", lambda: fails(bug))
    quiet(qtbot, background)
    assert (len(own), len(shown), bugs) == (1, 1, [bug])


def test_long_work_reports_and_stops(qtbot: QtBot, background: Background) -> None:
    started, seen, ends = threading.Event(), [], []

    def work(report: Reporter) -> str:
        report(1, 10)
        started.set()
        while True:
            report(2, 10)

    job = background.run_long(
        "files", work, ends.append, ends.append, progress=lambda done, total: seen.append((done, total))
    )
    qtbot.waitUntil(started.is_set)
    job.cancel()
    quiet(qtbot, background)
    assert seen[0] == (1, 10)
    assert isinstance(ends[0], Cancelled)


def test_work_cancelled_before_it_began_is_never_done(qtbot: QtBot, background: Background) -> None:
    gate, done = threading.Event(), []
    background.run("store", gate.wait)
    background.run("store", lambda: done.append("worked")).cancel()
    gate.set()
    quiet(qtbot, background)
    assert done == []


def test_closing_waits_for_what_runs_and_drops_what_waits(qapp: QApplication) -> None:
    lanes, running, done = Background(), threading.Event(), []
    lanes.run("store", lambda: (running.set(), done.append("first")))
    running.wait()
    lanes.run("store", lambda: done.append("late"))
    lanes.close()
    assert done in (["first"], ["first", "late"])
    lanes.run("store", lambda: done.append("after"))
    QApplication.processEvents()
    assert "after" not in done


def test_a_burst_of_changes_is_told_once(qtbot: QtBot) -> None:
    changes, told, mine = Changes(), [], []
    owner = QWidget()
    qtbot.addWidget(owner)
    changes.changed.connect(told.append)
    changes.watch(owner, {"tickets"}, lambda: mine.append(1))
    worker = threading.Thread(target=lambda: [changes.announce({kind}) for kind in ("orders", "tickets", "orders")])
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(told))
    assert (told, mine) == ([frozenset({"orders", "tickets"})], [1])
    changes.announce({"payments"})
    qtbot.waitUntil(lambda: len(told) == 2)
    assert mine == [1]
    changes.deleteLater()


def test_debounce_asks_once(qtbot: QtBot) -> None:
    asked: list[int] = []
    wait = Debounce(lambda: asked.append(1), 5)
    for _ in range(5):
        wait.poke()
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [1]


@dataclass(frozen=True)
class Order:
    id: int
    name: str


COLUMNS = [
    Column[Order](title="单号", text=lambda order: str(order.id), sort="id"),
    Column[Order](title="客户", text=lambda order: order.name, right=True),
]


class Book:
    """What the store would hold."""

    def __init__(self, count: int) -> None:
        self.orders = [Order(number, f"客户{number}\n第二行") for number in range(count)]
        self.asked: list[tuple[int, int]] = []

    def fetch(self, offset: int, limit: int) -> list[Order]:
        self.asked.append((offset, limit))
        return self.orders[offset : offset + limit]


def model_over(book: Book, background: Background, page: int = 10) -> RecordsModel[Order]:
    return RecordsModel(
        background, book.fetch, COLUMNS, page=page, row_look=lambda order: RowLook(title=order.name, right="3 分")
    )


def test_records_come_in_pages(qtbot: QtBot, background: Background) -> None:
    book = Book(25)
    model = model_over(book, background)
    with qtbot.waitSignal(model.loaded):
        model.reload()
    assert model.rowCount() == 10
    assert model.canFetchMore(QModelIndex())
    while model.canFetchMore(QModelIndex()):
        with qtbot.waitSignal(model.loaded):
            model.fetchMore(QModelIndex())
    assert [record.id for record in model.records] == list(range(25))
    assert book.asked == [(0, 10), (10, 10), (20, 10)]
    assert model.complete


def test_the_list_keeps_its_place_over_a_reload(qtbot: QtBot, background: Background) -> None:
    book = Book(8)
    model = model_over(book, background)
    view = RecordTable(name="工单")
    qtbot.addWidget(view)
    view.setModel(model)
    with qtbot.waitSignal(model.loaded):
        model.reload()
    view.setCurrentIndex(model.index_of(5))
    book.orders.insert(0, Order(100, "新来的"))
    del book.orders[3]
    with qtbot.waitSignal(model.loaded):
        model.reload()
    assert model.data(view.currentIndex(), RECORD_ROLE) == Order(5, "客户5\n第二行")
    assert view.selectionModel().isSelected(view.currentIndex())
    book.orders = [order for order in book.orders if order.id != 5]
    with qtbot.waitSignal(model.loaded):
        model.reload()
    assert not view.selectionModel().hasSelection() or model.record(view.currentIndex()) is not None


def test_a_late_answer_does_not_cover_what_is_shown_since(qtbot: QtBot, background: Background) -> None:
    started, gate = threading.Event(), threading.Event()

    def slow(_offset: int, _limit: int) -> list[Order]:
        started.set()
        gate.wait()
        return [Order(1, "旧")]

    model: RecordsModel[Order] = RecordsModel(background, slow, COLUMNS)
    model.reload()
    qtbot.waitUntil(started.is_set)
    model.set_records([Order(2, "新")])
    gate.set()
    quiet(qtbot, background)
    assert [record.name for record in model.records] == ["新"]


def test_rows_speak_and_sorting_is_asked_of_the_page(qtbot: QtBot, background: Background) -> None:
    model = model_over(Book(3), background)
    with qtbot.waitSignal(model.loaded):
        model.reload()
    index = model.index(1, 1)
    assert model.data(index) == "客户1 第二行"
    assert model.data(index, Qt.ItemDataRole.TextAlignmentRole) & int(Qt.AlignmentFlag.AlignRight)
    assert model.data(index, LOOK_ROLE).right == "3 分"
    assert "3 分" in model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) == "单号"
    with qtbot.waitSignal(model.sorted) as told:
        model.sort(0, Qt.SortOrder.DescendingOrder)
    assert told.args == ["id", True]


def test_enter_opens_a_row(qtbot: QtBot, background: Background) -> None:
    model = model_over(Book(3), background)
    rows = RowList(name="等候")
    qtbot.addWidget(rows)
    rows.setModel(model)
    model.set_records([Order(1, "甲"), Order(2, "乙")])
    rows.show()
    rows.selectionModel().setCurrentIndex(model.index(0, 0), QItemSelectionModel.SelectionFlag.SelectCurrent)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(rows.opened) as told:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert model.record(told.args[0]) == Order(2, "乙")
    assert not rows.grab().isNull()
