"""Each figure of the field's tables, and which edition is taken on which day for which operator."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallclient.catalog.lookups import Catalog, in_force
from hallclient.errors import NotFound

TODAY = date(2026, 6, 10)

# code, edition, amount, unit: every row of the tables of time limits
FIGURES = [
    ("complaint.contact", "sgcc-js-2021", 24, "hour"),
    ("complaint.contact", "sgcc-2022", 24, "hour"),
    ("complaint.contact", "sgcc-95598-2014", 1, "workday"),
    ("complaint.contact", "sgcc-2011", 1, "workday"),
    ("complaint.reply_internal", "sgcc-js-2021", 4, "workday"),
    ("complaint.reply", "sgcc-2022", 5, "workday"),
    ("complaint.reply_internal", "sgcc-95598-2014", 6, "workday"),
    ("complaint.reply", "sgcc-2011", 7, "workday"),
    ("complaint.reply", "csg-working", 5, "workday"),
    ("complaint.reply", "csg-2017", 5, "workday"),
    ("complaint.reply", "provincial-rule", 5, "workday"),
    ("report.reply", "sgcc-js-2021", 9, "workday"),
    ("opinion.reply", "product-2022", 9, "workday"),
    ("suggestion.reply", "product-2022", 9, "workday"),
    ("channel.12398", "sgcc-js-2021", 10, "workday"),
    ("channel.12398_regulator", "nea-practice", 30, "workday"),
    ("channel.12345", "sgcc-js-2021", 7, "day"),
    ("channel.other", "sgcc-js-2021", 10, "day"),
    ("dispatch.national", "sgcc-internal", 20, "minute"),
    ("dispatch.province", "sgcc-internal", 2, "hour"),
    ("request.visit", "sgcc-internal", 1, "workday"),
    ("fault.dispatch", "csg-working", 5, "minute"),
    ("complaint.review", "csg-working", 15, "minute"),
    ("complaint.pass_on", "csg-working", 15, "minute"),
    ("fault.sms_contact", "csg-working", 60, "minute"),
    ("fault.first_information", "csg-working", 5, "minute"),
    ("fault.tell_key", "csg-working", 10, "minute"),
    ("problem.pass_on", "csg-working", 0, "day"),
    ("problem.measures", "csg-working", 5, "workday"),
    ("reconnect.power", "sgcc-service", 24, "hour"),
    ("reconnect.answer", "sgcc-service", 1, "workday"),
    ("appliance.on_site", "sgcc-service", 24, "hour"),
    ("appliance.answer", "sgcc-service", 1, "workday"),
    ("meter.abnormal_internal", "sgcc-service", 4, "workday"),
    ("reading.abnormal_internal", "sgcc-service", 6, "workday"),
    ("charging.arrive", "sgcc-service", 45, "minute"),
    ("charging.answer", "sgcc-service", 2, "hour"),
    ("service.reply", "sgcc-service", 5, "workday"),
    ("hall.statement", "hall-practice", 3, "workday"),
    ("outage.planned_notice", "sgcc-2022", 7, "day"),
    ("outage.temporary_notice", "sgcc-2022", 24, "hour"),
    ("repair.arrive.urban", "sgcc-2022", 45, "minute"),
    ("repair.arrive.rural", "sgcc-2022", 90, "minute"),
    ("repair.arrive.remote", "sgcc-2022", 2, "hour"),
    ("repair.restore.urban", "sgcc-2022", 3, "hour"),
    ("repair.restore.rural", "sgcc-2022", 4, "hour"),
    ("connect.lv.total", "sgcc-2022", 6, "workday"),
    ("connect.hv_single.total", "sgcc-2022", 22, "workday"),
    ("connect.hv_dual.total", "sgcc-2022", 32, "workday"),
    ("connect.resident.total", "sgcc-2022", 5, "workday"),
    ("meter.test", "sgcc-2022", 5, "workday"),
    ("meter.data", "sgcc-2022", 5, "workday"),
    ("outage.planned_notice", "sgcc-2011", 7, "day"),
    ("arrears.stop_notice", "sgcc-2011", 7, "day"),
    ("reconnect.power", "sgcc-2011", 24, "hour"),
    ("connect.resident.plan", "sgcc-2011", 3, "workday"),
    ("connect.lv.plan", "sgcc-2011", 7, "workday"),
    ("connect.hv_single.plan", "sgcc-2011", 15, "workday"),
    ("connect.hv_dual.plan", "sgcc-2011", 30, "workday"),
    ("connect.resident.meter", "sgcc-2011", 3, "workday"),
    ("connect.lv.meter", "sgcc-2011", 5, "workday"),
    ("connect.hv.meter", "sgcc-2011", 5, "workday"),
    ("meter.test", "sgcc-2011", 5, "workday"),
    ("meter.data", "sgcc-2011", 7, "workday"),
    ("repair.arrive.urban", "csg-2017", 45, "minute"),
    ("repair.arrive.rural", "csg-2017", 90, "minute"),
    ("repair.arrive.remote", "csg-2017", 2, "hour"),
    ("repair.restore.urban", "csg-2017", 4, "hour"),
    ("repair.restore.rural", "csg-2017", 5, "hour"),
    ("connect.resident.plan", "csg-2017", 2, "workday"),
    ("connect.lv.plan", "csg-2017", 5, "workday"),
    ("connect.hv_single.plan", "csg-2017", 15, "workday"),
    ("connect.hv_dual.plan", "csg-2017", 30, "workday"),
    ("connect.resident.meter", "csg-2017", 2, "workday"),
    ("connect.lv.meter", "csg-2017", 3, "workday"),
    ("connect.hv.meter", "csg-2017", 5, "workday"),
    ("reconnect.power", "csg-2017", 12, "hour"),
    ("hall.waiting", "csg-2017", 15, "minute"),
    ("repair.arrive_max.urban", "nea-27", 60, "minute"),
    ("repair.arrive_max.rural", "nea-27", 120, "minute"),
    ("repair.arrive_max.remote", "nea-27", 240, "minute"),
    ("outage.planned_notice", "nea-27", 7, "day"),
    ("outage.temporary_notice", "nea-27", 24, "hour"),
    ("connect.resident.plan", "nea-27", 3, "workday"),
    ("connect.lv.plan", "nea-27", 8, "workday"),
    ("connect.hv_single.plan", "nea-27", 20, "workday"),
    ("connect.hv_dual.plan", "nea-27", 45, "workday"),
    ("connect.lv.review", "nea-27", 8, "workday"),
    ("connect.hv.review", "nea-27", 20, "workday"),
    ("connect.lv.middle_check", "nea-27", 3, "workday"),
    ("connect.hv.middle_check", "nea-27", 5, "workday"),
    ("connect.lv.completion", "nea-27", 5, "workday"),
    ("connect.hv.completion", "nea-27", 7, "workday"),
    ("connect.resident.meter", "nea-27", 3, "workday"),
    ("connect.lv.meter", "nea-27", 5, "workday"),
    ("connect.hv.meter", "nea-27", 7, "workday"),
    ("outage.restore", "rules-1996", 3, "day"),
    ("outage.restore", "rules-2024", 24, "hour"),
    ("connect.lv.plan", "rules-2024", 3, "workday"),
    ("connect.hv_single.plan", "rules-2024", 10, "workday"),
    ("connect.hv_dual.plan", "rules-2024", 20, "workday"),
    ("outage.planned_notice", "regulations", 7, "day"),
    ("outage.temporary_notice", "regulations", 24, "hour"),
    ("arrears.before_cut", "regulations", 30, "day"),
    ("connect.hv_single.plan", "sgcc-expand-2018", 15, "workday"),
    ("connect.hv_dual.plan", "sgcc-expand-2018", 30, "workday"),
    ("connect.hv.review", "sgcc-expand-2018", 10, "workday"),
    ("connect.hv.middle_check", "sgcc-expand-2018", 5, "workday"),
    ("connect.hv.completion", "sgcc-expand-2018", 5, "workday"),
    ("connect.hv.meter", "sgcc-expand-2018", 5, "workday"),
    ("connect.resident.total", "nea-2020", 5, "workday"),
    ("connect.lv.total", "nea-2020", 6, "workday"),
    ("connect.hv_single.total", "nea-2020", 22, "workday"),
    ("connect.hv_dual.total", "nea-2020", 32, "workday"),
    ("connect.small.total", "nea-2020", 25, "workday"),
    ("connect.small.total", "nea-2020", 20, "workday"),
    ("connect.small.total", "nea-2020", 15, "workday"),
    ("connect.small.total", "sgcc-small-notice", 20, "workday"),
    ("connect.lv_simple.total", "ndrc-2025", 5, "workday"),
    ("connect.lv_line.total", "ndrc-2025", 15, "workday"),
    ("connect.accept", "sgcc-heilongjiang", 1, "workday"),
    ("connect.lv.plan", "sgcc-lv-notice", 3, "workday"),
    ("connect.hv_single.plan", "sgcc-henan", 11, "workday"),
    ("connect.hv_single.plan", "sgcc-heilongjiang", 6, "workday"),
    ("connect.hv_dual.plan", "sgcc-henan", 21, "workday"),
    ("connect.hv_dual.plan", "sgcc-heilongjiang", 14, "workday"),
    ("connect.accept", "product-2022", 1, "workday"),
    ("connect.lv.plan", "product-2022", 3, "workday"),
    ("connect.hv_single.plan", "product-2022", 10, "workday"),
    ("connect.hv_dual.plan", "product-2022", 20, "workday"),
    ("connect.hv.review", "product-2022", 3, "workday"),
    ("connect.hv.middle_check", "product-2022", 2, "workday"),
    ("connect.hv.completion", "product-2022", 3, "workday"),
    ("connect.hv.meter", "product-2022", 3, "workday"),
    ("connect.pile.total", "pile-notice", 15, "workday"),
    ("connect.pile.visit", "pile-notice", 3, "workday"),
    ("connect.pile.meter", "pile-notice", 5, "workday"),
    ("connect.lv.visit", "pile-notice", 4, "workday"),
    ("pv.plan", "pv-notice", 20, "workday"),
    ("pv.acceptance", "pv-notice", 10, "workday"),
    ("plan.valid.hv", "rules-1996", 12, "month"),
    ("plan.valid.lv", "rules-1996", 3, "month"),
    ("plan.extend_ahead", "rules-1996", 10, "day"),
    ("hall.payment", "sgcc-norms", 5, "minute"),
    ("hall.business", "sgcc-norms", 20, "minute"),
    ("change.ahead", "rules-1996", 5, "day"),
    ("change.ahead", "change-notice", 5, "workday"),
    ("suspension.shortest", "rules-1996", 15, "day"),
    ("suspension.longest", "rules-1996", 6, "month"),
    ("reduction.shortest", "rules-1996", 6, "month"),
    ("reduction.longest", "rules-1996", 24, "month"),
    ("replacement.longest.lv", "change-notice", 2, "month"),
    ("replacement.longest.hv", "change-notice", 3, "month"),
    ("removal.execute", "rules-1996", 5, "day"),
    ("removal.refit", "rules-1996", 5, "day"),
    ("removal.longest", "rules-1996", 6, "month"),
    ("account.idle", "rules-1996", 6, "month"),
    ("temporary.longest", "rules-1996", 6, "month"),
    ("arrears.reminder", "rules-1996", 30, "minute"),
    ("appliance.claim", "appliances", 7, "day"),
    ("connect.resident.visit", "csg-working", 3, "workday"),
]

# the defaults that the product recommends, as State Grid has them today
RECOMMENDED = [
    ("complaint.contact", 24, "hour"),
    ("complaint.reply", 5, "workday"),
    ("complaint.reply_internal", 4, "workday"),
    ("report.reply", 9, "workday"),
    ("channel.12398", 10, "workday"),
    ("channel.12345", 7, "day"),
    ("outage.restore", 24, "hour"),
    ("change.ahead", 5, "workday"),
    ("connect.small.total", 15, "workday"),
    ("connect.hv_single.plan", 10, "workday"),
    ("hall.waiting", 15, "minute"),
    ("reconnect.power", 24, "hour"),
]


@pytest.mark.parametrize(("code", "edition", "amount", "unit"), FIGURES)
def test_every_figure_is_there(sgcc: Catalog, code: str, edition: str, amount: int, unit: str) -> None:
    found = {(rule.amount, rule.unit) for rule in sgcc.limit_editions(code) if rule.edition == edition}
    assert (amount, unit) in found


@pytest.mark.parametrize(("code", "amount", "unit"), RECOMMENDED)
def test_the_recommended_figure_is_taken_today(sgcc: Catalog, code: str, amount: int, unit: str) -> None:
    rule = sgcc.limit(code, TODAY)
    assert (rule.amount, rule.unit, rule.default) == (amount, unit, True)


def test_each_row_names_its_text_and_its_dates(sgcc: Catalog) -> None:
    for rule in sgcc.items["limits"]:
        edition = sgcc.edition(rule.edition)
        assert rule.source and rule.confidence and edition.zh and edition.en
        assert rule.effective_from >= edition.effective_from
        assert rule.method == ("accumulate" if rule.unit in ("minute", "hour") else "day-count")


def test_the_edition_of_the_day(sgcc: Catalog) -> None:
    assert sgcc.limit("complaint.reply", date(2015, 3, 2)).edition == "sgcc-2011"
    assert sgcc.limit("complaint.reply", date(2021, 12, 31)).amount == 7
    assert sgcc.limit("complaint.reply", date(2022, 1, 1)).amount == 5
    assert sgcc.limit("outage.restore", date(2024, 5, 31)).amount == 3
    assert sgcc.limit("outage.restore", date(2024, 6, 1)).amount == 24
    assert [sgcc.limit("connect.small.total", date(year, 12, 31)).amount for year in (2020, 2021, 2022)] == [25, 20, 15]


def test_before_the_first_edition_nothing_is_guessed(sgcc: Catalog) -> None:
    with pytest.raises(NotFound) as error:
        sgcc.limit("complaint.reply", date(2008, 1, 1))
    assert error.value.code == "catalog.not_in_force"
    assert not sgcc.has_limit("complaint.reply", date(2008, 1, 1))


def test_other_operators_texts_are_never_taken(sgcc: Catalog, csg: Catalog) -> None:
    for catalog, other in ((sgcc, "csg"), (csg, "sgcc")):
        for code in {rule.code for rule in catalog.items["limits"]}:
            if catalog.has_limit(code, TODAY):
                assert catalog.limit(code, TODAY).scope != other


def test_targets(sgcc: Catalog, csg: Catalog) -> None:
    assert sgcc.target("voltage.urban", TODAY).value == 98.5
    assert sgcc.target("voltage.urban", date(2015, 1, 1)).value == 96.0
    assert csg.target("voltage.rural", TODAY).value == 94.0
    assert sgcc.target("hotline.rings", TODAY).value == 4


def test_averages_and_terms_are_no_deadlines(sgcc: Catalog) -> None:
    assert sgcc.limit("repair.arrive.urban", TODAY).sort == "average"
    assert sgcc.limit("repair.arrive_max.urban", TODAY).sort == "deadline"
    assert sgcc.limit("outage.planned_notice", TODAY).sort == "ahead"
    assert sgcc.limit("suspension.shortest", TODAY).sort == "term_min"


@given(day=st.dates(date(2007, 1, 1), date(2026, 12, 31)), data=st.data())
def test_a_rule_is_in_force_on_its_day(sgcc: Catalog, day: date, data: st.DataObject) -> None:
    codes = sorted({rule.code for rule in sgcc.items["limits"]})
    code = data.draw(st.sampled_from(codes))
    if not sgcc.has_limit(code, day):
        return
    rule = sgcc.limit(code, day)
    assert rule.code == code and rule.scope in sgcc.profile.scopes
    assert in_force(rule.effective_from, rule.effective_to, day)


def test_a_last_day_counts() -> None:
    first, last = date(2024, 1, 1), date(2024, 5, 31)
    assert in_force(first, last, first) and in_force(first, last, last) and in_force(first, None, date.max)
    assert not in_force(first, last, last + timedelta(1)) and not in_force(first, last, first - timedelta(1))
