"""The demo's day beside the window (厅内事务): orders, lock, jump to a number, language and look, the audit trail."""

from __future__ import annotations

from dataclasses import replace

from hallclient.demo.day_cast import Cast
from hallclient.demo.day_forms import FormHand, counter_of
from hallclient.demo.day_hands import NotAsExpected
from hallclient.demo.day_record import Record
from hallclient.demo.day_stage import Stage
from hallclient.domain.business import Order
from hallclient.gui.admin.audit_page import AuditPage
from hallclient.gui.counter.orders_page import OrdersPage
from hallclient.gui.shell.settings_page import SettingsPage
from hallclient.settings import THEMES

LOCK_KIND = "gm"


def advance(stage: Stage, record: Record, order: Order) -> None:
    """The order accepted a moment ago is looked up by its number and its next stage is done."""
    with record.step("jump", "Ctrl+K 输入单号，直接到这件工单"):
        hands, search = stage.hands, stage.frame.top.search
        hands.key("Ctrl+K")
        hands.write(order.number)
        stage.until(lambda: search.hits.rowCount(), "the order found by its number")
        record.picture("同一个框找客户、工单、诉求、收据和页面")
        hands.key("Return")
        page = stage.page("orders")
        assert isinstance(page, OrdersPage)
        stage.until(lambda: page.order and page.order.id == order.id, "the order")
        record.picture("工单：环节、材料、期限；缺的材料和日期在最上面")
    with record.step("advance", "完成当前环节"):
        assert page.order is not None
        stage_before = page.order.current()
        stage.hands.key("Ctrl+Return")
        stage.until(lambda: page.order and page.order.current() != stage_before, "the next stage")
        record.picture("一个环节办完，下一个环节接着计时")


def lock(stage: Stage, record: Record, cast: Cast, staff_no: str) -> None:
    """Lock with a form half filled in; it is there afterwards."""
    draft, customer = cast.order("rename")
    assert customer is not None
    with record.step("lock", "锁屏：内容收起，草稿留着"):
        page = stage.go("counter")
        hand = FormHand(stage, draft)
        hand.choose_kind(LOCK_KIND)
        hand.find_customer(customer.account)
        hand.clear()
        kept = "改名中"
        stage.hands.write(kept)
        stage.settle()
        stage.hands.key("Ctrl+L")
        stage.until(lambda: stage.window.locked, "the lock")
        record.picture("锁屏后看不到任何客户资料")
    with record.step("unlock", "解锁：接着填"):
        stage.sign_in(staff_no)
        stage.until(lambda: not stage.window.locked, "the window to unlock")
        counter = counter_of(stage)
        shown = [text for text in counter.desk.values.values() if kept in text]
        if page is not counter or not shown:
            raise NotAsExpected("the draft has gone")
        record.picture("填了一半的更名还在")
        stage.hands.key("Ctrl+S")
        stage.settle()


def look_otherwise(stage: Stage, record: Record, staff_no: str) -> None:
    """Dark at once by the settings page, English when the program starts again; and back."""
    hands = stage.hands
    with record.step("dark", "换成深色"):
        hands.click(stage.frame.rail.buttons()["settings"])
        page = stage.page("settings")
        assert isinstance(page, SettingsPage)
        stage.until(lambda: page.form.theme.hasFocus(), "the settings")
        now = THEMES.index(stage.window.settings.theme)
        hands.key("Down", THEMES.index("dark") - now)
        stage.until(lambda: stage.window.settings.theme == "dark", "the dark look")
        record.picture("设置：语言、字号到 200 %、浅色、深色、高对比、打印机")
        stage.go("counter")
        record.picture("深色的柜台")
    with record.step("english", "换成英文，重开程序"):
        hands.click(stage.frame.rail.buttons()["settings"])
        stage.settle()
        for _ in range(6):
            if page.form.language.hasFocus():
                break
            hands.key("Tab")
        hands.key("Down")
        stage.until(lambda: stage.window.settings.language == "en", "English chosen")
        stage.open(stage.window.settings)
        stage.enter(staff_no)
        record.picture("英文界面；单据仍是中文")
        stage.open(replace(stage.window.settings, language="zh_CN", theme="light"))


def audit(stage: Stage, record: Record) -> None:
    """The audit administrator looks at the day and has the chain verified."""
    with record.step("audit", "审计管理员：看当天留痕，校验审计链"):
        stage.enter(stage.role("audit_admin"))
        page = stage.page("audit")
        assert isinstance(page, AuditPage)
        if stage.frame.here != "audit":
            stage.go("audit")
        stage.until(lambda: page.model.records, "the audit trail")
        record.picture("谁、什么时候、对哪条记录做了什么；不含个人信息")
        stage.hands.key("Ctrl+Return")
        stage.hands.wait(lambda: page.said.isVisible() and page.verify.isEnabled(), "the chain to be verified", 60)
        stage.settle()
        if page.said.property("tone") != "ok":
            raise NotAsExpected("the audit chain is broken")
        record.picture("逐条校验，没有断开")
