"""The window in English: which Chinese is still to be seen in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QScrollArea, QTabBar, QWidget

from tests.house.test_spoken import CHINESE

ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
ROWS = 12  # of a list; the rest says the same


def chinese_left(window: QWidget, data: Iterable[str]) -> list[str]:
    """Every text of the visible widgets that is Chinese once ``data`` (names, addresses) is taken out."""
    known = re.compile("|".join(re.escape(word) for word in sorted(data, key=len, reverse=True)) or "(?!)")
    found = []
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible() or widget is window:
            where = f"{type(widget).__name__} {widget.objectName()!r}"
            found += [f"{where}: {text}" for text in _texts(widget) if CHINESE.search(known.sub("", text))]
    return sorted(set(found))


def too_wide(window: QWidget) -> list[str]:
    """Every visible scroll area whose content does not fit its width."""
    return [
        f"{type(area).__name__} {area.objectName()!r} in {type(area.parentWidget()).__name__} is "
        f"{area.horizontalScrollBar().maximum()} px too narrow"
        for area in window.findChildren(QScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]


def _texts(widget: QWidget) -> Iterator[str]:
    for name in ("text", "title", "placeholderText", "windowTitle", "toPlainText"):
        said = getattr(widget, name, None)
        value = said() if callable(said) else ""
        if isinstance(value, str):
            yield value
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    yield from (action.text() for action in widget.actions() if isinstance(action, QAction))
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(tab) for tab in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView) and widget.model() is not None:
        yield from _cells(widget.model())


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    top = QModelIndex()
    for column in range(model.columnCount(top)):
        yield str(model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")
        for row in range(min(model.rowCount(top), ROWS)):
            for role in ROLES:
                yield str(model.index(row, column, top).data(role) or "")
