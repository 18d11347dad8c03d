"""Forms are compiled and fresh; every control on them has a name and a place in the order of the Tab key."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from tests.house.controls import unnamed
from tests.house.forms import faults
from tests.house.tree import FORMS, UI, expect_none, shown
from tools.forms import compiled, compiled_at

ALL = sorted(UI.rglob("*.ui"))


def stale(form: Path, module: Path) -> bool:
    return not module.is_file() or module.read_text(encoding="utf-8") != compiled(form)


def test_forms_are_compiled_and_fresh() -> None:
    expect_none([f"{shown(form)}: make forms" for form in ALL if stale(form, compiled_at(form))])


def test_every_compiled_form_has_its_source() -> None:
    made = {compiled_at(form) for form in ALL}
    by_hand = [path for path in FORMS.rglob("*.py") if path not in made and path.name != "__init__.py"]
    expect_none([shown(path) for path in by_hand])


def test_controls_of_forms_have_names_and_tab_order() -> None:
    expect_none([f"{shown(form)}: {fault}" for form in ALL for fault in faults(form)])


FORM = """<ui version="4.0"><class>Page</class><widget class="QWidget" name="Page">
<layout class="QVBoxLayout" name="all">
<item><widget class="QLabel" name="label"><property name="text"><string>户名</string></property>
<property name="buddy"><cstring>name</cstring></property></widget></item>
<item><widget class="QLineEdit" name="name"/></item>
<item><widget class="PhoneEdit" name="phone"/></item>
<item><widget class="QPushButton" name="accept"><property name="text"><string>受理</string></property></widget></item>
<item><widget class="QToolButton" name="more"><property name="focusPolicy"><enum>Qt::NoFocus</enum></property></widget>
</item></layout></widget>
<customwidgets><customwidget><class>PhoneEdit</class><extends>QLineEdit</extends><header>x</header></customwidget>
</customwidgets><tabstops><tabstop>name</tabstop><tabstop>name</tabstop><tabstop>gone</tabstop>
<tabstop>accept</tabstop></tabstops></ui>"""


def test_faults_of_a_form_are_seen(tmp_path: Path) -> None:
    form = tmp_path / "page.ui"
    form.write_text(FORM, encoding="utf-8")
    assert faults(form) == [
        "phone has no label with it as buddy, no accessibleName and no text",
        "more has no label with it as buddy, no accessibleName and no text",
        "phone is not among the tab stops",
        "gone is a tab stop and no widget",
        "name is a tab stop twice",
    ]
    module = tmp_path / "ui_page.py"
    assert stale(form, module)
    module.write_text(compiled(form), encoding="utf-8")
    assert not stale(form, module)
    form.write_text(FORM.replace("受理", "接收"), encoding="utf-8")
    assert stale(form, module)


def test_controls_without_a_name_are_seen(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = QFormLayout(page)
    layout.addRow("户名", QLineEdit())
    layout.addRow(QPushButton("受理"))
    layout.addRow(QLabel("数量"), QSpinBox())
    layout.addRow(QLineEdit(objectName="nameless"))
    layout.addRow(QComboBox(objectName="choice", editable=True))
    expected = ["QSpinBox ''", "QLineEdit 'nameless'", "QComboBox 'choice'"]  # a row's QLabel is no buddy by itself
    assert unnamed(page) == [f"{control} in QWidget ''" for control in expected]
