"""Roles, rights and who must not have what."""

from __future__ import annotations

import re

import pytest

from hallclient.catalog.lookups import Catalog

BUSINESS = [
    "teller",
    "guide",
    "shift_leader",
    "account_manager",
    "complaint_specialist",
    "specialty_handler",
    "dispatcher",
    "return_visitor",
    "inspector",
    "discipline",
    "marketing_director",
    "province_manager",
    "social_supervisor",
]
ADMINISTRATORS = ["system_admin", "security_admin", "audit_admin"]

STABLE = {
    "customers": "read edit unmask import",
    "business": "read accept advance pause withdraw authorise",
    "queue": "serve issue manage",
    "payments": "read collect reverse approve_reversal settle import",
    "requests": "read intake",
    "complaints": "read intake amend severity",
    "reports": "identity",
    "evidence": "add play export read",
    "documents": "print reprint print_full",
    "search": "find",
    "users": "read write",
    "roles": "write",
    "settings": "write",
    "catalog": "read",
    "audit": "read verify",
    "figures": "read",
}


def test_roles_of_the_field(sgcc: Catalog) -> None:
    assert [role.code for role in sgcc.roles()] == BUSINESS + ADMINISTRATORS
    assert {role.code for role in sgcc.roles() if role.administrator} == set(ADMINISTRATORS)
    assert sgcc.role("social_supervisor").outside


def test_rights_have_stable_names(sgcc: Catalog) -> None:
    codes = {right.code for right in sgcc.rights()}
    assert {f"{noun}.{verb}" for noun, verbs in STABLE.items() for verb in verbs.split()} <= codes
    assert all(re.fullmatch(r"[a-z]+\.[a-z_]+", code) for code in codes)


@pytest.mark.parametrize("role", ADMINISTRATORS)
def test_administrators_have_no_business_data(sgcc: Catalog, role: str) -> None:
    for right in sgcc.rights_of([role]):
        assert sgcc.right(right).administrative
    assert not any(
        right.startswith(("customers", "complaints", "evidence", "business")) for right in sgcc.rights_of([role])
    )


def test_audit_is_read_by_its_administrator_only(sgcc: Catalog) -> None:
    assert [role.code for role in sgcc.roles() if "audit.read" in sgcc.rights_of([role.code])] == ["audit_admin"]
    assert [role.code for role in sgcc.roles() if "users.write" in sgcc.rights_of([role.code])] == ["system_admin"]


@pytest.mark.parametrize(
    ("role", "right", "reach"),
    [
        ("teller", "business.accept", "own"),
        ("teller", "payments.collect", "own"),
        ("teller", "payments.approve_reversal", None),
        ("teller", "complaints.severity", None),
        ("shift_leader", "payments.approve_reversal", "hall"),
        ("shift_leader", "business.authorise", "hall"),
        ("account_manager", "customers.read", "own"),
        ("complaint_specialist", "customers.read", "case"),
        ("complaint_specialist", "evidence.export", "case"),
        ("dispatcher", "evidence.play", "case"),
        ("dispatcher", "evidence.export", None),
        ("inspector", "evidence.play", "unit"),
        ("inspector", "business.accept", None),
        ("marketing_director", "complaints.intake", None),
        ("province_manager", "customers.unmask", None),
        ("province_manager", "reports.identity", "named"),
        ("social_supervisor", "evidence.add", "own"),
        ("social_supervisor", "customers.read", None),
    ],
)
def test_the_matrix(sgcc: Catalog, role: str, right: str, reach: str | None) -> None:
    assert sgcc.rights_of([role]).get(right) == reach


def test_several_roles_have_the_widest_scope(sgcc: Catalog) -> None:
    both = sgcc.rights_of(["teller", "shift_leader"])
    assert both["business.accept"] == "hall" and both["payments.collect"] == "own"
    assert sgcc.rights_of([]) == {}


def test_who_reported_is_seen_by_named_persons_only(sgcc: Catalog) -> None:
    reaches = {role.code: sgcc.rights_of([role.code]).get("reports.identity") for role in sgcc.roles()}
    assert {role for role, reach in reaches.items() if reach} == {"discipline", "province_manager"}
    assert set(reaches.values()) == {None, "named"}


def test_nobody_in_the_hall_deletes_evidence(sgcc: Catalog) -> None:
    assert not any("evidence.delete" in sgcc.rights_of([role]) for role in ("teller", "guide", "shift_leader"))


def test_reasons_and_approvals(sgcc: Catalog) -> None:
    assert sgcc.right("customers.unmask").reason and sgcc.right("evidence.export").approval
    assert sgcc.right("documents.print_full").approval and sgcc.right("evidence.play").reason_from == "unit"


def test_separation_rules(sgcc: Catalog) -> None:
    rules = {rule.code: rule for rule in sgcc.separations()}
    assert rules["reversal"].first == ("payments.reverse",)
    assert set(rules["admins.no_business"].second) == set(BUSINESS)
    assert rules["accused"].kind == "person" and "evidence.play" in rules["accused"].second
