"""The form builder: any kind of the catalog, live conditions, masked archive values, problems in their time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hallclient.catalog.business import Field as CatalogField
from hallclient.gui.counter.catalog_names import names_of
from hallclient.gui.counter.counter_page import CounterPage
from hallclient.gui.counter.form_fields import ArchiveBox, FormField
from hallclient.gui.counter.kind_chooser import Offer, fits, search_keys
from hallclient.gui.shared import theme
from hallclient.gui.shared.controls.editors import Choice
from hallclient.gui.shared.controls.segment import Segment
from tests.gui.clipping import clipped
from tests.gui.conftest import Desk
from tests.gui.counter_keys import ACCOUNT, CTRL, NAME, Keys, make_customer
from tests.house.controls import unnamed
from tests.house.tree import expect_none

TODAY = date(2026, 6, 10)


def begun(desk: Desk, code: str) -> CounterPage:
    page = CounterPage(desk.workplace())
    desk.show(page)
    page.order.pick(desk.hall.parts.catalog.business(code, TODAY))
    desk.settle()
    desk.wait(lambda: page.order.form.complete and page.papers.complete)
    return page


def test_every_kind_of_business_has_its_form(desk: Desk) -> None:
    page = CounterPage(desk.workplace())
    desk.show(page)
    kinds = [kind for kind in desk.hall.parts.catalog.kinds(TODAY) if kind.route == "business"]
    assert len(kinds) > 40
    for kind in kinds:
        page.order.pick(kind)
        page.desk.check_now()
        desk.settle()
        desk.wait(lambda: page.order.form.complete and page.papers.complete)
        assert page.desk.check is not None
        assert set(page.order.form.shown) == {field.code for field in page.desk.check.fields}, kind.code
        visible = [code for code in page.order.form.shown if page.order.form.fields[code].field.isVisible()]
        assert visible == list(page.order.form.shown), kind.code
        assert [row.line.key for row in page.papers.list.rows()] == [
            need.document for need in page.desk.check.documents
        ], kind.code
        page.desk.clear()
        page.desk.started.emit()


@pytest.mark.parametrize("code", ["lv_resident_new", "hv_new", "archive_change", "suspension"])
@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_and_everything_has_a_name(desk: Desk, qapp: QApplication, code: str, percent: int) -> None:
    theme.apply(qapp, "light", percent, "sgcc")
    make_customer(desk, owed=12345)
    page = begun(desk, code)
    page.order.strip.box.set_value(ACCOUNT)
    desk.wait(lambda: page.order.strip.model.rowCount() > 0 or not page.order.strip.isVisible())
    desk.wait(lambda: not clipped(page))
    expect_none(unnamed(page))


def test_an_agent_and_an_organisation_bring_their_own_fields_and_papers(desk: Desk) -> None:
    page = begun(desk, "lv_resident_new")
    form = page.order.form
    assert "id_card" in form.shown and "agent_name" not in form.shown
    pick(form.fields["customer_kind"], 1)
    assert "licence" in form.shown and "id_card" not in form.shown
    choice = form.fields["handler"].editor
    assert isinstance(choice, Choice)
    choice.set_value("agent")
    assert {"agent_name", "agent_id", "agent_mobile"} <= set(form.shown)
    page.desk.check_now()
    desk.settle()
    papers = {row.line.key for row in page.papers.list.rows()}
    assert {"identity_organisation", "agent_letter", "agent_id"} <= papers


def pick(field: FormField, at: int) -> None:
    assert isinstance(field.editor, Segment)
    QTest.mouseClick(field.editor.buttons()[at], Qt.MouseButton.LeftButton)


def test_what_was_typed_comes_back_when_its_condition_does(desk: Desk) -> None:
    page = begun(desk, "lv_resident_new")
    form = page.order.form
    page.order.form.go("id_card")
    QTest.keyClicks(form.fields["id_card"].editor, "3301")
    pick(form.fields["customer_kind"], 1)
    assert "id_card" not in form.shown
    pick(form.fields["customer_kind"], 0)
    assert form.fields["id_card"].text() == "3301"


def test_another_kind_keeps_what_it_shares(desk: Desk) -> None:
    page, keys = begun(desk, "lv_resident_new"), Keys(desk)
    keys.write(NAME)
    keys.press(Qt.Key.Key_B, CTRL)
    assert page.order.chooser.isVisible()
    page.order.pick(desk.hall.parts.catalog.business("lv_business_new", TODAY))
    desk.settle()
    assert page.order.form.fields["customer_name"].text() == NAME


def test_the_plan_moves_with_the_answers(desk: Desk) -> None:
    page = begun(desk, "lv_business_new")
    before = page.papers._whole.text()
    pick(page.order.form.fields["external_line"], 1)
    page.desk.check_now()
    desk.settle()
    assert "工作日" in before and page.papers._whole.text() not in ("", before)
    assert "6 月" in page.papers.plan.accessibleDescription()


def test_arrears_and_flags_are_said_where_the_business_is_done(desk: Desk) -> None:
    customer = make_customer(desk, owed=12345, vulnerable=True, consent=date(2026, 1, 5))
    page = begun(desk, "transfer")
    page.order.strip.choose(customer)
    desk.wait(lambda: page.desk.card is not None)
    assert "123.45" in page.order.owed_banner.text()
    assert page.order.owed_banner.isVisible()
    page.order.owed_banner.acted.emit()
    assert desk.went == [("payments", customer)]


def test_typing_over_a_masked_value_replaces_it_whole(desk: Desk) -> None:
    box = ArchiveBox(desk.window)
    for position, typed, wanted in ((0, "9", "9"), (4, "138", "138"), (11, "x", "x")):
        box.set_value("")
        box.show_archive("100******10")
        assert box.value() == "" and box.from_archive
        box.setCursorPosition(position)
        QTest.keyClicks(box, typed)
        assert box.text() == wanted and not box.from_archive
    box.set_value("")
    box.setCursorPosition(11)
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert box.text() == ""
    box.set_value("")
    assert box.text() == "100******10" and box.value() == ""


def test_a_long_paste_is_named_and_never_cut(desk: Desk) -> None:
    page = begun(desk, "lv_resident_new")
    box = page.order.form.fields["customer_name"].editor
    assert isinstance(box, ArchiveBox)
    box.insert("林" * 10_000)
    page.order.form.go("contact")
    desk.wait(lambda: bool(page.order.form.fields["customer_name"].field.problem()))
    assert "10000" in (page.order.form.fields["customer_name"].field.problem() or "")
    assert len(page.desk.values["customer_name"]) == 10_000


def test_a_kind_is_found_by_name_initials_pinyin_and_old_code(desk: Desk) -> None:
    kind = desk.hall.parts.catalog.business("transfer", TODAY)
    offer = Offer(id=kind.code, kind=kind, keys=search_keys(kind))
    for typed in ("过户", "gh", "guohu", "transfer", kind.seen[0] if kind.seen else "gh"):
        assert fits(offer, [typed]), typed
    assert not fits(offer, ["新装"])


def test_the_catalog_speaks_english(desk: Desk) -> None:
    place = desk.workplace()
    object.__setattr__(place, "settings", replace(place.settings, language="en"))
    page = CounterPage(place)
    desk.show(page)
    page.order.pick(desk.hall.parts.catalog.business("lv_resident_new", TODAY))
    desk.wait(lambda: page.order.form.complete and page.papers.complete)
    assert page.order.form.fields["address"].field.label.text() == "Supply address"
    assert page.papers.list.rows()[0].line.title.isascii()


def test_an_optional_choice_may_be_left_open(desk: Desk) -> None:
    place = desk.workplace()
    item = CatalogField(
        code="x", zh="甲", en="X", type="choice",
        choices=tuple(desk.hall.parts.catalog.options("rating")),
    )  # fmt: skip
    field = FormField(item, names_of(place), place, desk.window)
    assert isinstance(field.editor, Choice)
    assert field.text() == "" and not field.empty()
    field.field.deleteLater()
