"""What stands on every paper (单据抬头): the issuing unit, the hall, the number, who printed, and 补打."""

from __future__ import annotations

from hallclient.domain.papers import Contact, Head, Reprint
from hallclient.domain.people import Actor, Unit
from hallclient.errors import NotAllowed
from hallclient.services.parts import Parts
from hallclient.store import people
from hallclient.store.transaction import Reading, Transaction

PRINT = "documents.print"
REPRINT = "documents.reprint"


def head(
    parts: Parts, tx: Transaction, actor: Actor, number: str, *, printed: int = 0, internal: bool = False,
    reason: str = "",
) -> Head:  # fmt: skip
    """The head of a paper printed now for the ``printed + 1``-th time.

    A second and later printing is a reprint (补打). Raises NotAllowed without documents.print or documents.reprint.
    """
    if not actor.may(REPRINT if printed else PRINT):
        raise NotAllowed("people.not_allowed", right=REPRINT if printed else PRINT)
    hall = people.unit(tx, actor.hall)
    again = Reprint(count=printed, at=tx.now, by=actor.staff_no, reason=reason) if printed else None
    return Head(
        unit=issuer(parts, tx, hall),
        hall=hall.name if hall else "",
        printed_at=tx.now,
        printed_by=actor.staff_no,
        number=number,
        internal=internal,
        reprint=again,
    )


def issuer(parts: Parts, tx: Reading, hall: Unit | None) -> str:
    """The company over a hall: its nearest county or city, else the operator's name."""
    above = {unit.id: unit for unit in people.all_units(tx)}
    unit = hall
    while unit is not None:
        if unit.kind in {"county", "city"}:
            return unit.name
        unit = above.get(unit.parent or "")
    return parts.catalog.profile.zh


def contact(parts: Parts, tx: Reading, actor: Actor) -> Contact:
    """Where the customer asks: the hall and the hotlines."""
    hall = people.unit(tx, actor.hall)
    profile = parts.catalog.profile
    return Contact(
        address=hall.address if hall else "",
        hours=hall.hours if hall else "",
        phone=hall.phone if hall else "",
        hotline=profile.hotline,
        regulator=profile.regulator_hotline,
    )
