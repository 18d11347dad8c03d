"""The demo's day at the window (柜台): tickets, an order with a paper to come, a payment, one taken back."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from hallclient.demo.day_cast import Cast
from hallclient.demo.day_forms import FormHand, counter_of
from hallclient.demo.day_record import Record
from hallclient.demo.day_stage import Stage
from hallclient.domain.business import Order
from hallclient.gui.customers.customers_page import CustomersPage
from hallclient.gui.payments.payment_page import PaymentPage

WRONG = "forgotten"


def sign_in(stage: Stage, record: Record, staff_no: str) -> None:
    """A wrong password is told; then the right one."""
    with record.step("sign-in", "登录：先输错一次密码"):
        stage.open()
        form, hands = stage.window.sign_in.form, stage.hands
        stage.sign_in(staff_no, WRONG)
        hands.wait(form.problem.isVisible, "the sentence about a wrong password")
        record.picture("密码不对：还能试几次、忘了找谁，一句话说清")
        stage.enter(staff_no)
        record.picture("登录后就是柜台：当前号、等候的人、办什么业务")


def call(stage: Stage, record: Record) -> None:
    """The customer called is served."""
    with record.step("ticket", "叫号：客户到窗口，开始办理"):
        page = counter_of(stage)
        if page.queue.board is None or page.queue.board.current is None:
            stage.hands.key("F2")
            stage.until(lambda: page.queue.board and page.queue.board.current, "a called ticket")
        stage.hands.key("F3")
        stage.until(lambda: _state(stage) == "serving", "the ticket to be served")
        record.picture("服务中：办理用时对着 20 分钟的限时走")


def look_up(stage: Stage, record: Record, cast: Cast) -> None:
    """A customer among all of them, by pieces of what is known."""
    customer = cast.customer()
    with record.step("customer", "在全部客户里查找：地址的几个字"):
        page = stage.go("customers")
        assert isinstance(page, CustomersPage)
        stage.hands.write(_piece(customer.address))
        stage.settle()
        record.picture("边输入边找：户号、电话、表号、姓名、拼音首字母、地址任意一段")
        stage.hands.key("Return")
        stage.until(lambda: page.card_view.card is not None, "the customer's card")
        record.picture("客户档案：资料默认脱敏，来源和确认日期、站线变户、往来时间线")


def accept_order(stage: Stage, record: Record, cast: Cast) -> Order:
    """A transfer of an account, one paper promised for later."""
    draft, customer = cast.order("transfer", deferred=True)
    assert customer is not None
    hand: FormHand
    with record.step("order-customer", "受理过户：选业务、找客户"):
        stage.go("counter")
        hand = FormHand(stage, draft)
        hand.choose_kind("gh")
        hand.find_customer(customer.account, lambda: record.picture("选好业务，再找客户：结果就在输入框下面"))
    with record.step("order-form", "受理过户：按 Enter 走完表单"):
        hand.fill()
        record.picture("档案里有的已经带出；Enter 只停在还要填的地方")
    with record.step("order-papers", "受理过户：收资，缺一份容缺"):
        hand.papers(lambda: record.picture("容缺：客户签承诺书，约定补齐日期"))
        stage.settle()
        record.picture("每份材料已收、缺、容缺一目了然；右下是各环节的日期")
    with record.step("notice", "打印一次性告知单"):
        before = _papers(stage)
        stage.hands.key("Ctrl+G")
        stage.until(lambda: _papers(stage) > before, "the notice")
        record.picture("一次性告知单不打断受理")
    with record.step("accept", "受理并打印回执"):
        before = _papers(stage)
        order = hand.accept()
        stage.until(lambda: _papers(stage) > before, "the receipt")
        record.picture(f"已受理 {order.number}，回执和告知单自动打印")
    return order


def rate(stage: Stage, record: Record) -> None:
    """The customer's judgement, and the ticket is done."""
    with record.step("rate", "客户评价，办结这个号"):
        page = counter_of(stage)
        stage.hands.key("F10")
        stage.hands.popup()
        record.picture("评价跟着这个号走")
        stage.hands.key("1")
        stage.until(lambda: page.queue.board and page.queue.board.current and page.queue.board.current.rating, "rating")
        stage.hands.key("F3")
        stage.until(lambda: _state(stage) == "", "the ticket to be done")
        stage.hands.key("F2")
        stage.until(lambda: _state(stage) == "called", "the next ticket to be called")
        stage.hands.key("F3")
        stage.until(lambda: _state(stage) == "serving", "the next ticket to be served")
        record.picture("F2 叫下一位：优先号在前，等候超时的标红")


def pay(stage: Stage, record: Record, cast: Cast) -> None:
    """Cash with change, and the receipt."""
    payer = cast.payer()
    with record.step("payment", "收费：唱收唱付，找零，打收据"):
        page = _payments(stage)
        stage.hands.write(payer.customer.account)
        stage.until(lambda: page._hits.records, "the account found")
        stage.hands.key("Return")
        stage.until(lambda: page._bill is not None, "the bills")
        stage.hands.write(payer.given)
        record.picture("实收一输入就算出找零，字大看得清")
        before = _papers(stage)
        stage.hands.key("Ctrl+Return")
        stage.until(lambda: _papers(stage) > before, "the receipt of the payment")
        record.picture("已入账，收据自动打印")


def take_back(stage: Stage, record: Record, staff_no: str) -> None:
    """The teller asks, the shift leader approves at the same window, the teller comes back."""
    hands = stage.hands
    with record.step("reversal-ask", "冲正：柜员申请，写明原因"):
        page = _payments(stage)
        stage.until(lambda: page.taken.model.records, "the payments of the day")
        taken = page.taken.list
        hands.click(taken.viewport(), taken.visualRect(taken.model().index(0, 0)).center())

        def reason(dialog: QDialog) -> None:
            hands.write("金额录错，客户当场要求更正")
            record.picture("冲正要写明原因，自己不能批自己的")
            hands.key("Tab", 2)
            hands.key("Return")

        with hands.deciding(reason):
            hands.key("F6")
        stage.settle()
        record.picture("等值长审批")
    with record.step("reversal-approve", "冲正：值长换人登录，审批"):
        stage.hand_over(stage.role("shift_leader"))
        page = _payments(stage)
        before = _papers(stage)
        stage.until(page.taken.waiting.isVisible, "reversals that wait")
        record.picture("值长在同一个窗口登录：有冲正等审批")
        for _ in range(9):
            if not page.taken.waiting.isVisible():
                break

            def agree(dialog: QDialog) -> None:
                hands.key("Return")

            with hands.deciding(agree):
                hands.click(page.taken.waiting._action)
            stage.settle()
        stage.until(lambda: _papers(stage) > before, "the paper of the reversal")
        record.picture("已同意，冲正单打印，两人签字")
        stage.hand_over(staff_no)
        record.picture("换回柜员，柜台还是刚才的样子")


def settle(stage: Stage, record: Record) -> None:
    """The drawer is counted by face and balances."""
    hands = stage.hands
    with record.step("settle", "轧账：按面额清点，账实相符"):
        from hallclient.gui.payments.settle_dialog import SettleDialog

        _payments(stage)
        hands.key("F9")
        dialog = hands.dialog(SettleDialog)
        stage.until(lambda: dialog._drawer is not None, "what should be in the drawer")
        drawer = dialog._drawer
        assert drawer is not None
        rest = drawer.cash_expected
        first = next(iter(dialog.counts.values()))
        hands.click(first)
        for face in dialog.counts:
            hands.key("Ctrl+A")
            if rest // face:
                hands.write(str(rest // face))
            rest %= face
            hands.key("Tab")
        record.picture("差额随输入变化，为零才能直接轧账")
        before = _papers(stage)
        hands.key("Ctrl+Return")
        stage.until(lambda: _papers(stage) > before, "the settlement sheet")
        record.picture("轧账单已打印")


def _payments(stage: Stage) -> PaymentPage:
    page = stage.go("payments")
    assert isinstance(page, PaymentPage)
    return page


def _state(stage: Stage) -> str:
    board = counter_of(stage).queue.board
    return board.current.state if board is not None and board.current is not None else ""


def _papers(stage: Stage) -> int:
    folder = stage.settings.papers_folder
    return len(list(folder.glob("*.pdf"))) if folder.is_dir() else 0


def _piece(address: str) -> str:
    """Where the address names the place, the part people say."""
    for mark in ("区", "县", "镇"):
        _, found, tail = address.partition(mark)
        if found and tail:
            return tail
    return address
