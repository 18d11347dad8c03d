"""Customers: what a draft must hold, the contract's state, text as it is searched, rows of foreign tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallclient.domain import customers
from hallclient.domain.customer_imports import FirstRows
from hallclient.domain.customer_rows import ColumnMapping, read_date, read_row, suggest
from hallclient.domain.customers import Contact, CustomerDraft, as_plain, from_plain
from hallclient.domain.text import figures_only, one_line, pairs, query_parts, search_form

TODAY = date(2026, 6, 10)
GOOD = CustomerDraft(account="9900000001", name="王小明", phone="10000000001", address="临澜市澜东区人民路8号")


def codes(draft: CustomerDraft) -> set[tuple[str, str]]:
    return {(problem.field, problem.code) for problem in draft.problems(TODAY)}


def test_a_good_draft_has_no_problem() -> None:
    assert GOOD.problems(TODAY) == ()


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"account": ""}, "account", "customers.account_missing"),
        ({"account": "12"}, "account", "customers.account_shape"),
        ({"name": ""}, "name", "customers.name_missing"),
        ({"name": "长" * 10_000}, "name", "customers.too_long"),
        ({"phone": "12"}, "phone", "customers.phone_shape"),
        ({"arrears_fen": -1}, "arrears_fen", "customers.amount_range"),
        ({"capacity_va": 10**16}, "capacity_va", "customers.amount_range"),
        ({"segment": "nothing"}, "segment", "customers.choice_unknown"),
        ({"contract_from": date(2026, 2, 1), "contract_to": date(2026, 1, 31)}, "contract_to",
         "customers.contract_term"),
        ({"contract_signed": TODAY + timedelta(days=1)}, "contract_signed", "customers.date_future"),
        ({"contract_to": date(1900, 1, 1)}, "contract_to", "customers.date_range"),
        ({"certificate_no": "110105194912310021", "certificate_kind": "id_card"}, "certificate_no",
         "customers.id_card_check"),
        ({"certificate_no": "E12345678"}, "certificate_kind", "customers.certificate_kind"),
        ({"vulnerable": True}, "consent", "customers.consent_missing"),
        ({"contacts": (Contact(name="", phone=""),)}, "contacts", "customers.contact_empty"),
        ({"email": "王@"}, "email", "customers.email_shape"),
    ],
)  # fmt: skip
def test_each_fault_is_named_at_its_field(changes: dict[str, object], field: str, code: str) -> None:
    assert (field, code) in codes(replace(GOOD, **changes))


def test_a_draft_is_kept_tidy() -> None:
    typed = replace(
        GOOD, account=" ９９００ ０００００１ ", name="王　小\n明 ", phone="0513－8800 1234", meter="'00ab12"
    )
    tidy = typed.tidy()
    assert (tidy.account, tidy.name, tidy.phone, tidy.meter) == ("9900000001", "王 小 明", "0513-88001234", "00AB12")


@pytest.mark.parametrize(
    ("until", "state", "left"),
    [
        (None, "none", None),
        (TODAY - timedelta(days=1), "expired", -1),
        (TODAY, "expiring", 0),
        (TODAY + timedelta(days=customers.CONTRACT_ALERT_DAYS), "expiring", customers.CONTRACT_ALERT_DAYS),
        (TODAY + timedelta(days=customers.CONTRACT_ALERT_DAYS + 1), "valid", customers.CONTRACT_ALERT_DAYS + 1),
    ],
)
def test_contract_state(until: date | None, state: str, left: int | None) -> None:
    assert customers.contract_state(until, TODAY) == (state, left)


def test_values_survive_json() -> None:
    contacts = (Contact(name="李四", phone="10000000002", relation="配偶"),)
    assert from_plain("contacts", as_plain(contacts)) == contacts
    assert from_plain("contract_to", as_plain(TODAY)) == TODAY


# ---- text --------------------------------------------------------------------------------------------------------


def test_search_forms_are_alike_where_people_see_no_difference() -> None:
    assert search_form("Ａ座 １２０３－２") == search_form("a座1203-2") == "a座1203-2"
    assert query_parts("  张伟　 幸福\t张伟 ") == ("张伟", "幸福")


@given(st.text())
def test_a_search_form_is_its_own_search_form(text: str) -> None:
    form = search_form(text)
    assert search_form(form) == form
    assert not any(c.isspace() for c in form)


@given(st.text(min_size=2), st.text(), st.text())
def test_every_pair_of_a_part_is_a_pair_of_the_whole(part: str, before: str, after: str) -> None:
    assert set(pairs(part)) <= set(pairs(before + part + after))
    assert set("".join(pairs(part))) == set(part)


def test_rare_characters_and_emoji_stay() -> None:
    rare = "䶮㛃𬭎⚡️<b>'; DROP TABLE customers;--"
    assert one_line(rare) == rare
    assert "䶮㛃𬭎" in search_form(rare)
    assert figures_only("‘９９０1") == "9901"


# ---- rows of foreign tables --------------------------------------------------------------------------------------


def test_columns_are_found_by_their_headings() -> None:
    headings = [
        "序号",
        "*用户编号",
        "用户名称",
        "联系电话（手机）",
        "用 电 地 址",
        "合同容量(kVA)",
        "备注",
        "联系人",
        "联系人电话",
    ]
    assert suggest(headings) == {
        "account": "*用户编号", "name": "用户名称", "phone": "联系电话（手机）", "address": "用 电 地 址",
        "capacity_va": "合同容量(kVA)", "contact_name": "联系人", "contact_phone": "联系人电话",
    }  # fmt: skip


def test_a_mapping_needs_account_and_name_and_each_column_once() -> None:
    found = {(p.field, p.code) for p in ColumnMapping(columns={"phone": "电话", "address": "电话"}).problems(["电话"])}
    assert found == {
        ("account", "customers.column_needed"), ("name", "customers.column_needed"),
        ("address", "customers.column_twice"),
    }  # fmt: skip


def test_a_row_is_read_as_people_write_it() -> None:
    read = read_row(
        {
            "account": "'９９０００００００１", "name": " 王小明 ", "segment": "生活型", "customer_class": "低压居民",
            "arrears_fen": "￥1,234.50", "capacity_va": "315kVA", "contract_to": "2027年1月31日", "important": "否",
            "contract_from": "46023", "contact_name": "李四", "contact_phone": "1.0000000002E+10", "voltage": "220V",
        },
        TODAY,
    )  # fmt: skip
    assert read.problems == ()
    draft = read.draft
    assert (draft.account, draft.arrears_fen, draft.capacity_va) == ("9900000001", 123450, 315_000)
    assert (draft.contract_from, draft.contract_to) == (date(2026, 1, 1), date(2027, 1, 31))
    assert draft.contacts == (Contact(name="李四", phone="10000000002"),)
    assert "phone" not in read.fields


def test_a_fault_leaves_its_field_out_and_only_account_and_name_refuse_the_row() -> None:
    read = read_row({"account": "9900000001", "name": "王", "phone": "无", "certificate_no": "110105194912310021",
                     "contract_to": "2026-02-30", "arrears_fen": "-5"}, TODAY)  # fmt: skip
    assert not read.refused
    assert {p.field for p in read.problems} == {"phone", "certificate_no", "contract_to", "arrears_fen"}
    assert read.draft == CustomerDraft(account="9900000001", name="王")
    assert read_row({"account": "9.9E+09", "name": "王"}, TODAY).problems[0].code == "customers.account_rounded"
    assert read_row({"account": "9900000001", "name": " "}, TODAY).refused


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)))
def test_dates_in_each_form(day: date) -> None:
    for text in (day.isoformat(), f"{day:%Y%m%d}", f"{day.year}/{day.month}/{day.day}", f"{day.isoformat()} 00:00:00"):
        assert read_date(text) == (day, "")
    assert read_date(str((day - date(1899, 12, 30)).days)) == (day, "")


@given(st.lists(st.integers(0, 10**20), max_size=300))
def test_first_rows_remembers_like_a_dictionary(numbers: list[int]) -> None:
    first, plain = FirstRows(), {}
    for row, number in enumerate(numbers, 1):
        account = f"{number:020d}"
        assert first.seen(account, row) == plain.get(account, 0)
        plain.setdefault(account, row)
