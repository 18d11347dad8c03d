"""The log of files exchanged with other systems (数据交换记录): which file, its hash, how many rows, who and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, Column, Integer, String, select

from hallclient.store import people
from hallclient.store.base import noun
from hallclient.store.transaction import Reading, Transaction

exchanges = noun(
    "exchanges",
    Column("kind", String(32), nullable=False),
    Column("file", String(255), nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("size", BigInteger, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("done", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One file: ``kind`` is what it held (``receivables``) and ``.export`` when it went out; ``who`` a staff number."""

    id: str
    kind: str
    file: str
    sha256: str
    size: int
    rows: int
    done: int
    refused: int
    at: datetime
    who: str


def log(
    tx: Transaction, *, kind: str, file: str, sha256: str, size: int, rows: int, done: int, refused: int
) -> Exchange:  # fmt: skip
    """Keep a line, with its audit row."""
    values = {"kind": kind, "file": file[:255], "sha256": sha256, "size": size, "rows": rows, "done": done}
    row_id = tx.insert(exchanges, {**values, "refused": refused})
    tx.audit("file.export" if kind.endswith(".export") else "file.import", "exchanges", row_id, rows=rows)
    return Exchange(
        id=row_id, kind=kind, file=file[:255], sha256=sha256, size=size, rows=rows, done=done, refused=refused,
        at=tx.now, who=tx.actor.staff_no,
    )  # fmt: skip


def logged(tx: Reading, *, limit: int) -> tuple[Exchange, ...]:
    """The log, newest first."""
    table = exchanges.c
    found = select(exchanges, people.staff_no(table.created_by).label("who"))
    rows = tx.rows(found.order_by(table.created_at.desc(), table.id.desc()).limit(limit))
    names = ("id", "kind", "file", "sha256", "size", "rows", "done", "refused", "who")
    return tuple(Exchange(at=row["created_at"], **{name: row[name] for name in names}) for row in rows)


def same_file(tx: Reading, kind: str, sha256: str) -> bool:
    """Whether this very file came in before."""
    wanted = select(exchanges.c.id).where(exchanges.c.kind == kind, exchanges.c.sha256 == sha256).limit(1)
    return tx.scalar(wanted) is not None
