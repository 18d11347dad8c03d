"""Finds text that has less room than it needs, in a living window."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from hallclient.gui.shared.controls.text import ElidedText

SLACK = 1  # a pixel of rounding


def clipped(window: QWidget) -> list[str]:
    """Every visible label, button and field that is smaller than what it shows."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedText):
            continue
        text = getattr(widget, "text", None)
        if isinstance(widget, QLabel) and widget.text() and widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            if widget.height() + SLACK < needed:
                found.append(f"{widget.text()!r} is {widget.height()} high, needs {needed}")
        elif isinstance(widget, QLabel | QAbstractButton) and callable(text) and text():
            least = widget.minimumSizeHint() if isinstance(widget, QAbstractButton) else widget.sizeHint()
            if widget.width() + SLACK < least.width() or widget.height() + SLACK < least.height():
                found.append(f"{text()!r} is {widget.width()}x{widget.height()}, needs {least.toTuple()}")
        elif isinstance(widget, QLineEdit | QComboBox | QPlainTextEdit):
            needed = widget.fontMetrics().height()
            if widget.height() < needed:
                found.append(
                    f"{widget.objectName() or type(widget).__name__} is {widget.height()} high, needs {needed}"
                )
    return found
