"""Reads a Qt Designer form as a person without mouse or eyes meets it: labels, names, order of the Tab key."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

BUTTONS = {"QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QCommandLinkButton"}
CONTROLS = BUTTONS | {
    *("QLineEdit", "QTextEdit", "QPlainTextEdit", "QTextBrowser", "QComboBox", "QFontComboBox", "QKeySequenceEdit"),
    *("QSpinBox", "QDoubleSpinBox", "QDateEdit", "QTimeEdit", "QDateTimeEdit", "QCalendarWidget", "QSlider", "QDial"),
    *("QListView", "QTableView", "QTreeView", "QTabBar"),
}


def faults(form: Path) -> list[str]:
    """Controls without a name, and what is wrong with the order of the Tab key."""
    root = ElementTree.parse(form).getroot()
    base = {_text(custom, "class"): _text(custom, "extends") for custom in root.iter("customwidget")}
    controls = {
        widget.get("name", ""): widget
        for widget in root.iter("widget")
        if base.get(widget.get("class", ""), widget.get("class", "")) in CONTROLS
    }
    buddies = {
        _property(label, "buddy")
        for label in root.iter("widget")
        if label.get("class") == "QLabel" and _property(label, "text")
    }
    found = []
    for name, widget in controls.items():
        kind = base.get(widget.get("class", ""), widget.get("class", ""))
        said = _property(widget, "accessibleName") or name in buddies or (kind in BUTTONS and _property(widget, "text"))
        if not said:
            found.append(f"{name} has no label with it as buddy, no accessibleName and no text")
    focusable = {name for name, widget in controls.items() if "NoFocus" not in _property(widget, "focusPolicy")}
    order = [stop.text or "" for stop in root.iterfind("tabstops/tabstop")]
    if len(focusable) > 1:
        found += [f"{name} is not among the tab stops" for name in sorted(focusable - set(order))]
    named = {widget.get("name", "") for widget in root.iter("widget")}
    found += [f"{name} is a tab stop and no widget" for name in order if name not in named]
    found += [f"{name} is a tab stop twice" for name in sorted({name for name in order if order.count(name) > 1})]
    return found


def _text(element: ElementTree.Element, tag: str) -> str:
    return element.findtext(tag) or ""


def _property(widget: ElementTree.Element, name: str) -> str:
    for prop in widget.iterfind("property"):
        if prop.get("name") == name and len(prop):
            return (prop[0].text or "").strip()
    return ""
