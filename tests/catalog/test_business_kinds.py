"""Every business kind of the field is there, complete, and asks for the right things under the right facts."""

from __future__ import annotations

from datetime import date

import pytest

from hallclient.catalog.lookups import Catalog
from hallclient.errors import NotFound

TODAY = date(2026, 6, 10)

KINDS = {
    "lv_resident_new": "低压居民新装",
    "lv_resident_increase": "低压居民增容",
    "lv_business_new": "低压非居民新装",
    "lv_business_increase": "低压非居民增容",
    "hv_new": "高压新装",
    "hv_increase": "高压增容",
    "temporary_supply": "临时用电",
    "temporary_extension": "临时用电延期",
    "estate_new": "小区新装",
    "capacity_reduction": "减容",
    "reduction_restore": "减容恢复",
    "suspension": "暂停",
    "suspension_restore": "暂停恢复",
    "temporary_replacement": "暂换",
    "replacement_restore": "暂换恢复",
    "meter_removal": "暂拆",
    "meter_refit": "复装",
    "rename": "更名",
    "transfer": "过户",
    "account_split": "分户",
    "account_merge": "并户",
    "account_close": "销户",
    "category_change": "改类",
    "voltage_change": "改压",
    "address_move": "迁址",
    "meter_move": "移表",
    "meter_test": "电能表校验",
    "meter_fault": "计量装置故障",
    "reading_abnormal": "抄表数据异常",
    "payment": "缴费",
    "invoice": "发票开具",
    "vat_profile": "增值税信息维护",
    "refund": "退费",
    "arrears_instalment": "欠费分期缴纳",
    "direct_debit": "银行代扣",
    "pricing_change": "电价策略变更(基本电费计费方式)",
    "peak_valley": "居民峰谷电",
    "multi_person": "一户多人口",
    "low_income": "低保、五保免费电",
    "archive_change": "客户基础信息维护",
    "contract_renewal": "供用电合同续签、变更",
    "distributed_pv": "分布式光伏并网",
    "charging_pile": "充电桩报装",
    "reconnection": "欠费复电",
    "counter_outage": "停电查询",
    "counter_fault": "柜台报修",
    "counter_complaint": "柜台投诉",
    "counter_suggestion": "柜台建议",
    "theft_settlement": "违约用电、窃电处理",
}

WHOLE = {
    "lv_resident_new": ("5", "workday"),
    "lv_resident_increase": ("5", "workday"),
    "lv_business_new": ("6", "workday"),
    "lv_business_increase": ("6", "workday"),
    "hv_new": ("22", "workday"),
    "hv_increase": ("22", "workday"),
    "estate_new": ("22", "workday"),
    "meter_removal": ("5", "day"),
    "meter_refit": ("5", "day"),
    "meter_test": ("5", "workday"),
    "reading_abnormal": ("5", "workday"),
    "payment": ("5", "minute"),
    "reconnection": ("24", "hour"),
    "charging_pile": ("15", "workday"),
    "account_split": ("10", "workday"),
    "archive_change": ("0", "workday"),
}


def test_every_kind_is_there_by_name(sgcc: Catalog) -> None:
    assert {kind.code: kind.zh for kind in sgcc.kinds(TODAY)} == KINDS


@pytest.mark.parametrize("code", sorted(KINDS))
def test_each_kind_is_complete(sgcc: Catalog, code: str) -> None:
    kind = sgcc.business(code, TODAY)
    assert kind.en and kind.definition_zh and kind.definition_en
    assert all(stage.zh and stage.en and stage.role for stage in kind.stages)
    if kind.route == "business":
        assert len(kind.stages) >= 2
        assert any(field.code in {"account", "customer_name"} for field in kind.fields)
        assert kind.whole or any(stage.limit for stage in kind.stages) or code == "theft_settlement"
    if kind.account == "existing" and kind.route == "business":
        account = next(field for field in kind.fields if field.code == "account")
        assert account.type == "account" and account.required


@pytest.mark.parametrize(("code", "figure"), sorted(WHOLE.items()))
def test_the_whole_limit(sgcc: Catalog, code: str, figure: tuple[str, str]) -> None:
    limit = sgcc.limit(sgcc.business(code, TODAY).whole_limit({}), TODAY)
    assert (str(limit.amount), limit.unit) == figure


def test_dual_source_takes_the_longer_limits(sgcc: Catalog) -> None:
    kind = sgcc.business("hv_new", TODAY)
    facts = {"sources": "dual"}
    assert sgcc.limit(kind.whole_limit(facts), TODAY).amount == 32
    plan = next(stage for stage in kind.stages if stage.code == "plan")
    assert sgcc.limit(plan.limit_for(facts), TODAY).amount == 20
    assert sgcc.limit(plan.limit_for({"sources": "single"}), TODAY).amount == 10


def test_the_split_of_high_voltage_adds_up_to_the_promise(sgcc: Catalog) -> None:
    kind = sgcc.business("hv_new", TODAY)
    for sources in ("single", "dual"):
        facts = {"sources": sources, "special": "yes"}
        codes = [stage.limit_for(facts) for stage in kind.stages_for(facts)]
        total = sum(sgcc.limit(code, TODAY).amount for code in codes if code)
        assert total == sgcc.limit(kind.whole_limit(facts), TODAY).amount


def test_special_loads_only_are_reviewed_and_checked_midway(sgcc: Catalog) -> None:
    kind = sgcc.business("hv_new", TODAY)
    ordinary = {stage.code for stage in kind.stages_for({"special": "no"})}
    special = {stage.code for stage in kind.stages_for({"special": "yes"})}
    assert special - ordinary == {"design_review", "middle_check"}


def test_low_voltage_2025_limits_by_external_line(sgcc: Catalog) -> None:
    kind = sgcc.business("lv_business_new", TODAY)
    assert sgcc.limit(kind.whole_limit({"external_line": "none"}), TODAY).amount == 5
    assert sgcc.limit(kind.whole_limit({"external_line": "needed"}), TODAY).amount == 15
    assert sgcc.limit(kind.whole_limit({"external_line": "none"}), date(2024, 1, 8)).amount == 6
    assert sgcc.limit(kind.whole_limit({"external_line": "needed", "small": "yes"}), TODAY).amount == 15


def test_documents_follow_customer_and_handler(sgcc: Catalog) -> None:
    kind = sgcc.business("transfer", TODAY)
    person = {need.document for need in kind.documents_for({"customer_kind": "person", "handler": "self"})}
    agent = {need.document for need in kind.documents_for({"customer_kind": "organisation", "handler": "agent"})}
    assert "identity_person" in person and not person & {"agent_id", "agent_letter", "identity_organisation"}
    assert {"identity_organisation", "legal_person_id", "agent_letter", "agent_id"} <= agent
    assert "identity_person" not in agent
    lost = {need.document for need in kind.documents_for({"old_found": "no"})}
    assert "lost_holder_statement" in lost and "old_holder_identity" not in lost


def test_transfer_needs_cleared_bills_and_defers_the_ownership_paper(sgcc: Catalog) -> None:
    kind = sgcc.business("transfer", TODAY)
    assert kind.needs_cleared and kind.one_document
    ownership = next(need for need in kind.documents if need.document == "ownership")
    assert ownership.deferrable and ownership.commitment_days == 10
    identity = next(need for need in kind.documents if need.document == "identity_person")
    assert not identity.deferrable


def test_a_kind_changes_a_field_of_a_shared_set_in_place(sgcc: Catalog) -> None:
    shared = [field.code for field in sgcc.business("charging_pile", TODAY).fields]
    assert shared.index("capacity_new") < shared.index("wanted_on") < shared.index("parking_place")
    pile = {field.code: field for field in sgcc.business("charging_pile", TODAY).fields}
    home = {field.code: field for field in sgcc.business("lv_resident_new", TODAY).fields}
    assert (pile["capacity_new"].default, home["capacity_new"].default) == (7.0, 8.0)
    assert pile["capacity_new"].required and home["capacity_new"].max == 50


def test_identity_fields_follow_the_kind_of_document(sgcc: Catalog) -> None:
    kind = sgcc.business("rename", TODAY)
    shown = {field.code for field in kind.fields_for({"customer_kind": "person", "id_kind": "passport"})}
    assert "id_other" in shown and not shown & {"id_card", "licence", "agent_name"}


def test_codes_seen_in_other_systems(sgcc: Catalog) -> None:
    seen = {code: kind.code for kind in sgcc.kinds(TODAY) for code in kind.seen}
    assert {seen[code] for code in ("201", "202", "203", "204")} == {
        "capacity_reduction",
        "reduction_restore",
        "suspension",
        "suspension_restore",
    }
    assert seen["101"] == "lv_resident_new" and seen["111"] == "hv_increase"


def test_kinds_by_group_and_day(sgcc: Catalog) -> None:
    assert {kind.group for kind in sgcc.kinds(TODAY, "metering")} == {"metering"}
    assert "temporary_extension" not in {kind.code for kind in sgcc.kinds(date(2024, 5, 31))}
    with pytest.raises(NotFound) as error:
        sgcc.business("distributed_pv", date(2010, 1, 1))
    assert error.value.code == "catalog.not_in_force"
    with pytest.raises(NotFound) as error:
        sgcc.business("nothing", TODAY)
    assert error.value.code == "catalog.unknown"


def test_restricted_settlement_and_routes(sgcc: Catalog) -> None:
    assert sgcc.business("theft_settlement", TODAY).right == "business.authorise"
    routes = {kind.code: kind.request_kind for kind in sgcc.kinds(TODAY) if kind.route == "request"}
    assert routes == {
        "counter_outage": "query",
        "counter_fault": "fault",
        "counter_complaint": "complaint",
        "counter_suggestion": "suggestion",
    }


def test_one_document_acceptance_is_only_where_papers_can_wait(sgcc: Catalog) -> None:
    for kind in sgcc.kinds(TODAY):
        if kind.one_document:
            waiting = [need for need in kind.documents if need.deferrable]
            assert waiting or kind.code == "archive_change", kind.code


def test_identity_forms_of_the_library(sgcc: Catalog) -> None:
    forms = {form.code for form in sgcc.document("identity_person").forms}
    assert {"id_card", "temporary_id_card", "household_register", "passport", "police_certificate"} <= forms
    assert "驾驶证" in sgcc.document("identity_person").refused_zh
    assert len(sgcc.document("ownership").forms) == 9
