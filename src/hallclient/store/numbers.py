"""Numbers from this counter's own blocks: unit, day, counter, sequence (编号): never clashing, never reused."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Column, Connection, Date, Integer, String, select
from sqlalchemy.dialects.sqlite import insert

from hallclient.domain import numbering
from hallclient.store.base import local

numbers = local(
    "numbers",
    Column("prefix", String(8), primary_key=True),
    Column("block", String(16), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("last", Integer, nullable=False),
)


def take(connection: Connection, *, prefix: str, block: str, day: date) -> int:
    """The next sequence of a block, in the caller's transaction: a number exists only if its record does."""
    statement = (
        insert(numbers)
        .values(prefix=prefix, block=block, day=day, last=1)
        .on_conflict_do_update(index_elements=["prefix", "block", "day"], set_={"last": numbers.c.last + 1})
        .returning(numbers.c.last)
    )
    return int(connection.execute(statement).scalar_one())


def next_number(connection: Connection, *, prefix: str, block: str, day: date) -> str:
    """The next number as people read it. Raises nothing: a day holds 9,999 before it grows a digit."""
    return numbering.compose(prefix, block, day, take(connection, prefix=prefix, block=block, day=day))


def last(connection: Connection, *, prefix: str, block: str, day: date) -> int:
    """The highest sequence taken so far, 0 when none."""
    found = connection.scalar(
        select(numbers.c.last).where(numbers.c.prefix == prefix, numbers.c.block == block, numbers.c.day == day)
    )
    return int(found or 0)
