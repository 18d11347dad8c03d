"""Fields, terms and plans of business orders: each field type, tidy values, due times stage by stage."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallclient import resources
from hallclient.catalog import loader
from hallclient.catalog.business import Field, FieldType
from hallclient.catalog.model import Item, LimitRule
from hallclient.domain import business_fields, business_plan, business_terms
from hallclient.domain.business_plan import KeptLimit
from hallclient.domain.identity import id_check_digit
from hallclient.domain.instants import BEIJING
from hallclient.domain.worktime import Pause
from hallclient.services.opening import read_calendar
from hallclient.store.base import canonical

TODAY = date(2026, 6, 10)
CATALOG = loader.load([resources.folder("catalog")], "sgcc")
CALENDAR = read_calendar(CATALOG)
ACCEPTED = datetime(2026, 6, 10, 14, 9, tzinfo=BEIJING)


def field(kind: FieldType, **more: object) -> Field:
    return Field(code="f", zh="字段", en="Field", type=kind, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("money", "１，２３４．５", "1234.50"),
        ("money", "¥ 0.07", "0.07"),
        ("number", "１２ ", "12"),
        ("date", "2026年6月1日", "2026-06-01"),
        ("date", "20260601", "2026-06-01"),
        ("date", "2026/6/1", "2026-06-01"),
        ("boolean", "是", "yes"),
        ("boolean", "NO", "no"),
        ("id_card", "11010119900101001x", "11010119900101001X"),
        ("account", "3300012345678.0", "3300012345678"),
        ("account", " 3300 0123 45678", "3300012345678"),
        ("text", "王\n小\t敏 ", "王 小 敏"),
        ("long_text", "第一行\r\n第二行\x00", "第一行\n第二行"),
    ],
)
def test_a_value_is_kept_tidy(kind: FieldType, typed: str, kept: str) -> None:
    assert business_fields.tidy(field(kind), typed) == kept


@pytest.mark.parametrize(
    ("wanted", "typed", "code"),
    [
        (field("money"), "-1", "business.money_negative"),
        (field("money", min=100), "0.99", "business.number_too_small"),
        (field("money", max=100), "1.01", "business.number_too_large"),
        (field("money"), "1.234", "business.money_bad"),
        (field("money"), "十元", "business.money_bad"),
        (field("number"), "1.5", "business.too_many_decimals"),
        (field("number", decimals=1), "1.50", None),
        (field("number"), "1e9", "business.number_bad"),
        (field("number"), "NaN", "business.number_bad"),
        (field("date"), "2026-13-01", "business.date_impossible"),
        (field("date"), "0001-01-01", "business.date_impossible"),
        (field("date"), "2026-06-1", None),
        (field("choice", choices=(Item(code="a", zh="甲", en="A"),)), "b", "business.choice_unknown"),
        (field("boolean", required=True), "no", "business.field_missing"),
        (field("boolean", required=True, default=False), "no", None),
        (field("boolean"), "maybe", "business.choice_unknown"),
        (field("text", required=True), " \n ", "business.field_missing"),
        (field("text", required=False), "", None),
        (field("text", max_length=3), "一二三四", "business.too_long"),
        (field("long_text"), "长" * 10_000, "business.too_long"),
        (field("id_card"), "110101200001010000", "customers.id_card_check"),
        (field("phone"), "tel", "customers.phone_shape"),
        (field("account"), "12ab", "business.account_bad"),
    ],
)
def test_a_wrong_value_is_told(wanted: Field, typed: str, code: str | None) -> None:
    found = business_fields.problem(wanted, typed, TODAY)
    assert (found.code if found else None) == code


@given(st.sampled_from(get_args(FieldType)), st.text(max_size=60))
def test_nothing_typed_breaks_the_check_and_tidy_is_stable(kind: FieldType, typed: str) -> None:
    wanted = field(kind, choices=(Item(code="a", zh="甲", en="A"),))
    business_fields.problem(wanted, typed, TODAY)
    once = business_fields.tidy(wanted, typed)
    assert business_fields.tidy(wanted, once) == once


@given(st.integers(0, 10**12))
def test_money_goes_to_text_and_back(fen: int) -> None:
    text = f"{fen // 100:,}.{fen % 100:02d}"
    assert business_fields.fen_of(business_fields.tidy(field("money"), text)) == fen


@given(st.dates(date(1930, 1, 1), TODAY), st.integers(0, 999))
def test_an_id_card_passes_only_with_its_check_digit(born: date, serial: int) -> None:
    first = f"110101{born:%Y%m%d}{serial:03d}"
    good = id_check_digit(first)
    passing = [d for d in "0123456789X" if business_fields.problem(field("id_card"), first + d, TODAY) is None]
    assert passing == [good]


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(0, 48))
def test_months_end_in_the_right_month(start: date, months: int) -> None:
    rule = _rule(amount=months, unit="month")
    end = business_terms.after(start, rule)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == start.day or (end + timedelta(days=1)).day == 1


def _rule(**changes: object) -> LimitRule:
    plain = {
        "code": "x", "zh": "某时限", "en": "some limit", "amount": 3, "unit": "workday", "start": "stage.started",
        "stop": "stage.finished", "edition": "e", "scope": "all", "effective_from": date(2020, 1, 1), "source": "GK",
        "confidence": "M", "pauses": ("no_access",),
    }  # fmt: skip
    return LimitRule(**{**plain, **changes})  # type: ignore[arg-type]


def test_high_voltage_stages_follow_one_another_and_the_whole_keeps_its_total() -> None:
    kind = CATALOG.business("hv_new", TODAY)
    facts = {"sources": "single", "special": "yes", "handler": "self", "customer_kind": "organisation"}

    def limit_of(code: str) -> LimitRule | None:
        return CATALOG.limit(code, TODAY) if CATALOG.has_limit(code, TODAY) else None

    plan = business_plan.make(kind, facts, ACCEPTED, limit_of, CALENDAR)
    dues = [stage.planned for stage in plan.stages if stage.planned is not None]
    assert dues == sorted(dues) and len(dues) >= 5
    assert plan.kept is not None and plan.kept.code == "connect.hv_single.total" and plan.kept.amount == 22
    dual = business_plan.make(kind, {**facts, "sources": "dual"}, ACCEPTED, limit_of, CALENDAR)
    assert dual.kept is not None and dual.kept.amount == 32
    assert plan.due is not None and dual.due is not None and plan.due.at and dual.due.at and plan.due.at < dual.due.at
    assert plan.published


@pytest.mark.parametrize("code", [kind.code for kind in CATALOG.kinds(TODAY)])
def test_every_kind_has_a_plan_whose_stages_do_not_go_back(code: str) -> None:
    kind = CATALOG.business(code, TODAY)
    facts = {"handler": "self", "customer_kind": "person", **business_fields.with_defaults(kind.fields, {})}
    plan = business_plan.make(
        kind, facts, ACCEPTED, lambda c: CATALOG.limit(c, TODAY) if CATALOG.has_limit(c, TODAY) else None, CALENDAR
    )
    assert [stage.code for stage in plan.stages] == [stage.code for stage in kind.stages_for(facts)]
    assert all(stage.planned is None or stage.planned > ACCEPTED for stage in plan.stages)


def test_a_kept_limit_counts_the_same_after_the_store() -> None:
    kept = business_plan.keep(_rule(), ACCEPTED)
    assert kept is not None
    again = KeptLimit.from_json(json.loads(canonical(kept.as_json())))
    pause = Pause(start=ACCEPTED + timedelta(days=1), end=ACCEPTED + timedelta(days=2), reason="no_access")
    assert again.due(CALENDAR, (pause,)).at == kept.due(CALENDAR, (pause,)).at
    assert again.due(CALENDAR, (pause,)).at != kept.due(CALENDAR).at
    moved = again.started(ACCEPTED + timedelta(days=7))
    assert moved.since == ACCEPTED + timedelta(days=7)
    fixed = business_plan.keep(_rule(start="order.accepted"), ACCEPTED)
    assert fixed is not None and fixed.started(ACCEPTED + timedelta(days=7)) is fixed
    assert business_plan.keep(_rule(sort="term_max", unit="month"), ACCEPTED) is None
    assert business_plan.keep(None, ACCEPTED) is None


def test_no_stage_is_planned_beyond_the_whole_order() -> None:
    kind = CATALOG.business("lv_resident_new", TODAY)
    facts = {"handler": "self", "customer_kind": "person"}
    plan = business_plan.make(kind, facts, ACCEPTED, lambda code: CATALOG.limit(code, TODAY), CALENDAR)
    meter = next(stage for stage in plan.stages if stage.code == "meter")
    assert plan.due is not None and plan.due.at is not None and meter.due is not None and meter.due.at is not None
    assert meter.due.at > plan.due.at == meter.planned
