"""Scenes of the pictures (画面): each brings a page into a state worth looking at, again and again in other looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hallclient.demo.day_cast import Cast, Payer
from hallclient.demo.day_stage import Stage
from hallclient.domain.business import OrderDraft
from hallclient.domain.evidence import EvidenceKind
from hallclient.domain.requests import RequestFilter
from hallclient.gui.counter.counter_page import CounterPage
from hallclient.gui.customers.customers_page import CustomersPage
from hallclient.gui.customers.import_page import ImportPage
from hallclient.gui.payments.payment_page import PaymentPage
from hallclient.gui.requests.requests_page import RequestsPage
from hallclient.gui.shell.crash import CrashDialog
from hallclient.services.bundle import Services

FOR_PREVIEWS = 900
"""Milliseconds in which the previews of evidence are drawn."""

LONG_NAME = "临澜市澜东区青杉街道办事处下辖锦澜新城第一社区居民委员会物业服务与综合治理协调办公室(筹)"
LONG_TEXT = "客户反映问题较多，从头说起：" + "上一次来的时候工作人员让回去等电话，等了两周没有人联系。" * 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """``show`` may be called in any look; ``after`` puts away what lies over the window."""

    key: str
    title: str
    role: str
    show: Callable[[], None]
    after: Callable[[], None] = lambda: None


class Scenes:
    """Makes the scenes of one workspace: a filled one, or one with nothing in it."""

    def __init__(self, stage: Stage, folder: Path, cast: Cast | None) -> None:
        self._stage, self._folder = stage, folder
        self._draft: OrderDraft | None = None
        self._payer: Payer | None = None
        self._complaint = ""
        if cast is not None:
            self._draft, customer = cast.order("transfer", deferred=True)
            assert customer is not None
            self._customer = customer
            self._payer = cast.payer()
            self._complaint = _complaint(stage.demo.services, stage)
            self._sheet = _sheet(folder)

    def filled(self) -> tuple[Scene, ...]:
        """Usual and overfull data."""
        teller = "teller"
        return (
            Scene(key="sign-in", title="登录", role="", show=lambda: None),
            Scene(key="counter", title="柜台：受理中", role=teller, show=self._counter),
            Scene(key="counter-chooser", title="柜台：选业务", role=teller, show=self._chooser),
            Scene(key="counter-overfull", title="柜台：写满", role=teller, show=self._overfull),
            Scene(key="orders", title="工单", role=teller, show=self._orders),
            Scene(key="payment", title="收费", role=teller, show=self._payment),
            Scene(key="settle", title="轧账", role=teller, show=self._settle, after=self._close_dialogs),
            Scene(key="customers", title="客户", role=teller, show=self._customers),
            Scene(key="customer-edit", title="客户：编辑", role=teller, show=self._edit, after=self._leave_edit),
            Scene(key="requests", title="诉求", role=teller, show=self._requests),
            Scene(key="intake", title="受理投诉", role=teller, show=self._intake),
            Scene(key="intake-overfull", title="受理投诉：写满", role=teller, show=self._intake_overfull),
            Scene(key="complaint", title="投诉", role="complaint_specialist", show=self._case),
            Scene(key="player", title="播放器", role="complaint_specialist", show=self._play, after=self._stop),
            Scene(key="import", title="批量导入", role="shift_leader", show=self._import),
            Scene(key="people", title="人员", role="system_admin", show=lambda: self._go("admin")),
            Scene(key="audit", title="审计", role="audit_admin", show=lambda: self._go("audit")),
            Scene(key="settings", title="设置", role=teller, show=lambda: self._go("settings")),
            Scene(key="keys", title="F1 快捷键", role=teller, show=self._keys, after=self._close_dialogs),
            Scene(key="crash", title="出了意外", role=teller, show=self._crash, after=self._close_dialogs),
            Scene(key="lock", title="锁屏", role=teller, show=self._stage.window_lock),
        )

    def empty(self) -> tuple[Scene, ...]:
        """The same pages on the first morning."""
        pages = ("counter", "orders", "payments", "customers", "requests")
        words = ("柜台", "工单", "收费", "客户", "诉求")
        return tuple(
            Scene(key=f"{key}-empty", title=f"{word}：空", role="teller", show=lambda key=key: self._go(key))  # type: ignore[misc]
            for key, word in zip(pages, words, strict=True)
        )

    # ---- counter ----------------------------------------------------------------------------------------------------

    def _go(self, key: str) -> None:
        self._stage.window.go(key)
        self._stage.settle()

    def _page(self) -> CounterPage:
        self._go("counter")
        page = self._stage.page("counter")
        assert isinstance(page, CounterPage)
        return page

    def _chooser(self) -> None:
        page = self._page()
        page.order.choose()
        self._stage.settle()

    def _begin(self, page: CounterPage, code: str) -> None:
        kinds = self._stage.demo.services.business.kinds(self._stage.frame.workplace.actor)
        page.desk.clear()
        page.order.pick(next(kind for kind in kinds if kind.code == code))
        self._stage.settle()

    def _counter(self) -> None:
        page, draft = self._page(), self._draft
        assert draft is not None
        self._begin(page, draft.kind)
        page.order.strip.choose(self._customer.id)
        self._stage.until(lambda: page.desk.customer_id == self._customer.id, "the customer")
        for code, text in draft.values.items():
            page.desk.set_value(code, text)
        page.order.cleared.setChecked(True)
        page.order.form.set_values(dict(page.desk.values))
        for key, state in list(draft.documents.items())[:2]:
            page.desk.set_document(key, state)
        page.desk.check_now()
        self._stage.settle()
        page.order.form.go("new_name")
        self._stage.settle()

    def _overfull(self) -> None:
        page = self._page()
        self._begin(page, "hv_new")
        for code, made in page.order.form.fields.items():
            if made.is_line:
                page.desk.set_value(code, LONG_NAME)
        page.order.form.set_values(dict(page.desk.values))
        page.desk.check_now()
        self._stage.settle()
        page.desk.accept()
        self._stage.settle()

    def _orders(self) -> None:
        self._go("orders")

    # ---- money, customers -------------------------------------------------------------------------------------------

    def _payments(self) -> PaymentPage:
        self._go("payments")
        page = self._stage.page("payments")
        assert isinstance(page, PaymentPage)
        return page

    def _payment(self) -> None:
        page, payer = self._payments(), self._payer
        assert payer is not None
        page.open(payer.customer.id)
        self._stage.until(lambda: page._bill is not None, "the bills")
        page.form.received.set_value(payer.given)
        self._stage.settle()

    def _settle(self) -> None:
        self._payments().taken.settle.click()
        self._stage.settle()

    def _customers_page(self) -> CustomersPage:
        self._go("customers")
        page = self._stage.page("customers")
        assert isinstance(page, CustomersPage)
        return page

    def _customers(self) -> None:
        page = self._customers_page()
        page.finder.box.set_value(self._customer.address[6:12])
        self._stage.settle()
        page.open(self._customer.id)
        self._stage.settle()

    def _edit(self) -> None:
        self._customers()
        self._customers_page().start_edit()
        self._stage.settle()

    def _leave_edit(self) -> None:
        self._customers_page().form.leave()
        self._stage.settle()

    # ---- requests ---------------------------------------------------------------------------------------------------

    def _requests_page(self) -> RequestsPage:
        self._go("requests")
        page = self._stage.page("requests")
        assert isinstance(page, RequestsPage)
        return page

    def _requests(self) -> None:
        page = self._requests_page()
        page.show_list()
        self._stage.settle()

    def _intake(self, facts: str = "我问了两遍要带什么材料，她才抬头说“自己看墙上”。", name: str = "苏若溪") -> None:
        page = self._requests_page()
        page.begin("complaint")
        draft = replace(page.intake.draft(), kind="complaint", channel="95598_phone", facts=facts, name=name)
        draft = replace(draft, category="01.01.01", claim="道歉", phone="10030000001", contact_end=None)
        page.intake.form.show_draft(draft)
        page.intake.check_now()
        self._stage.settle()

    def _intake_overfull(self) -> None:
        self._intake(LONG_TEXT, LONG_NAME)
        self._requests_page().intake.accept()
        self._stage.settle()

    def _case(self) -> None:
        page = self._requests_page()
        page.open(self._complaint)
        self._stage.until(lambda: page.detail.request is not None and page.detail.panel.items, "the complaint")
        self._stage.hands.rest(FOR_PREVIEWS)
        self._stage.settle()

    def _play(self) -> None:
        self._case()
        page = self._requests_page()
        from hallclient.gui.shared import messages

        video = next(one for one in page.detail.panel.items if one.kind is EvidenceKind.VIDEO)
        messages.set_next_answer("投诉调查")
        page._play(video)
        messages._answers.clear()
        player = page.player.player
        self._stage.until(lambda: player.viewing.state == "ready", "the hash to be checked")
        player.seek(4200)
        self._stage.until(lambda: player.viewing.state == "shown", "the picture")
        self._stage.hands.rest(300)
        self._stage.settle()

    def _stop(self) -> None:
        self._requests_page()._left_player()
        self._stage.settle()

    # ---- administration and shell -----------------------------------------------------------------------------------

    def _import(self) -> None:
        self._go("import")
        page = self._stage.page("import")
        assert isinstance(page, ImportPage)
        page.take(self._sheet)
        self._stage.settle()
        page._go_on()
        self._stage.settle()

    def _keys(self) -> None:
        self._go("counter")
        self._stage.frame.show_keys()
        self._stage.settle()

    def _crash(self) -> None:
        dialog = CrashDialog("E-20260610-142210-7F3A", self._stage.window)
        dialog.open()
        self._stage.settle()

    def _close_dialogs(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.reject()
        self._stage.settle()


def _complaint(services: Services, stage: Stage) -> str:
    """The complaint with most evidence, a video among it."""
    actor = stage.demo.actor("complaint_specialist")
    lines = services.requests.page(actor, RequestFilter(kinds=("complaint",)), limit=100)
    for line in sorted(lines, key=lambda one: -one.evidence):
        items = services.evidence.items(actor, "requests", line.id) if line.evidence else ()
        if any(item.kind is EvidenceKind.VIDEO for item in items):
            return line.id
    return next(line.id for line in lines)


def _sheet(folder: Path) -> Path:
    """A customer file with rows that have problems."""
    rows = ["户号,户名,联系电话,用电地址,用户类别"]
    rows += [f"98000{at:05d},演示客户{at},100900{at:05d},临澜市澜东区青杉里{at}号,居民" for at in range(60)]
    rows += ["98000,少了位数,10090000099,临澜市,居民", "9800000061,,10090000098,临澜市,居民", ",没有户号,1,临澜市,居民"]
    target = folder / "新装客户.csv"
    target.write_text("\n".join(rows), encoding="utf-8-sig")
    return target


def first_run_pages(stage: Stage) -> QWidget:
    """The first-run assistant in a window of its own, with nothing behind it."""
    from hallclient.gui.shared.background import Background
    from hallclient.gui.shell.first_run import FirstRunPage, Sheet

    assert stage.program is not None
    background: Background = stage.program.background
    sheet = Sheet(recovery_code="7K2M-9QXD-4TPV-H3NB-8CRW-6YJF-2LGS-5ZAE", pdf=b"")
    return FirstRunPage(lambda _draft, _phrase: sheet, lambda _pdf: "", background, keyring_works=True)
