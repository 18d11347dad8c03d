"""The first tables."""

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, index and trigger of the first release."""
    op.execute(
        """
        CREATE TABLE audit (
        seq INTEGER NOT NULL,
        at VARCHAR(27) NOT NULL,
        actor VARCHAR(32) NOT NULL,
        terminal VARCHAR(32) NOT NULL,
        action VARCHAR(64) NOT NULL,
        kind VARCHAR(32) NOT NULL,
        object_id VARCHAR(64) NOT NULL,
        detail TEXT NOT NULL,
        result VARCHAR(16) NOT NULL,
        prev VARCHAR(64) NOT NULL,
        hash VARCHAR(64) NOT NULL,
        CONSTRAINT pk_audit PRIMARY KEY (seq)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_audit_at ON audit (at)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_audit_object_id ON audit (object_id)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_audit_action ON audit (action)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_audit_actor ON audit (actor)
        """
    )
    op.execute(
        """
        CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END
        """
    )
    op.execute(
        """
        CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END
        """
    )
    op.execute(
        """
        CREATE TABLE numbers (
        prefix VARCHAR(8) NOT NULL,
        block VARCHAR(16) NOT NULL,
        day DATE NOT NULL,
        last INTEGER NOT NULL,
        CONSTRAINT pk_numbers PRIMARY KEY (prefix, block, day)
        )
        """
    )
    op.execute(
        """
        CREATE TABLE outbox (
        seq INTEGER NOT NULL,
        op_id VARCHAR(32) NOT NULL,
        op VARCHAR(16) NOT NULL,
        kind VARCHAR(32) NOT NULL,
        row_id VARCHAR(32) NOT NULL,
        base INTEGER NOT NULL,
        patch TEXT NOT NULL,
        author VARCHAR(32) NOT NULL,
        at VARCHAR(27) NOT NULL,
        CONSTRAINT pk_outbox PRIMARY KEY (seq),
        CONSTRAINT uq_outbox_op_id UNIQUE (op_id)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_outbox_row_id ON outbox (row_id)
        """
    )
    op.execute(
        """
        CREATE TABLE units (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        code VARCHAR(8) NOT NULL,
        name VARCHAR(64) NOT NULL,
        kind VARCHAR(16) NOT NULL,
        parent VARCHAR(32),
        grade VARCHAR(4) NOT NULL,
        service_scope VARCHAR(256) NOT NULL,
        phone VARCHAR(32) NOT NULL,
        address VARCHAR(256) NOT NULL,
        hours VARCHAR(64) NOT NULL,
        CONSTRAINT pk_units PRIMARY KEY (id),
        CONSTRAINT uq_units_code UNIQUE (code)
        )
        """
    )
    op.execute(
        """
        CREATE TABLE users (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        staff_no VARCHAR(16) NOT NULL,
        name VARCHAR(64) NOT NULL,
        roles TEXT NOT NULL,
        named_rights TEXT NOT NULL,
        password VARCHAR(256) NOT NULL,
        must_change BOOLEAN NOT NULL,
        active BOOLEAN NOT NULL,
        failures INTEGER NOT NULL,
        locked_until VARCHAR(27),
        password_at VARCHAR(27) NOT NULL,
        CONSTRAINT pk_users PRIMARY KEY (id),
        CONSTRAINT uq_users_staff_no UNIQUE (staff_no)
        )
        """
    )
    op.execute(
        """
        CREATE TABLE place (
        name VARCHAR(32) NOT NULL,
        value VARCHAR(256) NOT NULL,
        CONSTRAINT pk_place PRIMARY KEY (name)
        )
        """
    )
