"""One transaction: rows, outbox and audit written together, and the kinds that changed (事务)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Executable, RowMapping, Table, insert, select, update

from hallclient.domain.instants import day_of
from hallclient.domain.people import Actor
from hallclient.errors import NotFound, Problem, RuleBroken, Stale
from hallclient.store import audit, numbers, outbox
from hallclient.store.base import new_id

BULK_PAGE = 5000

Row = RowMapping
"""A row as the store reads it; it never leaves a transaction."""


class Reading:
    """A snapshot to read from."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self.connection = connection
        self.now = now

    def rows(self, statement: Executable) -> Sequence[RowMapping]:
        """All rows of a select."""
        return self.connection.execute(statement).mappings().all()

    def row(self, statement: Executable) -> RowMapping | None:
        """The first row of a select, or None."""
        return self.connection.execute(statement).mappings().first()

    def scalar(self, statement: Executable) -> Any:
        """The first column of the first row, or None."""
        return self.connection.execute(statement).scalar()

    def place(self, name: str) -> str:
        """A fact of this workstation: hall, unit_code, counter, terminal. Empty when not set."""
        from hallclient.store.database import place

        return str(self.scalar(select(place.c.value).where(place.c.name == name)) or "")


class Transaction(Reading):
    """A write transaction of one actor. Leaving it normally commits; an exception rolls everything back."""

    def __init__(self, connection: Connection, now: datetime, actor: Actor) -> None:
        super().__init__(connection, now)
        self.actor = actor
        self.kinds: set[str] = set()

    def insert(self, table: Table, values: Mapping[str, Any]) -> str:
        """Add a row of a noun; returns its id."""
        full = self._full(values)
        _fitting(table, full)
        self.connection.execute(insert(table), full)
        if table.info["syncs"]:
            outbox.put(
                self.connection, op="insert", kind=table.name, row_id=full["id"], base=0, patch=full,
                author=self.actor.user_id, at=self.now,
            )  # fmt: skip
        self.kinds.add(table.name)
        return str(full["id"])

    def insert_many(self, table: Table, rows: Iterable[Mapping[str, Any]], *, batch: str) -> int:
        """Add many rows that belong to one batch (an import): one outbox row for all of them."""
        count, page = 0, []
        for values in rows:
            page.append(self._full(values))
            if len(page) == BULK_PAGE:
                self.connection.execute(insert(table), page)
                count, page = count + len(page), []
        if page:
            self.connection.execute(insert(table), page)
            count += len(page)
        if count and table.info["syncs"]:
            outbox.put(
                self.connection, op="bulk", kind=table.name, row_id=batch, base=0, patch={"rows": count},
                author=self.actor.user_id, at=self.now,
            )  # fmt: skip
        self.kinds.add(table.name)
        return count

    def change(self, table: Table, row_id: str, values: Mapping[str, Any], *, rev: int | None = None) -> None:
        """Change columns of a row. With ``rev``, raises Stale("record.stale") when somebody changed it since."""
        current = self.connection.scalar(select(table.c.rev).where(table.c.id == row_id))
        if current is None:
            raise NotFound("record.not_found")
        if rev is not None and current != rev:
            raise Stale("record.stale")
        self._patch(table, row_id, values, base=current, op="patch")

    def transition(
        self, table: Table, row_id: str, column: str, frm: str | Iterable[str], to: str,
        extra: Mapping[str, Any] | None = None,
    ) -> None:  # fmt: skip
        """A workflow step. Raises Stale("record.step_taken") when the row is no longer in ``frm``."""
        row = self.row(select(table.c.rev, table.c[column]).where(table.c.id == row_id))
        if row is None:
            raise NotFound("record.not_found")
        allowed = {frm} if isinstance(frm, str) else set(frm)
        if row[column] not in allowed:
            raise Stale("record.step_taken", state=row[column])
        self._patch(table, row_id, {column: to, **(extra or {})}, base=row["rev"], op="transition", frm=row[column])

    def audit(self, action: str, kind: str, object_id: str, *, result: str = "ok", **detail: Any) -> None:
        """Write an audit row. ``detail`` holds no personal data."""
        fields = {
            "actor": self.actor.user_id, "terminal": self.actor.terminal, "action": action, "kind": kind,
            "object_id": object_id, "detail": detail, "result": result,
        }  # fmt: skip
        audit.append(self.connection, self.now, fields)

    def number(self, prefix: str) -> str:
        """The next number of this counter's block for today."""
        return numbers.next_number(self.connection, prefix=prefix, block=self.place("block"), day=day_of(self.now))

    def _full(self, values: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "id": new_id(), "unit": self.actor.hall or self.actor.unit, "rev": 1, "deleted": False,
            "created_at": self.now, "created_by": self.actor.user_id, "updated_at": self.now, **values,
        }  # fmt: skip

    def _patch(self, table: Table, row_id: str, values: Mapping[str, Any], *, base: int, op: str, **note: str) -> None:
        _fitting(table, values)
        changed = {**values, "rev": base + 1, "updated_at": self.now}
        self.connection.execute(update(table).where(table.c.id == row_id).values(**changed))
        if table.info["syncs"]:
            outbox.put(
                self.connection, op=op, kind=table.name, row_id=row_id, base=base, patch={**dict(values), **note},
                author=self.actor.user_id, at=self.now,
            )  # fmt: skip
        self.kinds.add(table.name)


def _fitting(table: Table, values: Mapping[str, Any]) -> None:
    """The last check of lengths: the centre's columns are as wide, and a wider text could never leave this computer.

    Raises RuleBroken("record.too_long") naming the columns.
    """
    problems = tuple(
        Problem(field=name, code="record.too_long", details={"limit": limit, "length": len(value)})
        for name, value in values.items()
        if isinstance(value, str) and (limit := getattr(table.c[name].type, "length", None)) and len(value) > limit
    )
    if problems:
        raise RuleBroken("record.too_long", problems, **problems[0].details)
