"""How values and errors are written, decisions asked, papers kept: what people read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hallclient import errors
from hallclient.errors import Cancelled, NotAllowed, Offline, Problem, RuleBroken, Unavailable
from hallclient.gui.shared import formats, messages, printing, theme
from hallclient.gui.shared.controls.editors import LineBox
from hallclient.gui.shared.controls.field import Field
from hallclient.gui.shared.messages import Decision, Messages
from hallclient.gui.shared.printing import Printing
from tests.gui.chinese import type_chinese

NOW = datetime(2026, 6, 10, 6, 22, tzinfo=UTC)  # 14:22 in Beijing


@pytest.mark.parametrize(
    ("spent", "words"),
    [
        (0, "0 秒"), (59.6, "1 分"), (440, "7 分 20 秒"), (3600, "1 小时"), (16_680, "4 小时 38 分"),
        (timedelta(days=2, hours=3, minutes=9), "2 天 3 小时"), (-5, "0 秒"), (86_400 + 30, "1 天"),
    ],
)  # fmt: skip
def test_durations(spent: float | timedelta, words: str) -> None:
    assert formats.duration(spent) == words


@given(st.integers(0, 10**7))
def test_a_duration_is_never_off_by_more_than_it_leaves_out(seconds: int) -> None:
    scale = {"天": 86_400, "小时": 3600, "分": 60, "秒": 1}
    parts = formats.time_parts(timedelta(seconds=seconds))
    told = sum(int(figure) * scale[unit] for figure, unit in parts)
    biggest = scale[parts[0][1]]
    assert 0 <= seconds - told < biggest
    assert 1 <= len(parts) <= 2


@given(st.integers(-(10**12), 10**12))
def test_money_is_exact(fen: int) -> None:
    words = formats.money(fen)
    assert int(words.replace(",", "").replace(".", "").replace(formats.MINUS, "-")) == fen
    assert "-" not in words


def test_instants_are_as_short_as_is_clear() -> None:
    assert formats.instant(NOW, NOW) == "今天 14:22"
    assert formats.instant(NOW - timedelta(days=2), NOW) == "6-08 14:22"
    assert formats.instant(NOW.replace(year=2025), NOW) == "2025-06-10 14:22"
    assert formats.instant(NOW) == "2026-06-10 14:22"
    assert formats.instant(datetime(2026, 6, 9, 16, 30, tzinfo=UTC), NOW) == "今天 00:30", "Beijing's day, not London's"


def test_due_words_and_tones() -> None:
    assert formats.due(NOW + timedelta(hours=3, minutes=36), NOW) == "还剩 3 小时 36 分"
    assert formats.due(NOW - timedelta(hours=2, minutes=24), NOW) == "超期 2 小时 24 分"
    tones = [formats.due_tone(NOW + timedelta(hours=hours), NOW) for hours in (-1, 0, 4, 5)]
    assert tones == ["late", "soon", "soon", "neutral"]


def test_small_formats() -> None:
    assert formats.day(date(2026, 6, 17), with_weekday=True) == "2026-06-17  周三"
    assert formats.short_day(date(2026, 6, 10), date(2026, 6, 10)) == "今天 6 月 10 日"
    assert formats.short_day(date(2025, 6, 10), date(2026, 6, 10)) == "2025 年 6 月 10 日"
    assert formats.stopwatch(760) == "12:40"
    assert formats.stopwatch(3725) == "1:02:05"
    assert formats.media_time(847_320) == "00:14:07.320"
    assert formats.size(5 * 1024**3) == "5.0 GB"
    assert formats.count(-1284) == f"{formats.MINUS}1,284"
    assert formats.phone("13812345678") == "138 1234 5678"
    assert formats.number_of(3, "号") == "3\u2060号"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    theme.apply(qapp)
    made = QWidget()
    made.resize(800, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


def test_each_family_is_told_in_its_own_way(window: QWidget) -> None:
    offline: list[str] = []
    teller = Messages(window, offline.append)
    assert teller.tell(Cancelled())
    assert teller.notices.text == "", "what a person stopped is silent"
    assert teller.tell(NotAllowed("people.not_allowed"))
    assert teller.notices.text == errors.words("people.not_allowed").what + errors.words("people.not_allowed").do
    assert teller.tell(Offline("people.not_allowed"))
    assert offline == [errors.words("people.not_allowed").what]
    assert not teller.tell(RuntimeError("a bug"))
    messages.set_next_answer(True)  # the box of Unavailable
    assert teller.tell(Unavailable("printing.printer_gone", printer="HP"))


def test_a_box_waits_to_be_read(qtbot: QtBot, window: QWidget) -> None:
    dialog = Decision(window, "磁盘已满", "单据写不进文件夹", yes="知道了", no=None)
    dialog.open()
    assert dialog.yes.isVisible()
    assert not dialog.no.isVisible()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_a_dangerous_decision_starts_on_the_safe_button(qtbot: QtBot, window: QWidget) -> None:
    dialog = Decision(window, "删除王敏？", "不能恢复", danger=True)
    dialog.open()
    assert dialog.focusWidget() is dialog.no
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.no, Qt.Key.Key_Escape)


def test_a_reason_must_be_written(qtbot: QtBot, window: QWidget) -> None:
    dialog = Decision(window, "查看完整证件号", reason="")
    dialog.open()
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    type_chinese(dialog.reason, "核对本人")
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert dialog.reason.value() == "核对本人"


def test_problems_stand_under_their_fields(window: QWidget) -> None:
    fields = {"name": Field("户名", LineBox()), "staff_no": Field("工号", LineBox())}
    for field in fields.values():
        field.setParent(window)
    broken = RuleBroken(
        "people.setup_wrong",
        (
            Problem(field="name", code="people.name_missing"),
            Problem(field="name", code="people.staff_no_bad"),
            Problem(field="unit", code="people.unit_missing"),
        ),
    )
    left = messages.show_problems(fields, broken.problems)
    assert fields["name"].problem() == errors.words("people.name_missing").what, "the first one only"
    assert fields["staff_no"].problem() is None
    assert [problem.field for problem in left] == ["unit"]
    messages.show_problems(fields, ())
    assert fields["name"].problem() is None


def test_a_toast_goes_and_its_action_is_done_once(qtbot: QtBot, window: QWidget) -> None:
    teller, done = Messages(window), []
    teller.say("已受理", action="看单据", call=lambda: done.append(1))
    assert teller.notices.text == "已受理"
    action = next(button for button in window.findChildren(QPushButton) if button.text() == "看单据")
    qtbot.mouseClick(action, Qt.MouseButton.LeftButton)
    assert (done, teller.notices.text) == ([1], "")


def a_paper(pages: int = 2) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    for page in range(pages):
        if page:
            writer.newPage()
        painter.drawText(200, 200, f"page {page}")
    painter.end()
    return bytes(buffer.data().data())


def test_without_a_printer_the_paper_is_kept(qapp: QApplication, tmp_path: Path) -> None:
    pdf = a_paper()
    papers = Printing(tmp_path / "papers")
    first, second = papers.print("受理回执 SL/LD03", pdf), papers.print("受理回执 SL/LD03", pdf)
    assert first.file == tmp_path / "papers" / "受理回执-SL-LD03.pdf"
    assert second.file == tmp_path / "papers" / "受理回执-SL-LD03-2.pdf"
    assert (first.pages, first.file.read_bytes()) == (2, pdf)


def test_a_printer_that_is_gone_loses_nothing(qapp: QApplication, tmp_path: Path) -> None:
    papers = Printing(tmp_path, "no such printer")
    with pytest.raises(Unavailable, match=r"printing\.printer_gone"):
        papers.print("回执", a_paper())
    assert (tmp_path / "回执.pdf").is_file()


def test_a_folder_that_cannot_be_written_is_told(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "papers").write_text("a file where the folder should be")
    with pytest.raises((Unavailable, FileExistsError)) as told:
        Printing(tmp_path / "papers").print("回执", a_paper())
    assert isinstance(told.value, Unavailable)


def test_a_page_is_drawn_on_white(qapp: QApplication) -> None:
    drawn = printing.render(a_paper(), 1, QSize(400, 400))
    assert drawn.height() == 400
    assert drawn.pixelColor(2, 2).name() == "#ffffff"
    assert printing.page_count(b"not a pdf") == 0
