"""Users and units (人员组织): kept by the system administrator, who sees no business data."""

from __future__ import annotations

from typing import Any

from hallclient.domain.people import Actor, Unit, UnitDraft, User, UserDraft, password_problems
from hallclient.domain.text import one_line
from hallclient.errors import NotFound, Problem, RuleBroken
from hallclient.services.parts import Parts
from hallclient.services.permission import needs
from hallclient.services.sign_in import hasher
from hallclient.store import people
from hallclient.store.transaction import Reading


class PeopleService:
    """The organisation tree and its people."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @needs("users.read")
    def units(self, actor: Actor) -> tuple[Unit, ...]:
        """Every unit, by code."""
        with self._parts.store.read() as tx:
            return people.all_units(tx)

    @needs("users.read")
    def users(self, actor: Actor) -> tuple[User, ...]:
        """Every user, by staff number."""
        with self._parts.store.read() as tx:
            return people.all_users(tx)

    @needs("users.write")
    def add_unit(self, actor: Actor, draft: UnitDraft) -> Unit:
        """Add a unit under its parent (S12). Raises RuleBroken("people.unit_wrong") naming the fields."""
        with self._parts.store.begin(actor) as tx:
            parent = people.unit(tx, draft.parent) if draft.parent else None
            problems = draft.problems(parent.kind if parent else None)
            if any(unit.code == draft.code.upper() for unit in people.all_units(tx)):
                problems += (Problem(field="code", code="people.unit_code_taken"),)
            if problems:
                raise RuleBroken("people.unit_wrong", problems)
            unit_id = people.add_unit(tx, _unit_values(draft))
            tx.audit("unit.add", "units", unit_id)
            return _unit(tx, unit_id)

    @needs("users.write")
    def change_unit(self, actor: Actor, unit_id: str, draft: UnitDraft) -> Unit:
        """Change a unit's facts; its code stays, since numbers were given under it."""
        with self._parts.store.begin(actor) as tx:
            before = _unit(tx, unit_id)
            parent = people.unit(tx, draft.parent) if draft.parent else None
            problems = draft.problems(parent.kind if parent else None)
            if draft.code.upper() != before.code:
                problems += (Problem(field="code", code="people.unit_code_fixed"),)
            if problems:
                raise RuleBroken("people.unit_wrong", problems)
            tx.change(people.units, unit_id, _unit_values(draft))
            tx.audit("unit.change", "units", unit_id)
            return _unit(tx, unit_id)

    @needs("users.write")
    def add_user(self, actor: Actor, draft: UserDraft, password: str) -> User:
        """Add a person, who changes the given password at the first sign-in."""
        problems = self._problems(draft) + password_problems(password, draft.staff_no)
        if problems:
            raise RuleBroken("people.user_wrong", problems)
        with self._parts.store.begin(actor) as tx:
            if people.sign_in_row(tx, draft.staff_no) is not None:
                raise RuleBroken("people.user_wrong", (Problem(field="staff_no", code="people.staff_no_taken"),))
            values: dict[str, Any] = {
                "staff_no": draft.staff_no,
                "name": one_line(draft.name),
                "roles": list(draft.roles),
                "named_rights": list(draft.named_rights),
                "unit": draft.unit,
                "password": hasher.hash(password),
                "must_change": True,
                "password_at": tx.now,
            }
            user_id = tx.insert(people.users, values)
            tx.audit("user.add", "users", user_id, roles=list(draft.roles))
            return _user(tx, user_id)

    @needs("users.write")
    def change_user(self, actor: Actor, user_id: str, draft: UserDraft, *, rev: int) -> User:
        """Change name, unit, roles and rights given by name. The staff number stays."""
        problems = self._problems(draft)
        if problems:
            raise RuleBroken("people.user_wrong", problems)
        with self._parts.store.begin(actor) as tx:
            before = _user(tx, user_id)
            values = {
                "name": one_line(draft.name), "roles": list(draft.roles), "unit": draft.unit,
                "named_rights": list(draft.named_rights),
            }  # fmt: skip
            tx.change(people.users, user_id, values, rev=rev)
            tx.audit("user.change", "users", user_id, before=list(before.roles), after=list(draft.roles))
            return _user(tx, user_id)

    def _problems(self, draft: UserDraft) -> tuple[Problem, ...]:
        """What is wrong with a person: the form's own problems, and roles that one person must not hold together."""
        catalog, roles = self._parts.catalog, set(draft.roles)
        problems = draft.problems(frozenset(role.code for role in catalog.roles()))
        with self._parts.store.read() as tx:
            if draft.unit and people.unit(tx, draft.unit) is None:
                problems += (Problem(field="unit", code="people.unit_missing"),)
        for rule in catalog.separations():
            if rule.kind == "roles" and roles & set(rule.first) and roles & set(rule.second):
                details = {"rule": rule.zh, "rule_en": rule.en}
                problems += (Problem(field="roles", code="people.roles_apart", details=details),)
        return problems

    @needs("users.write")
    def set_active(self, actor: Actor, user_id: str, active: bool) -> User:
        """Disable an account, or enable and unlock it. Nobody disables the account in use."""
        if user_id == actor.user_id:
            raise RuleBroken("people.not_yourself")
        with self._parts.store.begin(actor) as tx:
            tx.change(people.users, user_id, {"active": active, "failures": 0, "locked_until": None})
            tx.audit("user.enable" if active else "user.disable", "users", user_id)
            return _user(tx, user_id)

    @needs("users.write")
    def reset_password(self, actor: Actor, user_id: str, password: str) -> None:
        """Give a new first password and unlock the account."""
        with self._parts.store.begin(actor) as tx:
            user = _user(tx, user_id)
            problems = password_problems(password, user.staff_no)
            if problems:
                raise RuleBroken("people.password_weak", problems, **problems[0].details)
            values = {
                "password": hasher.hash(password), "must_change": True, "failures": 0, "locked_until": None,
                "password_at": tx.now,
            }  # fmt: skip
            tx.change(people.users, user_id, values)
            tx.audit("password.reset", "users", user_id)


def _unit_values(draft: UnitDraft) -> dict[str, Any]:
    return {
        "code": draft.code.upper(), "name": one_line(draft.name), "kind": draft.kind, "parent": draft.parent,
        "grade": draft.grade, "service_scope": one_line(draft.service_scope), "phone": one_line(draft.phone),
        "address": one_line(draft.address), "hours": one_line(draft.hours),
    }  # fmt: skip


def _unit(tx: Reading, unit_id: str) -> Unit:
    found = people.unit(tx, unit_id)
    if found is None:
        raise NotFound("record.not_found")
    return found


def _user(tx: Reading, user_id: str) -> User:
    found = people.user(tx, user_id)
    if found is None:
        raise NotFound("record.not_found")
    return found
