"""Files in and out: bills read with their faults named, orders and requests written, every file in the log (S10)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hallclient.domain.business import OrderFilter
from hallclient.domain.requests import RequestDraft, RequestFilter
from hallclient.errors import RuleBroken, Unavailable
from hallclient.services import bundle
from tests.halls import Hall
from tests.services import business_forms

BILLS = (
    "户号,费用项目,电费年月,应收金额,缴费截止日\n"
    "{account},电费,202605,102.30,2026-06-20\n"
    "{account},电费,2026-06,-5,\n"
    "无此户,电费,2026-06,8.00,\n"
)


@pytest.fixture
def services(hall: Hall) -> bundle.Services:
    return bundle.build(hall.parts)


def written(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_bills_come_in_and_each_row_left_out_says_why(
    hall: Hall, services: bundle.Services, tmp_path: Path, encoding: str
) -> None:
    business_forms.add_customer(hall)
    file = tmp_path / "应收.csv"
    file.write_text(BILLS.format(account=business_forms.ACCOUNT), encoding=encoding)
    report = services.exchange.import_bills(hall.actor("shift_leader"), file)
    assert (report.added, [(row, problem.code) for row, problem in report.refused]) == (
        1,
        [(3, "payments.amount_wrong"), (4, "payments.account_unknown")],
    )
    owed = services.payments.bill(hall.actor("teller"), business_forms.ACCOUNT).owed
    assert [(bill.item, bill.period, bill.amount, str(bill.due)) for bill in owed] == [
        ("电费", "2026-05", 10230, "2026-06-20")
    ]
    with pytest.raises(RuleBroken, match=r"payments\.file_known"):
        services.exchange.import_bills(hall.actor("shift_leader"), file)


def test_a_file_without_the_columns_says_which(hall: Hall, services: bundle.Services, tmp_path: Path) -> None:
    file = tmp_path / "别的.csv"
    file.write_text("户号,备注\n1,2\n", encoding="utf-8")
    with pytest.raises(RuleBroken) as refused:
        services.exchange.import_bills(hall.actor("shift_leader"), file)
    assert refused.value.code == "payments.columns_missing"
    assert refused.value.details["columns"] == "费用项目、电费年月、应收金额"


@pytest.mark.row("S10")
def test_numbers_are_kept_across_systems_and_every_file_is_logged(
    hall: Hall, services: bundle.Services, tmp_path: Path
) -> None:
    business_forms.add_customer(hall)
    leader = hall.actor("shift_leader")
    (tmp_path / "应收.csv").write_text(BILLS.format(account=business_forms.ACCOUNT), encoding="utf-8")
    services.exchange.import_bills(leader, tmp_path / "应收.csv")
    order = services.business.accept(
        leader,
        business_forms.full_draft(hall, hall.parts.catalog.business("lv_resident_new", hall.clock.now.date()), None),
    )
    told = RequestDraft(
        kind="consultation", subtype="bill", channel="12345", external_no="GD20260610-77", name="=王",
        phone="10012340001", facts="电费怎么算",
    )  # fmt: skip
    case = services.requests.accept(leader, told)
    services.exchange.export_orders(leader, OrderFilter(), tmp_path / "工单.csv")
    services.exchange.export_requests(leader, RequestFilter(), tmp_path / "诉求.csv")
    orders, requests = written(tmp_path / "工单.csv"), written(tmp_path / "诉求.csv")
    assert [row["受理单号"] for row in orders] == [order.number]
    assert [(row["诉求单号"], row["外部编号"]) for row in requests] == [(case.number, "GD20260610-77")]
    assert business_forms.NAME not in (tmp_path / "工单.csv").read_text(encoding="utf-8-sig")
    assert requests[0]["客户"].startswith("'=")
    logged = services.exchange.log(leader)
    assert [(line.kind, line.file, line.rows, line.who) for line in logged] == [
        ("requests.export", "诉求.csv", 1, leader.staff_no),
        ("orders.export", "工单.csv", 1, leader.staff_no),
        ("receivables", "应收.csv", 3, leader.staff_no),
    ]
    assert all(len(line.sha256) == 64 for line in logged)


def test_a_place_that_cannot_be_written_leaves_nothing(hall: Hall, services: bundle.Services, tmp_path: Path) -> None:
    (tmp_path / "工单.csv").mkdir()
    with pytest.raises(Unavailable, match=r"exchange\.unwritable"):
        services.exchange.export_orders(hall.actor("teller"), OrderFilter(), tmp_path / "工单.csv")
    assert list(tmp_path.glob("*.part")) == []
