"""The audit trail (审计): append-only, each row bound to the one before it by its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import DDL, Column, Connection, Integer, String, event, insert, select

from hallclient.domain import instants
from hallclient.store.base import Instant, Json, canonical, local

GENESIS = "0" * 64

audit = local(
    "audit",
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("at", Instant, nullable=False, index=True),
    Column("actor", String(32), nullable=False, index=True),
    Column("terminal", String(32), nullable=False),
    Column("action", String(64), nullable=False, index=True),
    Column("kind", String(32), nullable=False),
    Column("object_id", String(64), nullable=False, index=True),
    Column("detail", Json, nullable=False),
    Column("result", String(16), nullable=False),
    Column("prev", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

for _verb in ("UPDATE", "DELETE"):
    event.listen(
        audit,
        "after_create",
        DDL(  # type: ignore[no-untyped-call]
            f"CREATE TRIGGER audit_no_{_verb.lower()} BEFORE {_verb} ON audit "
            "BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END"
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine:
    """One row of the trail."""

    seq: int
    at: datetime
    actor: str
    terminal: str
    action: str
    kind: str
    object_id: str
    detail: dict[str, Any]
    result: str
    prev: str
    hash: str


def line_hash(prev: str, at: datetime, fields: dict[str, Any]) -> str:
    """SHA-256 over the previous hash and the row's canonical JSON."""
    body = canonical({"at": instants.iso_utc(at), **fields})
    return hashlib.sha256(f"{prev}\n{body}".encode()).hexdigest()


def append(connection: Connection, at: datetime, fields: dict[str, Any]) -> None:
    """Write the next row inside the caller's transaction."""
    prev = connection.scalar(select(audit.c.hash).order_by(audit.c.seq.desc()).limit(1)) or GENESIS
    connection.execute(insert(audit), {"at": at, "prev": prev, "hash": line_hash(prev, at, fields), **fields})


def last_at(connection: Connection) -> datetime | None:
    """When the newest row was written: the clock may not run behind it."""
    return connection.scalar(select(audit.c.at).order_by(audit.c.seq.desc()).limit(1))


def lines(connection: Connection, *, after: int = 0, limit: int = 500) -> Iterator[AuditLine]:
    """Rows in order, after a sequence number."""
    rows = connection.execute(select(audit).where(audit.c.seq > after).order_by(audit.c.seq).limit(limit))
    for row in rows.mappings():
        yield AuditLine(**dict(row))


def first_broken(connection: Connection) -> tuple[int, int | None]:
    """Check the whole chain: (rows checked, sequence number of the first row that does not fit, or None)."""
    prev, expected, checked = GENESIS, 1, 0
    while True:
        page = list(lines(connection, after=expected - 1, limit=2000))
        if not page:
            return checked, None
        for line in page:
            fields = {
                key: getattr(line, key)
                for key in ("actor", "terminal", "action", "kind", "object_id", "detail", "result")
            }
            fits = line.seq == expected and line.prev == prev and line.hash == line_hash(prev, line.at, fields)
            if not fits:
                return checked, line.seq
            prev, expected, checked = line.hash, expected + 1, checked + 1
