"""Importing customers: mapping, dry run, one transaction, taking back."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallclient import errors
from hallclient.domain.customer_imports import ImportReport
from hallclient.domain.customer_rows import ColumnMapping
from hallclient.errors import Cancelled, NotAllowed, RuleBroken
from hallclient.services.customer_import import CustomerImportService
from hallclient.services.customers import CustomerService
from hallclient.store import customers, outbox
from tests.halls import Hall
from tests.services.customer_tables import HEADINGS, MAPPING, ROWS, workbook, written


@pytest.fixture
def service(hall: Hall) -> CustomerImportService:
    return CustomerImportService(hall.parts)


def whole(hall: Hall) -> list[tuple[Any, ...]]:
    """Every live customer, with everything it is found by."""
    with hall.store.read() as tx:
        return [
            tuple(row)
            for row in tx.connection.exec_driver_sql(
                "SELECT c.account, c.name, c.phone, c.address, c.meter, c.contract_to, c.contacts, c.provenance, "
                "c.import_id, d.form, (SELECT group_concat(key) FROM (SELECT k.key FROM customer_keys k "
                "WHERE k.doc = d.doc ORDER BY k.key)) FROM customers c JOIN customer_docs d ON d.customer_id = c.id "
                "WHERE NOT c.deleted ORDER BY c.account"
            )
        ]


def counts(hall: Hall) -> tuple[int, int, int]:
    with hall.store.read() as tx:
        run = tx.connection.exec_driver_sql
        tables = ("customers", "customer_docs", "customer_keys")
        return tuple(run(f"SELECT count(*) FROM {table}").scalar() for table in tables)  # type: ignore[return-value]


def test_a_workbook_with_a_title_and_numbers_as_numbers(
    tmp_path: Path, hall: Hall, service: CustomerImportService
) -> None:
    rows = [
        HEADINGS,
        [9900000001, "王小明", 10000000001, "人民路1号", 3.34e21, 46022],
        ["９９００００００02", "李四", "", "", "", ""],
    ]
    path = workbook(tmp_path / "档案.xlsx", rows, title="用户档案表 2026年6月")
    leader = hall.actor("shift_leader")
    look = service.look(leader, path)
    assert (look.table.heading_row, look.table.headings, look.table.sheets) == (2, tuple(HEADINGS), ("档案",))
    assert look.suggested.columns == MAPPING.columns
    result = service.run(leader, path, look.suggested)
    assert (result.added, result.refused, result.left_out) == (2, 0, 1)
    assert [(p.row, p.column, p.code) for p in result.problems] == [(3, "表号", "customers.meter_rounded")]
    with hall.store.read() as tx:
        first, second = customers.by_account(tx, "9900000001"), customers.by_account(tx, "9900000002")
    assert first is not None and second is not None
    assert (first.phone, first.contract_to, first.meter) == ("10000000001", date(2025, 12, 31), "")
    assert first.provenance["*"].source == "档案"


# ---- mapping and dry run -----------------------------------------------------------------------------------------


def test_a_mapping_is_kept_and_offered_for_the_next_file(
    tmp_path: Path, hall: Hall, service: CustomerImportService
) -> None:
    leader = hall.actor("shift_leader")
    odd = ColumnMapping(name="老系统", columns={"account": "甲", "name": "乙"}, source="老系统")
    service.save_mapping(leader, odd)
    service.save_mapping(leader, MAPPING)
    assert {mapping.name for mapping in service.mappings(leader)} == {"老系统", "营销系统"}
    look = service.look(leader, written(tmp_path / "a.csv", [["乙", "丙", "甲"], ["王", "", "9900000001"]]))
    assert [mapping.name for mapping in look.saved] == ["老系统"]
    with pytest.raises(RuleBroken):
        service.save_mapping(leader, ColumnMapping(name=" ", columns=MAPPING.columns))
    with pytest.raises(RuleBroken) as refused:
        service.dry_run(leader, look.table.path, MAPPING)
    assert "customers.column_missing" in {problem.code for problem in refused.value.problems}


def test_a_dry_run_lists_each_problem_row_with_its_reason(
    tmp_path: Path, hall: Hall, service: CustomerImportService
) -> None:
    bad = [
        ["9.9E+09", "甲", "", "", "", ""],
        ["12", "乙", "", "", "", ""],
        ["", "丙", "", "", "", ""],
        ["9900000001", "", "", "", "", ""],
        ["9900000001", "丁", "", "", "", ""],
        ["'9900000004.0 ", "戊", "电话", "", "", "2026-02-30"],
    ]
    path = written(tmp_path / "a.csv", [HEADINGS, *ROWS, [""] * 6, *bad])
    leader, before = hall.actor("shift_leader"), counts(hall)
    heard: list[tuple[float, int]] = []
    out = tmp_path / "问题.csv"
    report = service.dry_run(
        leader, path, MAPPING, progress=lambda share, rows: heard.append((share, rows)), problems_file=out
    )
    assert counts(hall) == before
    assert (report.rows, report.fresh, report.known, report.refused, report.left_out) == (9, 4, 0, 5, 2)
    assert [(p.row, p.code, p.refused) for p in report.problems] == [
        (6, "customers.account_rounded", True), (7, "customers.account_shape", True),
        (8, "customers.account_missing", True), (9, "customers.name_missing", True), (10, "customers.row_twice", True),
        (11, "customers.phone_shape", False), (11, "customers.date_shape", False),
    ]  # fmt: skip
    assert report.problems[4].details == {"first": 2}
    lines = list(csv.reader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    assert len(lines) == 8
    assert lines[1] == ["6", "户号", errors.words("customers.account_rounded").what, "不导入"]
    assert lines[6][:2] == ["11", "联系电话"] and lines[6][3] == "该项留空"
    assert heard[-1] == (1.0, 9)


def run(hall: Hall, service: CustomerImportService, path: Path, **options: Any) -> Any:
    return service.run(hall.actor("shift_leader"), path, MAPPING, **options)


def test_dry_run_and_run_count_alike(tmp_path: Path, hall: Hall, service: CustomerImportService) -> None:
    run(hall, service, written(tmp_path / "a.csv", [HEADINGS, *ROWS[:2]]))
    changed = [[*ROWS[0][:3], "临澜市新址9号", *ROWS[0][4:]], *ROWS[1:], ["9", "短", "", "", "", ""]]
    path = written(tmp_path / "b.csv", [HEADINGS, *changed])
    leader = hall.actor("shift_leader")
    report: ImportReport = service.dry_run(leader, path, MAPPING, policy="skip")
    assert (report.fresh, report.known, report.refused) == (1, 2, 3)
    assert [p.code for p in report.problems].count("customers.row_known") == 2
    result = run(hall, service, path, policy="update")
    assert (result.added, result.updated, result.unchanged, result.refused) == (1, 1, 1, 1)
    people = CustomerService(hall.parts)
    hit = people.find(leader, "新址")[0]
    change = people.card(leader, hit.id).changes[0]
    assert (change.field, change.reason) == ("address", "导入 营销系统导出")


# ---- one transaction, taking back --------------------------------------------------------------------------------


def test_the_log_says_what_came_in_and_the_same_file_is_known(
    tmp_path: Path, hall: Hall, service: CustomerImportService
) -> None:
    path = written(tmp_path / "档案.csv", [HEADINGS, *ROWS])
    leader = hall.actor("shift_leader")
    result = run(hall, service, path)
    assert service.look(leader, path).already is not None
    line = service.imports(leader)[0]
    assert (line.id, line.file_name, line.rows, line.added, line.result) == (result.import_id, "档案.csv", 3, 3, "done")
    assert (line.who, line.sha256, line.mapping) == (
        leader.staff_no,
        service.look(leader, path).table.sha256,
        "营销系统",
    )
    found = CustomerService(hall.parts).find(leader, "9900000002")
    assert len(found) == 1  # the number of the other system is the one the counter searches by
    with hall.store.read() as tx:
        bulk = [row for row in tx.rows(outbox.outbox.select()) if row["op"] == "bulk"]
    assert [(row["kind"], row["row_id"], row["patch"]) for row in bulk] == [
        ("customers", result.import_id, {"rows": 3})
    ]


@pytest.mark.parametrize("policy", ["skip", "update"])
def test_cancelling_or_a_break_in_the_file_leaves_nothing(
    tmp_path: Path, hall: Hall, service: CustomerImportService, policy: str
) -> None:
    run(hall, service, written(tmp_path / "a.csv", [HEADINGS, *ROWS]))
    many = [[str(9_900_000_001 + i), "新名", "", "新址", "", ""] for i in range(3500)]
    path = written(tmp_path / "b.csv", [HEADINGS, *many])
    before, numbers, rows = whole(hall), counts(hall), []
    with pytest.raises(Cancelled):
        run(hall, service, path, policy=policy, progress=lambda _, done: rows.append(done),
            cancelled=lambda: bool(rows) and rows[-1] >= 2000)  # fmt: skip
    assert rows == [1000, 2000]
    assert (whole(hall), counts(hall)) == (before, numbers)
    with path.open("ab") as out:
        out.write(('"' + "长" * 200_000).encode())
    with pytest.raises(RuleBroken) as broken:
        run(hall, service, path, policy=policy)
    assert broken.value.code == "customers.table_broken"
    assert (whole(hall), counts(hall)) == (before, numbers)
    assert [line.result for line in service.imports(hall.actor("shift_leader"))] == ["failed", "cancelled", "done"]
    assert run(hall, service, written(tmp_path / "c.csv", [HEADINGS, *many]), policy="skip").added == 3497


FIELDS = st.sampled_from(["", "10000000001", "10000000002"])
TABLES = st.lists(
    st.tuples(st.integers(1, 8), st.text(alphabet="王李张伟芳𬭎", min_size=1, max_size=3), FIELDS, FIELDS), max_size=8
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TABLES, TABLES, st.sampled_from(["skip", "update"]))
def test_taking_an_import_back_restores_exactly_what_was(
    tmp_path: Path, hall: Hall, service: CustomerImportService, first: Any, second: Any, policy: str
) -> None:
    def table(rows: Any) -> Path:
        lines = [[str(9_900_000_000 + i), name, phone, address, "", ""] for i, name, phone, address in rows]
        return written(tmp_path / "p.csv", [HEADINGS, *lines])

    leader = hall.actor("shift_leader")
    ground = run(hall, service, table(first), policy="update")
    before, numbers = whole(hall), counts(hall)
    result = run(hall, service, table(second), policy=policy)
    report = service.undo(leader, result.import_id, "导错了文件")
    assert (report.removed, report.restored, report.kept) == (result.added, result.updated, ())
    assert whole(hall) == before
    assert counts(hall) == numbers
    if result.updated == 0:
        service.undo(leader, ground.import_id, "重来")
    else:
        _clear(hall)


def _clear(hall: Hall) -> None:
    with hall.store.begin(hall.actor("shift_leader")) as tx:
        for table in ("customer_keys", "customer_docs", "customers", "customer_pairs"):
            tx.connection.exec_driver_sql(f"DELETE FROM {table}")


def test_rows_changed_or_used_since_stay_and_are_listed(
    tmp_path: Path, hall: Hall, service: CustomerImportService
) -> None:
    leader, teller = hall.actor("shift_leader"), hall.actor("teller")
    result = run(hall, service, written(tmp_path / "a.csv", [HEADINGS, *ROWS]))
    people = CustomerService(hall.parts)
    edited, used = people.find(teller, "9900000001")[0].id, people.find(teller, "9900000002")[0].id
    people.edit(teller, edited, 1, {"meter_box": "B7"}, "现场核对")
    with hall.store.begin(teller) as tx:
        customers.note_event(tx, used, "business", "b" * 32, "SL-1", "受理", tx.now)
    with pytest.raises(RuleBroken):
        service.undo(leader, result.import_id, " ")
    report = service.undo(leader, result.import_id, "导错了文件")
    assert report.removed == 1
    assert {(row.customer_id, row.account, row.code) for row in report.kept} == {
        (edited, "******0001", "customers.kept_changed"), (used, "******0002", "customers.kept_used"),
    }  # fmt: skip
    assert people.find(teller, "9900000003") == ()
    assert people.find(teller, "食品") == ()
    assert len(people.find(teller, "人民路")) == 1
    line = service.imports(leader)[0]
    assert (line.result, line.kept, line.undo_reason, line.undone_by) == ("undone", 2, "导错了文件", leader.user_id)
    with pytest.raises(RuleBroken) as again:
        service.undo(leader, result.import_id, "再来")
    assert again.value.code == "customers.import_not_done"


def test_what_the_centre_has_seen_leaves_a_tombstone(
    tmp_path: Path, hall: Hall, service: CustomerImportService
) -> None:
    result = run(hall, service, written(tmp_path / "a.csv", [HEADINGS, *ROWS]))
    leader = hall.actor("shift_leader")
    with hall.store.begin(leader) as tx:
        tx.connection.execute(outbox.outbox.delete())
    assert service.undo(leader, result.import_id, "导错了").removed == 3
    assert whole(hall) == []
    assert counts(hall) == (3, 0, 0)
    assert run(hall, service, written(tmp_path / "b.csv", [HEADINGS, *ROWS])).added == 3


def test_only_those_with_the_right_import(tmp_path: Path, hall: Hall, service: CustomerImportService) -> None:
    path = written(tmp_path / "a.csv", [HEADINGS, *ROWS])
    with pytest.raises(NotAllowed):
        service.run(hall.actor("teller"), path, MAPPING)


def test_unknown_policy_is_a_bug_and_says_so(tmp_path: Path, hall: Hall, service: CustomerImportService) -> None:
    with pytest.raises(ValueError, match="merge"):
        run(hall, service, tmp_path / "a.csv", policy="merge")
