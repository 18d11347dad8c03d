"""Write the first migration from the tables as they stand: plain SQL, importing nothing of the project.

Only for the first release: every later change is a migration of its own, written by hand.
"""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from hallclient.store.database import Store

TARGET = Path(__file__).parents[1] / "src/hallclient/store/migrations/versions/0001_first.py"
SCHEMA = """
SELECT sql FROM sqlite_master
WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name != 'alembic_version'
  AND NOT EXISTS (
    SELECT 1 FROM sqlite_master AS fts
    WHERE fts.sql LIKE 'CREATE VIRTUAL TABLE%' AND sqlite_master.name LIKE fts.name || '\\_%' ESCAPE '\\')
ORDER BY rowid
"""


def statements() -> list[str]:
    """The statements that make a new store, in order."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "hall.db", os.urandom(32), lambda: datetime.now(UTC))
        with store.read() as tx:
            found = [str(row[0]) for row in tx.connection.execute(text(SCHEMA))]
        store.close()
    return found


def main() -> None:
    """Write the migration."""
    lines = [
        '"""The first tables. Written by tools/freeze_schema.py."""',
        "",
        "from alembic import op",
        "",
        'revision = "0001"',
        "down_revision = None",
        "",
    ]
    lines += ["", "def upgrade() -> None:", '    """Make every table, index and trigger of the first release."""']
    for statement in statements():
        body = "\n".join("        " + line.strip() for line in statement.replace("\t", "").splitlines() if line.strip())
        lines.append(f'    op.execute(\n        """\n{body}\n        """\n    )')
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(statements())} statements")


if __name__ == "__main__":
    main()
