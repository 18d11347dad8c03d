"""Reading and verifying the audit trail (审计): for the audit administrator and for ``hallclient doctor``."""

from __future__ import annotations

from hallclient.domain.people import Actor
from hallclient.errors import Unavailable
from hallclient.services.parts import Parts
from hallclient.services.permission import needs
from hallclient.store import audit, outbox
from hallclient.store.audit import AuditLine
from hallclient.store.database import Store


class AuditService:
    """The trail: who did what on which record."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @needs("audit.read")
    def lines(self, actor: Actor, *, after: int = 0, limit: int = 500) -> tuple[AuditLine, ...]:
        """Rows in order, after a sequence number."""
        with self._parts.store.read() as tx:
            return tuple(audit.lines(tx.connection, after=after, limit=limit))

    @needs("audit.verify")
    def verify(self, actor: Actor) -> int:
        """Check the whole chain; how many rows fit. Raises Unavailable("people.audit_broken", seq=…)."""
        checked = check_chain(self._parts.store)
        with self._parts.store.begin(actor) as tx:
            tx.audit("audit.verify", "audit", "chain", checked=checked)
        return checked


def check_chain(store: Store) -> int:
    """The chain's length when every row fits. Raises Unavailable("people.audit_broken", seq=…)."""
    with store.read() as tx:
        checked, broken = audit.first_broken(tx.connection)
    if broken is not None:
        raise Unavailable("people.audit_broken", seq=broken)
    return checked


def outbox_waiting(store: Store) -> int:
    """How many operations wait for the centre."""
    with store.read() as tx:
        return outbox.waiting(tx.connection)[0]
