"""The shell by clicking: sign-in, navigation, find, lock, hand-over, settings, keys, crash."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from hallclient.gui.shared import messages, theme
from hallclient.gui.shell import language
from hallclient.gui.shell.crash import Crashes
from hallclient.gui.shell.doors import Status
from hallclient.gui.shell.idle import IdleWatch
from hallclient.gui.shell.keys_sheet import KeysSheet
from hallclient.gui.shell.password_dialog import PasswordDialog
from hallclient.gui.shell.settings_page import SettingsPage
from tests.gui.chinese import type_chinese
from tests.gui.clipping import clipped
from tests.gui.shell_desk import Shell, close_shell, make_shell
from tests.halls import PASSWORD, Hall, staff_no_of
from tests.house.controls import unnamed


@pytest.fixture
def shell(hall: Hall, qtbot: QtBot, qapp: QApplication) -> Iterator[Shell]:
    theme.apply(qapp)
    made = make_shell(hall, qtbot)
    yield made
    close_shell(made)
    theme.apply(qapp)


def test_a_wrong_password_is_told_and_the_right_one_lets_in(shell: Shell) -> None:
    form = shell.window.sign_in.form
    assert form.hall.text() == "澜东营业厅"
    assert "3" in form.window.text()
    shell.enter(password="wrong")
    assert shell.window.actor is None
    assert form.problem.isVisible()
    assert "4" in form.problem.text(), "says how many tries are left"
    assert form.password.hasFocus()
    shell.enter()
    assert shell.window.actor is not None
    assert shell.window.stack.currentWidget() is shell.frame
    assert form.password.text() == "", "no password stays in a field"


def test_five_failures_lock_the_account(shell: Shell) -> None:
    for _ in range(5):
        shell.enter(password="wrong")
    shell.enter()
    assert shell.window.actor is None
    assert "14:39" in shell.window.sign_in.form.problem.text()


def test_enter_goes_from_number_to_password(shell: Shell) -> None:
    form = shell.window.sign_in.form
    assert form.staff.hasFocus()
    shell.qtbot.keyClicks(form.staff, staff_no_of("teller"))
    shell.qtbot.keyClick(form.staff, Qt.Key.Key_Return)
    assert form.password.hasFocus()
    shell.qtbot.keyClicks(form.password, PASSWORD)
    shell.qtbot.keyClick(form.password, Qt.Key.Key_Return)
    shell.settle()
    assert shell.window.actor is not None


def test_only_what_the_role_may_use(shell: Shell) -> None:
    shell.enter()
    assert list(shell.frame.rail.buttons()) == ["counter", "customers", "settings"]
    shell.window.go("admin")
    assert shell.frame.here == "counter"
    assert "没有这个页面" in shell.window.messages.notices.text


def test_pages_are_made_when_first_opened_and_switched_by_keys(shell: Shell) -> None:
    shell.enter()
    assert shell.page("counter").noted == ["activate", "activate"]
    assert "customers" not in shell.frame._pages
    shell.qtbot.keyClick(shell.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert shell.frame.here == "customers"
    assert shell.frame.rail.buttons()["customers"].isChecked()


def test_counts_stand_on_the_rail(shell: Shell) -> None:
    shell.enter()
    badge = shell.frame.rail.buttons()["customers"].badge
    assert (badge.count, badge.late) == (3, True)
    assert shell.frame.rail.buttons()["counter"].badge.count == 0


def test_pages_reload_because_their_kinds_changed(shell: Shell) -> None:
    shell.enter()
    shell.frame.go("customers")
    customers, counter = shell.page("customers"), shell.page("counter")
    customers.noted.clear()
    counter.noted.clear()
    shell.changes.announce({"customers"})
    shell.qtbot.waitUntil(lambda: customers.noted == ["refresh"])
    with shell.qtbot.waitSignal(shell.changes.changed):
        shell.changes.announce({"counter"})
    assert counter.noted == [], "a page that is not shown waits"
    shell.frame.go("counter")
    assert counter.noted == ["refresh", "activate"]


def test_find_from_anywhere_and_open(shell: Shell) -> None:
    shell.enter()
    box = shell.frame.top.search
    shell.qtbot.keyClick(shell.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert box.hasFocus()
    with shell.qtbot.waitSignal(box.found):
        type_chinese(box, "林")
    assert box.panel_visible()
    shell.qtbot.keyClick(box, Qt.Key.Key_Return)
    assert shell.frame.here == "customers"
    assert shell.page("customers").noted[-1] == "open c1"
    assert (box.text(), box.panel_visible()) == ("", False)


def test_jump_to_a_number_without_waiting_for_the_list(shell: Shell) -> None:
    shell.enter()
    box = shell.frame.top.search
    box.setFocus()
    box.setText("SL-LD03-20260610-0147")
    with shell.qtbot.waitSignal(box.found):
        shell.qtbot.keyClick(box, Qt.Key.Key_Return)
    assert shell.page("counter").noted[-1] == "open o1"


def test_nothing_found_is_said(shell: Shell) -> None:
    shell.enter()
    box = shell.frame.top.search
    box.setFocus()
    with shell.qtbot.waitSignal(box.found):
        type_chinese(box, "龘")
    assert box.panel_visible()
    assert [label.text() for label in box._panel.findChildren(QLabel) if label.isVisible()] == [
        "没有找到，换几个字试试"
    ]  # fmt: skip
    shell.qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.panel_visible()


def test_the_lock_hides_content_and_keeps_drafts(shell: Shell) -> None:
    shell.enter()
    type_chinese(shell.page("counter").draft, "写到一半")
    form_dialog = QDialog(shell.window)
    form_dialog.open()
    shell.window.lock()
    assert not shell.frame.isVisible()
    assert not form_dialog.isVisible()
    assert shell.window.windowTitle() == "供电营业厅"
    shell.window.go("customers")
    assert shell.frame.here == "counter", "nothing moves behind the lock"
    shell.enter(password="wrong")
    assert not shell.frame.isVisible()
    shell.enter()
    assert shell.frame.isVisible()
    assert form_dialog.isVisible()
    assert shell.page("counter").draft.text() == "写到一半"
    form_dialog.close()


def test_a_lock_cannot_be_escaped(shell: Shell) -> None:
    shell.enter()
    shell.window.lock()
    assert not shell.window.sign_in.form.cancel.isVisible()
    shell.qtbot.keyClick(shell.window.sign_in, Qt.Key.Key_Escape)
    assert not shell.frame.isVisible()


def test_hand_over_keeps_the_first_clerks_draft(shell: Shell) -> None:
    shell.enter()
    type_chinese(shell.page("counter").draft, "王敏的草稿")
    first = shell.frame
    shell.window.hand_over()
    assert shell.window.sign_in.form.staff.text() == ""
    shell.enter(staff_no="clerk2")
    assert shell.frame is not first
    assert shell.page("counter").draft.text() == ""
    shell.window.hand_over()
    shell.enter()
    assert shell.frame is first
    assert shell.page("counter").draft.text() == "王敏的草稿"


def test_a_hand_over_not_meant_is_taken_back(shell: Shell) -> None:
    shell.enter()
    shell.window.hand_over()
    shell.qtbot.mouseClick(shell.window.sign_in.form.cancel, Qt.MouseButton.LeftButton)
    assert shell.frame.isVisible()


def test_signing_out_asks_first(shell: Shell) -> None:
    shell.enter()
    messages.set_next_answer(False)
    shell.window.sign_out()
    assert shell.window.actor is not None
    messages.set_next_answer(True)
    shell.window.sign_out()
    shell.settle()
    assert shell.window.actor is None
    assert shell.window.stack.currentWidget() is shell.window.sign_in


def test_idle_locks_and_a_touch_keeps_awake(shell: Shell) -> None:
    shell.enter()
    assert shell.window.idle.watching()
    shell.window.idle.set_minutes(0.0005)
    with shell.qtbot.waitSignal(shell.window.idle.idle):
        shell.window.idle.start()
    assert shell.window.locked
    assert not shell.window.idle.watching()


def test_a_touch_starts_the_patience_anew(shell: Shell) -> None:
    watch = IdleWatch(1, shell.window)
    watch.start()
    watch._timer.setInterval(60_000)
    window = shell.window.windowHandle()
    before = watch._timer.remainingTime()
    watch._timer.start(50_000)
    move = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(5, 5), QPointF(5, 5), Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    watch._timer.setInterval(60_000)
    QApplication.sendEvent(window, move)
    assert watch._timer.remainingTime() > 50_000
    assert before > 0
    watch.stop()


def test_the_status_sentence(shell: Shell) -> None:
    shell.status[0] = Status(synced_at=datetime(2026, 6, 10, 5, 59, tzinfo=UTC), waiting=3, soon=2, late=1)
    shell.enter()
    bar = shell.frame.status
    assert [bar.sync.text, bar.waiting.text, bar.soon.text, bar.late.text] == [
        "已同步 13:59", "3 条待上传", "2 件即将到期", "1 件超期"
    ]  # fmt: skip
    bar.show_status(Status(), shell.hall.clock())
    assert bar.sync.text == "本机保存，尚未同步"
    assert not bar.late.isVisible()


def test_settings_take_effect_and_are_kept(shell: Shell, qapp: QApplication) -> None:
    shell.enter()
    shell.frame.go("settings")
    page = shell.frame.page("settings")
    assert isinstance(page, SettingsPage)
    page.form.theme.setCurrentIndex(2)
    page.form.font.setValue(150)
    page.form.idle.setValue(5)
    shell.settle()
    here = theme.look()
    assert (here.theme, here.percent) == ("dark", 150)
    last = shell.kept[-1]
    assert (last.theme, last.font_percent, last.idle_minutes) == ("dark", 150, 5)
    shell.qtbot.keyClick(shell.window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert theme.look().percent == 140


def test_the_key_sheet_shows_the_page_and_the_window(shell: Shell) -> None:
    shell.enter()
    shell.qtbot.keyClick(shell.window, Qt.Key.Key_F1)
    sheet = shell.window.findChild(KeysSheet)
    assert sheet is not None
    said = [label.text() for label in sheet.findChildren(QLabel)]
    assert {"柜台", "呼叫下一位", "整个窗口", "锁屏"} <= set(said)
    assert unnamed(sheet) == []
    sheet.accept()


def test_the_password_is_changed(shell: Shell) -> None:
    shell.enter()
    dialog = shell.window.change_password()
    assert isinstance(dialog, PasswordDialog)
    form = dialog.form
    form.old.setText(PASSWORD)
    form.fresh.setText("short")
    form.again.setText("other")
    dialog.save()
    assert "不一样" in form.problem.text()
    form.again.setText("short")
    dialog.save()
    shell.settle()
    assert dialog.isVisible()
    assert "10" in form.problem.text()
    form.fresh.setText("Xin-Mima-2026")
    form.again.setText("Xin-Mima-2026")
    with shell.qtbot.waitSignal(dialog.accepted):
        dialog.save()
    shell.settle()
    shell.window.lock()
    shell.enter(password="Xin-Mima-2026")
    assert not shell.window.locked


@pytest.mark.logs(r"E-20260610-140900-")
def test_a_bug_is_logged_under_the_number_that_is_shown(
    shell: Shell, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    crashes = Crashes(shell.hall.clock, lambda: shell.window)
    with caplog.at_level(logging.ERROR, "hallclient"):
        found = crashes.take(RuntimeError("secret detail"))
    assert found.startswith("E-20260610-140900-")
    qtbot.waitUntil(lambda: crashes.dialog is not None)
    dialog = crashes.dialog
    assert dialog is not None
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert found in said
    assert "secret" not in said
    assert "RuntimeError" not in said
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == found
    logged = [record.getMessage() for record in caplog.records]
    assert len(logged) == 1 and found in logged[0] and "RuntimeError" in logged[0]
    assert "secret" not in logged[0] and caplog.records[0].exc_info is None
    crashes.take(RuntimeError("another"))
    QApplication.processEvents()
    assert crashes.dialog is dialog, "one at a time"
    dialog.accept()


def test_qt_itself_speaks_chinese(qapp: QApplication, qtbot: QtBot) -> None:
    assert "qtbase_zh_CN" in language.apply(qapp, "zh_CN")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert {button.text().split("(")[0] for button in box.buttons()} == {"保存", "取消"}


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_nothing_is_clipped_or_nameless(shell: Shell, percent: int, name: str) -> None:
    shell.window.use_settings(replace(shell.window.settings, theme=name, font_percent=percent))
    shell.settle()
    assert clipped(shell.window) == []
    shell.status[0] = Status(waiting=12_345, soon=99, late=7, synced_at=shell.hall.clock() - timedelta(days=3))
    shell.enter()
    shell.frame.go("settings")
    shell.settle()
    assert shell.window.height() == 768, "no page makes the window grow"
    assert clipped(shell.window) == []
    assert unnamed(shell.window) == []
