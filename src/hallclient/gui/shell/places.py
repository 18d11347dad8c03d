"""The places of the rail (导航): every page with who may open it. Pages are imported when they are first opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from PySide6.QtCore import QCoreApplication

from hallclient.gui.shared.page import Badge, Hit, Page, Place
from hallclient.gui.shared.workplace import Workplace

_PAGE_OF = {"customers": "customers", "orders": "orders", "requests": "requests", "payments": "payments"}
_ICON_OF = {"customers": "customers", "orders": "counter", "requests": "requests", "payments": "payments"}


def places(work: Workplace) -> Sequence[Place]:
    """The rail of a workplace, top first."""
    return (
        Place(
            key="counter", title=QCoreApplication.translate("places", "柜台"), icon="counter", make=_counter,
            rights=frozenset({"business.accept", "queue.serve", "queue.issue"}), finder=_finder(work),
        ),
        Place(
            key="orders", title=QCoreApplication.translate("places", "工单"), icon="inspections", make=_orders,
            rights=frozenset({"business.read"}), kinds=frozenset({"orders", "order_stages"}),
            badge=_late(work, "orders"),
        ),
        Place(
            key="payments", title=QCoreApplication.translate("places", "收费"), icon="payments", make=_payments,
            rights=frozenset({"payments.collect", "payments.approve_reversal"}),
        ),
        Place(
            key="customers", title=QCoreApplication.translate("places", "客户"), icon="customers", make=_customers,
            rights=frozenset({"customers.read"}), finder=None,
        ),
        Place(
            key="requests", title=QCoreApplication.translate("places", "诉求"), icon="requests", make=_requests,
            rights=frozenset({"requests.read", "requests.intake"}), kinds=frozenset({"requests"}),
            badge=_late(work, "requests"),
        ),
        Place(
            key="complaints", title=QCoreApplication.translate("places", "投诉"), icon="complaints", make=_complaints,
            rights=frozenset({"complaints.read", "complaints.intake"}),
        ),
        Place(
            key="import", title=QCoreApplication.translate("places", "导入"), icon="import", make=_import,
            rights=frozenset({"customers.import"}),
        ),
        Place(
            key="admin", title=QCoreApplication.translate("places", "人员"), icon="people", make=_people,
            rights=frozenset({"users.read"}),
        ),
        Place(
            key="audit", title=QCoreApplication.translate("places", "审计"), icon="audit", make=_audit,
            rights=frozenset({"audit.read", "audit.verify"}),
        ),
    )  # fmt: skip


def _finder(work: Workplace) -> Callable[[str], Sequence[Hit]] | None:
    if not work.actor.may("search.find"):
        return None

    def find(text: str) -> Sequence[Hit]:
        return [
            Hit(
                page=_PAGE_OF[found.kind], reference=found.id, title=found.title, note=found.note,
                icon=_ICON_OF[found.kind], number=found.number,
            )
            for found in work.services.find.find(work.actor, text)
        ]  # fmt: skip

    return find


def _late(work: Workplace, kind: str) -> Callable[[], Badge]:
    def count() -> Badge:
        standing = work.services.status.standing(work.actor)
        late = standing.orders_late if kind == "orders" else standing.requests_late
        return Badge(count=late, late=late > 0)

    return count


def preload() -> None:
    """Import every page, off the main thread: the first click on a place then only makes its widgets."""
    for name in (
        "counter.counter_page", "counter.orders_page", "payments.payment_page", "customers.customers_page",
        "requests.requests_page", "customers.import_page", "admin.people_page", "admin.audit_page",
    ):  # fmt: skip
        import_module(f"hallclient.gui.{name}")


def _counter(work: Workplace) -> Page:
    from hallclient.gui.counter.counter_page import CounterPage

    return CounterPage(work)


def _orders(work: Workplace) -> Page:
    from hallclient.gui.counter.orders_page import OrdersPage

    return OrdersPage(work)


def _payments(work: Workplace) -> Page:
    from hallclient.gui.payments.payment_page import PaymentPage

    return PaymentPage(work)


def _customers(work: Workplace) -> Page:
    from hallclient.gui.customers.customers_page import CustomersPage

    return CustomersPage(work)


def _requests(work: Workplace) -> Page:
    from hallclient.gui.requests.requests_page import RequestsPage

    return RequestsPage(work)


def _complaints(work: Workplace) -> Page:
    from hallclient.gui.requests.requests_page import ComplaintsPage

    return ComplaintsPage(work)


def _import(work: Workplace) -> Page:
    from hallclient.gui.customers.import_page import ImportPage

    return ImportPage(work)


def _people(work: Workplace) -> Page:
    from hallclient.gui.admin.people_page import PeoplePage

    return PeoplePage(work)


def _audit(work: Workplace) -> Page:
    from hallclient.gui.admin.audit_page import AuditPage

    return AuditPage(work)
