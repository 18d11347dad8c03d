"""The tables in the code and the tables that the migrations make are the same."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
import sqlcipher3.dbapi2
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, Engine, Integer, MetaData, Table, create_engine, text

from hallclient.store import tables, upgrade
from hallclient.store.base import metadata
from hallclient.store.database import REVISION, Store

assert tables  # imported so that metadata knows every table

# Alembic's own table, and the inner tables that a search index makes for itself.
SCHEMA = """
SELECT name, sql FROM sqlite_master AS made
WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite~_%' ESCAPE '~' AND name != 'alembic_version' AND NOT EXISTS (
  SELECT 1 FROM sqlite_master AS fts
  WHERE fts.sql LIKE 'CREATE VIRTUAL%' AND made.name LIKE fts.name || '~_%' ESCAPE '~')
"""


def schema(connection: Connection) -> dict[str, str]:
    """Every table, index and trigger, with its text."""
    return {name: re.sub(r"\s+", "", sql).lower() for name, sql in connection.execute(text(SCHEMA))}


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    file = tmp_path_factory.mktemp("store") / "migrated.db"
    engine = create_engine(f"sqlite:///{file}", module=sqlcipher3.dbapi2)
    upgrade.to_head(engine)
    yield engine
    engine.dispose()


def differences(engine: Engine, models: MetaData) -> list[str]:
    """What Alembic would have to change, and in words."""
    with engine.connect() as connection:
        virtual = {name for name, sql in schema(connection).items() if sql.startswith("createvirtual")}

        def ours(_object: object, name: str | None, kind: str, reflected: bool, _other: object) -> bool:
            of_index = any(name == index or (name or "").startswith(f"{index}_") for index in virtual)
            return not (kind == "table" and reflected and of_index)

        options = {"compare_type": True, "include_object": ours}
        return [
            str(change) for change in compare_metadata(MigrationContext.configure(connection, opts=options), models)
        ]


def test_models_match_migrations(migrated: Engine) -> None:
    assert differences(migrated, metadata) == []


def test_a_new_store_is_what_the_migrations_make(
    migrated: Engine, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    store = Store.open(tmp_path / "hall.db", os.urandom(32), clock)
    try:
        with store.read() as tx, migrated.connect() as connection:
            assert schema(connection) == schema(tx.connection)
    finally:
        store.close()


def test_a_new_store_stands_at_the_newest_revision() -> None:
    assert ScriptDirectory.from_config(upgrade.config()).get_current_head() == REVISION


def test_a_table_without_migration_is_seen(migrated: Engine) -> None:
    models = MetaData()
    for table in metadata.tables.values():
        table.to_metadata(models)
    Table("forgotten", models, Column("id", Integer, primary_key=True))
    models.tables["customers"].append_column(Column("forgotten", Integer))
    more = set(differences(migrated, models)) - set(differences(migrated, metadata))
    assert len(more) == 2 and all("forgotten" in change for change in more)
