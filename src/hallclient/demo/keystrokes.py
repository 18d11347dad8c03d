"""The commonest items by keyboard alone (十个常办业务的按键数): each accepted on the real window, its keys counted."""

from __future__ import annotations

from dataclasses import dataclass

from hallclient.demo.day_cast import Cast
from hallclient.demo.day_forms import FormHand, counter_of
from hallclient.demo.day_hands import Count, NotAsExpected
from hallclient.demo.day_stage import Stage
from hallclient.gui.payments.payment_page import PaymentPage

COMMONEST = (
    ("lv_resident_new", "dyjm"), ("transfer", "gh"), ("rename", "gm"), ("category_change", "gl"),
    ("suspension", "zt"), ("meter_test", "dnb"), ("payment", "jf"), ("peak_valley", "jmfg"),
    ("account_close", "xh"), ("archive_change", "khjc"),
)  # fmt: skip
"""Kind of business and what finds it: the initials of its pinyin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """An item, all its keys, and those of them that are text (Chinese by its pinyin)."""

    code: str
    zh: str
    keys: int
    typed: int

    @property
    def orders(self) -> int:
        """Keys that are no text: Enter, Tab, Space, arrows, shortcuts."""
        return self.keys - self.typed


def play(stage: Stage, cast: Cast) -> list[Counted]:
    """Accept each item as a teller who is signed in; from choosing the kind to the printed receipt."""
    kinds = {kind.code: kind.zh for kind in stage.demo.services.business.kinds(cast.teller)}
    counted = []
    for code, words in COMMONEST:
        page = counter_of(stage)
        if stage.frame.here != "counter":
            stage.go("counter")
        stage.settle()
        if not page.order.chooser.box.hasFocus():
            raise NotAsExpected("the cursor is not where the next business begins")
        stage.hands.count = Count()
        if code == "payment":
            _pay(stage, cast, words)
        else:
            _accept(stage, cast, code, words)
        if stage.hands.count.clicks:
            raise NotAsExpected(f"{code} needs the mouse")
        done = stage.hands.count
        counted.append(Counted(code=code, zh=kinds[code], keys=done.keys, typed=done.typed))
    return counted


def table(counted: list[Counted]) -> str:
    """The counts as a Markdown table."""
    rows = [f"| {one.zh} | {one.keys} | {one.typed} | {one.orders} |" for one in counted]
    head = ["| business | keys | of them text | the rest |", "| --- | ---: | ---: | ---: |"]
    total = [f"| all | {sum(one.keys for one in counted)} | {sum(one.typed for one in counted)} | "]
    total[0] += f"{sum(one.orders for one in counted)} |"
    return "\n".join([*head, *rows, *total])


def _accept(stage: Stage, cast: Cast, code: str, words: str) -> None:
    draft, customer = cast.order(code)
    hand = FormHand(stage, draft)
    hand.choose_kind(words)
    if customer is not None:
        hand.find_customer(customer.account)
    hand.fill()
    hand.papers()
    hand.accept()


def _pay(stage: Stage, cast: Cast, words: str) -> None:
    payer, hands = cast.payer(), stage.hands
    hands.write(words)
    hands.key("Return")
    stage.until(lambda: stage.frame.here == "payments", "the payment page")
    page = stage.page("payments")
    assert isinstance(page, PaymentPage)
    taken = len(page.taken.model.records)
    hands.write(payer.customer.account)
    stage.until(lambda: page._hits.records, "the account")
    hands.key("Return")
    stage.until(lambda: page._bill is not None, "the bills")
    hands.write(payer.given)
    hands.key("Ctrl+Return")
    stage.until(lambda: len(page.taken.model.records) > taken, "the payment")
