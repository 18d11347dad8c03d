"""The first tables. Written by tools/freeze_schema.py."""

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
        CREATE INDEX ix_audit_actor ON audit (actor)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_audit_action ON audit (action)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_audit_object_id ON audit (object_id)
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
        CREATE TABLE orders (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        number VARCHAR(32) NOT NULL,
        kind VARCHAR(48) NOT NULL,
        state VARCHAR(16) NOT NULL,
        open BOOLEAN NOT NULL,
        stage VARCHAR(48) NOT NULL,
        role VARCHAR(48) NOT NULL,
        customer_id VARCHAR(32),
        ticket_id VARCHAR(32),
        customer_kind VARCHAR(16) NOT NULL,
        customer_name VARCHAR(256) NOT NULL,
        account VARCHAR(32) NOT NULL,
        address VARCHAR(512) NOT NULL,
        phone VARCHAR(32) NOT NULL,
        "values" TEXT NOT NULL,
        note TEXT NOT NULL,
        window VARCHAR(16) NOT NULL,
        accepted_at VARCHAR(27) NOT NULL,
        edition VARCHAR(32) NOT NULL,
        kept TEXT,
        due VARCHAR(27),
        due_warn VARCHAR(27),
        next_due VARCHAR(27),
        warn_from VARCHAR(27),
        sort_due VARCHAR(27) NOT NULL,
        "deferred" INTEGER NOT NULL,
        pause_reason VARCHAR(48) NOT NULL,
        closed_at VARCHAR(27),
        close_reason VARCHAR(512) NOT NULL,
        prints TEXT NOT NULL,
        CONSTRAINT pk_orders PRIMARY KEY (id),
        CONSTRAINT uq_orders_number UNIQUE (number)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_orders_all_work ON orders (open, sort_due, id, deleted, state, kind)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_orders_all_days ON orders (accepted_at, id, deleted, state)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_orders_by_state ON orders (unit, state, accepted_at, id, deleted)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_orders_ticket_id ON orders (ticket_id)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_orders_created_by_open_sort_due_id ON orders (created_by, open, sort_due, id)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_orders_customer_name ON orders (customer_name)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_orders_work ON orders (unit, open, sort_due, id, deleted, state, kind, role, created_by, "deferred", warn_from)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_orders_customer_id_accepted_at ON orders (customer_id, accepted_at)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_orders_account ON orders (account)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_orders_by_day ON orders (unit, accepted_at, id, deleted)
        """
    )
    op.execute(
        """
        CREATE TABLE order_stages (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        order_id VARCHAR(32) NOT NULL,
        code VARCHAR(48) NOT NULL,
        sort INTEGER NOT NULL,
        role VARCHAR(48) NOT NULL,
        state VARCHAR(16) NOT NULL,
        notify BOOLEAN NOT NULL,
        kept TEXT,
        planned VARCHAR(27),
        due VARCHAR(27),
        warn_from VARCHAR(27),
        started_at VARCHAR(27),
        done_at VARCHAR(27),
        done_by VARCHAR(32) NOT NULL,
        result TEXT NOT NULL,
        CONSTRAINT pk_order_stages PRIMARY KEY (id)
        )
        """
    )
    op.execute(
        """
        CREATE UNIQUE INDEX ix_order_stages_order_id_sort ON order_stages (order_id, sort)
        """
    )
    op.execute(
        """
        CREATE TABLE order_documents (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        order_id VARCHAR(32) NOT NULL,
        code VARCHAR(48) NOT NULL,
        sort INTEGER NOT NULL,
        required BOOLEAN NOT NULL,
        state VARCHAR(16) NOT NULL,
        form VARCHAR(48) NOT NULL,
        due DATE,
        committed BOOLEAN NOT NULL,
        received_at VARCHAR(27),
        received_by VARCHAR(32) NOT NULL,
        evidence TEXT NOT NULL,
        CONSTRAINT pk_order_documents PRIMARY KEY (id)
        )
        """
    )
    op.execute(
        """
        CREATE UNIQUE INDEX ix_order_documents_order_id_sort ON order_documents (order_id, sort)
        """
    )
    op.execute(
        """
        CREATE TABLE order_visits (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        order_id VARCHAR(32) NOT NULL,
        ticket_id VARCHAR(32) NOT NULL,
        at VARCHAR(27) NOT NULL,
        CONSTRAINT pk_order_visits PRIMARY KEY (id)
        )
        """
    )
    op.execute(
        """
        CREATE UNIQUE INDEX ix_order_visits_order_id_ticket_id ON order_visits (order_id, ticket_id)
        """
    )
    op.execute(
        """
        CREATE TABLE order_pauses (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        order_id VARCHAR(32) NOT NULL,
        reason VARCHAR(48) NOT NULL,
        started_at VARCHAR(27) NOT NULL,
        ended_at VARCHAR(27),
        note VARCHAR(512) NOT NULL,
        CONSTRAINT pk_order_pauses PRIMARY KEY (id)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_order_pauses_order_id ON order_pauses (order_id)
        """
    )
    op.execute(
        """
        CREATE TABLE order_events (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        order_id VARCHAR(32) NOT NULL,
        at VARCHAR(27) NOT NULL,
        "by" VARCHAR(32) NOT NULL,
        action VARCHAR(32) NOT NULL,
        detail TEXT NOT NULL,
        CONSTRAINT pk_order_events PRIMARY KEY (id)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_order_events_order_id_at ON order_events (order_id, at)
        """
    )
    op.execute(
        """
        CREATE TABLE order_drafts (
        id VARCHAR(32) NOT NULL,
        owner VARCHAR(32) NOT NULL,
        hall VARCHAR(32) NOT NULL,
        ticket_id VARCHAR(32),
        title VARCHAR(128) NOT NULL,
        draft TEXT NOT NULL,
        saved_at VARCHAR(27) NOT NULL,
        CONSTRAINT pk_order_drafts PRIMARY KEY (id)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_order_drafts_hall_owner ON order_drafts (hall, owner)
        """
    )
    op.execute(
        """
        CREATE TABLE customer_docs (
        doc INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        customer_id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        form TEXT NOT NULL,
        CONSTRAINT uq_customer_docs_customer_id UNIQUE (customer_id)
        )
        """
    )
    op.execute(
        """
        CREATE VIRTUAL TABLE customer_pairs USING fts5(body, content='', contentless_delete=1, detail=none, tokenize='ascii')
        """
    )
    op.execute(
        """
        CREATE TABLE customer_keys (
        "key" TEXT NOT NULL,
        doc INTEGER NOT NULL,
        CONSTRAINT pk_customer_keys PRIMARY KEY ("key", doc)
        )
        WITHOUT ROWID
        """
    )
    op.execute(
        """
        CREATE TABLE customer_common (
        word VARCHAR(16) NOT NULL,
        docs INTEGER NOT NULL,
        CONSTRAINT pk_customer_common PRIMARY KEY (word)
        )
        """
    )
    op.execute(
        """
        CREATE TABLE customers (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        account VARCHAR(32) NOT NULL,
        name VARCHAR(200) NOT NULL,
        segment VARCHAR(16) NOT NULL,
        customer_class VARCHAR(16) NOT NULL,
        state VARCHAR(16) NOT NULL,
        phone VARCHAR(32) NOT NULL,
        contacts TEXT NOT NULL,
        certificate_kind VARCHAR(16) NOT NULL,
        certificate_no VARCHAR(32) NOT NULL,
        address TEXT NOT NULL,
        meter VARCHAR(32) NOT NULL,
        contract_no VARCHAR(64) NOT NULL,
        contract_signed DATE,
        contract_from DATE,
        contract_to DATE,
        grade VARCHAR(32) NOT NULL,
        vulnerable BOOLEAN NOT NULL,
        important BOOLEAN NOT NULL,
        consent DATE,
        use_category VARCHAR(128) NOT NULL,
        tariff VARCHAR(128) NOT NULL,
        voltage VARCHAR(128) NOT NULL,
        capacity_va BIGINT,
        station VARCHAR(128) NOT NULL,
        line VARCHAR(128) NOT NULL,
        transformer VARCHAR(128) NOT NULL,
        transformer_no VARCHAR(32) NOT NULL,
        meter_box VARCHAR(128) NOT NULL,
        arrears_fen BIGINT,
        email VARCHAR(254) NOT NULL,
        invoice_title VARCHAR(200) NOT NULL,
        invoice_tax_no VARCHAR(32) NOT NULL,
        invoice_bank VARCHAR(128) NOT NULL,
        invoice_account VARCHAR(64) NOT NULL,
        manager VARCHAR(32) NOT NULL,
        import_id VARCHAR(32) NOT NULL,
        provenance TEXT NOT NULL,
        CONSTRAINT pk_customers PRIMARY KEY (id)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_customers_import_id ON customers (import_id) WHERE import_id != ''
        """
    )
    op.execute(
        """
        CREATE INDEX ix_customers_transformer_no ON customers (transformer_no) WHERE transformer_no != ''
        """
    )
    op.execute(
        """
        CREATE UNIQUE INDEX uq_customers_account_live ON customers (account) WHERE deleted = 0
        """
    )
    op.execute(
        """
        CREATE INDEX ix_customers_manager ON customers (manager) WHERE manager != ''
        """
    )
    op.execute(
        """
        CREATE INDEX ix_customers_contract_to ON customers (contract_to) WHERE contract_to IS NOT NULL
        """
    )
    op.execute(
        """
        CREATE TABLE customer_changes (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        customer_id VARCHAR(32) NOT NULL,
        field VARCHAR(32) NOT NULL,
        "before" TEXT,
        "after" TEXT,
        reason TEXT NOT NULL,
        import_id VARCHAR(32) NOT NULL,
        rev_after INTEGER NOT NULL,
        CONSTRAINT pk_customer_changes PRIMARY KEY (id)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_customer_changes_import_id ON customer_changes (import_id) WHERE import_id != ''
        """
    )
    op.execute(
        """
        CREATE INDEX ix_customer_changes_customer_id ON customer_changes (customer_id, created_at)
        """
    )
    op.execute(
        """
        CREATE TABLE customer_events (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        customer_id VARCHAR(32) NOT NULL,
        kind VARCHAR(32) NOT NULL,
        object_id VARCHAR(32) NOT NULL,
        number VARCHAR(64) NOT NULL,
        title VARCHAR(200) NOT NULL,
        at VARCHAR(27) NOT NULL,
        CONSTRAINT pk_customer_events PRIMARY KEY (id)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_customer_events_customer_id ON customer_events (customer_id, at)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_customer_events_object_id ON customer_events (object_id)
        """
    )
    op.execute(
        """
        CREATE TABLE imports (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        kind VARCHAR(32) NOT NULL,
        file_name VARCHAR(255) NOT NULL,
        sha256 VARCHAR(64) NOT NULL,
        size BIGINT NOT NULL,
        mapping VARCHAR(64) NOT NULL,
        source VARCHAR(128) NOT NULL,
        policy VARCHAR(16) NOT NULL,
        rows INTEGER NOT NULL,
        added INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        unchanged INTEGER NOT NULL,
        refused INTEGER NOT NULL,
        left_out INTEGER NOT NULL,
        result VARCHAR(16) NOT NULL,
        undone_at VARCHAR(27),
        undone_by VARCHAR(32) NOT NULL,
        undo_reason TEXT NOT NULL,
        kept INTEGER NOT NULL,
        CONSTRAINT pk_imports PRIMARY KEY (id)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_imports_sha256 ON imports (sha256)
        """
    )
    op.execute(
        """
        CREATE TABLE import_mappings (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        name VARCHAR(64) NOT NULL,
        columns TEXT NOT NULL,
        source VARCHAR(128) NOT NULL,
        CONSTRAINT pk_import_mappings PRIMARY KEY (id),
        CONSTRAINT uq_import_mappings_name UNIQUE (name)
        )
        """
    )
    op.execute(
        """
        CREATE TABLE evidence (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        number VARCHAR(32) NOT NULL,
        name VARCHAR(200) NOT NULL,
        kind VARCHAR(16) NOT NULL,
        size BIGINT NOT NULL,
        sha256 VARCHAR(64) NOT NULL,
        file VARCHAR(32) NOT NULL,
        chunk_size INTEGER NOT NULL,
        chunks INTEGER NOT NULL,
        wrapped_key BLOB NOT NULL,
        container VARCHAR(64) NOT NULL,
        codec VARCHAR(64) NOT NULL,
        duration_ms INTEGER,
        width INTEGER,
        height INTEGER,
        recorded_at VARCHAR(27),
        playable BOOLEAN NOT NULL,
        reason VARCHAR(64),
        origin VARCHAR(32) NOT NULL,
        purpose VARCHAR(128) NOT NULL,
        supplied_by VARCHAR(64) NOT NULL,
        note VARCHAR(512) NOT NULL,
        received_at VARCHAR(27) NOT NULL,
        CONSTRAINT pk_evidence PRIMARY KEY (id),
        CONSTRAINT uq_evidence_number UNIQUE (number),
        CONSTRAINT uq_evidence_file UNIQUE (file)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_evidence_sha256 ON evidence (sha256)
        """
    )
    op.execute(
        """
        CREATE TABLE evidence_links (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        evidence VARCHAR(32) NOT NULL,
        kind VARCHAR(16) NOT NULL,
        object_id VARCHAR(32) NOT NULL,
        role VARCHAR(32) NOT NULL,
        CONSTRAINT pk_evidence_links PRIMARY KEY (id)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_evidence_links_evidence ON evidence_links (evidence)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_evidence_links_object ON evidence_links (kind, object_id)
        """
    )
    op.execute(
        """
        CREATE TABLE custody (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        evidence VARCHAR(32) NOT NULL,
        act VARCHAR(16) NOT NULL,
        at VARCHAR(27) NOT NULL,
        person VARCHAR(32) NOT NULL,
        note VARCHAR(512) NOT NULL,
        CONSTRAINT pk_custody PRIMARY KEY (id)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_custody_evidence ON custody (evidence)
        """
    )
    op.execute(
        """
        CREATE TABLE marks (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        evidence VARCHAR(32) NOT NULL,
        at_ms INTEGER NOT NULL,
        text VARCHAR(200) NOT NULL,
        person VARCHAR(32) NOT NULL,
        made_at VARCHAR(27) NOT NULL,
        CONSTRAINT pk_marks PRIMARY KEY (id)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_marks_evidence ON marks (evidence)
        """
    )
    op.execute(
        """
        CREATE TABLE exchanges (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        kind VARCHAR(32) NOT NULL,
        file VARCHAR(255) NOT NULL,
        sha256 VARCHAR(64) NOT NULL,
        size BIGINT NOT NULL,
        rows INTEGER NOT NULL,
        done INTEGER NOT NULL,
        refused INTEGER NOT NULL,
        CONSTRAINT pk_exchanges PRIMARY KEY (id)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_exchanges_sha256 ON exchanges (sha256)
        """
    )
    op.execute(
        """
        CREATE TABLE receivables (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        customer VARCHAR(32) NOT NULL,
        account VARCHAR(20) NOT NULL,
        item VARCHAR(64) NOT NULL,
        period VARCHAR(7) NOT NULL,
        amount INTEGER NOT NULL,
        paid INTEGER NOT NULL,
        due DATE,
        batch VARCHAR(32),
        CONSTRAINT pk_receivables PRIMARY KEY (id),
        CONSTRAINT ck_receivables_amounts CHECK (amount > 0 AND paid >= 0 AND paid <= amount)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_receivables_account ON receivables (account)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_receivables_customer ON receivables (customer)
        """
    )
    op.execute(
        """
        CREATE TABLE payments (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        number VARCHAR(32) NOT NULL,
        customer VARCHAR(32) NOT NULL,
        account VARCHAR(20) NOT NULL,
        parts TEXT NOT NULL,
        way VARCHAR(16) NOT NULL,
        amount INTEGER NOT NULL,
        received INTEGER NOT NULL,
        change INTEGER NOT NULL,
        details TEXT NOT NULL,
        teller VARCHAR(32) NOT NULL,
        window VARCHAR(8) NOT NULL,
        paid_at VARCHAR(27) NOT NULL,
        state VARCHAR(16) NOT NULL,
        settlement VARCHAR(32),
        ticket VARCHAR(32),
        remarks VARCHAR(512) NOT NULL,
        prepaid INTEGER NOT NULL,
        prints INTEGER NOT NULL,
        CONSTRAINT pk_payments PRIMARY KEY (id),
        CONSTRAINT ck_payments_amounts CHECK (amount > 0 AND received - amount = change AND change >= 0),
        CONSTRAINT uq_payments_number UNIQUE (number)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_payments_account ON payments (account)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_payments_customer ON payments (customer)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_payments_open ON payments (teller, settlement, paid_at)
        """
    )
    op.execute(
        """
        CREATE TABLE reversals (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        number VARCHAR(32) NOT NULL,
        payment VARCHAR(32) NOT NULL,
        reason VARCHAR(512) NOT NULL,
        asked_by VARCHAR(32) NOT NULL,
        asked_at VARCHAR(27) NOT NULL,
        state VARCHAR(16) NOT NULL,
        decided_by VARCHAR(32),
        decided_at VARCHAR(27),
        settlement VARCHAR(32),
        CONSTRAINT pk_reversals PRIMARY KEY (id),
        CONSTRAINT uq_reversals_number UNIQUE (number)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_reversals_state ON reversals (state)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_reversals_payment ON reversals (payment)
        """
    )
    op.execute(
        """
        CREATE TABLE settlements (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        number VARCHAR(32) NOT NULL,
        teller VARCHAR(32) NOT NULL,
        window VARCHAR(8) NOT NULL,
        day DATE NOT NULL,
        ways TEXT NOT NULL,
        opening_float INTEGER NOT NULL,
        cash_expected INTEGER NOT NULL,
        cash_counted INTEGER NOT NULL,
        counts TEXT NOT NULL,
        reason VARCHAR(512) NOT NULL,
        checker VARCHAR(32),
        opened_at VARCHAR(27),
        closed_at VARCHAR(27) NOT NULL,
        first_number VARCHAR(32) NOT NULL,
        last_number VARCHAR(32) NOT NULL,
        CONSTRAINT pk_settlements PRIMARY KEY (id),
        CONSTRAINT uq_settlements_number UNIQUE (number)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_settlements_teller ON settlements (teller)
        """
    )
    op.execute(
        """
        CREATE TABLE tickets (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        number VARCHAR(12) NOT NULL,
        block VARCHAR(16) NOT NULL,
        queue_class VARCHAR(32) NOT NULL,
        state VARCHAR(16) NOT NULL,
        hall VARCHAR(32) NOT NULL,
        day DATE NOT NULL,
        issued_at VARCHAR(27) NOT NULL,
        queued_at VARCHAR(27) NOT NULL,
        waiting_since VARCHAR(27) NOT NULL,
        called_at VARCHAR(27),
        started_at VARCHAR(27),
        ended_at VARCHAR(27),
        window VARCHAR(16) NOT NULL,
        clerk VARCHAR(32) NOT NULL,
        calls INTEGER NOT NULL,
        no_shows INTEGER NOT NULL,
        handled_seconds INTEGER NOT NULL,
        waited_seconds INTEGER NOT NULL,
        priority_reason VARCHAR(32) NOT NULL,
        topic VARCHAR(64) NOT NULL,
        customer_id VARCHAR(32),
        rating VARCHAR(32) NOT NULL,
        rated_at VARCHAR(27),
        CONSTRAINT pk_tickets PRIMARY KEY (id)
        )
        """
    )
    op.execute(
        """
        CREATE UNIQUE INDEX ix_tickets_day_block_number ON tickets (day, block, number)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_tickets_customer_id ON tickets (customer_id)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_tickets_hall_day_state ON tickets (hall, day, state)
        """
    )
    op.execute(
        """
        CREATE TABLE windows (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        hall VARCHAR(32) NOT NULL,
        window VARCHAR(16) NOT NULL,
        state VARCHAR(16) NOT NULL,
        reason VARCHAR(64) NOT NULL,
        clerk VARCHAR(32) NOT NULL,
        since VARCHAR(27) NOT NULL,
        until VARCHAR(27),
        CONSTRAINT pk_windows PRIMARY KEY (id)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_windows_hall_window_until ON windows (hall, window, until)
        """
    )
    op.execute(
        """
        CREATE TABLE requests (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        number VARCHAR(32) NOT NULL,
        kind VARCHAR(32) NOT NULL,
        subtype VARCHAR(32) NOT NULL,
        channel VARCHAR(32) NOT NULL,
        external_no VARCHAR(64) NOT NULL,
        category VARCHAR(16) NOT NULL,
        severity VARCHAR(16) NOT NULL,
        customer VARCHAR(32) NOT NULL,
        account VARCHAR(20) NOT NULL,
        name VARCHAR(64) NOT NULL,
        phone VARCHAR(32) NOT NULL,
        address VARCHAR(256) NOT NULL,
        person VARCHAR(32) NOT NULL,
        title VARCHAR(64) NOT NULL,
        search TEXT NOT NULL,
        content TEXT NOT NULL,
        version INTEGER NOT NULL,
        accepted_at VARCHAR(27) NOT NULL,
        receiver VARCHAR(32) NOT NULL,
        state VARCHAR(16) NOT NULL,
        clocks TEXT NOT NULL,
        due VARCHAR(27),
        repeat_of VARCHAR(32) NOT NULL,
        parent VARCHAR(32) NOT NULL,
        urged INTEGER NOT NULL,
        hidden BOOLEAN NOT NULL,
        prints INTEGER NOT NULL,
        CONSTRAINT pk_requests PRIMARY KEY (id),
        CONSTRAINT uq_requests_number UNIQUE (number)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_requests_external ON requests (external_no)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_requests_address ON requests (address, accepted_at)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_requests_phone ON requests (phone, accepted_at)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_requests_accepted ON requests (accepted_at)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_requests_account ON requests (account, accepted_at)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_requests_state ON requests (state, due)
        """
    )
    op.execute(
        """
        CREATE INDEX ix_requests_customer ON requests (customer)
        """
    )
    op.execute(
        """
        CREATE TABLE request_versions (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        request VARCHAR(32) NOT NULL,
        number INTEGER NOT NULL,
        content TEXT NOT NULL,
        reason VARCHAR(512) NOT NULL,
        CONSTRAINT pk_request_versions PRIMARY KEY (id)
        )
        """
    )
    op.execute(
        """
        CREATE UNIQUE INDEX uq_request_versions ON request_versions (request, number)
        """
    )
    op.execute(
        """
        CREATE TABLE request_contacts (
        id VARCHAR(32) NOT NULL,
        unit VARCHAR(32) NOT NULL,
        rev INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        created_at VARCHAR(27) NOT NULL,
        created_by VARCHAR(32) NOT NULL,
        updated_at VARCHAR(27) NOT NULL,
        request VARCHAR(32) NOT NULL,
        at VARCHAR(27) NOT NULL,
        outcome VARCHAR(16) NOT NULL,
        text TEXT NOT NULL,
        person VARCHAR(32) NOT NULL,
        CONSTRAINT pk_request_contacts PRIMARY KEY (id)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_request_contacts_request ON request_contacts (request)
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
