"""Forms grown with the font (表单随字号): Designer's margins, spacings and fixed sizes times the font size."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget

from hallclient.gui.shared.theme import look

_AT_100 = "measuresAt100"


def grow(form: QWidget) -> None:
    """Grow every layout and every least width of a compiled form. May be called again after the font size changed."""
    here = look()
    for layout in form.findChildren(QLayout):
        margins = layout.contentsMargins()
        kept = layout.property(_AT_100)
        if kept is None:
            plain = [margins.left(), margins.top(), margins.right(), margins.bottom(), layout.spacing()]
            kept = ",".join(str(side) for side in plain)
            layout.setProperty(_AT_100, kept)
        left, top, right, bottom, spacing = (int(side) for side in str(kept).split(","))
        layout.setContentsMargins(here.px(left), here.px(top), here.px(right), here.px(bottom))
        if spacing >= 0:
            layout.setSpacing(here.px(spacing))
    for widget in (form, *form.findChildren(QWidget)):
        _grow_width(widget)


def _grow_width(widget: QWidget) -> None:
    kept = widget.property(_AT_100)
    if kept is None:
        if not widget.minimumWidth() > 0 and widget.maximumWidth() >= 16777215:
            return
        kept = f"{widget.minimumWidth()},{widget.maximumWidth()}"
        widget.setProperty(_AT_100, kept)
    least, most = (int(side) for side in str(kept).split(","))
    if least:
        widget.setMinimumWidth(look().px(least))
    if most < 16777215:
        widget.setMaximumWidth(look().px(most))
