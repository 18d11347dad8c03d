"""The store: transactions, outbox, audit chain, numbers, and what it says when something is wrong."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text

from hallclient.domain import numbering
from hallclient.domain.people import Actor
from hallclient.errors import NotFound, Stale, Unavailable
from hallclient.store import audit, numbers, outbox, people
from hallclient.store.database import Store, set_place

NOW = datetime(2026, 6, 10, 6, 9, tzinfo=UTC)
KEY = bytes(range(32))
ACTOR = Actor(user_id="u1", staff_no="LD01", name="王敏", roles=(), unit="U", hall="U", window="3", terminal="T")


class Hands:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def store(tmp_path: Path, clock: Hands) -> Iterator[Store]:
    opened = Store.open(tmp_path / "hall.db", KEY, clock)
    yield opened
    opened.close()


def add(store: Store, code: str = "LD") -> str:
    with store.begin(ACTOR) as tx:
        unit = people.add_unit(tx, {"code": code, "name": "澜东营业厅", "kind": "hall"})
        tx.audit("unit.add", "units", unit)
        return unit


def test_a_write_leaves_row_outbox_and_audit_together(store: Store) -> None:
    heard: list[frozenset[str]] = []
    store.listeners.append(heard.append)
    unit = add(store)
    with store.read() as tx:
        waiting = tx.rows(select(outbox.outbox))
        assert people.unit(tx, unit) is not None
        assert [(row["op"], row["kind"], row["row_id"], row["base"]) for row in waiting] == [
            ("insert", "units", unit, 0)
        ]
        assert [line.action for line in audit.lines(tx.connection)] == ["unit.add"]
    assert heard == [frozenset({"units"})]


def test_an_exception_leaves_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.begin(ACTOR) as tx:
        people.add_unit(tx, {"code": "LD", "name": "x", "kind": "hall"})
        tx.audit("unit.add", "units", "x")
        _ = 1 / 0
    with store.read() as tx:
        assert people.all_units(tx) == ()
        assert outbox.waiting(tx.connection)[0] == 0
        assert list(audit.lines(tx.connection)) == []


def test_a_change_is_a_patch_over_a_base_and_stale_revisions_are_refused(store: Store) -> None:
    unit = add(store)
    with store.begin(ACTOR) as tx:
        tx.change(people.units, unit, {"name": "澜东新厅"}, rev=1)
    with pytest.raises(Stale, match=r"record\.stale"), store.begin(ACTOR) as tx:
        tx.change(people.units, unit, {"name": "晚了"}, rev=1)
    with pytest.raises(NotFound), store.begin(ACTOR) as tx:
        tx.change(people.units, "nobody", {"name": "x"})
    with store.read() as tx:
        last = tx.rows(select(outbox.outbox).order_by(outbox.outbox.c.seq))[-1]
        found = people.unit(tx, unit)
    assert (last["op"], last["base"], last["patch"]) == ("patch", 1, {"name": "澜东新厅"})
    assert found is not None and found.name == "澜东新厅"


def test_a_workflow_step_is_taken_once(store: Store) -> None:
    unit = add(store)
    with store.begin(ACTOR) as tx:
        tx.transition(people.units, unit, "kind", "hall", "station")
    with pytest.raises(Stale) as refused, store.begin(ACTOR) as tx:
        tx.transition(people.units, unit, "kind", ("hall",), "station")
    assert (refused.value.code, refused.value.details) == ("record.step_taken", {"state": "station"})


def test_a_clock_set_back_is_refused_and_loses_nothing(store: Store, clock: Hands) -> None:
    add(store)
    clock.now = NOW - timedelta(hours=1)
    with pytest.raises(Unavailable, match=r"store\.clock_back"):
        add(store, "LX")
    clock.now = NOW + timedelta(seconds=1)
    add(store, "LX")


def test_the_file_is_ciphertext_and_another_key_does_not_open_it(store: Store, tmp_path: Path, clock: Hands) -> None:
    add(store)
    store.checkpoint()
    store.close()
    assert "澜东".encode() not in (tmp_path / "hall.db").read_bytes()
    with pytest.raises(Unavailable, match=r"store\.wrong_key"):
        Store.open(tmp_path / "hall.db", os.urandom(32), clock)
    again = Store.open(tmp_path / "hall.db", KEY, clock)
    again.close()


def test_tampered_pages_are_noticed(store: Store, tmp_path: Path, clock: Hands) -> None:
    for number in range(40):
        add(store, f"H{number}")
    store.checkpoint()
    store.close()
    raw = bytearray((tmp_path / "hall.db").read_bytes())
    for page in range(4096, len(raw), 4096):
        raw[page + 100] ^= 0xFF
    (tmp_path / "hall.db").write_bytes(raw)
    with pytest.raises(Unavailable) as refused:
        opened = Store.open(tmp_path / "hall.db", KEY, clock)
        try:
            with opened.read() as tx:
                people.all_units(tx)
        finally:
            opened.close()
    assert refused.value.code in {"store.wrong_key", "store.damaged", "store.disk_fault"}


def test_a_second_program_is_told_so(store: Store, tmp_path: Path, clock: Hands) -> None:
    with pytest.raises(Unavailable, match=r"store\.in_use"):
        Store.open(tmp_path / "hall.db", KEY, clock)


def test_a_file_of_a_newer_version_is_refused_unchanged(store: Store, tmp_path: Path, clock: Hands) -> None:
    with store.begin(ACTOR) as tx:
        tx.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    with pytest.raises(Unavailable) as refused:
        Store.open(tmp_path / "hall.db", KEY, clock)
    assert refused.value.code == "store.newer"
    assert refused.value.details["file_version"] == "9999"
    assert not list(tmp_path.glob("*.bak"))


def test_the_audit_trail_cannot_be_changed_by_sql(store: Store) -> None:
    add(store)
    for statement in ("UPDATE audit SET action = 'x'", "DELETE FROM audit"):
        with pytest.raises(Exception, match="append-only"), store.begin(ACTOR) as tx:
            tx.connection.execute(text(statement))


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE audit SET action='x' WHERE seq=3",
        "DELETE FROM audit WHERE seq=3",
        "UPDATE audit SET detail='{}' WHERE seq=3",
    ],
)
def test_the_first_broken_audit_row_is_named(store: Store, damage: str) -> None:
    for number in range(5):
        with store.begin(ACTOR) as tx:
            tx.audit("unit.look", "units", str(number), number=number)
    with store.read() as tx:
        assert audit.first_broken(tx.connection) == (5, None)
    with store.begin(ACTOR) as tx:
        tx.connection.execute(text("DROP TRIGGER audit_no_update"))
        tx.connection.execute(text("DROP TRIGGER audit_no_delete"))
        tx.connection.execute(text(damage))
    with store.read() as tx:
        checked, broken = audit.first_broken(tx.connection)
    assert (checked, broken) == (2, 4 if damage.startswith("DELETE") else 3)


def test_numbers_come_from_the_counters_own_block(store: Store, clock: Hands) -> None:
    with store.begin(ACTOR) as tx:
        set_place(tx, block="LD03")
        assert tx.number(numbering.ORDER) == "SL-LD03-20260610-0001"
    with pytest.raises(ZeroDivisionError), store.begin(ACTOR) as tx:
        tx.number(numbering.ORDER)
        _ = 1 / 0
    clock.now = NOW + timedelta(hours=12)
    with store.begin(ACTOR) as tx:
        assert tx.number(numbering.ORDER) == "SL-LD03-20260611-0001"
        assert tx.number(numbering.REQUEST) == "SQ-LD03-20260611-0001"
        assert numbers.last(tx.connection, prefix="SL", block="LD03", day=date(2026, 6, 10)) == 1


@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", min_size=1, max_size=8), st.integers(1, 99),
       st.dates(date(2000, 1, 1), date(2999, 1, 1)), st.integers(1, 10**7))  # fmt: skip
def test_a_number_is_read_back(unit: str, counter: int, day: date, sequence: int) -> None:
    block = numbering.block_of(unit, counter)
    written = numbering.compose("SL", block, day, sequence)
    full_width = "".join(chr(ord(c) + 0xFEE0) for c in written.lower())
    for typed in (written, f" {written.lower()} ", full_width):
        read = numbering.parse(typed)
        assert read is not None and (read.prefix, read.block, read.day, read.sequence) == ("SL", block, day, sequence)


@pytest.mark.parametrize("typed", ["", "SL-LD03-20260231-0001", "SL-LD03", "99000000001", "SL LD03 20260610"])
def test_what_is_no_number_is_none(typed: str) -> None:
    assert numbering.parse(typed) is None
