"""What every table shares: identifiers, column types, and the columns a synced noun carries."""

from __future__ import annotations

import base64
import json
from datetime import datetime
from typing import Any

import uuid6
from sqlalchemy import Boolean, Column, Integer, MetaData, String, Table, Text, TypeDecorator
from sqlalchemy.engine import Dialect

from hallclient.domain import instants
from hallclient.domain.text import whole

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def new_id() -> str:
    """A new identifier: UUID version 7 as 32 hex digits, so that rows made together lie together."""
    return str(uuid6.uuid7().hex)


class Instant(TypeDecorator[datetime]):
    """An aware datetime kept as fixed-width UTC text, which sorts by time."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else instants.iso_utc(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else instants.from_iso_utc(value)


class Json(TypeDecorator[Any]):
    """A small structure kept as canonical JSON text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else canonical(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


def canonical(value: Any) -> str:
    """JSON with sorted keys and no blanks: the same value always gives the same text (hashes depend on it)."""
    return whole(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return instants.iso_utc(value)
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, (set, frozenset, tuple)):
        return sorted(value) if isinstance(value, (set, frozenset)) else list(value)
    if hasattr(value, "isoformat"):
        return value.isoformat()
    raise TypeError(f"not storable as JSON: {type(value).__name__}")


def noun(name: str, *columns: Any) -> Table:
    """A table that syncs: its own columns after id, unit, rev, deleted and who and when."""
    return Table(
        name,
        metadata,
        Column("id", String(32), primary_key=True),
        Column("unit", String(32), nullable=False),
        Column("rev", Integer, nullable=False, default=1),
        Column("deleted", Boolean, nullable=False, default=False),
        Column("created_at", Instant, nullable=False),
        Column("created_by", String(32), nullable=False),
        Column("updated_at", Instant, nullable=False),
        *columns,
        info={"syncs": True},
    )


def local(name: str, *columns: Any) -> Table:
    """A table of this workstation only."""
    return Table(name, metadata, *columns, info={"syncs": False})
