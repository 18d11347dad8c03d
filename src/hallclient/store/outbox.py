"""The outbox (待上传): every change waiting for the centre, written in the transaction that made the change."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Integer, String, func, insert, select

from hallclient.store.base import Instant, Json, local, new_id

outbox = local(
    "outbox",
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("op_id", String(32), nullable=False, unique=True),
    Column("op", String(16), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("row_id", String(32), nullable=False, index=True),
    Column("base", Integer, nullable=False),
    Column("patch", Json, nullable=False),
    Column("author", String(32), nullable=False),
    Column("at", Instant, nullable=False),
)


def put(connection: Connection, *, op: str, kind: str, row_id: str, base: int, patch: dict[str, Any],
        author: str, at: datetime) -> None:  # fmt: skip
    """Add an operation: ``insert``, ``patch``, ``transition`` or ``bulk`` (a whole import named by its batch)."""
    values = {
        "op_id": new_id(), "op": op, "kind": kind, "row_id": row_id, "base": base, "patch": patch, "author": author,
        "at": at,
    }  # fmt: skip
    connection.execute(insert(outbox), values)


def waiting(connection: Connection) -> tuple[int, datetime | None]:
    """How many operations wait, and since when."""
    count, oldest = connection.execute(select(func.count(), func.min(outbox.c.at))).one()
    return int(count), oldest
