"""A utility lays its own files over the shipped ones without touching the program."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from hallclient import resources
from hallclient.catalog.loader import load
from hallclient.catalog.lookups import Catalog
from hallclient.errors import NotFound

TODAY = date(2026, 6, 10)
Overlay = Callable[..., Catalog]


def test_a_missing_folder_changes_nothing(sgcc: Catalog, tmp_path: Path) -> None:
    catalog = load([resources.folder("catalog"), tmp_path / "none"], "sgcc", today=TODAY)
    assert catalog.items == sgcc.items and catalog.matrix == sgcc.matrix


def test_one_figure_of_one_edition(overlay: Overlay) -> None:
    catalog = overlay('limits = [{ code = "complaint.reply", edition = "sgcc-2022", amount = 3 }]')
    rule = catalog.limit("complaint.reply", TODAY)
    assert (rule.amount, rule.unit, rule.zh) == (3, "workday", "投诉答复客户")


def test_a_local_edition_with_its_own_dates(overlay: Overlay) -> None:
    catalog = overlay("""
        [[editions]]
        code = "local-2026"
        zh = "本市办电告知书(2026)"
        en = "City notice (2026)"
        scope = "sgcc"
        effective_from = 2026-03-01
        source = "本市"
        confidence = "H"

        [[limits]]
        code = "connect.lv.plan"
        zh = "供电方案答复(低压)"
        en = "supply plan, LV"
        amount = 2
        unit = "workday"
        start = "order.accepted"
        stop = "plan.answered"
        edition = "local-2026"
        default = true
    """)
    assert catalog.limit("connect.lv.plan", date(2026, 2, 28)).amount == 3
    assert catalog.limit("connect.lv.plan", date(2026, 3, 1)).amount == 2


def test_a_profile_pins_an_edition(overlay: Overlay) -> None:
    catalog = overlay('[profile]\neditions = { "connect.hv_single.plan" = "sgcc-henan" }')
    assert catalog.limit("connect.hv_single.plan", TODAY).amount == 11
    assert catalog.limit("connect.hv_dual.plan", TODAY).amount == 20


def test_a_kind_of_its_own(overlay: Overlay) -> None:
    catalog = overlay("""
        [[business]]
        code = "street_lamp"
        zh = "路灯报装"
        en = "Street lamp"
        group = "new_supply"
        queue_class = "corporate"
        field_sets = ["new_customer", "handler"]
        document_sets = ["new_supply"]
        fields = [{ code = "lamps", zh = "盏数", en = "Lamps", type = "number", required = true, min = 1 }]
        stages = [{ code = "accept" }, { code = "archive" }]
        whole = "change.total"
        valid_from = 2026-01-01
    """)
    kind = catalog.business("street_lamp", TODAY)
    assert kind.stages[0].zh == "受理" and kind.fields[-1].code == "lamps"
    assert len(kind.documents_for({"customer_kind": "person", "handler": "self"})) == 3
    with pytest.raises(NotFound):
        catalog.business("street_lamp", date(2025, 12, 31))


def test_parts_of_a_kind_are_changed_removed_and_placed(overlay: Overlay) -> None:
    catalog = overlay("""
        [[business]]
        code = "transfer"
        fields = [
          { code = "final_reading", required = true },
          { code = "gas", zh = "联办燃气", en = "Gas too", type = "boolean", after = "old_found" },
        ]
        documents = [{ document = "debt_clearance", remove = true }]
        stages = [{ code = "final_reading", remove = true }, { code = "review", after = "accept" }]
    """)
    kind = catalog.business("transfer", TODAY)
    codes = [field.code for field in kind.fields]
    assert codes.index("gas") == codes.index("old_found") + 1
    assert next(field for field in kind.fields if field.code == "final_reading").required
    assert "debt_clearance" not in {need.document for need in kind.documents}
    assert [stage.code for stage in kind.stages] == ["accept", "review", "settle", "contract", "archive"]
    assert kind.stages[1].role == "shift_leader"


def test_a_new_version_of_a_kind_from_a_day(overlay: Overlay) -> None:
    catalog = overlay("""
        [[business]]
        code = "meter_move"
        valid_to = 2026-06-30

        [[business]]
        code = "meter_move"
        edition = "2026"
        zh = "移表(新)"
        en = "Move of the meter"
        group = "change"
        queue_class = "business"
        field_sets = ["account", "handler"]
        stages = [{ code = "accept" }, { code = "archive" }]
        whole = "change.total"
        valid_from = 2026-07-01
    """)
    assert catalog.business("meter_move", date(2026, 6, 30)).zh == "移表"
    assert catalog.business("meter_move", date(2026, 7, 1)).zh == "移表(新)"
    assert [kind.code for kind in catalog.kinds(date(2026, 7, 1))].count("meter_move") == 1


def test_items_are_removed(overlay: Overlay) -> None:
    catalog = overlay("""
        [[channels]]
        code = "sms"
        remove = true

        [[option_lists]]
        code = "pause_reason"
        options = [{ code = "meeting", remove = true }, { code = "training", zh = "培训", en = "training" }]
    """)
    assert not catalog.knows("channels", "sms")
    reasons = [option.code for option in catalog.options("pause_reason")]
    assert "meeting" not in reasons and reasons[-1] == "training"


def test_rights_and_days_and_prefixes(overlay: Overlay) -> None:
    catalog = overlay("""
        [matrix.teller]
        "business.advance" = "hall"
        "customers.edit" = "none"

        [[days]]
        date = 2026-08-15
        work = false
        zh = "停电检修放假"

        [[queue_classes]]
        code = "corporate"
        prefix = "E"
    """)
    rights = catalog.rights_of(["teller"])
    assert rights["business.advance"] == "hall" and "customers.edit" not in rights and rights["queue.serve"] == "hall"
    assert [(day.date, day.work) for day in catalog.calendar.days] == [(date(2026, 8, 15), False)]
    assert catalog.queue_class("corporate").prefix == "E"


def test_the_own_profile_file_comes_last(overlay: Overlay) -> None:
    overlay('[profile]\nhotline = "0513-95598"', name="local.toml")
    catalog = overlay('[profile]\nhotline = "96598"', name="profiles/sgcc.toml")
    assert catalog.profile.hotline == "96598" and catalog.profile.short_zh == "国家电网"


def test_a_utility_of_its_own(overlay: Overlay) -> None:
    catalog = overlay(
        """
        [profile]
        code = "inner_mongolia"
        zh = "内蒙古电力(集团)有限责任公司"
        en = "Inner Mongolia Power"
        short_zh = "内蒙古电力"
        brand_key = "inner_mongolia"
        hotline = "95598"
        website = "www.impc.com.cn"
        app_zh = "蒙电E家"
        app_en = "app"
        scopes = ["sgcc", "law", "all"]
        """,
        name="profiles/inner_mongolia.toml",
        profile="inner_mongolia",
    )
    assert catalog.profile.short_zh == "内蒙古电力"


def test_the_windows_byte_order_mark_does_no_harm(overlay: Overlay) -> None:
    catalog = overlay('﻿[profile]\nshort_zh = "国网"'.encode())
    assert catalog.profile.short_zh == "国网"
