"""Which controls of a living window a screen reader could not name: ``expect_none(unnamed(page))``."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

CONTROLS = (
    *(QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox),
    *(QComboBox, QLineEdit, QPlainTextEdit, QTextEdit),
)
PARTS = (QComboBox, QAbstractSpinBox)  # their line edits and lists are named by them


def unnamed(window: QWidget) -> list[str]:
    """Every control that takes the focus and has no accessible name, by its place in the window."""
    found = []
    for widget in (window, *window.findChildren(QWidget)):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or isinstance(widget, QScrollBar) or _is_part(widget):
            continue
        painted = type(widget).__module__.startswith("hallclient.")
        if not isinstance(widget, CONTROLS) and not painted:
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()!r} in {_where(widget)}")
    return found


def _is_part(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, PARTS) or (isinstance(parent, QAbstractItemView) and not isinstance(widget, CONTROLS)):
            return True
        parent = parent.parentWidget()
    return widget.objectName().startswith("qt_")


def _where(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return f"{type(parent).__name__} {parent.objectName()!r}" if parent else "the top"
