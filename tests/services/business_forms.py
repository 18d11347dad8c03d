"""Builders of business drafts: for any kind of the catalog, values and documents that are right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hallclient.catalog.business import BusinessKind, Field
from hallclient.domain.business import DocumentState, OrderDraft
from hallclient.domain.customers import CustomerDraft
from hallclient.domain.identity import credit_check_digit, id_check_digit
from hallclient.domain.instants import day_of
from hallclient.store import customers
from tests.halls import Hall

ACCOUNT = "3300012345678"
ID_CARD = "11010119900101001" + id_check_digit("11010119900101001")
LICENCE = "91320000MA1XXXXX0" + credit_check_digit("91320000MA1XXXXX0")
NAME, PHONE, ADDRESS = "王小敏", "10012340001", "临澜市澜东区人民路88号幸福家园3号楼2单元501室"


def add_customer(hall: Hall, **changes: object) -> str:
    """A customer in the archive; returns her id."""
    plain = CustomerDraft(
        account=ACCOUNT, name=NAME, phone=PHONE, address=ADDRESS, certificate_kind="id_card", certificate_no=ID_CARD
    )
    draft = replace(plain, **changes)  # type: ignore[arg-type]
    with hall.store.begin(hall.actor("teller")) as tx:
        return customers.add(tx, draft, source="test", confirmed=day_of(tx.now))


def value(field: Field, today: date) -> str:
    """A right value of a field."""
    special = {
        "account": ACCOUNT, "ends_on": (today + timedelta(days=7 + 366)).isoformat(),
        "starts_on": (today + timedelta(days=20)).isoformat(), "customer_name": NAME,
    }  # fmt: skip
    if field.code in special:
        return special[field.code]
    match field.type:
        case "id_card":
            return ID_CARD
        case "phone":
            return PHONE
        case "address":
            return ADDRESS
        case "account":
            return "6222020012345678901"
        case "choice":
            return str(field.default) if field.default is not None else field.choices[0].code
        case "boolean":
            return "no" if field.default is False else "yes"
        case "date":
            return (today + timedelta(days=30)).isoformat()
        case "money":
            return f"{max(int(field.min or 0), 12345) // 100}.{max(int(field.min or 0), 12345) % 100:02d}"
        case "number":
            low = field.min if field.min is not None else 1
            return f"{min(max(low, 8), field.max or 8):g}"
        case _:
            return LICENCE if field.code.endswith("licence") else "澜东示例"


def full_draft(hall: Hall, kind: BusinessKind, customer_id: str | None, **values: str) -> OrderDraft:
    """A draft of a kind in which every field shown has a value and every document is received."""
    today = day_of(hall.clock())
    draft = OrderDraft(kind=kind.code, customer_id=customer_id if kind.account == "existing" else None, cleared=True)
    draft = replace(draft, values=values)
    for _ in range(4):  # a value may bring further fields
        shown = kind.fields_for(draft.facts(kind))
        draft = replace(draft, values={**{field.code: value(field, today) for field in shown}, **values})
    needs = kind.documents_for(draft.facts(kind))
    return _fitting_term(
        hall, kind, replace(draft, documents={need.document: DocumentState(status="received") for need in needs})
    )


def _fitting_term(hall: Hall, kind: BusinessKind, draft: OrderDraft) -> OrderDraft:
    """Dates of a term that fit the kind's shortest and longest."""
    from hallclient.domain.business_terms import after

    if "ends_on" not in draft.values:
        return draft
    today = day_of(hall.clock())
    start = date.fromisoformat(draft.values["starts_on"])
    catalog = hall.parts.catalog
    rules = [catalog.limit(code, today) for code in kind.terms if catalog.has_limit(code, today)]
    shortest = [after(start, rule) for rule in rules if rule.sort == "term_min"]
    end = max(shortest, default=start + timedelta(days=30))
    return replace(draft, values={**draft.values, "ends_on": end.isoformat()})
