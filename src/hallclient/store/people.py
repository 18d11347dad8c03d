"""People in the store: units and users (人员组织)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Column, ColumnElement, Integer, RowMapping, String, func, select

from hallclient.domain.people import Unit, User
from hallclient.store.base import Instant, Json, noun
from hallclient.store.transaction import Reading, Transaction

units = noun(
    "units",
    Column("code", String(8), nullable=False, unique=True),
    Column("name", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("parent", String(32)),
    Column("grade", String(4), nullable=False, default=""),
    Column("service_scope", String(256), nullable=False, default=""),
    Column("phone", String(32), nullable=False, default=""),
    Column("address", String(256), nullable=False, default=""),
    Column("hours", String(64), nullable=False, default=""),
)

users = noun(
    "users",
    Column("staff_no", String(16), nullable=False, unique=True),
    Column("name", String(64), nullable=False),
    Column("roles", Json, nullable=False),
    Column("named_rights", Json, nullable=False, default=[]),
    Column("password", String(256), nullable=False),
    Column("must_change", Boolean, nullable=False, default=False),
    Column("active", Boolean, nullable=False, default=True),
    Column("failures", Integer, nullable=False, default=0),
    Column("locked_until", Instant),
    Column("password_at", Instant, nullable=False),
)


def unit_of(row: RowMapping) -> Unit:
    """The record of a row."""
    names = ("id", "code", "name", "kind", "parent", "grade", "service_scope", "phone", "address", "hours")
    return Unit(**{name: row[name] for name in names})


def user_of(row: RowMapping) -> User:
    """The record of a row, without the password."""
    return User(
        id=row["id"],
        staff_no=row["staff_no"],
        name=row["name"],
        roles=tuple(row["roles"]),
        unit=row["unit"],
        active=row["active"],
        must_change=row["must_change"],
        locked_until=row["locked_until"],
        named_rights=tuple(row["named_rights"]),
        rev=row["rev"],
    )


def all_units(tx: Reading) -> tuple[Unit, ...]:
    """Every unit, by code."""
    return tuple(unit_of(row) for row in tx.rows(select(units).where(~units.c.deleted).order_by(units.c.code)))


def unit(tx: Reading, unit_id: str) -> Unit | None:
    """One unit."""
    row = tx.row(select(units).where(units.c.id == unit_id))
    return None if row is None else unit_of(row)


def add_unit(tx: Transaction, values: dict[str, Any]) -> str:
    """Add a unit; it lies in its own scope. Returns its id."""
    from hallclient.store.base import new_id

    unit_id = new_id()
    return tx.insert(units, {"id": unit_id, **values, "unit": unit_id})


def user(tx: Reading, user_id: str) -> User | None:
    """One user by id."""
    row = tx.row(select(users).where(users.c.id == user_id))
    return None if row is None else user_of(row)


def names(tx: Reading, user_ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Staff number and name of users, by id."""
    rows = tx.rows(select(users.c.id, users.c.staff_no, users.c.name).where(users.c.id.in_(user_ids)))
    return {row["id"]: (row["staff_no"], row["name"]) for row in rows}


def staff_no(user_id: ColumnElement[Any]) -> ColumnElement[str]:
    """The staff number behind a column of user ids, the id itself for one that is not here."""
    found = select(users.c.staff_no).where(users.c.id == user_id).scalar_subquery()
    return func.coalesce(found, user_id)


def sign_in_row(tx: Reading, staff_no: str) -> RowMapping | None:
    """The row sign-in needs: password hash, failures, lock."""
    return tx.row(select(users).where(users.c.staff_no == staff_no, ~users.c.deleted))


def all_users(tx: Reading, *, limit: int = 500) -> tuple[User, ...]:
    """Every user, by staff number."""
    rows = tx.rows(select(users).where(~users.c.deleted).order_by(users.c.staff_no).limit(limit))
    return tuple(user_of(row) for row in rows)


def any_user(tx: Reading) -> bool:
    """Whether the first-run assistant has been through."""
    return tx.scalar(select(users.c.id).limit(1)) is not None


def note_failure(tx: Transaction, row: RowMapping, *, locked_until: datetime | None) -> None:
    """Count a failed sign-in, and lock when told to."""
    failures = 0 if locked_until else row["failures"] + 1
    tx.change(users, row["id"], {"failures": failures, "locked_until": locked_until})


def clear_failures(tx: Transaction, row: RowMapping) -> None:
    """A successful sign-in forgets the failures."""
    if row["failures"] or row["locked_until"] is not None:
        tx.change(users, row["id"], {"failures": 0, "locked_until": None})
