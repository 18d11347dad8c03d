"""People (人员组织): organisation units, users, the signed-in actor and how far each right reaches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from hallclient.domain.text import one_line, whole
from hallclient.errors import NotAllowed, Problem

UNIT_KINDS = ("province", "city", "county", "station", "hall")
"""Levels of the organisation tree, top first (domain.md 7.1)."""

SCOPES = ("own", "case", "hall", "unit", "named", "all")
"""How far a right reaches, narrowest first. ``named`` is granted to a person by name, not through a role."""

PASSWORD_LENGTH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """An organisation unit (单位): province, city, county, station or hall with grade and service scope (S12)."""

    id: str
    code: str
    name: str
    kind: str
    parent: str | None = None
    grade: str = ""
    service_scope: str = ""
    phone: str = ""
    address: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitDraft:
    """A unit as a form gathers it."""

    code: str = ""
    name: str = ""
    kind: str = "hall"
    parent: str | None = None
    grade: str = ""
    service_scope: str = ""
    phone: str = ""
    address: str = ""
    hours: str = ""

    def problems(self, parent_kind: str | None = None) -> tuple[Problem, ...]:
        """What is missing or wrong. A unit hangs under a unit of a higher level."""
        found = []
        if not self.code.strip() or not self.code.isascii() or not self.code.isalnum() or len(self.code) > 8:
            found.append(Problem(field="code", code="people.unit_code_bad"))
        if not one_line(self.name):
            found.append(Problem(field="name", code="people.name_missing"))
        if self.kind not in UNIT_KINDS:
            found.append(Problem(field="kind", code="people.unit_kind_unknown"))
        elif parent_kind is not None and UNIT_KINDS.index(parent_kind) >= UNIT_KINDS.index(self.kind):
            found.append(Problem(field="parent", code="people.unit_parent_bad"))
        if self.kind == "hall" and self.grade not in {"A", "B", "C"}:
            found.append(Problem(field="grade", code="people.grade_missing"))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """A person who signs in (人员)."""

    id: str
    staff_no: str
    name: str
    roles: tuple[str, ...]
    unit: str
    active: bool = True
    must_change: bool = False
    locked_until: datetime | None = None
    named_rights: tuple[str, ...] = ()
    rev: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class UserDraft:
    """A user as the administrator's form gathers it."""

    staff_no: str = ""
    name: str = ""
    roles: tuple[str, ...] = ()
    unit: str = ""
    named_rights: tuple[str, ...] = ()

    def problems(self, known_roles: frozenset[str]) -> tuple[Problem, ...]:
        """What is missing or wrong."""
        found = []
        if not self.staff_no.isascii() or not self.staff_no.isalnum() or not 2 <= len(self.staff_no) <= 16:
            found.append(Problem(field="staff_no", code="people.staff_no_bad"))
        if not one_line(self.name):
            found.append(Problem(field="name", code="people.name_missing"))
        if not self.roles or not set(self.roles) <= known_roles:
            found.append(Problem(field="roles", code="people.role_missing"))
        if not self.unit:
            found.append(Problem(field="unit", code="people.unit_missing"))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Which rows a right lets a person see: ``units`` None is every unit; ``owner`` set is only that person's rows."""

    units: frozenset[str] | None
    owner: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The signed-in person at this counter, with the rights in force since sign-in.

    ``rights`` maps a right to its widest scope; ``units`` is the person's unit with all below it.
    """

    user_id: str
    staff_no: str
    name: str
    roles: tuple[str, ...]
    unit: str
    hall: str
    window: str
    terminal: str
    rights: Mapping[str, str] = field(default_factory=dict)
    units: frozenset[str] = frozenset()

    def may(self, right: str) -> bool:
        """Whether the person holds the right at any scope."""
        return right in self.rights

    def reach(self, right: str) -> Reach:
        """The rows this right reaches. Raises NotAllowed when the right is not held."""
        scope = self.rights.get(right)
        if scope is None:
            raise NotAllowed("people.not_allowed", right=right)
        if scope in {"own", "case"}:
            return Reach(units=None, owner=self.user_id)
        if scope == "hall":
            return Reach(units=frozenset({self.unit, self.hall}))
        if scope == "all":
            return Reach(units=None)
        return Reach(units=self.units)

    def require(self, right: str, *, unit: str | None = None, owner: str | None = None) -> None:
        """Raise NotAllowed unless the right is held and reaches a row of that unit and owner."""
        reach = self.reach(right)
        if reach.owner is not None and owner is not None and owner != reach.owner:
            raise NotAllowed("people.not_yours", right=right)
        if reach.units is not None and unit is not None and unit not in reach.units:
            raise NotAllowed("people.other_unit", right=right)


def password_problems(password: str, staff_no: str) -> tuple[Problem, ...]:
    """Length, mix and difference from the staff number (MLPS 2.0 expectations, domain.md 8)."""
    kinds = sum(
        (
            any(c.islower() for c in password),
            any(c.isupper() for c in password),
            any(c.isdigit() for c in password),
            any(not c.isalnum() for c in password),
        )
    )
    if (
        whole(password) != password
        or len(password) < PASSWORD_LENGTH
        or kinds < 3
        or (staff_no and staff_no.lower() in password.lower())
    ):
        return (Problem(field="password", code="people.password_weak", details={"length": PASSWORD_LENGTH}),)
    return ()


def descendants(units: Mapping[str, str | None], root: str) -> frozenset[str]:
    """``root`` with every unit below it, from a mapping of unit to parent."""
    inside = {root}
    grew = True
    while grew:
        more = {unit for unit, parent in units.items() if parent in inside} - inside
        inside |= more
        grew = bool(more)
    return frozenset(inside)
