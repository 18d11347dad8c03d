"""Hiding personal data of customers (脱敏): which rule of the catalog each field follows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hallclient.catalog.lookups import Catalog
from hallclient.domain.customers import PERSONAL, Contact, Customer, CustomerBrief, FieldChange, is_organisation

_ID_KINDS = {"id_card", "temporary_id", "household"}


def masked(catalog: Catalog, customer: Customer) -> Customer:
    """The record with each personal field hidden as the catalog says."""
    hidden = {name: masked_value(catalog, customer, name, getattr(customer, name)) for name in PERSONAL}
    return replace(customer, **hidden)


def masked_change(catalog: Catalog, customer: Customer, change: FieldChange) -> FieldChange:
    """An edit with both values hidden where the field is personal."""
    if change.field not in PERSONAL:
        return change
    before, after = (masked_value(catalog, customer, change.field, value) for value in (change.before, change.after))
    return replace(change, before=before, after=after)


def masked_value(catalog: Catalog, customer: Customer | CustomerBrief, name: str, value: Any) -> Any:
    """One field's value hidden. An organisation's name is no personal data and stays."""
    if name == "contacts":
        return tuple(
            Contact(name=catalog.mask("name", c.name), phone=masked_phone(catalog, c.phone), relation=c.relation)
            for c in value
        )
    if name == "phone":
        return masked_phone(catalog, value)
    organisation = is_organisation(customer)
    title = "organisation" if organisation else "name"
    rule = {
        "name": title,
        "contract_no": "account",
        "certificate_no": _certificate(customer),
        "invoice_title": title,
        "invoice_account": "bank_card",
        "invoice_tax_no": "licence" if organisation else "id_other",
    }.get(name, name)
    return catalog.mask(rule, value)


def masked_phone(catalog: Catalog, number: str) -> str:
    """A telephone number hidden as a mobile or a landline."""
    mobile = len(number) == 11 and number.startswith("1")
    return catalog.mask("mobile" if mobile else "landline", number)


def _certificate(customer: Customer | CustomerBrief) -> str:
    if customer.certificate_kind in _ID_KINDS:
        return "id_card"
    return "licence" if customer.certificate_kind == "licence" else "id_other"
