"""Between archive and business form (档案与表单): what the archive fills in, how personal fields are masked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hallclient.catalog.business import BusinessKind, Field
from hallclient.catalog.lookups import Catalog
from hallclient.domain.business import Order, OrderLine
from hallclient.domain.customers import Customer

ORGANISATION = "organisation"

_ID_KINDS = {
    "id_card": "id_card", "temporary_id": "id_card", "household": "household_register", "military": "military_id",
    "hmt_permit": "permit", "passport": "passport", "residence": "other",
}  # fmt: skip
"""Kinds of certificate in the archive as the form names them."""

_NAMES = frozenset({"customer_name", "contact", "agent_name", "legal_person", "new_name", "bank_holder", "tax_title"})
_BANK = frozenset({"bank_account", "tax_account"})


def values_of(customer: Customer, kind: BusinessKind) -> dict[str, str]:
    """What the archive knows for a kind's form, by field code."""
    organisation = customer.certificate_kind in ("licence", "organisation") or (
        not customer.certificate_kind and customer.customer_class != "resident"
    )
    first = customer.contacts[0] if customer.contacts else None
    known = {
        "account": customer.account,
        "customer_name": customer.name,
        "customer_kind": ORGANISATION if organisation else "person",
        "contact": first.name if first else customer.name,
        "mobile": customer.phone or (first.phone if first else ""),
        "address": customer.address,
        "licence": customer.certificate_no if customer.certificate_kind == "licence" else "",
    }
    if not organisation and customer.certificate_no:
        id_kind = _ID_KINDS.get(customer.certificate_kind, "other")
        known["id_kind"] = id_kind
        known["id_card" if id_kind in ("id_card", "household_register") else "id_other"] = customer.certificate_no
    codes = {field.code for field in kind.fields}
    return {code: text for code, text in known.items() if text and code in codes}


def mask_rule(field: Field, customer_kind: str) -> str:
    """The masking rule of a form field, or an empty text for what is not personal."""
    if field.type == "id_card":
        return "id_card"
    if field.type == "phone":
        return "phone"
    if field.type == "address":
        return "address"
    if field.type == "account":
        return "bank_card" if field.code in _BANK else "account"
    if field.code == "id_other":
        return "id_other"
    if field.code in _NAMES:
        about_customer = field.code in ("customer_name", "new_name", "bank_holder", "tax_title")
        return ORGANISATION if about_customer and customer_kind == ORGANISATION else "name"
    return ""


def masked_value(catalog: Catalog, field: Field, customer_kind: str, text: str) -> str:
    """One value as it may be shown."""
    return masked(catalog, mask_rule(field, customer_kind), text)


def masked(catalog: Catalog, rule: str, text: str) -> str:
    """A text under a masking rule; no rule leaves it as it is."""
    return catalog.mask(rule, text) if rule and text else text


def masked_values(
    catalog: Catalog, fields: tuple[Field, ...], values: Mapping[str, str], customer_kind: str
) -> dict[str, str]:
    """All values as they may be shown; a field this edition does not know is hidden."""
    known = {field.code: field for field in fields}
    return {
        code: masked_value(catalog, known[code], customer_kind, text) if code in known else "***"
        for code, text in values.items()
    }


def masked_order(catalog: Catalog, kind: BusinessKind | None, order: Order) -> Order:
    """An order with every personal text masked."""
    name_rule = ORGANISATION if order.customer_kind == ORGANISATION else "name"
    return replace(
        order,
        customer_name=masked(catalog, name_rule, order.customer_name),
        account=masked(catalog, "account", order.account),
        address=masked(catalog, "address", order.address),
        phone=masked(catalog, "phone", order.phone),
        values=masked_values(catalog, kind.fields if kind else (), order.values, order.customer_kind),
        masked=True,
    )


def masked_line(catalog: Catalog, line: OrderLine, clerk: str) -> OrderLine:
    """A line of a work list with the customer masked and the clerk named."""
    name_rule = ORGANISATION if line.customer_kind == ORGANISATION else "name"
    return replace(
        line,
        customer_name=masked(catalog, name_rule, line.customer_name),
        account=masked(catalog, "account", line.account),
        clerk=clerk,
    )
