"""All services of one workspace (服务), built once when it is opened."""

from __future__ import annotations

from dataclasses import dataclass

from hallclient.services.audit import AuditService
from hallclient.services.business import BusinessService
from hallclient.services.business_papers import BusinessPaperService
from hallclient.services.customer_import import CustomerImportService
from hallclient.services.customers import CustomerService
from hallclient.services.evidence import EvidenceService
from hallclient.services.exchange import ExchangeService
from hallclient.services.find import FindService
from hallclient.services.order_steps import OrderStepService
from hallclient.services.orders import OrderService
from hallclient.services.parts import Parts
from hallclient.services.payment_papers import PaymentPaperService
from hallclient.services.payments import PaymentService
from hallclient.services.people import PeopleService
from hallclient.services.queue import QueueService
from hallclient.services.request_papers import RequestPaperService
from hallclient.services.requests import RequestService
from hallclient.services.sign_in import SignInService
from hallclient.services.status import StatusService


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """One of each, over the same parts."""

    parts: Parts
    sign_in: SignInService
    people: PeopleService
    customers: CustomerService
    customer_import: CustomerImportService
    queue: QueueService
    business: BusinessService
    orders: OrderService
    order_steps: OrderStepService
    business_papers: BusinessPaperService
    payments: PaymentService
    payment_papers: PaymentPaperService
    requests: RequestService
    request_papers: RequestPaperService
    evidence: EvidenceService
    exchange: ExchangeService
    audit: AuditService
    find: FindService
    status: StatusService


def build(parts: Parts) -> Services:
    """The services of an opened workspace."""
    return Services(
        parts=parts,
        sign_in=SignInService(parts),
        people=PeopleService(parts),
        customers=CustomerService(parts),
        customer_import=CustomerImportService(parts),
        queue=QueueService(parts),
        business=BusinessService(parts),
        orders=OrderService(parts),
        order_steps=OrderStepService(parts),
        business_papers=BusinessPaperService(parts),
        payments=PaymentService(parts),
        payment_papers=PaymentPaperService(parts),
        requests=RequestService(parts),
        request_papers=RequestPaperService(parts),
        evidence=EvidenceService(parts),
        exchange=ExchangeService(parts),
        audit=AuditService(parts),
        find=FindService(parts),
        status=StatusService(parts),
    )
