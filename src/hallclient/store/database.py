"""The store: one SQLCipher file per profile, one door for transactions (存储)."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from filelock import FileLock, Timeout
from sqlalchemy import Column, Connection, Engine, String, create_engine, event, insert, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from hallclient.domain.people import Actor
from hallclient.domain.text import whole
from hallclient.errors import HallError, Unavailable
from hallclient.store import audit, tables
from hallclient.store.base import local, metadata
from hallclient.store.transaction import Reading, Transaction

REVISION = "0001"
"""The newest migration; a test compares it with the migrations folder."""

CLOCK_TOLERANCE = timedelta(minutes=5)
CACHE_KIB = 32 * 1024

Clock = Callable[[], datetime]

place = local(
    "place",
    Column("name", String(32), primary_key=True),
    Column("value", String(256), nullable=False),
)


class Store:
    """An open store. ``begin`` writes, ``read`` reads; ``listeners`` hear which kinds a commit changed."""

    def __init__(self, engine: Engine, clock: Clock, lock: FileLock, path: Path) -> None:
        assert tables.TABLES  # every noun is registered with the metadata
        self._engine = engine
        self._clock = clock
        self._lock = lock
        self.path = path
        self.listeners: list[Callable[[frozenset[str]], None]] = []

    @classmethod
    def open(cls, path: Path, key: bytes, clock: Clock) -> Store:
        """Open or create the file.

        Raises Unavailable: ``store.in_use`` (another program has it), ``store.wrong_key``, ``store.damaged``,
        ``store.newer`` (written by a newer version), ``store.disk_full``, ``store.read_only``, ``store.disk_fault``.
        """
        lock = _locked(path)
        engine = _engine(path, key)
        store = cls(engine, clock, lock, path)
        try:
            with _sentences():
                store._prepare(key)
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Close every connection and let another program in."""
        self._engine.dispose()
        self._lock.release()

    @contextmanager
    def begin(self, actor: Actor) -> Iterator[Transaction]:
        """A write transaction. Raises Unavailable("store.clock_back") when the clock runs behind the records."""
        with _sentences(), self._engine.connect().execution_options(write=True) as connection, connection.begin():
            now = self._clock()
            self._check_clock(connection, now)
            tx = Transaction(connection, now, actor)
            yield tx
        kinds = frozenset(tx.kinds)
        if kinds:
            for listener in tuple(self.listeners):
                listener(kinds)

    @contextmanager
    def read(self) -> Iterator[Reading]:
        """A snapshot to read from."""
        with _sentences(), self._engine.connect() as connection, connection.begin():
            yield Reading(connection, self._clock())

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the file."""
        with _sentences(), self._engine.connect() as connection:
            connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]

    def damaged_pages(self) -> int:
        """How many pages of the file fail their cipher check (SQLCipher signs every page)."""
        with _sentences(), self._engine.connect() as connection:
            return len(connection.exec_driver_sql("PRAGMA cipher_integrity_check").all())

    def _check_clock(self, connection: Connection, now: datetime) -> None:
        newest = audit.last_at(connection)
        if newest is not None and now < newest - CLOCK_TOLERANCE:
            raise Unavailable("store.clock_back", last=newest)

    def _prepare(self, key: bytes) -> None:
        with self._engine.connect().execution_options(write=True) as connection, connection.begin():
            found = connection.scalar(text("SELECT count(*) FROM sqlite_master"))
            if not found:
                metadata.create_all(connection)
                connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
                connection.execute(text("INSERT INTO alembic_version VALUES (:r)"), {"r": REVISION})
                return
            current = connection.scalar(text("SELECT version_num FROM alembic_version"))
        if current != REVISION:
            self._upgrade(str(current))

    def _upgrade(self, current: str) -> None:
        from hallclient.store import upgrade

        if current not in upgrade.revisions():
            raise Unavailable("store.newer", file_version=current, program_version=REVISION)
        self.checkpoint()
        copy = self.path.with_name(f"{self.path.stem}-{current}-{self._clock():%Y%m%d%H%M%S}.bak")
        shutil.copy2(self.path, copy)
        upgrade.to_head(self._engine)


def set_place(tx: Transaction, **facts: str) -> None:
    """Write facts of this workstation: block, hall, unit_code, counter, terminal."""
    for name, value in facts.items():
        tx.connection.execute(insert(place).prefix_with("OR REPLACE").values(name=name, value=value))


def _locked(path: Path) -> FileLock:
    """The lock that keeps a second program out, in a folder that can be written."""
    lock = FileLock(str(path) + ".lock", timeout=0, thread_local=False)  # opened on a lane, closed in the main thread
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if any(place.exists() and not os.access(place, os.W_OK) for place in (path.parent, path)):
            raise Unavailable("store.read_only")
        lock.acquire()
    except Timeout as busy:
        raise Unavailable("store.in_use") from busy
    except PermissionError as fault:
        raise Unavailable("store.read_only") from fault
    except OSError as fault:
        full = fault.errno in (errno.ENOSPC, errno.EDQUOT)
        raise Unavailable("store.disk_full" if full else "store.disk_fault") from fault
    return lock


def _engine(path: Path, key: bytes) -> Engine:
    def connect() -> Any:
        connection = sqlcipher.connect(str(path), check_same_thread=False, timeout=5, isolation_level=None)
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        return connection

    engine = create_engine(
        "sqlite://", module=sqlcipher, creator=connect, poolclass=QueuePool, pool_size=3, pool_use_lifo=True
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        write = connection.get_execution_options().get("write")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    @event.listens_for(engine, "do_execute")
    def _execute(cursor: Any, statement: str, parameters: Any, _context: Any) -> bool:
        try:
            cursor.execute(statement, parameters)
        except UnicodeEncodeError:  # raised while binding, before anything ran
            cursor.execute(statement, tuple(whole(one) if isinstance(one, str) else one for one in parameters))
        return True

    return engine


@contextmanager
def _sentences() -> Iterator[None]:
    """Turn a driver's error into one with words; anything else passes through."""
    try:
        yield
    except HallError:
        raise
    except (DBAPIError, sqlcipher.Error) as fault:
        said = str(getattr(fault, "orig", fault) or fault).lower()
        for sign, code in _SIGNS:
            if sign in said:
                raise Unavailable(code) from fault
        raise


_SIGNS = (
    ("file is not a database", "store.wrong_key"),
    ("malformed", "store.damaged"),
    ("disk is full", "store.disk_full"),
    ("disk i/o error", "store.disk_fault"),
    ("database is locked", "store.busy"),
    ("unable to open", "store.disk_fault"),
    ("readonly", "store.read_only"),
)
